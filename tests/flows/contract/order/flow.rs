/// The flow `order`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_reserve["reserve<br/>calls reserve<br/>at most 60 s<br/>↻ 3 times on<br/>FC.ResourceThrottled"]
///   s_approve[/"approve<br/>calls ask<br/>waits for a report<br/>at most 3600 s"\]
///   s_label_all{{"label all<br/>for each of $.items"}}
///   join_label_all(( ))
///   s_check{"check"}
///   s_pause[/"pause<br/>waits 10 s"/]
///   s_done(["done"])
///   s_refuse(["refuse<br/>OrderRefused<br/>nobody wanted it"])
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_print_label["print label<br/>calls label"]
///   end
///   start --> s_reserve
///   s_reserve --> s_approve
///   s_reserve -.->|"OutOfStock"| s_refuse
///   s_approve --> s_label_all
///   s_approve -.->|"FnF.TaskTimeout, Declined"| s_refuse
///   s_label_all --> s_print_label
///   join_label_all --> s_check
///   s_print_label --> join_label_all
///   s_check -->|"$.by == #quot;boss#quot; #amp;#amp; $.stock #gt;= 1"| s_done
///   s_check -->|"default"| s_pause
///   s_pause --> s_done
///   s_done --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_approve callback
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_refuse failure
///   linkStyle 2,4 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/shop/functions/reserve`, called by step `reserve` (flow.yaml:5).
        fn reserve(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/reserve", input)
        }

        /// `acs:fc:::services/shop/functions/ask`, called by step `approve` (flow.yaml:28).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/ask", input)
        }

        /// `acs:fc:::services/shop/functions/label`, called by step `print label` (flow.yaml:56).
        fn label(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/label", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `order` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
        functions: rt::Arc<F>,
    }

    #[allow(dead_code)]
    impl Flow<Remote> {
        /// The flow with every function forwarded to what is registered for its resource.
        #[must_use]
        pub fn remote() -> Self {
            Self::new(Remote)
        }
    }

    #[allow(dead_code)]
    impl<F: Functions> Flow<F> {
        /// The flow with these functions.
        #[must_use]
        pub fn new(functions: F) -> Self {
            Self {
                functions: rt::Arc::new(functions),
            }
        }
    }

    impl<F: Functions> rt::Flow for Flow<F> {
        const NAME: &'static str = "order";
        const DIGEST: &'static str = "410b0ab638072bc4f970c2dda0658032";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "reserve",
                    "acs:fc:::services/shop/functions/reserve",
                    rt::forwards(|it: &'static F, call, input| Functions::reserve(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "ask",
                    "acs:fc:::services/shop/functions/ask",
                    rt::forwards(|it: &'static F, call, input| Functions::ask(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "label",
                    "acs:fc:::services/shop/functions/label",
                    rt::forwards(|it: &'static F, call, input| Functions::label(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::reserve`.
    struct Reserve;

    impl<F: Functions> rt::Function<F> for Reserve {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/reserve";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::reserve(host, call, input).await?)
        }
    }

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/ask";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::ask(host, call, input)
        }
    }

    /// Calls `Functions::label`.
    struct Label;

    impl<F: Functions> rt::Function<F> for Label {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/label";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::label(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Reserve,
        Approve,
        LabelAll,
        Check,
        Pause,
        Done,
        Refuse,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "reserve",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "approve",
                place: "flow.yaml:28",
            },
            rt::Step {
                name: "label all",
                place: "flow.yaml:44",
            },
            rt::Step {
                name: "check",
                place: "flow.yaml:62",
            },
            rt::Step {
                name: "pause",
                place: "flow.yaml:69",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:72",
            },
            rt::Step {
                name: "refuse",
                place: "flow.yaml:74",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 7] = [
                At::Reserve,
                At::Approve,
                At::LabelAll,
                At::Check,
                At::Pause,
                At::Done,
                At::Refuse,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 7>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Reserve), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Reserve => reserve(cx, functions, &here, input).await,
                At::Approve => approve(cx, functions, &here, input).await,
                At::LabelAll => label_all(cx, functions, &here, input, &scope).await,
                At::Check => check(cx, &here, input, &scope),
                At::Pause => pause(cx, &here).await,
                At::Done => done(cx, &here),
                At::Refuse => refuse(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `reserve`, flow.yaml:5.
    async fn reserve<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FC.ResourceThrottled"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 3,
                multiplier: 2.0f64,
            },
        ];
        let mapped = rt::entries([
            ("order", input.get("order").or_null()),
            ("count", rt::Value::from(1i64)),
        ]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &RETRY,
        };
        let argument = || Ok(rt::Value::Object(mapped.clone()));
        let outcome = rt::call::<C, Reserve, F>(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok(mut result) => {
                let output = [("stock", result.remove("stock").unwrap_or_default())];
                Ok(rt::Left::to(Some(At::Approve), output))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["OutOfStock"]) => {
                let caught = rt::caught(&error);
                let output = [("why", caught.get("cause").or_null())];
                Ok(
                    rt::Left::caught(Some(At::Refuse), output, error)
                        .forgetting(&["by", "labels", "stock", "why"]),
                )
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `approve`, flow.yaml:28.
    async fn approve<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let mapped = |token: &rt::TaskToken| rt::entries([
            ("order", input.get("order").or_null()),
            ("token", rt::Value::from(token.as_str())),
        ]);
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(3600)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(rt::Value::Object(mapped(token)));
        let outcome = rt::callback::<
            C,
            Ask,
            F,
            rt::Object,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok((_, mut result)) => {
                let output = [("by", result.remove("by").unwrap_or_default())];
                Ok(rt::Left::to(Some(At::LabelAll), output))
            }
            Err(
                rt::Halt::Failed(error),
            ) if error.is_any(&["FnF.TaskTimeout", "Declined"]) => {
                Ok(
                    rt::Left::caught(Some(At::Refuse), rt::Object::new(), error)
                        .forgetting(&["by", "labels", "stock", "why"]),
                )
            }
            Err(halt) => Err(halt),
        }
    }

    /// Foreach `label all`, flow.yaml:44.
    async fn label_all<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("items", input.get("order").key("items").or_null()),
            ("by", scope.local.get("by").or_null()),
        ]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        let items = rt::collection(here, "$.items", step_input.get("items"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([
                        ("item", items[index].clone()),
                        ("n", rt::Value::from(index)),
                    ]);
                    label_all_body::run(
                            cx,
                            functions,
                            &here.item(index),
                            &rt::Data::over(&own, &step_input),
                        )
                        .await
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "labels",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("label")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(Some(At::Check), output))
    }

    /// The steps of an iteration of `label all`.
    mod label_all_body {
        use super::{Functions, Label, rt, rt::prelude::*};

        /// Where an iteration of `label all` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            PrintLabel,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "print label",
                    place: "flow.yaml:56",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::PrintLabel];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `label all`.
        type Scope = rt::Scope<At, 1>;

        /// Runs an iteration of `label all` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::PrintLabel), input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if !resumed {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::PrintLabel => {
                        print_label(cx, functions, &here, input, &scope).await
                    }
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `print label`, flow.yaml:56.
        async fn print_label<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let argument = rt::Value::Object(step_input.to_object());
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Label,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Choice `check`, flow.yaml:62.
    fn check<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("by"), "boss")
            && rt::ge(here, rt::Nulls::False, step_input.get("stock"), 1i128)?
        {
            return Ok(rt::Left::to(Some(At::Done), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Pause), rt::Object::new()))
    }

    /// Wait `pause`, flow.yaml:69.
    async fn pause<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(10)).await?;
        Ok(rt::Left::to(Some(At::Done), rt::Object::new()))
    }

    /// Succeed `done`, flow.yaml:72.
    fn done<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Fail `refuse`, flow.yaml:74.
    fn refuse<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("OrderRefused", "nobody wanted it")
    }
}

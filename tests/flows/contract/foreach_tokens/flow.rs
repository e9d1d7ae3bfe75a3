/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $.items"}}
///   join_each(( ))
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_ask[/"ask<br/>calls ask<br/>waits for a report<br/>at most 50 s<br/>↻ 2 times on FnF.TaskTimeout"\]
///     s_work["work<br/>calls work<br/>↻ 5 times on<br/>FC.ResourceThrottled"]
///   end
///   start --> s_each
///   s_each --> s_ask
///   join_each --> finish
///   s_ask --> s_work
///   s_work --> join_each
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
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
        /// `acs:fc:::services/s/functions/ask`, called by step `ask` (flow.yaml:12).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/ask", input)
        }

        /// `acs:fc:::services/s/functions/work`, called by step `work` (flow.yaml:27).
        fn work(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/work", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "flow";
        const DIGEST: &'static str = "52e8dd5f1e4d6b6987a24ebe47a122a2";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "ask",
                    "acs:fc:::services/s/functions/ask",
                    rt::forwards(|it: &'static F, call, input| Functions::ask(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "work",
                    "acs:fc:::services/s/functions/work",
                    rt::forwards(|it: &'static F, call, input| Functions::work(
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

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/ask";
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

    /// Calls `Functions::work`.
    struct Work;

    impl<F: Functions> rt::Function<F> for Work {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/work";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::work(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Each,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "each",
                place: "flow.yaml:5",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Each];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Each), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Each => each(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `each`, flow.yaml:5.
    async fn each<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.items", step_input.get("items"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([
                        ("item", items[index].clone()),
                        ("n", rt::Value::from(index)),
                    ]);
                    each_body::run(
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
                "done",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("done")).cloned().collect(),
                ),
            ),
            (
                "answers",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("answer")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{Ask, Functions, Work, rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Ask,
            Work,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "ask",
                    place: "flow.yaml:12",
                },
                rt::Step {
                    name: "work",
                    place: "flow.yaml:27",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Ask, At::Work];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 2>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Ask), input)? {
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
                    At::Ask => ask(cx, functions, &here, input).await,
                    At::Work => work(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `ask`, flow.yaml:12.
        async fn ask<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Left<At>> {
            static RETRY: [rt::RetryPolicy; 1] = [
                rt::RetryPolicy {
                    errors: &["FnF.TaskTimeout"],
                    interval: 5,
                    max_interval: 86400,
                    max_attempts: 2,
                    multiplier: 2.0f64,
                },
            ];
            here.started(cx)?;
            let mapped = |token: &rt::TaskToken| rt::entries([
                ("token", rt::Value::from(token.as_str())),
                ("item", input.get("item").or_null()),
            ]);
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(50)),
                retry: &RETRY,
            };
            let argument = |token: &rt::TaskToken| Ok(rt::Value::Object(mapped(token)));
            let (token, mut result) = rt::callback::<
                C,
                Ask,
                F,
                rt::Object,
            >(cx, here, functions, policy, &argument)
                .await?;
            let step_input = mapped(&token);
            let output = [
                ("answer", result.remove("answer").unwrap_or_default()),
                ("item", step_input.get("item").or_null()),
            ];
            Ok(rt::Left::to(Some(At::Work), output))
        }

        /// Task `work`, flow.yaml:27.
        async fn work<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            static RETRY: [rt::RetryPolicy; 1] = [
                rt::RetryPolicy {
                    errors: &["FC.ResourceThrottled"],
                    interval: 3,
                    max_interval: 86400,
                    max_attempts: 5,
                    multiplier: 2.0f64,
                },
            ];
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let argument = || Ok(rt::Value::Object(step_input.to_object()));
            let result = rt::call::<C, Work, F>(cx, here, functions, policy, &argument)
                .await?;
            Ok(rt::Left::to(None, result))
        }
    }
}

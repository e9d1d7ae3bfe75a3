/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_call[/"call<br/>calls ask in the background<br/>waits for a report<br/>at most 20 s<br/>↻ once on Busy"\]
///   s_each{{"each<br/>for each of $Input.items<br/>2 at a time"}}
///   join_each(( ))
///   s_late(["late<br/>Late"])
///   s_done(["done"])
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_item("item")
///   end
///   start --> s_call
///   s_call --> s_each
///   s_call -.->|"FnF.TaskTimeout"| s_late
///   s_each --> s_item
///   join_each --> s_done
///   s_item --> join_each
///   s_done --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_call callback
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_late failure
///   linkStyle 2 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/ask`, called by step `call` (flow.yaml:6).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/ask", input)
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
        const DIGEST: &'static str = "98ebfc8b1d780a79e243a9517bc17ddf";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "ask",
                    "acs:fc:::services/demo/functions/ask",
                    rt::forwards(|it: &'static F, call, input| Functions::ask(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn dispatch(
            &self,
            resource: &str,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Value, rt::StepError> {
            match resource {
                "acs:fc:::services/demo/functions/ask" => {
                    Functions::ask(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/ask";
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

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Call,
        Each,
        Late,
        Done,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "call",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "each",
                place: "flow.yaml:24",
            },
            rt::Step {
                name: "late",
                place: "flow.yaml:33",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:34",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Call, At::Each, At::Late, At::Done];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Call), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Call => call(cx, functions, &here, scope.take()).await,
                At::Each => each(cx, &here, scope.take()).await,
                At::Late => late(cx, &here),
                At::Done => done(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `call`, flow.yaml:6.
    async fn call<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        here.started(cx)?;
        let outcome = async {
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(20)),
                retry: &RETRY,
            };
            let argument = |token: &rt::TaskToken| Ok(rt::Request {
                id: rt::Value::Null,
                resource: rt::Value::Null,
                input: rt::Value::Object(
                    rt::entries([
                        ("taskToken", rt::Value::from(token.as_str())),
                        ("text", rt::Value::from("costs $Input.n")),
                        (
                            "list",
                            rt::Value::from([
                                rt::found(here, "$Input.n", data.key("n"))?.clone(),
                                rt::Value::from(2i64),
                            ]),
                        ),
                        (
                            "all",
                            rt::Value::Object(
                                rt::entries([
                                    ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                                    ("m", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                                    (
                                        "list",
                                        rt::Value::from([
                                            rt::Value::Object(
                                                rt::entries([
                                                    ("x", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                                                ]),
                                            ),
                                        ]),
                                    ),
                                ]),
                            ),
                        ),
                    ]),
                ),
            });
            let (_, result) = rt::submit_callback::<
                C,
                Ask,
                F,
                rt::Value,
            >(cx, here, functions, policy, &argument)
                .await?;
            rt::Res::Ok(rt::Left::to(Some(At::Each), result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.TaskTimeout"]) => {
                Ok(rt::Left::caught(Some(At::Late), data.clone(), error))
            }
            outcome => outcome,
        }
    }

    /// Foreach `each`, flow.yaml:24.
    async fn each<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let items = rt::collection(here, "$Input.items", data.key("items"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(2),
                |index| async move {
                    each_body::run(cx, &here.item(index), items[index].clone()).await
                },
            )
            .await?;
        let result = rt::items(outcomes);
        Ok(rt::Left::to(Some(At::Done), result))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Item,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "item",
                    place: "flow.yaml:31",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Item];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Item),
                input,
            )? {
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
                    At::Item => item(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `item`, flow.yaml:31.
        fn item<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }
    }

    /// Fail `late`, flow.yaml:33.
    fn late<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        rt::failure("Late", "")
    }

    /// Succeed `done`, flow.yaml:34.
    fn done<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

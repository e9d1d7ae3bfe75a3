/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_both{{"both"}}
///   join_both(( ))
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_empty[/"empty<br/>calls empty in the background<br/>waits for a report<br/>at most 100 s"\]
///   end
///   subgraph g_Branch1["Branch1"]
///     s_late[/"late<br/>calls late<br/>waits for a report<br/>at most $Input.limit s<br/>↻ 2 times on<br/>FnF.TaskTimeout, Busy"\]
///     s_caught("caught")
///   end
///   start --> s_both
///   s_both --> s_empty
///   s_both --> s_late
///   join_both --> finish
///   s_empty --> join_both
///   s_late --> join_both
///   s_late -.->|"FnF.ALL"| s_caught
///   s_caught --> join_both
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_empty,s_late callback
///   linkStyle 6 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/empty`, called by step `empty` (flow.yaml:12).
        fn empty(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/empty", input)
        }

        /// `acs:fc:::services/demo/functions/late`, called by step `late` (flow.yaml:24).
        fn late(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/late", input)
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
        const DIGEST: &'static str = "4bc9f52aad08ef5fa6cea1a82f5a86fa";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "empty",
                    "acs:fc:::services/demo/functions/empty",
                    rt::forwards(|it: &'static F, call, input| Functions::empty(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "late",
                    "acs:fc:::services/demo/functions/late",
                    rt::forwards(|it: &'static F, call, input| Functions::late(
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
                "acs:fc:::services/demo/functions/empty" => {
                    Functions::empty(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::empty`, which may return any JSON.
    struct Empty;

    impl<F: Functions> rt::Function<F> for Empty {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/empty";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::empty(host, call, input)
        }
    }

    /// Calls `Functions::late`, which may return any JSON.
    struct Late;

    impl<F: Functions> rt::Function<F> for Late {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/late";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::late(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Both,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "both",
                place: "flow.yaml:7",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Both];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Both), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Both => both(cx, functions, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `both`, flow.yaml:7.
    async fn both<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let given = &data;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => {
                            both_branch_0::run(
                                    cx,
                                    functions,
                                    &here.branch(0),
                                    given.clone(),
                                )
                                .await
                        }
                        _ => {
                            both_branch_1::run(
                                    cx,
                                    functions,
                                    &here.branch(1),
                                    given.clone(),
                                )
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = rt::branches(outcomes);
        Ok(rt::Left::to(None, result))
    }

    /// The steps of branch 0 of `both`.
    mod both_branch_0 {
        use super::{Empty, Functions, rt, rt::prelude::*};

        /// Where branch 0 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Empty,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "empty",
                    place: "flow.yaml:12",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Empty];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `both`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 0 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Empty),
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
                    At::Empty => empty(cx, functions, &here).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `empty`, flow.yaml:12.
        async fn empty<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(100)),
                retry: &[],
            };
            let argument = |token: &rt::TaskToken| Ok(rt::Request {
                id: rt::Value::Null,
                resource: rt::Value::Null,
                input: rt::Value::Object(
                    rt::entries([("taskToken", rt::Value::from(token.as_str()))]),
                ),
            });
            let (_, result) = rt::submit_callback::<
                C,
                Empty,
                F,
                rt::Value,
            >(cx, here, functions, policy, &argument)
                .await?;
            Ok(rt::Left::to(None, result))
        }
    }

    /// The steps of branch 1 of `both`.
    mod both_branch_1 {
        use super::{Functions, Late, rt, rt::prelude::*};

        /// Where branch 1 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Late,
            Caught,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "late",
                    place: "flow.yaml:24",
                },
                rt::Step {
                    name: "caught",
                    place: "flow.yaml:36",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Late, At::Caught];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `both`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 1 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Late),
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
                    At::Late => late(cx, functions, &here, scope.take()).await,
                    At::Caught => caught(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `late`, flow.yaml:24.
        async fn late<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            static RETRY: [rt::RetryPolicy; 1] = [
                rt::RetryPolicy {
                    errors: &["FnF.TaskTimeout", "Busy"],
                    interval: 5,
                    max_interval: 86400,
                    max_attempts: 2,
                    multiplier: 1.0f64,
                },
            ];
            here.started(cx)?;
            let outcome = async {
                let policy = rt::Policy {
                    timeout: rt::timeout(
                        here,
                        rt::Operand::from(
                            rt::found(here, "$Input.limit", data.key("limit"))?,
                        ),
                    )?,
                    retry: &RETRY,
                };
                let argument = |token: &rt::TaskToken| Ok(
                    rt::Value::Object(
                        rt::entries([
                            ("taskToken", rt::Value::from(token.as_str())),
                            ("retries", rt::Value::from(here.retries())),
                        ]),
                    ),
                );
                let (_, result) = rt::callback::<
                    C,
                    Late,
                    F,
                    rt::Value,
                >(cx, here, functions, policy, &argument)
                    .await?;
                rt::Res::Ok(rt::Left::to(None, result))
            }
                .await;
            match outcome {
                Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                    let caught = rt::caught(&error);
                    let output = rt::Value::Object(
                        rt::entries([("code", caught.get("error").or_null())]),
                    );
                    Ok(rt::Left::caught(Some(At::Caught), output, error))
                }
                outcome => outcome,
            }
        }

        /// Pass `caught`, flow.yaml:36.
        fn caught<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Both{{"Both<br/>↻ 2 times on Busy"}}
///   join_Both(( ))
///   s_Caught("Caught")
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_work["work<br/>calls work<br/>↻ once on Inner"]
///   end
///   subgraph g_Branch1["Branch1"]
///     s_rest[/"rest<br/>waits 4 s"/]
///     s_ask[/"ask<br/>calls ask<br/>waits for a report<br/>at most 100 s"\]
///   end
///   start --> s_Both
///   s_Both --> s_work
///   s_Both --> s_rest
///   join_Both --> finish
///   s_Both -.->|"FnF.ALL"| s_Caught
///   s_work --> join_Both
///   s_rest --> s_ask
///   s_ask --> join_Both
///   s_Caught --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
///   linkStyle 4 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/work`, called by step `work` (flow.yaml:13).
        fn work(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/work", input)
        }

        /// `acs:fc:::services/demo/functions/ask`, called by step `ask` (flow.yaml:22).
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
        const DIGEST: &'static str = "8f67f46f968b9d45cfe716ed953cef65";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "work",
                    "acs:fc:::services/demo/functions/work",
                    rt::forwards(|it: &'static F, call, input| Functions::work(
                        it,
                        call,
                        input,
                    )),
                );
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

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::work`, which may return any JSON.
    struct Work;

    impl<F: Functions> rt::Function<F> for Work {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/work";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::work(host, call, input)
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
        Both,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Both",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "Caught",
                place: "flow.yaml:44",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Both, At::Caught];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2, rt::Value>;

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
                At::Caught => caught(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `Both`, flow.yaml:7.
    async fn both<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 10,
                max_interval: 86400,
                max_attempts: 2,
                multiplier: 3.0f64,
            },
        ];
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("id", rt::builtin::uuid(cx, here, 0)?),
                        ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                    ]),
                ),
            )
        })();
        let (step_input, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let given = &step_input;
            let outcomes = {
                let mut attempts = rt::Attempts::new(
                    here,
                    rt::Policy {
                        timeout: None,
                        retry: &RETRY,
                    },
                );
                loop {
                    let attempt = attempts.begin()?;
                    if attempts.failed_before(cx, &attempt).await? {
                        continue;
                    }
                    match rt::foreach(
                            2,
                            2,
                            |index| async move {
                                match index {
                                    0 => {
                                        both_branch_0::run(
                                                cx,
                                                functions,
                                                &attempt.branch(0),
                                                given.clone(),
                                            )
                                            .await
                                    }
                                    _ => {
                                        both_branch_1::run(
                                                cx,
                                                functions,
                                                &attempt.branch(1),
                                                given.clone(),
                                            )
                                            .await
                                    }
                                }
                            },
                        )
                        .await
                    {
                        Ok(outcomes) => break outcomes,
                        Err(halt) => attempts.failed(cx, &attempt, halt).await?,
                    }
                }
            };
            let mut result = rt::branches(outcomes);
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "work",
                        rt::found(
                                here,
                                "$Output.Branch0.Body",
                                result.key("Branch0").key("Body"),
                            )?
                            .clone(),
                    ),
                    (
                        "ask",
                        rt::taken(
                            here,
                            "$Output.Branch1",
                            rt::take(&mut result, "Branch1"),
                        )?,
                    ),
                    ("retries", rt::Value::from(here.retries())),
                    (
                        "id",
                        rt::builtin::length(
                            here,
                            rt::found(here, "$Input.id", step_input.key("id"))?,
                        )?,
                    ),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        ("code", caught.get("error").or_null()),
                        ("retries", rt::Value::from(here.retries())),
                        ("n", rt::found(here, "$Input.n", step_input.key("n"))?.clone()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of branch 0 of `Both`.
    mod both_branch_0 {
        use super::{Functions, Work, rt, rt::prelude::*};

        /// Where branch 0 of `Both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Work,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "work",
                    place: "flow.yaml:13",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Work];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `Both`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 0 of `Both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Work),
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
                    At::Work => work(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `work`, flow.yaml:13.
        async fn work<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            static RETRY: [rt::RetryPolicy; 1] = [
                rt::RetryPolicy {
                    errors: &["Inner"],
                    interval: 1,
                    max_interval: 86400,
                    max_attempts: 1,
                    multiplier: 1.0f64,
                },
            ];
            here.started(cx)?;
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let argument = || Ok(
                rt::Value::Object(
                    rt::entries([
                        ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                    ]),
                ),
            );
            let result = rt::call::<C, Work, F>(cx, here, functions, policy, &argument)
                .await?;
            Ok(rt::Left::to(None, rt::body(result)))
        }
    }

    /// The steps of branch 1 of `Both`.
    mod both_branch_1 {
        use super::{Ask, Functions, rt, rt::prelude::*};

        /// Where branch 1 of `Both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Rest,
            Ask,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "rest",
                    place: "flow.yaml:21",
                },
                rt::Step {
                    name: "ask",
                    place: "flow.yaml:22",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Rest, At::Ask];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `Both`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 1 of `Both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Rest),
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
                    At::Rest => rest(cx, &here, scope.take()).await,
                    At::Ask => ask(cx, functions, &here).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `rest`, flow.yaml:21.
        async fn rest<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(4)).await?;
            Ok(rt::Left::to(Some(At::Ask), data))
        }

        /// Task `ask`, flow.yaml:22.
        async fn ask<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(100)),
                retry: &[],
            };
            let argument = |token: &rt::TaskToken| Ok(
                rt::Value::Object(
                    rt::entries([("token", rt::Value::from(token.as_str()))]),
                ),
            );
            let (_, result) = rt::callback::<
                C,
                Ask,
                F,
                rt::Value,
            >(cx, here, functions, policy, &argument)
                .await?;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Pass `Caught`, flow.yaml:44.
    fn caught<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

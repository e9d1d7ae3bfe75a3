/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Both{{"Both"}}
///   join_Both(( ))
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_ask["ask<br/>calls slow<br/>at most 100 s"]
///   end
///   subgraph g_Branch1["Branch1"]
///     s_wait[/"wait<br/>waits 5 s"/]
///     s_again[/"again<br/>waits 5 s"/]
///   end
///   start --> s_Both
///   s_Both --> s_ask
///   s_Both --> s_wait
///   join_Both --> finish
///   s_ask --> join_Both
///   s_wait --> s_again
///   s_again --> join_Both
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
        /// `acs:fc:::services/demo/functions/slow`, called by step `ask` (flow.yaml:12).
        fn slow(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/slow", input)
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
        const DIGEST: &'static str = "1c80a72e66ac26d4fc04f8d5d17fbbad";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "slow",
                    "acs:fc:::services/demo/functions/slow",
                    rt::forwards(|it: &'static F, call, input| Functions::slow(
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

    /// Calls `Functions::slow`, which may return any JSON.
    struct Slow;

    impl<F: Functions> rt::Function<F> for Slow {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/slow";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::slow(host, call, input)
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
                name: "Both",
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

    /// Parallel `Both`, flow.yaml:7.
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
                        _ => both_branch_1::run(cx, &here.branch(1), given.clone()).await,
                    }
                },
            )
            .await?;
        let result = rt::branches(outcomes);
        let output = rt::Value::Object(
            rt::entries([
                (
                    "asked",
                    rt::found(
                            here,
                            "$Output.Branch0.asked",
                            result.key("Branch0").key("asked"),
                        )?
                        .clone(),
                ),
                (
                    "now",
                    rt::found(
                            here,
                            "$Output.Branch0.now",
                            result.key("Branch0").key("now"),
                        )?
                        .clone(),
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// The steps of branch 0 of `Both`.
    mod both_branch_0 {
        use super::{Functions, Slow, rt, rt::prelude::*};

        /// Where branch 0 of `Both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Ask,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "ask",
                    place: "flow.yaml:12",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Ask];
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
                Some(At::Ask),
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
                    At::Ask => ask(cx, functions, &here).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `ask`, flow.yaml:12.
        async fn ask<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            let global = rt::global_at(cx, here)?;
            here.started(cx)?;
            let argument = rt::Value::Object(
                rt::entries([("n", rt::Value::Object(global.clone()))]),
            );
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, Some(rt::Duration::from_secs(100)));
            let mut result = rt::Context::invoke::<
                Slow,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            let global = rt::global(cx)?;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "asked",
                        rt::taken(here, "$Output.Body.n", rt::take(&mut result, "n"))?,
                    ),
                    ("now", rt::found(here, "$Global.n", global.get("n"))?.clone()),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `Both`.
    mod both_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `Both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Wait,
            Again,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "wait",
                    place: "flow.yaml:21",
                },
                rt::Step {
                    name: "again",
                    place: "flow.yaml:22",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Wait, At::Again];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `Both`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 1 of `Both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Wait),
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
                    At::Wait => wait(cx, &here, scope.take()).await,
                    At::Again => again(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `wait`, flow.yaml:21.
        async fn wait<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(5)).await?;
            let shared = rt::entries([("n", rt::Value::from(1i64))]);
            let output = data;
            Ok(rt::Left::to(Some(At::Again), output).sharing(shared))
        }

        /// Wait `again`, flow.yaml:22.
        async fn again<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(5)).await?;
            let shared = rt::entries([("n", rt::Value::from(2i64))]);
            let output = data;
            Ok(rt::Left::to(None, output).sharing(shared))
        }
    }
}

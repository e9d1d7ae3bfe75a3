/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Parallel{{"Parallel"}}
///   join_Parallel(( ))
///   s_Done(["Done"])
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_Succeed(["Succeed"])
///   end
///   subgraph g_Branch1["Branch1"]
///     s_last("last")
///     s_first("first")
///   end
///   start --> s_Parallel
///   s_Parallel --> s_Succeed
///   s_Parallel --> s_first
///   join_Parallel --> s_Done
///   s_Succeed --> join_Parallel
///   s_last --> join_Parallel
///   s_first --> s_last
///   s_Done --> finish
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
    pub trait Functions: Send + Sync + 'static {}

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
        #[allow(dead_code)]
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
        const DIGEST: &'static str = "85372fda6ecf2c155714ad38140e496e";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &rt::Path::ROOT, input).await
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Parallel,
        Done,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Parallel",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "Done",
                place: "flow.yaml:18",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Parallel, At::Done];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(
            cx,
            path,
            Some(At::Parallel),
            input,
        )? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Parallel => parallel(cx, &here, scope.take()).await,
                At::Done => done(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `Parallel`, flow.yaml:7.
    async fn parallel<C: rt::Context>(
        cx: &C,
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
                            parallel_branch_0::run(cx, &here.branch(0), given.clone())
                                .await
                        }
                        _ => {
                            parallel_branch_1::run(cx, &here.branch(1), given.clone())
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = rt::branches(outcomes);
        Ok(rt::Left::to(Some(At::Done), result))
    }

    /// The steps of branch 0 of `Parallel`.
    mod parallel_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `Parallel` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Succeed,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Succeed",
                    place: "flow.yaml:12",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Succeed];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `Parallel`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 0 of `Parallel` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Succeed),
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
                    At::Succeed => succeed(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Succeed `Succeed`, flow.yaml:12.
        fn succeed<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(
                rt::entries([
                    ("left", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `Parallel`.
    mod parallel_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `Parallel` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Last,
            First,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "last",
                    place: "flow.yaml:15",
                },
                rt::Step {
                    name: "first",
                    place: "flow.yaml:16",
                },
            ];

            const REPEATS: Option<(usize, usize)> = Some((0, 1));

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Last, At::First];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `Parallel`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 1 of `Parallel` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::First),
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
                    At::Last => last(cx, &here, scope.take()),
                    At::First => first(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `last`, flow.yaml:15.
        fn last<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }

        /// Pass `first`, flow.yaml:16.
        fn first<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(Some(At::Last), data))
        }
    }

    /// Succeed `Done`, flow.yaml:18.
    fn done<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                (
                    "l",
                    rt::found(
                            here,
                            "$Input.Branch0.left",
                            data.key("Branch0").key("left"),
                        )?
                        .clone(),
                ),
                ("r", rt::found(here, "$Input.Branch1", data.key("Branch1"))?.clone()),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let output = rt::Value::Object(
            rt::entries([
                ("l", rt::found(here, "$Input.l", step_input.key("l"))?.clone()),
                (
                    "r",
                    rt::found(here, "$Input.r.n", step_input.key("r").key("n"))?.clone(),
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

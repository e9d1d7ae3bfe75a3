/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Both{{"Both"}}
///   join_Both(( ))
///   s_Raw{{"Raw"}}
///   join_Raw(( ))
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_Left["Left<br/>calls left"]
///   end
///   subgraph g_Branch1["Branch1"]
///     s_Right{{"Right"}}
///     join_Right(( ))
///     subgraph g_Branch0_2["Branch0"]
///       s_Inner[/"Inner<br/>waits 3 s"/]
///     end
///   end
///   subgraph g_Branch0_3["Branch0"]
///     s_a("a")
///   end
///   subgraph g_Branch1_2["Branch1"]
///     s_b(["b"])
///   end
///   start --> s_Both
///   s_Both --> s_Left
///   s_Both --> s_Right
///   join_Both --> s_Raw
///   s_Left --> join_Both
///   s_Right --> s_Inner
///   join_Right --> join_Both
///   s_Inner --> join_Right
///   s_Raw --> s_a
///   s_Raw --> s_b
///   join_Raw --> finish
///   s_a --> join_Raw
///   s_b --> join_Raw
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
        /// `acs:fc:::services/demo/functions/left`, called by step `Left` (flow.yaml:13).
        fn left(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/left", input)
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
        const DIGEST: &'static str = "58da6b2d3082d203727dd7d67c218fc6";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "left",
                    "acs:fc:::services/demo/functions/left",
                    rt::forwards(|it: &'static F, call, input| Functions::left(
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

    /// Calls `Functions::left`, which may return any JSON.
    struct Left;

    impl<F: Functions> rt::Function<F> for Left {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/left";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::left(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Both,
        Raw,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Both",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "Raw",
                place: "flow.yaml:30",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Both, At::Raw];
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
                At::Raw => raw(cx, &here, scope.take()).await,
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
        let step_input = rt::Value::Object(
            rt::entries([("n", rt::found(here, "$Input.n", data.key("n"))?.clone())]),
        );
        here.started_with(cx, &step_input)?;
        let given = &step_input;
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
        let mut result = rt::branches(outcomes);
        let output = rt::Value::Object(
            rt::entries([
                (
                    "l",
                    rt::found(
                            here,
                            "$Output.Branch0.left",
                            result.key("Branch0").key("left"),
                        )?
                        .clone(),
                ),
                (
                    "r",
                    rt::taken(here, "$Output.Branch1", rt::take(&mut result, "Branch1"))?,
                ),
                ("n", rt::found(here, "$Input.n", step_input.key("n"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::Raw), output))
    }

    /// The steps of branch 0 of `Both`.
    mod both_branch_0 {
        use super::{Functions, Left, rt, rt::prelude::*};

        /// Where branch 0 of `Both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Left,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Left",
                    place: "flow.yaml:13",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Left];
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
                Some(At::Left),
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
                    At::Left => left_2(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `Left`, flow.yaml:13.
        async fn left_2<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = data;
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let mut result = rt::Context::invoke::<
                Left,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "left",
                        rt::taken(here, "$Output.Body.n", rt::take(&mut result, "n"))?,
                    ),
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
            Right,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Right",
                    place: "flow.yaml:21",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Right];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `Both`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 1 of `Both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Right),
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
                    At::Right => right(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Parallel `Right`, flow.yaml:21.
        async fn right<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let given = &data;
            let outcomes = rt::foreach(
                    1,
                    1,
                    |_| async move {
                        right_branch_0::run(cx, &here.branch(0), given.clone()).await
                    },
                )
                .await?;
            let result = rt::branches(outcomes);
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "inner",
                        rt::found(here, "$Output.Branch0", result.key("Branch0"))?
                            .clone(),
                    ),
                    ("whole", result.clone()),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }

        /// The steps of branch 0 of `Right`.
        mod right_branch_0 {
            use super::{rt, rt::prelude::*};

            /// Where branch 0 of `Right` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Inner,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "Inner",
                        place: "flow.yaml:25",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Inner];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of branch 0 of `Right`.
            type Scope = rt::Scope<At, 1, rt::Value>;

            /// Runs branch 0 of `Right` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Inner),
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
                        At::Inner => inner(cx, &here, scope.take()).await,
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Wait `Inner`, flow.yaml:25.
            async fn inner<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                rt::wait_seconds(cx, here, rt::Operand::Integer(3)).await?;
                Ok(rt::Left::to(None, data))
            }
        }
    }

    /// Parallel `Raw`, flow.yaml:30.
    async fn raw<C: rt::Context>(
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
                        0 => raw_branch_0::run(cx, &here.branch(0), given.clone()).await,
                        _ => raw_branch_1::run(cx, &here.branch(1), given.clone()).await,
                    }
                },
            )
            .await?;
        let result = rt::branches(outcomes);
        Ok(rt::Left::to(None, result))
    }

    /// The steps of branch 0 of `Raw`.
    mod raw_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `Raw` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            A,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "a",
                    place: "flow.yaml:33",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::A];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `Raw`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 0 of `Raw` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(cx, path, Some(At::A), input)? {
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
                    At::A => a(cx, &here),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `a`, flow.yaml:33.
        fn a<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(rt::Object::new());
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `Raw`.
    mod raw_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `Raw` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            B,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "b",
                    place: "flow.yaml:34",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::B];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `Raw`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 1 of `Raw` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(cx, path, Some(At::B), input)? {
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
                    At::B => b(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Succeed `b`, flow.yaml:34.
        fn b<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }
    }
}

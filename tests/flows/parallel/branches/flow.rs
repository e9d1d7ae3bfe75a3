/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_both{{"both"}}
///   join_both(( ))
///   s_silent{{"silent"}}
///   join_silent(( ))
///   finish(["end"])
///   subgraph g_branch_1["branch 1"]
///     s_slow[/"slow<br/>waits 30 s"/]
///     s_left("left")
///   end
///   subgraph g_branch_2["branch 2"]
///     s_right["right<br/>calls right"]
///   end
///   subgraph g_branch_1_2["branch 1"]
///     s_lost("lost")
///   end
///   start --> s_both
///   s_both --> s_slow
///   s_both --> s_right
///   join_both --> s_silent
///   s_slow --> s_left
///   s_left --> join_both
///   s_right --> join_both
///   s_silent --> s_lost
///   join_silent --> finish
///   s_lost --> join_silent
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
        /// `acs:fc:::services/s/functions/right`, called by step `right` (flow.yaml:11).
        fn right(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/right", input)
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
        const DIGEST: &'static str = "d8cd8a4f43b968d08206eb4f922fd17b";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "right",
                    "acs:fc:::services/s/functions/right",
                    rt::forwards(|it: &'static F, call, input| Functions::right(
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

    /// Calls `Functions::right`.
    struct Right;

    impl<F: Functions> rt::Function<F> for Right {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/right";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::right(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Both,
        Silent,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "both",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "silent",
                place: "flow.yaml:15",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Both, At::Silent];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Both), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Both => both(cx, functions, &here, input, &scope).await,
                At::Silent => silent(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `both`, flow.yaml:4.
    async fn both<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => both_branch_0::run(cx, &here.branch(0), &step_input).await,
                        _ => {
                            both_branch_1::run(
                                    cx,
                                    functions,
                                    &here.branch(1),
                                    &step_input,
                                )
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "all",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("v")).cloned().collect(),
                ),
            ),
            ("n", result.at(0).key("n").or_null()),
        ];
        Ok(rt::Left::to(Some(At::Silent), output))
    }

    /// The steps of branch 0 of `both`.
    mod both_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Slow,
            Left,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "slow",
                    place: "flow.yaml:8",
                },
                rt::Step {
                    name: "left",
                    place: "flow.yaml:9",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Slow, At::Left];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `both`.
        type Scope = rt::Scope<At, 2>;

        /// Runs branch 0 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Slow), input)? {
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
                    At::Slow => slow(cx, &here).await,
                    At::Left => left_2(cx, &here, input, &scope),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `slow`, flow.yaml:8.
        async fn slow<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(30)).await?;
            Ok(rt::Left::to(Some(At::Left), rt::Object::new()))
        }

        /// Pass `left`, flow.yaml:9.
        fn left_2<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [
                ("v", rt::Value::from("left")),
                ("n", step_input.get("n").or_null()),
            ];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `both`.
    mod both_branch_1 {
        use super::{Functions, Right, rt, rt::prelude::*};

        /// Where branch 1 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Right,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "right",
                    place: "flow.yaml:11",
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

        /// The position and the data of branch 1 of `both`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 1 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Right), input)? {
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
                    At::Right => right(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `right`, flow.yaml:11.
        async fn right<C: rt::Context, F: Functions>(
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
                Right,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Parallel `silent`, flow.yaml:15.
    async fn silent<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        rt::foreach(
                1,
                1,
                |_| async move {
                    silent_branch_0::run(cx, &here.branch(0), &step_input).await
                },
            )
            .await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// The steps of branch 0 of `silent`.
    mod silent_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `silent` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Lost,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "lost",
                    place: "flow.yaml:19",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Lost];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `silent`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 0 of `silent` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Lost), input)? {
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
                    At::Lost => lost(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `lost`, flow.yaml:19.
        fn lost<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("lost", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output).forgetting(&["lost"]))
        }
    }
}

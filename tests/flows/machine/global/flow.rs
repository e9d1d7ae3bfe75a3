/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_first["first<br/>calls f"]
///   s_second("second")
///   s_branches{{"branches"}}
///   join_branches(( ))
///   s_caught["caught<br/>calls f"]
///   s_end(["end"])
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_slow[/"slow<br/>waits 5 s"/]
///     s_reads("reads")
///   end
///   subgraph g_Branch1["Branch1"]
///     s_fast[/"fast<br/>waits 2 s"/]
///   end
///   start --> s_first
///   s_first --> s_second
///   s_second --> s_branches
///   s_branches --> s_slow
///   s_branches --> s_fast
///   join_branches --> s_caught
///   s_slow --> s_reads
///   s_reads --> join_branches
///   s_fast --> join_branches
///   s_caught --> finish
///   s_caught -.->|"Bad"| s_end
///   s_end --> finish
///   linkStyle 10 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/f`, called by the steps `first` (flow.yaml:7) and `caught` (flow.yaml:33).
        fn f(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/f", input)
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
        const DIGEST: &'static str = "6ca0e965a8ba26853d14d17cfe1a8b0e";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "f",
                    "acs:fc:::services/demo/functions/f",
                    rt::forwards(|it: &'static F, call, input| Functions::f(
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

    /// Calls `Functions::f`, which may return any JSON.
    struct F2;

    impl<F: Functions> rt::Function<F> for F2 {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/f";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::f(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        First,
        Second,
        Branches,
        Caught,
        End,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "first",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "second",
                place: "flow.yaml:14",
            },
            rt::Step {
                name: "branches",
                place: "flow.yaml:20",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:33",
            },
            rt::Step {
                name: "end",
                place: "flow.yaml:40",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::First,
                At::Second,
                At::Branches,
                At::Caught,
                At::End,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::First), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::First => first(cx, functions, &here, scope.take()).await,
                At::Second => second(cx, &here),
                At::Branches => branches(cx, &here).await,
                At::Caught => caught(cx, functions, &here, scope.take()).await,
                At::End => end(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `first`, flow.yaml:7.
    async fn first<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let global = rt::global_at(cx, here)?;
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([("before", rt::Value::Object(global.clone()))]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument)
            .await??;
        let global = rt::global(cx)?;
        let shared = rt::entries([
            ("a", rt::found(here, "$Output.Body.n", result.key("n"))?.clone()),
            ("kept", rt::Value::Object(rt::entries([("x", rt::Value::from(1i64))]))),
            ("input", rt::found(here, "$Input.n", data.key("n"))?.clone()),
        ]);
        let output = rt::Value::Object(
            rt::entries([("empty", rt::Value::Object(global.clone()))]),
        );
        Ok(rt::Left::to(Some(At::Second), output).sharing(shared).forgetting(&["empty"]))
    }

    /// Pass `second`, flow.yaml:14.
    fn second<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let global = rt::global_at(cx, here)?;
        let step_input = rt::Value::Object(
            rt::entries([
                ("was", rt::found(here, "$Global.a", global.get("a"))?.clone()),
                ("all", rt::Value::Object(global.clone())),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let global = rt::global(cx)?;
        let shared = rt::entries([
            ("a", rt::Value::from("changed")),
            (
                "b",
                rt::found(here, "$Global.kept.x", global.get("kept").key("x"))?.clone(),
            ),
            ("kept", rt::Value::Object(rt::entries([("y", rt::Value::from(2i64))]))),
        ]);
        let output = rt::Value::Object(
            rt::entries([
                ("was", rt::found(here, "$Input.was", step_input.key("was"))?.clone()),
                ("still", rt::found(here, "$Global.a", global.get("a"))?.clone()),
            ]),
        );
        Ok(
            rt::Left::to(Some(At::Branches), output)
                .sharing(shared)
                .forgetting(&["still", "was"]),
        )
    }

    /// Parallel `branches`, flow.yaml:20.
    async fn branches<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let global = rt::global_at(cx, here)?;
        let step_input = rt::Value::Object(
            rt::entries([
                ("seen", rt::found(here, "$Global.a", global.get("a"))?.clone()),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let given = &step_input;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => {
                            branches_branch_0::run(cx, &here.branch(0), given.clone())
                                .await
                        }
                        _ => {
                            branches_branch_1::run(cx, &here.branch(1), given.clone())
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = rt::branches(outcomes);
        let global = rt::global(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("left", rt::found(here, "$Global.left", global.get("left"))?.clone()),
                (
                    "right",
                    rt::found(here, "$Global.right", global.get("right"))?.clone(),
                ),
                (
                    "read",
                    rt::found(
                            here,
                            "$Output.Branch0.both",
                            result.key("Branch0").key("both"),
                        )?
                        .clone(),
                ),
                ("seen", rt::found(here, "$Input.seen", step_input.key("seen"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::Caught), output))
    }

    /// The steps of branch 0 of `branches`.
    mod branches_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `branches` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Slow,
            Reads,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "slow",
                    place: "flow.yaml:26",
                },
                rt::Step {
                    name: "reads",
                    place: "flow.yaml:27",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Slow, At::Reads];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `branches`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 0 of `branches` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Slow),
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
                    At::Slow => slow(cx, &here, scope.take()).await,
                    At::Reads => reads(cx, &here),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `slow`, flow.yaml:26.
        async fn slow<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(5)).await?;
            let shared = rt::entries([
                ("left", rt::found(here, "$Input.seen", data.key("seen"))?.clone()),
            ]);
            let output = data;
            Ok(rt::Left::to(Some(At::Reads), output).sharing(shared))
        }

        /// Pass `reads`, flow.yaml:27.
        fn reads<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let global = rt::global(cx)?;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "both",
                        rt::found(here, "$Global.right", global.get("right"))?.clone(),
                    ),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `branches`.
    mod branches_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `branches` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Fast,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "fast",
                    place: "flow.yaml:30",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Fast];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `branches`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 1 of `branches` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Fast),
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
                    At::Fast => fast(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `fast`, flow.yaml:30.
        async fn fast<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(2)).await?;
            let shared = rt::entries([("right", rt::Value::from("r"))]);
            let output = data;
            Ok(rt::Left::to(None, output).sharing(shared))
        }
    }

    /// Task `caught`, flow.yaml:33.
    async fn caught<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let global = rt::global_at(cx, here)?;
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([("all", rt::Value::Object(global.clone()))]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let outcome = rt::outcome_of(
            rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument).await,
        );
        match outcome {
            Ok(result) => {
                let shared = rt::entries([("never", rt::Value::Bool(true))]);
                let output = rt::body(result);
                Ok(rt::Left::to(None, output).sharing(shared))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["Bad"]) => {
                let global = rt::global(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        ("seen", data.clone()),
                        ("all", rt::Value::Object(global.clone())),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::End), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Succeed `end`, flow.yaml:40.
    fn end<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let shared = rt::entries([("over", rt::Value::Bool(true))]);
        let output = data;
        Ok(rt::Left::to(None, output).sharing(shared))
    }
}

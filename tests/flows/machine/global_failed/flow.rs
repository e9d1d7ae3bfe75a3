/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_start("start")
///   s_around{{"around"}}
///   join_around(( ))
///   s_end(["end"])
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_shares("shares")
///     s_fails["fails<br/>calls f"]
///     s_output["output<br/>calls f"]
///     s_global["global<br/>calls f"]
///     s_last("last")
///   end
///   start --> s_start
///   s_start --> s_around
///   s_around --> s_fails
///   join_around --> finish
///   s_around -.->|"FnF.ALL"| s_end
///   s_shares --> s_output
///   s_fails --> s_shares
///   s_fails -.->|"Bad"| s_shares
///   s_output --> join_around
///   s_output -.->|"FnF.RuntimeError"| s_global
///   s_global --> join_around
///   s_global -.->|"FnF.RuntimeError"| s_last
///   s_last --> join_around
///   s_end --> finish
///   linkStyle 4,7,9,11 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/f`, called by the steps `fails` (flow.yaml:14), `output` (flow.yaml:21) and `global` (flow.yaml:29).
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
        const DIGEST: &'static str = "623571ae7229c1ff831b662692f5715d";
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
        Start,
        Around,
        End,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "start",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "around",
                place: "flow.yaml:8",
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
            const ALL: [At; 3] = [At::Start, At::Around, At::End];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Start), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Start => start(cx, &here, scope.take()),
                At::Around => around(cx, functions, &here, scope.take()).await,
                At::End => end(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `start`, flow.yaml:7.
    fn start<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let shared = rt::entries([("at", rt::Value::from("start"))]);
        let output = data;
        Ok(rt::Left::to(Some(At::Around), output).sharing(shared))
    }

    /// Parallel `around`, flow.yaml:8.
    async fn around<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let outcome = async {
            let given = &data;
            let outcomes = rt::foreach(
                    1,
                    1,
                    |_| async move {
                        around_branch_0::run(
                                cx,
                                functions,
                                &here.branch(0),
                                given.clone(),
                            )
                            .await
                    },
                )
                .await?;
            let result = rt::branches(outcomes);
            let shared = rt::entries([
                ("at", rt::Value::from("around")),
                ("never", rt::Value::from(5i64)),
            ]);
            let output = result;
            rt::Res::Ok(rt::Left::to(None, output).sharing(shared))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let global = rt::global(cx)?;
                let output = rt::Value::Object(
                    rt::entries([("all", rt::Value::Object(global.clone()))]),
                );
                Ok(rt::Left::caught(Some(At::End), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of branch 0 of `around`.
    mod around_branch_0 {
        use super::{F2, Functions, rt, rt::prelude::*};

        /// Where branch 0 of `around` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Shares,
            Fails,
            Output,
            Global,
            Last,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "shares",
                    place: "flow.yaml:13",
                },
                rt::Step {
                    name: "fails",
                    place: "flow.yaml:14",
                },
                rt::Step {
                    name: "output",
                    place: "flow.yaml:21",
                },
                rt::Step {
                    name: "global",
                    place: "flow.yaml:29",
                },
                rt::Step {
                    name: "last",
                    place: "flow.yaml:36",
                },
            ];

            const REPEATS: Option<(usize, usize)> = Some((0, 1));

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 5] = [
                    At::Shares,
                    At::Fails,
                    At::Output,
                    At::Global,
                    At::Last,
                ];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `around`.
        type Scope = rt::Scope<At, 5, rt::Value>;

        /// Runs branch 0 of `around` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Fails),
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
                    At::Shares => shares(cx, &here, scope.take()),
                    At::Fails => fails(cx, functions, &here).await,
                    At::Output => output(cx, functions, &here).await,
                    At::Global => global(cx, functions, &here).await,
                    At::Last => last(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `shares`, flow.yaml:13.
        fn shares<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let shared = rt::entries([
                ("at", rt::Value::from("shares")),
                ("kept", rt::Value::from(1i64)),
            ]);
            let output = data;
            Ok(rt::Left::to(Some(At::Output), output).sharing(shared))
        }

        /// Task `fails`, flow.yaml:14.
        async fn fails<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = rt::Value::Object(
                rt::entries([("n", rt::Value::from(1i64))]),
            );
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let outcome = rt::outcome_of(
                rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument).await,
            );
            match outcome {
                Ok(result) => {
                    let shared = rt::entries([
                        ("at", rt::Value::from("fails")),
                        ("never", rt::Value::from(1i64)),
                    ]);
                    let output = rt::body(result);
                    Ok(rt::Left::to(Some(At::Shares), output).sharing(shared))
                }
                Err(rt::Halt::Failed(error)) if error.is_any(&["Bad"]) => {
                    let output = rt::Value::Object(rt::Object::new());
                    Ok(rt::Left::caught(Some(At::Shares), output, error))
                }
                Err(halt) => Err(halt),
            }
        }

        /// Task `output`, flow.yaml:21.
        async fn output<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let outcome = async {
                let argument = rt::Value::Object(
                    rt::entries([("n", rt::Value::from(2i64))]),
                );
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let mut result = rt::Context::invoke::<
                    F2,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let shared = rt::entries([
                    ("at", rt::Value::from("output")),
                    ("never", rt::Value::from(2i64)),
                ]);
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "none",
                            rt::taken(
                                here,
                                "$Output.Body.none",
                                rt::take(&mut result, "none"),
                            )?,
                        ),
                    ]),
                );
                rt::Res::Ok(rt::Left::to(None, output).sharing(shared))
            }
                .await;
            match outcome {
                Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                    let caught = rt::caught(&error);
                    let output = rt::Value::Object(
                        rt::entries([("why", caught.get("cause").or_null())]),
                    );
                    Ok(
                        rt::Left::caught(Some(At::Global), output, error)
                            .forgetting(&["why"]),
                    )
                }
                outcome => outcome,
            }
        }

        /// Task `global`, flow.yaml:29.
        async fn global<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let outcome = async {
                let argument = rt::Value::Object(
                    rt::entries([("n", rt::Value::from(3i64))]),
                );
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let result = rt::Context::invoke::<
                    F2,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let shared = rt::entries([
                    (
                        "at",
                        rt::found(here, "$Output.Body.none", result.key("none"))?.clone(),
                    ),
                    ("never", rt::Value::from(3i64)),
                ]);
                let output = rt::body(result);
                rt::Res::Ok(rt::Left::to(None, output).sharing(shared))
            }
                .await;
            match outcome {
                Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                    let caught = rt::caught(&error);
                    let output = rt::Value::Object(
                        rt::entries([("why", caught.get("cause").or_null())]),
                    );
                    Ok(rt::Left::caught(Some(At::Last), output, error))
                }
                outcome => outcome,
            }
        }

        /// Pass `last`, flow.yaml:36.
        fn last<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let shared = rt::entries([
                ("never", rt::Value::from(4i64)),
                ("at", rt::found(here, "$Input.none", data.key("none"))?.clone()),
            ]);
            let output = data;
            Ok(rt::Left::to(None, output).sharing(shared))
        }
    }

    /// Succeed `end`, flow.yaml:40.
    fn end<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let global = rt::global(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("all", rt::found(here, "$Input.all", data.key("all"))?.clone()),
                ("after", rt::Value::Object(global.clone())),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

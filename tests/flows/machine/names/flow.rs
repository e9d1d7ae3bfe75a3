/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_rt{{"rt<br/>↻ once on Busy"}}
///   join_rt(( ))
///   s_data_2("data")
///   s_step_input["step_input<br/>calls rt<br/>↻ once on Busy"]
///   s_outcome("outcome")
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_rt_2("rt")
///     s_data[/"data<br/>waits 1 s"/]
///   end
///   subgraph g_Branch1["Branch1"]
///     s_given{{"given<br/>for each of toArray($Input)<br/>40 at a time"}}
///     join_given(( ))
///     subgraph g_each_item["each item"]
///       s_items("items")
///     end
///   end
///   start --> s_rt
///   s_rt --> s_rt_2
///   s_rt --> s_given
///   join_rt --> s_data_2
///   s_rt_2 --> s_data
///   s_data --> join_rt
///   s_given --> s_items
///   join_given --> join_rt
///   s_items --> join_given
///   s_data_2 --> s_step_input
///   s_step_input --> s_outcome
///   s_step_input -.->|"FnF.ALL"| s_outcome
///   s_outcome --> finish
///   linkStyle 11 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/rt`, called by step `step_input` (flow.yaml:30).
        fn rt(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/rt", input)
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
        const DIGEST: &'static str = "44275af7adb97ef8aac1a19664a00202";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "rt",
                    "acs:fc:::services/demo/functions/rt",
                    rt::forwards(|it: &'static F, call, input| Functions::rt(
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

    /// Calls `Functions::rt`, which may return any JSON.
    struct Rt;

    impl<F: Functions> rt::Function<F> for Rt {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/rt";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::rt(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Rt,
        Data,
        StepInput,
        Outcome,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "rt",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "data",
                place: "flow.yaml:29",
            },
            rt::Step {
                name: "step_input",
                place: "flow.yaml:30",
            },
            rt::Step {
                name: "outcome",
                place: "flow.yaml:40",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Rt, At::Data, At::StepInput, At::Outcome];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Rt), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Rt => rt_2(cx, &here, scope.take()).await,
                At::Data => data_2(cx, &here, scope.take()),
                At::StepInput => step_input(cx, functions, &here, scope.take()).await,
                At::Outcome => outcome(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `rt`, flow.yaml:7.
    async fn rt_2<C: rt::Context>(
        cx: &C,
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
        let step_input = rt::Value::Object(
            rt::entries([("n", rt::found(here, "$Input.n", data.key("n"))?.clone())]),
        );
        here.started_with(cx, &step_input)?;
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
                                    rt_2_branch_0::run(cx, &attempt.branch(0), given.clone())
                                        .await
                                }
                                _ => {
                                    rt_2_branch_1::run(cx, &attempt.branch(1), given.clone())
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
        let result = rt::branches(outcomes);
        let output = rt::Value::Object(rt::entries([("data", result.clone())]));
        Ok(rt::Left::to(Some(At::Data), output))
    }

    /// The steps of branch 0 of `rt`.
    mod rt_2_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `rt` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Rt,
            Data,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "rt",
                    place: "flow.yaml:13",
                },
                rt::Step {
                    name: "data",
                    place: "flow.yaml:14",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Rt, At::Data];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `rt`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 0 of `rt` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(cx, path, Some(At::Rt), input)? {
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
                    At::Rt => rt_2(cx, &here, scope.take()),
                    At::Data => data_2(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `rt`, flow.yaml:13.
        fn rt_2<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            let step_input = rt::Value::Object(
                rt::entries([("n", rt::found(here, "$Input.n", data.key("n"))?.clone())]),
            );
            here.started_with(cx, &step_input)?;
            Ok(rt::Left::to(Some(At::Data), step_input))
        }

        /// Wait `data`, flow.yaml:14.
        async fn data_2<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(1)).await?;
            Ok(rt::Left::to(None, data))
        }
    }

    /// The steps of branch 1 of `rt`.
    mod rt_2_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `rt` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Given,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "given",
                    place: "flow.yaml:17",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Given];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `rt`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 1 of `rt` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Given),
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
                    At::Given => given(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Foreach `given`, flow.yaml:17.
        async fn given<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let collection = rt::Value::from([data.clone()]);
            let items = rt::collection(here, "toArray($Input)", Some(&collection))?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(40),
                    |index| async move {
                        given_body::run(cx, &here.item(index), items[index].clone())
                            .await
                    },
                )
                .await?;
            let result = rt::items(outcomes);
            let output = rt::Value::Object(rt::entries([("attempt", result.clone())]));
            Ok(rt::Left::to(None, output))
        }

        /// The steps of an iteration of `given`.
        mod given_body {
            use super::{rt, rt::prelude::*};

            /// Where an iteration of `given` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Items,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "items",
                        place: "flow.yaml:23",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Items];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `given`.
            type Scope = rt::Scope<At, 1, rt::Value>;

            /// Runs an iteration of `given` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Items),
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
                        At::Items => items(cx, &here, scope.take()),
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `items`, flow.yaml:23.
            fn items<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        ("index", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }
        }
    }

    /// Pass `data`, flow.yaml:29.
    fn data_2<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let global = rt::global_at(cx, here)?;
        let step_input = rt::Value::Object(
            rt::entries([
                ("data", rt::found(here, "$Input.data", data.key("data"))?.clone()),
                ("global", rt::Value::Object(global.clone())),
            ]),
        );
        here.started_with(cx, &step_input)?;
        Ok(rt::Left::to(Some(At::StepInput), step_input))
    }

    /// Task `step_input`, flow.yaml:30.
    async fn step_input<C: rt::Context, F: Functions>(
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
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("here", rt::builtin::uuid(cx, here, 0)?),
                        (
                            "data",
                            rt::found(here, "$Input.data", data.key("data"))?.clone(),
                        ),
                    ]),
                ),
            )
        })();
        let (step_input, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let argument = || Ok(
                rt::found(here, "$Input.data", step_input.key("data"))?.clone(),
            );
            let result = rt::call::<C, Rt, F>(cx, here, functions, policy, &argument)
                .await?;
            let shared = rt::entries([("shared", result.clone())]);
            let output = rt::Value::Object(
                rt::entries([
                    ("made", result.clone()),
                    (
                        "failed",
                        rt::builtin::length(
                            here,
                            rt::found(here, "$Input.here", step_input.key("here"))?,
                        )?,
                    ),
                ]),
            );
            rt::Res::Ok(rt::Left::to(Some(At::Outcome), output).sharing(shared))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "error",
                            rt::Value::Object(
                                rt::entries([
                                    ("Code", caught.get("error").or_null()),
                                    ("Detail", caught.get("cause").or_null()),
                                ]),
                            ),
                        ),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Outcome), output, error))
            }
            outcome => outcome,
        }
    }

    /// Pass `outcome`, flow.yaml:40.
    fn outcome<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let global = rt::global(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("result", data.clone()),
                ("global", rt::Value::Object(global.clone())),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

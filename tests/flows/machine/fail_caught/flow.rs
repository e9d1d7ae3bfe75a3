/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_outer{{"outer"}}
///   join_outer(( ))
///   s_end("end")
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_each{{"each<br/>for each of $Input.items<br/>40 at a time"}}
///     join_each(( ))
///     s_over(["over"])
///     subgraph g_each_item["each item"]
///       s_which{"which"}
///       s_odd(["odd<br/>Odd<br/>an odd one"])
///       s_even(["even<br/>Even"])
///       s_ask[/"ask<br/>calls ask<br/>waits for a report<br/>at most 600 s"\]
///     end
///   end
///   start --> s_outer
///   s_outer --> s_each
///   join_outer --> finish
///   s_outer -.->|"Even, FnF.TaskTimeout"| s_end
///   s_each --> s_which
///   join_each --> join_outer
///   s_each -.->|"Odd"| s_over
///   s_which -->|"$Input == #quot;odd#quot;"| s_odd
///   s_which -->|"$Input == #quot;slow#quot;"| s_ask
///   s_which -->|"default"| s_even
///   s_ask --> join_each
///   s_over --> join_outer
///   s_end --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_odd,s_even failure
///   linkStyle 3,6 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/ask`, called by step `ask` (flow.yaml:26).
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
        const DIGEST: &'static str = "12f037687cd2a23c605903ef0cd6c95d";
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
        Outer,
        End,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "outer",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "end",
                place: "flow.yaml:42",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Outer, At::End];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Outer), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Outer => outer(cx, functions, &here, scope.take()).await,
                At::End => end(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `outer`, flow.yaml:7.
    async fn outer<C: rt::Context, F: Functions>(
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
                        outer_branch_0::run(
                                cx,
                                functions,
                                &here.branch(0),
                                given.clone(),
                            )
                            .await
                    },
                )
                .await?;
            let mut result = rt::branches(outcomes);
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "got",
                        rt::taken(
                            here,
                            "$Output.Branch0",
                            rt::take(&mut result, "Branch0"),
                        )?,
                    ),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output))
        }
            .await;
        match outcome {
            Err(
                rt::Halt::Failed(error),
            ) if error.is_any(&["Even", "FnF.TaskTimeout"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        ("by", rt::Value::from("outer")),
                        ("code", caught.get("error").or_null()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::End), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of branch 0 of `outer`.
    mod outer_branch_0 {
        use super::{Ask, Functions, rt, rt::prelude::*};

        /// Where branch 0 of `outer` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Each,
            Over,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "each",
                    place: "flow.yaml:12",
                },
                rt::Step {
                    name: "over",
                    place: "flow.yaml:38",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Each, At::Over];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `outer`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 0 of `outer` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Each),
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
                    At::Each => each(cx, functions, &here, scope.take()).await,
                    At::Over => over(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Foreach `each`, flow.yaml:12.
        async fn each<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let outcome = async {
                let items = rt::collection(here, "$Input.items", data.key("items"))?;
                let outcomes = rt::foreach(
                        items.len(),
                        cx.iterations(40),
                        |index| async move {
                            each_body::run(
                                    cx,
                                    functions,
                                    &here.item(index),
                                    items[index].clone(),
                                )
                                .await
                        },
                    )
                    .await?;
                let result = rt::items(outcomes);
                rt::Res::Ok(rt::Left::to(None, result))
            }
                .await;
            match outcome {
                Err(rt::Halt::Failed(error)) if error.is_any(&["Odd"]) => {
                    let caught = rt::caught(&error);
                    let output = rt::Value::Object(
                        rt::entries([
                            ("by", rt::Value::from("each")),
                            ("why", caught.get("cause").or_null()),
                        ]),
                    );
                    Ok(rt::Left::caught(Some(At::Over), output, error))
                }
                outcome => outcome,
            }
        }

        /// The steps of an iteration of `each`.
        mod each_body {
            use super::{Ask, Functions, rt, rt::prelude::*};

            /// Where an iteration of `each` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Which,
                Odd,
                Even,
                Ask,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "which",
                        place: "flow.yaml:18",
                    },
                    rt::Step {
                        name: "odd",
                        place: "flow.yaml:24",
                    },
                    rt::Step {
                        name: "even",
                        place: "flow.yaml:25",
                    },
                    rt::Step {
                        name: "ask",
                        place: "flow.yaml:26",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 4] = [At::Which, At::Odd, At::Even, At::Ask];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `each`.
            type Scope = rt::Scope<At, 4, rt::Value>;

            /// Runs an iteration of `each` from where it stands to its end.
            pub(super) async fn run<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Which),
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
                        At::Which => which(cx, &here, scope.take()),
                        At::Odd => odd(cx, &here),
                        At::Even => even(cx, &here),
                        At::Ask => ask(cx, functions, &here).await,
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Choice `which`, flow.yaml:18.
            fn which<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                if rt::eq(&data, "odd") {
                    return Ok(rt::Left::to(Some(At::Odd), data));
                }
                if rt::eq(&data, "slow") {
                    return Ok(rt::Left::to(Some(At::Ask), data));
                }
                Ok(rt::Left::to(Some(At::Even), data))
            }

            /// Fail `odd`, flow.yaml:24.
            fn odd<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                rt::failure("Odd", "an odd one")
            }

            /// Fail `even`, flow.yaml:25.
            fn even<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                rt::failure("Even", "")
            }

            /// Task `ask`, flow.yaml:26.
            async fn ask<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let policy = rt::Policy {
                    timeout: Some(rt::Duration::from_secs(600)),
                    retry: &[],
                };
                let argument = |token: &rt::TaskToken| Ok(
                    rt::Value::Object(
                        rt::entries([("taskToken", rt::Value::from(token.as_str()))]),
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

        /// Succeed `over`, flow.yaml:38.
        fn over<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }
    }

    /// Pass `end`, flow.yaml:42.
    fn end<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

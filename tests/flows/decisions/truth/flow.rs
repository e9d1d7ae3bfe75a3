/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $.values"}}
///   join_each(( ))
///   finish(["end"])
///   subgraph g_each_value["each value"]
///     s_bare{"bare"}
///     s_joined{"joined"}
///     subgraph g_case_1["case 1"]
///       s_yes("yes")
///     end
///     subgraph g_default["default"]
///       s_no("no")
///     end
///     subgraph g_case_1_2["case 1"]
///       s_both("both")
///     end
///     subgraph g_default_2["default"]
///       s_not_both("not both")
///     end
///   end
///   start --> s_each
///   s_each --> s_bare
///   join_each --> finish
///   s_bare -->|"$.value"| s_yes
///   s_bare -->|"default"| s_no
///   s_yes --> s_joined
///   s_no --> s_joined
///   s_joined -->|"($.value || false) #amp;#amp; true"| s_both
///   s_joined -->|"default"| s_not_both
///   s_both --> join_each
///   s_not_both --> join_each
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
        const DIGEST: &'static str = "8f9bded3f4f5775e8424cdb1b747fa93";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Each,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "each",
                place: "flow.yaml:5",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Each];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Each), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Each => each(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `each`, flow.yaml:5.
    async fn each<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.values", step_input.get("values"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("value", items[index].clone())]);
                    each_body::run(
                            cx,
                            &here.item(index),
                            &rt::Data::over(&own, &step_input),
                        )
                        .await
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "bare",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("bare")).cloned().collect(),
                ),
            ),
            (
                "joined",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("joined")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Bare,
            Joined,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "bare",
                    place: "flow.yaml:9",
                },
                rt::Step {
                    name: "joined",
                    place: "flow.yaml:16",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Bare, At::Joined];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 2>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Bare), input)? {
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
                    At::Bare => bare(cx, &here, input, &scope).await,
                    At::Joined => joined(cx, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Choice `bare`, flow.yaml:9.
        async fn bare<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::truth(here, rt::Truth::Lenient, step_input.get("value"))? {
                let result = rt::Box::pin(
                        bare_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Joined), result));
            }
            let result = rt::Box::pin(bare_default::run(cx, &here.entry(1), &step_input))
                .await?;
            Ok(rt::Left::to(Some(At::Joined), result))
        }

        /// The steps of entry 0 of `bare`.
        mod bare_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `bare` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Yes,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "yes",
                        place: "flow.yaml:13",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Yes];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `bare`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `bare` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Yes), input)? {
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
                        At::Yes => yes(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `yes`, flow.yaml:13.
            fn yes<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("bare", rt::Value::Bool(true))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of the default of `bare`.
        mod bare_default {
            use super::{rt, rt::prelude::*};

            /// Where the default of `bare` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                No,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "no",
                        place: "flow.yaml:15",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::No];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of the default of `bare`.
            type Scope = rt::Scope<At, 1>;

            /// Runs the default of `bare` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::No), input)? {
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
                        At::No => no(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `no`, flow.yaml:15.
            fn no<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("bare", rt::Value::Bool(false))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `joined`, flow.yaml:16.
        async fn joined<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if (rt::truth(here, rt::Truth::Lenient, step_input.get("value"))?
                || rt::eq(true, false)) && rt::eq(true, true)
            {
                let result = rt::Box::pin(
                        joined_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(None, result));
            }
            let result = rt::Box::pin(
                    joined_default::run(cx, &here.entry(1), &step_input),
                )
                .await?;
            Ok(rt::Left::to(None, result))
        }

        /// The steps of entry 0 of `joined`.
        mod joined_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `joined` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Both,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "both",
                        place: "flow.yaml:20",
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

            /// The position and the data of entry 0 of `joined`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `joined` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
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
                        here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                            .await?;
                    }
                    let left = match at {
                        At::Both => both(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `both`, flow.yaml:20.
            fn both<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("joined", rt::Value::Bool(true))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of the default of `joined`.
        mod joined_default {
            use super::{rt, rt::prelude::*};

            /// Where the default of `joined` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                NotBoth,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "not both",
                        place: "flow.yaml:22",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::NotBoth];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of the default of `joined`.
            type Scope = rt::Scope<At, 1>;

            /// Runs the default of `joined` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::NotBoth), input)? {
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
                        At::NotBoth => not_both(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `not both`, flow.yaml:22.
            fn not_both<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("joined", rt::Value::Bool(false))];
                Ok(rt::Left::to(None, output))
            }
        }
    }
}

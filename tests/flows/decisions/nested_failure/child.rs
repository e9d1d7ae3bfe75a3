/// The flow `failing_inside`, generated from `child.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_both{{"both"}}
///   join_both(( ))
///   s_not_reached("not reached")
///   finish(["end"])
///   subgraph g_branch_1["branch 1"]
///     s_long[/"long<br/>waits 1000 s"/]
///   end
///   subgraph g_branch_2["branch 2"]
///     s_each{{"each<br/>for each of $.items"}}
///     join_each(( ))
///     subgraph g_each_item["each item"]
///       s_which{"which"}
///       subgraph g_case_1["case 1"]
///         s_deep(["deep<br/>Deep<br/>$input.item"])
///       end
///       subgraph g_case_2["case 2"]
///         s_nameless(["nameless"])
///       end
///       subgraph g_case_3["case 3"]
///         s_silent(["silent<br/>no name for it"])
///       end
///       subgraph g_case_4["case 4"]
///         s_passing(["passing<br/>Passing<br/>twice"])
///       end
///     end
///   end
///   start --> s_both
///   s_both --> s_long
///   s_both --> s_each
///   join_both --> s_not_reached
///   s_long --> join_both
///   s_each --> s_which
///   join_each --> join_both
///   s_which -->|"$.item == #quot;deep#quot;"| s_deep
///   s_which -->|"$.item == #quot;nameless#quot;"| s_nameless
///   s_which -->|"$.item == #quot;silent#quot;"| s_silent
///   s_which -->|"$.item == #quot;passing#quot;"| s_passing
///   s_which -->|"default"| join_each
///   s_not_reached --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_deep,s_nameless,s_silent,s_passing failure
/// ```
#[allow(clippy::pedantic)]
pub mod child {
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

    /// The flow `failing_inside` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "failing_inside";
        const DIGEST: &'static str = "4773d7caa19d8026aec8042cac0127c9";
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
        Both,
        NotReached,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "both",
                place: "child.yaml:5",
            },
            rt::Step {
                name: "not reached",
                place: "child.yaml:30",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Both, At::NotReached];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
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
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Both => both(cx, &here, input, &scope).await,
                At::NotReached => not_reached(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `both`, child.yaml:5.
    async fn both<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => both_branch_0::run(cx, &here.branch(0), &step_input).await,
                        _ => both_branch_1::run(cx, &here.branch(1), &step_input).await,
                    }
                },
            )
            .await?;
        Ok(rt::Left::to(Some(At::NotReached), rt::Object::new()))
    }

    /// The steps of branch 0 of `both`.
    mod both_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Long,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "long",
                    place: "child.yaml:9",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Long];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `both`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 0 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Long), input)? {
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
                    At::Long => long(cx, &here).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `long`, child.yaml:9.
        async fn long<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(1000)).await?;
            Ok(rt::Left::to(None, rt::Object::new()))
        }
    }

    /// The steps of branch 1 of `both`.
    mod both_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Each,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "each",
                    place: "child.yaml:11",
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

        /// The position and the data of branch 1 of `both`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 1 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
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
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Each => each(cx, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Foreach `each`, child.yaml:11.
        async fn each<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let items = rt::collection(here, "$.items", step_input.get("items"))?;
            rt::foreach(
                    items.len(),
                    cx.iterations(100),
                    |index| async move {
                        let own = rt::entries([("item", items[index].clone())]);
                        each_body::run(
                                cx,
                                &here.item(index),
                                &rt::Data::over(&own, &step_input),
                            )
                            .await
                    },
                )
                .await?;
            Ok(rt::Left::to(None, rt::Object::new()))
        }

        /// The steps of an iteration of `each`.
        mod each_body {
            use super::{rt, rt::prelude::*};

            /// Where an iteration of `each` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Which,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "which",
                        place: "child.yaml:15",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Which];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `each`.
            type Scope = rt::Scope<At, 1>;

            /// Runs an iteration of `each` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Which), input)? {
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
                        At::Which => which(cx, &here, input, &scope).await,
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Choice `which`, child.yaml:15.
            async fn which<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                if rt::eq(step_input.get("item"), "deep") {
                    let result = rt::Box::pin(
                            which_entry_0::run(cx, &here.entry(0), &step_input),
                        )
                        .await?;
                    return Ok(rt::Left::to(None, result));
                }
                if rt::eq(step_input.get("item"), "nameless") {
                    let result = rt::Box::pin(
                            which_entry_1::run(cx, &here.entry(1), &step_input),
                        )
                        .await?;
                    return Ok(rt::Left::to(None, result));
                }
                if rt::eq(step_input.get("item"), "silent") {
                    let result = rt::Box::pin(
                            which_entry_2::run(cx, &here.entry(2), &step_input),
                        )
                        .await?;
                    return Ok(rt::Left::to(None, result));
                }
                if rt::eq(step_input.get("item"), "passing") {
                    let result = rt::Box::pin(
                            which_entry_3::run(cx, &here.entry(3), &step_input),
                        )
                        .await?;
                    return Ok(rt::Left::to(None, result));
                }
                Ok(rt::Left::to(None, rt::Object::new()))
            }

            /// The steps of entry 0 of `which`.
            mod which_entry_0 {
                use super::{rt, rt::prelude::*};

                /// Where entry 0 of `which` stands.
                #[derive(Clone, Copy, Debug)]
                enum At {
                    Deep,
                }

                impl rt::Position for At {
                    const STEPS: &'static [rt::Step] = &[
                        rt::Step {
                            name: "deep",
                            place: "child.yaml:20",
                        },
                    ];

                    fn index(self) -> usize {
                        self as usize
                    }

                    fn from_index(index: usize) -> Option<Self> {
                        const ALL: [At; 1] = [At::Deep];
                        ALL.get(index).copied()
                    }
                }

                /// The position and the data of entry 0 of `which`.
                type Scope = rt::Scope<At, 1>;

                /// Runs entry 0 of `which` from where it stands to its end.
                pub(super) async fn run<C: rt::Context>(
                    cx: &C,
                    path: &rt::Path<'_>,
                    input: &rt::Data<'_>,
                ) -> rt::Res<rt::Object> {
                    let mut scope = match Scope::open(cx, path, Some(At::Deep), input)? {
                        rt::Begin::Run(scope) => scope,
                        rt::Begin::Done(outcome) => return Ok(outcome),
                    };
                    while let Some(at) = scope.at {
                        let (mut here, resumed) = scope.arrive(path, at);
                        if !resumed {
                            here.event_id = rt::Context::enter(
                                    cx,
                                    path,
                                    &here.path,
                                    &scope,
                                )
                                .await?;
                        }
                        let left = match at {
                            At::Deep => deep(cx, &here),
                        };
                        scope.accumulate(cx, &here, left)?;
                    }
                    scope.close(cx, path)
                }

                /// Fail `deep`, child.yaml:20.
                fn deep<C: rt::Context>(
                    cx: &C,
                    here: &rt::Here<'_>,
                ) -> rt::Res<rt::Left<At>> {
                    here.started(cx)?;
                    rt::failure("Deep", "$input.item")
                }
            }

            /// The steps of entry 1 of `which`.
            mod which_entry_1 {
                use super::{rt, rt::prelude::*};

                /// Where entry 1 of `which` stands.
                #[derive(Clone, Copy, Debug)]
                enum At {
                    Nameless,
                }

                impl rt::Position for At {
                    const STEPS: &'static [rt::Step] = &[
                        rt::Step {
                            name: "nameless",
                            place: "child.yaml:23",
                        },
                    ];

                    fn index(self) -> usize {
                        self as usize
                    }

                    fn from_index(index: usize) -> Option<Self> {
                        const ALL: [At; 1] = [At::Nameless];
                        ALL.get(index).copied()
                    }
                }

                /// The position and the data of entry 1 of `which`.
                type Scope = rt::Scope<At, 1>;

                /// Runs entry 1 of `which` from where it stands to its end.
                pub(super) async fn run<C: rt::Context>(
                    cx: &C,
                    path: &rt::Path<'_>,
                    input: &rt::Data<'_>,
                ) -> rt::Res<rt::Object> {
                    let mut scope = match Scope::open(
                        cx,
                        path,
                        Some(At::Nameless),
                        input,
                    )? {
                        rt::Begin::Run(scope) => scope,
                        rt::Begin::Done(outcome) => return Ok(outcome),
                    };
                    while let Some(at) = scope.at {
                        let (mut here, resumed) = scope.arrive(path, at);
                        if !resumed {
                            here.event_id = rt::Context::enter(
                                    cx,
                                    path,
                                    &here.path,
                                    &scope,
                                )
                                .await?;
                        }
                        let left = match at {
                            At::Nameless => nameless(cx, &here),
                        };
                        scope.accumulate(cx, &here, left)?;
                    }
                    scope.close(cx, path)
                }

                /// Fail `nameless`, child.yaml:23.
                fn nameless<C: rt::Context>(
                    cx: &C,
                    here: &rt::Here<'_>,
                ) -> rt::Res<rt::Left<At>> {
                    here.started(cx)?;
                    rt::failure("", "")
                }
            }

            /// The steps of entry 2 of `which`.
            mod which_entry_2 {
                use super::{rt, rt::prelude::*};

                /// Where entry 2 of `which` stands.
                #[derive(Clone, Copy, Debug)]
                enum At {
                    Silent,
                }

                impl rt::Position for At {
                    const STEPS: &'static [rt::Step] = &[
                        rt::Step {
                            name: "silent",
                            place: "child.yaml:26",
                        },
                    ];

                    fn index(self) -> usize {
                        self as usize
                    }

                    fn from_index(index: usize) -> Option<Self> {
                        const ALL: [At; 1] = [At::Silent];
                        ALL.get(index).copied()
                    }
                }

                /// The position and the data of entry 2 of `which`.
                type Scope = rt::Scope<At, 1>;

                /// Runs entry 2 of `which` from where it stands to its end.
                pub(super) async fn run<C: rt::Context>(
                    cx: &C,
                    path: &rt::Path<'_>,
                    input: &rt::Data<'_>,
                ) -> rt::Res<rt::Object> {
                    let mut scope = match Scope::open(
                        cx,
                        path,
                        Some(At::Silent),
                        input,
                    )? {
                        rt::Begin::Run(scope) => scope,
                        rt::Begin::Done(outcome) => return Ok(outcome),
                    };
                    while let Some(at) = scope.at {
                        let (mut here, resumed) = scope.arrive(path, at);
                        if !resumed {
                            here.event_id = rt::Context::enter(
                                    cx,
                                    path,
                                    &here.path,
                                    &scope,
                                )
                                .await?;
                        }
                        let left = match at {
                            At::Silent => silent(cx, &here),
                        };
                        scope.accumulate(cx, &here, left)?;
                    }
                    scope.close(cx, path)
                }

                /// Fail `silent`, child.yaml:26.
                fn silent<C: rt::Context>(
                    cx: &C,
                    here: &rt::Here<'_>,
                ) -> rt::Res<rt::Left<At>> {
                    here.started(cx)?;
                    rt::failure("", "no name for it")
                }
            }

            /// The steps of entry 3 of `which`.
            mod which_entry_3 {
                use super::{rt, rt::prelude::*};

                /// Where entry 3 of `which` stands.
                #[derive(Clone, Copy, Debug)]
                enum At {
                    Passing,
                }

                impl rt::Position for At {
                    const STEPS: &'static [rt::Step] = &[
                        rt::Step {
                            name: "passing",
                            place: "child.yaml:29",
                        },
                    ];

                    fn index(self) -> usize {
                        self as usize
                    }

                    fn from_index(index: usize) -> Option<Self> {
                        const ALL: [At; 1] = [At::Passing];
                        ALL.get(index).copied()
                    }
                }

                /// The position and the data of entry 3 of `which`.
                type Scope = rt::Scope<At, 1>;

                /// Runs entry 3 of `which` from where it stands to its end.
                pub(super) async fn run<C: rt::Context>(
                    cx: &C,
                    path: &rt::Path<'_>,
                    input: &rt::Data<'_>,
                ) -> rt::Res<rt::Object> {
                    let mut scope = match Scope::open(
                        cx,
                        path,
                        Some(At::Passing),
                        input,
                    )? {
                        rt::Begin::Run(scope) => scope,
                        rt::Begin::Done(outcome) => return Ok(outcome),
                    };
                    while let Some(at) = scope.at {
                        let (mut here, resumed) = scope.arrive(path, at);
                        if !resumed {
                            here.event_id = rt::Context::enter(
                                    cx,
                                    path,
                                    &here.path,
                                    &scope,
                                )
                                .await?;
                        }
                        let left = match at {
                            At::Passing => passing(cx, &here),
                        };
                        scope.accumulate(cx, &here, left)?;
                    }
                    scope.close(cx, path)
                }

                /// Fail `passing`, child.yaml:29.
                fn passing<C: rt::Context>(
                    cx: &C,
                    here: &rt::Here<'_>,
                ) -> rt::Res<rt::Left<At>> {
                    here.started(cx)?;
                    rt::failure("Passing", "twice")
                }
            }
        }
    }

    /// Pass `not reached`, child.yaml:30.
    fn not_reached<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("reached", rt::Value::Bool(true))];
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_both{{"both"}}
///   join_both(( ))
///   s_each{{"each<br/>for each of $.items"}}
///   join_each(( ))
///   s_goto_wins{"goto wins"}
///   s_skipped("skipped")
///   s_landed("landed")
///   finish(["end"])
///   subgraph g_branch_1["branch 1"]
///     s_early(["early"])
///     s_lost("lost")
///   end
///   subgraph g_branch_2["branch 2"]
///     s_right("right")
///   end
///   subgraph g_each_item["each item"]
///     s_which{"which"}
///     s_last("last")
///     s_none("none")
///     subgraph g_case_1["case 1"]
///       s_one(["one"])
///       s_never("never")
///     end
///   end
///   start --> s_both
///   s_both --> s_early
///   s_both --> s_right
///   join_both --> s_each
///   s_early --> join_both
///   s_lost --> join_both
///   s_right --> join_both
///   s_each --> s_which
///   join_each --> s_goto_wins
///   s_which -->|"$.item == 1"| s_one
///   s_which -->|"default"| s_last
///   s_one --> s_last
///   s_never --> s_last
///   s_last --> join_each
///   s_none --> join_each
///   s_goto_wins -->|"$.jump"| s_landed
///   s_goto_wins -->|"default"| finish
///   s_skipped --> s_landed
///   s_landed --> finish
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
        const DIGEST: &'static str = "c6c36c5f5ba6ad83d98a4882d2d4248e";
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
        Each,
        GotoWins,
        Skipped,
        Landed,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "both",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "each",
                place: "flow.yaml:14",
            },
            rt::Step {
                name: "goto wins",
                place: "flow.yaml:28",
            },
            rt::Step {
                name: "skipped",
                place: "flow.yaml:33",
            },
            rt::Step {
                name: "landed",
                place: "flow.yaml:34",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Both,
                At::Each,
                At::GotoWins,
                At::Skipped,
                At::Landed,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5>;

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
                At::Each => each(cx, &here, input, &scope).await,
                At::GotoWins => goto_wins(cx, &here, input, &scope),
                At::Skipped => skipped(cx, &here),
                At::Landed => landed(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `both`, flow.yaml:5.
    async fn both<C: rt::Context>(
        cx: &C,
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
                        _ => both_branch_1::run(cx, &here.branch(1), &step_input).await,
                    }
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "vs",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("v")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(Some(At::Each), output))
    }

    /// The steps of branch 0 of `both`.
    mod both_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Early,
            Lost,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "early",
                    place: "flow.yaml:9",
                },
                rt::Step {
                    name: "lost",
                    place: "flow.yaml:10",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Early, At::Lost];
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
            let mut scope = match Scope::open(cx, path, Some(At::Early), input)? {
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
                    At::Early => early(cx, &here),
                    At::Lost => lost(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Succeed `early`, flow.yaml:9.
        fn early<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("v", rt::Value::from("early"))];
            Ok(rt::Left::to(None, output))
        }

        /// Pass `lost`, flow.yaml:10.
        fn lost<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("v", rt::Value::from("lost"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `both`.
    mod both_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Right,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "right",
                    place: "flow.yaml:12",
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
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
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
                    At::Right => right(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `right`, flow.yaml:12.
        fn right<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("v", rt::Value::from("right"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Foreach `each`, flow.yaml:14.
    async fn each<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.items", step_input.get("items"))?;
        let outcomes = rt::foreach(
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
        let result = rt::array(outcomes);
        let output = [("items", result.clone())];
        Ok(rt::Left::to(Some(At::GotoWins), output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Which,
            Last,
            None,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "which",
                    place: "flow.yaml:18",
                },
                rt::Step {
                    name: "last",
                    place: "flow.yaml:25",
                },
                rt::Step {
                    name: "none",
                    place: "flow.yaml:26",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 3] = [At::Which, At::Last, At::None];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 3>;

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
                    At::Last => last(cx, &here, input, &scope),
                    At::None => none(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Choice `which`, flow.yaml:18.
        async fn which<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::eq(step_input.get("item"), 1i128) {
                let result = rt::Box::pin(
                        which_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Last), result));
            }
            Ok(rt::Left::to(Some(At::Last), rt::Object::new()))
        }

        /// The steps of entry 0 of `which`.
        mod which_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `which` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                One,
                Never,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "one",
                        place: "flow.yaml:23",
                    },
                    rt::Step {
                        name: "never",
                        place: "flow.yaml:24",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 2] = [At::One, At::Never];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `which`.
            type Scope = rt::Scope<At, 2>;

            /// Runs entry 0 of `which` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::One), input)? {
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
                        At::One => one(cx, &here, input, &scope),
                        At::Never => never(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Succeed `one`, flow.yaml:23.
            fn one<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                let output = [("one", step_input.get("item").or_null())];
                Ok(rt::Left::to(None, output))
            }

            /// Pass `never`, flow.yaml:24.
            fn never<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("one", rt::Value::from("never"))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Pass `last`, flow.yaml:25.
        fn last<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [("v", step_input.get("item").or_null())];
            Ok(rt::Left::to(None, output))
        }

        /// Pass `none`, flow.yaml:26.
        fn none<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("v", rt::Value::from("none"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `goto wins`, flow.yaml:28.
    fn goto_wins<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::truth(here, rt::Truth::Lenient, step_input.get("jump"))? {
            return Ok(rt::Left::to(Some(At::Landed), rt::Object::new()));
        }
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Pass `skipped`, flow.yaml:33.
    fn skipped<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("skipped", rt::Value::Bool(true))];
        Ok(rt::Left::to(Some(At::Landed), output))
    }

    /// Pass `landed`, flow.yaml:34.
    fn landed<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("landed", rt::Value::Bool(true))];
        Ok(rt::Left::to(None, output))
    }
}

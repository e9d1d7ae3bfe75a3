/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_size{"size"}
///   s_between("between")
///   s_last("last")
///   s_look("look")
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_large("large")
///     s_very_large{"very large"}
///     subgraph g_case_1_2["case 1"]
///       s_huge("huge")
///       s_not_reached("not reached")
///     end
///   end
///   subgraph g_case_2["case 2"]
///     s_medium("medium")
///   end
///   subgraph g_default["default"]
///     s_small("small")
///   end
///   start --> s_size
///   s_size -->|"$.n #gt; 100"| s_large
///   s_size -->|"$.n #gt; 10"| s_medium
///   s_size -->|"default"| s_small
///   s_large --> s_very_large
///   s_very_large -->|"$.n #gt; 1000"| s_huge
///   s_very_large -->|"default"| s_last
///   s_huge --> s_last
///   s_not_reached --> s_last
///   s_medium --> s_between
///   s_small --> s_between
///   s_between --> s_last
///   s_last --> s_look
///   s_look --> finish
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
        const DIGEST: &'static str = "6464613b300f9c8384a892719e0d0336";
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
        Size,
        Between,
        Last,
        Look,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "size",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "between",
                place: "flow.yaml:35",
            },
            rt::Step {
                name: "last",
                place: "flow.yaml:38",
            },
            rt::Step {
                name: "look",
                place: "flow.yaml:41",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Size, At::Between, At::Last, At::Look];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Size), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Size => size(cx, &here, input, &scope).await,
                At::Between => between(cx, &here),
                At::Last => last(cx, &here, input, &scope),
                At::Look => look(cx, &here, input, &scope),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `size`, flow.yaml:4.
    async fn size<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::gt(here, rt::Nulls::False, step_input.get("n"), 100i128)? {
            let result = rt::Box::pin(size_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::Last), result));
        }
        if rt::gt(here, rt::Nulls::False, step_input.get("n"), 10i128)? {
            let result = rt::Box::pin(size_entry_1::run(cx, &here.entry(1), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::Between), result));
        }
        let result = rt::Box::pin(size_default::run(cx, &here.entry(2), &step_input))
            .await?;
        Ok(rt::Left::to(Some(At::Between), result))
    }

    /// The steps of entry 0 of `size`.
    mod size_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `size` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Large,
            VeryLarge,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "large",
                    place: "flow.yaml:9",
                },
                rt::Step {
                    name: "very large",
                    place: "flow.yaml:12",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Large, At::VeryLarge];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `size`.
        type Scope = rt::Scope<At, 2>;

        /// Runs entry 0 of `size` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Large), input)? {
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
                    At::Large => large(cx, &here, input, &scope),
                    At::VeryLarge => very_large(cx, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `large`, flow.yaml:9.
        fn large<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [
                ("size", rt::Value::from("large")),
                ("n", step_input.get("n").or_null()),
            ];
            Ok(rt::Left::to(Some(At::VeryLarge), output))
        }

        /// Choice `very large`, flow.yaml:12.
        async fn very_large<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::gt(here, rt::Nulls::False, step_input.get("n"), 1000i128)? {
                let result = rt::Box::pin(
                        very_large_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(None, result));
            }
            Ok(rt::Left::to(None, rt::Object::new()))
        }

        /// The steps of entry 0 of `very large`.
        mod very_large_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `very large` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Huge,
                NotReached,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "huge",
                        place: "flow.yaml:17",
                    },
                    rt::Step {
                        name: "not reached",
                        place: "flow.yaml:21",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 2] = [At::Huge, At::NotReached];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `very large`.
            type Scope = rt::Scope<At, 2>;

            /// Runs entry 0 of `very large` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Huge), input)? {
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
                        At::Huge => huge(cx, &here),
                        At::NotReached => not_reached(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `huge`, flow.yaml:17.
            fn huge<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("size", rt::Value::from("huge"))];
                Ok(rt::Left::to(None, output))
            }

            /// Pass `not reached`, flow.yaml:21.
            fn not_reached<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("size", rt::Value::from("wrong"))];
                Ok(rt::Left::to(None, output))
            }
        }
    }

    /// The steps of entry 1 of `size`.
    mod size_entry_1 {
        use super::{rt, rt::prelude::*};

        /// Where entry 1 of `size` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Medium,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "medium",
                    place: "flow.yaml:27",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Medium];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 1 of `size`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 1 of `size` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Medium), input)? {
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
                    At::Medium => medium(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `medium`, flow.yaml:27.
        fn medium<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("size", rt::Value::from("medium"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of the default of `size`.
    mod size_default {
        use super::{rt, rt::prelude::*};

        /// Where the default of `size` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Small,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "small",
                    place: "flow.yaml:32",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Small];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of the default of `size`.
        type Scope = rt::Scope<At, 1>;

        /// Runs the default of `size` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Small), input)? {
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
                    At::Small => small(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `small`, flow.yaml:32.
        fn small<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("size", rt::Value::from("small"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Pass `between`, flow.yaml:35.
    fn between<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("between", rt::Value::Bool(true))];
        Ok(rt::Left::to(Some(At::Last), output))
    }

    /// Pass `last`, flow.yaml:38.
    fn last<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let output = [("last", step_input.get("size").or_null())];
        Ok(rt::Left::to(Some(At::Look), output))
    }

    /// Pass `look`, flow.yaml:41.
    fn look<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let output = [
            ("last", rt::Value::Null),
            ("seen", step_input.get("size").or_null()),
        ];
        Ok(rt::Left::to(None, output))
    }
}

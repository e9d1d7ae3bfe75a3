/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $.pairs"}}
///   join_each(( ))
///   finish(["end"])
///   subgraph g_each_p["each p"]
///     s_eq{"eq"}
///     s_ne{"ne"}
///     s_lt{"lt"}
///     s_le{"le"}
///     s_gt{"gt"}
///     s_ge{"ge"}
///     subgraph g_case_1["case 1"]
///       s_is_eq("is eq")
///     end
///     subgraph g_case_1_2["case 1"]
///       s_is_ne("is ne")
///     end
///     subgraph g_case_1_3["case 1"]
///       s_is_lt("is lt")
///     end
///     subgraph g_case_1_4["case 1"]
///       s_is_le("is le")
///     end
///     subgraph g_case_1_5["case 1"]
///       s_is_gt("is gt")
///     end
///     subgraph g_case_1_6["case 1"]
///       s_is_ge("is ge")
///     end
///   end
///   start --> s_each
///   s_each --> s_eq
///   join_each --> finish
///   s_eq -->|"$.p[0] == $.p[1]"| s_is_eq
///   s_eq -->|"default"| s_ne
///   s_is_eq --> s_ne
///   s_ne -->|"$.p[0] != $.p[1]"| s_is_ne
///   s_ne -->|"default"| s_lt
///   s_is_ne --> s_lt
///   s_lt -->|"$.p[0] #lt; $.p[1]"| s_is_lt
///   s_lt -->|"default"| s_le
///   s_is_lt --> s_le
///   s_le -->|"$.p[0] #lt;= $.p[1]"| s_is_le
///   s_le -->|"default"| s_gt
///   s_is_le --> s_gt
///   s_gt -->|"$.p[0] #gt; $.p[1]"| s_is_gt
///   s_gt -->|"default"| s_ge
///   s_is_gt --> s_ge
///   s_ge -->|"$.p[0] #gt;= $.p[1]"| s_is_ge
///   s_ge -->|"default"| join_each
///   s_is_ge --> join_each
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
        const DIGEST: &'static str = "e350b1b69634c75cfe783ebdaaf62e98";
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
        let items = rt::collection(here, "$.pairs", step_input.get("pairs"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("p", items[index].clone())]);
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
        let output = [("all", result.clone())];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Eq,
            Ne,
            Lt,
            Le,
            Gt,
            Ge,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "eq",
                    place: "flow.yaml:9",
                },
                rt::Step {
                    name: "ne",
                    place: "flow.yaml:10",
                },
                rt::Step {
                    name: "lt",
                    place: "flow.yaml:11",
                },
                rt::Step {
                    name: "le",
                    place: "flow.yaml:12",
                },
                rt::Step {
                    name: "gt",
                    place: "flow.yaml:13",
                },
                rt::Step {
                    name: "ge",
                    place: "flow.yaml:14",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 6] = [At::Eq, At::Ne, At::Lt, At::Le, At::Gt, At::Ge];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 6>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Eq), input)? {
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
                    At::Eq => eq(cx, &here, input, &scope).await,
                    At::Ne => ne(cx, &here, input, &scope).await,
                    At::Lt => lt(cx, &here, input, &scope).await,
                    At::Le => le(cx, &here, input, &scope).await,
                    At::Gt => gt(cx, &here, input, &scope).await,
                    At::Ge => ge(cx, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Choice `eq`, flow.yaml:9.
        async fn eq<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::eq(step_input.get("p").at(0), step_input.get("p").at(1)) {
                let result = rt::Box::pin(
                        eq_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Ne), result));
            }
            Ok(rt::Left::to(Some(At::Ne), rt::Object::new()))
        }

        /// The steps of entry 0 of `eq`.
        mod eq_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `eq` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                IsEq,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "is eq",
                        place: "flow.yaml:9",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::IsEq];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `eq`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `eq` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::IsEq), input)? {
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
                        At::IsEq => is_eq(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `is eq`, flow.yaml:9.
            fn is_eq<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("eq", rt::Value::from(1i64))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `ne`, flow.yaml:10.
        async fn ne<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if !rt::eq(step_input.get("p").at(0), step_input.get("p").at(1)) {
                let result = rt::Box::pin(
                        ne_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Lt), result));
            }
            Ok(rt::Left::to(Some(At::Lt), rt::Object::new()))
        }

        /// The steps of entry 0 of `ne`.
        mod ne_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `ne` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                IsNe,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "is ne",
                        place: "flow.yaml:10",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::IsNe];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `ne`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `ne` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::IsNe), input)? {
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
                        At::IsNe => is_ne(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `is ne`, flow.yaml:10.
            fn is_ne<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("ne", rt::Value::from(1i64))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `lt`, flow.yaml:11.
        async fn lt<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::lt(
                here,
                rt::Nulls::False,
                step_input.get("p").at(0),
                step_input.get("p").at(1),
            )? {
                let result = rt::Box::pin(
                        lt_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Le), result));
            }
            Ok(rt::Left::to(Some(At::Le), rt::Object::new()))
        }

        /// The steps of entry 0 of `lt`.
        mod lt_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `lt` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                IsLt,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "is lt",
                        place: "flow.yaml:11",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::IsLt];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `lt`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `lt` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::IsLt), input)? {
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
                        At::IsLt => is_lt(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `is lt`, flow.yaml:11.
            fn is_lt<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("lt", rt::Value::from(1i64))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `le`, flow.yaml:12.
        async fn le<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::le(
                here,
                rt::Nulls::False,
                step_input.get("p").at(0),
                step_input.get("p").at(1),
            )? {
                let result = rt::Box::pin(
                        le_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Gt), result));
            }
            Ok(rt::Left::to(Some(At::Gt), rt::Object::new()))
        }

        /// The steps of entry 0 of `le`.
        mod le_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `le` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                IsLe,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "is le",
                        place: "flow.yaml:12",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::IsLe];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `le`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `le` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::IsLe), input)? {
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
                        At::IsLe => is_le(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `is le`, flow.yaml:12.
            fn is_le<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("le", rt::Value::from(1i64))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `gt`, flow.yaml:13.
        async fn gt<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::gt(
                here,
                rt::Nulls::False,
                step_input.get("p").at(0),
                step_input.get("p").at(1),
            )? {
                let result = rt::Box::pin(
                        gt_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Ge), result));
            }
            Ok(rt::Left::to(Some(At::Ge), rt::Object::new()))
        }

        /// The steps of entry 0 of `gt`.
        mod gt_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `gt` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                IsGt,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "is gt",
                        place: "flow.yaml:13",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::IsGt];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `gt`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `gt` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::IsGt), input)? {
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
                        At::IsGt => is_gt(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `is gt`, flow.yaml:13.
            fn is_gt<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("gt", rt::Value::from(1i64))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `ge`, flow.yaml:14.
        async fn ge<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::ge(
                here,
                rt::Nulls::False,
                step_input.get("p").at(0),
                step_input.get("p").at(1),
            )? {
                let result = rt::Box::pin(
                        ge_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(None, result));
            }
            Ok(rt::Left::to(None, rt::Object::new()))
        }

        /// The steps of entry 0 of `ge`.
        mod ge_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `ge` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                IsGe,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "is ge",
                        place: "flow.yaml:14",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::IsGe];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `ge`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `ge` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::IsGe), input)? {
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
                        At::IsGe => is_ge(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `is ge`, flow.yaml:14.
            fn is_ge<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("ge", rt::Value::from(1i64))];
                Ok(rt::Left::to(None, output))
            }
        }
    }
}

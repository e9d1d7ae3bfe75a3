/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $.pairs"}}
///   join_each(( ))
///   s_quoted{"quoted"}
///   s_ticked{"ticked"}
///   s_negative{"negative"}
///   s_precedence{"precedence"}
///   s_grouped{"grouped"}
///   s_empty{"empty"}
///   s_deep{"deep"}
///   s_short_cut{"short cut"}
///   finish(["end"])
///   subgraph g_each_p["each p"]
///     s_eq{"eq"}
///     s_turned{"turned"}
///     subgraph g_case_1["case 1"]
///       s_equal("equal")
///     end
///     subgraph g_default["default"]
///       s_unequal("unequal")
///     end
///     subgraph g_case_1_2["case 1"]
///       s_ne("ne")
///     end
///     subgraph g_default_2["default"]
///       s_not_ne("not ne")
///     end
///   end
///   subgraph g_case_1_3["case 1"]
///     s_c1("c1")
///   end
///   subgraph g_case_1_4["case 1"]
///     s_c2("c2")
///   end
///   subgraph g_case_1_5["case 1"]
///     s_c3("c3")
///   end
///   subgraph g_case_1_6["case 1"]
///     s_c4("c4")
///   end
///   subgraph g_case_1_7["case 1"]
///     s_c5("c5")
///   end
///   subgraph g_case_1_8["case 1"]
///     s_c6("c6")
///   end
///   subgraph g_case_1_9["case 1"]
///     s_c7("c7")
///   end
///   subgraph g_case_1_10["case 1"]
///     s_c8("c8")
///   end
///   start --> s_each
///   s_each --> s_eq
///   join_each --> s_quoted
///   s_eq -->|"$.p[0] == $.p[1]"| s_equal
///   s_eq -->|"default"| s_unequal
///   s_equal --> s_turned
///   s_unequal --> s_turned
///   s_turned -->|"$.p[1] != $.p[0]"| s_ne
///   s_turned -->|"default"| s_not_ne
///   s_ne --> join_each
///   s_not_ne --> join_each
///   s_quoted -->|"$.text == #quot;it's #96;so#96;#quot;"| s_c1
///   s_quoted -->|"default"| s_ticked
///   s_c1 --> s_ticked
///   s_ticked -->|"$.said == #quot;#92;#quot;so#92;#quot;#quot;"| s_c2
///   s_ticked -->|"default"| s_negative
///   s_c2 --> s_negative
///   s_negative -->|"$.n == -1 #amp;#amp; $.x #gt; -12.5"| s_c3
///   s_negative -->|"default"| s_precedence
///   s_c3 --> s_precedence
///   s_precedence -->|"$.yes || $.no #amp;#amp; $.no"| s_c4
///   s_precedence -->|"default"| s_grouped
///   s_c4 --> s_grouped
///   s_grouped -->|"($.yes || $.no) #amp;#amp; $.no"| s_c5
///   s_grouped -->|"default"| s_empty
///   s_c5 --> s_empty
///   s_empty -->|"$.nothing != #quot;#quot;<br/>#amp;#amp; $.blank == #quot;#quot;"| s_c6
///   s_empty -->|"default"| s_deep
///   s_c6 --> s_deep
///   s_deep -->|"$.a.b[1].c == 0"| s_c7
///   s_deep -->|"default"| s_short_cut
///   s_c7 --> s_short_cut
///   s_short_cut -->|"$.yes || $.x #gt; true"| s_c8
///   s_short_cut -->|"default"| finish
///   s_c8 --> finish
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
        const DIGEST: &'static str = "70b752386a8443849a3705f0fef6c161";
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
        Quoted,
        Ticked,
        Negative,
        Precedence,
        Grouped,
        Empty,
        Deep,
        ShortCut,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "each",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "quoted",
                place: "flow.yaml:26",
            },
            rt::Step {
                name: "ticked",
                place: "flow.yaml:27",
            },
            rt::Step {
                name: "negative",
                place: "flow.yaml:28",
            },
            rt::Step {
                name: "precedence",
                place: "flow.yaml:29",
            },
            rt::Step {
                name: "grouped",
                place: "flow.yaml:30",
            },
            rt::Step {
                name: "empty",
                place: "flow.yaml:31",
            },
            rt::Step {
                name: "deep",
                place: "flow.yaml:32",
            },
            rt::Step {
                name: "short cut",
                place: "flow.yaml:33",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 9] = [
                At::Each,
                At::Quoted,
                At::Ticked,
                At::Negative,
                At::Precedence,
                At::Grouped,
                At::Empty,
                At::Deep,
                At::ShortCut,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 9>;

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
                At::Quoted => quoted(cx, &here, input, &scope).await,
                At::Ticked => ticked(cx, &here, input, &scope).await,
                At::Negative => negative(cx, &here, input, &scope).await,
                At::Precedence => precedence(cx, &here, input, &scope).await,
                At::Grouped => grouped(cx, &here, input, &scope).await,
                At::Empty => empty(cx, &here, input, &scope).await,
                At::Deep => deep(cx, &here, input, &scope).await,
                At::ShortCut => short_cut(cx, &here, input, &scope).await,
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
        let output = [
            (
                "eq",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("eq")).cloned().collect(),
                ),
            ),
            (
                "ne",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("ne")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(Some(At::Quoted), output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Eq,
            Turned,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "eq",
                    place: "flow.yaml:9",
                },
                rt::Step {
                    name: "turned",
                    place: "flow.yaml:16",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Eq, At::Turned];
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
                    At::Turned => turned(cx, &here, input, &scope).await,
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
                return Ok(rt::Left::to(Some(At::Turned), result));
            }
            let result = rt::Box::pin(eq_default::run(cx, &here.entry(1), &step_input))
                .await?;
            Ok(rt::Left::to(Some(At::Turned), result))
        }

        /// The steps of entry 0 of `eq`.
        mod eq_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `eq` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Equal,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "equal",
                        place: "flow.yaml:13",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Equal];
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
                let mut scope = match Scope::open(cx, path, Some(At::Equal), input)? {
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
                        At::Equal => equal(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `equal`, flow.yaml:13.
            fn equal<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("eq", rt::Value::Bool(true))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of the default of `eq`.
        mod eq_default {
            use super::{rt, rt::prelude::*};

            /// Where the default of `eq` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Unequal,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "unequal",
                        place: "flow.yaml:15",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Unequal];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of the default of `eq`.
            type Scope = rt::Scope<At, 1>;

            /// Runs the default of `eq` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Unequal), input)? {
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
                        At::Unequal => unequal(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `unequal`, flow.yaml:15.
            fn unequal<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("eq", rt::Value::Bool(false))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `turned`, flow.yaml:16.
        async fn turned<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if !rt::eq(step_input.get("p").at(1), step_input.get("p").at(0)) {
                let result = rt::Box::pin(
                        turned_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(None, result));
            }
            let result = rt::Box::pin(
                    turned_default::run(cx, &here.entry(1), &step_input),
                )
                .await?;
            Ok(rt::Left::to(None, result))
        }

        /// The steps of entry 0 of `turned`.
        mod turned_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `turned` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Ne,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "ne",
                        place: "flow.yaml:20",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Ne];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `turned`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `turned` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Ne), input)? {
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
                        At::Ne => ne(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `ne`, flow.yaml:20.
            fn ne<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("ne", rt::Value::Bool(true))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of the default of `turned`.
        mod turned_default {
            use super::{rt, rt::prelude::*};

            /// Where the default of `turned` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                NotNe,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "not ne",
                        place: "flow.yaml:22",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::NotNe];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of the default of `turned`.
            type Scope = rt::Scope<At, 1>;

            /// Runs the default of `turned` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::NotNe), input)? {
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
                        At::NotNe => not_ne(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `not ne`, flow.yaml:22.
            fn not_ne<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("ne", rt::Value::Bool(false))];
                Ok(rt::Left::to(None, output))
            }
        }
    }

    /// Choice `quoted`, flow.yaml:26.
    async fn quoted<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("text"), "it's `so`") {
            let result = rt::Box::pin(
                    quoted_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Ticked), result));
        }
        Ok(rt::Left::to(Some(At::Ticked), rt::Object::new()))
    }

    /// The steps of entry 0 of `quoted`.
    mod quoted_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `quoted` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C1,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c1",
                    place: "flow.yaml:26",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C1];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `quoted`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `quoted` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C1), input)? {
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
                    At::C1 => c1(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c1`, flow.yaml:26.
        fn c1<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("quoted", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `ticked`, flow.yaml:27.
    async fn ticked<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("said"), "\"so\"") {
            let result = rt::Box::pin(
                    ticked_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Negative), result));
        }
        Ok(rt::Left::to(Some(At::Negative), rt::Object::new()))
    }

    /// The steps of entry 0 of `ticked`.
    mod ticked_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `ticked` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C2,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c2",
                    place: "flow.yaml:27",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C2];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `ticked`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `ticked` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C2), input)? {
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
                    At::C2 => c2(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c2`, flow.yaml:27.
        fn c2<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("ticked", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `negative`, flow.yaml:28.
    async fn negative<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("n"), -1i128)
            && rt::gt(here, rt::Nulls::False, step_input.get("x"), -12.5f64)?
        {
            let result = rt::Box::pin(
                    negative_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Precedence), result));
        }
        Ok(rt::Left::to(Some(At::Precedence), rt::Object::new()))
    }

    /// The steps of entry 0 of `negative`.
    mod negative_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `negative` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C3,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c3",
                    place: "flow.yaml:28",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C3];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `negative`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `negative` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C3), input)? {
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
                    At::C3 => c3(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c3`, flow.yaml:28.
        fn c3<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("negative", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `precedence`, flow.yaml:29.
    async fn precedence<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::truth(here, rt::Truth::Lenient, step_input.get("yes"))?
            || rt::truth(here, rt::Truth::Lenient, step_input.get("no"))?
                && rt::truth(here, rt::Truth::Lenient, step_input.get("no"))?
        {
            let result = rt::Box::pin(
                    precedence_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Grouped), result));
        }
        Ok(rt::Left::to(Some(At::Grouped), rt::Object::new()))
    }

    /// The steps of entry 0 of `precedence`.
    mod precedence_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `precedence` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C4,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c4",
                    place: "flow.yaml:29",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C4];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `precedence`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `precedence` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C4), input)? {
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
                    At::C4 => c4(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c4`, flow.yaml:29.
        fn c4<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("precedence", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `grouped`, flow.yaml:30.
    async fn grouped<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if (rt::truth(here, rt::Truth::Lenient, step_input.get("yes"))?
            || rt::truth(here, rt::Truth::Lenient, step_input.get("no"))?)
            && rt::truth(here, rt::Truth::Lenient, step_input.get("no"))?
        {
            let result = rt::Box::pin(
                    grouped_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Empty), result));
        }
        Ok(rt::Left::to(Some(At::Empty), rt::Object::new()))
    }

    /// The steps of entry 0 of `grouped`.
    mod grouped_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `grouped` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C5,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c5",
                    place: "flow.yaml:30",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C5];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `grouped`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `grouped` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C5), input)? {
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
                    At::C5 => c5(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c5`, flow.yaml:30.
        fn c5<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("grouped", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `empty`, flow.yaml:31.
    async fn empty<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if !rt::eq(step_input.get("nothing"), "") && rt::eq(step_input.get("blank"), "")
        {
            let result = rt::Box::pin(
                    empty_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Deep), result));
        }
        Ok(rt::Left::to(Some(At::Deep), rt::Object::new()))
    }

    /// The steps of entry 0 of `empty`.
    mod empty_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `empty` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C6,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c6",
                    place: "flow.yaml:31",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C6];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `empty`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `empty` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C6), input)? {
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
                    At::C6 => c6(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c6`, flow.yaml:31.
        fn c6<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("blank", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `deep`, flow.yaml:32.
    async fn deep<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("a").key("b").at(1).key("c"), 0i128) {
            let result = rt::Box::pin(deep_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::ShortCut), result));
        }
        Ok(rt::Left::to(Some(At::ShortCut), rt::Object::new()))
    }

    /// The steps of entry 0 of `deep`.
    mod deep_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `deep` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C7,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c7",
                    place: "flow.yaml:32",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C7];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `deep`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `deep` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C7), input)? {
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
                    At::C7 => c7(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c7`, flow.yaml:32.
        fn c7<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("deep", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `short cut`, flow.yaml:33.
    async fn short_cut<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::truth(here, rt::Truth::Lenient, step_input.get("yes"))?
            || rt::gt(here, rt::Nulls::False, step_input.get("x"), true)?
        {
            let result = rt::Box::pin(
                    short_cut_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(None, result));
        }
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// The steps of entry 0 of `short cut`.
    mod short_cut_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `short cut` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            C8,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "c8",
                    place: "flow.yaml:33",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::C8];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `short cut`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `short cut` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::C8), input)? {
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
                    At::C8 => c8(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `c8`, flow.yaml:33.
        fn c8<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("short", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }
}

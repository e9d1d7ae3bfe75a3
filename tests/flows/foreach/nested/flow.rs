/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_begin("begin")
///   s_rows{{"rows<br/>for each of $.rows"}}
///   join_rows(( ))
///   s_silent{{"silent<br/>for each of $.all"}}
///   join_silent(( ))
///   finish(["end"])
///   subgraph g_each_row["each row"]
///     s_cells{{"cells<br/>for each of $.row"}}
///     join_cells(( ))
///     s_second{"second"}
///     subgraph g_each_cell["each cell"]
///       s_cell("cell")
///     end
///     subgraph g_case_1["case 1"]
///       s_mark("mark")
///     end
///   end
///   subgraph g_each_x["each x"]
///     s_nothing("nothing")
///   end
///   start --> s_begin
///   s_begin --> s_rows
///   s_rows --> s_cells
///   join_rows --> s_silent
///   s_cells --> s_cell
///   join_cells --> s_second
///   s_cell --> join_cells
///   s_second -->|"$.i == 1"| s_mark
///   s_second -->|"default"| join_rows
///   s_mark --> join_rows
///   s_silent --> s_nothing
///   join_silent --> finish
///   s_nothing --> join_silent
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
        const DIGEST: &'static str = "638a0874e5d962d3c646eb9b37393af7";
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
        Begin,
        Rows,
        Silent,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "begin",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "rows",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "silent",
                place: "flow.yaml:38",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Begin, At::Rows, At::Silent];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Begin), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Begin => begin(cx, &here),
                At::Rows => rows(cx, &here, input, &scope).await,
                At::Silent => silent(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `begin`, flow.yaml:4.
    fn begin<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("unit", rt::Value::from("kg"))];
        Ok(rt::Left::to(Some(At::Rows), output))
    }

    /// Foreach `rows`, flow.yaml:7.
    async fn rows<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.rows", step_input.get("rows"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([
                        ("row", items[index].clone()),
                        ("i", rt::Value::from(index)),
                    ]);
                    rows_body::run(
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
                "all",
                rt::Value::Array(
                    result.each().flat_map(|it| it.key("vs").each()).cloned().collect(),
                ),
            ),
            (
                "indices",
                rt::Value::Array(
                    result.each().flat_map(|it| it.key("is").each()).cloned().collect(),
                ),
            ),
            ("unit", result.at(0).key("unit").or_null()),
            (
                "marked",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("marked")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(Some(At::Silent), output))
    }

    /// The steps of an iteration of `rows`.
    mod rows_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `rows` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Cells,
            Second,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "cells",
                    place: "flow.yaml:11",
                },
                rt::Step {
                    name: "second",
                    place: "flow.yaml:25",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Cells, At::Second];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `rows`.
        type Scope = rt::Scope<At, 2>;

        /// Runs an iteration of `rows` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Cells), input)? {
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
                    At::Cells => cells(cx, &here, input, &scope).await,
                    At::Second => second(cx, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Foreach `cells`, flow.yaml:11.
        async fn cells<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let items = rt::collection(here, "$.row", step_input.get("row"))?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(100),
                    |index| async move {
                        let own = rt::entries([
                            ("cell", items[index].clone()),
                            ("i", rt::Value::from(index)),
                        ]);
                        cells_body::run(
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
                    "vs",
                    rt::Value::Array(
                        result.each().filter_map(|it| it.key("v")).cloned().collect(),
                    ),
                ),
                (
                    "is",
                    rt::Value::Array(
                        result.each().filter_map(|it| it.key("i")).cloned().collect(),
                    ),
                ),
                ("unit", result.at(0).key("unit").or_null()),
            ];
            Ok(rt::Left::to(Some(At::Second), output))
        }

        /// The steps of an iteration of `cells`.
        mod cells_body {
            use super::{rt, rt::prelude::*};

            /// Where an iteration of `cells` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Cell,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "cell",
                        place: "flow.yaml:15",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Cell];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `cells`.
            type Scope = rt::Scope<At, 1>;

            /// Runs an iteration of `cells` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Cell), input)? {
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
                        At::Cell => cell(cx, &here, input, &scope),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `cell`, flow.yaml:15.
            fn cell<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                let output = [
                    ("v", step_input.get("cell").or_null()),
                    ("i", step_input.get("i").or_null()),
                    ("unit", step_input.get("unit").or_null()),
                ];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `second`, flow.yaml:25.
        async fn second<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::eq(step_input.get("i"), 1i128) {
                let result = rt::Box::pin(
                        second_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(None, result));
            }
            Ok(rt::Left::to(None, rt::Object::new()))
        }

        /// The steps of entry 0 of `second`.
        mod second_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `second` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Mark,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "mark",
                        place: "flow.yaml:30",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Mark];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `second`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `second` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Mark), input)? {
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
                        At::Mark => mark(cx, &here, input, &scope),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `mark`, flow.yaml:30.
            fn mark<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                let output = [("marked", step_input.get("i").or_null())];
                Ok(rt::Left::to(None, output))
            }
        }
    }

    /// Foreach `silent`, flow.yaml:38.
    async fn silent<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.all", step_input.get("all"))?;
        rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("x", items[index].clone())]);
                    silent_body::run(
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

    /// The steps of an iteration of `silent`.
    mod silent_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `silent` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Nothing,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "nothing",
                    place: "flow.yaml:42",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Nothing];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `silent`.
        type Scope = rt::Scope<At, 1>;

        /// Runs an iteration of `silent` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Nothing), input)? {
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
                    At::Nothing => nothing(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `nothing`, flow.yaml:42.
        fn nothing<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("y", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output).forgetting(&["y"]))
        }
    }
}

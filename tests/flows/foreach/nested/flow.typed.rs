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

    #[allow(unused_imports)]
    pub use types::{Input, Output};

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `Input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Input {
            /// `rows`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub rows: Option<rt::Value>,
        }

        impl rt::Typed for Input {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    rows: fields.optional("rows")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for Input {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Output {
            /// `all`
            pub all: rt::Vec<rt::Number>,
            /// `indices`
            pub indices: rt::Vec<rt::Number>,
            /// `marked`
            pub marked: rt::Vec<rt::Number>,
            /// `unit`
            pub unit: Option<rt::String>,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    all: fields.required("all")?,
                    indices: fields.required("indices")?,
                    marked: fields.required("marked")?,
                    unit: fields.required("unit")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for Output {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `silent end`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct SilentEnd {
            /// `y`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(super) y: Option<i64>,
        }

        impl rt::Typed for SilentEnd {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { y: fields.optional("y")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for SilentEnd {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

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

        /// Starts an execution under a name, or under a derived one, as `flowsmith::Engine::start` does.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::start`.
        pub async fn start<'a>(
            engine: &rt::Engine,
            name: impl Into<Option<&'a str>>,
            input: Input,
        ) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::start(engine, "flow", name, input).await
        }

        /// The execution of a name, as `flowsmith::Engine::execution` gives it.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::execution`.
        pub async fn execution(
            engine: &rt::Engine,
            name: &str,
        ) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::execution(engine, "flow", name).await
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
            let here = &rt::flow_here(
                &rt::Step {
                    name: "",
                    place: "flow.yaml",
                },
            );
            let local = run(cx, &rt::Path::ROOT, &input).await?;
            Ok(types::Output {
                all: rt::fit(
                    here,
                    "all",
                    rt::given(here, "all", local.all.into_option().as_ref())?.clone(),
                )?,
                indices: rt::fit(
                    here,
                    "indices",
                    rt::given(here, "indices", local.indices.into_option().as_ref())?
                        .clone(),
                )?,
                marked: rt::fit(
                    here,
                    "marked",
                    rt::given(here, "marked", local.marked.into_option().as_ref())?
                        .clone(),
                )?,
                unit: rt::fit(
                    here,
                    "unit",
                    rt::given(here, "unit", local.unit.into_option().as_ref())?.clone(),
                )?,
            })
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

    /// The data of the body of the flow.
    #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
    #[serde(crate = "::flowsmith::__private::serde", default)]
    struct Local {
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        all: rt::Slot<rt::Value>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        indices: rt::Slot<rt::Value>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        marked: rt::Slot<rt::Value>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        unit: rt::Slot<rt::Value>,
    }

    impl rt::Slots for Local {
        fn forget(&mut self, key: &str) {
            match key {
                "all" => self.all = rt::Slot::Absent,
                "indices" => self.indices = rt::Slot::Absent,
                "marked" => self.marked = rt::Slot::Absent,
                "unit" => self.unit = rt::Slot::Absent,
                _ => {}
            }
        }

        fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
            None.or_else(|| self.all.unreadable("all"))
                .or_else(|| self.indices.unreadable("indices"))
                .or_else(|| self.marked.unreadable("marked"))
                .or_else(|| self.unit.unreadable("unit"))
        }
    }

    /// What the steps give to it.
    #[derive(Debug, rt::Serialize)]
    #[serde(crate = "::flowsmith::__private::serde", untagged)]
    #[allow(clippy::large_enum_variant)]
    enum Given {
        #[allow(dead_code)]
        Nothing {},
        Begin {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            unit: rt::Slot<rt::Value>,
        },
        Rows {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            all: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            indices: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            unit: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            marked: rt::Slot<rt::Value>,
        },
    }

    impl rt::Gives<Local> for Given {
        #[inline]
        fn give(self, __data: &mut Local) {
            match self {
                Self::Nothing {} => {}
                Self::Begin { unit } => {
                    __data.unit.take_up(unit);
                }
                Self::Rows { all, indices, unit, marked } => {
                    __data.all.take_up(all);
                    __data.indices.take_up(indices);
                    __data.unit.take_up(unit);
                    __data.marked.take_up(marked);
                }
            }
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, Local>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &types::Input,
    ) -> rt::Res<Local> {
        let mut scope = match Scope::open_with(cx, path, Some(At::Begin), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if resumed {
                scope.readable(cx, &here)?;
            } else {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Begin => begin(cx, &here),
                At::Rows => rows(cx, &here, input, &scope).await,
                At::Silent => silent(cx, &here, &scope).await,
            };
            scope.take_up(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `begin`, flow.yaml:4.
    fn begin<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        let output = Given::Begin {
            unit: rt::Slot::Held(rt::Value::from("kg")),
        };
        Ok(rt::Left::to(Some(At::Rows), output))
    }

    /// Foreach `rows`, flow.yaml:7.
    async fn rows<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &types::Input,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        let items = rt::collection(here, "$.rows", input.rows.as_ref())?;
        let read_unit = scope.local.unit.get();
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let number = rt::count(index);
                    rt::outcome(
                            rows_body::run(
                                cx,
                                &here.item(index),
                                &rows_body::Reads {
                                    i: Some(&number),
                                    row: Some(&items[index]),
                                    unit: read_unit,
                                },
                            ),
                        )
                        .await
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = Given::Rows {
            all: rt::Slot::Held(
                rt::Value::Array(
                    result.each().flat_map(|it| it.key("vs").each()).cloned().collect(),
                ),
            ),
            indices: rt::Slot::Held(
                rt::Value::Array(
                    result.each().flat_map(|it| it.key("is").each()).cloned().collect(),
                ),
            ),
            unit: rt::Slot::Held(result.at(0).key("unit").or_null()),
            marked: rt::Slot::Held(
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("marked")).cloned().collect(),
                ),
            ),
        };
        Ok(rt::Left::to(Some(At::Silent), output))
    }

    /// The steps of an iteration of `rows`.
    mod rows_body {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

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

        /// What it reads of its input.
        #[derive(Clone, Copy, Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde")]
        #[allow(dead_code)]
        pub(super) struct Reads<'a> {
            pub(super) i: Option<&'a u64>,
            pub(super) row: Option<&'a rt::Value>,
            #[serde(skip)]
            pub(super) unit: Option<&'a rt::Value>,
        }

        /// The data of an iteration of `rows`.
        #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", default)]
        pub(super) struct Local {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            pub(super) is: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            pub(super) marked: rt::Slot<Option<u64>>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            pub(super) unit: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            pub(super) vs: rt::Slot<rt::Value>,
        }

        impl rt::Slots for Local {
            fn forget(&mut self, key: &str) {
                match key {
                    "is" => self.is = rt::Slot::Absent,
                    "marked" => self.marked = rt::Slot::Absent,
                    "unit" => self.unit = rt::Slot::Absent,
                    "vs" => self.vs = rt::Slot::Absent,
                    _ => {}
                }
            }

            fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                None.or_else(|| self.is.unreadable("is"))
                    .or_else(|| self.marked.unreadable("marked"))
                    .or_else(|| self.unit.unreadable("unit"))
                    .or_else(|| self.vs.unreadable("vs"))
            }
        }

        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Nothing {},
            Cells {
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                vs: rt::Slot<rt::Value>,
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                is: rt::Slot<rt::Value>,
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                unit: rt::Slot<rt::Value>,
            },
            Second {
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                marked: rt::Slot<Option<u64>>,
            },
        }

        impl rt::Gives<Local> for Given {
            #[inline]
            fn give(self, __data: &mut Local) {
                match self {
                    Self::Nothing {} => {}
                    Self::Cells { vs, is, unit } => {
                        __data.vs.take_up(vs);
                        __data.is.take_up(is);
                        __data.unit.take_up(unit);
                    }
                    Self::Second { marked } => {
                        __data.marked.take_up(marked);
                    }
                }
            }
        }

        /// The position and the data of an iteration of `rows`.
        type Scope = rt::Scope<At, 2, Local>;

        /// Runs an iteration of `rows` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &Reads<'_>,
        ) -> rt::Res<Local> {
            let mut scope = match Scope::open_with(cx, path, Some(At::Cells), input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if resumed {
                    scope.readable(cx, &here)?;
                } else {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Cells => cells(cx, &here, input, &scope).await,
                    At::Second => second(cx, &here, input).await,
                };
                scope.take_up(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Foreach `cells`, flow.yaml:11.
        async fn cells<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &Reads<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At, Given>> {
            here.started(cx)?;
            let items = rt::collection(here, "$.row", input.row)?;
            let read_unit = scope.local.unit.get().or(input.unit);
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(100),
                    |index| async move {
                        let number = rt::count(index);
                        rt::outcome(
                                cells_body::run(
                                    cx,
                                    &here.item(index),
                                    &cells_body::Reads {
                                        cell: Some(&items[index]),
                                        i: Some(&number),
                                        unit: read_unit,
                                    },
                                ),
                            )
                            .await
                    },
                )
                .await?;
            let result = rt::array(outcomes);
            let output = Given::Cells {
                vs: rt::Slot::Held(
                    rt::Value::Array(
                        result.each().filter_map(|it| it.key("v")).cloned().collect(),
                    ),
                ),
                is: rt::Slot::Held(
                    rt::Value::Array(
                        result.each().filter_map(|it| it.key("i")).cloned().collect(),
                    ),
                ),
                unit: rt::Slot::Held(result.at(0).key("unit").or_null()),
            };
            Ok(rt::Left::to(Some(At::Second), output))
        }

        /// The steps of an iteration of `cells`.
        mod cells_body {
            use super::{rt, rt::prelude::*};

            #[allow(unused_imports)]
            use super::types;

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

            /// What it reads of its input.
            #[derive(Clone, Copy, Debug, rt::Serialize)]
            #[serde(crate = "::flowsmith::__private::serde")]
            #[allow(dead_code)]
            pub(super) struct Reads<'a> {
                pub(super) cell: Option<&'a rt::Value>,
                pub(super) i: Option<&'a u64>,
                #[serde(skip)]
                pub(super) unit: Option<&'a rt::Value>,
            }

            /// The data of an iteration of `cells`.
            #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
            #[serde(crate = "::flowsmith::__private::serde", default)]
            pub(super) struct Local {
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                pub(super) i: rt::Slot<rt::Value>,
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                pub(super) unit: rt::Slot<rt::Value>,
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                pub(super) v: rt::Slot<rt::Value>,
            }

            impl rt::Slots for Local {
                fn forget(&mut self, key: &str) {
                    match key {
                        "i" => self.i = rt::Slot::Absent,
                        "unit" => self.unit = rt::Slot::Absent,
                        "v" => self.v = rt::Slot::Absent,
                        _ => {}
                    }
                }

                fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                    None.or_else(|| self.i.unreadable("i"))
                        .or_else(|| self.unit.unreadable("unit"))
                        .or_else(|| self.v.unreadable("v"))
                }
            }

            /// What the steps give to it.
            #[derive(Debug, rt::Serialize)]
            #[serde(crate = "::flowsmith::__private::serde", untagged)]
            #[allow(clippy::large_enum_variant)]
            enum Given {
                #[allow(dead_code)]
                Nothing {},
                Cell {
                    #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                    v: rt::Slot<rt::Value>,
                    #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                    i: rt::Slot<rt::Value>,
                    #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                    unit: rt::Slot<rt::Value>,
                },
            }

            impl rt::Gives<Local> for Given {
                #[inline]
                fn give(self, __data: &mut Local) {
                    match self {
                        Self::Nothing {} => {}
                        Self::Cell { v, i, unit } => {
                            __data.v.take_up(v);
                            __data.i.take_up(i);
                            __data.unit.take_up(unit);
                        }
                    }
                }
            }

            /// The position and the data of an iteration of `cells`.
            type Scope = rt::Scope<At, 1, Local>;

            /// Runs an iteration of `cells` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &Reads<'_>,
            ) -> rt::Res<Local> {
                let mut scope = match Scope::open_with(
                    cx,
                    path,
                    Some(At::Cell),
                    input,
                )? {
                    rt::Begin::Run(scope) => scope,
                    rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
                };
                while let Some(at) = scope.at {
                    let (mut here, resumed) = scope.arrive(path, at);
                    if resumed {
                        scope.readable(cx, &here)?;
                    } else {
                        here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                            .await?;
                    }
                    let left = match at {
                        At::Cell => cell(cx, &here, input, &scope),
                    };
                    scope.take_up(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `cell`, flow.yaml:15.
            fn cell<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &Reads<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At, Given>> {
                here.started(cx)?;
                let output = Given::Cell {
                    v: rt::Slot::Held(input.cell.cloned().unwrap_or_default()),
                    i: rt::Slot::Held(
                        rt::either(scope.local.i.get(), input.i)?.as_ref().or_null(),
                    ),
                    unit: rt::Slot::Held(
                        scope
                            .local
                            .unit
                            .get()
                            .or(input.unit)
                            .cloned()
                            .unwrap_or_default(),
                    ),
                };
                Ok(rt::Left::to(None, output))
            }
        }

        /// Choice `second`, flow.yaml:25.
        async fn second<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &Reads<'_>,
        ) -> rt::Res<rt::Left<At, Given>> {
            here.started(cx)?;
            if rt::eq(
                input
                    .i
                    .map_or(rt::Operand::Null, |it| rt::Operand::from(i128::from(*it))),
                1i128,
            ) {
                let read_i = input.i;
                let result = rt::Box::pin(
                        second_entry_0::run(
                            cx,
                            &here.entry(0),
                            &second_entry_0::Reads { i: read_i },
                        ),
                    )
                    .await?;
                return Ok(
                    rt::Left::to(
                        None,
                        Given::Second {
                            marked: match result.marked.into_option() {
                                Some(it) => rt::Slot::Held(it),
                                None => rt::Slot::Absent,
                            },
                        },
                    ),
                );
            }
            Ok(rt::Left::to(None, Given::Nothing {}))
        }

        /// The steps of entry 0 of `second`.
        mod second_entry_0 {
            use super::{rt, rt::prelude::*};

            #[allow(unused_imports)]
            use super::types;

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

            /// What it reads of its input.
            #[derive(Clone, Copy, Debug, rt::Serialize)]
            #[serde(crate = "::flowsmith::__private::serde")]
            #[allow(dead_code)]
            pub(super) struct Reads<'a> {
                #[serde(skip)]
                pub(super) i: Option<&'a u64>,
            }

            /// The data of entry 0 of `second`.
            #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
            #[serde(crate = "::flowsmith::__private::serde", default)]
            pub(super) struct Local {
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                pub(super) marked: rt::Slot<Option<u64>>,
            }

            impl rt::Slots for Local {
                #[allow(clippy::single_match)]
                fn forget(&mut self, key: &str) {
                    match key {
                        "marked" => self.marked = rt::Slot::Absent,
                        _ => {}
                    }
                }

                fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                    None.or_else(|| self.marked.unreadable("marked"))
                }
            }

            /// What the steps give to it.
            #[derive(Debug, rt::Serialize)]
            #[serde(crate = "::flowsmith::__private::serde", untagged)]
            #[allow(clippy::large_enum_variant)]
            enum Given {
                #[allow(dead_code)]
                Nothing {},
                Mark {
                    #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                    marked: rt::Slot<Option<u64>>,
                },
            }

            impl rt::Gives<Local> for Given {
                #[inline]
                fn give(self, __data: &mut Local) {
                    match self {
                        Self::Nothing {} => {}
                        Self::Mark { marked } => {
                            __data.marked.take_up(marked);
                        }
                    }
                }
            }

            /// The position and the data of entry 0 of `second`.
            type Scope = rt::Scope<At, 1, Local>;

            /// Runs entry 0 of `second` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &Reads<'_>,
            ) -> rt::Res<Local> {
                let mut scope = match Scope::open_with(
                    cx,
                    path,
                    Some(At::Mark),
                    input,
                )? {
                    rt::Begin::Run(scope) => scope,
                    rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
                };
                while let Some(at) = scope.at {
                    let (mut here, resumed) = scope.arrive(path, at);
                    if resumed {
                        scope.readable(cx, &here)?;
                    } else {
                        here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                            .await?;
                    }
                    let left = match at {
                        At::Mark => mark(cx, &here, input),
                    };
                    scope.take_up(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `mark`, flow.yaml:30.
            fn mark<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &Reads<'_>,
            ) -> rt::Res<rt::Left<At, Given>> {
                here.started(cx)?;
                let output = Given::Mark {
                    marked: rt::Slot::Held(input.i.copied()),
                };
                Ok(rt::Left::to(None, output))
            }
        }
    }

    /// Foreach `silent`, flow.yaml:38.
    async fn silent<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        let items = rt::collection(here, "$.all", scope.local.all.get())?;
        rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    rt::mapped(
                            silent_body::run(
                                cx,
                                &here.item(index),
                                &silent_body::Reads {
                                    x: Some(&items[index]),
                                },
                            ),
                            |local| types::SilentEnd {
                                y: local.y.into_option(),
                            },
                        )
                        .await
                },
            )
            .await?;
        Ok(rt::Left::to(None, Given::Nothing {}))
    }

    /// The steps of an iteration of `silent`.
    mod silent_body {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

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

        /// What it reads of its input.
        #[derive(Clone, Copy, Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde")]
        #[allow(dead_code)]
        pub(super) struct Reads<'a> {
            pub(super) x: Option<&'a rt::Value>,
        }

        /// The data of an iteration of `silent`.
        #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", default)]
        pub(super) struct Local {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            pub(super) y: rt::Slot<i64>,
        }

        impl rt::Slots for Local {
            #[allow(clippy::single_match)]
            fn forget(&mut self, key: &str) {
                match key {
                    "y" => self.y = rt::Slot::Absent,
                    _ => {}
                }
            }

            fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                None.or_else(|| self.y.unreadable("y"))
            }
        }

        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Nothing {},
            Nothing2 {
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                y: rt::Slot<i64>,
            },
        }

        impl rt::Gives<Local> for Given {
            #[inline]
            fn give(self, __data: &mut Local) {
                match self {
                    Self::Nothing {} => {}
                    Self::Nothing2 { y } => {
                        __data.y.take_up(y);
                    }
                }
            }
        }

        /// The position and the data of an iteration of `silent`.
        type Scope = rt::Scope<At, 1, Local>;

        /// Runs an iteration of `silent` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &Reads<'_>,
        ) -> rt::Res<Local> {
            let mut scope = match Scope::open_with(cx, path, Some(At::Nothing), input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if resumed {
                    scope.readable(cx, &here)?;
                } else {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Nothing => nothing(cx, &here),
                };
                scope.take_up(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `nothing`, flow.yaml:42.
        fn nothing<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, Given>> {
            here.started(cx)?;
            let output = Given::Nothing2 {
                y: rt::Slot::Held(1i64),
            };
            Ok(rt::Left::to(None, output).forgetting(&["y"]))
        }
    }
}

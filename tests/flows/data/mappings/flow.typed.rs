/// The flow `mappings`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_constants("constants")
///   s_only_input("only input")
///   s_renames("renames")
///   finish(["end"])
///   start --> s_constants
///   s_constants --> s_only_input
///   s_only_input --> s_renames
///   s_renames --> finish
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    #[allow(unused_imports)]
    pub use types::{
        Input, Output, InputPayload, OutputResult, InputPayloadOrder, OutputResultTree,
        OutputResultTreeA,
    };

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Input {
            /// `payload`
            pub payload: InputPayload,
        }

        impl rt::Typed for Input {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    payload: fields.required("payload")?,
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

        /// `output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Output {
            /// `id`
            pub id: i64,
            /// `nothing`
            pub nothing: rt::Value,
            /// `result`
            pub result: OutputResult,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    id: fields.required("id")?,
                    nothing: fields.required("nothing")?,
                    result: fields.required("result")?,
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

        /// `input payload` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct InputPayload {
            /// `order`
            pub order: InputPayloadOrder,
        }

        impl rt::Typed for InputPayload {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    order: fields.required("order")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for InputPayload {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output result` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OutputResult {
            /// `b`
            pub b: rt::Number,
            /// `dollar`
            pub dollar: rt::String,
            /// `empty`
            pub empty: rt::String,
            /// `flow`
            pub flow: rt::String,
            /// `large`
            pub large: i64,
            /// `larger`
            pub larger: u64,
            /// `list`
            pub list: rt::Vec<rt::Value>,
            /// `missing`
            pub missing: rt::Value,
            /// `name`
            pub name: rt::String,
            /// `step`
            pub step: rt::String,
            /// `text`
            pub text: rt::String,
            /// `tree`
            pub tree: OutputResultTree,
            /// `two`
            pub two: rt::String,
        }

        impl rt::Typed for OutputResult {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    b: fields.required("b")?,
                    dollar: fields.required("dollar")?,
                    empty: fields.required("empty")?,
                    flow: fields.required("flow")?,
                    large: fields.required("large")?,
                    larger: fields.required("larger")?,
                    list: fields.required("list")?,
                    missing: fields.required("missing")?,
                    name: fields.required("name")?,
                    step: fields.required("step")?,
                    text: fields.required("text")?,
                    tree: fields.required("tree")?,
                    two: fields.required("two")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for OutputResult {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `input payload order` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct InputPayloadOrder {
            /// `id`
            pub id: i64,
        }

        impl rt::Typed for InputPayloadOrder {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { id: fields.required("id")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for InputPayloadOrder {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output result tree` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OutputResultTree {
            /// `a`
            pub a: OutputResultTreeA,
            /// `c d`
            #[serde(rename = "c d")]
            pub c_d: rt::Object,
        }

        impl rt::Typed for OutputResultTree {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    a: fields.required("a")?,
                    c_d: fields.required("c d")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for OutputResultTree {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output result tree a` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OutputResultTreeA {
            /// `b`
            pub b: rt::Number,
        }

        impl rt::Typed for OutputResultTreeA {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { b: fields.required("b")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for OutputResultTreeA {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `tree a`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct TreeA {
            /// `b`
            pub(super) b: rt::Value,
        }

        impl rt::Typed for TreeA {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { b: fields.required("b")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for TreeA {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `tree c d`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct TreeCD {}

        impl rt::Typed for TreeCD {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let fields = rt::Fields::of(value, at)?;
                let made = Self {};
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for TreeCD {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `tree`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct Tree {
            /// `a`
            pub(super) a: TreeA,
            /// `c d`
            #[serde(rename = "c d")]
            pub(super) c_d: TreeCD,
        }

        impl rt::Typed for Tree {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    a: fields.required("a")?,
                    c_d: fields.required("c d")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for Tree {
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

    /// The flow `mappings` with its functions; `flowsmith::Engine` runs it.
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
            rt::start(engine, "mappings", name, input).await
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
            rt::execution(engine, "mappings", name).await
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
        const NAME: &'static str = "mappings";
        const DIGEST: &'static str = "f66df021afd69112b68751e4a98b384d";
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
            let input = rt::entries([
                ("order", rt::to_json(&input.payload.order)?),
                ("all", rt::to_json(&input)?),
            ]);
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(types::Output {
                id: rt::fit(
                    here,
                    "$input.order.id",
                    input.get("order").key("id").or_null(),
                )?,
                result: rt::fit(
                    here,
                    "$local",
                    rt::Value::Object(rt::object_of(&local)?),
                )?,
                nothing: rt::Value::Null,
            })
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Constants,
        OnlyInput,
        Renames,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "constants",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "only input",
                place: "flow.yaml:22",
            },
            rt::Step {
                name: "renames",
                place: "flow.yaml:26",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Constants, At::OnlyInput, At::Renames];
            ALL.get(index).copied()
        }
    }

    /// The data of the body of the flow.
    #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
    #[serde(crate = "::flowsmith::__private::serde", default)]
    struct Local {
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        b: rt::Slot<rt::Value>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        dollar: rt::Slot<rt::String>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        empty: rt::Slot<rt::String>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        flow: rt::Slot<rt::String>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        large: rt::Slot<i64>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        larger: rt::Slot<rt::Value>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        list: rt::Slot<rt::Value>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        missing: rt::Slot<rt::Value>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        name: rt::Slot<rt::String>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        step: rt::Slot<rt::String>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        text: rt::Slot<rt::String>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        tree: rt::Slot<types::Tree>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        two: rt::Slot<rt::Value>,
    }

    impl rt::Slots for Local {
        fn forget(&mut self, key: &str) {
            match key {
                "b" => self.b = rt::Slot::Absent,
                "dollar" => self.dollar = rt::Slot::Absent,
                "empty" => self.empty = rt::Slot::Absent,
                "flow" => self.flow = rt::Slot::Absent,
                "large" => self.large = rt::Slot::Absent,
                "larger" => self.larger = rt::Slot::Absent,
                "list" => self.list = rt::Slot::Absent,
                "missing" => self.missing = rt::Slot::Absent,
                "name" => self.name = rt::Slot::Absent,
                "step" => self.step = rt::Slot::Absent,
                "text" => self.text = rt::Slot::Absent,
                "tree" => self.tree = rt::Slot::Absent,
                "two" => self.two = rt::Slot::Absent,
                _ => {}
            }
        }

        fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
            None.or_else(|| self.b.unreadable("b"))
                .or_else(|| self.dollar.unreadable("dollar"))
                .or_else(|| self.empty.unreadable("empty"))
                .or_else(|| self.flow.unreadable("flow"))
                .or_else(|| self.large.unreadable("large"))
                .or_else(|| self.larger.unreadable("larger"))
                .or_else(|| self.list.unreadable("list"))
                .or_else(|| self.missing.unreadable("missing"))
                .or_else(|| self.name.unreadable("name"))
                .or_else(|| self.step.unreadable("step"))
                .or_else(|| self.text.unreadable("text"))
                .or_else(|| self.tree.unreadable("tree"))
                .or_else(|| self.two.unreadable("two"))
        }
    }

    /// What the steps give to it.
    #[derive(Debug, rt::Serialize)]
    #[serde(crate = "::flowsmith::__private::serde", untagged)]
    #[allow(clippy::large_enum_variant)]
    enum Given {
        #[allow(dead_code)]
        Nothing {},
        Constants {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            text: rt::Slot<rt::String>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            empty: rt::Slot<rt::String>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            list: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            tree: rt::Slot<types::Tree>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            large: rt::Slot<i64>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            larger: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            dollar: rt::Slot<rt::String>,
        },
        Renames {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            two: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            b: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            missing: rt::Slot<rt::Value>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            name: rt::Slot<rt::String>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            flow: rt::Slot<rt::String>,
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            step: rt::Slot<rt::String>,
        },
    }

    impl rt::Gives<Local> for Given {
        #[inline]
        fn give(self, __data: &mut Local) {
            match self {
                Self::Nothing {} => {}
                Self::Constants { text, empty, list, tree, large, larger, dollar } => {
                    __data.text.take_up(text);
                    __data.empty.take_up(empty);
                    __data.list.take_up(list);
                    __data.tree.take_up(tree);
                    __data.large.take_up(large);
                    __data.larger.take_up(larger);
                    __data.dollar.take_up(dollar);
                }
                Self::Renames { two, b, missing, name, flow, step } => {
                    __data.two.take_up(two);
                    __data.b.take_up(b);
                    __data.missing.take_up(missing);
                    __data.name.take_up(name);
                    __data.flow.take_up(flow);
                    __data.step.take_up(step);
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
        input: &rt::Data<'_>,
    ) -> rt::Res<Local> {
        let mut scope = match Scope::open_with(
            cx,
            path,
            Some(At::Constants),
            input.own(),
        )? {
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
                At::Constants => constants(cx, &here),
                At::OnlyInput => only_input(cx, &here, &scope),
                At::Renames => renames(cx, &here, &scope),
            };
            scope.take_up(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `constants`, flow.yaml:12.
    fn constants<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        let output = Given::Constants {
            text: rt::Slot::Held(rt::String::from("plain")),
            empty: rt::Slot::Held(rt::String::from("")),
            list: rt::Slot::Held(
                rt::Value::from([
                    rt::Value::from(1i64),
                    rt::Value::from("two"),
                    rt::Value::Null,
                    rt::Value::from([rt::Value::Bool(true)]),
                ]),
            ),
            tree: rt::Slot::Held(types::Tree {
                a: types::TreeA {
                    b: rt::Value::from(-1.5f64),
                },
                c_d: types::TreeCD {},
            }),
            large: rt::Slot::Held(9007199254740993i64),
            larger: rt::Slot::Held(rt::Value::from(18446744073709551615u64)),
            dollar: rt::Slot::Held(rt::String::from("costs $5")),
        };
        Ok(rt::Left::to(Some(At::OnlyInput), output))
    }

    /// Pass `only input`, flow.yaml:22.
    fn only_input<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At, Given>> {
        let mapped = rt::entries([("x", scope.local.list.get().at(1).or_null())]);
        here.started_with(cx, &mapped)?;
        Ok(rt::Left::to(Some(At::Renames), Given::Nothing {}))
    }

    /// Pass `renames`, flow.yaml:26.
    fn renames<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At, Given>> {
        let mapped = rt::entries([
            ("x", scope.local.list.get().at(1).or_null()),
            ("whole", rt::Value::Object(rt::object_of(&scope.local)?)),
        ]);
        here.started_with(cx, &mapped)?;
        let output = Given::Renames {
            two: rt::Slot::Held(mapped.get("x").or_null()),
            b: rt::Slot::Held(
                mapped.get("whole").key("tree").key("a").key("b").or_null(),
            ),
            missing: rt::Slot::Held(
                mapped.get("whole").key("tree").key("z").key("b").or_null(),
            ),
            name: rt::Slot::Held(rt::String::from(rt::Context::execution_name(cx))),
            flow: rt::Slot::Held(rt::String::from(rt::Context::flow_name(cx))),
            step: rt::Slot::Held(rt::String::from(here.step.name)),
        };
        Ok(rt::Left::to(None, output))
    }
}

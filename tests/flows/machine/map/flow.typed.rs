/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Lines{{"Lines<br/>for each of $Input.lines<br/>2 at a time"}}
///   join_Lines(( ))
///   s_Numbers{{"Numbers<br/>for each of $Input.numbers<br/>40 at a time"}}
///   join_Numbers(( ))
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_Price["Price<br/>calls price"]
///     s_Tags{{"Tags<br/>for each of split(#quot;a,b#quot;, #quot;,#quot;)<br/>one after another"}}
///     join_Tags(( ))
///     subgraph g_each_item_2["each item"]
///       s_Tag("Tag")
///     end
///   end
///   subgraph g_each_item_3["each item"]
///     s_add("add")
///   end
///   start --> s_Lines
///   s_Lines --> s_Price
///   join_Lines --> s_Numbers
///   s_Price --> s_Tags
///   s_Tags --> s_Tag
///   join_Tags --> join_Lines
///   s_Tag --> join_Tags
///   s_Numbers --> s_add
///   join_Numbers --> finish
///   s_add --> join_Numbers
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    #[allow(unused_imports)]
    pub use types::{
        Input, Output, PriceInput, OutputPricedItem, OutputSums, OutputSumsItemsItem,
    };

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Input {
            /// `lines`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub lines: Option<rt::Value>,
            /// `numbers`
            pub numbers: rt::Vec<i64>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for Input {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    lines: fields.optional("lines")?,
                    numbers: fields.required("numbers")?,
                    others: fields.others(),
                })
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
            /// `priced`
            pub priced: rt::Vec<OutputPricedItem>,
            /// `sums`
            pub sums: OutputSums,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    priced: fields.required("priced")?,
                    sums: fields.required("sums")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for Output {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `price input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct PriceInput {
            /// `id`
            pub id: rt::String,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for PriceInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    id: fields.required("id")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for PriceInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output priced item` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OutputPricedItem {
            /// `id`
            pub id: rt::String,
            /// `price`
            pub price: i64,
            /// `tags`
            pub tags: rt::Vec<rt::String>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for OutputPricedItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    id: fields.required("id")?,
                    price: fields.required("price")?,
                    tags: fields.required("tags")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for OutputPricedItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output sums` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OutputSums {
            /// `Items`
            #[serde(rename = "Items")]
            pub items: rt::Vec<OutputSumsItemsItem>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for OutputSums {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    items: fields.required("Items")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for OutputSums {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output sums Items item` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct OutputSumsItemsItem {
            /// `sum`
            pub sum: i64,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for OutputSumsItemsItem {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    sum: fields.required("sum")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for OutputSumsItemsItem {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Price output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct PriceOutput {
            /// `id`
            pub(super) id: rt::Value,
            /// `price`
            pub(super) price: i64,
        }

        impl rt::Typed for PriceOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    id: fields.required("id")?,
                    price: fields.required("price")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for PriceOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Tags result`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct TagsResult {
            /// `Items`
            #[serde(rename = "Items")]
            pub(super) items: rt::Vec<rt::Value>,
        }

        impl rt::Typed for TagsResult {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    items: fields.required("Items")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for TagsResult {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Tags output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct TagsOutput {
            /// `id`
            pub(super) id: rt::Value,
            /// `price`
            pub(super) price: i64,
            /// `tags`
            pub(super) tags: rt::Vec<rt::Value>,
        }

        impl rt::Typed for TagsOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    id: fields.required("id")?,
                    price: fields.required("price")?,
                    tags: fields.required("tags")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for TagsOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Lines result`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct LinesResult {
            /// `Items`
            #[serde(rename = "Items")]
            pub(super) items: rt::Vec<TagsOutput>,
        }

        impl rt::Typed for LinesResult {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    items: fields.required("Items")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for LinesResult {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Lines output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct LinesOutput {
            /// `numbers`
            pub(super) numbers: rt::Vec<i64>,
            /// `priced`
            pub(super) priced: rt::Vec<TagsOutput>,
        }

        impl rt::Typed for LinesOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    numbers: fields.required("numbers")?,
                    priced: fields.required("priced")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for LinesOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `add output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct AddOutput {
            /// `sum`
            pub(super) sum: rt::Value,
        }

        impl rt::Typed for AddOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    sum: fields.required("sum")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for AddOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Numbers result`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct NumbersResult {
            /// `Items`
            #[serde(rename = "Items")]
            pub(super) items: rt::Vec<AddOutput>,
        }

        impl rt::Typed for NumbersResult {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    items: fields.required("Items")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for NumbersResult {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Numbers output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct NumbersOutput {
            /// `priced`
            pub(super) priced: rt::Vec<TagsOutput>,
            /// `sums`
            pub(super) sums: NumbersResult,
        }

        impl rt::Typed for NumbersOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    priced: fields.required("priced")?,
                    sums: fields.required("sums")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for NumbersOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/demo/functions/price`, called by step `Price` (flow.yaml:14).
        fn price(
            &self,
            call: rt::Call<'_>,
            input: types::PriceInput,
        ) -> impl Future<Output = Result<i64, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/demo/functions/price", input)
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
        const DIGEST: &'static str = "02ed85dd85262275710a724788d7e27e";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "price",
                    "acs:fc:::services/demo/functions/price",
                    rt::forwards_typed::<
                        _,
                        types::PriceInput,
                        i64,
                        _,
                    >(|it: &'static F, call, input| Functions::price(it, call, input)),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let output = run(cx, &self.functions, &rt::Path::ROOT, input).await?;
            Ok(rt::fit_flow_output(rt::to_json(&output)?)?)
        }
    }

    /// Calls `Functions::price`, which may return any JSON.
    struct Price;

    impl<F: Functions> rt::Function<F> for Price {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/price";
        type In = types::PriceInput;
        type Out = i64;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::PriceInput,
        ) -> impl Future<Output = Result<i64, rt::StepError>> + Send {
            Functions::price(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Lines,
        Numbers,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Lines",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "Numbers",
                place: "flow.yaml:31",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Lines, At::Numbers];
            ALL.get(index).copied()
        }
    }

    /// The data of the body of the flow, by the step that it is for.
    #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
    #[serde(crate = "::flowsmith::__private::serde", untagged, from = "rt::Value")]
    #[allow(clippy::large_enum_variant)]
    enum Held {
        /// As it is kept, or of no type.
        Json(rt::Value),
        #[allow(dead_code)]
        Lines(types::Input),
        #[allow(dead_code)]
        Numbers(types::LinesOutput),
        #[allow(dead_code)]
        End(types::NumbersOutput),
    }

    impl Held {
        fn into_json(self) -> Result<rt::Value, rt::StepError> {
            match self {
                Self::Json(data) => Ok(data),
                Self::Lines(data) => rt::to_json(&data),
                Self::Numbers(data) => rt::to_json(&data),
                Self::End(data) => rt::to_json(&data),
            }
        }

        /// What the scope ends with.
        fn end(self, path: &rt::Path<'_>) -> rt::Res<types::NumbersOutput> {
            match self {
                Self::End(data) => Ok(data),
                other => Ok(rt::fit_end_at(path, other.into_json()?)?),
            }
        }
    }

    impl Default for Held {
        fn default() -> Self {
            Self::Json(rt::Value::Null)
        }
    }

    impl From<rt::Value> for Held {
        fn from(data: rt::Value) -> Self {
            Self::Json(data)
        }
    }

    /// What the steps give to it.
    #[derive(Debug, rt::Serialize)]
    #[serde(crate = "::flowsmith::__private::serde", untagged)]
    #[allow(clippy::large_enum_variant)]
    enum Given {
        #[allow(dead_code)]
        Json(rt::Value),
        Lines(types::LinesOutput),
        Numbers(types::NumbersOutput),
    }

    impl rt::Passes<At, Held> for Given {
        fn pass(
            self,
            to: Option<At>,
            forgotten: &[&str],
        ) -> Result<Held, rt::StepError> {
            Ok(
                match (self, to) {
                    (Self::Json(it), _) => Held::Json(rt::forget(it, forgotten)),
                    (Self::Lines(it), _) => Held::Numbers(it),
                    (Self::Numbers(it), _) => Held::End(it),
                },
            )
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2, Held>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: types::Input,
    ) -> rt::Res<types::NumbersOutput> {
        let mut scope = match Scope::open_passing(
            cx,
            path,
            Some(At::Lines),
            input,
            Held::Lines,
        )? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return outcome.end(path),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Lines => lines(cx, functions, &here, scope.take()).await,
                At::Numbers => numbers(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)?.end(path)
    }

    /// Foreach `Lines`, flow.yaml:7.
    async fn lines<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: Held,
    ) -> rt::Res<rt::Left<At, Given>> {
        let data = match data {
            Held::Lines(data) => data,
            other => rt::fit_kept(here, other.into_json()?)?,
        };
        here.started(cx)?;
        let items = rt::collection(here, "$Input.lines", data.lines.as_ref())?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(2),
                |index| async move {
                    lines_body::run(
                            cx,
                            functions,
                            &here.item(index),
                            items[index].clone(),
                        )
                        .await
                },
            )
            .await?;
        let result = types::LinesResult {
            items: outcomes,
        };
        let output = Given::Lines(types::LinesOutput {
            priced: result.items,
            numbers: data.numbers.clone(),
        });
        Ok(rt::Left::to(Some(At::Numbers), output))
    }

    /// The steps of an iteration of `Lines`.
    mod lines_body {
        use super::{Functions, Price, rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where an iteration of `Lines` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Price,
            Tags,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Price",
                    place: "flow.yaml:14",
                },
                rt::Step {
                    name: "Tags",
                    place: "flow.yaml:20",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Price, At::Tags];
                ALL.get(index).copied()
            }
        }

        /// The data of an iteration of `Lines`, by the step that it is for.
        #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged, from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        enum Held {
            /// As it is kept, or of no type.
            Json(rt::Value),
            #[allow(dead_code)]
            Tags(types::PriceOutput),
            #[allow(dead_code)]
            End(types::TagsOutput),
        }

        impl Held {
            fn into_json(self) -> Result<rt::Value, rt::StepError> {
                match self {
                    Self::Json(data) => Ok(data),
                    Self::Tags(data) => rt::to_json(&data),
                    Self::End(data) => rt::to_json(&data),
                }
            }

            /// What the scope ends with.
            fn end(self, path: &rt::Path<'_>) -> rt::Res<types::TagsOutput> {
                match self {
                    Self::End(data) => Ok(data),
                    other => Ok(rt::fit_end_at(path, other.into_json()?)?),
                }
            }
        }

        impl Default for Held {
            fn default() -> Self {
                Self::Json(rt::Value::Null)
            }
        }

        impl From<rt::Value> for Held {
            fn from(data: rt::Value) -> Self {
                Self::Json(data)
            }
        }

        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Json(rt::Value),
            Price(types::PriceOutput),
            Tags(types::TagsOutput),
        }

        impl rt::Passes<At, Held> for Given {
            fn pass(
                self,
                to: Option<At>,
                forgotten: &[&str],
            ) -> Result<Held, rt::StepError> {
                Ok(
                    match (self, to) {
                        (Self::Json(it), _) => Held::Json(rt::forget(it, forgotten)),
                        (Self::Price(it), _) => Held::Tags(it),
                        (Self::Tags(it), _) => Held::End(it),
                    },
                )
            }
        }

        /// The position and the data of an iteration of `Lines`.
        type Scope = rt::Scope<At, 2, Held>;

        /// Runs an iteration of `Lines` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<types::TagsOutput> {
            let mut scope = match Scope::open_passing(
                cx,
                path,
                Some(At::Price),
                input,
                Held::Json,
            )? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return outcome.end(path),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if !resumed {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Price => price(cx, functions, &here, scope.take()).await,
                    At::Tags => tags(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)?.end(path)
        }

        /// Task `Price`, flow.yaml:14.
        async fn price<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: Held,
        ) -> rt::Res<rt::Left<At, Given>> {
            let data = data.into_json()?;
            here.started(cx)?;
            let argument = rt::fit(here, "$Input", data.clone())?;
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Price,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            let output = Given::Price(types::PriceOutput {
                id: rt::found(here, "$Input.id", data.key("id"))?.clone(),
                price: result,
            });
            Ok(rt::Left::to(Some(At::Tags), output))
        }

        /// Foreach `Tags`, flow.yaml:20.
        async fn tags<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: Held,
        ) -> rt::Res<rt::Left<At, Given>> {
            let data = match data {
                Held::Tags(data) => data,
                other => rt::fit_kept(here, other.into_json()?)?,
            };
            here.started(cx)?;
            let collection = rt::builtin::split(
                here,
                &rt::Value::from("a,b"),
                &rt::Value::from(","),
            )?;
            let items = rt::collection(
                here,
                "split(\"a,b\", \",\")",
                Some(&collection),
            )?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(1),
                    |index| async move {
                        tags_body::run(cx, &here.item(index), items[index].clone()).await
                    },
                )
                .await?;
            let result = types::TagsResult {
                items: outcomes,
            };
            let output = Given::Tags(types::TagsOutput {
                id: data.id.clone(),
                price: data.price,
                tags: result.items,
            });
            Ok(rt::Left::to(None, output))
        }

        /// The steps of an iteration of `Tags`.
        mod tags_body {
            use super::{rt, rt::prelude::*};

            #[allow(unused_imports)]
            use super::types;

            /// Where an iteration of `Tags` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Tag,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "Tag",
                        place: "flow.yaml:26",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Tag];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `Tags`.
            type Scope = rt::Scope<At, 1, rt::Value>;

            /// Runs an iteration of `Tags` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Tag),
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
                        At::Tag => tag(cx, &here, scope.take()),
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `Tag`, flow.yaml:26.
            fn tag<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                Ok(rt::Left::to(None, data))
            }
        }
    }

    /// Foreach `Numbers`, flow.yaml:31.
    async fn numbers<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: Held,
    ) -> rt::Res<rt::Left<At, Given>> {
        let data = match data {
            Held::Numbers(data) => data,
            other => rt::fit_kept(here, other.into_json()?)?,
        };
        here.started(cx)?;
        let items = rt::elements(here, "$Input.numbers", Some(&data.numbers))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(40),
                |index| async move {
                    numbers_body::run(cx, &here.item(index), items[index]).await
                },
            )
            .await?;
        let result = types::NumbersResult {
            items: outcomes,
        };
        let output = Given::Numbers(types::NumbersOutput {
            priced: data.priced.clone(),
            sums: result,
        });
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `Numbers`.
    mod numbers_body {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where an iteration of `Numbers` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Add,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "add",
                    place: "flow.yaml:36",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Add];
                ALL.get(index).copied()
            }
        }

        /// The data of an iteration of `Numbers`, by the step that it is for.
        #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged, from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        enum Held {
            /// As it is kept, or of no type.
            Json(rt::Value),
            #[allow(dead_code)]
            Add(i64),
            #[allow(dead_code)]
            End(types::AddOutput),
        }

        impl Held {
            fn into_json(self) -> Result<rt::Value, rt::StepError> {
                match self {
                    Self::Json(data) => Ok(data),
                    Self::Add(data) => rt::to_json(&data),
                    Self::End(data) => rt::to_json(&data),
                }
            }

            /// What the scope ends with.
            fn end(self, path: &rt::Path<'_>) -> rt::Res<types::AddOutput> {
                match self {
                    Self::End(data) => Ok(data),
                    other => Ok(rt::fit_end_at(path, other.into_json()?)?),
                }
            }
        }

        impl Default for Held {
            fn default() -> Self {
                Self::Json(rt::Value::Null)
            }
        }

        impl From<rt::Value> for Held {
            fn from(data: rt::Value) -> Self {
                Self::Json(data)
            }
        }

        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Json(rt::Value),
            Add(types::AddOutput),
        }

        impl rt::Passes<At, Held> for Given {
            fn pass(
                self,
                to: Option<At>,
                forgotten: &[&str],
            ) -> Result<Held, rt::StepError> {
                Ok(
                    match (self, to) {
                        (Self::Json(it), _) => Held::Json(rt::forget(it, forgotten)),
                        (Self::Add(it), _) => Held::End(it),
                    },
                )
            }
        }

        /// The position and the data of an iteration of `Numbers`.
        type Scope = rt::Scope<At, 1, Held>;

        /// Runs an iteration of `Numbers` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: i64,
        ) -> rt::Res<types::AddOutput> {
            let mut scope = match Scope::open_passing(
                cx,
                path,
                Some(At::Add),
                input,
                Held::Add,
            )? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return outcome.end(path),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if !resumed {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Add => add(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)?.end(path)
        }

        /// Pass `add`, flow.yaml:36.
        fn add<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: Held,
        ) -> rt::Res<rt::Left<At, Given>> {
            let data = match data {
                Held::Add(data) => data,
                other => rt::fit_kept(here, other.into_json()?)?,
            };
            here.started(cx)?;
            let output = Given::Add(types::AddOutput {
                sum: rt::builtin::int_add(
                    here,
                    &rt::Value::from(data),
                    &rt::Value::from(1i64),
                )?,
            });
            Ok(rt::Left::to(None, output))
        }
    }
}

/// The flow `order`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_reserve["reserve<br/>calls reserve<br/>at most 60 s<br/>↻ 3 times on<br/>FC.ResourceThrottled"]
///   s_approve[/"approve<br/>calls ask<br/>waits for a report<br/>at most 3600 s"\]
///   s_label_all{{"label all<br/>for each of $.items"}}
///   join_label_all(( ))
///   s_check{"check"}
///   s_pause[/"pause<br/>waits 10 s"/]
///   s_done(["done"])
///   s_refuse(["refuse<br/>OrderRefused<br/>nobody wanted it"])
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_print_label["print label<br/>calls label"]
///   end
///   start --> s_reserve
///   s_reserve --> s_approve
///   s_reserve -.->|"OutOfStock"| s_refuse
///   s_approve --> s_label_all
///   s_approve -.->|"FnF.TaskTimeout, Declined"| s_refuse
///   s_label_all --> s_print_label
///   join_label_all --> s_check
///   s_print_label --> join_label_all
///   s_check -->|"$.by == #quot;boss#quot; #amp;#amp; $.stock #gt;= 1"| s_done
///   s_check -->|"default"| s_pause
///   s_pause --> s_done
///   s_done --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_approve callback
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_refuse failure
///   linkStyle 2,4 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    #[allow(unused_imports)]
    pub use types::{
        Input, Output, ReserveInput, ReserveOutput, AskInput, LabelInput, LabelOutput,
        ApproveReport, Order,
    };

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `Input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Input {
            /// `order`
            pub order: Order,
        }

        impl rt::Typed for Input {
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
            /// `by`
            pub by: rt::String,
            /// `labels`
            pub labels: rt::Vec<rt::String>,
            /// `stock`
            pub stock: i64,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    by: fields.required("by")?,
                    labels: fields.required("labels")?,
                    stock: fields.required("stock")?,
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

        /// `ReserveInput` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ReserveInput {
            /// `count`
            pub count: i64,
            /// `order`
            pub order: Order,
        }

        impl rt::Typed for ReserveInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    count: fields.required("count")?,
                    order: fields.required("order")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for ReserveInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `ReserveOutput` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ReserveOutput {
            /// `stock`
            pub stock: i64,
        }

        impl rt::Typed for ReserveOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    stock: fields.required("stock")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for ReserveOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `AskInput` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct AskInput {
            /// `order`
            pub order: Order,
            /// `token`
            pub token: rt::String,
        }

        impl rt::Typed for AskInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    order: fields.required("order")?,
                    token: fields.required("token")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for AskInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `LabelInput` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct LabelInput {
            /// `by`
            pub by: rt::String,
            /// `item`
            pub item: rt::String,
            /// `items`
            pub items: rt::Vec<rt::String>,
            /// `n`
            pub n: i64,
        }

        impl rt::Typed for LabelInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    by: fields.required("by")?,
                    item: fields.required("item")?,
                    items: fields.required("items")?,
                    n: fields.required("n")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for LabelInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `LabelOutput` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct LabelOutput {
            /// `label`
            pub label: rt::String,
        }

        impl rt::Typed for LabelOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    label: fields.required("label")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for LabelOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `ApproveReport` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ApproveReport {
            /// `by`
            pub by: rt::String,
        }

        impl rt::Typed for ApproveReport {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { by: fields.required("by")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for ApproveReport {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Order` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Order {
            /// `items`
            pub items: rt::Vec<rt::String>,
        }

        impl rt::Typed for Order {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    items: fields.required("items")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for Order {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `label all input`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct LabelAllInput {
            /// `by`
            pub(super) by: Option<rt::String>,
            /// `items`
            pub(super) items: rt::Vec<rt::String>,
        }

        impl rt::Typed for LabelAllInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    by: fields.required("by")?,
                    items: fields.required("items")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for LabelAllInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `label all end`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct LabelAllEnd {
            /// `label`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(super) label: Option<rt::String>,
        }

        impl rt::Typed for LabelAllEnd {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    label: fields.optional("label")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for LabelAllEnd {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/shop/functions/reserve`, called by step `reserve` (flow.yaml:5).
        fn reserve(
            &self,
            call: rt::Call<'_>,
            input: types::ReserveInput,
        ) -> impl Future<Output = Result<types::ReserveOutput, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/shop/functions/reserve", input)
        }

        /// `acs:fc:::services/shop/functions/ask`, called by step `approve` (flow.yaml:28).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: types::AskInput,
        ) -> impl Future<Output = Result<rt::Object, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/shop/functions/ask", input)
        }

        /// `acs:fc:::services/shop/functions/label`, called by step `print label` (flow.yaml:56).
        fn label(
            &self,
            call: rt::Call<'_>,
            input: types::LabelInput,
        ) -> impl Future<Output = Result<types::LabelOutput, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/shop/functions/label", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// Reports task tokens of step `approve`, flow.yaml:28.
    #[allow(unused_imports, dead_code)]
    pub mod approve {
        use super::{rt, rt::prelude::*};
        use super::types;

        /// Settles the attempt that `token` stands for with success, as `flowsmith::Engine::report_task_succeeded`
        /// does. Gives the id of the event, once it is kept.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::report_task_succeeded`.
        pub async fn report(
            engine: &rt::Engine,
            token: &rt::TaskToken,
            output: types::ApproveReport,
        ) -> Result<u64, rt::Error> {
            rt::report(engine, token, &output).await
        }
    }

    /// The flow `order` with its functions; `flowsmith::Engine` runs it.
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
            rt::start(engine, "order", name, input).await
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
            rt::execution(engine, "order", name).await
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
        const NAME: &'static str = "order";
        const DIGEST: &'static str = "410b0ab638072bc4f970c2dda0658032";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "reserve",
                    "acs:fc:::services/shop/functions/reserve",
                    rt::forwards_typed::<
                        _,
                        types::ReserveInput,
                        types::ReserveOutput,
                        _,
                    >(|it: &'static F, call, input| Functions::reserve(it, call, input)),
                );
            needs
                .function(
                    "ask",
                    "acs:fc:::services/shop/functions/ask",
                    rt::forwards_typed::<
                        _,
                        types::AskInput,
                        rt::Object,
                        _,
                    >(|it: &'static F, call, input| Functions::ask(it, call, input)),
                );
            needs
                .function(
                    "label",
                    "acs:fc:::services/shop/functions/label",
                    rt::forwards_typed::<
                        _,
                        types::LabelInput,
                        types::LabelOutput,
                        _,
                    >(|it: &'static F, call, input| Functions::label(it, call, input)),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let local = run(cx, &self.functions, &rt::Path::ROOT, &input).await?;
            Ok(rt::fit_flow_output(rt::Value::Object(rt::object_of(&local)?))?)
        }
    }

    /// Calls `Functions::reserve`.
    struct Reserve;

    impl<F: Functions> rt::Function<F> for Reserve {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/reserve";
        type In = types::ReserveInput;
        type Out = types::ReserveOutput;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::ReserveInput,
        ) -> impl Future<Output = Result<types::ReserveOutput, rt::StepError>> + Send {
            Functions::reserve(host, call, input)
        }
    }

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/ask";
        type In = types::AskInput;
        type Out = rt::Object;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::AskInput,
        ) -> impl Future<Output = Result<rt::Object, rt::StepError>> + Send {
            Functions::ask(host, call, input)
        }
    }

    /// Calls `Functions::label`.
    struct Label;

    impl<F: Functions> rt::Function<F> for Label {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/label";
        type In = types::LabelInput;
        type Out = types::LabelOutput;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::LabelInput,
        ) -> impl Future<Output = Result<types::LabelOutput, rt::StepError>> + Send {
            Functions::label(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Reserve,
        Approve,
        LabelAll,
        Check,
        Pause,
        Done,
        Refuse,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "reserve",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "approve",
                place: "flow.yaml:28",
            },
            rt::Step {
                name: "label all",
                place: "flow.yaml:44",
            },
            rt::Step {
                name: "check",
                place: "flow.yaml:62",
            },
            rt::Step {
                name: "pause",
                place: "flow.yaml:69",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:72",
            },
            rt::Step {
                name: "refuse",
                place: "flow.yaml:74",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 7] = [
                At::Reserve,
                At::Approve,
                At::LabelAll,
                At::Check,
                At::Pause,
                At::Done,
                At::Refuse,
            ];
            ALL.get(index).copied()
        }
    }

    /// The data of the body of the flow.
    #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
    #[serde(crate = "::flowsmith::__private::serde", default)]
    struct Local {
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        by: rt::Slot<rt::String>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        labels: rt::Slot<rt::Vec<rt::String>>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        stock: rt::Slot<i64>,
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        why: rt::Slot<rt::Value>,
    }

    impl rt::Slots for Local {
        fn forget(&mut self, key: &str) {
            match key {
                "by" => self.by = rt::Slot::Absent,
                "labels" => self.labels = rt::Slot::Absent,
                "stock" => self.stock = rt::Slot::Absent,
                "why" => self.why = rt::Slot::Absent,
                _ => {}
            }
        }

        fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
            None.or_else(|| self.by.unreadable("by"))
                .or_else(|| self.labels.unreadable("labels"))
                .or_else(|| self.stock.unreadable("stock"))
                .or_else(|| self.why.unreadable("why"))
        }
    }

    /// What the steps give to it.
    #[derive(Debug, rt::Serialize)]
    #[serde(crate = "::flowsmith::__private::serde", untagged)]
    #[allow(clippy::large_enum_variant)]
    enum Given {
        #[allow(dead_code)]
        Nothing {},
        Reserve {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            stock: rt::Slot<i64>,
        },
        ReserveCaught1 {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            why: rt::Slot<rt::Value>,
        },
        Approve {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            by: rt::Slot<rt::String>,
        },
        LabelAll {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            labels: rt::Slot<rt::Vec<rt::String>>,
        },
    }

    impl rt::Gives<Local> for Given {
        #[inline]
        fn give(self, __data: &mut Local) {
            match self {
                Self::Nothing {} => {}
                Self::Reserve { stock } => {
                    __data.stock.take_up(stock);
                }
                Self::ReserveCaught1 { why } => {
                    __data.why.take_up(why);
                }
                Self::Approve { by } => {
                    __data.by.take_up(by);
                }
                Self::LabelAll { labels } => {
                    __data.labels.take_up(labels);
                }
            }
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 7, Local>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &types::Input,
    ) -> rt::Res<Local> {
        let mut scope = match Scope::open_with(cx, path, Some(At::Reserve), input)? {
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
                At::Reserve => reserve(cx, functions, &here, input).await,
                At::Approve => approve(cx, functions, &here, input).await,
                At::LabelAll => label_all(cx, functions, &here, input, &scope).await,
                At::Check => check(cx, &here, &scope),
                At::Pause => pause(cx, &here).await,
                At::Done => done(cx, &here),
                At::Refuse => refuse(cx, &here),
            };
            scope.take_up(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `reserve`, flow.yaml:5.
    async fn reserve<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &types::Input,
    ) -> rt::Res<rt::Left<At, Given>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FC.ResourceThrottled"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 3,
                multiplier: 2.0f64,
            },
        ];
        let mapped = types::ReserveInput {
            order: input.order.clone(),
            count: 1i64,
        };
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &RETRY,
        };
        let argument = || Ok(mapped.clone());
        let outcome = rt::call::<C, Reserve, F>(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok(result) => {
                let output = Given::Reserve {
                    stock: rt::Slot::Held(result.stock),
                };
                Ok(rt::Left::to(Some(At::Approve), output))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["OutOfStock"]) => {
                let caught = rt::caught(&error);
                let output = Given::ReserveCaught1 {
                    why: rt::Slot::Held(caught.get("cause").or_null()),
                };
                Ok(
                    rt::Left::caught(Some(At::Refuse), output, error)
                        .forgetting(&["by", "labels", "stock", "why"]),
                )
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `approve`, flow.yaml:28.
    async fn approve<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &types::Input,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        let mapped = |token: &rt::TaskToken| -> Result<types::AskInput, rt::StepError> {
            Ok(types::AskInput {
                order: input.order.clone(),
                token: rt::String::from(token.as_str()),
            })
        };
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(3600)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| mapped(token);
        let outcome = rt::callback::<
            C,
            Ask,
            F,
            types::ApproveReport,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok((_, result)) => {
                let output = Given::Approve {
                    by: rt::Slot::Held(result.by),
                };
                Ok(rt::Left::to(Some(At::LabelAll), output))
            }
            Err(
                rt::Halt::Failed(error),
            ) if error.is_any(&["FnF.TaskTimeout", "Declined"]) => {
                Ok(
                    rt::Left::caught(Some(At::Refuse), Given::Nothing {}, error)
                        .forgetting(&["by", "labels", "stock", "why"]),
                )
            }
            Err(halt) => Err(halt),
        }
    }

    /// Foreach `label all`, flow.yaml:44.
    async fn label_all<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &types::Input,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At, Given>> {
        let mapped = types::LabelAllInput {
            items: input.order.items.clone(),
            by: scope.local.by.get().cloned(),
        };
        here.started_with(cx, &mapped)?;
        let items = rt::elements(here, "$.items", Some(&mapped.items))?;
        let step_object = rt::object_of(&mapped)?;
        let step_input = rt::Data::new(&step_object);
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([
                        ("item", rt::to_json(&items[index])?),
                        ("n", rt::Value::from(index)),
                    ]);
                    rt::mapped(
                            label_all_body::run(
                                cx,
                                functions,
                                &here.item(index),
                                &rt::Data::over(&own, &step_input),
                            ),
                            |local| types::LabelAllEnd {
                                label: local.label.into_option(),
                            },
                        )
                        .await
                },
            )
            .await?;
        let result = outcomes;
        let output = Given::LabelAll {
            labels: rt::Slot::Held(
                result.iter().filter_map(|it| it.label.as_ref()).cloned().collect(),
            ),
        };
        Ok(rt::Left::to(Some(At::Check), output))
    }

    /// The steps of an iteration of `label all`.
    mod label_all_body {
        use super::{Functions, Label, rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where an iteration of `label all` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            PrintLabel,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "print label",
                    place: "flow.yaml:56",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::PrintLabel];
                ALL.get(index).copied()
            }
        }

        /// The data of an iteration of `label all`.
        #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", default)]
        pub(super) struct Local {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            pub(super) label: rt::Slot<rt::String>,
        }

        impl rt::Slots for Local {
            #[allow(clippy::single_match)]
            fn forget(&mut self, key: &str) {
                match key {
                    "label" => self.label = rt::Slot::Absent,
                    _ => {}
                }
            }

            fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                None.or_else(|| self.label.unreadable("label"))
            }
        }

        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Nothing {},
            PrintLabel {
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                label: rt::Slot<rt::String>,
            },
        }

        impl rt::Gives<Local> for Given {
            #[inline]
            fn give(self, __data: &mut Local) {
                match self {
                    Self::Nothing {} => {}
                    Self::PrintLabel { label } => {
                        __data.label.take_up(label);
                    }
                }
            }
        }

        /// The position and the data of an iteration of `label all`.
        type Scope = rt::Scope<At, 1, Local>;

        /// Runs an iteration of `label all` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<Local> {
            let mut scope = match Scope::open_with(
                cx,
                path,
                Some(At::PrintLabel),
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
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::PrintLabel => {
                        print_label(cx, functions, &here, input, &scope).await
                    }
                };
                scope.take_up(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `print label`, flow.yaml:56.
        async fn print_label<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At, Given>> {
            here.started(cx)?;
            let argument = rt::fit(
                here,
                "$",
                rt::Value::Object(
                    rt::overlay(rt::object_of(&scope.local)?, input.to_object()),
                ),
            )?;
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Label,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(
                rt::Left::to(
                    None,
                    Given::PrintLabel {
                        label: rt::Slot::Held(result.label),
                    },
                ),
            )
        }
    }

    /// Choice `check`, flow.yaml:62.
    fn check<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        if rt::eq(
            scope
                .local
                .by
                .get()
                .map_or(rt::Operand::Null, |it| rt::Operand::from(it.as_str())),
            "boss",
        )
            && rt::ge(
                here,
                rt::Nulls::False,
                scope
                    .local
                    .stock
                    .get()
                    .map_or(rt::Operand::Null, |it| rt::Operand::from(i128::from(*it))),
                1i128,
            )?
        {
            return Ok(rt::Left::to(Some(At::Done), Given::Nothing {}));
        }
        Ok(rt::Left::to(Some(At::Pause), Given::Nothing {}))
    }

    /// Wait `pause`, flow.yaml:69.
    async fn pause<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(10)).await?;
        Ok(rt::Left::to(Some(At::Done), Given::Nothing {}))
    }

    /// Succeed `done`, flow.yaml:72.
    fn done<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, Given::Nothing {}))
    }

    /// Fail `refuse`, flow.yaml:74.
    fn refuse<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        rt::failure("OrderRefused", "nobody wanted it")
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Both{{"Both"}}
///   join_Both(( ))
///   s_Raw{{"Raw"}}
///   join_Raw(( ))
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_Left["Left<br/>calls left"]
///   end
///   subgraph g_Branch1["Branch1"]
///     s_Right{{"Right"}}
///     join_Right(( ))
///     subgraph g_Branch0_2["Branch0"]
///       s_Inner[/"Inner<br/>waits 3 s"/]
///     end
///   end
///   subgraph g_Branch0_3["Branch0"]
///     s_a("a")
///   end
///   subgraph g_Branch1_2["Branch1"]
///     s_b(["b"])
///   end
///   start --> s_Both
///   s_Both --> s_Left
///   s_Both --> s_Right
///   join_Both --> s_Raw
///   s_Left --> join_Both
///   s_Right --> s_Inner
///   join_Right --> join_Both
///   s_Inner --> join_Right
///   s_Raw --> s_a
///   s_Raw --> s_b
///   join_Raw --> finish
///   s_a --> join_Raw
///   s_b --> join_Raw
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    #[allow(unused_imports)]
    pub use types::{Input, Output, Inner, Branch1, R, Whole};

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `Input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Input {
            /// `n`
            pub n: i64,
            /// `other`
            pub other: i64,
        }

        impl rt::Typed for Input {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    n: fields.required("n")?,
                    other: fields.required("other")?,
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
            /// `Branch0`
            #[serde(rename = "Branch0")]
            pub branch0: rt::Object,
            /// `Branch1`
            #[serde(rename = "Branch1")]
            pub branch1: Branch1,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    branch0: fields.required("Branch0")?,
                    branch1: fields.required("Branch1")?,
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

        /// `Inner` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Inner {
            /// `n`
            pub n: i64,
        }

        impl rt::Typed for Inner {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { n: fields.required("n")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for Inner {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Branch1` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Branch1 {
            /// `l`
            pub l: i64,
            /// `n`
            pub n: i64,
            /// `r`
            pub r: R,
        }

        impl rt::Typed for Branch1 {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    l: fields.required("l")?,
                    n: fields.required("n")?,
                    r: fields.required("r")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for Branch1 {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `R` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct R {
            /// `inner`
            pub inner: Inner,
            /// `whole`
            pub whole: Whole,
        }

        impl rt::Typed for R {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    inner: fields.required("inner")?,
                    whole: fields.required("whole")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for R {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Whole` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Whole {
            /// `Branch0`
            #[serde(rename = "Branch0")]
            pub branch0: Inner,
        }

        impl rt::Typed for Whole {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    branch0: fields.required("Branch0")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for Whole {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Both input`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct BothInput {
            /// `n`
            pub(super) n: i64,
        }

        impl rt::Typed for BothInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { n: fields.required("n")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for BothInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Left output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct LeftOutput {
            /// `left`
            pub(super) left: i64,
        }

        impl rt::Typed for LeftOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    left: fields.required("left")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for LeftOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Right result`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct RightResult {
            /// `Branch0`
            #[serde(rename = "Branch0")]
            pub(super) branch0: BothInput,
        }

        impl rt::Typed for RightResult {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    branch0: fields.required("Branch0")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for RightResult {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Right output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct RightOutput {
            /// `inner`
            pub(super) inner: BothInput,
            /// `whole`
            pub(super) whole: RightResult,
        }

        impl rt::Typed for RightOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    inner: fields.required("inner")?,
                    whole: fields.required("whole")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for RightOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Both result`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct BothResult {
            /// `Branch0`
            #[serde(rename = "Branch0")]
            pub(super) branch0: LeftOutput,
            /// `Branch1`
            #[serde(rename = "Branch1")]
            pub(super) branch1: RightOutput,
        }

        impl rt::Typed for BothResult {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    branch0: fields.required("Branch0")?,
                    branch1: fields.required("Branch1")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for BothResult {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Both output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct BothOutput {
            /// `l`
            pub(super) l: i64,
            /// `n`
            pub(super) n: i64,
            /// `r`
            pub(super) r: RightOutput,
        }

        impl rt::Typed for BothOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    l: fields.required("l")?,
                    n: fields.required("n")?,
                    r: fields.required("r")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for BothOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `a output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct AOutput {}

        impl rt::Typed for AOutput {
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

        impl rt::TryFrom<rt::Value> for AOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `Raw result`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct RawResult {
            /// `Branch0`
            #[serde(rename = "Branch0")]
            pub(super) branch0: AOutput,
            /// `Branch1`
            #[serde(rename = "Branch1")]
            pub(super) branch1: BothOutput,
        }

        impl rt::Typed for RawResult {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    branch0: fields.required("Branch0")?,
                    branch1: fields.required("Branch1")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for RawResult {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/demo/functions/left`, called by step `Left` (flow.yaml:13).
        fn left(
            &self,
            call: rt::Call<'_>,
            input: types::Inner,
        ) -> impl Future<Output = Result<types::Inner, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/demo/functions/left", input)
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
        const DIGEST: &'static str = "58da6b2d3082d203727dd7d67c218fc6";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "left",
                    "acs:fc:::services/demo/functions/left",
                    rt::forwards_typed::<
                        _,
                        types::Inner,
                        types::Inner,
                        _,
                    >(|it: &'static F, call, input| Functions::left(it, call, input)),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let output = run(cx, &self.functions, &rt::Path::ROOT, input).await?;
            Ok(rt::fit_flow_output(rt::to_json(&output)?)?)
        }
    }

    /// Calls `Functions::left`, which may return any JSON.
    struct Left;

    impl<F: Functions> rt::Function<F> for Left {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/left";
        type In = types::Inner;
        type Out = types::Inner;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: types::Inner,
        ) -> impl Future<Output = Result<types::Inner, rt::StepError>> + Send {
            Functions::left(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Both,
        Raw,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Both",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "Raw",
                place: "flow.yaml:30",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Both, At::Raw];
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
        Both(types::Input),
        #[allow(dead_code)]
        Raw(types::BothOutput),
        #[allow(dead_code)]
        End(types::RawResult),
    }

    impl Held {
        fn into_json(self) -> Result<rt::Value, rt::StepError> {
            match self {
                Self::Json(data) => Ok(data),
                Self::Both(data) => rt::to_json(&data),
                Self::Raw(data) => rt::to_json(&data),
                Self::End(data) => rt::to_json(&data),
            }
        }

        /// What the scope ends with.
        fn end(self, path: &rt::Path<'_>) -> rt::Res<types::RawResult> {
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
        Both(types::BothOutput),
        Raw(types::RawResult),
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
                    (Self::Both(it), _) => Held::Raw(it),
                    (Self::Raw(it), _) => Held::End(it),
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
    ) -> rt::Res<types::RawResult> {
        let mut scope = match Scope::open_passing(
            cx,
            path,
            Some(At::Both),
            input,
            Held::Both,
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
                At::Both => both(cx, functions, &here, scope.take()).await,
                At::Raw => raw(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)?.end(path)
    }

    /// Parallel `Both`, flow.yaml:7.
    async fn both<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: Held,
    ) -> rt::Res<rt::Left<At, Given>> {
        #[allow(dead_code, clippy::large_enum_variant)]
        enum Outcome {
            Branch0(types::LeftOutput),
            Branch1(types::RightOutput),
        }
        let data = match data {
            Held::Both(data) => data,
            other => rt::fit_kept(here, other.into_json()?)?,
        };
        let step_input = types::BothInput { n: data.n };
        here.started_with(cx, &step_input)?;
        let given = &step_input;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => {
                            rt::mapped(
                                    both_branch_0::run(
                                        cx,
                                        functions,
                                        &here.branch(0),
                                        given.clone(),
                                    ),
                                    Outcome::Branch0,
                                )
                                .await
                        }
                        _ => {
                            rt::mapped(
                                    both_branch_1::run(cx, &here.branch(1), given.clone()),
                                    Outcome::Branch1,
                                )
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = {
            let mut outcomes = outcomes.into_iter();
            let (Some(Outcome::Branch0(branch_0)), Some(Outcome::Branch1(branch_1))) = (
                outcomes.next(),
                outcomes.next(),
            ) else {
                return rt::disordered();
            };
            types::BothResult {
                branch0: branch_0,
                branch1: branch_1,
            }
        };
        let output = Given::Both(types::BothOutput {
            l: result.branch0.left,
            r: result.branch1,
            n: step_input.n,
        });
        Ok(rt::Left::to(Some(At::Raw), output))
    }

    /// The steps of branch 0 of `Both`.
    mod both_branch_0 {
        use super::{Functions, Left, rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where branch 0 of `Both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Left,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Left",
                    place: "flow.yaml:13",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Left];
                ALL.get(index).copied()
            }
        }

        /// The data of branch 0 of `Both`, by the step that it is for.
        #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged, from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        enum Held {
            /// As it is kept, or of no type.
            Json(rt::Value),
            #[allow(dead_code)]
            Left(types::BothInput),
            #[allow(dead_code)]
            End(types::LeftOutput),
        }

        impl Held {
            fn into_json(self) -> Result<rt::Value, rt::StepError> {
                match self {
                    Self::Json(data) => Ok(data),
                    Self::Left(data) => rt::to_json(&data),
                    Self::End(data) => rt::to_json(&data),
                }
            }

            /// What the scope ends with.
            fn end(self, path: &rt::Path<'_>) -> rt::Res<types::LeftOutput> {
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
            Left(types::LeftOutput),
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
                        (Self::Left(it), _) => Held::End(it),
                    },
                )
            }
        }

        /// The position and the data of branch 0 of `Both`.
        type Scope = rt::Scope<At, 1, Held>;

        /// Runs branch 0 of `Both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: types::BothInput,
        ) -> rt::Res<types::LeftOutput> {
            let mut scope = match Scope::open_passing(
                cx,
                path,
                Some(At::Left),
                input,
                Held::Left,
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
                    At::Left => left_2(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)?.end(path)
        }

        /// Task `Left`, flow.yaml:13.
        async fn left_2<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: Held,
        ) -> rt::Res<rt::Left<At, Given>> {
            let data = match data {
                Held::Left(data) => data,
                other => rt::fit_kept(here, other.into_json()?)?,
            };
            here.started(cx)?;
            let argument = {
                let it = &data;
                types::Inner { n: it.n }
            };
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Left,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            let output = Given::Left(types::LeftOutput {
                left: result.n,
            });
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `Both`.
    mod both_branch_1 {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where branch 1 of `Both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Right,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Right",
                    place: "flow.yaml:21",
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

        /// The data of branch 1 of `Both`, by the step that it is for.
        #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged, from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        enum Held {
            /// As it is kept, or of no type.
            Json(rt::Value),
            #[allow(dead_code)]
            Right(types::BothInput),
            #[allow(dead_code)]
            End(types::RightOutput),
        }

        impl Held {
            fn into_json(self) -> Result<rt::Value, rt::StepError> {
                match self {
                    Self::Json(data) => Ok(data),
                    Self::Right(data) => rt::to_json(&data),
                    Self::End(data) => rt::to_json(&data),
                }
            }

            /// What the scope ends with.
            fn end(self, path: &rt::Path<'_>) -> rt::Res<types::RightOutput> {
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
            Right(types::RightOutput),
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
                        (Self::Right(it), _) => Held::End(it),
                    },
                )
            }
        }

        /// The position and the data of branch 1 of `Both`.
        type Scope = rt::Scope<At, 1, Held>;

        /// Runs branch 1 of `Both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: types::BothInput,
        ) -> rt::Res<types::RightOutput> {
            let mut scope = match Scope::open_passing(
                cx,
                path,
                Some(At::Right),
                input,
                Held::Right,
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
                    At::Right => right(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)?.end(path)
        }

        /// Parallel `Right`, flow.yaml:21.
        async fn right<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: Held,
        ) -> rt::Res<rt::Left<At, Given>> {
            #[allow(dead_code, clippy::large_enum_variant)]
            enum Outcome {
                Branch0(types::BothInput),
            }
            let data = match data {
                Held::Right(data) => data,
                other => rt::fit_kept(here, other.into_json()?)?,
            };
            here.started(cx)?;
            let given = &data;
            let outcomes = rt::foreach(
                    1,
                    1,
                    |_| async move {
                        rt::mapped(
                                right_branch_0::run(cx, &here.branch(0), given.clone()),
                                Outcome::Branch0,
                            )
                            .await
                    },
                )
                .await?;
            let result = {
                let mut outcomes = outcomes.into_iter();
                let (Some(Outcome::Branch0(branch_0)),) = (outcomes.next(),) else {
                    return rt::disordered();
                };
                types::RightResult {
                    branch0: branch_0,
                }
            };
            let output = Given::Right(types::RightOutput {
                inner: result.branch0.clone(),
                whole: result.clone(),
            });
            Ok(rt::Left::to(None, output))
        }

        /// The steps of branch 0 of `Right`.
        mod right_branch_0 {
            use super::{rt, rt::prelude::*};

            #[allow(unused_imports)]
            use super::types;

            /// Where branch 0 of `Right` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Inner,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "Inner",
                        place: "flow.yaml:25",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Inner];
                    ALL.get(index).copied()
                }
            }

            /// The data of branch 0 of `Right`, by the step that it is for.
            #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
            #[serde(
                crate = "::flowsmith::__private::serde",
                untagged,
                from = "rt::Value"
            )]
            #[allow(clippy::large_enum_variant)]
            enum Held {
                /// As it is kept, or of no type.
                Json(rt::Value),
                #[allow(dead_code)]
                Inner(types::BothInput),
                #[allow(dead_code)]
                End(types::BothInput),
            }

            impl Held {
                fn into_json(self) -> Result<rt::Value, rt::StepError> {
                    match self {
                        Self::Json(data) => Ok(data),
                        Self::Inner(data) => rt::to_json(&data),
                        Self::End(data) => rt::to_json(&data),
                    }
                }

                /// What the scope ends with.
                fn end(self, path: &rt::Path<'_>) -> rt::Res<types::BothInput> {
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
                Inner(types::BothInput),
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
                            (Self::Inner(it), _) => Held::End(it),
                        },
                    )
                }
            }

            /// The position and the data of branch 0 of `Right`.
            type Scope = rt::Scope<At, 1, Held>;

            /// Runs branch 0 of `Right` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: types::BothInput,
            ) -> rt::Res<types::BothInput> {
                let mut scope = match Scope::open_passing(
                    cx,
                    path,
                    Some(At::Inner),
                    input,
                    Held::Inner,
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
                        At::Inner => inner(cx, &here, scope.take()).await,
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)?.end(path)
            }

            /// Wait `Inner`, flow.yaml:25.
            async fn inner<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: Held,
            ) -> rt::Res<rt::Left<At, Given>> {
                let data = match data {
                    Held::Inner(data) => data,
                    other => rt::fit_kept(here, other.into_json()?)?,
                };
                here.started(cx)?;
                rt::wait_seconds(cx, here, rt::Operand::Integer(3)).await?;
                Ok(rt::Left::to(None, Given::Inner(data)))
            }
        }
    }

    /// Parallel `Raw`, flow.yaml:30.
    async fn raw<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: Held,
    ) -> rt::Res<rt::Left<At, Given>> {
        #[allow(dead_code, clippy::large_enum_variant)]
        enum Outcome {
            Branch0(types::AOutput),
            Branch1(types::BothOutput),
        }
        let data = match data {
            Held::Raw(data) => data,
            other => rt::fit_kept(here, other.into_json()?)?,
        };
        here.started(cx)?;
        let given = &data;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => {
                            rt::mapped(
                                    raw_branch_0::run(cx, &here.branch(0), given.clone()),
                                    Outcome::Branch0,
                                )
                                .await
                        }
                        _ => {
                            rt::mapped(
                                    raw_branch_1::run(cx, &here.branch(1), given.clone()),
                                    Outcome::Branch1,
                                )
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = {
            let mut outcomes = outcomes.into_iter();
            let (Some(Outcome::Branch0(branch_0)), Some(Outcome::Branch1(branch_1))) = (
                outcomes.next(),
                outcomes.next(),
            ) else {
                return rt::disordered();
            };
            types::RawResult {
                branch0: branch_0,
                branch1: branch_1,
            }
        };
        Ok(rt::Left::to(None, Given::Raw(result)))
    }

    /// The steps of branch 0 of `Raw`.
    mod raw_branch_0 {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where branch 0 of `Raw` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            A,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "a",
                    place: "flow.yaml:33",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::A];
                ALL.get(index).copied()
            }
        }

        /// The data of branch 0 of `Raw`, by the step that it is for.
        #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged, from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        enum Held {
            /// As it is kept, or of no type.
            Json(rt::Value),
            #[allow(dead_code)]
            A(types::BothOutput),
            #[allow(dead_code)]
            End(types::AOutput),
        }

        impl Held {
            fn into_json(self) -> Result<rt::Value, rt::StepError> {
                match self {
                    Self::Json(data) => Ok(data),
                    Self::A(data) => rt::to_json(&data),
                    Self::End(data) => rt::to_json(&data),
                }
            }

            /// What the scope ends with.
            fn end(self, path: &rt::Path<'_>) -> rt::Res<types::AOutput> {
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
            A(types::AOutput),
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
                        (Self::A(it), _) => Held::End(it),
                    },
                )
            }
        }

        /// The position and the data of branch 0 of `Raw`.
        type Scope = rt::Scope<At, 1, Held>;

        /// Runs branch 0 of `Raw` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: types::BothOutput,
        ) -> rt::Res<types::AOutput> {
            let mut scope = match Scope::open_passing(
                cx,
                path,
                Some(At::A),
                input,
                Held::A,
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
                    At::A => a(cx, &here),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)?.end(path)
        }

        /// Pass `a`, flow.yaml:33.
        fn a<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, Given>> {
            here.started(cx)?;
            let output = Given::A(types::AOutput {});
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `Raw`.
    mod raw_branch_1 {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where branch 1 of `Raw` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            B,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "b",
                    place: "flow.yaml:34",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::B];
                ALL.get(index).copied()
            }
        }

        /// The data of branch 1 of `Raw`, by the step that it is for.
        #[derive(Clone, Debug, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged, from = "rt::Value")]
        #[allow(clippy::large_enum_variant)]
        enum Held {
            /// As it is kept, or of no type.
            Json(rt::Value),
            #[allow(dead_code)]
            B(types::BothOutput),
            #[allow(dead_code)]
            End(types::BothOutput),
        }

        impl Held {
            fn into_json(self) -> Result<rt::Value, rt::StepError> {
                match self {
                    Self::Json(data) => Ok(data),
                    Self::B(data) => rt::to_json(&data),
                    Self::End(data) => rt::to_json(&data),
                }
            }

            /// What the scope ends with.
            fn end(self, path: &rt::Path<'_>) -> rt::Res<types::BothOutput> {
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
            B(types::BothOutput),
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
                        (Self::B(it), _) => Held::End(it),
                    },
                )
            }
        }

        /// The position and the data of branch 1 of `Raw`.
        type Scope = rt::Scope<At, 1, Held>;

        /// Runs branch 1 of `Raw` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: types::BothOutput,
        ) -> rt::Res<types::BothOutput> {
            let mut scope = match Scope::open_passing(
                cx,
                path,
                Some(At::B),
                input,
                Held::B,
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
                    At::B => b(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)?.end(path)
        }

        /// Succeed `b`, flow.yaml:34.
        fn b<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: Held,
        ) -> rt::Res<rt::Left<At, Given>> {
            let data = match data {
                Held::B(data) => data,
                other => rt::fit_kept(here, other.into_json()?)?,
            };
            here.started(cx)?;
            Ok(rt::Left::to(None, Given::B(data)))
        }
    }
}

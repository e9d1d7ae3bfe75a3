/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_in_the_body[/"in the body<br/>calls ask in the background<br/>waits for a report<br/>at most 86400 s<br/>↻ once on Busy"\]
///   s_by_the_input[/"by the input<br/>calls ask<br/>waits for a report<br/>at most 86400 s"\]
///   s_no("no")
///   finish(["end"])
///   start --> s_in_the_body
///   s_in_the_body --> s_by_the_input
///   s_by_the_input --> finish
///   s_by_the_input -.->|"Refused"| s_no
///   s_no --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_in_the_body,s_by_the_input callback
///   linkStyle 3 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    #[allow(unused_imports)]
    pub use types::{Input, Output, AskInput, InTheBodyReport, ByTheInputReport};

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Input {
            /// `n`
            pub n: i64,
        }

        impl rt::Typed for Input {
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
            /// `any`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub any: Option<rt::String>,
            /// `n`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub n: Option<i64>,
            /// `no`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub no: Option<rt::String>,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    any: fields.optional("any")?,
                    n: fields.optional("n")?,
                    no: fields.optional("no")?,
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

        /// `ask input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct AskInput {
            /// `n`
            pub n: i64,
            /// `said`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub said: Option<rt::Value>,
            /// `taskToken`
            #[serde(rename = "taskToken")]
            pub task_token: rt::String,
        }

        impl rt::Typed for AskInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    n: fields.required("n")?,
                    said: fields.optional("said")?,
                    task_token: fields.required("taskToken")?,
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

        /// `in the body report` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct InTheBodyReport {
            /// `said`
            pub said: rt::Value,
        }

        impl rt::Typed for InTheBodyReport {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    said: fields.required("said")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for InTheBodyReport {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `by the input report` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ByTheInputReport {
            /// `any`
            pub any: rt::String,
        }

        impl rt::Typed for ByTheInputReport {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    any: fields.required("any")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for ByTheInputReport {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `in the body output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct InTheBodyOutput {
            /// `n`
            pub(super) n: i64,
            /// `said`
            pub(super) said: rt::Value,
        }

        impl rt::Typed for InTheBodyOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    n: fields.required("n")?,
                    said: fields.required("said")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for InTheBodyOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `by the input output`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct ByTheInputOutput {
            /// `n`
            pub(super) n: rt::Value,
            /// `no`
            pub(super) no: rt::Value,
        }

        impl rt::Typed for ByTheInputOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    n: fields.required("n")?,
                    no: fields.required("no")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for ByTheInputOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `end`, which the flow makes.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub(super) struct End {
            /// `any`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(super) any: Option<rt::String>,
            /// `n`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(super) n: Option<rt::Value>,
            /// `no`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(super) no: Option<rt::Value>,
        }

        impl rt::Typed for End {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self {
                    any: fields.optional("any")?,
                    n: fields.optional("n")?,
                    no: fields.optional("no")?,
                };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for End {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/demo/functions/ask`, called by the steps `in the body` (flow.yaml:7) and `by the input` (flow.yaml:19).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: types::AskInput,
        ) -> impl Future<Output = Result<rt::Object, rt::StepError>> + Send {
            rt::forward_typed(call, "acs:fc:::services/demo/functions/ask", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// Reports task tokens of step `in the body`, flow.yaml:7.
    #[allow(unused_imports, dead_code)]
    pub mod in_the_body {
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
            output: types::InTheBodyReport,
        ) -> Result<u64, rt::Error> {
            rt::report(engine, token, &output).await
        }
    }

    /// Reports task tokens of step `by the input`, flow.yaml:19.
    #[allow(unused_imports, dead_code)]
    pub mod by_the_input {
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
            output: types::ByTheInputReport,
        ) -> Result<u64, rt::Error> {
            rt::report(engine, token, &output).await
        }
    }

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
        const DIGEST: &'static str = "a8264a3b8b6c7eefb63bad3e9540f7d0";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "ask",
                    "acs:fc:::services/demo/functions/ask",
                    rt::forwards_typed::<
                        _,
                        types::AskInput,
                        rt::Object,
                        _,
                    >(|it: &'static F, call, input| Functions::ask(it, call, input)),
                );
        }

        async fn dispatch(
            &self,
            resource: &str,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Value, rt::StepError> {
            match resource {
                "acs:fc:::services/demo/functions/ask" => {
                    let input = rt::fit_input(&call, input)?;
                    rt::to_json(&Functions::ask(&*self.functions, call, input).await?)
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let output = run(cx, &self.functions, &rt::Path::ROOT, input).await?;
            Ok(rt::fit_flow_output(rt::to_json(&output)?)?)
        }
    }

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/ask";
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

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        InTheBody,
        ByTheInput,
        No,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "in the body",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "by the input",
                place: "flow.yaml:19",
            },
            rt::Step {
                name: "no",
                place: "flow.yaml:29",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::InTheBody, At::ByTheInput, At::No];
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
        InTheBody(types::Input),
        #[allow(dead_code)]
        ByTheInput(types::InTheBodyOutput),
        #[allow(dead_code)]
        No(types::ByTheInputOutput),
        #[allow(dead_code)]
        End(types::End),
    }

    impl Held {
        fn into_json(self) -> Result<rt::Value, rt::StepError> {
            match self {
                Self::Json(data) => Ok(data),
                Self::InTheBody(data) => rt::to_json(&data),
                Self::ByTheInput(data) => rt::to_json(&data),
                Self::No(data) => rt::to_json(&data),
                Self::End(data) => rt::to_json(&data),
            }
        }

        /// What the scope ends with.
        fn end(self, path: &rt::Path<'_>) -> rt::Res<types::End> {
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
        InTheBody(types::InTheBodyOutput),
        ByTheInput(types::ByTheInputReport),
        ByTheInputCaught1(types::ByTheInputOutput),
        No(types::ByTheInputOutput),
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
                    (Self::InTheBody(it), _) => Held::ByTheInput(it),
                    (Self::ByTheInput(it), _) => {
                        Held::End(types::End {
                            any: Some(it.any),
                            n: None,
                            no: None,
                        })
                    }
                    (Self::ByTheInputCaught1(it), _) => Held::No(it),
                    (Self::No(it), _) => {
                        Held::End(types::End {
                            any: None,
                            n: Some(it.n),
                            no: Some(it.no),
                        })
                    }
                },
            )
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, Held>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: types::Input,
    ) -> rt::Res<types::End> {
        let mut scope = match Scope::open_passing(
            cx,
            path,
            Some(At::InTheBody),
            input,
            Held::InTheBody,
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
                At::InTheBody => in_the_body(cx, functions, &here, scope.take()).await,
                At::ByTheInput => by_the_input(cx, functions, &here, scope.take()).await,
                At::No => no(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)?.end(path)
    }

    /// Task `in the body`, flow.yaml:7.
    async fn in_the_body<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: Held,
    ) -> rt::Res<rt::Left<At, Given>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 60,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        let data = match data {
            Held::InTheBody(data) => data,
            other => rt::fit_kept(here, other.into_json()?)?,
        };
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(86400)),
            retry: &RETRY,
        };
        let argument = |token: &rt::TaskToken| Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::Value::Null,
            input: types::AskInput {
                task_token: rt::String::from(token.as_str()),
                n: data.n,
                said: None,
            },
        });
        let (_, result) = rt::submit_callback::<
            C,
            Ask,
            F,
            types::InTheBodyReport,
        >(cx, here, functions, policy, &argument)
            .await?;
        let output = Given::InTheBody(types::InTheBodyOutput {
            said: result.said,
            n: data.n,
        });
        Ok(rt::Left::to(Some(At::ByTheInput), output))
    }

    /// Task `by the input`, flow.yaml:19.
    async fn by_the_input<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: Held,
    ) -> rt::Res<rt::Left<At, Given>> {
        let data = match data {
            Held::ByTheInput(data) => data,
            other => rt::fit_kept(here, other.into_json()?)?,
        };
        here.started(cx)?;
        let mapped = |token: Option<&rt::TaskToken>| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("taskToken", rt::Value::from(token.map(rt::TaskToken::as_str))),
                        ("n", rt::Value::from(data.n)),
                        ("said", data.said.clone()),
                    ]),
                ),
            )
        };
        let outcome = async {
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(86400)),
                retry: &[],
            };
            let argument = |token: &rt::TaskToken| rt::fit(
                here,
                "$Input",
                mapped(Some(token))?,
            );
            let (_, result) = rt::callback::<
                C,
                Ask,
                F,
                types::ByTheInputReport,
            >(cx, here, functions, policy, &argument)
                .await?;
            rt::Res::Ok(rt::Left::to(None, Given::ByTheInput(result)))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["Refused"]) => {
                let caught = rt::caught(&error);
                let step_input = match mapped(None) {
                    Ok(step_input) => step_input,
                    Err(_) => rt::to_json(&data)?,
                };
                let output = Given::ByTheInputCaught1(types::ByTheInputOutput {
                    no: caught.get("cause").or_null(),
                    n: rt::found(here, "$Input.n", step_input.key("n"))?.clone(),
                });
                Ok(rt::Left::caught(Some(At::No), output, error))
            }
            outcome => outcome,
        }
    }

    /// Pass `no`, flow.yaml:29.
    fn no<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: Held,
    ) -> rt::Res<rt::Left<At, Given>> {
        let data = match data {
            Held::No(data) => data,
            other => rt::fit_kept(here, other.into_json()?)?,
        };
        here.started(cx)?;
        Ok(rt::Left::to(None, Given::No(data)))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_ask[/"ask<br/>calls ask<br/>waits for a report<br/>at most 100 s<br/>↻ 2 times on FnF.TaskTimeout<br/>↻ once on Busy"\]
///   finish(["end"])
///   start --> s_ask
///   s_ask --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with.
    pub type Input = rt::Object;

    #[allow(unused_imports)]
    pub use types::{Output, AskInput, AskReport};

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Output {
            /// `at`
            pub at: rt::String,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { at: fields.required("at")? };
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

        /// `ask report` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct AskReport {
            /// `at`
            pub at: rt::String,
        }

        impl rt::Typed for AskReport {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                let made = Self { at: fields.required("at")? };
                fields.close()?;
                Ok(made)
            }
        }

        impl rt::TryFrom<rt::Value> for AskReport {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/demo/functions/ask`, called by step `ask` (flow.yaml:4).
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

    /// Reports task tokens of step `ask`, flow.yaml:4.
    #[allow(unused_imports, dead_code)]
    pub mod ask {
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
            output: types::AskReport,
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
        const DIGEST: &'static str = "6c9d03f65553ed4bd5682b992b61e630";
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

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let here = &rt::flow_here(
                &rt::Step {
                    name: "",
                    place: "flow.yaml",
                },
            );
            let local = run(cx, &self.functions, &rt::Path::ROOT, &input).await?;
            Ok(types::Output {
                at: rt::given(here, "at", local.at.into_option())?,
            })
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
        Ask,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "ask",
                place: "flow.yaml:4",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Ask];
            ALL.get(index).copied()
        }
    }

    /// The data of the body of the flow.
    #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
    #[serde(crate = "::flowsmith::__private::serde", default)]
    struct Local {
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        at: rt::Slot<rt::String>,
    }

    impl rt::Slots for Local {
        #[allow(clippy::single_match)]
        fn forget(&mut self, key: &str) {
            match key {
                "at" => self.at = rt::Slot::Absent,
                _ => {}
            }
        }

        fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
            None.or_else(|| self.at.unreadable("at"))
        }
    }

    /// What the steps give to it.
    #[derive(Debug, rt::Serialize)]
    #[serde(crate = "::flowsmith::__private::serde", untagged)]
    #[allow(clippy::large_enum_variant)]
    enum Given {
        #[allow(dead_code)]
        Nothing {},
        Ask {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            at: rt::Slot<rt::String>,
        },
    }

    impl rt::Gives<Local> for Given {
        #[inline]
        fn give(self, __data: &mut Local) {
            match self {
                Self::Nothing {} => {}
                Self::Ask { at } => {
                    __data.at.take_up(at);
                }
            }
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1, Local>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Object,
    ) -> rt::Res<Local> {
        let mut scope = match Scope::open_with(cx, path, Some(At::Ask), input)? {
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
                At::Ask => ask(cx, functions, &here).await,
            };
            scope.take_up(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `ask`, flow.yaml:4.
    async fn ask<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, Given>> {
        static RETRY: [rt::RetryPolicy; 2] = [
            rt::RetryPolicy {
                errors: &["FnF.TaskTimeout"],
                interval: 10,
                max_interval: 86400,
                max_attempts: 2,
                multiplier: 2.0f64,
            },
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        here.started(cx)?;
        let mapped = |token: &rt::TaskToken| -> Result<types::AskInput, rt::StepError> {
            Ok(types::AskInput {
                token: rt::String::from(token.as_str()),
            })
        };
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(100)),
            retry: &RETRY,
        };
        let argument = |token: &rt::TaskToken| mapped(token);
        let (_, result) = rt::callback::<
            C,
            Ask,
            F,
            types::AskReport,
        >(cx, here, functions, policy, &argument)
            .await?;
        Ok(
            rt::Left::to(
                None,
                Given::Ask {
                    at: rt::Slot::Held(result.at),
                },
            ),
        )
    }
}

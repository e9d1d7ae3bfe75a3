/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_limited["limited<br/>calls limited<br/>at most 60 s<br/>↻ once on FnF.TaskTimeout"]
///   s_unlimited[/"unlimited<br/>calls ask<br/>waits for a report"\]
///   finish(["end"])
///   start --> s_limited
///   s_limited --> s_unlimited
///   s_limited -.->|"FnF.TaskTimeout"| s_unlimited
///   s_unlimited --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_unlimited callback
///   linkStyle 2 stroke:#c0392b
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
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/s/functions/limited`, called by step `limited` (flow.yaml:5).
        fn limited(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/limited", input)
        }

        /// `acs:fc:::services/s/functions/ask`, called by step `unlimited` (flow.yaml:15).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/ask", input)
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
        const DIGEST: &'static str = "a7dc5673adc04bb3a5c263b3bd55bc77";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "limited",
                    "acs:fc:::services/s/functions/limited",
                    rt::forwards(|it: &'static F, call, input| Functions::limited(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "ask",
                    "acs:fc:::services/s/functions/ask",
                    rt::forwards(|it: &'static F, call, input| Functions::ask(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::limited`.
    struct Limited;

    impl<F: Functions> rt::Function<F> for Limited {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/limited";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::limited(host, call, input).await?)
        }
    }

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/ask";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::ask(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Limited,
        Unlimited,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "limited",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "unlimited",
                place: "flow.yaml:15",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Limited, At::Unlimited];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Limited), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Limited => limited(cx, functions, &here, input, &scope).await,
                At::Unlimited => unlimited(cx, functions, &here).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `limited`, flow.yaml:5.
    async fn limited<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FnF.TaskTimeout"],
                interval: 5,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &RETRY,
        };
        let argument = || Ok(rt::Value::Object(step_input.to_object()));
        let outcome = rt::call::<C, Limited, F>(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok(result) => Ok(rt::Left::to(Some(At::Unlimited), result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.TaskTimeout"]) => {
                let caught = rt::caught(&error);
                let output = [("code", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Unlimited), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `unlimited`, flow.yaml:15.
    async fn unlimited<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let mapped = |token: &rt::TaskToken| rt::entries([
            ("token", rt::Value::from(token.as_str())),
        ]);
        let policy = rt::Policy::default();
        let argument = |token: &rt::TaskToken| Ok(rt::Value::Object(mapped(token)));
        let (_, result) = rt::callback::<
            C,
            Ask,
            F,
            rt::Object,
        >(cx, here, functions, policy, &argument)
            .await?;
        Ok(rt::Left::to(None, result))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_plain["plain<br/>calls plain<br/>waits for the job"]
///   s_in_the_background["in the background<br/>calls job in the background<br/>waits for the job<br/>at most 100 s<br/>↻ once on Busy"]
///   s_said_to_be["said to be<br/>calls plain"]
///   s_caught("caught")
///   finish(["end"])
///   start --> s_plain
///   s_plain --> s_in_the_background
///   s_in_the_background --> s_said_to_be
///   s_in_the_background -.->|"FnF.ALL"| s_caught
///   s_said_to_be --> s_caught
///   s_caught --> finish
///   linkStyle 3 stroke:#c0392b
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
        /// `acs:fc:::services/s/functions/plain`, called by the steps `plain` (flow.yaml:5) and `said to be` (flow.yaml:21).
        fn plain(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/plain", input)
        }

        /// `acs:fc:::services/s/functions/job`, called by step `in the background` (flow.yaml:10).
        fn job(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/job", input)
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
        const DIGEST: &'static str = "f53b15d4fa11cac45a2762fcad1b1290";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "plain",
                    "acs:fc:::services/s/functions/plain",
                    rt::forwards(|it: &'static F, call, input| Functions::plain(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "job",
                    "acs:fc:::services/s/functions/job",
                    rt::forwards(|it: &'static F, call, input| Functions::job(
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

    /// Calls `Functions::plain`.
    struct Plain;

    impl<F: Functions> rt::Function<F> for Plain {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/plain";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::plain(host, call, input).await?)
        }
    }

    /// Calls `Functions::job`.
    struct Job;

    impl<F: Functions> rt::Function<F> for Job {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/job";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::job(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Plain,
        InTheBackground,
        SaidToBe,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "plain",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "in the background",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "said to be",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:27",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [
                At::Plain,
                At::InTheBackground,
                At::SaidToBe,
                At::Caught,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Plain), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Plain => plain(cx, functions, &here, input, &scope).await,
                At::InTheBackground => in_the_background(cx, functions, &here).await,
                At::SaidToBe => said_to_be(cx, functions, &here, input, &scope).await,
                At::Caught => caught(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `plain`, flow.yaml:5.
    async fn plain<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Plain, F>(cx, &attempt, functions, argument)
            .await??;
        let output = [("plain", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::InTheBackground), output))
    }

    /// Task `in the background`, flow.yaml:10.
    async fn in_the_background<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        let mapped = rt::entries([
            ("id", rt::Value::from(rt::Context::execution_name(cx))),
        ]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(100)),
            retry: &RETRY,
        };
        let argument = || Ok(rt::Value::Object(mapped.clone()));
        let outcome = rt::call::<C, Job, F>(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok(result) => {
                let output = [("job", rt::Value::Object(result))];
                Ok(rt::Left::to(Some(At::SaidToBe), output))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = [("code", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `said to be`, flow.yaml:21.
    async fn said_to_be<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Plain, F>(cx, &attempt, functions, argument)
            .await??;
        let output = [("again", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::Caught), output))
    }

    /// Pass `caught`, flow.yaml:27.
    fn caught<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

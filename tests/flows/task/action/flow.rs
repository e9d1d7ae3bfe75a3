/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_weather["weather<br/>calls DescribeWeather<br/>↻ 2 times on sky.Busy,<br/>sky.InvalidPlace.Unknown"]
///   s_guess("guess")
///   finish(["end"])
///   start --> s_weather
///   s_weather --> finish
///   s_weather -.->|"sky.Closed"| s_guess
///   s_guess --> finish
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
        /// `sky:DescribeWeather`, called by step `weather` (flow.yaml:6).
        fn describe_weather(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "sky:DescribeWeather", input)
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
        const DIGEST: &'static str = "5de87fa2cb7c74f20c9a81a4789ab296";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "describe_weather",
                    "sky:DescribeWeather",
                    rt::forwards(|it: &'static F, call, input| Functions::describe_weather(
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

    /// Calls `Functions::describe_weather`.
    struct DescribeWeather;

    impl<F: Functions> rt::Function<F> for DescribeWeather {
        const RESOURCE: &'static str = "sky:DescribeWeather";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::describe_weather(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Weather,
        Guess,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "weather",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "guess",
                place: "flow.yaml:19",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Weather, At::Guess];
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
        let mut scope = match Scope::open(cx, path, Some(At::Weather), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Weather => weather(cx, functions, &here, input).await,
                At::Guess => guess(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `weather`, flow.yaml:6.
    async fn weather<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["sky.Busy", "sky.InvalidPlace.Unknown"],
                interval: 10,
                max_interval: 86400,
                max_attempts: 2,
                multiplier: 2.0f64,
            },
        ];
        let mapped = rt::entries([("place", input.get("where").or_null())]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let argument = || Ok(
            rt::Value::Object(
                rt::entries([
                    ("Place", mapped.get("place").or_null()),
                    ("Units", rt::Value::from("metric")),
                    ("Days", rt::Value::from(1i64)),
                    ("All", rt::Value::Object(mapped.clone())),
                ]),
            ),
        );
        let outcome = rt::call::<
            C,
            DescribeWeather,
            F,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok(result) => {
                let output = [
                    (
                        "degrees",
                        result.get("Data").key("Today").key("Degrees").or_null(),
                    ),
                    ("wind", result.get("Data").key("Today").key("Wind").or_null()),
                ];
                Ok(rt::Left::to(None, output))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["sky.Closed"]) => {
                let caught = rt::caught(&error);
                let output = [("why", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Guess), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Pass `guess`, flow.yaml:19.
    fn guess<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("degrees", rt::Value::from(20i64))];
        Ok(rt::Left::to(None, output))
    }
}

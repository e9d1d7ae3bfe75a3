/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_work["work<br/>calls work<br/>↻ 2 times on<br/>FC.ResourceThrottled, Slow<br/>↻ once on Odd"]
///   s_bad("bad")
///   s_any("any")
///   finish(["end"])
///   start --> s_work
///   s_work --> finish
///   s_work -.->|"Bad"| s_bad
///   s_work -.->|"FnF.ALL"| s_any
///   s_bad --> finish
///   s_any --> finish
///   linkStyle 2,3 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/work`, called by step `work` (flow.yaml:7).
        fn work(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/work", input)
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
        const DIGEST: &'static str = "26a94b1248425b92830e3f4dc629d392";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "work",
                    "acs:fc:::services/demo/functions/work",
                    rt::forwards(|it: &'static F, call, input| Functions::work(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::work`, which may return any JSON.
    struct Work;

    impl<F: Functions> rt::Function<F> for Work {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/work";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::work(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Work,
        Bad,
        Any,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "work",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "bad",
                place: "flow.yaml:31",
            },
            rt::Step {
                name: "any",
                place: "flow.yaml:32",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Work, At::Bad, At::Any];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Work), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Work => work(cx, functions, &here, scope.take()).await,
                At::Bad => bad(cx, &here, scope.take()),
                At::Any => any(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `work`, flow.yaml:7.
    async fn work<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 2] = [
            rt::RetryPolicy {
                errors: &["FC.ResourceThrottled", "Slow"],
                interval: 10,
                max_interval: 15,
                max_attempts: 2,
                multiplier: 2.0f64,
            },
            rt::RetryPolicy {
                errors: &["Odd"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        here.started(cx)?;
        let outcome = async {
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let argument = || Ok(
                rt::Value::Object(
                    rt::entries([
                        ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                        ("retries", rt::Value::from(here.retries())),
                    ]),
                ),
            );
            let mut result = rt::call::<
                C,
                Work,
                F,
            >(cx, here, functions, policy, &argument)
                .await?;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "done",
                        rt::taken(
                            here,
                            "$Output.Body.done",
                            rt::take(&mut result, "done"),
                        )?,
                    ),
                    ("retries", rt::Value::from(here.retries())),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["Bad"]) => {
                Ok(rt::Left::caught(Some(At::Bad), data.clone(), error))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        ("code", caught.get("error").or_null()),
                        ("retries", rt::Value::from(here.retries())),
                        ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Any), output, error))
            }
            outcome => outcome,
        }
    }

    /// Pass `bad`, flow.yaml:31.
    fn bad<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }

    /// Pass `any`, flow.yaml:32.
    fn any<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

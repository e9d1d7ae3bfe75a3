/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_call["call<br/>calls f<br/>↻ 2 times on FnF.ALL"]
///   s_caught("caught")
///   finish(["end"])
///   start --> s_call
///   s_call --> finish
///   s_call -.->|"FnF.ALL"| s_caught
///   s_caught --> finish
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
        /// `acs:fc:::services/demo/functions/f`, called by step `call` (flow.yaml:7).
        fn f(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/f", input)
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
        const DIGEST: &'static str = "4d72d60397f927656c2750c7fd81f78c";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "f",
                    "acs:fc:::services/demo/functions/f",
                    rt::forwards(|it: &'static F, call, input| Functions::f(
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

    /// Calls `Functions::f`, which may return any JSON.
    struct F2;

    impl<F: Functions> rt::Function<F> for F2 {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/f";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::f(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Call,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "call",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:22",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Call, At::Caught];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Call), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Call => call(cx, functions, &here, scope.take()).await,
                At::Caught => caught(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `call`, flow.yaml:7.
    async fn call<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FnF.ALL"],
                interval: 10,
                max_interval: 86400,
                max_attempts: 2,
                multiplier: 1.0f64,
            },
        ];
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("id", rt::builtin::uuid(cx, here, 0)?),
                        ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                    ]),
                ),
            )
        })();
        let (step_input, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let argument = || Ok(
                rt::Value::Object(
                    rt::entries([
                        (
                            "n",
                            rt::builtin::int_add(
                                here,
                                rt::found(here, "$Input.n", step_input.key("n"))?,
                                &rt::Value::from(here.retries()),
                            )?,
                        ),
                        (
                            "id",
                            rt::found(here, "$Input.id", step_input.key("id"))?.clone(),
                        ),
                    ]),
                ),
            );
            let mut result = rt::call::<C, F2, F>(cx, here, functions, policy, &argument)
                .await?;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "same",
                        rt::Value::Bool(
                            rt::is_in(
                                here,
                                rt::found(here, "$Input.id", step_input.key("id"))?,
                                &rt::taken(
                                    here,
                                    "$Output.Body.ids",
                                    rt::take(&mut result, "ids"),
                                )?,
                            )?,
                        ),
                    ),
                    (
                        "got",
                        rt::taken(
                            here,
                            "$Output.Body.got",
                            rt::take(&mut result, "got"),
                        )?,
                    ),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        ("code", caught.get("error").or_null()),
                        ("n", rt::found(here, "$Input.n", step_input.key("n"))?.clone()),
                        (
                            "id",
                            rt::builtin::length(
                                here,
                                rt::found(here, "$Input.id", step_input.key("id"))?,
                            )?,
                        ),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            outcome => outcome,
        }
    }

    /// Pass `caught`, flow.yaml:22.
    fn caught<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

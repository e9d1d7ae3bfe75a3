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

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/demo/functions/ask`, called by the steps `in the body` (flow.yaml:7) and `by the input` (flow.yaml:19).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/ask", input)
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
        const DIGEST: &'static str = "a8264a3b8b6c7eefb63bad3e9540f7d0";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "ask",
                    "acs:fc:::services/demo/functions/ask",
                    rt::forwards(|it: &'static F, call, input| Functions::ask(
                        it,
                        call,
                        input,
                    )),
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
                    Functions::ask(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/ask";
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

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(
            cx,
            path,
            Some(At::InTheBody),
            input,
        )? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
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
        scope.close(cx, path)
    }

    /// Task `in the body`, flow.yaml:7.
    async fn in_the_body<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 60,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(86400)),
            retry: &RETRY,
        };
        let argument = |token: &rt::TaskToken| Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::Value::Null,
            input: rt::Value::Object(
                rt::entries([
                    ("taskToken", rt::Value::from(token.as_str())),
                    ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                ]),
            ),
        });
        let (_, mut result) = rt::submit_callback::<
            C,
            Ask,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "said",
                    rt::taken(here, "$Output.said", rt::take(&mut result, "said"))?,
                ),
                ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::ByTheInput), output))
    }

    /// Task `by the input`, flow.yaml:19.
    async fn by_the_input<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let mapped = |token: Option<&rt::TaskToken>| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("taskToken", rt::Value::from(token.map(rt::TaskToken::as_str))),
                        ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                        (
                            "said",
                            rt::found(here, "$Input.said", data.key("said"))?.clone(),
                        ),
                    ]),
                ),
            )
        };
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(86400)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| mapped(Some(token));
        let outcome = rt::callback::<
            C,
            Ask,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok((_, result)) => Ok(rt::Left::to(None, result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["Refused"]) => {
                let caught = rt::caught(&error);
                let step_input = mapped(None).unwrap_or(data);
                let output = rt::Value::Object(
                    rt::entries([
                        ("no", caught.get("cause").or_null()),
                        ("n", rt::found(here, "$Input.n", step_input.key("n"))?.clone()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::No), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Pass `no`, flow.yaml:29.
    fn no<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

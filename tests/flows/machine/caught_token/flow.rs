/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_ask[/"ask<br/>calls f<br/>waits for a report<br/>at most 60 s"\]
///   s_caught("caught")
///   finish(["end"])
///   start --> s_ask
///   s_ask --> finish
///   s_ask -.->|"FnF.RuntimeError"| s_caught
///   s_caught --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
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
        /// `acs:fc:::services/demo/functions/f`, called by step `ask` (flow.yaml:7).
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
        const DIGEST: &'static str = "f7ce0beb105d274d7aab6a0e306e45eb";
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
        Ask,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "ask",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:19",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Ask, At::Caught];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Ask), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Ask => ask(cx, functions, &here, scope.take()).await,
                At::Caught => caught(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `ask`, flow.yaml:7.
    async fn ask<C: rt::Context, F: Functions>(
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
                    ]),
                ),
            )
        };
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| mapped(Some(token));
        let outcome = rt::callback::<
            C,
            F2,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok((_, result)) => Ok(rt::Left::to(None, result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                let caught = rt::caught(&error);
                let step_input = mapped(None).unwrap_or(data);
                let output = rt::Value::Object(
                    rt::entries([
                        ("why", caught.get("error").or_null()),
                        ("raw", step_input.clone()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Pass `caught`, flow.yaml:19.
    fn caught<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_ask[/"ask<br/>calls ask<br/>waits for a report<br/>at most 60 s"\]
///   s_agreed(["agreed"])
///   s_refused("refused")
///   finish(["end"])
///   start --> s_ask
///   s_ask --> s_agreed
///   s_ask -.->|"FnF.ALL"| s_refused
///   s_agreed --> finish
///   s_refused --> finish
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
        /// `acs:fc:::services/demo/functions/ask`, called by step `ask` (flow.yaml:5).
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
        const DIGEST: &'static str = "4b40f6d7a47d1ed5353c3361b50ffd8f";
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

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("item", local.get("item").or_null()),
                        ("order", local.get("order").or_null()),
                        ("note", local.get("note").or_null()),
                        ("token", local.get("token").or_null()),
                    ]),
                ),
            )
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
        Ask,
        Agreed,
        Refused,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "ask",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "agreed",
                place: "flow.yaml:22",
            },
            rt::Step {
                name: "refused",
                place: "flow.yaml:24",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Ask, At::Agreed, At::Refused];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Ask), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Ask => ask(cx, functions, &here, input).await,
                At::Agreed => agreed(cx, &here),
                At::Refused => refused(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `ask`, flow.yaml:5.
    async fn ask<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let mapped = |token: Option<&rt::TaskToken>| rt::entries([
            ("token", rt::Value::from(token.map(rt::TaskToken::as_str))),
            ("order", input.get("order").or_null()),
            ("note", input.get("note").or_null()),
        ]);
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(
            rt::Value::Object(mapped(Some(token))),
        );
        let outcome = rt::callback::<
            C,
            Ask,
            F,
            rt::Object,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok((_, result)) => Ok(rt::Left::to(Some(At::Agreed), result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let step_input = mapped(None);
                let output = [
                    ("item", step_input.get("order").key("item").or_null()),
                    ("order", step_input.get("order").or_null()),
                    ("note", step_input.get("note").or_null()),
                    ("token", step_input.get("token").or_null()),
                ];
                Ok(rt::Left::caught(Some(At::Refused), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Succeed `agreed`, flow.yaml:22.
    fn agreed<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Pass `refused`, flow.yaml:24.
    fn refused<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

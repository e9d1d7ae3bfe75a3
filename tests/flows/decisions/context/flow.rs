/// The flow `context`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_first("first")
///   s_ask[/"ask<br/>calls ask<br/>waits for a report"\]
///   s_late{"late"}
///   s_done(["done"])
///   s_refused("refused")
///   finish(["end"])
///   start --> s_first
///   s_first --> s_ask
///   s_ask --> s_late
///   s_ask -.->|"No"| s_refused
///   s_late -->|"$.event #gt;= 4000"| s_refused
///   s_late -->|"default"| s_done
///   s_done --> finish
///   s_refused --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
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
        /// `acs:fc:::services/s/functions/ask`, called by step `ask` (flow.yaml:10).
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

    /// The flow `context` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "context";
        const DIGEST: &'static str = "cfe69cc4514a5ad7fd4fc76f66436ffc";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
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
            rt::flow_input(input)?;
            let input = rt::entries([
                ("execution", rt::Value::from(rt::Context::execution_name(cx))),
                ("flow", rt::Value::from(rt::Context::flow_name(cx))),
            ]);
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("local", rt::Value::Object(local.clone())),
                        ("started", rt::Value::Object(input.clone())),
                        ("name", rt::Value::from(rt::Context::execution_name(cx))),
                        ("of", rt::Value::from(rt::Context::flow_name(cx))),
                    ]),
                ),
            )
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
        First,
        Ask,
        Late,
        Done,
        Refused,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "first",
                place: "flow.yaml:9",
            },
            rt::Step {
                name: "ask",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "late",
                place: "flow.yaml:34",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:39",
            },
            rt::Step {
                name: "refused",
                place: "flow.yaml:40",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [At::First, At::Ask, At::Late, At::Done, At::Refused];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::First), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::First => first(cx, &here),
                At::Ask => ask(cx, functions, &here).await,
                At::Late => late(cx, &here),
                At::Done => done(cx, &here),
                At::Refused => refused(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `first`, flow.yaml:9.
    fn first<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("first", rt::Value::from(here.event_id))];
        Ok(rt::Left::to(Some(At::Ask), output))
    }

    /// Task `ask`, flow.yaml:10.
    async fn ask<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let mapped = |token: &rt::TaskToken| rt::entries([
            ("execution", rt::Value::from(rt::Context::execution_name(cx))),
            ("flow", rt::Value::from(rt::Context::flow_name(cx))),
            ("step", rt::Value::from(here.step.name)),
            ("event", rt::Value::from(here.event_id)),
            ("token", rt::Value::from(token.as_str())),
        ]);
        let policy = rt::Policy::default();
        let argument = |token: &rt::TaskToken| Ok(rt::Value::Object(mapped(token)));
        let outcome = rt::callback::<
            C,
            Ask,
            F,
            rt::Object,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok((token, _)) => {
                let step_input = mapped(&token);
                let output = [
                    ("after", rt::Value::from(here.step.name)),
                    ("event after", rt::Value::from(here.event_id)),
                    ("run", rt::Value::from(rt::Context::execution_name(cx))),
                    ("of", rt::Value::from(rt::Context::flow_name(cx))),
                    ("execution", step_input.get("execution").or_null()),
                    ("flow", step_input.get("flow").or_null()),
                    ("step", step_input.get("step").or_null()),
                    ("event", step_input.get("event").or_null()),
                ];
                Ok(rt::Left::to(Some(At::Late), output))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["No"]) => {
                let output = [
                    ("refused", rt::Value::from(here.step.name)),
                    ("event", rt::Value::from(here.event_id)),
                ];
                Ok(rt::Left::caught(Some(At::Refused), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Choice `late`, flow.yaml:34.
    fn late<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("event", rt::Value::from(here.event_id))]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        if rt::ge(here, rt::Nulls::False, step_input.get("event"), 4000i128)? {
            return Ok(rt::Left::to(Some(At::Refused), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Done), rt::Object::new()))
    }

    /// Succeed `done`, flow.yaml:39.
    fn done<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("done", rt::Value::from(here.step.name))];
        Ok(rt::Left::to(None, output))
    }

    /// Pass `refused`, flow.yaml:40.
    fn refused<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

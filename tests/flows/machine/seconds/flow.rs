/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_which{"which"}
///   s_wait[/"wait<br/>waits $Input.wait s"/]
///   s_limit["limit<br/>calls slow<br/>at most $Input.limit s"]
///   s_caught("caught")
///   finish(["end"])
///   start --> s_which
///   s_which -->|"#quot;wait#quot; in $Input"| s_wait
///   s_which -->|"default"| s_limit
///   s_wait --> finish
///   s_limit --> finish
///   s_limit -.->|"FnF.TaskTimeout"| s_caught
///   s_limit -.->|"FnF.RuntimeError"| s_caught
///   s_caught --> finish
///   linkStyle 5,6 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/slow`, called by step `limit` (flow.yaml:12).
        fn slow(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/slow", input)
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
        const DIGEST: &'static str = "5be16a12f03323d822b5434430270cdc";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "slow",
                    "acs:fc:::services/demo/functions/slow",
                    rt::forwards(|it: &'static F, call, input| Functions::slow(
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

    /// Calls `Functions::slow`, which may return any JSON.
    struct Slow;

    impl<F: Functions> rt::Function<F> for Slow {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/slow";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::slow(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Which,
        Wait,
        Limit,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "which",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "wait",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "limit",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:21",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Which, At::Wait, At::Limit, At::Caught];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Which), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Which => which(cx, &here, scope.take()),
                At::Wait => wait(cx, &here, scope.take()).await,
                At::Limit => limit(cx, functions, &here, scope.take()).await,
                At::Caught => caught(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `which`, flow.yaml:7.
    fn which<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::is_in(here, &rt::Value::from("wait"), &data)? {
            return Ok(
                rt::Left::to(Some(At::Wait), data).forgetting(&["code", "waited", "why"]),
            );
        }
        Ok(rt::Left::to(Some(At::Limit), data).forgetting(&["code", "waited", "why"]))
    }

    /// Wait `wait`, flow.yaml:11.
    async fn wait<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        rt::wait_seconds(
                cx,
                here,
                rt::Operand::from(rt::found(here, "$Input.wait", data.key("wait"))?),
            )
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                ("waited", rt::found(here, "$Input.wait", data.key("wait"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Task `limit`, flow.yaml:12.
    async fn limit<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let outcome = async {
            let timeout = rt::timeout(
                here,
                rt::Operand::from(rt::found(here, "$Input.limit", data.key("limit"))?),
            )?;
            let argument = rt::Value::Object(rt::Object::new());
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, timeout);
            let result = rt::Context::invoke::<
                Slow,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            rt::Res::Ok(rt::Left::to(None, rt::body(result)))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.TaskTimeout"]) => {
                let output = rt::Value::Object(
                    rt::entries([("code", rt::Value::from("late"))]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        ("code", rt::Value::from("wrong")),
                        ("why", caught.get("cause").or_null()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            outcome => outcome,
        }
    }

    /// Pass `caught`, flow.yaml:21.
    fn caught<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

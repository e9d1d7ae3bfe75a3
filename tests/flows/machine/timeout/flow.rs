/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_number["number<br/>calls slow<br/>at most 20 s"]
///   s_text["text<br/>calls slow<br/>at most 30 s"]
///   s_data["data<br/>calls slow<br/>at most $Input.limit s"]
///   s_none["none<br/>calls slow"]
///   finish(["end"])
///   start --> s_number
///   s_number --> finish
///   s_number -.->|"FnF.TaskTimeout"| s_text
///   s_text --> finish
///   s_text -.->|"FnF.TaskTimeout"| s_data
///   s_data --> finish
///   s_data -.->|"FnF.TaskTimeout"| s_none
///   s_none --> finish
///   linkStyle 2,4,6 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/slow`, called by the steps `number` (flow.yaml:7), `text` (flow.yaml:14), `data` (flow.yaml:21) and `none` (flow.yaml:28).
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
        const DIGEST: &'static str = "699b6517a66dc781f4252a914ab0d96e";
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
        Number,
        Text,
        Data,
        None,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "number",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "text",
                place: "flow.yaml:14",
            },
            rt::Step {
                name: "data",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "none",
                place: "flow.yaml:28",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Number, At::Text, At::Data, At::None];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Number), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Number => number(cx, functions, &here, scope.take()).await,
                At::Text => text(cx, functions, &here, scope.take()).await,
                At::Data => data_2(cx, functions, &here, scope.take()).await,
                At::None => none(cx, functions, &here).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `number`, flow.yaml:7.
    async fn number<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(rt::Object::new());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, Some(rt::Duration::from_secs(20)));
        let outcome = rt::outcome_of(
            rt::Context::invoke::<Slow, F>(cx, &attempt, functions, argument).await,
        );
        match outcome {
            Ok(result) => Ok(rt::Left::to(None, rt::body(result))),
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.TaskTimeout"]) => {
                Ok(rt::Left::caught(Some(At::Text), data.clone(), error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `text`, flow.yaml:14.
    async fn text<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(rt::Object::new());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, Some(rt::Duration::from_secs(30)));
        let outcome = rt::outcome_of(
            rt::Context::invoke::<Slow, F>(cx, &attempt, functions, argument).await,
        );
        match outcome {
            Ok(result) => Ok(rt::Left::to(None, rt::body(result))),
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.TaskTimeout"]) => {
                Ok(rt::Left::caught(Some(At::Data), data.clone(), error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `data`, flow.yaml:21.
    async fn data_2<C: rt::Context, F: Functions>(
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
                Ok(rt::Left::caught(Some(At::None), data.clone(), error))
            }
            outcome => outcome,
        }
    }

    /// Task `none`, flow.yaml:28.
    async fn none<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(rt::Object::new());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Slow, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, rt::body(result)))
    }
}

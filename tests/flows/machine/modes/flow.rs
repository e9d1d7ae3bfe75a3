/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_background["background<br/>calls f in the background"]
///   s_job["job<br/>calls f<br/>waits for the job"]
///   s_answer["answer<br/>calls f"]
///   finish(["end"])
///   start --> s_background
///   s_background --> s_job
///   s_job --> s_answer
///   s_answer --> finish
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
        /// `acs:fc:::services/demo/functions/f`, called by the steps `background` (flow.yaml:7), `job` (flow.yaml:13) and `answer` (flow.yaml:19).
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
        const DIGEST: &'static str = "d7e9843098411164bb40e98cb539680e";
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

        async fn dispatch(
            &self,
            resource: &str,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Value, rt::StepError> {
            match resource {
                "acs:fc:::services/demo/functions/f" => {
                    Functions::f(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
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
        Background,
        Job,
        Answer,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "background",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "job",
                place: "flow.yaml:13",
            },
            rt::Step {
                name: "answer",
                place: "flow.yaml:19",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Background, At::Job, At::Answer];
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
            Some(At::Background),
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
                At::Background => background(cx, functions, &here).await,
                At::Job => job(cx, functions, &here, scope.take()).await,
                At::Answer => answer(cx, functions, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `background`, flow.yaml:7.
    async fn background<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = || Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::Value::Null,
            input: rt::Value::Object(
                rt::entries([("background", rt::Value::Bool(true))]),
            ),
        });
        rt::submit::<C, F2, F>(cx, here, functions, policy, &request).await?;
        let result = rt::Value::from("");
        Ok(rt::Left::to(Some(At::Job), rt::body(result)))
    }

    /// Task `job`, flow.yaml:13.
    async fn job<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(rt::entries([("before", data.clone())]));
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Answer), result))
    }

    /// Task `answer`, flow.yaml:19.
    async fn answer<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(rt::entries([("before", data.clone())]));
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, rt::body(result)))
    }
}

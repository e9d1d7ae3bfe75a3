/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_review[/"review<br/>calls review in the background<br/>waits for a report<br/>at most 600 s"\]
///   s_late("late")
///   finish(["end"])
///   start --> s_review
///   s_review --> finish
///   s_review -.->|"FnF.TaskTimeout"| s_late
///   s_late --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_review callback
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
        /// `acs:fc:::services/shop/functions/review`, called by step `review` (flow.yaml:4).
        fn review(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/review", input)
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
        const DIGEST: &'static str = "d2b24263fd0520c9a139173773bf545a";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "review",
                    "acs:fc:::services/shop/functions/review",
                    rt::forwards(|it: &'static F, call, input| Functions::review(
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
                "acs:fc:::services/shop/functions/review" => {
                    Functions::review(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::review`, which may return any JSON.
    struct Review;

    impl<F: Functions> rt::Function<F> for Review {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/review";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::review(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Review,
        Late,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "review",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "late",
                place: "flow.yaml:21",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Review, At::Late];
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
        let mut scope = match Scope::open(cx, path, Some(At::Review), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Review => review(cx, functions, &here).await,
                At::Late => late(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `review`, flow.yaml:4.
    async fn review<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let mapped = |token: &rt::TaskToken| rt::entries([
            ("taskToken", rt::Value::from(token.as_str())),
            ("id", rt::Value::from(rt::Context::execution_name(cx))),
        ]);
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(600)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| {
            let step_input = mapped(token);
            Ok(rt::Request {
                id: step_input.get("id").or_null(),
                resource: rt::Value::Null,
                input: rt::Value::Object(step_input.clone()),
            })
        };
        let outcome = rt::submit_callback::<
            C,
            Review,
            F,
            rt::Object,
        >(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok((_, mut result)) => {
                let output = [
                    ("approved", result.remove("approved").unwrap_or_default()),
                ];
                Ok(rt::Left::to(None, output))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.TaskTimeout"]) => {
                Ok(rt::Left::caught(Some(At::Late), rt::Object::new(), error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Pass `late`, flow.yaml:21.
    fn late<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("approved", rt::Value::from("never"))];
        Ok(rt::Left::to(None, output))
    }
}

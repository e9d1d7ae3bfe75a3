/// The flow `clerk`, generated from `clerk.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_think["think<br/>calls think"]
///   s_answer["answer<br/>calls answer"]
///   s_decline["decline<br/>calls decline"]
///   s_sigh(["sigh"])
///   finish(["end"])
///   start --> s_think
///   s_think --> s_answer
///   s_think -.->|"Hard"| s_decline
///   s_think -.->|"Silly"| s_sigh
///   s_answer --> finish
///   s_decline --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_sigh failure
///   linkStyle 2,3 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod clerk {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/office/functions/think`, called by step `think` (clerk.yaml:4).
        fn think(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/office/functions/think", input)
        }

        /// `acs:fc:::services/office/functions/answer`, called by step `answer` (clerk.yaml:9).
        fn answer(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/office/functions/answer", input)
        }

        /// `acs:fc:::services/office/functions/decline`, called by step `decline` (clerk.yaml:14).
        fn decline(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/office/functions/decline", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `clerk` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "clerk";
        const DIGEST: &'static str = "1bfe2e7dbec6396acd48d813c4cc96d4";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "think",
                    "acs:fc:::services/office/functions/think",
                    rt::forwards(|it: &'static F, call, input| Functions::think(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "answer",
                    "acs:fc:::services/office/functions/answer",
                    rt::forwards(|it: &'static F, call, input| Functions::answer(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "decline",
                    "acs:fc:::services/office/functions/decline",
                    rt::forwards(|it: &'static F, call, input| Functions::decline(
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
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::think`.
    struct Think;

    impl<F: Functions> rt::Function<F> for Think {
        const RESOURCE: &'static str = "acs:fc:::services/office/functions/think";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::think(host, call, input).await?)
        }
    }

    /// Calls `Functions::answer`.
    struct Answer;

    impl<F: Functions> rt::Function<F> for Answer {
        const RESOURCE: &'static str = "acs:fc:::services/office/functions/answer";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::answer(host, call, input).await?)
        }
    }

    /// Calls `Functions::decline`.
    struct Decline;

    impl<F: Functions> rt::Function<F> for Decline {
        const RESOURCE: &'static str = "acs:fc:::services/office/functions/decline";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::decline(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Think,
        Answer,
        Decline,
        Sigh,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "think",
                place: "clerk.yaml:4",
            },
            rt::Step {
                name: "answer",
                place: "clerk.yaml:9",
            },
            rt::Step {
                name: "decline",
                place: "clerk.yaml:14",
            },
            rt::Step {
                name: "sigh",
                place: "clerk.yaml:19",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Think, At::Answer, At::Decline, At::Sigh];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Think), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Think => think(cx, functions, &here, input).await,
                At::Answer => answer(cx, functions, &here, input, &scope).await,
                At::Decline => decline(cx, functions, &here, input).await,
                At::Sigh => sigh(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `think`, clerk.yaml:4.
    async fn think<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("question", input.get("question").or_null())]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let outcome = rt::outcome_of(
            rt::Context::invoke::<Think, F>(cx, &attempt, functions, argument).await,
        );
        match outcome {
            Ok(result) => Ok(rt::Left::to(Some(At::Answer), result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["Hard"]) => {
                Ok(rt::Left::caught(Some(At::Decline), rt::Object::new(), error))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["Silly"]) => {
                Ok(rt::Left::caught(Some(At::Sigh), rt::Object::new(), error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `answer`, clerk.yaml:9.
    async fn answer<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("output", rt::Value::Object(scope.local.clone())),
            ("token", input.get("token").or_null()),
        ]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Answer, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, result))
    }

    /// Task `decline`, clerk.yaml:14.
    async fn decline<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("error", rt::Value::from("Declined")),
            ("cause", rt::Value::from("too hard")),
            ("token", input.get("token").or_null()),
        ]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Decline, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, result))
    }

    /// Fail `sigh`, clerk.yaml:19.
    fn sigh<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("", "")
    }
}

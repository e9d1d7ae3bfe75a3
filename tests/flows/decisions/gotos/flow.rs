/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_start{"start"}
///   s_first("first")
///   s_try["try<br/>calls try"]
///   s_tried(["tried"])
///   s_rest[/"rest<br/>waits 5 s"/]
///   s_back{"back"}
///   s_last_but_one("last but one")
///   s_last("last")
///   finish(["end"])
///   start --> s_start
///   s_start -->|"$.from == #quot;end#quot;"| s_last_but_one
///   s_start -->|"$.from == #quot;nowhere#quot;"| s_first
///   s_start -->|"default"| s_try
///   s_first --> s_try
///   s_try --> s_tried
///   s_try -.->|"Later"| s_last
///   s_try -.->|"Again"| s_rest
///   s_tried --> finish
///   s_rest --> s_back
///   s_back -->|"default"| s_try
///   s_last_but_one --> s_last
///   s_last --> finish
///   linkStyle 6,7 stroke:#c0392b
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
        /// `acs:fc:::services/s/functions/try`, called by step `try` (flow.yaml:12).
        fn r#try(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/try", input)
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
        const DIGEST: &'static str = "28ced43015828449f8fb02dc078df932";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "try",
                    "acs:fc:::services/s/functions/try",
                    rt::forwards(|it: &'static F, call, input| Functions::r#try(
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

    /// Calls `Functions::r#try`.
    struct Try;

    impl<F: Functions> rt::Function<F> for Try {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/try";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::r#try(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Start,
        First,
        Try,
        Tried,
        Rest,
        Back,
        LastButOne,
        Last,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "start",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "first",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "try",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "tried",
                place: "flow.yaml:19",
            },
            rt::Step {
                name: "rest",
                place: "flow.yaml:20",
            },
            rt::Step {
                name: "back",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "last but one",
                place: "flow.yaml:25",
            },
            rt::Step {
                name: "last",
                place: "flow.yaml:26",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((2, 5));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 8] = [
                At::Start,
                At::First,
                At::Try,
                At::Tried,
                At::Rest,
                At::Back,
                At::LastButOne,
                At::Last,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 8>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Start), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Start => start(cx, &here, input, &scope),
                At::First => first(cx, &here),
                At::Try => r#try(cx, functions, &here, input, &scope).await,
                At::Tried => tried(cx, &here),
                At::Rest => rest(cx, &here).await,
                At::Back => back(cx, &here),
                At::LastButOne => last_but_one(cx, &here),
                At::Last => last(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `start`, flow.yaml:5.
    fn start<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("from"), "end") {
            return Ok(rt::Left::to(Some(At::LastButOne), rt::Object::new()));
        }
        if rt::eq(step_input.get("from"), "nowhere") {
            return Ok(rt::Left::to(Some(At::First), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Try), rt::Object::new()))
    }

    /// Pass `first`, flow.yaml:11.
    fn first<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("first", rt::Value::Bool(true))];
        Ok(rt::Left::to(Some(At::Try), output))
    }

    /// Task `try`, flow.yaml:12.
    async fn r#try<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let outcome = rt::outcome_of(
            rt::Context::invoke::<Try, F>(cx, &attempt, functions, argument).await,
        );
        match outcome {
            Ok(result) => Ok(rt::Left::to(Some(At::Tried), result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["Later"]) => {
                let caught = rt::caught(&error);
                let output = [("error", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Last), output, error))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["Again"]) => {
                let caught = rt::caught(&error);
                let output = [("error", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Rest), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Succeed `tried`, flow.yaml:19.
    fn tried<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("tried", rt::Value::Bool(true))];
        Ok(rt::Left::to(None, output))
    }

    /// Wait `rest`, flow.yaml:20.
    async fn rest<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(5)).await?;
        Ok(rt::Left::to(Some(At::Back), rt::Object::new()))
    }

    /// Choice `back`, flow.yaml:21.
    fn back<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(Some(At::Try), rt::Object::new()))
    }

    /// Pass `last but one`, flow.yaml:25.
    fn last_but_one<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("before", rt::Value::Bool(true))];
        Ok(rt::Left::to(Some(At::Last), output))
    }

    /// Pass `last`, flow.yaml:26.
    fn last<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("last", rt::Value::Bool(true))];
        Ok(rt::Left::to(None, output))
    }
}

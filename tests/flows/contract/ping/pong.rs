/// The flow `pong`, generated from `pong.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_over{"over"}
///   s_less["less<br/>calls less"]
///   s_call[["call<br/>runs flow ping"]]
///   s_done(["done"])
///   finish(["end"])
///   start --> s_over
///   s_over -->|"$.n == 0"| s_done
///   s_over -->|"default"| s_less
///   s_less --> s_call
///   s_call --> s_done
///   s_done --> finish
/// ```
#[allow(clippy::pedantic)]
pub mod pong {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/s/functions/less`, called by step `less` (pong.yaml:11).
        fn less(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/less", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `pong` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "pong";
        const DIGEST: &'static str = "f678dc42799e4acc59bc4445a4b21c18";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "less",
                    "acs:fc:::services/s/functions/less",
                    rt::forwards(|it: &'static F, call, input| Functions::less(
                        it,
                        call,
                        input,
                    )),
                );
            needs.flow("ping");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::less`.
    struct Less;

    impl<F: Functions> rt::Function<F> for Less {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/less";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::less(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Over,
        Less,
        Call,
        Done,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "over",
                place: "pong.yaml:6",
            },
            rt::Step {
                name: "less",
                place: "pong.yaml:11",
            },
            rt::Step {
                name: "call",
                place: "pong.yaml:14",
            },
            rt::Step {
                name: "done",
                place: "pong.yaml:20",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Over, At::Less, At::Call, At::Done];
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
        let mut scope = match Scope::open(cx, path, Some(At::Over), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Over => over(cx, &here, input, &scope),
                At::Less => less(cx, functions, &here, input, &scope).await,
                At::Call => call(cx, &here, input, &scope).await,
                At::Done => done(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `over`, pong.yaml:6.
    fn over<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("n"), 0i128) {
            return Ok(rt::Left::to(Some(At::Done), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Less), rt::Object::new()))
    }

    /// Task `less`, pong.yaml:11.
    async fn less<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Less, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Call), result))
    }

    /// Task `call`, pong.yaml:14.
    async fn call<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("ping"),
            execution: rt::Value::Null,
            input: rt::Value::Object(step_input.to_object()),
        });
        let (_, result) = rt::child(cx, here, rt::ChildMode::Wait, policy, &request)
            .await?;
        Ok(rt::Left::to(Some(At::Done), result))
    }

    /// Succeed `done`, pong.yaml:20.
    fn done<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

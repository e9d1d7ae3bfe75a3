/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_peel["peel<br/>calls peel"]
///   s_more{"more"}
///   s_cook(["cook"])
///   s_complain(["complain<br/>Odd<br/>neither"])
///   finish(["end"])
///   start --> s_peel
///   s_peel --> s_more
///   s_more -->|"$.end == #quot;true#quot;"| s_cook
///   s_more -->|"$.end != #quot;false#quot;"| s_complain
///   s_more -->|"default"| s_peel
///   s_cook --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_complain failure
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
        /// `acs:fc:::services/kitchen/functions/peel`, called by step `peel` (flow.yaml:5).
        fn peel(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/kitchen/functions/peel", input)
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
        const DIGEST: &'static str = "0b3331369d022dbfd18dc1269f17f129";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "peel",
                    "acs:fc:::services/kitchen/functions/peel",
                    rt::forwards(|it: &'static F, call, input| Functions::peel(
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

    /// Calls `Functions::peel`.
    struct Peel;

    impl<F: Functions> rt::Function<F> for Peel {
        const RESOURCE: &'static str = "acs:fc:::services/kitchen/functions/peel";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::peel(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Peel,
        More,
        Cook,
        Complain,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "peel",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "more",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "cook",
                place: "flow.yaml:17",
            },
            rt::Step {
                name: "complain",
                place: "flow.yaml:18",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((0, 1));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Peel, At::More, At::Cook, At::Complain];
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
        let mut scope = match Scope::open(cx, path, Some(At::Peel), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Peel => peel(cx, functions, &here, input, &scope).await,
                At::More => more(cx, &here, input, &scope),
                At::Cook => cook(cx, &here),
                At::Complain => complain(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `peel`, flow.yaml:5.
    async fn peel<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Peel, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::More), result))
    }

    /// Choice `more`, flow.yaml:8.
    fn more<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("end"), "true") {
            return Ok(rt::Left::to(Some(At::Cook), rt::Object::new()));
        }
        if !rt::eq(step_input.get("end"), "false") {
            return Ok(rt::Left::to(Some(At::Complain), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Peel), rt::Object::new()))
    }

    /// Succeed `cook`, flow.yaml:17.
    fn cook<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Fail `complain`, flow.yaml:18.
    fn complain<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("Odd", "neither")
    }
}

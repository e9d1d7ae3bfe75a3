/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_constants("constants")
///   s_echo["echo<br/>calls echo"]
///   finish(["end"])
///   start --> s_constants
///   s_constants --> s_echo
///   s_echo --> finish
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
        /// `acs:fc:::services/s/functions/echo`, called by step `echo` (flow.yaml:27).
        fn echo(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/echo", input)
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
        const DIGEST: &'static str = "e4ff2fd7006282a592a4b2c2ef9cf29b";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "echo",
                    "acs:fc:::services/s/functions/echo",
                    rt::forwards(|it: &'static F, call, input| Functions::echo(
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

    /// Calls `Functions::echo`.
    struct Echo;

    impl<F: Functions> rt::Function<F> for Echo {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/echo";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::echo(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Constants,
        Echo,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "constants",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "echo",
                place: "flow.yaml:27",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Constants, At::Echo];
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
        let mut scope = match Scope::open(cx, path, Some(At::Constants), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Constants => constants(cx, &here, input, &scope),
                At::Echo => echo(cx, functions, &here, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `constants`, flow.yaml:5.
    fn constants<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let output = [
            ("nothing", rt::Value::Null),
            ("yes", rt::Value::Bool(true)),
            ("no", rt::Value::Bool(false)),
            ("zero", rt::Value::from(0i64)),
            ("negative", rt::Value::from(-7i64)),
            ("decimal", rt::Value::from(0.1f64)),
            ("small", rt::Value::from(1.5e-9f64)),
            ("large", rt::Value::from(9007199254740993i64)),
            ("lowest", rt::Value::from(-9223372036854775808i64)),
            ("highest", rt::Value::from(18446744073709551615u64)),
            ("text", rt::Value::from("42")),
            ("quoted", rt::Value::from("say \"no\"")),
            ("lines", rt::Value::from("a\nb")),
            ("empty list", rt::Value::Array(Default::default())),
            ("empty object", rt::Value::Object(rt::Object::new())),
            (
                "nested",
                rt::Value::from([
                    rt::Value::Object(
                        rt::entries([
                            (
                                "a",
                                rt::Value::from([
                                    rt::Value::Null,
                                    rt::Value::Bool(true),
                                    rt::Value::from(1.25f64),
                                    rt::Value::from("$input.a"),
                                ]),
                            ),
                        ]),
                    ),
                ]),
            ),
            ("a.b", rt::Value::from("a key with a dot")),
            ("amount", rt::Value::from("the price is $5")),
            ("sent", step_input.get("sent").or_null()),
        ];
        Ok(rt::Left::to(Some(At::Echo), output))
    }

    /// Task `echo`, flow.yaml:27.
    async fn echo<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("local", rt::Value::Object(scope.local.clone()))]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Echo, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, result))
    }
}

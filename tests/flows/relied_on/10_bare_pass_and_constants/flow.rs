/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_nothing("nothing")
///   s_only_in("only in")
///   s_constants("constants")
///   s_post["post<br/>calls post"]
///   finish(["end"])
///   start --> s_nothing
///   s_nothing --> s_only_in
///   s_only_in --> s_constants
///   s_constants --> s_post
///   s_post --> finish
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
        /// `acs:fc:::services/web/functions/post`, called by step `post` (flow.yaml:27).
        fn post(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/web/functions/post", input)
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
        const DIGEST: &'static str = "d0e2f12f13f8b644a9714ee5d70cbc0d";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "post",
                    "acs:fc:::services/web/functions/post",
                    rt::forwards(|it: &'static F, call, input| Functions::post(
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

    /// Calls `Functions::post`.
    struct Post;

    impl<F: Functions> rt::Function<F> for Post {
        const RESOURCE: &'static str = "acs:fc:::services/web/functions/post";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::post(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Nothing,
        OnlyIn,
        Constants,
        Post,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "nothing",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "only in",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "constants",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "post",
                place: "flow.yaml:27",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Nothing, At::OnlyIn, At::Constants, At::Post];
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
        let mut scope = match Scope::open(cx, path, Some(At::Nothing), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Nothing => nothing(cx, &here),
                At::OnlyIn => only_in(cx, &here, input),
                At::Constants => constants(cx, &here),
                At::Post => post(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `nothing`, flow.yaml:5.
    fn nothing<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(Some(At::OnlyIn), rt::Object::new()))
    }

    /// Pass `only in`, flow.yaml:7.
    fn only_in<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("x", rt::Value::from(1i64)),
            ("all", rt::Value::Object(input.to_object())),
        ]);
        here.started_with(cx, &mapped)?;
        Ok(rt::Left::to(Some(At::Constants), rt::Object::new()))
    }

    /// Pass `constants`, flow.yaml:12.
    fn constants<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [
            ("text", rt::Value::from("")),
            ("list", rt::Value::Array(Default::default())),
            ("map", rt::Value::Object(rt::Object::new())),
            ("minus", rt::Value::from(-1i64)),
            ("half", rt::Value::from(0.5f64)),
            ("no", rt::Value::Bool(false)),
            (
                "block",
                rt::Value::Object(
                    rt::entries([
                        ("Content-Type", rt::Value::from("text/plain")),
                        (
                            "deep",
                            rt::Value::Object(
                                rt::entries([
                                    (
                                        "list",
                                        rt::Value::from([
                                            rt::Value::from(1i64),
                                            rt::Value::Object(
                                                rt::entries([("two", rt::Value::from(2i64))]),
                                            ),
                                        ]),
                                    ),
                                ]),
                            ),
                        ),
                    ]),
                ),
            ),
            ("dollar", rt::Value::from("$5")),
            ("words", rt::Value::from("input and local")),
        ];
        Ok(rt::Left::to(Some(At::Post), output))
    }

    /// Task `post`, flow.yaml:27.
    async fn post<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("body", rt::Value::Object(input.to_object())),
            (
                "header",
                rt::Value::Object(
                    rt::entries([("Content-Type", rt::Value::from("application/json"))]),
                ),
            ),
            ("local", scope.local.get("block").or_null()),
        ]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let mut result = rt::Context::invoke::<
            Post,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        let output = [("status", result.remove("status").unwrap_or_default())];
        Ok(rt::Left::to(None, output))
    }
}

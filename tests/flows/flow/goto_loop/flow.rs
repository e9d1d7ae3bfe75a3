/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_begin("begin")
///   s_count["count<br/>calls count"]
///   s_more{"more"}
///   s_done(["done"])
///   s_too_long(["too long"])
///   finish(["end"])
///   start --> s_begin
///   s_begin --> s_count
///   s_count --> s_more
///   s_more -->|"$.eventId #gt;= 1000"| s_too_long
///   s_more -->|"$.n #lt; 3"| s_count
///   s_more -->|"default"| s_done
///   s_done --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_too_long failure
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
        /// `acs:fc:::services/s/functions/count`, called by step `count` (flow.yaml:6).
        fn count(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/count", input)
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
        const DIGEST: &'static str = "d01493be6d65736a4c902bb158b1f840";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "count",
                    "acs:fc:::services/s/functions/count",
                    rt::forwards(|it: &'static F, call, input| Functions::count(
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

    /// Calls `Functions::count`.
    struct Count;

    impl<F: Functions> rt::Function<F> for Count {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/count";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::count(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Begin,
        Count,
        More,
        Done,
        TooLong,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "begin",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "count",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "more",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:18",
            },
            rt::Step {
                name: "too long",
                place: "flow.yaml:19",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((1, 2));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [At::Begin, At::Count, At::More, At::Done, At::TooLong];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Begin), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Begin => begin(cx, &here),
                At::Count => count(cx, functions, &here, &scope).await,
                At::More => more(cx, &here, &scope),
                At::Done => done(cx, &here, input, &scope),
                At::TooLong => too_long(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `begin`, flow.yaml:5.
    fn begin<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [
            ("n", rt::Value::from(0i64)),
            ("kept", rt::Value::from("yes it is")),
        ];
        Ok(rt::Left::to(Some(At::Count), output))
    }

    /// Task `count`, flow.yaml:6.
    async fn count<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("n", scope.local.get("n").or_null())]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Count, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::More), result))
    }

    /// Choice `more`, flow.yaml:10.
    fn more<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("n", scope.local.get("n").or_null()),
            ("eventId", rt::Value::from(here.event_id)),
        ]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        if rt::ge(here, rt::Nulls::False, step_input.get("eventId"), 1000i128)? {
            return Ok(
                rt::Left::to(Some(At::TooLong), rt::Object::new())
                    .forgetting(&["end", "kept", "n"]),
            );
        }
        if rt::lt(here, rt::Nulls::False, step_input.get("n"), 3i128)? {
            return Ok(rt::Left::to(Some(At::Count), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Done), rt::Object::new()))
    }

    /// Succeed `done`, flow.yaml:18.
    fn done<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let output = [("end", step_input.get("kept").or_null())];
        Ok(rt::Left::to(None, output))
    }

    /// Fail `too long`, flow.yaml:19.
    fn too_long<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("", "")
    }
}

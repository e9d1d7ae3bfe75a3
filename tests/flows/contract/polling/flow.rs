/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_begin("begin")
///   s_poll["poll<br/>calls poll"]
///   s_enough{"enough"}
///   s_rest[/"rest<br/>waits 60 s"/]
///   s_again{"again"}
///   s_done(["done"])
///   finish(["end"])
///   start --> s_begin
///   s_begin --> s_poll
///   s_poll --> s_enough
///   s_enough -->|"$.n #gt;= $.rounds"| s_done
///   s_enough -->|"default"| s_rest
///   s_rest --> s_again
///   s_again -->|"default"| s_poll
///   s_done --> finish
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
        /// `acs:fc:::services/s/functions/poll`, called by step `poll` (flow.yaml:8).
        fn poll(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/poll", input)
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
        const DIGEST: &'static str = "bbc2269ab721540896f0b71178529de1";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "poll",
                    "acs:fc:::services/s/functions/poll",
                    rt::forwards(|it: &'static F, call, input| Functions::poll(
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

    /// Calls `Functions::poll`.
    struct Poll;

    impl<F: Functions> rt::Function<F> for Poll {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/poll";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::poll(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Begin,
        Poll,
        Enough,
        Rest,
        Again,
        Done,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "begin",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "poll",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "enough",
                place: "flow.yaml:13",
            },
            rt::Step {
                name: "rest",
                place: "flow.yaml:18",
            },
            rt::Step {
                name: "again",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:26",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((1, 4));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 6] = [
                At::Begin,
                At::Poll,
                At::Enough,
                At::Rest,
                At::Again,
                At::Done,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 6>;

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
                At::Poll => poll(cx, functions, &here, &scope).await,
                At::Enough => enough(cx, &here, input, &scope),
                At::Rest => rest(cx, &here).await,
                At::Again => again(cx, &here),
                At::Done => done(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `begin`, flow.yaml:4.
    fn begin<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("n", rt::Value::from(0i64))];
        Ok(rt::Left::to(Some(At::Poll), output))
    }

    /// Task `poll`, flow.yaml:8.
    async fn poll<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Poll, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Enough), result))
    }

    /// Choice `enough`, flow.yaml:13.
    fn enough<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::ge(
            here,
            rt::Nulls::False,
            step_input.get("n"),
            step_input.get("rounds"),
        )? {
            return Ok(rt::Left::to(Some(At::Done), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Rest), rt::Object::new()))
    }

    /// Wait `rest`, flow.yaml:18.
    async fn rest<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(60)).await?;
        Ok(rt::Left::to(Some(At::Again), rt::Object::new()))
    }

    /// Choice `again`, flow.yaml:21.
    fn again<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(Some(At::Poll), rt::Object::new()))
    }

    /// Succeed `done`, flow.yaml:26.
    fn done<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_wrap("wrap")
///   s_again{"again"}
///   s_done[/"done<br/>waits 1 s"/]
///   finish(["end"])
///   start --> s_wrap
///   s_wrap --> s_again
///   s_again -->|"$.missing == 1"| s_done
///   s_again -->|"default"| s_wrap
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
    pub trait Functions: Send + Sync + 'static {}

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
        #[allow(dead_code)]
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
        const DIGEST: &'static str = "7d284453641aa450bd79df7a72d569f9";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Wrap,
        Again,
        Done,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "wrap",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "again",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:18",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((0, 1));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Wrap, At::Again, At::Done];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Wrap), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Wrap => wrap(cx, &here, &scope),
                At::Again => again(cx, &here, input, &scope),
                At::Done => done(cx, &here).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `wrap`, flow.yaml:5.
    fn wrap<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("all", rt::Value::Object(scope.local.clone()))]);
        here.started_with(cx, &mapped)?;
        let output = [("x", mapped.get("all").or_null())];
        Ok(rt::Left::to(Some(At::Again), output))
    }

    /// Choice `again`, flow.yaml:11.
    fn again<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("missing"), 1i128) {
            return Ok(rt::Left::to(Some(At::Done), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Wrap), rt::Object::new()))
    }

    /// Wait `done`, flow.yaml:18.
    async fn done<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(1)).await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

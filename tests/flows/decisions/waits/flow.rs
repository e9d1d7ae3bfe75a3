/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_text[/"text<br/>waits 10 s"/]
///   s_which{"which"}
///   s_seconds[/"seconds<br/>waits $.seconds s"/]
///   s_instant[/"instant<br/>waits until $.until"/]
///   finish(["end"])
///   start --> s_text
///   s_text --> s_which
///   s_which -->|"$.until != #quot;#quot;"| s_instant
///   s_which -->|"default"| s_seconds
///   s_seconds --> finish
///   s_instant --> finish
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
        const DIGEST: &'static str = "3524bef41c67929fb26314fab4542a9a";
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
        Text,
        Which,
        Seconds,
        Instant,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "text",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "which",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "seconds",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "instant",
                place: "flow.yaml:11",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Text, At::Which, At::Seconds, At::Instant];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Text), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Text => text(cx, &here).await,
                At::Which => which(cx, &here, input, &scope),
                At::Seconds => seconds(cx, &here, input, &scope).await,
                At::Instant => instant(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Wait `text`, flow.yaml:5.
    async fn text<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(10)).await?;
        Ok(rt::Left::to(Some(At::Which), rt::Object::new()))
    }

    /// Choice `which`, flow.yaml:6.
    fn which<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if !rt::eq(step_input.get("until"), "") {
            return Ok(rt::Left::to(Some(At::Instant), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Seconds), rt::Object::new()))
    }

    /// Wait `seconds`, flow.yaml:10.
    async fn seconds<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::from(step_input.get("seconds"))).await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Wait `instant`, flow.yaml:11.
    async fn instant<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        rt::wait_until(cx, here, rt::Operand::from(step_input.get("until"))).await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_fixed[/"fixed<br/>waits 10 s"/]
///   s_data[/"data<br/>waits $.seconds s"/]
///   s_instant[/"instant<br/>waits until<br/>2026-01-01T01:00:00Z"/]
///   s_past[/"past<br/>waits until $.when"/]
///   finish(["end"])
///   start --> s_fixed
///   s_fixed --> s_data
///   s_data --> s_instant
///   s_instant --> s_past
///   s_past --> finish
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
        const DIGEST: &'static str = "2f8ee6f268d4545f527e6504143c4321";
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
        Fixed,
        Data,
        Instant,
        Past,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "fixed",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "data",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "instant",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "past",
                place: "flow.yaml:7",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Fixed, At::Data, At::Instant, At::Past];
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
        let mut scope = match Scope::open(cx, path, Some(At::Fixed), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Fixed => fixed(cx, &here).await,
                At::Data => data(cx, &here, input, &scope).await,
                At::Instant => instant(cx, &here).await,
                At::Past => past(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Wait `fixed`, flow.yaml:4.
    async fn fixed<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(10)).await?;
        Ok(rt::Left::to(Some(At::Data), rt::Object::new()))
    }

    /// Wait `data`, flow.yaml:5.
    async fn data<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::from(step_input.get("seconds"))).await?;
        Ok(rt::Left::to(Some(At::Instant), rt::Object::new()))
    }

    /// Wait `instant`, flow.yaml:6.
    async fn instant<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_until(cx, here, rt::Operand::Text("2026-01-01T01:00:00Z")).await?;
        Ok(rt::Left::to(Some(At::Past), rt::Object::new()))
    }

    /// Wait `past`, flow.yaml:7.
    async fn past<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        rt::wait_until(cx, here, rt::Operand::from(step_input.get("when"))).await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

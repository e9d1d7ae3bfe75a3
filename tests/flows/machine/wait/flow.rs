/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_a_little[/"a little<br/>waits 300 s"/]
///   s_as_data_says[/"as data says<br/>waits $Input.delay s"/]
///   s_computed[/"computed<br/>waits intAdd($Input.<br/>waited, 1) s"/]
///   finish(["end"])
///   start --> s_a_little
///   s_a_little --> s_as_data_says
///   s_as_data_says --> s_computed
///   s_computed --> finish
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
        const DIGEST: &'static str = "aa7281cc9828d0cf17103a5477377e1c";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &rt::Path::ROOT, input).await
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        ALittle,
        AsDataSays,
        Computed,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "a little",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "as data says",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "computed",
                place: "flow.yaml:14",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::ALittle, At::AsDataSays, At::Computed];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(
            cx,
            path,
            Some(At::ALittle),
            input,
        )? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::ALittle => a_little(cx, &here, scope.take()).await,
                At::AsDataSays => as_data_says(cx, &here, scope.take()).await,
                At::Computed => computed(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Wait `a little`, flow.yaml:7.
    async fn a_little<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(300)).await?;
        Ok(rt::Left::to(Some(At::AsDataSays), data))
    }

    /// Wait `as data says`, flow.yaml:8.
    async fn as_data_says<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                ("delay", rt::found(here, "$Input.delay", data.key("delay"))?.clone()),
                ("kept", rt::found(here, "$Input.kept", data.key("kept"))?.clone()),
            ]),
        );
        here.started_with(cx, &step_input)?;
        rt::wait_seconds(
                cx,
                here,
                rt::Operand::from(
                    rt::found(here, "$Input.delay", step_input.key("delay"))?,
                ),
            )
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "kept",
                    rt::found(here, "$Input.kept", step_input.key("kept"))?.clone(),
                ),
                (
                    "waited",
                    rt::found(here, "$Input.delay", step_input.key("delay"))?.clone(),
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Computed), output))
    }

    /// Wait `computed`, flow.yaml:14.
    async fn computed<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        rt::wait_seconds(
                cx,
                here,
                rt::Operand::from(
                    &rt::builtin::int_add(
                        here,
                        rt::found(here, "$Input.waited", data.key("waited"))?,
                        &rt::Value::from(1i64),
                    )?,
                ),
            )
            .await?;
        Ok(rt::Left::to(None, data))
    }
}

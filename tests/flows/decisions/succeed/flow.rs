/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_before("before")
///   s_which{"which"}
///   s_between("between")
///   s_early(["early"])
///   finish(["end"])
///   start --> s_before
///   s_before --> s_which
///   s_which -->|"$.early"| s_early
///   s_which -->|"default"| s_between
///   s_between --> s_early
///   s_early --> finish
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
        const DIGEST: &'static str = "0d727dfc5eabb3a965b2b7810ad2311f";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("all", rt::Value::Object(local.clone())),
                        ("b", local.get("b").or_null()),
                    ]),
                ),
            )
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Before,
        Which,
        Between,
        Early,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "before",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "which",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "between",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "early",
                place: "flow.yaml:11",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Before, At::Which, At::Between, At::Early];
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
        let mut scope = match Scope::open(cx, path, Some(At::Before), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Before => before(cx, &here),
                At::Which => which(cx, &here, input, &scope),
                At::Between => between(cx, &here),
                At::Early => early(cx, &here, &scope),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `before`, flow.yaml:5.
    fn before<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("a", rt::Value::from(1i64)), ("b", rt::Value::from(1i64))];
        Ok(rt::Left::to(Some(At::Which), output))
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
        if rt::truth(here, rt::Truth::Lenient, step_input.get("early"))? {
            return Ok(rt::Left::to(Some(At::Early), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Between), rt::Object::new()))
    }

    /// Pass `between`, flow.yaml:10.
    fn between<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("b", rt::Value::from(2i64))];
        Ok(rt::Left::to(Some(At::Early), output))
    }

    /// Succeed `early`, flow.yaml:11.
    fn early<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("seen", scope.local.get("b").or_null())]);
        here.started_with(cx, &mapped)?;
        let output = [("c", mapped.get("seen").or_null()), ("gone", rt::Value::Null)];
        Ok(rt::Left::to(None, output))
    }
}

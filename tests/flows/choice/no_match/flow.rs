/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_any{"any"}
///   s_next("next")
///   s_never(["never"])
///   finish(["end"])
///   start --> s_any
///   s_any -->|"$.missing == #quot;x#quot;"| s_never
///   s_any -->|"$.missing #gt; 3"| s_never
///   s_any -->|"$.missing"| s_never
///   s_any -->|"default"| s_next
///   s_next --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_never failure
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
        const DIGEST: &'static str = "ac79480f8f3c877851c1536808c19a82";
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
        Any,
        Next,
        Never,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "any",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "next",
                place: "flow.yaml:13",
            },
            rt::Step {
                name: "never",
                place: "flow.yaml:17",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Any, At::Next, At::Never];
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
        let mut scope = match Scope::open(cx, path, Some(At::Any), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Any => any(cx, &here, input, &scope),
                At::Next => next(cx, &here),
                At::Never => never(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `any`, flow.yaml:4.
    fn any<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("missing"), "x") {
            return Ok(
                rt::Left::to(Some(At::Never), rt::Object::new()).forgetting(&["went"]),
            );
        }
        if rt::gt(here, rt::Nulls::False, step_input.get("missing"), 3i128)? {
            return Ok(
                rt::Left::to(Some(At::Never), rt::Object::new()).forgetting(&["went"]),
            );
        }
        if rt::truth(here, rt::Truth::Lenient, step_input.get("missing"))? {
            return Ok(
                rt::Left::to(Some(At::Never), rt::Object::new()).forgetting(&["went"]),
            );
        }
        Ok(rt::Left::to(Some(At::Next), rt::Object::new()))
    }

    /// Pass `next`, flow.yaml:13.
    fn next<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("went", rt::Value::from("on"))];
        Ok(rt::Left::to(None, output))
    }

    /// Fail `never`, flow.yaml:17.
    fn never<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("", "")
    }
}

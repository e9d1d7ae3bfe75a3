/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_start[["start<br/>starts flow started_child"]]
///   s_start_by_operation[["start by operation<br/>starts flow $.flow"]]
///   s_new(["new"])
///   s_known("known")
///   finish(["end"])
///   start --> s_start
///   s_start --> s_start_by_operation
///   s_start_by_operation --> s_new
///   s_start_by_operation -.->|"fnf.ExecutionAlreadyExists,<br/>FnF.ExecutionAlreadyExists"| s_known
///   s_new --> finish
///   s_known --> finish
///   linkStyle 3 stroke:#c0392b
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
        const DIGEST: &'static str = "4e9a2de30ea4cce6d1da128ef63dfe8c";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("started_child");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Start,
        StartByOperation,
        New,
        Known,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "start",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "start by operation",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "new",
                place: "flow.yaml:22",
            },
            rt::Step {
                name: "known",
                place: "flow.yaml:23",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Start, At::StartByOperation, At::New, At::Known];
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
        let mut scope = match Scope::open(cx, path, Some(At::Start), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Start => start(cx, &here, input, &scope).await,
                At::StartByOperation => start_by_operation(cx, &here, input).await,
                At::New => new(cx, &here),
                At::Known => known(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `start`, flow.yaml:5.
    async fn start<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("started_child"),
            execution: step_input.get("name").or_null(),
            input: step_input.get("child").or_null(),
        });
        let (_, result) = rt::child(cx, here, rt::ChildMode::Start, policy, &request)
            .await?;
        let output = [("by", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::StartByOperation), output))
    }

    /// Task `start by operation`, flow.yaml:10.
    async fn start_by_operation<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("flow", input.get("flow").or_null()),
            ("name", input.get("second").or_null()),
            ("n", rt::Value::from(2i64)),
        ]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: mapped.get("flow").or_null(),
            execution: mapped.get("name").or_null(),
            input: rt::Value::Object(
                rt::entries([
                    ("n", mapped.get("n").or_null()),
                    ("list", rt::Value::from([mapped.get("name").or_null()])),
                ]),
            ),
        });
        let outcome = rt::child(cx, here, rt::ChildMode::Start, policy, &request).await;
        match outcome {
            Ok((_, result)) => {
                let output = [("by operation", rt::Value::Object(result))];
                Ok(rt::Left::to(Some(At::New), output))
            }
            Err(
                rt::Halt::Failed(error),
            ) if error
                .is_any(
                    &["fnf.ExecutionAlreadyExists", "FnF.ExecutionAlreadyExists"],
                ) => {
                let caught = rt::caught(&error);
                let output = [("code", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Known), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Succeed `new`, flow.yaml:22.
    fn new<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Pass `known`, flow.yaml:23.
    fn known<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

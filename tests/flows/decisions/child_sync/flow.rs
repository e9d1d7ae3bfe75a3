/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_whole[["whole<br/>runs flow sync_child"]]
///   s_part[["part<br/>runs flow sync_child"]]
///   s_failing[["failing<br/>runs flow sync_child<br/>↻ once on Odd"]]
///   s_not_reached(["not reached"])
///   s_caught("caught")
///   finish(["end"])
///   start --> s_whole
///   s_whole --> s_part
///   s_part --> s_failing
///   s_failing --> s_not_reached
///   s_failing -.->|"Odd"| s_caught
///   s_caught --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_not_reached failure
///   linkStyle 4 stroke:#c0392b
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
        const DIGEST: &'static str = "fc3d48dfb7a4181b751bd65caf010960";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("sync_child");
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
        Whole,
        Part,
        Failing,
        NotReached,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "whole",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "part",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "failing",
                place: "flow.yaml:17",
            },
            rt::Step {
                name: "not reached",
                place: "flow.yaml:26",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:27",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Whole,
                At::Part,
                At::Failing,
                At::NotReached,
                At::Caught,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Whole), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Whole => whole(cx, &here, input, &scope).await,
                At::Part => part(cx, &here, input).await,
                At::Failing => failing(cx, &here).await,
                At::NotReached => not_reached(cx, &here),
                At::Caught => caught(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `whole`, flow.yaml:5.
    async fn whole<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("sync_child"),
            execution: rt::Value::Null,
            input: rt::Value::Object(step_input.to_object()),
        });
        let (_, result) = rt::child(cx, here, rt::ChildMode::Wait, policy, &request)
            .await?;
        let output = [("whole", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::Part), output))
    }

    /// Task `part`, flow.yaml:10.
    async fn part<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("a", input.get("a").or_null()),
            ("unused", rt::Value::from(1i64)),
        ]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("sync_child"),
            execution: rt::Value::from("fixed"),
            input: rt::Value::Object(
                rt::entries([
                    ("given", mapped.get("a").or_null()),
                    ("constant", rt::Value::from(2i64)),
                ]),
            ),
        });
        let (_, mut result) = rt::child(cx, here, rt::ChildMode::Wait, policy, &request)
            .await?;
        let output = [("part", result.remove("got").unwrap_or_default())];
        Ok(rt::Left::to(Some(At::Failing), output))
    }

    /// Task `failing`, flow.yaml:17.
    async fn failing<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Odd"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        let mapped = rt::entries([("fails", rt::Value::Bool(true))]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("sync_child"),
            execution: rt::Value::Null,
            input: rt::Value::Object(mapped.clone()),
        });
        let outcome = rt::child(cx, here, rt::ChildMode::Wait, policy, &request).await;
        match outcome {
            Ok((_, result)) => {
                Ok(
                    rt::Left::to(Some(At::NotReached), result)
                        .forgetting(&["code", "part", "whole", "why"]),
                )
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["Odd"]) => {
                let caught = rt::caught(&error);
                let output = [
                    ("code", caught.get("error").or_null()),
                    ("why", caught.get("cause").or_null()),
                ];
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Fail `not reached`, flow.yaml:26.
    fn not_reached<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("", "")
    }

    /// Pass `caught`, flow.yaml:27.
    fn caught<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_hurried[["hurried<br/>runs flow hurried<br/>↻ once on<br/>FnF.ExecutionTimedOut"]]
///   s_in_time(["in time"])
///   s_late[["late<br/>runs flow hurried<br/>at most 20 s"]]
///   s_not_reached(["not reached"])
///   s_later("later")
///   finish(["end"])
///   start --> s_hurried
///   s_hurried --> s_in_time
///   s_hurried -.->|"FnF.ExecutionTimedOut"| s_late
///   s_in_time --> finish
///   s_late --> s_not_reached
///   s_late -.->|"FnF.TaskTimeout"| s_later
///   s_later --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_not_reached failure
///   linkStyle 2,5 stroke:#c0392b
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
        const DIGEST: &'static str = "1cca040303415eba4506a73c632dcb07";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("hurried");
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
        Hurried,
        InTime,
        Late,
        NotReached,
        Later,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "hurried",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "in time",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "late",
                place: "flow.yaml:13",
            },
            rt::Step {
                name: "not reached",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "later",
                place: "flow.yaml:22",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Hurried,
                At::InTime,
                At::Late,
                At::NotReached,
                At::Later,
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
        let mut scope = match Scope::open(cx, path, Some(At::Hurried), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Hurried => hurried(cx, &here, input, &scope).await,
                At::InTime => in_time(cx, &here),
                At::Late => late(cx, &here).await,
                At::NotReached => not_reached(cx, &here),
                At::Later => later(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `hurried`, flow.yaml:5.
    async fn hurried<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FnF.ExecutionTimedOut"],
                interval: 3,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("hurried"),
            execution: rt::Value::Null,
            input: rt::Value::Object(step_input.to_object()),
        });
        let outcome = rt::child(cx, here, rt::ChildMode::Wait, policy, &request).await;
        match outcome {
            Ok((_, result)) => Ok(rt::Left::to(Some(At::InTime), result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ExecutionTimedOut"]) => {
                let caught = rt::caught(&error);
                let output = [("code", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Late), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Succeed `in time`, flow.yaml:12.
    fn in_time<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Task `late`, flow.yaml:13.
    async fn late<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("seconds", rt::Value::from(30i64))]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(20)),
            retry: &[],
        };
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("hurried"),
            execution: rt::Value::Null,
            input: rt::Value::Object(mapped.clone()),
        });
        let outcome = rt::child(cx, here, rt::ChildMode::Wait, policy, &request).await;
        match outcome {
            Ok((_, result)) => {
                Ok(
                    rt::Left::to(Some(At::NotReached), result)
                        .forgetting(&["code", "second"]),
                )
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.TaskTimeout"]) => {
                let caught = rt::caught(&error);
                let output = [("second", caught.get("error").or_null())];
                Ok(rt::Left::caught(Some(At::Later), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Fail `not reached`, flow.yaml:21.
    fn not_reached<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("", "")
    }

    /// Pass `later`, flow.yaml:22.
    fn later<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

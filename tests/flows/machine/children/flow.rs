/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_start[["start<br/>starts flow machine_child"]]
///   s_wait[["wait<br/>runs flow machine_child"]]
///   s_other_dialect[["other dialect<br/>runs flow v1_between"]]
///   s_fails[["fails<br/>runs flow machine_child"]]
///   s_over(["over"])
///   finish(["end"])
///   start --> s_start
///   s_start --> s_wait
///   s_wait --> s_other_dialect
///   s_other_dialect --> s_fails
///   s_fails --> finish
///   s_fails -.->|"FnF.RuntimeError"| s_over
///   s_over --> finish
///   linkStyle 5 stroke:#c0392b
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
        const DIGEST: &'static str = "d81f1becafdd19642dd2c034c5473649";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("machine_child");
            needs.flow("v1_between");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &rt::Path::ROOT, input).await
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Start,
        Wait,
        OtherDialect,
        Fails,
        Over,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "start",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "wait",
                place: "flow.yaml:19",
            },
            rt::Step {
                name: "other dialect",
                place: "flow.yaml:28",
            },
            rt::Step {
                name: "fails",
                place: "flow.yaml:37",
            },
            rt::Step {
                name: "over",
                place: "flow.yaml:47",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Start,
                At::Wait,
                At::OtherDialect,
                At::Fails,
                At::Over,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Start), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Start => start(cx, &here, scope.take()).await,
                At::Wait => wait(cx, &here, scope.take()).await,
                At::OtherDialect => other_dialect(cx, &here, scope.take()).await,
                At::Fails => fails(cx, &here, scope.take()).await,
                At::Over => over(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `start`, flow.yaml:7.
    async fn start<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("machine_child"),
            execution: rt::found(here, "$Input.name", data.key("name"))?.clone(),
            input: rt::Value::Object(rt::entries([("n", rt::Value::from(0i64))])),
        });
        let (_, mut result) = rt::child_started(
                cx,
                here,
                rt::ChildMode::Start,
                policy,
                &request,
            )
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                ("flow", result.remove("FlowName").unwrap_or_default()),
                ("name", result.remove("ExecutionName").unwrap_or_default()),
                (
                    "id",
                    rt::builtin::length(
                        here,
                        &result.remove("RequestID").unwrap_or_default(),
                    )?,
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Wait), output))
    }

    /// Task `wait`, flow.yaml:19.
    async fn wait<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("machine_child"),
            execution: rt::Value::Null,
            input: rt::Value::Object(
                rt::entries([("n", rt::Value::from(1i64)), ("from", data.clone())]),
            ),
        });
        let (_, result) = rt::child_any(cx, here, rt::ChildMode::Wait, policy, &request)
            .await?;
        let output = rt::Value::Object(
            rt::entries([("started", data.clone()), ("waited", result.clone())]),
        );
        Ok(
            rt::Left::to(Some(At::OtherDialect), output)
                .forgetting(&["failed", "flow", "id", "name", "other"]),
        )
    }

    /// Task `other dialect`, flow.yaml:28.
    async fn other_dialect<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("v1_between"),
            execution: rt::Value::Null,
            input: rt::Value::Object(
                rt::entries([
                    (
                        "list",
                        rt::Value::from([rt::Value::from(1i64), rt::Value::from(2i64)]),
                    ),
                ]),
            ),
        });
        let (_, result) = rt::child_any(cx, here, rt::ChildMode::Wait, policy, &request)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "started",
                    rt::found(here, "$Input.started", data.key("started"))?.clone(),
                ),
                (
                    "waited",
                    rt::found(here, "$Input.waited", data.key("waited"))?.clone(),
                ),
                ("other", result.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::Fails), output))
    }

    /// Task `fails`, flow.yaml:37.
    async fn fails<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("machine_child"),
            execution: rt::Value::Null,
            input: rt::Value::Object(rt::Object::new()),
        });
        let outcome = rt::child_any(cx, here, rt::ChildMode::Wait, policy, &request)
            .await;
        match outcome {
            Ok((_, result)) => Ok(rt::Left::to(None, result)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "started",
                            rt::found(here, "$Input.started", data.key("started"))?
                                .clone(),
                        ),
                        (
                            "waited",
                            rt::found(here, "$Input.waited", data.key("waited"))?.clone(),
                        ),
                        (
                            "other",
                            rt::found(here, "$Input.other", data.key("other"))?.clone(),
                        ),
                        ("failed", rt::Value::Bool(true)),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Succeed `over`, flow.yaml:47.
    fn over<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_fixed["fixed<br/>calls one"]
///   s_call["call<br/>calls what<br/>$Input.targets.function names<br/>↻ once on Busy"]
///   s_ask[/"ask<br/>calls what<br/>$Input.targets.function names<br/>waits for a report<br/>at most 60 s"\]
///   s_send["send<br/>calls what<br/>$Input.targets.queue names"]
///   s_background["background<br/>calls what<br/>$Input.targets.function<br/>names in the background"]
///   s_run[["run<br/>runs flow $Input.targets.flow"]]
///   finish(["end"])
///   start --> s_fixed
///   s_fixed --> s_call
///   s_call --> s_ask
///   s_ask --> s_send
///   s_send --> s_background
///   s_background --> s_run
///   s_run --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
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
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/demo/functions/one`, called by step `fixed` (flow.yaml:7).
        fn one(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/one", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
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
        const DIGEST: &'static str = "3117ffd57e33ee930ff86615331a10f2";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "one",
                    "acs:fc:::services/demo/functions/one",
                    rt::forwards(|it: &'static F, call, input| Functions::one(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn dispatch(
            &self,
            resource: &str,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Value, rt::StepError> {
            match resource {
                "acs:fc:::services/demo/functions/one" => {
                    Functions::one(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            rt::keep_input(cx, &input);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::one`, which may return any JSON.
    struct One;

    impl<F: Functions> rt::Function<F> for One {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/one";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::one(host, call, input)
        }
    }

    /// Calls the function that data names: one of `Functions`, or what is registered for its resource.
    struct AnyFunction;

    impl<F: Functions> rt::Function<F> for AnyFunction {
        const RESOURCE: &'static str = "";
        type In = rt::Value;
        type Out = rt::Value;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Value, rt::StepError> {
            match call.resource() {
                "acs:fc:::services/demo/functions/one" => {
                    Functions::one(host, call, input).await
                }
                resource => call.remote(resource, input).await,
            }
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Fixed,
        Call,
        Ask,
        Send,
        Background,
        Run,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "fixed",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "call",
                place: "flow.yaml:13",
            },
            rt::Step {
                name: "ask",
                place: "flow.yaml:20",
            },
            rt::Step {
                name: "send",
                place: "flow.yaml:31",
            },
            rt::Step {
                name: "background",
                place: "flow.yaml:37",
            },
            rt::Step {
                name: "run",
                place: "flow.yaml:43",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 6] = [
                At::Fixed,
                At::Call,
                At::Ask,
                At::Send,
                At::Background,
                At::Run,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 6, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Fixed), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Fixed => fixed(cx, functions, &here).await,
                At::Call => call(cx, functions, &here, scope.take()).await,
                At::Ask => ask(cx, functions, &here, scope.take()).await,
                At::Send => send(cx, functions, &here, scope.take()).await,
                At::Background => background(cx, functions, &here, scope.take()).await,
                At::Run => run_2(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `fixed`, flow.yaml:7.
    async fn fixed<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(rt::entries([("n", rt::Value::from(1i64))]));
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let mut result = rt::Context::invoke::<One, F>(cx, &attempt, functions, argument)
            .await??;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "targets",
                    rt::found(here, "$Context.Execution.Input", rt::execution_input(cx))?
                        .clone(),
                ),
                ("one", rt::taken(here, "$Output.Body.n", rt::take(&mut result, "n"))?),
            ]),
        );
        Ok(rt::Left::to(Some(At::Call), output))
    }

    /// Task `call`, flow.yaml:13.
    async fn call<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let request = || Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::found(
                    here,
                    "$Input.targets.function",
                    data.key("targets").key("function"),
                )?
                .clone(),
            input: rt::Value::Object(rt::entries([("n", rt::Value::from(2i64))])),
        });
        let mut result = rt::call_request::<
            C,
            AnyFunction,
            F,
        >(cx, here, functions, policy, &request)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "targets",
                    rt::found(here, "$Input.targets", data.key("targets"))?.clone(),
                ),
                ("one", rt::found(here, "$Input.one", data.key("one"))?.clone()),
                ("two", rt::taken(here, "$Output.Body.n", rt::take(&mut result, "n"))?),
            ]),
        );
        Ok(rt::Left::to(Some(At::Ask), output))
    }

    /// Task `ask`, flow.yaml:20.
    async fn ask<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::found(
                    here,
                    "$Input.targets.function",
                    data.key("targets").key("function"),
                )?
                .clone(),
            input: rt::Value::Object(
                rt::entries([("taskToken", rt::Value::from(token.as_str()))]),
            ),
        });
        let (_, mut result) = rt::callback_request::<
            C,
            AnyFunction,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "targets",
                    rt::found(here, "$Input.targets", data.key("targets"))?.clone(),
                ),
                (
                    "all",
                    rt::Value::from([
                        rt::found(here, "$Input.one", data.key("one"))?.clone(),
                        rt::found(here, "$Input.two", data.key("two"))?.clone(),
                        rt::taken(here, "$Output.n", rt::take(&mut result, "n"))?,
                    ]),
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Send), output).forgetting(&["one", "two"]))
    }

    /// Task `send`, flow.yaml:31.
    async fn send<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = || Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::found(
                    here,
                    "$Input.targets.queue",
                    data.key("targets").key("queue"),
                )?
                .clone(),
            input: rt::Value::Object(
                rt::entries([
                    (
                        "MessageBody",
                        rt::text(rt::found(here, "$Input.all", data.key("all"))?),
                    ),
                ]),
            ),
        });
        let mut result = rt::call_request::<
            C,
            AnyFunction,
            F,
        >(cx, here, functions, policy, &request)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "targets",
                    rt::found(here, "$Input.targets", data.key("targets"))?.clone(),
                ),
                ("all", rt::found(here, "$Input.all", data.key("all"))?.clone()),
                (
                    "sent",
                    rt::taken(
                        here,
                        "$Output.MessageId",
                        rt::take(&mut result, "MessageId"),
                    )?,
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Background), output))
    }

    /// Task `background`, flow.yaml:37.
    async fn background<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = || Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::found(
                    here,
                    "$Input.targets.function",
                    data.key("targets").key("function"),
                )?
                .clone(),
            input: rt::Value::Object(rt::entries([("n", rt::Value::from(4i64))])),
        });
        rt::submit::<C, AnyFunction, F>(cx, here, functions, policy, &request).await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "targets",
                    rt::found(here, "$Input.targets", data.key("targets"))?.clone(),
                ),
                ("all", rt::found(here, "$Input.all", data.key("all"))?.clone()),
                ("sent", rt::found(here, "$Input.sent", data.key("sent"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::Run), output))
    }

    /// Task `run`, flow.yaml:43.
    async fn run_2<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::flow_of(
                here,
                rt::found(here, "$Input.targets.flow", data.key("targets").key("flow"))?,
            )?,
            execution: rt::Value::Null,
            input: rt::Value::Object(
                rt::entries([
                    ("all", rt::found(here, "$Input.all", data.key("all"))?.clone()),
                ]),
            ),
        });
        let (_, result) = rt::child_any(cx, here, rt::ChildMode::Wait, policy, &request)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                ("child", result.clone()),
                ("sent", rt::found(here, "$Input.sent", data.key("sent"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_request["request<br/>calls Request<br/>↻ once on HTTP.503"]
///   s_ask[/"ask<br/>calls Request<br/>waits for a report<br/>at most 100 s"\]
///   s_instances["instances<br/>calls DescribeInstances"]
///   s_text["text<br/>calls QwenTextGeneration"]
///   s_event["event<br/>calls PutEvents"]
///   finish(["end"])
///   start --> s_request
///   s_request --> s_ask
///   s_ask --> s_instances
///   s_instances --> s_text
///   s_text --> s_event
///   s_event --> finish
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
        /// `HTTP:Request`, called by the steps `request` (flow.yaml:7) and `ask` (flow.yaml:18).
        fn request(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "HTTP:Request", input)
        }

        /// `ECS:DescribeInstances`, called by step `instances` (flow.yaml:29).
        fn describe_instances(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "ECS:DescribeInstances", input)
        }

        /// `DashScope:QwenTextGeneration`, called by step `text` (flow.yaml:34).
        fn qwen_text_generation(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "DashScope:QwenTextGeneration", input)
        }

        /// `EventBridge:PutEvents`, called by step `event` (flow.yaml:40).
        fn put_events(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "EventBridge:PutEvents", input)
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
        const DIGEST: &'static str = "182b88c2019a164ed56cb4c6c470d4fa";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "request",
                    "HTTP:Request",
                    rt::forwards(|it: &'static F, call, input| Functions::request(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "describe_instances",
                    "ECS:DescribeInstances",
                    rt::forwards(|it: &'static F, call, input| Functions::describe_instances(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "qwen_text_generation",
                    "DashScope:QwenTextGeneration",
                    rt::forwards(|it: &'static F, call, input| Functions::qwen_text_generation(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "put_events",
                    "EventBridge:PutEvents",
                    rt::forwards(|it: &'static F, call, input| Functions::put_events(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::request`, which may return any JSON.
    struct Request;

    impl<F: Functions> rt::Function<F> for Request {
        const RESOURCE: &'static str = "HTTP:Request";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::request(host, call, input)
        }
    }

    /// Calls `Functions::describe_instances`, which may return any JSON.
    struct DescribeInstances;

    impl<F: Functions> rt::Function<F> for DescribeInstances {
        const RESOURCE: &'static str = "ECS:DescribeInstances";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::describe_instances(host, call, input)
        }
    }

    /// Calls `Functions::qwen_text_generation`, which may return any JSON.
    struct QwenTextGeneration;

    impl<F: Functions> rt::Function<F> for QwenTextGeneration {
        const RESOURCE: &'static str = "DashScope:QwenTextGeneration";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::qwen_text_generation(host, call, input)
        }
    }

    /// Calls `Functions::put_events`, which may return any JSON.
    struct PutEvents;

    impl<F: Functions> rt::Function<F> for PutEvents {
        const RESOURCE: &'static str = "EventBridge:PutEvents";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::put_events(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Request,
        Ask,
        Instances,
        Text,
        Event,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "request",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "ask",
                place: "flow.yaml:18",
            },
            rt::Step {
                name: "instances",
                place: "flow.yaml:29",
            },
            rt::Step {
                name: "text",
                place: "flow.yaml:34",
            },
            rt::Step {
                name: "event",
                place: "flow.yaml:40",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Request,
                At::Ask,
                At::Instances,
                At::Text,
                At::Event,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(
            cx,
            path,
            Some(At::Request),
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
                At::Request => request(cx, functions, &here, scope.take()).await,
                At::Ask => ask(cx, functions, &here, scope.take()).await,
                At::Instances => instances(cx, functions, &here, scope.take()).await,
                At::Text => text(cx, functions, &here, scope.take()).await,
                At::Event => event(cx, functions, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `request`, flow.yaml:7.
    async fn request<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["HTTP.503"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        let step_input = rt::Value::Object(
            rt::entries([
                ("id", rt::found(here, "$Input.id", data.key("id"))?.clone()),
                (
                    "headers",
                    rt::found(here, "$Input.headers", data.key("headers"))?.clone(),
                ),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let argument = || Ok(
            rt::Value::Object(
                rt::entries([
                    (
                        "url",
                        rt::builtin::format(
                            here,
                            &rt::Value::from("https://example.com/orders/{}"),
                            &[rt::found(here, "$Input.id", step_input.key("id"))?],
                        )?,
                    ),
                    ("method", rt::Value::from("Get")),
                    (
                        "headers",
                        rt::Value::Object(
                            rt::entries([
                                ("accept", rt::Value::from("application/json")),
                            ]),
                        ),
                    ),
                ]),
            ),
        );
        let mut result = rt::call::<
            C,
            Request,
            F,
        >(cx, here, functions, policy, &argument)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "code",
                    rt::taken(here, "$Output.Code", rt::take(&mut result, "Code"))?,
                ),
                (
                    "body",
                    rt::taken(here, "$Output.Body", rt::take(&mut result, "Body"))?,
                ),
                (
                    "headers",
                    rt::found(here, "$Input.headers", step_input.key("headers"))?.clone(),
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Ask), output).forgetting(&["code"]))
    }

    /// Task `ask`, flow.yaml:18.
    async fn ask<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(100)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(
            rt::Value::Object(
                rt::entries([
                    ("url", rt::Value::from("https://example.com/ask")),
                    ("method", rt::Value::from("POST")),
                    (
                        "headers",
                        rt::builtin::json_merge(
                            here,
                            rt::found(here, "$Input.headers", data.key("headers"))?,
                            &rt::Value::Object(
                                rt::entries([
                                    (
                                        "X-FnF-Http-Callback-Task-Token",
                                        rt::Value::from(token.as_str()),
                                    ),
                                ]),
                            ),
                        )?,
                    ),
                    (
                        "body",
                        rt::Value::Object(
                            rt::entries([
                                (
                                    "n",
                                    rt::found(here, "$Input.body.n", data.key("body").key("n"))?
                                        .clone(),
                                ),
                            ]),
                        ),
                    ),
                ]),
            ),
        );
        let (_, result) = rt::callback::<
            C,
            Request,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        Ok(rt::Left::to(Some(At::Instances), result).forgetting(&["body", "headers"]))
    }

    /// Task `instances`, flow.yaml:29.
    async fn instances<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("RegionId", rt::Value::from("cn-shanghai")),
                ("InstanceIds", rt::found(here, "$Input.ids", data.key("ids"))?.clone()),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<
            DescribeInstances,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Text), result))
    }

    /// Task `text`, flow.yaml:34.
    async fn text<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("model", rt::Value::from("qwen")),
                ("api_key", rt::Value::from("k")),
                (
                    "messages",
                    rt::Value::from([
                        rt::Value::Object(
                            rt::entries([
                                ("role", rt::Value::from("user")),
                                (
                                    "content",
                                    rt::found(
                                            here,
                                            "$Input.Instances[0].name",
                                            data.key("Instances").at(0).key("name"),
                                        )?
                                        .clone(),
                                ),
                            ]),
                        ),
                    ]),
                ),
                ("max_tokens", rt::Value::from(20i64)),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<
            QwenTextGeneration,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "text",
                    rt::found(
                            here,
                            "$Output.output.choices[0].message.content",
                            result
                                .key("output")
                                .key("choices")
                                .at(0)
                                .key("message")
                                .key("content"),
                        )?
                        .clone(),
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Event), output))
    }

    /// Task `event`, flow.yaml:40.
    async fn event<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("id", rt::Value::from("e-1")),
                ("type", rt::Value::from("done")),
                ("eventBusName", rt::Value::from("bus")),
                ("source", rt::Value::from("flow")),
                ("data", data.clone()),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<
            PutEvents,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, result))
    }
}

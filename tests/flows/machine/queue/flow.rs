/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_send["send<br/>calls jobs"]
///   s_publish["publish<br/>calls news"]
///   s_ask[/"ask<br/>calls jobs<br/>waits for a report<br/>at most 100 s"\]
///   finish(["end"])
///   start --> s_send
///   s_send --> s_publish
///   s_publish --> s_ask
///   s_ask --> finish
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
        /// `acs:mns:cn-shanghai:123456:/queues/jobs/messages`, called by the steps `send` (flow.yaml:7) and `ask` (flow.yaml:24).
        fn jobs(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:mns:cn-shanghai:123456:/queues/jobs/messages", input)
        }

        /// `acs:mns:cn-shanghai:123456:/topics/news/messages`, called by step `publish` (flow.yaml:16).
        fn news(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:mns:cn-shanghai:123456:/topics/news/messages", input)
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
        const DIGEST: &'static str = "030c1c987743cb8482031baf88fbab90";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "jobs",
                    "acs:mns:cn-shanghai:123456:/queues/jobs/messages",
                    rt::forwards(|it: &'static F, call, input| Functions::jobs(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "news",
                    "acs:mns:cn-shanghai:123456:/topics/news/messages",
                    rt::forwards(|it: &'static F, call, input| Functions::news(
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

    /// Calls `Functions::jobs`, which may return any JSON.
    struct Jobs;

    impl<F: Functions> rt::Function<F> for Jobs {
        const RESOURCE: &'static str = "acs:mns:cn-shanghai:123456:/queues/jobs/messages";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::jobs(host, call, input)
        }
    }

    /// Calls `Functions::news`, which may return any JSON.
    struct News;

    impl<F: Functions> rt::Function<F> for News {
        const RESOURCE: &'static str = "acs:mns:cn-shanghai:123456:/topics/news/messages";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::news(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Send,
        Publish,
        Ask,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "send",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "publish",
                place: "flow.yaml:16",
            },
            rt::Step {
                name: "ask",
                place: "flow.yaml:24",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Send, At::Publish, At::Ask];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Send), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Send => send(cx, functions, &here).await,
                At::Publish => publish(cx, functions, &here, scope.take()).await,
                At::Ask => ask(cx, functions, &here).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `send`, flow.yaml:7.
    async fn send<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("MessageBody", rt::Value::from("plain text")),
                ("Priority", rt::Value::from(3i64)),
                ("DelaySeconds", rt::Value::from(5i64)),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Jobs, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Publish), result))
    }

    /// Task `publish`, flow.yaml:16.
    async fn publish<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                (
                    "MessageBody",
                    rt::text(
                        &rt::Value::Object(
                            rt::entries([
                                (
                                    "sent",
                                    rt::found(here, "$Input.MessageId", data.key("MessageId"))?
                                        .clone(),
                                ),
                                ("list", rt::Value::from([rt::Value::from(1i64)])),
                            ]),
                        ),
                    ),
                ),
                ("MessageTag", rt::Value::from("urgent")),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<News, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Ask), result))
    }

    /// Task `ask`, flow.yaml:24.
    async fn ask<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(100)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(
            rt::Value::Object(
                rt::entries([
                    (
                        "MessageBody",
                        rt::text(
                            &rt::Value::Object(
                                rt::entries([
                                    ("task_token", rt::Value::from(token.as_str())),
                                ]),
                            ),
                        ),
                    ),
                ]),
            ),
        );
        let (_, result) = rt::callback::<
            C,
            Jobs,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        Ok(rt::Left::to(None, result))
    }
}

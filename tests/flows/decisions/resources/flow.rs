/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_plain["plain<br/>calls plain"]
///   s_full["full<br/>calls full"]
///   s_alias["alias<br/>calls alias"]
///   s_latest["latest<br/>calls latest"]
///   s_third_version["third version<br/>calls third"]
///   s_queue["queue<br/>calls jobs"]
///   s_full_queue["full queue<br/>calls jobs"]
///   s_topic["topic<br/>calls news"]
///   s_operation["operation<br/>calls DetectFace"]
///   finish(["end"])
///   start --> s_plain
///   s_plain --> s_full
///   s_full --> s_alias
///   s_alias --> s_latest
///   s_latest --> s_third_version
///   s_third_version --> s_queue
///   s_queue --> s_full_queue
///   s_full_queue --> s_topic
///   s_topic --> s_operation
///   s_operation --> finish
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
        /// `acs:fc:::services/s/functions/plain`, called by step `plain` (flow.yaml:5).
        fn plain(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/plain", input)
        }

        /// `acs:fc:cn-hangzhou:1234567890:services/s/functions/full`, called by step `full` (flow.yaml:6).
        fn full(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(
                call,
                "acs:fc:cn-hangzhou:1234567890:services/s/functions/full",
                input,
            )
        }

        /// `acs:fc:::services/s.prod/functions/alias`, called by step `alias` (flow.yaml:7).
        fn alias(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s.prod/functions/alias", input)
        }

        /// `acs:fc:::services/s.LATEST/functions/latest`, called by step `latest` (flow.yaml:8).
        fn latest(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s.LATEST/functions/latest", input)
        }

        /// `acs:fc:cn-hangzhou:1234567890:functions/third/LATEST`, called by step `third version` (flow.yaml:9).
        fn third(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(
                call,
                "acs:fc:cn-hangzhou:1234567890:functions/third/LATEST",
                input,
            )
        }

        /// `acs:mns:::/queues/jobs/messages`, called by step `queue` (flow.yaml:10).
        fn jobs(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:mns:::/queues/jobs/messages", input)
        }

        /// `acs:mns:cn-hangzhou:1234567890:/queues/jobs/messages`, called by step `full queue` (flow.yaml:11).
        fn jobs_2(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(
                call,
                "acs:mns:cn-hangzhou:1234567890:/queues/jobs/messages",
                input,
            )
        }

        /// `acs:mns:::/topics/news/messages`, called by step `topic` (flow.yaml:12).
        fn news(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:mns:::/topics/news/messages", input)
        }

        /// `facebody:DetectFace`, called by step `operation` (flow.yaml:13).
        fn detect_face(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "facebody:DetectFace", input)
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
        const DIGEST: &'static str = "2add81456d9af164102474aee367c27f";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "plain",
                    "acs:fc:::services/s/functions/plain",
                    rt::forwards(|it: &'static F, call, input| Functions::plain(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "full",
                    "acs:fc:cn-hangzhou:1234567890:services/s/functions/full",
                    rt::forwards(|it: &'static F, call, input| Functions::full(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "alias",
                    "acs:fc:::services/s.prod/functions/alias",
                    rt::forwards(|it: &'static F, call, input| Functions::alias(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "latest",
                    "acs:fc:::services/s.LATEST/functions/latest",
                    rt::forwards(|it: &'static F, call, input| Functions::latest(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "third",
                    "acs:fc:cn-hangzhou:1234567890:functions/third/LATEST",
                    rt::forwards(|it: &'static F, call, input| Functions::third(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "jobs",
                    "acs:mns:::/queues/jobs/messages",
                    rt::forwards(|it: &'static F, call, input| Functions::jobs(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "jobs_2",
                    "acs:mns:cn-hangzhou:1234567890:/queues/jobs/messages",
                    rt::forwards(|it: &'static F, call, input| Functions::jobs_2(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "news",
                    "acs:mns:::/topics/news/messages",
                    rt::forwards(|it: &'static F, call, input| Functions::news(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "detect_face",
                    "facebody:DetectFace",
                    rt::forwards(|it: &'static F, call, input| Functions::detect_face(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::plain`.
    struct Plain;

    impl<F: Functions> rt::Function<F> for Plain {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/plain";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::plain(host, call, input).await?)
        }
    }

    /// Calls `Functions::full`.
    struct Full;

    impl<F: Functions> rt::Function<F> for Full {
        const RESOURCE: &'static str = "acs:fc:cn-hangzhou:1234567890:services/s/functions/full";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::full(host, call, input).await?)
        }
    }

    /// Calls `Functions::alias`.
    struct Alias;

    impl<F: Functions> rt::Function<F> for Alias {
        const RESOURCE: &'static str = "acs:fc:::services/s.prod/functions/alias";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::alias(host, call, input).await?)
        }
    }

    /// Calls `Functions::latest`.
    struct Latest;

    impl<F: Functions> rt::Function<F> for Latest {
        const RESOURCE: &'static str = "acs:fc:::services/s.LATEST/functions/latest";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::latest(host, call, input).await?)
        }
    }

    /// Calls `Functions::third`.
    struct Third;

    impl<F: Functions> rt::Function<F> for Third {
        const RESOURCE: &'static str = "acs:fc:cn-hangzhou:1234567890:functions/third/LATEST";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::third(host, call, input).await?)
        }
    }

    /// Calls `Functions::jobs`.
    struct Jobs;

    impl<F: Functions> rt::Function<F> for Jobs {
        const RESOURCE: &'static str = "acs:mns:::/queues/jobs/messages";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::jobs(host, call, input).await?)
        }
    }

    /// Calls `Functions::jobs_2`.
    struct Jobs2;

    impl<F: Functions> rt::Function<F> for Jobs2 {
        const RESOURCE: &'static str = "acs:mns:cn-hangzhou:1234567890:/queues/jobs/messages";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::jobs_2(host, call, input).await?)
        }
    }

    /// Calls `Functions::news`.
    struct News;

    impl<F: Functions> rt::Function<F> for News {
        const RESOURCE: &'static str = "acs:mns:::/topics/news/messages";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::news(host, call, input).await?)
        }
    }

    /// Calls `Functions::detect_face`.
    struct DetectFace;

    impl<F: Functions> rt::Function<F> for DetectFace {
        const RESOURCE: &'static str = "facebody:DetectFace";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::detect_face(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Plain,
        Full,
        Alias,
        Latest,
        ThirdVersion,
        Queue,
        FullQueue,
        Topic,
        Operation,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "plain",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "full",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "alias",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "latest",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "third version",
                place: "flow.yaml:9",
            },
            rt::Step {
                name: "queue",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "full queue",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "topic",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "operation",
                place: "flow.yaml:13",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 9] = [
                At::Plain,
                At::Full,
                At::Alias,
                At::Latest,
                At::ThirdVersion,
                At::Queue,
                At::FullQueue,
                At::Topic,
                At::Operation,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 9>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Plain), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Plain => plain(cx, functions, &here, input, &scope).await,
                At::Full => full(cx, functions, &here, input, &scope).await,
                At::Alias => alias(cx, functions, &here, input, &scope).await,
                At::Latest => latest(cx, functions, &here, input, &scope).await,
                At::ThirdVersion => {
                    third_version(cx, functions, &here, input, &scope).await
                }
                At::Queue => queue(cx, functions, &here, input, &scope).await,
                At::FullQueue => full_queue(cx, functions, &here, input, &scope).await,
                At::Topic => topic(cx, functions, &here, input, &scope).await,
                At::Operation => operation(cx, functions, &here, input).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `plain`, flow.yaml:5.
    async fn plain<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Plain, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Full), result))
    }

    /// Task `full`, flow.yaml:6.
    async fn full<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Full, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Alias), result))
    }

    /// Task `alias`, flow.yaml:7.
    async fn alias<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Alias, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Latest), result))
    }

    /// Task `latest`, flow.yaml:8.
    async fn latest<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Latest, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::ThirdVersion), result))
    }

    /// Task `third version`, flow.yaml:9.
    async fn third_version<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Third, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Queue), result))
    }

    /// Task `queue`, flow.yaml:10.
    async fn queue<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("MessageBody", rt::json_text(&step_input)),
                ("Priority", rt::Value::from(1i64)),
                ("DelaySeconds", rt::Value::from(0i64)),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Jobs, F>(cx, &attempt, functions, argument)
            .await??;
        let output = [("queued", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::FullQueue), output))
    }

    /// Task `full queue`, flow.yaml:11.
    async fn full_queue<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("MessageBody", rt::json_text(&step_input.get("queued"))),
                ("Priority", rt::Value::from(1i64)),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        rt::Context::invoke::<Jobs2, F>(cx, &attempt, functions, argument).await??;
        let output = rt::Object::new();
        Ok(rt::Left::to(Some(At::Topic), output))
    }

    /// Task `topic`, flow.yaml:12.
    async fn topic<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("MessageBody", rt::Value::from("text")),
                ("MessageTag", step_input.get("n").or_null()),
                (
                    "MessageAttributes",
                    rt::Value::Object(
                        rt::entries([
                            ("a", step_input.get("n").or_null()),
                            (
                                "b",
                                rt::Value::from([
                                    rt::Value::from(1i64),
                                    step_input.get("n").or_null(),
                                ]),
                            ),
                        ]),
                    ),
                ),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<News, F>(cx, &attempt, functions, argument)
            .await??;
        let output = [("told", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::Operation), output))
    }

    /// Task `operation`, flow.yaml:13.
    async fn operation<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("url", input.get("url").or_null())]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("ImageURL", mapped.get("url").or_null()),
                ("Side", rt::Value::from("face")),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<
            DetectFace,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        let output = [("seen", rt::Value::Object(result))];
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Prepare("Prepare")
///   s_Parallel{{"Parallel"}}
///   join_Parallel(( ))
///   s_Cut[/"Cut<br/>calls cut in the background<br/>waits for a report<br/>at most 3600 s"\]
///   s_Succeed(["Succeed"])
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_Write["Write<br/>calls QwenTextGeneration"]
///     s_Speak["Speak<br/>calls speak"]
///   end
///   subgraph g_Branch1["Branch1"]
///     s_Scenes{{"Scenes<br/>for each of $Input.scenes<br/>2 at a time"}}
///     join_Scenes(( ))
///     subgraph g_each_item["each item"]
///       s_Paint["Paint<br/>calls paint<br/>waits for the job<br/>↻ 3 times on<br/>FC.ResourceThrottled,<br/>FC.ResourceExhausted"]
///     end
///   end
///   start --> s_Prepare
///   s_Prepare --> s_Parallel
///   s_Parallel --> s_Write
///   s_Parallel --> s_Scenes
///   join_Parallel --> s_Cut
///   s_Write --> s_Speak
///   s_Speak --> join_Parallel
///   s_Scenes --> s_Paint
///   join_Scenes --> join_Parallel
///   s_Paint --> join_Scenes
///   s_Cut --> s_Succeed
///   s_Succeed --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_Cut callback
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
        /// `DashScope:QwenTextGeneration`, called by step `Write` (flow.yaml:20).
        fn qwen_text_generation(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "DashScope:QwenTextGeneration", input)
        }

        /// `acs:fc:::services/film.LATEST/functions/speak`, called by step `Speak` (flow.yaml:33).
        fn speak(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/film.LATEST/functions/speak", input)
        }

        /// `acs:fc:::services/film.LATEST/functions/paint`, called by step `Paint` (flow.yaml:53).
        fn paint(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/film.LATEST/functions/paint", input)
        }

        /// `acs:fc:::services/film.LATEST/functions/cut`, called by step `Cut` (flow.yaml:72).
        fn cut(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/film.LATEST/functions/cut", input)
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
        const DIGEST: &'static str = "db23ab2b55aba460b8cac457f3b08b23";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
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
                    "speak",
                    "acs:fc:::services/film.LATEST/functions/speak",
                    rt::forwards(|it: &'static F, call, input| Functions::speak(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "paint",
                    "acs:fc:::services/film.LATEST/functions/paint",
                    rt::forwards(|it: &'static F, call, input| Functions::paint(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "cut",
                    "acs:fc:::services/film.LATEST/functions/cut",
                    rt::forwards(|it: &'static F, call, input| Functions::cut(
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
                "acs:fc:::services/film.LATEST/functions/cut" => {
                    Functions::cut(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
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

    /// Calls `Functions::speak`, which may return any JSON.
    struct Speak;

    impl<F: Functions> rt::Function<F> for Speak {
        const RESOURCE: &'static str = "acs:fc:::services/film.LATEST/functions/speak";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::speak(host, call, input)
        }
    }

    /// Calls `Functions::paint`, which may return any JSON.
    struct Paint;

    impl<F: Functions> rt::Function<F> for Paint {
        const RESOURCE: &'static str = "acs:fc:::services/film.LATEST/functions/paint";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::paint(host, call, input)
        }
    }

    /// Calls `Functions::cut`, which may return any JSON.
    struct Cut;

    impl<F: Functions> rt::Function<F> for Cut {
        const RESOURCE: &'static str = "acs:fc:::services/film.LATEST/functions/cut";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::cut(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Prepare,
        Parallel,
        Cut,
        Succeed,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Prepare",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "Parallel",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "Cut",
                place: "flow.yaml:72",
            },
            rt::Step {
                name: "Succeed",
                place: "flow.yaml:85",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Prepare, At::Parallel, At::Cut, At::Succeed];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4, rt::Value>;

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
            Some(At::Prepare),
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
                At::Prepare => prepare(cx, &here, scope.take()),
                At::Parallel => parallel(cx, functions, &here, scope.take()).await,
                At::Cut => cut(cx, functions, &here, scope.take()).await,
                At::Succeed => succeed(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `Prepare`, flow.yaml:8.
    fn prepare<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("topic", rt::found(here, "$Input.topic", data.key("topic"))?.clone()),
                ("jobId", rt::builtin::uuid(cx, here, 0)?),
                ("scenes", rt::found(here, "$Input.scenes", data.key("scenes"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::Parallel), output))
    }

    /// Parallel `Parallel`, flow.yaml:15.
    async fn parallel<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let given = &data;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => {
                            parallel_branch_0::run(
                                    cx,
                                    functions,
                                    &here.branch(0),
                                    given.clone(),
                                )
                                .await
                        }
                        _ => {
                            parallel_branch_1::run(
                                    cx,
                                    functions,
                                    &here.branch(1),
                                    given.clone(),
                                )
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = rt::branches(outcomes);
        let output = rt::Value::Object(
            rt::entries([
                ("jobId", rt::found(here, "$Input.jobId", data.key("jobId"))?.clone()),
                (
                    "video",
                    rt::Value::Object(
                        rt::entries([
                            (
                                "sound",
                                rt::found(
                                        here,
                                        "$Output.Branch0.sound",
                                        result.key("Branch0").key("sound"),
                                    )?
                                    .clone(),
                            ),
                            (
                                "pictures",
                                rt::found(
                                        here,
                                        "$Output.Branch1.pictures",
                                        result.key("Branch1").key("pictures"),
                                    )?
                                    .clone(),
                            ),
                        ]),
                    ),
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Cut), output).forgetting(&["scenes", "topic"]))
    }

    /// The steps of branch 0 of `Parallel`.
    mod parallel_branch_0 {
        use super::{Functions, QwenTextGeneration, Speak, rt, rt::prelude::*};

        /// Where branch 0 of `Parallel` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Write,
            Speak,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Write",
                    place: "flow.yaml:20",
                },
                rt::Step {
                    name: "Speak",
                    place: "flow.yaml:33",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Write, At::Speak];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `Parallel`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs branch 0 of `Parallel` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Write),
                input,
            )? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if !resumed {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Write => write(cx, functions, &here, scope.take()).await,
                    At::Speak => speak(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `Write`, flow.yaml:20.
        async fn write<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = rt::Value::Object(
                rt::entries([
                    ("model", rt::Value::from("qwen-turbo")),
                    ("api_key", rt::Value::from("${DASHSCOPE_API_KEY}")),
                    (
                        "messages",
                        rt::Value::from([
                            rt::Value::Object(
                                rt::entries([
                                    ("role", rt::Value::from("system")),
                                    ("content", rt::Value::from("You write for films.")),
                                ]),
                            ),
                            rt::Value::Object(
                                rt::entries([
                                    ("role", rt::Value::from("user")),
                                    (
                                        "content",
                                        rt::builtin::format(
                                            here,
                                            &rt::Value::from("Write about {}."),
                                            &[rt::found(here, "$Input.topic", data.key("topic"))?],
                                        )?,
                                    ),
                                ]),
                            ),
                        ]),
                    ),
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
            Ok(rt::Left::to(Some(At::Speak), output))
        }

        /// Task `Speak`, flow.yaml:33.
        async fn speak<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = rt::Value::Object(
                rt::entries([
                    ("text", rt::found(here, "$Input.text", data.key("text"))?.clone()),
                ]),
            );
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let mut result = rt::Context::invoke::<
                Speak,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "sound",
                        rt::taken(
                            here,
                            "$Output.Body.url",
                            rt::take(&mut result, "url"),
                        )?,
                    ),
                    ("text", rt::found(here, "$Input.text", data.key("text"))?.clone()),
                ]),
            );
            Ok(rt::Left::to(None, output).forgetting(&["text"]))
        }
    }

    /// The steps of branch 1 of `Parallel`.
    mod parallel_branch_1 {
        use super::{Functions, Paint, rt, rt::prelude::*};

        /// Where branch 1 of `Parallel` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Scenes,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Scenes",
                    place: "flow.yaml:46",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Scenes];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `Parallel`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 1 of `Parallel` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Scenes),
                input,
            )? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if !resumed {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Scenes => scenes(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Foreach `Scenes`, flow.yaml:46.
        async fn scenes<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let items = rt::collection(here, "$Input.scenes", data.key("scenes"))?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(2),
                    |index| async move {
                        scenes_body::run(
                                cx,
                                functions,
                                &here.item(index),
                                items[index].clone(),
                            )
                            .await
                    },
                )
                .await?;
            let mut result = rt::items(outcomes);
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "pictures",
                        rt::taken(here, "$Output.Items", rt::take(&mut result, "Items"))?,
                    ),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }

        /// The steps of an iteration of `Scenes`.
        mod scenes_body {
            use super::{Functions, Paint, rt, rt::prelude::*};

            /// Where an iteration of `Scenes` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Paint,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "Paint",
                        place: "flow.yaml:53",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Paint];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `Scenes`.
            type Scope = rt::Scope<At, 1, rt::Value>;

            /// Runs an iteration of `Scenes` from where it stands to its end.
            pub(super) async fn run<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Paint),
                    input,
                )? {
                    rt::Begin::Run(scope) => scope,
                    rt::Begin::Done(outcome) => return Ok(outcome),
                };
                while let Some(at) = scope.at {
                    let (mut here, resumed) = scope.arrive(path, at);
                    if !resumed {
                        here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                            .await?;
                    }
                    let left = match at {
                        At::Paint => paint(cx, functions, &here, scope.take()).await,
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Task `Paint`, flow.yaml:53.
            async fn paint<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                static RETRY: [rt::RetryPolicy; 1] = [
                    rt::RetryPolicy {
                        errors: &["FC.ResourceThrottled", "FC.ResourceExhausted"],
                        interval: 2,
                        max_interval: 86400,
                        max_attempts: 3,
                        multiplier: 2.0f64,
                    },
                ];
                here.started(cx)?;
                let policy = rt::Policy {
                    timeout: None,
                    retry: &RETRY,
                };
                let argument = || Ok(
                    rt::Value::Object(rt::entries([("scene", data.clone())])),
                );
                let result = rt::call::<
                    C,
                    Paint,
                    F,
                >(cx, here, functions, policy, &argument)
                    .await?;
                Ok(rt::Left::to(None, result))
            }
        }
    }

    /// Task `Cut`, flow.yaml:72.
    async fn cut<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(3600)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::Value::Null,
            input: rt::Value::Object(
                rt::entries([
                    (
                        "video",
                        rt::found(here, "$Input.video", data.key("video"))?.clone(),
                    ),
                    (
                        "id",
                        rt::builtin::length(
                            here,
                            rt::found(here, "$Input.jobId", data.key("jobId"))?,
                        )?,
                    ),
                    ("taskToken", rt::Value::from(token.as_str())),
                ]),
            ),
        });
        let (_, result) = rt::submit_callback::<
            C,
            Cut,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        Ok(rt::Left::to(Some(At::Succeed), result))
    }

    /// Succeed `Succeed`, flow.yaml:85.
    fn succeed<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

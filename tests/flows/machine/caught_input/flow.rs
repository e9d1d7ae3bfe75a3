/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_which{"which"}
///   s_task["task<br/>calls f<br/>↻ 3 times on FnF.ALL"]
///   s_token[/"token<br/>calls f<br/>waits for a report<br/>at most 60 s"\]
///   s_parallel{{"parallel<br/>↻ 3 times on FnF.ALL"}}
///   join_parallel(( ))
///   s_map{{"map<br/>for each of $Input.items<br/>40 at a time"}}
///   join_map(( ))
///   s_pass("pass")
///   s_caught("caught")
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_one("one")
///   end
///   subgraph g_each_item["each item"]
///     s_item("item")
///   end
///   start --> s_which
///   s_which -->|"$Input.kind == #quot;task#quot;"| s_task
///   s_which -->|"$Input.kind == #quot;token#quot;"| s_token
///   s_which -->|"$Input.kind == #quot;parallel#quot;"| s_parallel
///   s_which -->|"$Input.kind == #quot;map#quot;"| s_map
///   s_which -->|"default"| s_pass
///   s_task --> finish
///   s_task -.->|"FnF.RuntimeError"| s_caught
///   s_token --> finish
///   s_token -.->|"FnF.RuntimeError"| s_caught
///   s_parallel --> s_one
///   join_parallel --> finish
///   s_parallel -.->|"FnF.ALL"| s_caught
///   s_one --> join_parallel
///   s_map --> s_item
///   join_map --> finish
///   s_map -.->|"FnF.ALL"| s_caught
///   s_item --> join_map
///   s_pass --> finish
///   s_caught --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_token callback
///   linkStyle 7,9,12,16 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/f`, called by the steps `task` (flow.yaml:15) and `token` (flow.yaml:23).
        fn f(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/f", input)
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
        const DIGEST: &'static str = "584434c80a0f9849ded94e0b88eca98b";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "f",
                    "acs:fc:::services/demo/functions/f",
                    rt::forwards(|it: &'static F, call, input| Functions::f(
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

    /// Calls `Functions::f`, which may return any JSON.
    struct F2;

    impl<F: Functions> rt::Function<F> for F2 {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/f";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::f(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Which,
        Task,
        Token,
        Parallel,
        Map,
        Pass,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "which",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "task",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "token",
                place: "flow.yaml:23",
            },
            rt::Step {
                name: "parallel",
                place: "flow.yaml:38",
            },
            rt::Step {
                name: "map",
                place: "flow.yaml:46",
            },
            rt::Step {
                name: "pass",
                place: "flow.yaml:53",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:54",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 7] = [
                At::Which,
                At::Task,
                At::Token,
                At::Parallel,
                At::Map,
                At::Pass,
                At::Caught,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 7, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Which), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Which => which(cx, &here, scope.take()),
                At::Task => task(cx, functions, &here, scope.take()).await,
                At::Token => token(cx, functions, &here, scope.take()).await,
                At::Parallel => parallel(cx, &here, scope.take()).await,
                At::Map => map(cx, &here, scope.take()).await,
                At::Pass => pass(cx, &here, scope.take()),
                At::Caught => caught(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `which`, flow.yaml:7.
    fn which<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::eq(rt::found(here, "$Input.kind", data.key("kind"))?, "task") {
            return Ok(rt::Left::to(Some(At::Task), data));
        }
        if rt::eq(rt::found(here, "$Input.kind", data.key("kind"))?, "token") {
            return Ok(rt::Left::to(Some(At::Token), data));
        }
        if rt::eq(rt::found(here, "$Input.kind", data.key("kind"))?, "parallel") {
            return Ok(rt::Left::to(Some(At::Parallel), data));
        }
        if rt::eq(rt::found(here, "$Input.kind", data.key("kind"))?, "map") {
            return Ok(rt::Left::to(Some(At::Map), data));
        }
        Ok(rt::Left::to(Some(At::Pass), data).forgetting(&["raw", "why"]))
    }

    /// Task `task`, flow.yaml:15.
    async fn task<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FnF.ALL"],
                interval: 10,
                max_interval: 86400,
                max_attempts: 3,
                multiplier: 1.0f64,
            },
        ];
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("made", rt::Value::Bool(true)),
                        (
                            "none",
                            rt::found(here, "$Input.none", data.key("none"))?.clone(),
                        ),
                    ]),
                ),
            )
        })();
        let (step_input, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let argument = || Ok(step_input.clone());
            let result = rt::call::<C, F2, F>(cx, here, functions, policy, &argument)
                .await?;
            rt::Res::Ok(rt::Left::to(None, rt::body(result)))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                Ok(rt::Left::caught(Some(At::Caught), step_input.clone(), error))
            }
            outcome => outcome,
        }
    }

    /// Task `token`, flow.yaml:23.
    async fn token<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        (
                            "n",
                            rt::builtin::int_add(
                                here,
                                rt::found(here, "$Input.n", data.key("n"))?,
                                &rt::Value::from(1i64),
                            )?,
                        ),
                    ]),
                ),
            )
        })();
        let (step_input, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(60)),
                retry: &[],
            };
            let argument = |token: &rt::TaskToken| Ok(
                rt::Value::Object(
                    rt::entries([
                        ("taskToken", rt::Value::from(token.as_str())),
                        ("n", rt::found(here, "$Input.n", step_input.key("n"))?.clone()),
                    ]),
                ),
            );
            let (_, result) = rt::callback::<
                C,
                F2,
                F,
                rt::Value,
            >(cx, here, functions, policy, &argument)
                .await?;
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        ("why", caught.get("error").or_null()),
                        ("raw", step_input.clone()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            outcome => outcome,
        }
    }

    /// Parallel `parallel`, flow.yaml:38.
    async fn parallel<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FnF.ALL"],
                interval: 10,
                max_interval: 86400,
                max_attempts: 3,
                multiplier: 1.0f64,
            },
        ];
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("made", rt::Value::Bool(true)),
                        (
                            "none",
                            rt::found(here, "$Input.none", data.key("none"))?.clone(),
                        ),
                    ]),
                ),
            )
        })();
        let (step_input, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let given = &step_input;
            let outcomes = {
                let mut attempts = rt::Attempts::new(
                    here,
                    rt::Policy {
                        timeout: None,
                        retry: &RETRY,
                    },
                );
                loop {
                    let attempt = attempts.begin()?;
                    if attempts.failed_before(cx, &attempt).await? {
                        continue;
                    }
                    match rt::foreach(
                            1,
                            1,
                            |_| async move {
                                parallel_branch_0::run(
                                        cx,
                                        &attempt.branch(0),
                                        given.clone(),
                                    )
                                    .await
                            },
                        )
                        .await
                    {
                        Ok(outcomes) => break outcomes,
                        Err(halt) => attempts.failed(cx, &attempt, halt).await?,
                    }
                }
            };
            let result = rt::branches(outcomes);
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let output = rt::Value::Object(
                    rt::entries([("raw", step_input.clone())]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of branch 0 of `parallel`.
    mod parallel_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `parallel` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            One,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "one",
                    place: "flow.yaml:42",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::One];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `parallel`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 0 of `parallel` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::One),
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
                    At::One => one(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `one`, flow.yaml:42.
        fn one<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }
    }

    /// Foreach `map`, flow.yaml:46.
    async fn map<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        (
                            "items",
                            rt::builtin::split(
                                here,
                                rt::found(here, "$Input.n", data.key("n"))?,
                                &rt::Value::from(","),
                            )?,
                        ),
                    ]),
                ),
            )
        })();
        let (step_input, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let items = rt::collection(here, "$Input.items", step_input.key("items"))?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(40),
                    |index| async move {
                        map_body::run(cx, &here.item(index), items[index].clone()).await
                    },
                )
                .await?;
            let result = rt::items(outcomes);
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                Ok(rt::Left::caught(Some(At::Caught), step_input.clone(), error))
            }
            outcome => outcome,
        }
    }

    /// The steps of an iteration of `map`.
    mod map_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `map` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Item,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "item",
                    place: "flow.yaml:50",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Item];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `map`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `map` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Item),
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
                    At::Item => item(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `item`, flow.yaml:50.
        fn item<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }
    }

    /// Pass `pass`, flow.yaml:53.
    fn pass<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                ("none", rt::found(here, "$Input.none", data.key("none"))?.clone()),
            ]),
        );
        here.started_with(cx, &step_input)?;
        Ok(rt::Left::to(None, step_input))
    }

    /// Pass `caught`, flow.yaml:54.
    fn caught<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

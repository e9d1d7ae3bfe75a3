/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Each{{"Each<br/>for each of $Input.items<br/>one after another<br/>↻ once on Busy"}}
///   join_Each(( ))
///   s_caught("caught")
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_work["work<br/>calls work"]
///   end
///   start --> s_Each
///   s_Each --> s_work
///   join_Each --> finish
///   s_Each -.->|"Busy, Odd"| s_caught
///   s_work --> join_Each
///   s_caught --> finish
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
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/demo/functions/work`, called by step `work` (flow.yaml:14).
        fn work(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/work", input)
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
        const DIGEST: &'static str = "72cccec1450c6196db609f594f5a119f";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "work",
                    "acs:fc:::services/demo/functions/work",
                    rt::forwards(|it: &'static F, call, input| Functions::work(
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

    /// Calls `Functions::work`, which may return any JSON.
    struct Work;

    impl<F: Functions> rt::Function<F> for Work {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/work";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::work(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Each,
        Caught,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Each",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:28",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Each, At::Caught];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Each), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Each => each(cx, functions, &here, scope.take()).await,
                At::Caught => caught(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `Each`, flow.yaml:7.
    async fn each<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 10,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        here.started(cx)?;
        let outcome = async {
            let items = rt::collection(here, "$Input.items", data.key("items"))?;
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
                            items.len(),
                            cx.iterations(1),
                            |index| async move {
                                each_body::run(
                                        cx,
                                        functions,
                                        &attempt.item(index),
                                        items[index].clone(),
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
            let mut result = rt::items(outcomes);
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "all",
                        rt::taken(here, "$Output.Items", rt::take(&mut result, "Items"))?,
                    ),
                    ("retries", rt::Value::from(here.retries())),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["Busy", "Odd"]) => {
                Ok(rt::Left::caught(Some(At::Caught), data.clone(), error))
            }
            outcome => outcome,
        }
    }

    /// The steps of an iteration of `Each`.
    mod each_body {
        use super::{Functions, Work, rt, rt::prelude::*};

        /// Where an iteration of `Each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Work,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "work",
                    place: "flow.yaml:14",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Work];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `Each`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `Each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Work),
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
                    At::Work => work(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `work`, flow.yaml:14.
        async fn work<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = rt::Value::Object(
                rt::entries([
                    ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                    ("retries", rt::Value::from(here.retries())),
                    ("id", rt::builtin::length(here, &rt::builtin::uuid(cx, here, 1)?)?),
                ]),
            );
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Work,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, rt::body(result)))
        }
    }

    /// Pass `caught`, flow.yaml:28.
    fn caught<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("left", rt::found(here, "$Input.items", data.key("items"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_take["take<br/>calls take"]
///   s_urgent{"urgent"}
///   s_file["file<br/>calls file"]
///   s_more{"more"}
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_ring["ring<br/>calls ring"]
///   end
///   start --> s_take
///   s_take --> s_urgent
///   s_urgent -->|"$.urgent"| s_ring
///   s_urgent -->|"default"| s_file
///   s_ring --> s_file
///   s_file --> s_more
///   s_more -->|"$.left #gt; 0"| s_take
///   s_more -->|"default"| finish
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
        /// `acs:fc:::services/post/functions/take`, called by step `take` (flow.yaml:6).
        fn take(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/post/functions/take", input)
        }

        /// `acs:fc:::services/post/functions/ring`, called by step `ring` (flow.yaml:14).
        fn ring(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/post/functions/ring", input)
        }

        /// `acs:fc:::services/post/functions/file`, called by step `file` (flow.yaml:17).
        fn file(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/post/functions/file", input)
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
        const DIGEST: &'static str = "79ea2424bdbdeff7416700486bd836d1";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "take",
                    "acs:fc:::services/post/functions/take",
                    rt::forwards(|it: &'static F, call, input| Functions::take(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "ring",
                    "acs:fc:::services/post/functions/ring",
                    rt::forwards(|it: &'static F, call, input| Functions::ring(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "file",
                    "acs:fc:::services/post/functions/file",
                    rt::forwards(|it: &'static F, call, input| Functions::file(
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

    /// Calls `Functions::take`.
    struct Take;

    impl<F: Functions> rt::Function<F> for Take {
        const RESOURCE: &'static str = "acs:fc:::services/post/functions/take";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::take(host, call, input).await?)
        }
    }

    /// Calls `Functions::ring`.
    struct Ring;

    impl<F: Functions> rt::Function<F> for Ring {
        const RESOURCE: &'static str = "acs:fc:::services/post/functions/ring";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::ring(host, call, input).await?)
        }
    }

    /// Calls `Functions::file`.
    struct File;

    impl<F: Functions> rt::Function<F> for File {
        const RESOURCE: &'static str = "acs:fc:::services/post/functions/file";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::file(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Take,
        Urgent,
        File,
        More,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "take",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "urgent",
                place: "flow.yaml:9",
            },
            rt::Step {
                name: "file",
                place: "flow.yaml:17",
            },
            rt::Step {
                name: "more",
                place: "flow.yaml:20",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((0, 3));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Take, At::Urgent, At::File, At::More];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Take), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Take => take(cx, functions, &here, input, &scope).await,
                At::Urgent => urgent(cx, functions, &here, input, &scope).await,
                At::File => file(cx, functions, &here, input, &scope).await,
                At::More => more(cx, &here, input, &scope),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `take`, flow.yaml:6.
    async fn take<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Take, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Urgent), result))
    }

    /// Choice `urgent`, flow.yaml:9.
    async fn urgent<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::truth(here, rt::Truth::Lenient, step_input.get("urgent"))? {
            let result = rt::Box::pin(
                    urgent_entry_0::run(cx, functions, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::File), result));
        }
        Ok(rt::Left::to(Some(At::File), rt::Object::new()))
    }

    /// The steps of entry 0 of `urgent`.
    mod urgent_entry_0 {
        use super::{Functions, Ring, rt, rt::prelude::*};

        /// Where entry 0 of `urgent` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Ring,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "ring",
                    place: "flow.yaml:14",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Ring];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `urgent`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `urgent` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Ring), input)? {
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
                    At::Ring => ring(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `ring`, flow.yaml:14.
        async fn ring<C: rt::Context, F: Functions>(
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
            let result = rt::Context::invoke::<
                Ring,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Task `file`, flow.yaml:17.
    async fn file<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<File, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::More), result))
    }

    /// Choice `more`, flow.yaml:20.
    fn more<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::gt(here, rt::Nulls::False, step_input.get("left"), 0i128)? {
            return Ok(rt::Left::to(Some(At::Take), rt::Object::new()));
        }
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $.kinds"}}
///   join_each(( ))
///   finish(["end"])
///   subgraph g_each_kind["each kind"]
///     s_which{"which"}
///     s_a_task["a task<br/>calls work"]
///     s_a_pass("a pass")
///     s_a_wait[/"a wait<br/>waits 10 s"/]
///     s_a_choice{"a choice"}
///     s_a_parallel{{"a parallel"}}
///     join_a_parallel(( ))
///     s_a_foreach{{"a foreach<br/>for each of $.kinds"}}
///     join_a_foreach(( ))
///     s_a_succeed(["a succeed"])
///     s_nothing("nothing")
///     subgraph g_case_1["case 1"]
///       s_chosen("chosen")
///     end
///   end
///   start --> s_each
///   s_each --> s_which
///   join_each --> finish
///   s_which -->|"$.kind == #quot;task#quot;"| s_a_task
///   s_which -->|"$.kind == #quot;pass#quot;"| s_a_pass
///   s_which -->|"$.kind == #quot;wait#quot;"| s_a_wait
///   s_which -->|"$.kind == #quot;choice#quot;"| s_a_choice
///   s_which -->|"$.kind == #quot;parallel#quot;"| s_a_parallel
///   s_which -->|"$.kind == #quot;foreach#quot;"| s_a_foreach
///   s_which -->|"$.kind == #quot;succeed#quot;"| s_a_succeed
///   s_which -->|"default"| s_nothing
///   s_a_task --> join_each
///   s_a_pass --> join_each
///   s_a_wait --> join_each
///   s_a_choice -->|"true"| s_chosen
///   s_a_choice -->|"default"| join_each
///   s_chosen --> join_each
///   s_a_parallel --> join_a_parallel
///   join_a_parallel --> join_each
///   s_a_foreach --> join_a_foreach
///   join_a_foreach --> join_each
///   s_a_succeed --> join_each
///   s_nothing --> join_each
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
        /// `acs:fc:::services/s/functions/work`, called by step `a task` (flow.yaml:20).
        fn work(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/work", input)
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
        const DIGEST: &'static str = "16c662e167b0a6945a4f22ca967a3687";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "work",
                    "acs:fc:::services/s/functions/work",
                    rt::forwards(|it: &'static F, call, input| Functions::work(
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

    /// Calls `Functions::work`.
    struct Work;

    impl<F: Functions> rt::Function<F> for Work {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/work";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::work(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Each,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "each",
                place: "flow.yaml:5",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Each];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Each), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Each => each(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `each`, flow.yaml:5.
    async fn each<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.kinds", step_input.get("kinds"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("kind", items[index].clone())]);
                    each_body::run(
                            cx,
                            functions,
                            &here.item(index),
                            &rt::Data::over(&own, &step_input),
                        )
                        .await
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "by",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("by")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{Functions, Work, rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Which,
            ATask,
            APass,
            AWait,
            AChoice,
            AParallel,
            AForeach,
            ASucceed,
            Nothing,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "which",
                    place: "flow.yaml:9",
                },
                rt::Step {
                    name: "a task",
                    place: "flow.yaml:20",
                },
                rt::Step {
                    name: "a pass",
                    place: "flow.yaml:21",
                },
                rt::Step {
                    name: "a wait",
                    place: "flow.yaml:22",
                },
                rt::Step {
                    name: "a choice",
                    place: "flow.yaml:23",
                },
                rt::Step {
                    name: "a parallel",
                    place: "flow.yaml:30",
                },
                rt::Step {
                    name: "a foreach",
                    place: "flow.yaml:36",
                },
                rt::Step {
                    name: "a succeed",
                    place: "flow.yaml:42",
                },
                rt::Step {
                    name: "nothing",
                    place: "flow.yaml:43",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 9] = [
                    At::Which,
                    At::ATask,
                    At::APass,
                    At::AWait,
                    At::AChoice,
                    At::AParallel,
                    At::AForeach,
                    At::ASucceed,
                    At::Nothing,
                ];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 9>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Which), input)? {
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
                    At::Which => which(cx, &here, input, &scope),
                    At::ATask => a_task(cx, functions, &here, input, &scope).await,
                    At::APass => a_pass(cx, &here),
                    At::AWait => a_wait(cx, &here).await,
                    At::AChoice => a_choice(cx, &here, input, &scope).await,
                    At::AParallel => a_parallel(cx, &here, input, &scope).await,
                    At::AForeach => a_foreach(cx, &here, input, &scope).await,
                    At::ASucceed => a_succeed(cx, &here),
                    At::Nothing => nothing(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Choice `which`, flow.yaml:9.
        fn which<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::eq(step_input.get("kind"), "task") {
                return Ok(rt::Left::to(Some(At::ATask), rt::Object::new()));
            }
            if rt::eq(step_input.get("kind"), "pass") {
                return Ok(rt::Left::to(Some(At::APass), rt::Object::new()));
            }
            if rt::eq(step_input.get("kind"), "wait") {
                return Ok(rt::Left::to(Some(At::AWait), rt::Object::new()));
            }
            if rt::eq(step_input.get("kind"), "choice") {
                return Ok(rt::Left::to(Some(At::AChoice), rt::Object::new()));
            }
            if rt::eq(step_input.get("kind"), "parallel") {
                return Ok(rt::Left::to(Some(At::AParallel), rt::Object::new()));
            }
            if rt::eq(step_input.get("kind"), "foreach") {
                return Ok(rt::Left::to(Some(At::AForeach), rt::Object::new()));
            }
            if rt::eq(step_input.get("kind"), "succeed") {
                return Ok(rt::Left::to(Some(At::ASucceed), rt::Object::new()));
            }
            Ok(rt::Left::to(Some(At::Nothing), rt::Object::new()))
        }

        /// Task `a task`, flow.yaml:20.
        async fn a_task<C: rt::Context, F: Functions>(
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
                Work,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }

        /// Pass `a pass`, flow.yaml:21.
        fn a_pass<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("by", rt::Value::from("pass"))];
            Ok(rt::Left::to(None, output))
        }

        /// Wait `a wait`, flow.yaml:22.
        async fn a_wait<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(10)).await?;
            let output = [("by", rt::Value::from("wait"))];
            Ok(rt::Left::to(None, output))
        }

        /// Choice `a choice`, flow.yaml:23.
        async fn a_choice<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if true {
                let result = rt::Box::pin(
                        a_choice_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(None, result));
            }
            Ok(rt::Left::to(None, rt::Object::new()))
        }

        /// The steps of entry 0 of `a choice`.
        mod a_choice_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `a choice` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Chosen,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "chosen",
                        place: "flow.yaml:29",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Chosen];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `a choice`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `a choice` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Chosen), input)? {
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
                        At::Chosen => chosen(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `chosen`, flow.yaml:29.
            fn chosen<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("by", rt::Value::from("choice"))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Parallel `a parallel`, flow.yaml:30.
        async fn a_parallel<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            rt::foreach(
                    1,
                    1,
                    |_| async move {
                        a_parallel_branch_0::run(cx, &here.branch(0), &step_input).await
                    },
                )
                .await?;
            let output = [("by", rt::Value::from("parallel"))];
            Ok(rt::Left::to(None, output))
        }

        /// The steps of branch 0 of `a parallel`.
        mod a_parallel_branch_0 {
            use super::{rt, rt::prelude::*};

            /// Where branch 0 of `a parallel` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {}

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[];

                fn index(self) -> usize {
                    match self {}
                }

                fn from_index(_: usize) -> Option<Self> {
                    None
                }
            }

            /// The position and the data of branch 0 of `a parallel`.
            type Scope = rt::Scope<At, 0>;

            /// Runs branch 0 of `a parallel` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let scope = match Scope::open(cx, path, None, input)? {
                    rt::Begin::Run(scope) => scope,
                    rt::Begin::Done(outcome) => return Ok(outcome),
                };
                scope.close(cx, path)
            }
        }

        /// Foreach `a foreach`, flow.yaml:36.
        async fn a_foreach<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let items = rt::collection(here, "$.kinds", step_input.get("kinds"))?;
            rt::foreach(
                    items.len(),
                    cx.iterations(100),
                    |index| async move {
                        let own = rt::entries([("kind", items[index].clone())]);
                        a_foreach_body::run(
                                cx,
                                &here.item(index),
                                &rt::Data::over(&own, &step_input),
                            )
                            .await
                    },
                )
                .await?;
            let output = [("by", rt::Value::from("foreach"))];
            Ok(rt::Left::to(None, output))
        }

        /// The steps of an iteration of `a foreach`.
        mod a_foreach_body {
            use super::{rt, rt::prelude::*};

            /// Where an iteration of `a foreach` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {}

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[];

                fn index(self) -> usize {
                    match self {}
                }

                fn from_index(_: usize) -> Option<Self> {
                    None
                }
            }

            /// The position and the data of an iteration of `a foreach`.
            type Scope = rt::Scope<At, 0>;

            /// Runs an iteration of `a foreach` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let scope = match Scope::open(cx, path, None, input)? {
                    rt::Begin::Run(scope) => scope,
                    rt::Begin::Done(outcome) => return Ok(outcome),
                };
                scope.close(cx, path)
            }
        }

        /// Succeed `a succeed`, flow.yaml:42.
        fn a_succeed<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("by", rt::Value::from("succeed"))];
            Ok(rt::Left::to(None, output))
        }

        /// Pass `nothing`, flow.yaml:43.
        fn nothing<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("by", rt::Value::from("the end of the list"))];
            Ok(rt::Left::to(None, output))
        }
    }
}

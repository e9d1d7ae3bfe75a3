/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_sizes("sizes")
///   s_size{"size"}
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_brush["brush<br/>calls brush"]
///   end
///   subgraph g_case_2["case 2"]
///     s_roll["roll<br/>calls roll"]
///   end
///   subgraph g_default["default"]
///     s_plan["plan<br/>calls plan"]
///     s_painters{{"painters<br/>for each of $.painters"}}
///     join_painters(( ))
///     s_check["check<br/>calls check"]
///     subgraph g_each_painter["each painter"]
///       s_paint["paint<br/>calls paint<br/>↻ 3 times on Tired"]
///     end
///   end
///   start --> s_sizes
///   s_sizes --> s_size
///   s_size -->|"$.area #lt;= $.small"| s_brush
///   s_size -->|"$.area #lt;= $.big"| s_roll
///   s_size -->|"default"| s_plan
///   s_brush --> finish
///   s_roll --> finish
///   s_plan --> s_painters
///   s_painters --> s_paint
///   join_painters --> s_check
///   s_paint --> join_painters
///   s_check --> finish
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
        /// `acs:fc:::services/paint/functions/brush`, called by step `brush` (flow.yaml:15).
        fn brush(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/paint/functions/brush", input)
        }

        /// `acs:fc:::services/paint/functions/roll`, called by step `roll` (flow.yaml:20).
        fn roll(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/paint/functions/roll", input)
        }

        /// `acs:fc:::services/paint/functions/plan`, called by step `plan` (flow.yaml:25).
        fn plan(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/paint/functions/plan", input)
        }

        /// `acs:fc:::services/paint/functions/paint`, called by step `paint` (flow.yaml:40).
        fn paint(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/paint/functions/paint", input)
        }

        /// `acs:fc:::services/paint/functions/check`, called by step `check` (flow.yaml:45).
        fn check(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/paint/functions/check", input)
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
        const DIGEST: &'static str = "98377f432b2862e5882fb5f9b0b685e8";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "brush",
                    "acs:fc:::services/paint/functions/brush",
                    rt::forwards(|it: &'static F, call, input| Functions::brush(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "roll",
                    "acs:fc:::services/paint/functions/roll",
                    rt::forwards(|it: &'static F, call, input| Functions::roll(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "plan",
                    "acs:fc:::services/paint/functions/plan",
                    rt::forwards(|it: &'static F, call, input| Functions::plan(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "paint",
                    "acs:fc:::services/paint/functions/paint",
                    rt::forwards(|it: &'static F, call, input| Functions::paint(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "check",
                    "acs:fc:::services/paint/functions/check",
                    rt::forwards(|it: &'static F, call, input| Functions::check(
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

    /// Calls `Functions::brush`.
    struct Brush;

    impl<F: Functions> rt::Function<F> for Brush {
        const RESOURCE: &'static str = "acs:fc:::services/paint/functions/brush";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::brush(host, call, input).await?)
        }
    }

    /// Calls `Functions::roll`.
    struct Roll;

    impl<F: Functions> rt::Function<F> for Roll {
        const RESOURCE: &'static str = "acs:fc:::services/paint/functions/roll";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::roll(host, call, input).await?)
        }
    }

    /// Calls `Functions::plan`.
    struct Plan;

    impl<F: Functions> rt::Function<F> for Plan {
        const RESOURCE: &'static str = "acs:fc:::services/paint/functions/plan";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::plan(host, call, input).await?)
        }
    }

    /// Calls `Functions::paint`.
    struct Paint;

    impl<F: Functions> rt::Function<F> for Paint {
        const RESOURCE: &'static str = "acs:fc:::services/paint/functions/paint";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::paint(host, call, input).await?)
        }
    }

    /// Calls `Functions::check`.
    struct Check;

    impl<F: Functions> rt::Function<F> for Check {
        const RESOURCE: &'static str = "acs:fc:::services/paint/functions/check";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::check(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Sizes,
        Size,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "sizes",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "size",
                place: "flow.yaml:10",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Sizes, At::Size];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Sizes), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Sizes => sizes(cx, &here),
                At::Size => size(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `sizes`, flow.yaml:5.
    fn sizes<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [
            ("small", rt::Value::from(10i64)),
            ("big", rt::Value::from(100i64)),
        ];
        Ok(rt::Left::to(Some(At::Size), output))
    }

    /// Choice `size`, flow.yaml:10.
    async fn size<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::le(
            here,
            rt::Nulls::False,
            step_input.get("area"),
            step_input.get("small"),
        )? {
            let result = rt::Box::pin(
                    size_entry_0::run(cx, functions, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(None, result));
        }
        if rt::le(
            here,
            rt::Nulls::False,
            step_input.get("area"),
            step_input.get("big"),
        )? {
            let result = rt::Box::pin(
                    size_entry_1::run(cx, functions, &here.entry(1), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(None, result));
        }
        let result = rt::Box::pin(
                size_default::run(cx, functions, &here.entry(2), &step_input),
            )
            .await?;
        Ok(rt::Left::to(None, result))
    }

    /// The steps of entry 0 of `size`.
    mod size_entry_0 {
        use super::{Brush, Functions, rt, rt::prelude::*};

        /// Where entry 0 of `size` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Brush,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "brush",
                    place: "flow.yaml:15",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Brush];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `size`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `size` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Brush), input)? {
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
                    At::Brush => brush(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `brush`, flow.yaml:15.
        async fn brush<C: rt::Context, F: Functions>(
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
                Brush,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// The steps of entry 1 of `size`.
    mod size_entry_1 {
        use super::{Functions, Roll, rt, rt::prelude::*};

        /// Where entry 1 of `size` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Roll,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "roll",
                    place: "flow.yaml:20",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Roll];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 1 of `size`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 1 of `size` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Roll), input)? {
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
                    At::Roll => roll(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `roll`, flow.yaml:20.
        async fn roll<C: rt::Context, F: Functions>(
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
                Roll,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// The steps of the default of `size`.
    mod size_default {
        use super::{Check, Functions, Paint, Plan, rt, rt::prelude::*};

        /// Where the default of `size` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Plan,
            Painters,
            Check,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "plan",
                    place: "flow.yaml:25",
                },
                rt::Step {
                    name: "painters",
                    place: "flow.yaml:32",
                },
                rt::Step {
                    name: "check",
                    place: "flow.yaml:45",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 3] = [At::Plan, At::Painters, At::Check];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of the default of `size`.
        type Scope = rt::Scope<At, 3>;

        /// Runs the default of `size` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Plan), input)? {
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
                    At::Plan => plan(cx, functions, &here, input).await,
                    At::Painters => painters(cx, functions, &here, input, &scope).await,
                    At::Check => check(cx, functions, &here, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `plan`, flow.yaml:25.
        async fn plan<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([
                ("area", input.get("area").or_null()),
                ("big", input.get("big").or_null()),
                ("colour", input.get("colour").or_null()),
            ]);
            here.started_with(cx, &mapped)?;
            let argument = rt::Value::Object(mapped);
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Plan,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(Some(At::Painters), result))
        }

        /// Foreach `painters`, flow.yaml:32.
        async fn painters<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([
                ("painters", scope.local.get("painters").or_null()),
                ("plan", scope.local.get("plan").or_null()),
                ("area", input.get("area").or_null()),
            ]);
            here.started_with(cx, &mapped)?;
            let step_input = rt::Data::new(&mapped);
            let items = rt::collection(here, "$.painters", step_input.get("painters"))?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(100),
                    |index| async move {
                        let own = rt::entries([("painter", items[index].clone())]);
                        painters_body::run(
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
                    "strips",
                    rt::Value::Array(
                        result
                            .each()
                            .flat_map(|it| it.key("strips").each())
                            .cloned()
                            .collect(),
                    ),
                ),
            ];
            Ok(rt::Left::to(Some(At::Check), output))
        }

        /// The steps of an iteration of `painters`.
        mod painters_body {
            use super::{Functions, Paint, rt, rt::prelude::*};

            /// Where an iteration of `painters` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Paint,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "paint",
                        place: "flow.yaml:40",
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

            /// The position and the data of an iteration of `painters`.
            type Scope = rt::Scope<At, 1>;

            /// Runs an iteration of `painters` from where it stands to its end.
            pub(super) async fn run<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Paint), input)? {
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
                        At::Paint => paint(cx, functions, &here, input, &scope).await,
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Task `paint`, flow.yaml:40.
            async fn paint<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                static RETRY: [rt::RetryPolicy; 1] = [
                    rt::RetryPolicy {
                        errors: &["Tired"],
                        interval: 3,
                        max_interval: 86400,
                        max_attempts: 3,
                        multiplier: 1.5f64,
                    },
                ];
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                let policy = rt::Policy {
                    timeout: None,
                    retry: &RETRY,
                };
                let argument = || Ok(rt::Value::Object(step_input.to_object()));
                let result = rt::call::<
                    C,
                    Paint,
                    F,
                >(cx, here, functions, policy, &argument)
                    .await?;
                Ok(rt::Left::to(None, result))
            }
        }

        /// Task `check`, flow.yaml:45.
        async fn check<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([
                ("plan", scope.local.get("plan").or_null()),
                ("strips", scope.local.get("strips").or_null()),
            ]);
            here.started_with(cx, &mapped)?;
            let argument = rt::Value::Object(mapped);
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Check,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }
}

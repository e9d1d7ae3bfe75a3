/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_open["open<br/>calls open"]
///   s_any{"any"}
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_empty("empty")
///   end
///   subgraph g_default["default"]
///     s_begin("begin")
///     s_how_many{"how many"}
///     s_serve["serve<br/>calls serve"]
///     subgraph g_case_1_2["case 1"]
///       s_peel_one["peel one<br/>calls peel"]
///     end
///     subgraph g_default_2["default"]
///       s_first["first<br/>calls next"]
///       s_peel["peel<br/>calls peel"]
///       s_next["next<br/>calls next"]
///       s_more{"more"}
///       s_sit("sit")
///     end
///   end
///   start --> s_open
///   s_open --> s_any
///   s_any -->|"$.box.count == 0"| s_empty
///   s_any -->|"default"| s_begin
///   s_empty --> finish
///   s_begin --> s_how_many
///   s_how_many -->|"$.count == 1"| s_peel_one
///   s_how_many -->|"default"| s_first
///   s_peel_one --> s_serve
///   s_first --> s_peel
///   s_peel --> s_next
///   s_next --> s_more
///   s_more -->|"$.at #lt; $.count"| s_peel
///   s_more -->|"default"| s_sit
///   s_sit --> s_serve
///   s_serve --> finish
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
        /// `acs:fc:::services/fruit/functions/open`, called by step `open` (flow.yaml:5).
        fn open(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/fruit/functions/open", input)
        }

        /// `acs:fc:::services/fruit/functions/peel`, called by the steps `peel one` (flow.yaml:30) and `peel` (flow.yaml:47).
        fn peel(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/fruit/functions/peel", input)
        }

        /// `acs:fc:::services/fruit/functions/next`, called by the steps `first` (flow.yaml:37) and `next` (flow.yaml:52).
        fn next(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/fruit/functions/next", input)
        }

        /// `acs:fc:::services/fruit/functions/serve`, called by step `serve` (flow.yaml:69).
        fn serve(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/fruit/functions/serve", input)
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
        const DIGEST: &'static str = "23e9c369a53a92209b0d0def460fc489";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "open",
                    "acs:fc:::services/fruit/functions/open",
                    rt::forwards(|it: &'static F, call, input| Functions::open(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "peel",
                    "acs:fc:::services/fruit/functions/peel",
                    rt::forwards(|it: &'static F, call, input| Functions::peel(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "next",
                    "acs:fc:::services/fruit/functions/next",
                    rt::forwards(|it: &'static F, call, input| Functions::next(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "serve",
                    "acs:fc:::services/fruit/functions/serve",
                    rt::forwards(|it: &'static F, call, input| Functions::serve(
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

    /// Calls `Functions::open`.
    struct Open;

    impl<F: Functions> rt::Function<F> for Open {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/open";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::open(host, call, input).await?)
        }
    }

    /// Calls `Functions::peel`.
    struct Peel;

    impl<F: Functions> rt::Function<F> for Peel {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/peel";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::peel(host, call, input).await?)
        }
    }

    /// Calls `Functions::next`.
    struct Next;

    impl<F: Functions> rt::Function<F> for Next {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/next";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::next(host, call, input).await?)
        }
    }

    /// Calls `Functions::serve`.
    struct Serve;

    impl<F: Functions> rt::Function<F> for Serve {
        const RESOURCE: &'static str = "acs:fc:::services/fruit/functions/serve";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::serve(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Open,
        Any,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "open",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "any",
                place: "flow.yaml:10",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Open, At::Any];
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
        let mut scope = match Scope::open(cx, path, Some(At::Open), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Open => open(cx, functions, &here, input, &scope).await,
                At::Any => any(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `open`, flow.yaml:5.
    async fn open<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Open, F>(cx, &attempt, functions, argument)
            .await??;
        let output = [("box", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::Any), output))
    }

    /// Choice `any`, flow.yaml:10.
    async fn any<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("box").key("count"), 0i128) {
            let result = rt::Box::pin(any_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(None, result));
        }
        let result = rt::Box::pin(
                any_default::run(cx, functions, &here.entry(1), &step_input),
            )
            .await?;
        Ok(rt::Left::to(None, result))
    }

    /// The steps of entry 0 of `any`.
    mod any_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `any` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Empty,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "empty",
                    place: "flow.yaml:15",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Empty];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `any`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `any` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Empty), input)? {
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
                    At::Empty => empty(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `empty`, flow.yaml:15.
        fn empty<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, rt::Object::new()))
        }
    }

    /// The steps of the default of `any`.
    mod any_default {
        use super::{Functions, Next, Peel, Serve, rt, rt::prelude::*};

        /// Where the default of `any` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Begin,
            HowMany,
            Serve,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "begin",
                    place: "flow.yaml:19",
                },
                rt::Step {
                    name: "how many",
                    place: "flow.yaml:25",
                },
                rt::Step {
                    name: "serve",
                    place: "flow.yaml:69",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 3] = [At::Begin, At::HowMany, At::Serve];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of the default of `any`.
        type Scope = rt::Scope<At, 3>;

        /// Runs the default of `any` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Begin), input)? {
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
                    At::Begin => begin(cx, &here, input, &scope),
                    At::HowMany => how_many(cx, functions, &here, input, &scope).await,
                    At::Serve => serve(cx, functions, &here, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `begin`, flow.yaml:19.
        fn begin<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [
                ("count", step_input.get("box").key("count").or_null()),
                ("one", rt::Value::Object(rt::Object::new())),
                ("bowl", rt::Value::Array(Default::default())),
            ];
            Ok(rt::Left::to(Some(At::HowMany), output))
        }

        /// Choice `how many`, flow.yaml:25.
        async fn how_many<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::eq(step_input.get("count"), 1i128) {
                let result = rt::Box::pin(
                        how_many_entry_0::run(cx, functions, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Serve), result));
            }
            let result = rt::Box::pin(
                    how_many_default::run(cx, functions, &here.entry(1), &step_input),
                )
                .await?;
            Ok(rt::Left::to(Some(At::Serve), result))
        }

        /// The steps of entry 0 of `how many`.
        mod how_many_entry_0 {
            use super::{Functions, Peel, rt, rt::prelude::*};

            /// Where entry 0 of `how many` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                PeelOne,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "peel one",
                        place: "flow.yaml:30",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::PeelOne];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `how many`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `how many` from where it stands to its end.
            pub(super) async fn run<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::PeelOne), input)? {
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
                        At::PeelOne => peel_one(cx, functions, &here, input).await,
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Task `peel one`, flow.yaml:30.
            async fn peel_one<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Left<At>> {
                let mapped = rt::entries([
                    ("fruit", input.get("box").key("fruit").at(0).or_null()),
                ]);
                here.started_with(cx, &mapped)?;
                let argument = rt::Value::Object(mapped);
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let mut result = rt::Context::invoke::<
                    Peel,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let output = [("one", result.remove("peeled").unwrap_or_default())];
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of the default of `how many`.
        mod how_many_default {
            use super::{Functions, Next, Peel, rt, rt::prelude::*};

            /// Where the default of `how many` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                First,
                Peel,
                Next,
                More,
                Sit,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "first",
                        place: "flow.yaml:37",
                    },
                    rt::Step {
                        name: "peel",
                        place: "flow.yaml:47",
                    },
                    rt::Step {
                        name: "next",
                        place: "flow.yaml:52",
                    },
                    rt::Step {
                        name: "more",
                        place: "flow.yaml:59",
                    },
                    rt::Step {
                        name: "sit",
                        place: "flow.yaml:66",
                    },
                ];

                const REPEATS: Option<(usize, usize)> = Some((1, 3));

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 5] = [
                        At::First,
                        At::Peel,
                        At::Next,
                        At::More,
                        At::Sit,
                    ];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of the default of `how many`.
            type Scope = rt::Scope<At, 5>;

            /// Runs the default of `how many` from where it stands to its end.
            pub(super) async fn run<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::First), input)? {
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
                        At::First => first(cx, functions, &here, input).await,
                        At::Peel => peel(cx, functions, &here, &scope).await,
                        At::Next => next(cx, functions, &here, &scope).await,
                        At::More => more(cx, &here, input, &scope),
                        At::Sit => sit(cx, &here, input, &scope),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Task `first`, flow.yaml:37.
            async fn first<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Left<At>> {
                let mapped = rt::entries([
                    ("bowl", input.get("box").key("fruit").or_null()),
                    ("at", rt::Value::from(-1i64)),
                ]);
                here.started_with(cx, &mapped)?;
                let argument = rt::Value::Object(mapped);
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let mut result = rt::Context::invoke::<
                    Next,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let output = [
                    ("at", rt::Value::from(0i64)),
                    ("fruit", result.remove("fruit").unwrap_or_default()),
                    ("bowl", result.remove("bowl").unwrap_or_default()),
                ];
                Ok(rt::Left::to(Some(At::Peel), output))
            }

            /// Task `peel`, flow.yaml:47.
            async fn peel<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let mapped = rt::entries([
                    ("fruit", scope.local.get("fruit").or_null()),
                ]);
                here.started_with(cx, &mapped)?;
                let argument = rt::Value::Object(mapped);
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let mut result = rt::Context::invoke::<
                    Peel,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                let output = [("peeled", result.remove("peeled").unwrap_or_default())];
                Ok(rt::Left::to(Some(At::Next), output))
            }

            /// Task `next`, flow.yaml:52.
            async fn next<C: rt::Context, F: Functions>(
                cx: &C,
                functions: &rt::Arc<F>,
                here: &rt::Here<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let mapped = rt::entries([
                    ("bowl", scope.local.get("bowl").or_null()),
                    ("at", scope.local.get("at").or_null()),
                    ("peeled", scope.local.get("peeled").or_null()),
                ]);
                here.started_with(cx, &mapped)?;
                let argument = rt::Value::Object(mapped);
                let path = here.attempt(1);
                let attempt = rt::Attempt::new(&path, None);
                let result = rt::Context::invoke::<
                    Next,
                    F,
                >(cx, &attempt, functions, argument)
                    .await??;
                Ok(rt::Left::to(Some(At::More), result))
            }

            /// Choice `more`, flow.yaml:59.
            fn more<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                if rt::lt(
                    here,
                    rt::Nulls::False,
                    step_input.get("at"),
                    step_input.get("count"),
                )? {
                    return Ok(rt::Left::to(Some(At::Peel), rt::Object::new()));
                }
                Ok(rt::Left::to(Some(At::Sit), rt::Object::new()))
            }

            /// Pass `sit`, flow.yaml:66.
            fn sit<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                let output = [("sat", step_input.get("count").or_null())];
                Ok(rt::Left::to(None, output))
            }
        }

        /// Task `serve`, flow.yaml:69.
        async fn serve<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([
                ("count", scope.local.get("count").or_null()),
                ("one", scope.local.get("one").or_null()),
                ("bowl", scope.local.get("bowl").or_null()),
            ]);
            here.started_with(cx, &mapped)?;
            let argument = rt::Value::Object(mapped);
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Serve,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }
}

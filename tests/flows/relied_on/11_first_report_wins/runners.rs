/// The flow `runners`, generated from `runners.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_track{{"track"}}
///   join_track(( ))
///   finish(["end"])
///   subgraph g_branch_1["branch 1"]
///     s_inner["inner<br/>calls inner"]
///     s_inner_beaten("inner beaten")
///   end
///   subgraph g_branch_2["branch 2"]
///     s_middle["middle<br/>calls middle"]
///     s_middle_beaten("middle beaten")
///   end
///   subgraph g_branch_3["branch 3"]
///     s_outer["outer<br/>calls outer"]
///     s_outer_beaten("outer beaten")
///   end
///   start --> s_track
///   s_track --> s_inner
///   s_track --> s_middle
///   s_track --> s_outer
///   join_track --> finish
///   s_inner --> join_track
///   s_inner -.->|"TaskAlreadyCompleted"| s_inner_beaten
///   s_inner_beaten --> join_track
///   s_middle --> join_track
///   s_middle -.->|"TaskAlreadyCompleted"| s_middle_beaten
///   s_middle_beaten --> join_track
///   s_outer --> join_track
///   s_outer -.->|"TaskAlreadyCompleted"| s_outer_beaten
///   s_outer_beaten --> join_track
///   linkStyle 6,9,12 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod runners {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/race/functions/inner`, called by step `inner` (runners.yaml:7).
        fn inner(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/race/functions/inner", input)
        }

        /// `acs:fc:::services/race/functions/middle`, called by step `middle` (runners.yaml:8).
        fn middle(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/race/functions/middle", input)
        }

        /// `acs:fc:::services/race/functions/outer`, called by step `outer` (runners.yaml:9).
        fn outer(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/race/functions/outer", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `runners` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "runners";
        const DIGEST: &'static str = "afa5dd2a236c7e6a1b54e82cbe9bfb4d";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "inner",
                    "acs:fc:::services/race/functions/inner",
                    rt::forwards(|it: &'static F, call, input| Functions::inner(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "middle",
                    "acs:fc:::services/race/functions/middle",
                    rt::forwards(|it: &'static F, call, input| Functions::middle(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "outer",
                    "acs:fc:::services/race/functions/outer",
                    rt::forwards(|it: &'static F, call, input| Functions::outer(
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

    /// Calls `Functions::inner`.
    struct Inner;

    impl<F: Functions> rt::Function<F> for Inner {
        const RESOURCE: &'static str = "acs:fc:::services/race/functions/inner";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::inner(host, call, input).await?)
        }
    }

    /// Calls `Functions::middle`.
    struct Middle;

    impl<F: Functions> rt::Function<F> for Middle {
        const RESOURCE: &'static str = "acs:fc:::services/race/functions/middle";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::middle(host, call, input).await?)
        }
    }

    /// Calls `Functions::outer`.
    struct Outer;

    impl<F: Functions> rt::Function<F> for Outer {
        const RESOURCE: &'static str = "acs:fc:::services/race/functions/outer";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::outer(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Track,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "track",
                place: "runners.yaml:4",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Track];
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
        let mut scope = match Scope::open(cx, path, Some(At::Track), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Track => track(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Parallel `track`, runners.yaml:4.
    async fn track<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let outcomes = rt::foreach(
                3,
                3,
                |index| async move {
                    match index {
                        0 => {
                            track_branch_0::run(
                                    cx,
                                    functions,
                                    &here.branch(0),
                                    &step_input,
                                )
                                .await
                        }
                        1 => {
                            track_branch_1::run(
                                    cx,
                                    functions,
                                    &here.branch(1),
                                    &step_input,
                                )
                                .await
                        }
                        _ => {
                            track_branch_2::run(
                                    cx,
                                    functions,
                                    &here.branch(2),
                                    &step_input,
                                )
                                .await
                        }
                    }
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "places",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("place")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of branch 0 of `track`.
    mod track_branch_0 {
        use super::{Functions, Inner, rt, rt::prelude::*};

        /// Where branch 0 of `track` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Inner,
            InnerBeaten,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "inner",
                    place: "runners.yaml:7",
                },
                rt::Step {
                    name: "inner beaten",
                    place: "runners.yaml:7",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Inner, At::InnerBeaten];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `track`.
        type Scope = rt::Scope<At, 2>;

        /// Runs branch 0 of `track` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Inner), input)? {
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
                    At::Inner => inner(cx, functions, &here, input, &scope).await,
                    At::InnerBeaten => inner_beaten(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `inner`, runners.yaml:7.
        async fn inner<C: rt::Context, F: Functions>(
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
            let outcome = rt::outcome_of(
                rt::Context::invoke::<Inner, F>(cx, &attempt, functions, argument).await,
            );
            match outcome {
                Ok(result) => Ok(rt::Left::to(None, result)),
                Err(
                    rt::Halt::Failed(error),
                ) if error.is_any(&["TaskAlreadyCompleted"]) => {
                    Ok(rt::Left::caught(Some(At::InnerBeaten), rt::Object::new(), error))
                }
                Err(halt) => Err(halt),
            }
        }

        /// Pass `inner beaten`, runners.yaml:7.
        fn inner_beaten<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("place", rt::Value::from("beaten"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `track`.
    mod track_branch_1 {
        use super::{Functions, Middle, rt, rt::prelude::*};

        /// Where branch 1 of `track` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Middle,
            MiddleBeaten,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "middle",
                    place: "runners.yaml:8",
                },
                rt::Step {
                    name: "middle beaten",
                    place: "runners.yaml:8",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Middle, At::MiddleBeaten];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `track`.
        type Scope = rt::Scope<At, 2>;

        /// Runs branch 1 of `track` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Middle), input)? {
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
                    At::Middle => middle(cx, functions, &here, input, &scope).await,
                    At::MiddleBeaten => middle_beaten(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `middle`, runners.yaml:8.
        async fn middle<C: rt::Context, F: Functions>(
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
            let outcome = rt::outcome_of(
                rt::Context::invoke::<Middle, F>(cx, &attempt, functions, argument).await,
            );
            match outcome {
                Ok(result) => Ok(rt::Left::to(None, result)),
                Err(
                    rt::Halt::Failed(error),
                ) if error.is_any(&["TaskAlreadyCompleted"]) => {
                    Ok(
                        rt::Left::caught(
                            Some(At::MiddleBeaten),
                            rt::Object::new(),
                            error,
                        ),
                    )
                }
                Err(halt) => Err(halt),
            }
        }

        /// Pass `middle beaten`, runners.yaml:8.
        fn middle_beaten<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("place", rt::Value::from("beaten"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 2 of `track`.
    mod track_branch_2 {
        use super::{Functions, Outer, rt, rt::prelude::*};

        /// Where branch 2 of `track` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Outer,
            OuterBeaten,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "outer",
                    place: "runners.yaml:9",
                },
                rt::Step {
                    name: "outer beaten",
                    place: "runners.yaml:9",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Outer, At::OuterBeaten];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 2 of `track`.
        type Scope = rt::Scope<At, 2>;

        /// Runs branch 2 of `track` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Outer), input)? {
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
                    At::Outer => outer(cx, functions, &here, input, &scope).await,
                    At::OuterBeaten => outer_beaten(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `outer`, runners.yaml:9.
        async fn outer<C: rt::Context, F: Functions>(
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
            let outcome = rt::outcome_of(
                rt::Context::invoke::<Outer, F>(cx, &attempt, functions, argument).await,
            );
            match outcome {
                Ok(result) => Ok(rt::Left::to(None, result)),
                Err(
                    rt::Halt::Failed(error),
                ) if error.is_any(&["TaskAlreadyCompleted"]) => {
                    Ok(rt::Left::caught(Some(At::OuterBeaten), rt::Object::new(), error))
                }
                Err(halt) => Err(halt),
            }
        }

        /// Pass `outer beaten`, runners.yaml:9.
        fn outer_beaten<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("place", rt::Value::from("beaten"))];
            Ok(rt::Left::to(None, output))
        }
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_nests{{"nests<br/>for each of $.nests"}}
///   join_nests(( ))
///   s_quiet{{"quiet<br/>for each of $.nests"}}
///   join_quiet(( ))
///   s_walk{{"walk"}}
///   join_walk(( ))
///   s_silence{{"silence"}}
///   join_silence(( ))
///   finish(["end"])
///   subgraph g_each_nest["each nest"]
///     s_look["look<br/>calls look"]
///   end
///   subgraph g_each_nest_2["each nest"]
///     s_whisper("whisper")
///   end
///   subgraph g_branch_1["branch 1"]
///     s_left("left")
///   end
///   subgraph g_branch_2["branch 2"]
///     s_right("right")
///     s_further("further")
///   end
///   subgraph g_branch_1_2["branch 1"]
///     s_hush("hush")
///   end
///   start --> s_nests
///   s_nests --> s_look
///   join_nests --> s_quiet
///   s_look --> join_nests
///   s_quiet --> s_whisper
///   join_quiet --> s_walk
///   s_whisper --> join_quiet
///   s_walk --> s_left
///   s_walk --> s_right
///   join_walk --> s_silence
///   s_left --> join_walk
///   s_right --> s_further
///   s_further --> join_walk
///   s_silence --> s_hush
///   join_silence --> finish
///   s_hush --> join_silence
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
        /// `acs:fc:::services/garden/functions/look`, called by step `look` (flow.yaml:10).
        fn look(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/garden/functions/look", input)
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
        const DIGEST: &'static str = "82fee59633f01c3cbecf19893aac8e96";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "look",
                    "acs:fc:::services/garden/functions/look",
                    rt::forwards(|it: &'static F, call, input| Functions::look(
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

    /// Calls `Functions::look`.
    struct Look;

    impl<F: Functions> rt::Function<F> for Look {
        const RESOURCE: &'static str = "acs:fc:::services/garden/functions/look";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::look(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Nests,
        Quiet,
        Walk,
        Silence,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "nests",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "quiet",
                place: "flow.yaml:20",
            },
            rt::Step {
                name: "walk",
                place: "flow.yaml:27",
            },
            rt::Step {
                name: "silence",
                place: "flow.yaml:41",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Nests, At::Quiet, At::Walk, At::Silence];
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
        let mut scope = match Scope::open(cx, path, Some(At::Nests), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Nests => nests(cx, functions, &here, input, &scope).await,
                At::Quiet => quiet(cx, &here, input, &scope).await,
                At::Walk => walk(cx, &here, input, &scope).await,
                At::Silence => silence(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `nests`, flow.yaml:6.
    async fn nests<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.nests", step_input.get("nests"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("nest", items[index].clone())]);
                    nests_body::run(
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
                "eggs",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("eggs")).cloned().collect(),
                ),
            ),
            (
                "birds",
                rt::Value::Array(
                    result
                        .each()
                        .flat_map(|it| it.key("birds").each())
                        .cloned()
                        .collect(),
                ),
            ),
            (
                "names",
                rt::Value::Array(
                    result
                        .each()
                        .flat_map(|it| it.key("birds").each())
                        .filter_map(|it| it.key("name"))
                        .cloned()
                        .collect(),
                ),
            ),
            ("first", result.at(0).key("eggs").or_null()),
            ("third", result.at(2).key("eggs").or_null()),
            ("owner", step_input.get("owner").or_null()),
        ];
        Ok(rt::Left::to(Some(At::Quiet), output))
    }

    /// The steps of an iteration of `nests`.
    mod nests_body {
        use super::{Functions, Look, rt, rt::prelude::*};

        /// Where an iteration of `nests` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Look,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "look",
                    place: "flow.yaml:10",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Look];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `nests`.
        type Scope = rt::Scope<At, 1>;

        /// Runs an iteration of `nests` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Look), input)? {
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
                    At::Look => look(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `look`, flow.yaml:10.
        async fn look<C: rt::Context, F: Functions>(
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
                Look,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Foreach `quiet`, flow.yaml:20.
    async fn quiet<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.nests", step_input.get("nests"))?;
        rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("nest", items[index].clone())]);
                    quiet_body::run(
                            cx,
                            &here.item(index),
                            &rt::Data::over(&own, &step_input),
                        )
                        .await
                },
            )
            .await?;
        Ok(rt::Left::to(Some(At::Walk), rt::Object::new()))
    }

    /// The steps of an iteration of `quiet`.
    mod quiet_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `quiet` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Whisper,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "whisper",
                    place: "flow.yaml:24",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Whisper];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `quiet`.
        type Scope = rt::Scope<At, 1>;

        /// Runs an iteration of `quiet` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Whisper), input)? {
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
                    At::Whisper => whisper(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `whisper`, flow.yaml:24.
        fn whisper<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("eggs", rt::Value::from("lost"))];
            Ok(rt::Left::to(None, output).forgetting(&["eggs"]))
        }
    }

    /// Parallel `walk`, flow.yaml:27.
    async fn walk<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => walk_branch_0::run(cx, &here.branch(0), &step_input).await,
                        _ => walk_branch_1::run(cx, &here.branch(1), &step_input).await,
                    }
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "ways",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("way")).cloned().collect(),
                ),
            ),
            (
                "stones",
                rt::Value::Array(
                    result
                        .each()
                        .flat_map(|it| it.key("stones").each())
                        .cloned()
                        .collect(),
                ),
            ),
            ("last", result.at(1).key("way").or_null()),
            ("all", result.clone()),
            ("owner", step_input.get("owner").or_null()),
        ];
        Ok(rt::Left::to(Some(At::Silence), output))
    }

    /// The steps of branch 0 of `walk`.
    mod walk_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `walk` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Left,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "left",
                    place: "flow.yaml:31",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Left];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `walk`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 0 of `walk` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Left), input)? {
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
                    At::Left => left_2(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `left`, flow.yaml:31.
        fn left_2<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [
                ("way", rt::Value::from("l")),
                (
                    "stones",
                    rt::Value::from([rt::Value::from(1i64), rt::Value::from(2i64)]),
                ),
            ];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `walk`.
    mod walk_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `walk` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Right,
            Further,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "right",
                    place: "flow.yaml:33",
                },
                rt::Step {
                    name: "further",
                    place: "flow.yaml:34",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Right, At::Further];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `walk`.
        type Scope = rt::Scope<At, 2>;

        /// Runs branch 1 of `walk` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Right), input)? {
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
                    At::Right => right(cx, &here),
                    At::Further => further(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `right`, flow.yaml:33.
        fn right<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [
                ("way", rt::Value::from("r")),
                ("stones", rt::Value::from([rt::Value::from(3i64)])),
            ];
            Ok(rt::Left::to(Some(At::Further), output))
        }

        /// Pass `further`, flow.yaml:34.
        fn further<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("way", rt::Value::from("rr"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Parallel `silence`, flow.yaml:41.
    async fn silence<C: rt::Context>(
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
                    silence_branch_0::run(cx, &here.branch(0), &step_input).await
                },
            )
            .await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// The steps of branch 0 of `silence`.
    mod silence_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `silence` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Hush,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "hush",
                    place: "flow.yaml:45",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Hush];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `silence`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 0 of `silence` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Hush), input)? {
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
                    At::Hush => hush(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `hush`, flow.yaml:45.
        fn hush<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("owner", rt::Value::from("nobody"))];
            Ok(rt::Left::to(None, output).forgetting(&["owner"]))
        }
    }
}

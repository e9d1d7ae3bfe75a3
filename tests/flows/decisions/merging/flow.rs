/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_a("a")
///   s_b("b")
///   s_nested{"nested"}
///   s_branches{{"branches"}}
///   join_branches(( ))
///   s_hides{{"hides<br/>for each of $.items"}}
///   join_hides(( ))
///   s_silent{{"silent"}}
///   join_silent(( ))
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_inside("inside")
///     s_look("look")
///   end
///   subgraph g_branch_1["branch 1"]
///     s_one("one")
///   end
///   subgraph g_branch_2["branch 2"]
///     s_two("two")
///     s_three["three<br/>calls echo"]
///   end
///   subgraph g_each_item["each item"]
///     s_whole["whole<br/>calls echo"]
///   end
///   subgraph g_branch_1_2["branch 1"]
///     s_lost("lost")
///   end
///   start --> s_a
///   s_a --> s_b
///   s_b --> s_nested
///   s_nested -->|"true"| s_inside
///   s_nested -->|"default"| s_branches
///   s_inside --> s_look
///   s_look --> s_branches
///   s_branches --> s_one
///   s_branches --> s_two
///   join_branches --> s_hides
///   s_one --> join_branches
///   s_two --> s_three
///   s_three --> join_branches
///   s_hides --> s_whole
///   join_hides --> s_silent
///   s_whole --> join_hides
///   s_silent --> s_lost
///   join_silent --> finish
///   s_lost --> join_silent
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
        /// `acs:fc:::services/s/functions/echo`, called by the steps `three` (flow.yaml:26) and `whole` (flow.yaml:32).
        fn echo(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/s/functions/echo", input)
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
        const DIGEST: &'static str = "0d14a3ebda1cc3f32a37dd13a8bd4c9c";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "echo",
                    "acs:fc:::services/s/functions/echo",
                    rt::forwards(|it: &'static F, call, input| Functions::echo(
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

    /// Calls `Functions::echo`.
    struct Echo;

    impl<F: Functions> rt::Function<F> for Echo {
        const RESOURCE: &'static str = "acs:fc:::services/s/functions/echo";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::echo(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        A,
        B,
        Nested,
        Branches,
        Hides,
        Silent,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "a",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "b",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "nested",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "branches",
                place: "flow.yaml:19",
            },
            rt::Step {
                name: "hides",
                place: "flow.yaml:28",
            },
            rt::Step {
                name: "silent",
                place: "flow.yaml:34",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 6] = [
                At::A,
                At::B,
                At::Nested,
                At::Branches,
                At::Hides,
                At::Silent,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 6>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::A), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::A => a(cx, &here),
                At::B => b(cx, &here),
                At::Nested => nested(cx, &here, input, &scope).await,
                At::Branches => branches(cx, functions, &here, &scope).await,
                At::Hides => hides(cx, functions, &here).await,
                At::Silent => silent(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `a`, flow.yaml:5.
    fn a<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [
            (
                "deep",
                rt::Value::Object(
                    rt::entries([
                        ("x", rt::Value::from(1i64)),
                        ("y", rt::Value::from(1i64)),
                    ]),
                ),
            ),
            ("list", rt::Value::from([rt::Value::from(1i64), rt::Value::from(2i64)])),
        ];
        Ok(rt::Left::to(Some(At::B), output))
    }

    /// Pass `b`, flow.yaml:6.
    fn b<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [
            ("deep", rt::Value::Object(rt::entries([("y", rt::Value::from(2i64))]))),
            ("list", rt::Value::from([rt::Value::from(3i64)])),
        ];
        Ok(rt::Left::to(Some(At::Nested), output))
    }

    /// Choice `nested`, flow.yaml:7.
    async fn nested<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if true {
            let result = rt::Box::pin(
                    nested_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Branches), result));
        }
        Ok(rt::Left::to(Some(At::Branches), rt::Object::new()))
    }

    /// The steps of entry 0 of `nested`.
    mod nested_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `nested` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Inside,
            Look,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "inside",
                    place: "flow.yaml:12",
                },
                rt::Step {
                    name: "look",
                    place: "flow.yaml:15",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Inside, At::Look];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `nested`.
        type Scope = rt::Scope<At, 2>;

        /// Runs entry 0 of `nested` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Inside), input)? {
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
                    At::Inside => inside(cx, &here, input, &scope),
                    At::Look => look(cx, &here, &scope),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `inside`, flow.yaml:12.
        fn inside<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [
                ("from outside", step_input.get("deep").or_null()),
                ("own", rt::Value::from("own")),
            ];
            Ok(rt::Left::to(Some(At::Look), output))
        }

        /// Pass `look`, flow.yaml:15.
        fn look<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([
                ("local", rt::Value::Object(scope.local.clone())),
            ]);
            here.started_with(cx, &mapped)?;
            let output = [("local", mapped.get("local").or_null())];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Parallel `branches`, flow.yaml:19.
    async fn branches<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("own", scope.local.get("own").or_null())]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => {
                            branches_branch_0::run(cx, &here.branch(0), &step_input)
                                .await
                        }
                        _ => {
                            branches_branch_1::run(
                                    cx,
                                    functions,
                                    &here.branch(1),
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
            ("branches", result.clone()),
            ("own", step_input.get("own").or_null()),
        ];
        Ok(rt::Left::to(Some(At::Hides), output))
    }

    /// The steps of branch 0 of `branches`.
    mod branches_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `branches` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            One,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "one",
                    place: "flow.yaml:23",
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

        /// The position and the data of branch 0 of `branches`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 0 of `branches` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::One), input)? {
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
                    At::One => one(cx, &here, input, &scope),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `one`, flow.yaml:23.
        fn one<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [
                ("k", rt::Value::from(1i64)),
                ("other", step_input.get("k").or_null()),
            ];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of branch 1 of `branches`.
    mod branches_branch_1 {
        use super::{Echo, Functions, rt, rt::prelude::*};

        /// Where branch 1 of `branches` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Two,
            Three,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "two",
                    place: "flow.yaml:25",
                },
                rt::Step {
                    name: "three",
                    place: "flow.yaml:26",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Two, At::Three];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `branches`.
        type Scope = rt::Scope<At, 2>;

        /// Runs branch 1 of `branches` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Two), input)? {
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
                    At::Two => two(cx, &here),
                    At::Three => three(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `two`, flow.yaml:25.
        fn two<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("k", rt::Value::from(2i64))];
            Ok(rt::Left::to(Some(At::Three), output))
        }

        /// Task `three`, flow.yaml:26.
        async fn three<C: rt::Context, F: Functions>(
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
                Echo,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Foreach `hides`, flow.yaml:28.
    async fn hides<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("items", rt::Value::from([rt::Value::from(7i64), rt::Value::from(8i64)])),
            ("item", rt::Value::from("outer")),
        ]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        let items = rt::collection(here, "$.items", step_input.get("items"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([
                        ("item", items[index].clone()),
                        ("items", rt::Value::from(index)),
                    ]);
                    hides_body::run(
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
            ("iterations", result.clone()),
            ("item", step_input.get("item").or_null()),
        ];
        Ok(rt::Left::to(Some(At::Silent), output))
    }

    /// The steps of an iteration of `hides`.
    mod hides_body {
        use super::{Echo, Functions, rt, rt::prelude::*};

        /// Where an iteration of `hides` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Whole,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "whole",
                    place: "flow.yaml:32",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Whole];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `hides`.
        type Scope = rt::Scope<At, 1>;

        /// Runs an iteration of `hides` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Whole), input)? {
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
                    At::Whole => whole(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `whole`, flow.yaml:32.
        async fn whole<C: rt::Context, F: Functions>(
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
                Echo,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Parallel `silent`, flow.yaml:34.
    async fn silent<C: rt::Context>(
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
                    silent_branch_0::run(cx, &here.branch(0), &step_input).await
                },
            )
            .await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// The steps of branch 0 of `silent`.
    mod silent_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `silent` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Lost,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "lost",
                    place: "flow.yaml:34",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Lost];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `silent`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 0 of `silent` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Lost), input)? {
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
                    At::Lost => lost(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `lost`, flow.yaml:34.
        fn lost<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("own", rt::Value::from("lost"))];
            Ok(rt::Left::to(None, output).forgetting(&["own"]))
        }
    }
}

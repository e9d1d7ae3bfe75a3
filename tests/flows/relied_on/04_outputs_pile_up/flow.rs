/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_open("open")
///   s_count["count<br/>calls count"]
///   s_one("one")
///   s_breathe[/"breathe<br/>waits 1 s"/]
///   s_two("two")
///   s_shelves{{"shelves<br/>for each of $.shelves"}}
///   join_shelves(( ))
///   s_again{"again"}
///   s_close("close")
///   finish(["end"])
///   subgraph g_each_shelf["each shelf"]
///     s_boxes{{"boxes<br/>for each of $.shelf"}}
///     join_boxes(( ))
///     subgraph g_each_box["each box"]
///       s_read("read")
///     end
///   end
///   start --> s_open
///   s_open --> s_count
///   s_count --> s_one
///   s_one --> s_breathe
///   s_breathe --> s_two
///   s_two --> s_shelves
///   s_shelves --> s_boxes
///   join_shelves --> s_again
///   s_boxes --> s_read
///   join_boxes --> join_shelves
///   s_read --> join_boxes
///   s_again -->|"$.round #lt; $.rounds"| s_count
///   s_again -->|"default"| s_close
///   s_close --> finish
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
        /// `acs:fc:::services/shop/functions/count`, called by step `count` (flow.yaml:11).
        fn count(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/count", input)
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
        const DIGEST: &'static str = "b24071db55b3412ffa829479f0e92564";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "count",
                    "acs:fc:::services/shop/functions/count",
                    rt::forwards(|it: &'static F, call, input| Functions::count(
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

    /// Calls `Functions::count`.
    struct Count;

    impl<F: Functions> rt::Function<F> for Count {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/count";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::count(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Open,
        Count,
        One,
        Breathe,
        Two,
        Shelves,
        Again,
        Close,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "open",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "count",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "one",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "breathe",
                place: "flow.yaml:18",
            },
            rt::Step {
                name: "two",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "shelves",
                place: "flow.yaml:24",
            },
            rt::Step {
                name: "again",
                place: "flow.yaml:41",
            },
            rt::Step {
                name: "close",
                place: "flow.yaml:46",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((1, 6));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 8] = [
                At::Open,
                At::Count,
                At::One,
                At::Breathe,
                At::Two,
                At::Shelves,
                At::Again,
                At::Close,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 8>;

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
                At::Open => open(cx, &here),
                At::Count => count(cx, functions, &here, &scope).await,
                At::One => one(cx, &here),
                At::Breathe => breathe(cx, &here).await,
                At::Two => two(cx, &here),
                At::Shelves => shelves(cx, &here, input, &scope).await,
                At::Again => again(cx, &here, input, &scope),
                At::Close => close(cx, &here, &scope),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `open`, flow.yaml:5.
    fn open<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [
            ("shop", rt::Value::from("corner")),
            ("round", rt::Value::from(0i64)),
            ("seen", rt::Value::Array(Default::default())),
        ];
        Ok(rt::Left::to(Some(At::Count), output))
    }

    /// Task `count`, flow.yaml:11.
    async fn count<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("round", scope.local.get("round").or_null())]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Count, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::One), result))
    }

    /// Pass `one`, flow.yaml:15.
    fn one<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("a", rt::Value::from(1i64))];
        Ok(rt::Left::to(Some(At::Breathe), output))
    }

    /// Wait `breathe`, flow.yaml:18.
    async fn breathe<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(1)).await?;
        Ok(rt::Left::to(Some(At::Two), rt::Object::new()))
    }

    /// Pass `two`, flow.yaml:21.
    fn two<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("b", rt::Value::from(2i64))];
        Ok(rt::Left::to(Some(At::Shelves), output))
    }

    /// Foreach `shelves`, flow.yaml:24.
    async fn shelves<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.shelves", step_input.get("shelves"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("shelf", items[index].clone())]);
                    shelves_body::run(
                            cx,
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
                "boxes",
                rt::Value::Array(
                    result
                        .each()
                        .flat_map(|it| it.key("boxes").each())
                        .cloned()
                        .collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(Some(At::Again), output))
    }

    /// The steps of an iteration of `shelves`.
    mod shelves_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `shelves` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Boxes,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "boxes",
                    place: "flow.yaml:28",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Boxes];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `shelves`.
        type Scope = rt::Scope<At, 1>;

        /// Runs an iteration of `shelves` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Boxes), input)? {
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
                    At::Boxes => boxes(cx, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Foreach `boxes`, flow.yaml:28.
        async fn boxes<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let items = rt::collection(here, "$.shelf", step_input.get("shelf"))?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(100),
                    |index| async move {
                        let own = rt::entries([("box", items[index].clone())]);
                        boxes_body::run(
                                cx,
                                &here.item(index),
                                &rt::Data::over(&own, &step_input),
                            )
                            .await
                    },
                )
                .await?;
            let result = rt::array(outcomes);
            let output = [("boxes", result.clone())];
            Ok(rt::Left::to(None, output))
        }

        /// The steps of an iteration of `boxes`.
        mod boxes_body {
            use super::{rt, rt::prelude::*};

            /// Where an iteration of `boxes` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Read,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "read",
                        place: "flow.yaml:32",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Read];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `boxes`.
            type Scope = rt::Scope<At, 1>;

            /// Runs an iteration of `boxes` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Read), input)? {
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
                        At::Read => read(cx, &here, input, &scope),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `read`, flow.yaml:32.
            fn read<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                let output = [
                    ("where", step_input.get("shop").or_null()),
                    ("box", step_input.get("box").or_null()),
                    ("at", step_input.get("round").or_null()),
                    ("local", rt::Value::Null),
                ];
                Ok(rt::Left::to(None, output))
            }
        }
    }

    /// Choice `again`, flow.yaml:41.
    fn again<C: rt::Context>(
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
            step_input.get("round"),
            step_input.get("rounds"),
        )? {
            return Ok(rt::Left::to(Some(At::Count), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Close), rt::Object::new()))
    }

    /// Pass `close`, flow.yaml:46.
    fn close<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("shop", scope.local.get("shop").or_null())]);
        here.started_with(cx, &mapped)?;
        let output = [("closed", mapped.get("shop").or_null())];
        Ok(rt::Left::to(None, output))
    }
}

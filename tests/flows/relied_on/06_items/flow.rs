/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_trains{{"trains<br/>for each of $.trains"}}
///   join_trains(( ))
///   finish(["end"])
///   subgraph g_each_train["each train"]
///     s_until[/"until<br/>waits until $.train.leaves"/]
///     s_late[/"late<br/>waits $.train.late s"/]
///     s_cars{{"cars<br/>for each of $.train.cars"}}
///     join_cars(( ))
///     subgraph g_each_pair["each pair"]
///       s_seats{{"seats<br/>for each of $.pair"}}
///       join_seats(( ))
///       subgraph g_each_seat["each seat"]
///         s_sit("sit")
///       end
///     end
///   end
///   start --> s_trains
///   s_trains --> s_until
///   join_trains --> finish
///   s_until --> s_late
///   s_late --> s_cars
///   s_cars --> s_seats
///   join_cars --> join_trains
///   s_seats --> s_sit
///   join_seats --> join_cars
///   s_sit --> join_seats
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
    pub trait Functions: Send + Sync + 'static {}

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
        #[allow(dead_code)]
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
        const DIGEST: &'static str = "d8e72c315f0a3b21c6d5985080dfc02f";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Trains,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "trains",
                place: "flow.yaml:6",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Trains];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Trains), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Trains => trains(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `trains`, flow.yaml:6.
    async fn trains<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.trains", step_input.get("trains"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([
                        ("train", items[index].clone()),
                        ("n", rt::Value::from(index)),
                    ]);
                    trains_body::run(
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
                "seats",
                rt::Value::Array(
                    result
                        .each()
                        .flat_map(|it| it.key("seats").each())
                        .cloned()
                        .collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `trains`.
    mod trains_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `trains` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Until,
            Late,
            Cars,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "until",
                    place: "flow.yaml:10",
                },
                rt::Step {
                    name: "late",
                    place: "flow.yaml:13",
                },
                rt::Step {
                    name: "cars",
                    place: "flow.yaml:16",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 3] = [At::Until, At::Late, At::Cars];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `trains`.
        type Scope = rt::Scope<At, 3>;

        /// Runs an iteration of `trains` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Until), input)? {
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
                    At::Until => until(cx, &here, input, &scope).await,
                    At::Late => late(cx, &here, input, &scope).await,
                    At::Cars => cars(cx, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `until`, flow.yaml:10.
        async fn until<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            rt::wait_until(
                    cx,
                    here,
                    rt::Operand::from(step_input.get("train").key("leaves")),
                )
                .await?;
            Ok(rt::Left::to(Some(At::Late), rt::Object::new()))
        }

        /// Wait `late`, flow.yaml:13.
        async fn late<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            rt::wait_seconds(
                    cx,
                    here,
                    rt::Operand::from(step_input.get("train").key("late")),
                )
                .await?;
            Ok(rt::Left::to(Some(At::Cars), rt::Object::new()))
        }

        /// Foreach `cars`, flow.yaml:16.
        async fn cars<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let items = rt::collection(
                here,
                "$.train.cars",
                step_input.get("train").key("cars"),
            )?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(100),
                    |index| async move {
                        let own = rt::entries([("pair", items[index].clone())]);
                        cars_body::run(
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
                    "seats",
                    rt::Value::Array(
                        result
                            .each()
                            .flat_map(|it| it.key("seats").each())
                            .cloned()
                            .collect(),
                    ),
                ),
            ];
            Ok(rt::Left::to(None, output))
        }

        /// The steps of an iteration of `cars`.
        mod cars_body {
            use super::{rt, rt::prelude::*};

            /// Where an iteration of `cars` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Seats,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "seats",
                        place: "flow.yaml:20",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Seats];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `cars`.
            type Scope = rt::Scope<At, 1>;

            /// Runs an iteration of `cars` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Seats), input)? {
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
                        At::Seats => seats(cx, &here, input, &scope).await,
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Foreach `seats`, flow.yaml:20.
            async fn seats<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                input: &rt::Data<'_>,
                scope: &Scope,
            ) -> rt::Res<rt::Left<At>> {
                let step_input = rt::Data::over(&scope.local, input);
                here.started(cx)?;
                let items = rt::collection(here, "$.pair", step_input.get("pair"))?;
                let outcomes = rt::foreach(
                        items.len(),
                        cx.iterations(100),
                        |index| async move {
                            let own = rt::entries([("seat", items[index].clone())]);
                            seats_body::run(
                                    cx,
                                    &here.item(index),
                                    &rt::Data::over(&own, &step_input),
                                )
                                .await
                        },
                    )
                    .await?;
                let result = rt::array(outcomes);
                let output = [("seats", result.clone())];
                Ok(rt::Left::to(None, output))
            }

            /// The steps of an iteration of `seats`.
            mod seats_body {
                use super::{rt, rt::prelude::*};

                /// Where an iteration of `seats` stands.
                #[derive(Clone, Copy, Debug)]
                enum At {
                    Sit,
                }

                impl rt::Position for At {
                    const STEPS: &'static [rt::Step] = &[
                        rt::Step {
                            name: "sit",
                            place: "flow.yaml:24",
                        },
                    ];

                    fn index(self) -> usize {
                        self as usize
                    }

                    fn from_index(index: usize) -> Option<Self> {
                        const ALL: [At; 1] = [At::Sit];
                        ALL.get(index).copied()
                    }
                }

                /// The position and the data of an iteration of `seats`.
                type Scope = rt::Scope<At, 1>;

                /// Runs an iteration of `seats` from where it stands to its end.
                pub(super) async fn run<C: rt::Context>(
                    cx: &C,
                    path: &rt::Path<'_>,
                    input: &rt::Data<'_>,
                ) -> rt::Res<rt::Object> {
                    let mut scope = match Scope::open(cx, path, Some(At::Sit), input)? {
                        rt::Begin::Run(scope) => scope,
                        rt::Begin::Done(outcome) => return Ok(outcome),
                    };
                    while let Some(at) = scope.at {
                        let (mut here, resumed) = scope.arrive(path, at);
                        if !resumed {
                            here.event_id = rt::Context::enter(
                                    cx,
                                    path,
                                    &here.path,
                                    &scope,
                                )
                                .await?;
                        }
                        let left = match at {
                            At::Sit => sit(cx, &here, input, &scope),
                        };
                        scope.accumulate(cx, &here, left)?;
                    }
                    scope.close(cx, path)
                }

                /// Pass `sit`, flow.yaml:24.
                fn sit<C: rt::Context>(
                    cx: &C,
                    here: &rt::Here<'_>,
                    input: &rt::Data<'_>,
                    scope: &Scope,
                ) -> rt::Res<rt::Left<At>> {
                    let step_input = rt::Data::over(&scope.local, input);
                    here.started(cx)?;
                    let output = [
                        ("seat", step_input.get("seat").or_null()),
                        ("first", step_input.get("pair").at(0).or_null()),
                        ("to", step_input.get("train").key("to").or_null()),
                        ("train", step_input.get("n").or_null()),
                    ];
                    Ok(rt::Left::to(None, output))
                }
            }
        }
    }
}

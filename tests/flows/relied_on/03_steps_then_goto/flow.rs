/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_parcels{{"parcels<br/>for each of $.parcels"}}
///   join_parcels(( ))
///   finish(["end"])
///   subgraph g_each_parcel["each parcel"]
///     s_weigh["weigh<br/>calls weigh"]
///     s_reading{"reading"}
///     s_insure("insure")
///     s_label("label")
///     subgraph g_case_1["case 1"]
///       s_split("split")
///     end
///     subgraph g_case_2["case 2"]
///       s_settle[/"settle<br/>waits 5 s"/]
///     end
///   end
///   start --> s_parcels
///   s_parcels --> s_weigh
///   join_parcels --> finish
///   s_weigh --> s_reading
///   s_reading -->|"$.kilos #gt; 10"| s_split
///   s_reading -->|"$.kilos #lt; 0"| s_settle
///   s_reading -->|"default"| s_insure
///   s_split --> s_label
///   s_settle --> s_weigh
///   s_insure --> s_label
///   s_label --> join_parcels
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
        /// `acs:fc:::services/post/functions/weigh`, called by step `weigh` (flow.yaml:10).
        fn weigh(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/post/functions/weigh", input)
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
        const DIGEST: &'static str = "536eadcbd79ec6eb8513c18a7ce37bbc";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "weigh",
                    "acs:fc:::services/post/functions/weigh",
                    rt::forwards(|it: &'static F, call, input| Functions::weigh(
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

    /// Calls `Functions::weigh`.
    struct Weigh;

    impl<F: Functions> rt::Function<F> for Weigh {
        const RESOURCE: &'static str = "acs:fc:::services/post/functions/weigh";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::weigh(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Parcels,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "parcels",
                place: "flow.yaml:6",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Parcels];
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
        let mut scope = match Scope::open(cx, path, Some(At::Parcels), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Parcels => parcels(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `parcels`, flow.yaml:6.
    async fn parcels<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.parcels", step_input.get("parcels"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("parcel", items[index].clone())]);
                    parcels_body::run(
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
        let output = [("done", result.clone())];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `parcels`.
    mod parcels_body {
        use super::{Functions, Weigh, rt, rt::prelude::*};

        /// Where an iteration of `parcels` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Weigh,
            Reading,
            Insure,
            Label,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "weigh",
                    place: "flow.yaml:10",
                },
                rt::Step {
                    name: "reading",
                    place: "flow.yaml:14",
                },
                rt::Step {
                    name: "insure",
                    place: "flow.yaml:29",
                },
                rt::Step {
                    name: "label",
                    place: "flow.yaml:32",
                },
            ];

            const REPEATS: Option<(usize, usize)> = Some((0, 1));

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 4] = [At::Weigh, At::Reading, At::Insure, At::Label];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `parcels`.
        type Scope = rt::Scope<At, 4>;

        /// Runs an iteration of `parcels` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Weigh), input)? {
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
                    At::Weigh => weigh(cx, functions, &here, input).await,
                    At::Reading => reading(cx, &here, input, &scope).await,
                    At::Insure => insure(cx, &here),
                    At::Label => label(cx, &here, input, &scope),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `weigh`, flow.yaml:10.
        async fn weigh<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([("parcel", input.get("parcel").or_null())]);
            here.started_with(cx, &mapped)?;
            let argument = rt::Value::Object(mapped);
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Weigh,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(Some(At::Reading), result))
        }

        /// Choice `reading`, flow.yaml:14.
        async fn reading<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::gt(here, rt::Nulls::False, step_input.get("kilos"), 10i128)? {
                let result = rt::Box::pin(
                        reading_entry_0::run(cx, &here.entry(0), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Label), result));
            }
            if rt::lt(here, rt::Nulls::False, step_input.get("kilos"), 0i128)? {
                let result = rt::Box::pin(
                        reading_entry_1::run(cx, &here.entry(1), &step_input),
                    )
                    .await?;
                return Ok(rt::Left::to(Some(At::Weigh), result));
            }
            Ok(rt::Left::to(Some(At::Insure), rt::Object::new()))
        }

        /// The steps of entry 0 of `reading`.
        mod reading_entry_0 {
            use super::{rt, rt::prelude::*};

            /// Where entry 0 of `reading` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Split,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "split",
                        place: "flow.yaml:19",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Split];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 0 of `reading`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 0 of `reading` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Split), input)? {
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
                        At::Split => split(cx, &here),
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `split`, flow.yaml:19.
            fn split<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                let output = [("parts", rt::Value::from(2i64))];
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of entry 1 of `reading`.
        mod reading_entry_1 {
            use super::{rt, rt::prelude::*};

            /// Where entry 1 of `reading` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Settle,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "settle",
                        place: "flow.yaml:25",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Settle];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of entry 1 of `reading`.
            type Scope = rt::Scope<At, 1>;

            /// Runs entry 1 of `reading` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: &rt::Data<'_>,
            ) -> rt::Res<rt::Object> {
                let mut scope = match Scope::open(cx, path, Some(At::Settle), input)? {
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
                        At::Settle => settle(cx, &here).await,
                    };
                    scope.accumulate(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Wait `settle`, flow.yaml:25.
            async fn settle<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At>> {
                here.started(cx)?;
                rt::wait_seconds(cx, here, rt::Operand::Integer(5)).await?;
                Ok(rt::Left::to(None, rt::Object::new()))
            }
        }

        /// Pass `insure`, flow.yaml:29.
        fn insure<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("insured", rt::Value::Bool(true))];
            Ok(rt::Left::to(Some(At::Label), output))
        }

        /// Pass `label`, flow.yaml:32.
        fn label<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [("label", step_input.get("parcel").or_null())];
            Ok(rt::Left::to(None, output))
        }
    }
}

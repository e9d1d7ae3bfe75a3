/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_weather{"weather"}
///   s_go("go")
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_umbrella("umbrella")
///   end
///   start --> s_weather
///   s_weather -->|"$.rain == true"| s_umbrella
///   s_weather -->|"default"| s_go
///   s_umbrella --> s_go
///   s_go --> finish
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
        const DIGEST: &'static str = "57b427da1a6a05e271285cd5545bb2f8";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("under", local.get("dry").key("under").or_null()),
                        ("gone", local.get("gone").or_null()),
                        ("asked", input.get("rain").or_null()),
                        (
                            "never",
                            rt::Value::Array(
                                local
                                    .get("list")
                                    .each()
                                    .filter_map(|it| it.key("x"))
                                    .cloned()
                                    .collect(),
                            ),
                        ),
                    ]),
                ),
            )
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Weather,
        Go,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "weather",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "go",
                place: "flow.yaml:15",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Weather, At::Go];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Weather), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Weather => weather(cx, &here, input, &scope).await,
                At::Go => go(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `weather`, flow.yaml:5.
    async fn weather<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("rain"), true) {
            let result = rt::Box::pin(
                    weather_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Go), result));
        }
        Ok(rt::Left::to(Some(At::Go), rt::Object::new()))
    }

    /// The steps of entry 0 of `weather`.
    mod weather_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `weather` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Umbrella,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "umbrella",
                    place: "flow.yaml:10",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Umbrella];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `weather`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `weather` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Umbrella), input)? {
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
                    At::Umbrella => umbrella(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `umbrella`, flow.yaml:10.
        fn umbrella<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [
                (
                    "dry",
                    rt::Value::Object(
                        rt::entries([("under", rt::Value::from("umbrella"))]),
                    ),
                ),
            ];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Pass `go`, flow.yaml:15.
    fn go<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("gone", rt::Value::Bool(true))];
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `v1_between`, generated from `between.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $.list"}}
///   join_each(( ))
///   finish(["end"])
///   subgraph g_each_n["each n"]
///     s_run[["run<br/>runs flow machine_child"]]
///   end
///   start --> s_each
///   s_each --> s_run
///   join_each --> finish
///   s_run --> join_each
/// ```
#[allow(clippy::pedantic)]
pub mod between {
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

    /// The flow `v1_between` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "v1_between";
        const DIGEST: &'static str = "5ffec1dd845ec61f5278ec6c103f691f";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("machine_child");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
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
                place: "between.yaml:6",
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
    async fn run<C: rt::Context>(
        cx: &C,
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
                At::Each => each(cx, &here, input).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `each`, between.yaml:6.
    async fn each<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("list", input.get("list").or_null())]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        let items = rt::collection(here, "$.list", step_input.get("list"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("n", items[index].clone())]);
                    each_body::run(
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
                "sums",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("sum")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Run,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "run",
                    place: "between.yaml:11",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Run];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 1>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Run), input)? {
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
                    At::Run => run_2(cx, &here, input).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `run`, between.yaml:11.
        async fn run_2<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([("n", input.get("n").or_null())]);
            here.started_with(cx, &mapped)?;
            let policy = rt::Policy::default();
            let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
                flow: rt::Value::from("machine_child"),
                execution: rt::Value::Null,
                input: rt::Value::Object(mapped.clone()),
            });
            let (_, mut result) = rt::child(
                    cx,
                    here,
                    rt::ChildMode::Wait,
                    policy,
                    &request,
                )
                .await?;
            let output = [("sum", result.remove("sum").unwrap_or_default())];
            Ok(rt::Left::to(None, output))
        }
    }
}

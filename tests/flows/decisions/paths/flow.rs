/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_read("read")
///   s_each{{"each<br/>for each of $.rows[#42;].parts[#42;]"}}
///   join_each(( ))
///   finish(["end"])
///   subgraph g_each["each 项"]
///     s_show("show")
///   end
///   start --> s_read
///   s_read --> s_each
///   s_each --> s_show
///   join_each --> finish
///   s_show --> join_each
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
        const DIGEST: &'static str = "2f690ffff9a80024cd9cbb96e9d123dd";
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
        Read,
        Each,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "read",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "each",
                place: "flow.yaml:23",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Read, At::Each];
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
        let mut scope = match Scope::open(cx, path, Some(At::Read), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Read => read(cx, &here, input, &scope),
                At::Each => each(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `read`, flow.yaml:5.
    fn read<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let output = [
            ("whole", rt::Value::Object(step_input.to_object())),
            ("key", step_input.get("a").key("b").key("c").or_null()),
            ("index", step_input.get("grid").at(1).at(0).or_null()),
            (
                "all of all",
                rt::Value::Array(
                    step_input
                        .get("grid")
                        .each()
                        .flat_map(rt::Look::each)
                        .cloned()
                        .collect(),
                ),
            ),
            (
                "first of all",
                rt::Value::Array(
                    step_input
                        .get("grid")
                        .each()
                        .filter_map(|it| it.at(0))
                        .cloned()
                        .collect(),
                ),
            ),
            (
                "all of first",
                rt::Value::Array(step_input.get("grid").at(0).each().cloned().collect()),
            ),
            (
                "keys",
                rt::Value::Array(
                    step_input
                        .get("rows")
                        .each()
                        .flat_map(|it| it.key("parts").each())
                        .filter_map(|it| it.key("id"))
                        .cloned()
                        .collect(),
                ),
            ),
            ("gone", step_input.get("grid").at(7).or_null()),
            ("into text", step_input.get("text").key("length").or_null()),
            ("at a key", step_input.get("a").at(0).or_null()),
            (
                "all of nothing",
                rt::Value::Array(step_input.get("none").each().cloned().collect()),
            ),
            (
                "all of text",
                rt::Value::Array(step_input.get("text").each().cloned().collect()),
            ),
            (
                "null below",
                rt::Value::Array(
                    step_input
                        .get("nulls")
                        .each()
                        .filter_map(|it| it.key("x"))
                        .cloned()
                        .collect(),
                ),
            ),
            (
                "nulls",
                rt::Value::Array(step_input.get("nulls").each().cloned().collect()),
            ),
            (
                "unicode",
                step_input.get("заказ_1").key("größe-x").key("价格").or_null(),
            ),
        ];
        Ok(rt::Left::to(Some(At::Each), output))
    }

    /// Foreach `each`, flow.yaml:23.
    async fn each<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let collection = rt::Value::Array(
            step_input
                .get("rows")
                .each()
                .flat_map(|it| it.key("parts").each())
                .cloned()
                .collect(),
        );
        let items = rt::collection(here, "$.rows[*].parts[*]", Some(&collection))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([
                        ("项", items[index].clone()),
                        ("序", rt::Value::from(index)),
                    ]);
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
            ("second", result.at(1).key("id").or_null()),
            (
                "号",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("号")).cloned().collect(),
                ),
            ),
            ("far", result.at(9).key("id").or_null()),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Show,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "show",
                    place: "flow.yaml:27",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Show];
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
            let mut scope = match Scope::open(cx, path, Some(At::Show), input)? {
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
                    At::Show => show(cx, &here, input, &scope),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `show`, flow.yaml:27.
        fn show<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [
                ("id", step_input.get("项").key("id").or_null()),
                ("号", step_input.get("序").or_null()),
            ];
            Ok(rt::Left::to(None, output))
        }
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_parts("parts")
///   s_nested{{"nested<br/>for each of<br/>$Context.Execution.Input.list<br/>40 at a time"}}
///   join_nested(( ))
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_item["item<br/>calls f"]
///   end
///   start --> s_parts
///   s_parts --> s_nested
///   s_nested --> s_item
///   join_nested --> finish
///   s_item --> join_nested
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
        /// `acs:fc:::services/demo/functions/f`, called by step `item` (flow.yaml:27).
        fn f(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/f", input)
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
        const DIGEST: &'static str = "1dea4ccd2e57c29004be5199b43c1ff6";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "f",
                    "acs:fc:::services/demo/functions/f",
                    rt::forwards(|it: &'static F, call, input| Functions::f(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            rt::keep_input(cx, &input);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::f`, which may return any JSON.
    struct F2;

    impl<F: Functions> rt::Function<F> for F2 {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/f";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::f(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Parts,
        Nested,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "parts",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "nested",
                place: "flow.yaml:21",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Parts, At::Nested];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Parts), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Parts => parts(cx, &here, scope.take()),
                At::Nested => nested(cx, functions, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `parts`, flow.yaml:7.
    fn parts<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "n",
                    rt::found(
                            here,
                            "$Context.Execution.Input.n",
                            rt::execution_input(cx).key("n"),
                        )?
                        .clone(),
                ),
                (
                    "first",
                    rt::found(
                            here,
                            "$Context.Execution.Input.list[0]",
                            rt::execution_input(cx).key("list").at(0),
                        )?
                        .clone(),
                ),
                ("role", rt::Value::from("")),
                ("state", rt::Value::from(here.step.name)),
                ("input", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                ("output", rt::found(here, "$Input.list", data.key("list"))?.clone()),
                (
                    "named",
                    rt::Value::Bool(
                        rt::gt(
                            here,
                            rt::Nulls::Fail,
                            &rt::builtin::length(
                                here,
                                &rt::Value::from(rt::Context::execution_name(cx)),
                            )?,
                            0i128,
                        )?,
                    ),
                ),
                (
                    "execution",
                    rt::builtin::map_keys(
                        here,
                        &rt::Value::Object(
                            rt::entries([
                                ("Name", rt::Value::from(rt::Context::execution_name(cx))),
                                (
                                    "Input",
                                    rt::found(
                                            here,
                                            "$Context.Execution.Input",
                                            rt::execution_input(cx),
                                        )?
                                        .clone(),
                                ),
                                ("RoleArn", rt::Value::from("")),
                            ]),
                        ),
                    )?,
                ),
                (
                    "current",
                    rt::builtin::map_keys(
                        here,
                        &rt::Value::Object(
                            rt::entries([
                                ("Name", rt::Value::from(here.step.name)),
                                ("Input", data.clone()),
                                ("Output", data.clone()),
                                ("RetryCount", rt::Value::from(here.retries())),
                            ]),
                        ),
                    )?,
                ),
                (
                    "whole",
                    rt::builtin::map_keys(
                        here,
                        &rt::Value::Object(
                            rt::entries([
                                (
                                    "Execution",
                                    rt::Value::Object(
                                        rt::entries([
                                            ("Name", rt::Value::from(rt::Context::execution_name(cx))),
                                            (
                                                "Input",
                                                rt::found(
                                                        here,
                                                        "$Context.Execution.Input",
                                                        rt::execution_input(cx),
                                                    )?
                                                    .clone(),
                                            ),
                                            ("RoleArn", rt::Value::from("")),
                                        ]),
                                    ),
                                ),
                                (
                                    "Current",
                                    rt::Value::Object(
                                        rt::entries([
                                            ("Name", rt::Value::from(here.step.name)),
                                            ("Input", data.clone()),
                                            ("Output", data.clone()),
                                            ("RetryCount", rt::Value::from(here.retries())),
                                        ]),
                                    ),
                                ),
                            ]),
                        ),
                    )?,
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Nested), output))
    }

    /// Foreach `nested`, flow.yaml:21.
    async fn nested<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let items = rt::collection(
            here,
            "$Context.Execution.Input.list",
            rt::execution_input(cx).key("list"),
        )?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(40),
                |index| async move {
                    nested_body::run(
                            cx,
                            functions,
                            &here.item(index),
                            items[index].clone(),
                        )
                        .await
                },
            )
            .await?;
        let mut result = rt::items(outcomes);
        let output = rt::Value::Object(
            rt::entries([
                ("parts", data.clone()),
                (
                    "items",
                    rt::taken(here, "$Output.Items", rt::take(&mut result, "Items"))?,
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `nested`.
    mod nested_body {
        use super::{F2, Functions, rt, rt::prelude::*};

        /// Where an iteration of `nested` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Item,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "item",
                    place: "flow.yaml:27",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Item];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `nested`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `nested` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Item),
                input,
            )? {
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
                    At::Item => item(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `item`, flow.yaml:27.
        async fn item<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = rt::Value::Object(
                rt::entries([
                    ("item", data.clone()),
                    (
                        "n",
                        rt::found(
                                here,
                                "$Context.Execution.Input.n",
                                rt::execution_input(cx).key("n"),
                            )?
                            .clone(),
                    ),
                    ("at", rt::Value::from(here.step.name)),
                ]),
            );
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let mut result = rt::Context::invoke::<
                F2,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "said",
                        rt::taken(here, "$Output.Body.at", rt::take(&mut result, "at"))?,
                    ),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }
    }
}

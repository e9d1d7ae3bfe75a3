/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_Lines{{"Lines<br/>for each of $Input.lines<br/>2 at a time"}}
///   join_Lines(( ))
///   s_Numbers{{"Numbers<br/>for each of $Input.numbers<br/>40 at a time"}}
///   join_Numbers(( ))
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_Price["Price<br/>calls price"]
///     s_Tags{{"Tags<br/>for each of split(#quot;a,b#quot;, #quot;,#quot;)<br/>one after another"}}
///     join_Tags(( ))
///     subgraph g_each_item_2["each item"]
///       s_Tag("Tag")
///     end
///   end
///   subgraph g_each_item_3["each item"]
///     s_add("add")
///   end
///   start --> s_Lines
///   s_Lines --> s_Price
///   join_Lines --> s_Numbers
///   s_Price --> s_Tags
///   s_Tags --> s_Tag
///   join_Tags --> join_Lines
///   s_Tag --> join_Tags
///   s_Numbers --> s_add
///   join_Numbers --> finish
///   s_add --> join_Numbers
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
        /// `acs:fc:::services/demo/functions/price`, called by step `Price` (flow.yaml:14).
        fn price(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/price", input)
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
        const DIGEST: &'static str = "02ed85dd85262275710a724788d7e27e";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "price",
                    "acs:fc:::services/demo/functions/price",
                    rt::forwards(|it: &'static F, call, input| Functions::price(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &self.functions, &rt::Path::ROOT, input).await
        }
    }

    /// Calls `Functions::price`, which may return any JSON.
    struct Price;

    impl<F: Functions> rt::Function<F> for Price {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/price";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::price(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Lines,
        Numbers,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "Lines",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "Numbers",
                place: "flow.yaml:31",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Lines, At::Numbers];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Lines), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Lines => lines(cx, functions, &here, scope.take()).await,
                At::Numbers => numbers(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `Lines`, flow.yaml:7.
    async fn lines<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let items = rt::collection(here, "$Input.lines", data.key("lines"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(2),
                |index| async move {
                    lines_body::run(
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
                (
                    "priced",
                    rt::taken(here, "$Output.Items", rt::take(&mut result, "Items"))?,
                ),
                (
                    "numbers",
                    rt::found(here, "$Input.numbers", data.key("numbers"))?.clone(),
                ),
            ]),
        );
        Ok(rt::Left::to(Some(At::Numbers), output))
    }

    /// The steps of an iteration of `Lines`.
    mod lines_body {
        use super::{Functions, Price, rt, rt::prelude::*};

        /// Where an iteration of `Lines` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Price,
            Tags,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "Price",
                    place: "flow.yaml:14",
                },
                rt::Step {
                    name: "Tags",
                    place: "flow.yaml:20",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Price, At::Tags];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `Lines`.
        type Scope = rt::Scope<At, 2, rt::Value>;

        /// Runs an iteration of `Lines` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Price),
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
                    At::Price => price(cx, functions, &here, scope.take()).await,
                    At::Tags => tags(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `Price`, flow.yaml:14.
        async fn price<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = data.clone();
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Price,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            let output = rt::Value::Object(
                rt::entries([
                    ("id", rt::found(here, "$Input.id", data.key("id"))?.clone()),
                    ("price", result.clone()),
                ]),
            );
            Ok(rt::Left::to(Some(At::Tags), output).forgetting(&["tags"]))
        }

        /// Foreach `Tags`, flow.yaml:20.
        async fn tags<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let collection = rt::builtin::split(
                here,
                &rt::Value::from("a,b"),
                &rt::Value::from(","),
            )?;
            let items = rt::collection(
                here,
                "split(\"a,b\", \",\")",
                Some(&collection),
            )?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(1),
                    |index| async move {
                        tags_body::run(cx, &here.item(index), items[index].clone()).await
                    },
                )
                .await?;
            let mut result = rt::items(outcomes);
            let output = rt::Value::Object(
                rt::entries([
                    ("id", rt::found(here, "$Input.id", data.key("id"))?.clone()),
                    (
                        "price",
                        rt::found(here, "$Input.price", data.key("price"))?.clone(),
                    ),
                    (
                        "tags",
                        rt::taken(here, "$Output.Items", rt::take(&mut result, "Items"))?,
                    ),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }

        /// The steps of an iteration of `Tags`.
        mod tags_body {
            use super::{rt, rt::prelude::*};

            /// Where an iteration of `Tags` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Tag,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "Tag",
                        place: "flow.yaml:26",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Tag];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of an iteration of `Tags`.
            type Scope = rt::Scope<At, 1, rt::Value>;

            /// Runs an iteration of `Tags` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Tag),
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
                        At::Tag => tag(cx, &here, scope.take()),
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `Tag`, flow.yaml:26.
            fn tag<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                Ok(rt::Left::to(None, data))
            }
        }
    }

    /// Foreach `Numbers`, flow.yaml:31.
    async fn numbers<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let items = rt::collection(here, "$Input.numbers", data.key("numbers"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(40),
                |index| async move {
                    numbers_body::run(cx, &here.item(index), items[index].clone()).await
                },
            )
            .await?;
        let result = rt::items(outcomes);
        let output = rt::Value::Object(
            rt::entries([
                (
                    "priced",
                    rt::found(here, "$Input.priced", data.key("priced"))?.clone(),
                ),
                ("sums", result.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `Numbers`.
    mod numbers_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `Numbers` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Add,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "add",
                    place: "flow.yaml:36",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Add];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `Numbers`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `Numbers` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Add),
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
                    At::Add => add(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `add`, flow.yaml:36.
        fn add<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(
                rt::entries([
                    ("sum", rt::builtin::int_add(here, &data, &rt::Value::from(1i64))?),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }
    }
}

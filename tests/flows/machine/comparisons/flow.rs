/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $Input.pairs<br/>40 at a time"}}
///   join_each(( ))
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_compare{{"compare"}}
///     join_compare(( ))
///     s_as_text("as text")
///     s_done(["done"])
///     subgraph g_Branch0["Branch0"]
///       s_equal("equal")
///     end
///     subgraph g_Branch1["Branch1"]
///       s_try{{"try"}}
///       join_try(( ))
///       s_ordered{"ordered"}
///       s_less("less")
///       s_more("more")
///       s_same("same")
///       s_none("none")
///       subgraph g_Branch0_2["Branch0"]
///         s_order("order")
///       end
///     end
///   end
///   start --> s_each
///   s_each --> s_compare
///   join_each --> finish
///   s_compare --> s_equal
///   s_compare --> s_try
///   join_compare --> s_as_text
///   s_equal --> join_compare
///   s_try --> s_order
///   join_try --> s_ordered
///   s_try -.->|"FnF.RuntimeError"| s_none
///   s_order --> join_try
///   s_ordered -->|"$Input.Branch0.less #amp;#amp;<br/>$Input.Branch0.most #amp;#amp;<br/>!$Input.Branch0.more #amp;#amp;<br/>!$Input.Branch0.least"| s_less
///   s_ordered -->|"$Input.Branch0.more #amp;#amp;<br/>$Input.Branch0.least #amp;#amp;<br/>!$Input.Branch0.less #amp;#amp;<br/>!$Input.Branch0.most"| s_more
///   s_ordered -->|"$Input.Branch0.most #amp;#amp;<br/>$Input.Branch0.least #amp;#amp;<br/>!$Input.Branch0.less #amp;#amp;<br/>!$Input.Branch0.more"| s_same
///   s_ordered -->|"default"| s_none
///   s_less --> join_compare
///   s_more --> join_compare
///   s_same --> join_compare
///   s_none --> join_compare
///   s_as_text --> s_done
///   s_done --> join_each
///   linkStyle 9 stroke:#c0392b
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
        const DIGEST: &'static str = "7c9e4f6858fd9594236e11ff617ceb83";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &rt::Path::ROOT, input).await
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
                place: "flow.yaml:7",
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
    type Scope = rt::Scope<At, 1, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Each), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Each => each(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `each`, flow.yaml:7.
    async fn each<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let items = rt::collection(here, "$Input.pairs", data.key("pairs"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(40),
                |index| async move {
                    each_body::run(cx, &here.item(index), items[index].clone()).await
                },
            )
            .await?;
        let mut result = rt::items(outcomes);
        let output = rt::Value::Object(
            rt::entries([
                (
                    "all",
                    rt::taken(here, "$Output.Items", rt::take(&mut result, "Items"))?,
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Compare,
            AsText,
            Done,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "compare",
                    place: "flow.yaml:13",
                },
                rt::Step {
                    name: "as text",
                    place: "flow.yaml:52",
                },
                rt::Step {
                    name: "done",
                    place: "flow.yaml:56",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 3] = [At::Compare, At::AsText, At::Done];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 3, rt::Value>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Compare),
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
                    At::Compare => compare(cx, &here, scope.take()).await,
                    At::AsText => as_text(cx, &here, scope.take()),
                    At::Done => done(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Parallel `compare`, flow.yaml:13.
        async fn compare<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let given = &data;
            let outcomes = rt::foreach(
                    2,
                    2,
                    |index| async move {
                        match index {
                            0 => {
                                compare_branch_0::run(cx, &here.branch(0), given.clone())
                                    .await
                            }
                            _ => {
                                compare_branch_1::run(cx, &here.branch(1), given.clone())
                                    .await
                            }
                        }
                    },
                )
                .await?;
            let result = rt::branches(outcomes);
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "is",
                        rt::found(
                                here,
                                "$Output.Branch0.is",
                                result.key("Branch0").key("is"),
                            )?
                            .clone(),
                    ),
                    (
                        "is not",
                        rt::found(
                                here,
                                "$Output.Branch0.is not",
                                result.key("Branch0").key("is not"),
                            )?
                            .clone(),
                    ),
                    (
                        "o",
                        rt::found(
                                here,
                                "$Output.Branch1.o",
                                result.key("Branch1").key("o"),
                            )?
                            .clone(),
                    ),
                ]),
            );
            Ok(rt::Left::to(Some(At::AsText), output).forgetting(&["text"]))
        }

        /// The steps of branch 0 of `compare`.
        mod compare_branch_0 {
            use super::{rt, rt::prelude::*};

            /// Where branch 0 of `compare` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Equal,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "equal",
                        place: "flow.yaml:18",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 1] = [At::Equal];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of branch 0 of `compare`.
            type Scope = rt::Scope<At, 1, rt::Value>;

            /// Runs branch 0 of `compare` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Equal),
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
                        At::Equal => equal(cx, &here, scope.take()),
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Pass `equal`, flow.yaml:18.
            fn equal<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "is",
                            rt::Value::Bool(
                                rt::eq(
                                    rt::found(here, "$Input[0]", data.at(0))?,
                                    rt::found(here, "$Input[1]", data.at(1))?,
                                ),
                            ),
                        ),
                        (
                            "is not",
                            rt::Value::Bool(
                                !rt::eq(
                                    rt::found(here, "$Input[0]", data.at(0))?,
                                    rt::found(here, "$Input[1]", data.at(1))?,
                                ),
                            ),
                        ),
                    ]),
                );
                Ok(rt::Left::to(None, output))
            }
        }

        /// The steps of branch 1 of `compare`.
        mod compare_branch_1 {
            use super::{rt, rt::prelude::*};

            /// Where branch 1 of `compare` stands.
            #[derive(Clone, Copy, Debug)]
            enum At {
                Try,
                Ordered,
                Less,
                More,
                Same,
                None,
            }

            impl rt::Position for At {
                const STEPS: &'static [rt::Step] = &[
                    rt::Step {
                        name: "try",
                        place: "flow.yaml:24",
                    },
                    rt::Step {
                        name: "ordered",
                        place: "flow.yaml:39",
                    },
                    rt::Step {
                        name: "less",
                        place: "flow.yaml:46",
                    },
                    rt::Step {
                        name: "more",
                        place: "flow.yaml:47",
                    },
                    rt::Step {
                        name: "same",
                        place: "flow.yaml:48",
                    },
                    rt::Step {
                        name: "none",
                        place: "flow.yaml:49",
                    },
                ];

                fn index(self) -> usize {
                    self as usize
                }

                fn from_index(index: usize) -> Option<Self> {
                    const ALL: [At; 6] = [
                        At::Try,
                        At::Ordered,
                        At::Less,
                        At::More,
                        At::Same,
                        At::None,
                    ];
                    ALL.get(index).copied()
                }
            }

            /// The position and the data of branch 1 of `compare`.
            type Scope = rt::Scope<At, 6, rt::Value>;

            /// Runs branch 1 of `compare` from where it stands to its end.
            pub(super) async fn run<C: rt::Context>(
                cx: &C,
                path: &rt::Path<'_>,
                input: rt::Value,
            ) -> rt::Res<rt::Value> {
                let mut scope = match Scope::open_replacing(
                    cx,
                    path,
                    Some(At::Try),
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
                        At::Try => r#try(cx, &here, scope.take()).await,
                        At::Ordered => ordered(cx, &here, scope.take()),
                        At::Less => less(cx, &here),
                        At::More => more(cx, &here),
                        At::Same => same(cx, &here),
                        At::None => none(cx, &here, scope.take()),
                    };
                    scope.replace(cx, &here, left)?;
                }
                scope.close(cx, path)
            }

            /// Parallel `try`, flow.yaml:24.
            async fn r#try<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let outcome = async {
                    let given = &data;
                    let outcomes = rt::foreach(
                            1,
                            1,
                            |_| async move {
                                try_branch_0::run(cx, &here.branch(0), given.clone()).await
                            },
                        )
                        .await?;
                    let result = rt::branches(outcomes);
                    rt::Res::Ok(rt::Left::to(Some(At::Ordered), result))
                }
                    .await;
                match outcome {
                    Err(
                        rt::Halt::Failed(error),
                    ) if error.is_any(&["FnF.RuntimeError"]) => {
                        let output = rt::Value::Object(
                            rt::entries([("o", rt::Value::from("error"))]),
                        );
                        Ok(rt::Left::caught(Some(At::None), output, error))
                    }
                    outcome => outcome,
                }
            }

            /// The steps of branch 0 of `try`.
            mod try_branch_0 {
                use super::{rt, rt::prelude::*};

                /// Where branch 0 of `try` stands.
                #[derive(Clone, Copy, Debug)]
                enum At {
                    Order,
                }

                impl rt::Position for At {
                    const STEPS: &'static [rt::Step] = &[
                        rt::Step {
                            name: "order",
                            place: "flow.yaml:29",
                        },
                    ];

                    fn index(self) -> usize {
                        self as usize
                    }

                    fn from_index(index: usize) -> Option<Self> {
                        const ALL: [At; 1] = [At::Order];
                        ALL.get(index).copied()
                    }
                }

                /// The position and the data of branch 0 of `try`.
                type Scope = rt::Scope<At, 1, rt::Value>;

                /// Runs branch 0 of `try` from where it stands to its end.
                pub(super) async fn run<C: rt::Context>(
                    cx: &C,
                    path: &rt::Path<'_>,
                    input: rt::Value,
                ) -> rt::Res<rt::Value> {
                    let mut scope = match Scope::open_replacing(
                        cx,
                        path,
                        Some(At::Order),
                        input,
                    )? {
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
                            At::Order => order(cx, &here, scope.take()),
                        };
                        scope.replace(cx, &here, left)?;
                    }
                    scope.close(cx, path)
                }

                /// Pass `order`, flow.yaml:29.
                fn order<C: rt::Context>(
                    cx: &C,
                    here: &rt::Here<'_>,
                    data: rt::Value,
                ) -> rt::Res<rt::Left<At, rt::Value>> {
                    here.started(cx)?;
                    let output = rt::Value::Object(
                        rt::entries([
                            (
                                "less",
                                rt::Value::Bool(
                                    rt::lt(
                                        here,
                                        rt::Nulls::Fail,
                                        rt::found(here, "$Input[0]", data.at(0))?,
                                        rt::found(here, "$Input[1]", data.at(1))?,
                                    )?,
                                ),
                            ),
                            (
                                "most",
                                rt::Value::Bool(
                                    rt::le(
                                        here,
                                        rt::Nulls::Fail,
                                        rt::found(here, "$Input[0]", data.at(0))?,
                                        rt::found(here, "$Input[1]", data.at(1))?,
                                    )?,
                                ),
                            ),
                            (
                                "more",
                                rt::Value::Bool(
                                    rt::gt(
                                        here,
                                        rt::Nulls::Fail,
                                        rt::found(here, "$Input[0]", data.at(0))?,
                                        rt::found(here, "$Input[1]", data.at(1))?,
                                    )?,
                                ),
                            ),
                            (
                                "least",
                                rt::Value::Bool(
                                    rt::ge(
                                        here,
                                        rt::Nulls::Fail,
                                        rt::found(here, "$Input[0]", data.at(0))?,
                                        rt::found(here, "$Input[1]", data.at(1))?,
                                    )?,
                                ),
                            ),
                        ]),
                    );
                    Ok(rt::Left::to(None, output))
                }
            }

            /// Choice `ordered`, flow.yaml:39.
            fn ordered<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                if rt::truth(
                    here,
                    rt::Truth::Strict,
                    rt::found(
                        here,
                        "$Input.Branch0.less",
                        data.key("Branch0").key("less"),
                    )?,
                )?
                    && rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.most",
                            data.key("Branch0").key("most"),
                        )?,
                    )?
                    && !rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.more",
                            data.key("Branch0").key("more"),
                        )?,
                    )?
                    && !rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.least",
                            data.key("Branch0").key("least"),
                        )?,
                    )?
                {
                    return Ok(rt::Left::to(Some(At::Less), data).forgetting(&["o"]));
                }
                if rt::truth(
                    here,
                    rt::Truth::Strict,
                    rt::found(
                        here,
                        "$Input.Branch0.more",
                        data.key("Branch0").key("more"),
                    )?,
                )?
                    && rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.least",
                            data.key("Branch0").key("least"),
                        )?,
                    )?
                    && !rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.less",
                            data.key("Branch0").key("less"),
                        )?,
                    )?
                    && !rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.most",
                            data.key("Branch0").key("most"),
                        )?,
                    )?
                {
                    return Ok(rt::Left::to(Some(At::More), data).forgetting(&["o"]));
                }
                if rt::truth(
                    here,
                    rt::Truth::Strict,
                    rt::found(
                        here,
                        "$Input.Branch0.most",
                        data.key("Branch0").key("most"),
                    )?,
                )?
                    && rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.least",
                            data.key("Branch0").key("least"),
                        )?,
                    )?
                    && !rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.less",
                            data.key("Branch0").key("less"),
                        )?,
                    )?
                    && !rt::truth(
                        here,
                        rt::Truth::Strict,
                        rt::found(
                            here,
                            "$Input.Branch0.more",
                            data.key("Branch0").key("more"),
                        )?,
                    )?
                {
                    return Ok(rt::Left::to(Some(At::Same), data).forgetting(&["o"]));
                }
                Ok(rt::Left::to(Some(At::None), data))
            }

            /// Pass `less`, flow.yaml:46.
            fn less<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([("o", rt::Value::from("<"))]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `more`, flow.yaml:47.
            fn more<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([("o", rt::Value::from(">"))]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `same`, flow.yaml:48.
            fn same<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                let output = rt::Value::Object(
                    rt::entries([("o", rt::Value::from("="))]),
                );
                Ok(rt::Left::to(None, output))
            }

            /// Pass `none`, flow.yaml:49.
            fn none<C: rt::Context>(
                cx: &C,
                here: &rt::Here<'_>,
                data: rt::Value,
            ) -> rt::Res<rt::Left<At, rt::Value>> {
                here.started(cx)?;
                Ok(rt::Left::to(None, data))
            }
        }

        /// Pass `as text`, flow.yaml:52.
        fn as_text<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "text",
                        rt::builtin::format(
                            here,
                            &rt::Value::from("{} {} {}"),
                            &[
                                rt::found(here, "$Input.is", data.key("is"))?,
                                rt::found(here, "$Input.is not", data.key("is not"))?,
                                rt::found(here, "$Input.o", data.key("o"))?,
                            ],
                        )?,
                    ),
                ]),
            );
            Ok(rt::Left::to(Some(At::Done), output))
        }

        /// Succeed `done`, flow.yaml:56.
        fn done<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_pick{"pick"}
///   s_unread["unread<br/>calls f"]
///   s_unread_items{{"unread items<br/>for each of<br/>$Context.Execution.Input.list<br/>40 at a time"}}
///   join_unread_items(( ))
///   s_fixed_items{{"fixed items<br/>for each of<br/>$Context.Execution.Input.list<br/>40 at a time"}}
///   join_fixed_items(( ))
///   s_moved["moved<br/>calls f"]
///   s_beside_the_body["beside the body<br/>calls f"]
///   s_token[/"token<br/>calls ask<br/>waits for a report<br/>at most 60 s<br/>↻ once on Busy"\]
///   s_token_in_the_input[/"token in the input<br/>calls ask<br/>waits for a report<br/>at most 60 s"\]
///   s_token_unread[/"token unread<br/>calls ask<br/>waits for a report<br/>at most 60 s"\]
///   s_child[/"child<br/>starts flow nowhere<br/>waits for a report<br/>at most 5 s"\]
///   s_named_child[["named child<br/>runs flow flow"]]
///   s_show("show")
///   s_over("over")
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_item("item")
///   end
///   subgraph g_each_item_2["each item"]
///     s_item_2("item")
///   end
///   start --> s_pick
///   s_pick -->|"$Input.which == #quot;unread#quot;"| s_unread
///   s_pick -->|"$Input.which == #quot;unread items#quot;"| s_unread_items
///   s_pick -->|"$Input.which == #quot;fixed items#quot;"| s_fixed_items
///   s_pick -->|"$Input.which == #quot;moved#quot;"| s_moved
///   s_pick -->|"$Input.which ==<br/>#quot;beside the body#quot;"| s_beside_the_body
///   s_pick -->|"$Input.which == #quot;token#quot;"| s_token
///   s_pick -->|"$Input.which ==<br/>#quot;token in the input#quot;"| s_token_in_the_input
///   s_pick -->|"$Input.which == #quot;token unread#quot;"| s_token_unread
///   s_pick -->|"$Input.which == #quot;child#quot;"| s_child
///   s_pick -->|"$Input.which == #quot;named child#quot;"| s_named_child
///   s_pick -->|"default"| s_over
///   s_unread --> finish
///   s_unread -.->|"FnF.ALL"| s_over
///   s_unread_items --> s_item
///   join_unread_items --> finish
///   s_unread_items -.->|"FnF.ALL"| s_over
///   s_item --> join_unread_items
///   s_fixed_items --> s_item_2
///   join_fixed_items --> finish
///   s_fixed_items -.->|"FnF.ALL"| s_over
///   s_item_2 --> join_fixed_items
///   s_moved --> s_show
///   s_beside_the_body --> finish
///   s_beside_the_body -.->|"FnF.ALL"| s_over
///   s_token --> finish
///   s_token -.->|"FnF.ALL"| s_over
///   s_token_in_the_input --> s_show
///   s_token_in_the_input -.->|"FnF.ALL"| s_over
///   s_token_unread --> finish
///   s_child --> finish
///   s_child -.->|"FnF.ALL"| s_over
///   s_named_child --> finish
///   s_named_child -.->|"FnF.RuntimeError"| s_over
///   s_show --> finish
///   s_over --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_token,s_token_in_the_input,s_token_unread,s_child callback
///   linkStyle 13,16,20,24,26,28,31,33 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/f`, called by the steps `unread` (flow.yaml:21), `moved` (flow.yaml:51) and `beside the body` (flow.yaml:59).
        fn f(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/f", input)
        }

        /// `acs:fc:::services/demo/functions/ask`, called by the steps `token` (flow.yaml:68), `token in the input` (flow.yaml:87) and `token unread` (flow.yaml:102).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/ask", input)
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
        const DIGEST: &'static str = "bb92637cc1782902486138befef63883";
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
            needs
                .function(
                    "ask",
                    "acs:fc:::services/demo/functions/ask",
                    rt::forwards(|it: &'static F, call, input| Functions::ask(
                        it,
                        call,
                        input,
                    )),
                );
            needs.flow("flow");
            needs.flow("nowhere");
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

    /// Calls `Functions::ask`, which may return any JSON.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/ask";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::ask(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Pick,
        Unread,
        UnreadItems,
        FixedItems,
        Moved,
        BesideTheBody,
        Token,
        TokenInTheInput,
        TokenUnread,
        Child,
        NamedChild,
        Show,
        Over,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "pick",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "unread",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "unread items",
                place: "flow.yaml:30",
            },
            rt::Step {
                name: "fixed items",
                place: "flow.yaml:41",
            },
            rt::Step {
                name: "moved",
                place: "flow.yaml:51",
            },
            rt::Step {
                name: "beside the body",
                place: "flow.yaml:59",
            },
            rt::Step {
                name: "token",
                place: "flow.yaml:68",
            },
            rt::Step {
                name: "token in the input",
                place: "flow.yaml:87",
            },
            rt::Step {
                name: "token unread",
                place: "flow.yaml:102",
            },
            rt::Step {
                name: "child",
                place: "flow.yaml:113",
            },
            rt::Step {
                name: "named child",
                place: "flow.yaml:125",
            },
            rt::Step {
                name: "show",
                place: "flow.yaml:133",
            },
            rt::Step {
                name: "over",
                place: "flow.yaml:134",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 13] = [
                At::Pick,
                At::Unread,
                At::UnreadItems,
                At::FixedItems,
                At::Moved,
                At::BesideTheBody,
                At::Token,
                At::TokenInTheInput,
                At::TokenUnread,
                At::Child,
                At::NamedChild,
                At::Show,
                At::Over,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 13, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Pick), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Pick => pick(cx, &here, scope.take()),
                At::Unread => unread(cx, functions, &here, scope.take()).await,
                At::UnreadItems => unread_items(cx, &here, scope.take()).await,
                At::FixedItems => fixed_items(cx, &here).await,
                At::Moved => moved(cx, functions, &here, scope.take()).await,
                At::BesideTheBody => beside_the_body(cx, functions, &here).await,
                At::Token => token(cx, functions, &here, scope.take()).await,
                At::TokenInTheInput => {
                    token_in_the_input(cx, functions, &here, scope.take()).await
                }
                At::TokenUnread => token_unread(cx, functions, &here).await,
                At::Child => child(cx, &here, scope.take()).await,
                At::NamedChild => named_child(cx, &here, scope.take()).await,
                At::Show => show(cx, &here, scope.take()),
                At::Over => over(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `pick`, flow.yaml:7.
    fn pick<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "unread") {
            return Ok(
                rt::Left::to(Some(At::Unread), data)
                    .forgetting(
                        &[
                            "code",
                            "context",
                            "current",
                            "held",
                            "input",
                            "n",
                            "out",
                            "over",
                            "reported",
                            "shared",
                            "why",
                        ],
                    ),
            );
        }
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "unread items") {
            return Ok(
                rt::Left::to(Some(At::UnreadItems), data)
                    .forgetting(
                        &[
                            "code",
                            "context",
                            "current",
                            "held",
                            "input",
                            "n",
                            "out",
                            "over",
                            "reported",
                            "shared",
                            "why",
                        ],
                    ),
            );
        }
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "fixed items") {
            return Ok(
                rt::Left::to(Some(At::FixedItems), data)
                    .forgetting(
                        &[
                            "code",
                            "context",
                            "current",
                            "held",
                            "input",
                            "n",
                            "out",
                            "over",
                            "reported",
                            "shared",
                            "why",
                        ],
                    ),
            );
        }
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "moved") {
            return Ok(
                rt::Left::to(Some(At::Moved), data)
                    .forgetting(
                        &[
                            "code",
                            "context",
                            "current",
                            "held",
                            "input",
                            "n",
                            "out",
                            "over",
                            "reported",
                            "shared",
                            "why",
                        ],
                    ),
            );
        }
        if rt::eq(
            rt::found(here, "$Input.which", data.key("which"))?,
            "beside the body",
        ) {
            return Ok(
                rt::Left::to(Some(At::BesideTheBody), data)
                    .forgetting(
                        &[
                            "code",
                            "context",
                            "current",
                            "held",
                            "input",
                            "n",
                            "out",
                            "over",
                            "reported",
                            "shared",
                            "why",
                        ],
                    ),
            );
        }
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "token") {
            return Ok(rt::Left::to(Some(At::Token), data));
        }
        if rt::eq(
            rt::found(here, "$Input.which", data.key("which"))?,
            "token in the input",
        ) {
            return Ok(rt::Left::to(Some(At::TokenInTheInput), data));
        }
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "token unread") {
            return Ok(
                rt::Left::to(Some(At::TokenUnread), data)
                    .forgetting(
                        &[
                            "code",
                            "context",
                            "current",
                            "held",
                            "input",
                            "out",
                            "over",
                            "reported",
                            "shared",
                            "why",
                        ],
                    ),
            );
        }
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "child") {
            return Ok(rt::Left::to(Some(At::Child), data));
        }
        if rt::eq(rt::found(here, "$Input.which", data.key("which"))?, "named child") {
            return Ok(
                rt::Left::to(Some(At::NamedChild), data)
                    .forgetting(
                        &[
                            "code",
                            "context",
                            "current",
                            "held",
                            "input",
                            "n",
                            "out",
                            "over",
                            "reported",
                            "shared",
                            "why",
                        ],
                    ),
            );
        }
        Ok(rt::Left::to(Some(At::Over), data))
    }

    /// Task `unread`, flow.yaml:21.
    async fn unread<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(rt::Value::Object(rt::entries([("id", rt::builtin::uuid(cx, here, 0)?)])))
        })();
        let (_, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let argument = rt::Value::Object(
                rt::entries([("n", rt::Value::from(1i64))]),
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
                    ("n", rt::taken(here, "$Output.Body.n", rt::take(&mut result, "n"))?),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([("code", caught.get("error").or_null())]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            outcome => outcome,
        }
    }

    /// Foreach `unread items`, flow.yaml:30.
    async fn unread_items<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let global = rt::global_at(cx, here)?;
        let made = (|| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        (
                            "list",
                            rt::found(here, "$Input.list", data.key("list"))?.clone(),
                        ),
                        ("g", rt::Value::Object(global.clone())),
                    ]),
                ),
            )
        })();
        let (_, failed) = rt::construct(cx, here, made, data)?;
        let outcome = async {
            rt::constructed(failed)?;
            let items = rt::collection(
                here,
                "$Context.Execution.Input.list",
                rt::execution_input(cx).key("list"),
            )?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(40),
                    |index| async move {
                        unread_items_body::run(
                                cx,
                                &here.item(index),
                                items[index].clone(),
                            )
                            .await
                    },
                )
                .await?;
            let result = rt::items(outcomes);
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([("code", caught.get("error").or_null())]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of an iteration of `unread items`.
    mod unread_items_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `unread items` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Item,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "item",
                    place: "flow.yaml:37",
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

        /// The position and the data of an iteration of `unread items`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `unread items` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
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
                    At::Item => item(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `item`, flow.yaml:37.
        fn item<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(rt::entries([("item", data.clone())]));
            Ok(rt::Left::to(None, output))
        }
    }

    /// Foreach `fixed items`, flow.yaml:41.
    async fn fixed_items<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let outcome = async {
            let items = rt::collection(
                here,
                "$Context.Execution.Input.list",
                rt::execution_input(cx).key("list"),
            )?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(40),
                    |index| async move {
                        fixed_items_body::run(
                                cx,
                                &here.item(index),
                                items[index].clone(),
                            )
                            .await
                    },
                )
                .await?;
            let result = rt::items(outcomes);
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([("code", caught.get("error").or_null())]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of an iteration of `fixed items`.
    mod fixed_items_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `fixed items` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Item,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "item",
                    place: "flow.yaml:47",
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

        /// The position and the data of an iteration of `fixed items`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `fixed items` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
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
                    At::Item => item(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `item`, flow.yaml:47.
        fn item<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(rt::entries([("item", data.clone())]));
            Ok(rt::Left::to(None, output))
        }
    }

    /// Task `moved`, flow.yaml:51.
    async fn moved<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                ("n", rt::found(here, "$Input.list[0]", data.key("list").at(0))?.clone()),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let argument = step_input.clone();
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let mut result = rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument)
            .await??;
        let shared = rt::entries([
            ("input", step_input.clone()),
            ("body", result.clone()),
        ]);
        let output = rt::Value::Object(
            rt::entries([
                ("n", rt::taken(here, "$Output.Body.n", rt::take(&mut result, "n"))?),
            ]),
        );
        Ok(rt::Left::to(Some(At::Show), output).sharing(shared))
    }

    /// Task `beside the body`, flow.yaml:59.
    async fn beside_the_body<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let outcome = async {
            let argument = rt::Value::Object(
                rt::entries([("n", rt::Value::from(1i64))]),
            );
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument)
                .await??;
            let shared = rt::entries([("body", rt::body(result.clone()))]);
            let output = rt::Value::Object(
                rt::entries([("n", rt::found(here, "$Output.n", None)?.clone())]),
            );
            rt::Res::Ok(rt::Left::to(None, output).sharing(shared))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([("code", caught.get("error").or_null())]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            outcome => outcome,
        }
    }

    /// Task `token`, flow.yaml:68.
    async fn token<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 1.0f64,
            },
        ];
        here.started(cx)?;
        let outcome = async {
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(60)),
                retry: &RETRY,
            };
            let argument = |token: &rt::TaskToken| Ok(
                rt::Value::Object(
                    rt::entries([("token", rt::Value::from(token.as_str()))]),
                ),
            );
            let (token, result) = rt::callback::<
                C,
                Ask,
                F,
                rt::Value,
            >(cx, here, functions, policy, &argument)
                .await?;
            let output = rt::Value::Object(
                rt::entries([
                    ("reported", result.clone()),
                    (
                        "held",
                        rt::Value::Bool(
                            rt::gt(
                                here,
                                rt::Nulls::Fail,
                                &rt::builtin::length(
                                    here,
                                    &rt::Value::from(token.as_str()),
                                )?,
                                0i128,
                            )?,
                        ),
                    ),
                    (
                        "context",
                        rt::builtin::map_keys(
                            here,
                            &rt::Value::Object(
                                rt::entries([
                                    ("Name", rt::Value::from(here.step.name)),
                                    ("Input", data.clone()),
                                    ("Output", result.clone()),
                                    ("RetryCount", rt::Value::from(here.retries())),
                                    ("TaskToken", rt::Value::from(token.as_str())),
                                ]),
                            ),
                        )?,
                    ),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let token = None::<&rt::TaskToken>;
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "current",
                            rt::Value::Object(
                                rt::entries([
                                    ("Name", rt::Value::from(here.step.name)),
                                    ("Input", data.clone()),
                                    (
                                        "Error",
                                        rt::Value::Object(
                                            rt::entries([
                                                ("Code", caught.get("error").or_null()),
                                                ("Detail", caught.get("cause").or_null()),
                                            ]),
                                        ),
                                    ),
                                    ("RetryCount", rt::Value::from(here.retries())),
                                    (
                                        "TaskToken",
                                        rt::Value::from(token.map(rt::TaskToken::as_str)),
                                    ),
                                ]),
                            ),
                        ),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            outcome => outcome,
        }
    }

    /// Task `token in the input`, flow.yaml:87.
    async fn token_in_the_input<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let mapped = |token: Option<&rt::TaskToken>| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("token", rt::Value::from(token.map(rt::TaskToken::as_str))),
                        ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                    ]),
                ),
            )
        };
        let outcome = async {
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(60)),
                retry: &[],
            };
            let argument = |token: &rt::TaskToken| mapped(Some(token));
            let (token, result) = rt::callback::<
                C,
                Ask,
                F,
                rt::Value,
            >(cx, here, functions, policy, &argument)
                .await?;
            let step_input = mapped(Some(&token))?;
            let shared = rt::entries([
                ("n", rt::found(here, "$Input.n", step_input.key("n"))?.clone()),
            ]);
            let output = rt::Value::Object(rt::entries([("reported", result.clone())]));
            rt::Res::Ok(rt::Left::to(Some(At::Show), output).sharing(shared))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let step_input = mapped(None).unwrap_or(data);
                Ok(rt::Left::caught(Some(At::Over), step_input.clone(), error))
            }
            outcome => outcome,
        }
    }

    /// Task `token unread`, flow.yaml:102.
    async fn token_unread<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(
            rt::Value::Object(rt::entries([("token", rt::Value::from(token.as_str()))])),
        );
        let (_, result) = rt::callback::<
            C,
            Ask,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        Ok(rt::Left::to(None, result))
    }

    /// Task `child`, flow.yaml:113.
    async fn child<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let mapped = |token: Option<&rt::TaskToken>| -> Result<rt::Value, rt::StepError> {
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("token", rt::Value::from(token.map(rt::TaskToken::as_str))),
                    ]),
                ),
            )
        };
        let outcome = async {
            let policy = rt::Policy {
                timeout: Some(rt::Duration::from_secs(5)),
                retry: &[],
            };
            let request = |token: Option<&rt::TaskToken>| {
                let step_input = mapped(token)?;
                Ok(rt::ChildRequest {
                    flow: rt::Value::from("nowhere"),
                    execution: rt::Value::Null,
                    input: step_input.clone(),
                })
            };
            let (token, _) = rt::child_any(
                    cx,
                    here,
                    rt::ChildMode::Callback,
                    policy,
                    &request,
                )
                .await?;
            let token = token.as_ref();
            let step_input = mapped(token)?;
            let shared = rt::entries([
                (
                    "same",
                    rt::Value::Bool(
                        rt::eq(
                            rt::found(here, "$Input.token", step_input.key("token"))?,
                            token
                                .map_or(
                                    rt::Operand::Null,
                                    |token| rt::Operand::Text(token.as_str()),
                                ),
                        ),
                    ),
                ),
            ]);
            let output = rt::Value::Object(
                rt::entries([
                    (
                        "held",
                        rt::Value::Bool(
                            rt::gt(
                                here,
                                rt::Nulls::Fail,
                                &rt::builtin::length(
                                    here,
                                    &rt::Value::from(token.map(rt::TaskToken::as_str)),
                                )?,
                                0i128,
                            )?,
                        ),
                    ),
                ]),
            );
            rt::Res::Ok(rt::Left::to(None, output).sharing(shared))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let step_input = mapped(None).unwrap_or(data);
                let output = rt::Value::Object(
                    rt::entries([
                        ("code", caught.get("error").or_null()),
                        ("input", step_input.clone()),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            outcome => outcome,
        }
    }

    /// Task `named child`, flow.yaml:125.
    async fn named_child<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let outcome = async {
            let policy = rt::Policy::default();
            let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
                flow: rt::Value::from("flow"),
                execution: rt::found(here, "$Input.name", data.key("name"))?.clone(),
                input: rt::Value::Object(
                    rt::entries([("which", rt::Value::from("none"))]),
                ),
            });
            let (_, result) = rt::child_any(
                    cx,
                    here,
                    rt::ChildMode::Wait,
                    policy,
                    &request,
                )
                .await?;
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([("why", caught.get("cause").or_null())]),
                );
                Ok(rt::Left::caught(Some(At::Over), output, error))
            }
            outcome => outcome,
        }
    }

    /// Pass `show`, flow.yaml:133.
    fn show<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let global = rt::global(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("out", data.clone()),
                ("shared", rt::Value::Object(global.clone())),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `over`, flow.yaml:134.
    fn over<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(rt::entries([("over", data.clone())]));
        Ok(rt::Left::to(None, output))
    }
}

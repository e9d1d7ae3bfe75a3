/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_each{{"each<br/>for each of $Input.items<br/>40 at a time"}}
///   join_each(( ))
///   s_index{{"index<br/>for each of $Input.Items<br/>40 at a time"}}
///   join_index(( ))
///   s_end(["end"])
///   finish(["end"])
///   subgraph g_each_item["each item"]
///     s_kind{"kind"}
///     s_as_it_is("as it is")
///     s_called["called<br/>calls f<br/>waits for the job"]
///   end
///   subgraph g_each_item_2["each item"]
///     s_first("first")
///   end
///   start --> s_each
///   s_each --> s_kind
///   join_each --> s_index
///   s_kind -->|"$Input in [null, true]"| s_as_it_is
///   s_kind -->|"$Input == #quot;text#quot;"| s_called
///   s_kind -->|"default"| s_as_it_is
///   s_as_it_is --> join_each
///   s_called --> join_each
///   s_index --> s_first
///   join_index --> finish
///   s_index -.->|"FnF.RuntimeError"| s_end
///   s_first --> join_index
///   s_end --> finish
///   linkStyle 10 stroke:#c0392b
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
        /// `acs:fc:::services/demo/functions/f`, called by step `called` (flow.yaml:20).
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
        const DIGEST: &'static str = "c0c850b9397e53aa9ef1404f71063420";
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
        Each,
        Index,
        End,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "each",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "index",
                place: "flow.yaml:27",
            },
            rt::Step {
                name: "end",
                place: "flow.yaml:35",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Each, At::Index, At::End];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
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
                At::Each => each(cx, functions, &here, scope.take()).await,
                At::Index => index(cx, &here, scope.take()).await,
                At::End => end(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `each`, flow.yaml:7.
    async fn each<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let items = rt::collection(here, "$Input.items", data.key("items"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(40),
                |index| async move {
                    each_body::run(
                            cx,
                            functions,
                            &here.item(index),
                            items[index].clone(),
                        )
                        .await
                },
            )
            .await?;
        let result = rt::items(outcomes);
        Ok(rt::Left::to(Some(At::Index), result).forgetting(&["items"]))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{F2, Functions, rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Kind,
            AsItIs,
            Called,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "kind",
                    place: "flow.yaml:13",
                },
                rt::Step {
                    name: "as it is",
                    place: "flow.yaml:19",
                },
                rt::Step {
                    name: "called",
                    place: "flow.yaml:20",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 3] = [At::Kind, At::AsItIs, At::Called];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 3, rt::Value>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Kind),
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
                    At::Kind => kind(cx, &here, scope.take()),
                    At::AsItIs => as_it_is(cx, &here, scope.take()),
                    At::Called => called(cx, functions, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Choice `kind`, flow.yaml:13.
        fn kind<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            if rt::is_in(
                here,
                &data,
                &rt::Value::from([rt::Value::Null, rt::Value::Bool(true)]),
            )? {
                return Ok(rt::Left::to(Some(At::AsItIs), data));
            }
            if rt::eq(&data, "text") {
                return Ok(rt::Left::to(Some(At::Called), data));
            }
            Ok(rt::Left::to(Some(At::AsItIs), data))
        }

        /// Pass `as it is`, flow.yaml:19.
        fn as_it_is<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, data))
        }

        /// Task `called`, flow.yaml:20.
        async fn called<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let argument = data;
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<F2, F>(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Foreach `index`, flow.yaml:27.
    async fn index<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let outcome = async {
            let items = rt::collection(here, "$Input.Items", data.key("Items"))?;
            let outcomes = rt::foreach(
                    items.len(),
                    cx.iterations(40),
                    |index| async move {
                        index_body::run(cx, &here.item(index), items[index].clone())
                            .await
                    },
                )
                .await?;
            let result = rt::items(outcomes);
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.RuntimeError"]) => {
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "items",
                            rt::found(here, "$Input.Items", data.key("Items"))?.clone(),
                        ),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::End), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of an iteration of `index`.
    mod index_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `index` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            First,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "first",
                    place: "flow.yaml:32",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::First];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `index`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs an iteration of `index` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::First),
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
                    At::First => first(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `first`, flow.yaml:32.
        fn first<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let output = rt::Value::Object(
                rt::entries([
                    ("first", rt::found(here, "$Input[0]", data.at(0))?.clone()),
                ]),
            );
            Ok(rt::Left::to(None, output))
        }
    }

    /// Succeed `end`, flow.yaml:35.
    fn end<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }
}

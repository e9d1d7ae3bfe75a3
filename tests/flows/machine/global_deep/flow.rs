/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_share("share")
///   s_share_it_again("share it again")
///   s_deeper{{"deeper"}}
///   join_deeper(( ))
///   s_over("over")
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_too_deep("too deep")
///   end
///   start --> s_share
///   s_share --> s_share_it_again
///   s_share_it_again --> s_deeper
///   s_deeper --> s_too_deep
///   join_deeper --> finish
///   s_deeper -.->|"FnF.ALL"| s_over
///   s_too_deep --> join_deeper
///   s_over --> finish
///   linkStyle 5 stroke:#c0392b
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
        const DIGEST: &'static str = "ca7830bce7f5320a643fcfa06a2af1f8";
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
        Share,
        ShareItAgain,
        Deeper,
        Over,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "share",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "share it again",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "deeper",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "over",
                place: "flow.yaml:27",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Share, At::ShareItAgain, At::Deeper, At::Over];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Share), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Share => share(cx, &here, scope.take()),
                At::ShareItAgain => share_it_again(cx, &here, scope.take()),
                At::Deeper => deeper(cx, &here, scope.take()).await,
                At::Over => over(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `share`, flow.yaml:7.
    fn share<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let shared = rt::entries([
            (
                "a",
                rt::Value::Object(
                    rt::entries([
                        (
                            "a",
                            rt::Value::Object(
                                rt::entries([
                                    (
                                        "a",
                                        rt::Value::Object(
                                            rt::entries([
                                                (
                                                    "a",
                                                    rt::Value::Object(
                                                        rt::entries([
                                                            (
                                                                "a",
                                                                rt::Value::Object(
                                                                    rt::entries([
                                                                        (
                                                                            "a",
                                                                            rt::Value::Object(
                                                                                rt::entries([
                                                                                    (
                                                                                        "a",
                                                                                        rt::Value::Object(
                                                                                            rt::entries([
                                                                                                (
                                                                                                    "a",
                                                                                                    rt::Value::Object(
                                                                                                        rt::entries([
                                                                                                            (
                                                                                                                "a",
                                                                                                                rt::Value::Object(
                                                                                                                    rt::entries([
                                                                                                                        (
                                                                                                                            "a",
                                                                                                                            rt::Value::Object(
                                                                                                                                rt::entries([
                                                                                                                                    (
                                                                                                                                        "a",
                                                                                                                                        rt::Value::Object(
                                                                                                                                            rt::entries([
                                                                                                                                                (
                                                                                                                                                    "a",
                                                                                                                                                    rt::Value::Object(
                                                                                                                                                        rt::entries([
                                                                                                                                                            (
                                                                                                                                                                "a",
                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                    rt::entries([
                                                                                                                                                                        (
                                                                                                                                                                            "a",
                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                rt::entries([
                                                                                                                                                                                    (
                                                                                                                                                                                        "a",
                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                (
                                                                                                                                                                                                    "a",
                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                            (
                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                        (
                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([("a", rt::Value::from(1i64))]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                ),
                                                                                                                                                                                                            ),
                                                                                                                                                                                                        ]),
                                                                                                                                                                                                    ),
                                                                                                                                                                                                ),
                                                                                                                                                                                            ]),
                                                                                                                                                                                        ),
                                                                                                                                                                                    ),
                                                                                                                                                                                ]),
                                                                                                                                                                            ),
                                                                                                                                                                        ),
                                                                                                                                                                    ]),
                                                                                                                                                                ),
                                                                                                                                                            ),
                                                                                                                                                        ]),
                                                                                                                                                    ),
                                                                                                                                                ),
                                                                                                                                            ]),
                                                                                                                                        ),
                                                                                                                                    ),
                                                                                                                                ]),
                                                                                                                            ),
                                                                                                                        ),
                                                                                                                    ]),
                                                                                                                ),
                                                                                                            ),
                                                                                                        ]),
                                                                                                    ),
                                                                                                ),
                                                                                            ]),
                                                                                        ),
                                                                                    ),
                                                                                ]),
                                                                            ),
                                                                        ),
                                                                    ]),
                                                                ),
                                                            ),
                                                        ]),
                                                    ),
                                                ),
                                            ]),
                                        ),
                                    ),
                                ]),
                            ),
                        ),
                    ]),
                ),
            ),
        ]);
        let output = data;
        Ok(rt::Left::to(Some(At::ShareItAgain), output).sharing(shared))
    }

    /// Pass `share it again`, flow.yaml:11.
    fn share_it_again<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let global = rt::global(cx)?;
        let shared = rt::entries([
            (
                "a",
                rt::Value::Object(
                    rt::entries([
                        (
                            "a",
                            rt::Value::Object(
                                rt::entries([
                                    (
                                        "a",
                                        rt::Value::Object(
                                            rt::entries([
                                                (
                                                    "a",
                                                    rt::Value::Object(
                                                        rt::entries([
                                                            (
                                                                "a",
                                                                rt::Value::Object(
                                                                    rt::entries([
                                                                        (
                                                                            "a",
                                                                            rt::Value::Object(
                                                                                rt::entries([
                                                                                    (
                                                                                        "a",
                                                                                        rt::Value::Object(
                                                                                            rt::entries([
                                                                                                (
                                                                                                    "a",
                                                                                                    rt::Value::Object(
                                                                                                        rt::entries([
                                                                                                            (
                                                                                                                "a",
                                                                                                                rt::Value::Object(
                                                                                                                    rt::entries([
                                                                                                                        (
                                                                                                                            "a",
                                                                                                                            rt::Value::Object(
                                                                                                                                rt::entries([
                                                                                                                                    (
                                                                                                                                        "a",
                                                                                                                                        rt::Value::Object(
                                                                                                                                            rt::entries([
                                                                                                                                                (
                                                                                                                                                    "a",
                                                                                                                                                    rt::Value::Object(
                                                                                                                                                        rt::entries([
                                                                                                                                                            (
                                                                                                                                                                "a",
                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                    rt::entries([
                                                                                                                                                                        (
                                                                                                                                                                            "a",
                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                rt::entries([
                                                                                                                                                                                    (
                                                                                                                                                                                        "a",
                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                (
                                                                                                                                                                                                    "a",
                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                            (
                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                        (
                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::entries([("a", rt::Value::Object(global.clone()))]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                ),
                                                                                                                                                                                                            ),
                                                                                                                                                                                                        ]),
                                                                                                                                                                                                    ),
                                                                                                                                                                                                ),
                                                                                                                                                                                            ]),
                                                                                                                                                                                        ),
                                                                                                                                                                                    ),
                                                                                                                                                                                ]),
                                                                                                                                                                            ),
                                                                                                                                                                        ),
                                                                                                                                                                    ]),
                                                                                                                                                                ),
                                                                                                                                                            ),
                                                                                                                                                        ]),
                                                                                                                                                    ),
                                                                                                                                                ),
                                                                                                                                            ]),
                                                                                                                                        ),
                                                                                                                                    ),
                                                                                                                                ]),
                                                                                                                            ),
                                                                                                                        ),
                                                                                                                    ]),
                                                                                                                ),
                                                                                                            ),
                                                                                                        ]),
                                                                                                    ),
                                                                                                ),
                                                                                            ]),
                                                                                        ),
                                                                                    ),
                                                                                ]),
                                                                            ),
                                                                        ),
                                                                    ]),
                                                                ),
                                                            ),
                                                        ]),
                                                    ),
                                                ),
                                            ]),
                                        ),
                                    ),
                                ]),
                            ),
                        ),
                    ]),
                ),
            ),
        ]);
        let output = data;
        Ok(rt::Left::to(Some(At::Deeper), output).sharing(shared))
    }

    /// Parallel `deeper`, flow.yaml:15.
    async fn deeper<C: rt::Context>(
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
                        deeper_branch_0::run(cx, &here.branch(0), given.clone()).await
                    },
                )
                .await?;
            let result = rt::branches(outcomes);
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        (
                            "error",
                            rt::Value::Object(
                                rt::entries([
                                    ("Code", caught.get("error").or_null()),
                                    ("Detail", caught.get("cause").or_null()),
                                ]),
                            ),
                        ),
                    ]),
                );
                Ok(
                    rt::Left::caught(Some(At::Over), output, error)
                        .forgetting(&["shared"]),
                )
            }
            outcome => outcome,
        }
    }

    /// The steps of branch 0 of `deeper`.
    mod deeper_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `deeper` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            TooDeep,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "too deep",
                    place: "flow.yaml:20",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::TooDeep];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `deeper`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 0 of `deeper` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::TooDeep),
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
                    At::TooDeep => too_deep(cx, &here, scope.take()),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `too deep`, flow.yaml:20.
        fn too_deep<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            let global = rt::global(cx)?;
            let shared = rt::entries([
                (
                    "a",
                    rt::Value::Object(
                        rt::entries([
                            (
                                "a",
                                rt::Value::Object(
                                    rt::entries([
                                        (
                                            "a",
                                            rt::Value::Object(
                                                rt::entries([
                                                    (
                                                        "a",
                                                        rt::Value::Object(
                                                            rt::entries([
                                                                (
                                                                    "a",
                                                                    rt::Value::Object(
                                                                        rt::entries([
                                                                            (
                                                                                "a",
                                                                                rt::Value::Object(
                                                                                    rt::entries([
                                                                                        (
                                                                                            "a",
                                                                                            rt::Value::Object(
                                                                                                rt::entries([
                                                                                                    (
                                                                                                        "a",
                                                                                                        rt::Value::Object(
                                                                                                            rt::entries([
                                                                                                                (
                                                                                                                    "a",
                                                                                                                    rt::Value::Object(
                                                                                                                        rt::entries([
                                                                                                                            (
                                                                                                                                "a",
                                                                                                                                rt::Value::Object(
                                                                                                                                    rt::entries([
                                                                                                                                        (
                                                                                                                                            "a",
                                                                                                                                            rt::Value::Object(
                                                                                                                                                rt::entries([
                                                                                                                                                    (
                                                                                                                                                        "a",
                                                                                                                                                        rt::Value::Object(
                                                                                                                                                            rt::entries([
                                                                                                                                                                (
                                                                                                                                                                    "a",
                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                        rt::entries([
                                                                                                                                                                            (
                                                                                                                                                                                "a",
                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                        (
                                                                                                                                                                                            "a",
                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                    (
                                                                                                                                                                                                        "a",
                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                (
                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                rt::entries([
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "a",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        rt::Value::Object(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            rt::entries([("a", rt::Value::Object(global.clone()))]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                                                            ]),
                                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                                                ]),
                                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                                        ),
                                                                                                                                                                                                                                    ]),
                                                                                                                                                                                                                                ),
                                                                                                                                                                                                                            ),
                                                                                                                                                                                                                        ]),
                                                                                                                                                                                                                    ),
                                                                                                                                                                                                                ),
                                                                                                                                                                                                            ]),
                                                                                                                                                                                                        ),
                                                                                                                                                                                                    ),
                                                                                                                                                                                                ]),
                                                                                                                                                                                            ),
                                                                                                                                                                                        ),
                                                                                                                                                                                    ]),
                                                                                                                                                                                ),
                                                                                                                                                                            ),
                                                                                                                                                                        ]),
                                                                                                                                                                    ),
                                                                                                                                                                ),
                                                                                                                                                            ]),
                                                                                                                                                        ),
                                                                                                                                                    ),
                                                                                                                                                ]),
                                                                                                                                            ),
                                                                                                                                        ),
                                                                                                                                    ]),
                                                                                                                                ),
                                                                                                                            ),
                                                                                                                        ]),
                                                                                                                    ),
                                                                                                                ),
                                                                                                            ]),
                                                                                                        ),
                                                                                                    ),
                                                                                                ]),
                                                                                            ),
                                                                                        ),
                                                                                    ]),
                                                                                ),
                                                                            ),
                                                                        ]),
                                                                    ),
                                                                ),
                                                            ]),
                                                        ),
                                                    ),
                                                ]),
                                            ),
                                        ),
                                    ]),
                                ),
                            ),
                        ]),
                    ),
                ),
            ]);
            let output = data;
            Ok(rt::Left::to(None, output).sharing(shared))
        }
    }

    /// Pass `over`, flow.yaml:27.
    fn over<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let global = rt::global(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("error", rt::found(here, "$Input.error", data.key("error"))?.clone()),
                (
                    "shared",
                    rt::builtin::map_keys(here, &rt::Value::Object(global.clone()))?,
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

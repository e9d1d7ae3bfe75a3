/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_which{"which"}
///   s_around{{"around"}}
///   join_around(( ))
///   s_caught("caught")
///   s_bare(["bare<br/>NoDetail"])
///   s_failed(["failed<br/>Bad<br/>on purpose"])
///   finish(["end"])
///   subgraph g_Branch0["Branch0"]
///     s_no(["no<br/>Refused<br/>not today"])
///   end
///   subgraph g_Branch1["Branch1"]
///     s_wait[/"wait<br/>waits 300 s"/]
///   end
///   start --> s_which
///   s_which -->|"$Input.kind == #quot;caught#quot;"| s_around
///   s_which -->|"$Input.kind == #quot;bare#quot;"| s_bare
///   s_which -->|"default"| s_failed
///   s_around --> s_no
///   s_around --> s_wait
///   join_around --> finish
///   s_around -.->|"Refused"| s_caught
///   s_wait --> join_around
///   s_caught --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_no,s_bare,s_failed failure
///   linkStyle 7 stroke:#c0392b
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
        const DIGEST: &'static str = "94b10a3cea4dc9c719d4b7f6de580dbf";
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
        Which,
        Around,
        Caught,
        Bare,
        Failed,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "which",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "around",
                place: "flow.yaml:13",
            },
            rt::Step {
                name: "caught",
                place: "flow.yaml:29",
            },
            rt::Step {
                name: "bare",
                place: "flow.yaml:30",
            },
            rt::Step {
                name: "failed",
                place: "flow.yaml:31",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Which,
                At::Around,
                At::Caught,
                At::Bare,
                At::Failed,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Which), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Which => which(cx, &here, scope.take()),
                At::Around => around(cx, &here, scope.take()).await,
                At::Caught => caught(cx, &here, scope.take()),
                At::Bare => bare(cx, &here),
                At::Failed => failed(cx, &here),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `which`, flow.yaml:7.
    fn which<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::eq(rt::found(here, "$Input.kind", data.key("kind"))?, "caught") {
            return Ok(rt::Left::to(Some(At::Around), data));
        }
        if rt::eq(rt::found(here, "$Input.kind", data.key("kind"))?, "bare") {
            return Ok(
                rt::Left::to(Some(At::Bare), data)
                    .forgetting(&["code", "given", "whole", "why"]),
            );
        }
        Ok(
            rt::Left::to(Some(At::Failed), data)
                .forgetting(&["code", "given", "whole", "why"]),
        )
    }

    /// Parallel `around`, flow.yaml:13.
    async fn around<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let outcome = async {
            let given = &data;
            let outcomes = rt::foreach(
                    2,
                    2,
                    |index| async move {
                        match index {
                            0 => {
                                around_branch_0::run(cx, &here.branch(0), given.clone())
                                    .await
                            }
                            _ => {
                                around_branch_1::run(cx, &here.branch(1), given.clone())
                                    .await
                            }
                        }
                    },
                )
                .await?;
            let result = rt::branches(outcomes);
            rt::Res::Ok(rt::Left::to(None, result))
        }
            .await;
        match outcome {
            Err(rt::Halt::Failed(error)) if error.is_any(&["Refused"]) => {
                let caught = rt::caught(&error);
                let output = rt::Value::Object(
                    rt::entries([
                        ("code", caught.get("error").or_null()),
                        ("why", caught.get("cause").or_null()),
                        (
                            "whole",
                            rt::Value::Object(
                                rt::entries([
                                    ("Code", caught.get("error").or_null()),
                                    ("Detail", caught.get("cause").or_null()),
                                ]),
                            ),
                        ),
                        (
                            "given",
                            rt::found(here, "$Input.kind", data.key("kind"))?.clone(),
                        ),
                    ]),
                );
                Ok(rt::Left::caught(Some(At::Caught), output, error))
            }
            outcome => outcome,
        }
    }

    /// The steps of branch 0 of `around`.
    mod around_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `around` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            No,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "no",
                    place: "flow.yaml:17",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::No];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `around`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 0 of `around` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(cx, path, Some(At::No), input)? {
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
                    At::No => no(cx, &here),
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Fail `no`, flow.yaml:17.
        fn no<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::failure("Refused", "not today")
        }
    }

    /// The steps of branch 1 of `around`.
    mod around_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `around` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Wait,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "wait",
                    place: "flow.yaml:19",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Wait];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 1 of `around`.
        type Scope = rt::Scope<At, 1, rt::Value>;

        /// Runs branch 1 of `around` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: rt::Value,
        ) -> rt::Res<rt::Value> {
            let mut scope = match Scope::open_replacing(
                cx,
                path,
                Some(At::Wait),
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
                    At::Wait => wait(cx, &here, scope.take()).await,
                };
                scope.replace(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `wait`, flow.yaml:19.
        async fn wait<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            data: rt::Value,
        ) -> rt::Res<rt::Left<At, rt::Value>> {
            here.started(cx)?;
            rt::wait_seconds(cx, here, rt::Operand::Integer(300)).await?;
            Ok(rt::Left::to(None, data))
        }
    }

    /// Pass `caught`, flow.yaml:29.
    fn caught<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, data))
    }

    /// Fail `bare`, flow.yaml:30.
    fn bare<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        rt::failure("NoDetail", "")
    }

    /// Fail `failed`, flow.yaml:31.
    fn failed<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        rt::failure("Bad", "on purpose")
    }
}

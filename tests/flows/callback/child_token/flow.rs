/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_ask[/"ask<br/>starts flow asking_child<br/>waits for a report<br/>at most 60 s<br/>↻ once on FnF.TaskTimeout"\]
///   s_ticketed{"ticketed"}
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_keep("keep")
///   end
///   start --> s_ask
///   s_ask --> s_ticketed
///   s_ticketed -->|"$.ticket != #quot;#quot; #amp;#amp;<br/>$.ticket #gt; #quot;1-#quot;"| s_keep
///   s_ticketed -->|"default"| finish
///   s_keep --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask callback
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
        const DIGEST: &'static str = "15e85130719a925a682a5a01a9241691";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("asking_child");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("by", local.get("by").or_null()),
                        ("ticketed", local.get("ticketed").or_null()),
                    ]),
                ),
            )
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Ask,
        Ticketed,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "ask",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "ticketed",
                place: "flow.yaml:20",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Ask, At::Ticketed];
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
        let mut scope = match Scope::open(cx, path, Some(At::Ask), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Ask => ask(cx, &here).await,
                At::Ticketed => ticketed(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `ask`, flow.yaml:5.
    async fn ask<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["FnF.TaskTimeout"],
                interval: 1,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        here.started(cx)?;
        let mapped = |token: Option<&rt::TaskToken>| rt::entries([
            ("token", rt::Value::from(token.map(rt::TaskToken::as_str))),
        ]);
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &RETRY,
        };
        let request = |token: Option<&rt::TaskToken>| {
            let step_input = mapped(token);
            Ok(rt::ChildRequest {
                flow: rt::Value::from("asking_child"),
                execution: rt::Value::Null,
                input: rt::Value::Object(step_input.clone()),
            })
        };
        let (token, mut result) = rt::child(
                cx,
                here,
                rt::ChildMode::Callback,
                policy,
                &request,
            )
            .await?;
        let token = token.as_ref();
        let step_input = mapped(token);
        let output = [
            ("ticket", step_input.get("token").or_null()),
            ("by", result.remove("by").unwrap_or_default()),
        ];
        Ok(rt::Left::to(Some(At::Ticketed), output))
    }

    /// Choice `ticketed`, flow.yaml:20.
    async fn ticketed<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if !rt::eq(step_input.get("ticket"), "")
            && rt::gt(here, rt::Nulls::False, step_input.get("ticket"), "1-")?
        {
            let result = rt::Box::pin(
                    ticketed_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(None, result).forgetting(&["ticket"]));
        }
        Ok(rt::Left::to(None, rt::Object::new()).forgetting(&["ticket"]))
    }

    /// The steps of entry 0 of `ticketed`.
    mod ticketed_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `ticketed` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Keep,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "keep",
                    place: "flow.yaml:25",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Keep];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `ticketed`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `ticketed` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Keep), input)? {
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
                    At::Keep => keep(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `keep`, flow.yaml:25.
        fn keep<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("ticketed", rt::Value::Bool(true))];
            Ok(rt::Left::to(None, output))
        }
    }
}

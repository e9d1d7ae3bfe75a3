/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_ask[["ask<br/>runs flow review<br/>↻ once on ReviewLater"]]
///   s_good{"good"}
///   s_shelve("shelve")
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_print("print")
///   end
///   start --> s_ask
///   s_ask --> s_good
///   s_ask -.->|"ReviewLater, ReviewUnclear"| s_shelve
///   s_good -->|"$.good == #quot;true#quot;"| s_print
///   s_good -->|"default"| s_shelve
///   s_print --> s_shelve
///   s_shelve --> finish
///   linkStyle 2 stroke:#c0392b
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
        const DIGEST: &'static str = "f5ac694e78ccd8fd120abf22eb270f66";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("review");
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
        Ask,
        Good,
        Shelve,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "ask",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "good",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "shelve",
                place: "flow.yaml:24",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Ask, At::Good, At::Shelve];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3>;

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
                At::Ask => ask(cx, &here, input).await,
                At::Good => good(cx, &here, input, &scope).await,
                At::Shelve => shelve(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `ask`, flow.yaml:6.
    async fn ask<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["ReviewLater"],
                interval: 100,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        let mapped = rt::entries([("article", input.get("article").or_null())]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("review"),
            execution: rt::Value::Null,
            input: rt::Value::Object(mapped.clone()),
        });
        let outcome = rt::child(cx, here, rt::ChildMode::Wait, policy, &request).await;
        match outcome {
            Ok((_, mut result)) => {
                let output = [("good", result.remove("good").unwrap_or_default())];
                Ok(rt::Left::to(Some(At::Good), output))
            }
            Err(
                rt::Halt::Failed(error),
            ) if error.is_any(&["ReviewLater", "ReviewUnclear"]) => {
                Ok(rt::Left::caught(Some(At::Shelve), rt::Object::new(), error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Choice `good`, flow.yaml:15.
    async fn good<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("good"), "true") {
            let result = rt::Box::pin(good_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::Shelve), result));
        }
        Ok(rt::Left::to(Some(At::Shelve), rt::Object::new()))
    }

    /// The steps of entry 0 of `good`.
    mod good_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `good` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Print,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "print",
                    place: "flow.yaml:20",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Print];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `good`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `good` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Print), input)? {
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
                    At::Print => print(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `print`, flow.yaml:20.
        fn print<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, rt::Object::new()))
        }
    }

    /// Pass `shelve`, flow.yaml:24.
    fn shelve<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

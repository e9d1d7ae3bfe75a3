/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_delegate[/"delegate<br/>starts flow delegated<br/>waits for a report<br/>at most 600 s"\]
///   finish(["end"])
///   start --> s_delegate
///   s_delegate --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_delegate callback
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
        const DIGEST: &'static str = "3f4d798cc0bcc30279aff2ccc0bdb36a";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("delegated");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &rt::Path::ROOT, input).await
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Delegate,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "delegate",
                place: "flow.yaml:7",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Delegate];
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
        let mut scope = match Scope::open_replacing(
            cx,
            path,
            Some(At::Delegate),
            input,
        )? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Delegate => delegate(cx, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `delegate`, flow.yaml:7.
    async fn delegate<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(600)),
            retry: &[],
        };
        let request = |token: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("delegated"),
            execution: rt::Value::from("told"),
            input: rt::Value::Object(
                rt::entries([
                    ("taskToken", rt::Value::from(token.map(rt::TaskToken::as_str))),
                    ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                ]),
            ),
        });
        let (_, result) = rt::child_any(
                cx,
                here,
                rt::ChildMode::Callback,
                policy,
                &request,
            )
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                ("said", result.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

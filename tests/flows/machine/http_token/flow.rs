/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_ask[/"ask<br/>calls Request<br/>waits for a report<br/>at most 60 s"\]
///   s_ask_again[/"ask again<br/>calls Request<br/>waits for a report<br/>at most 60 s"\]
///   finish(["end"])
///   start --> s_ask
///   s_ask --> s_ask_again
///   s_ask_again --> finish
///   classDef callback fill:#fff3cd,stroke:#b7791f,color:#222,stroke-width:3px
///   class s_ask,s_ask_again callback
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
        /// `HTTP:Request`, called by the steps `ask` (flow.yaml:7) and `ask again` (flow.yaml:18).
        fn request(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "HTTP:Request", input)
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
        const DIGEST: &'static str = "012b542f026aedb695aca661b5fcce5b";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "request",
                    "HTTP:Request",
                    rt::forwards(|it: &'static F, call, input| Functions::request(
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

    /// Calls `Functions::request`, which may return any JSON.
    struct Request;

    impl<F: Functions> rt::Function<F> for Request {
        const RESOURCE: &'static str = "HTTP:Request";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::request(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Ask,
        AskAgain,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "ask",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "ask again",
                place: "flow.yaml:18",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Ask, At::AskAgain];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Ask), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Ask => ask(cx, functions, &here, scope.take()).await,
                At::AskAgain => ask_again(cx, functions, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `ask`, flow.yaml:7.
    async fn ask<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(
            rt::Value::Object(
                rt::entries([
                    ("url", rt::Value::from("https://example.com/ask")),
                    ("method", rt::Value::from("POST")),
                    (
                        "headers",
                        rt::Value::Object(
                            rt::entries([
                                (
                                    "accept",
                                    rt::found(here, "$Input.accept", data.key("accept"))?
                                        .clone(),
                                ),
                                (
                                    "X-FnF-Http-Callback-Task-Token",
                                    rt::Value::from(token.as_str()),
                                ),
                            ]),
                        ),
                    ),
                ]),
            ),
        );
        let (_, mut result) = rt::callback::<
            C,
            Request,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "said",
                    rt::taken(here, "$Output.said", rt::take(&mut result, "said"))?,
                ),
                ("accept", rt::found(here, "$Input.accept", data.key("accept"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::AskAgain), output).forgetting(&["accept"]))
    }

    /// Task `ask again`, flow.yaml:18.
    async fn ask_again<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let policy = rt::Policy {
            timeout: Some(rt::Duration::from_secs(60)),
            retry: &[],
        };
        let argument = |token: &rt::TaskToken| Ok(
            rt::Value::Object(
                rt::entries([
                    ("url", rt::Value::from("https://example.com/ask")),
                    ("method", rt::Value::from("POST")),
                    (
                        "headers",
                        rt::Value::Object(
                            rt::entries([
                                (
                                    "X-FnF-Http-Callback-Task-Token",
                                    rt::Value::from(token.as_str()),
                                ),
                            ]),
                        ),
                    ),
                ]),
            ),
        );
        let (_, mut result) = rt::callback::<
            C,
            Request,
            F,
            rt::Value,
        >(cx, here, functions, policy, &argument)
            .await?;
        let output = rt::Value::Object(
            rt::entries([
                ("first", rt::found(here, "$Input.said", data.key("said"))?.clone()),
                (
                    "second",
                    rt::taken(here, "$Output.said", rt::take(&mut result, "said"))?,
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

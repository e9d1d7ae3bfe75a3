/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_raw["raw<br/>calls raw"]
///   s_no_body["no body<br/>calls bare"]
///   s_whole_input["whole input<br/>calls whole"]
///   finish(["end"])
///   start --> s_raw
///   s_raw --> s_no_body
///   s_no_body --> s_whole_input
///   s_whole_input --> finish
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
        /// `acs:fc:cn-shanghai:123456:functions/raw/LATEST`, called by step `raw` (flow.yaml:7).
        fn raw(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:cn-shanghai:123456:functions/raw/LATEST", input)
        }

        /// `acs:fc:::services/demo.LATEST/functions/bare`, called by step `no body` (flow.yaml:19).
        fn bare(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo.LATEST/functions/bare", input)
        }

        /// `acs:fc:::services/demo/functions/whole`, called by step `whole input` (flow.yaml:29).
        fn whole(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/whole", input)
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
        const DIGEST: &'static str = "91f20265f6f1b722d3e0b2a8b550aea6";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "raw",
                    "acs:fc:cn-shanghai:123456:functions/raw/LATEST",
                    rt::forwards(|it: &'static F, call, input| Functions::raw(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "bare",
                    "acs:fc:::services/demo.LATEST/functions/bare",
                    rt::forwards(|it: &'static F, call, input| Functions::bare(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "whole",
                    "acs:fc:::services/demo/functions/whole",
                    rt::forwards(|it: &'static F, call, input| Functions::whole(
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

    /// Calls `Functions::raw`, which may return any JSON.
    struct Raw;

    impl<F: Functions> rt::Function<F> for Raw {
        const RESOURCE: &'static str = "acs:fc:cn-shanghai:123456:functions/raw/LATEST";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::raw(host, call, input)
        }
    }

    /// Calls `Functions::bare`, which may return any JSON.
    struct Bare;

    impl<F: Functions> rt::Function<F> for Bare {
        const RESOURCE: &'static str = "acs:fc:::services/demo.LATEST/functions/bare";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::bare(host, call, input)
        }
    }

    /// Calls `Functions::whole`, which may return any JSON.
    struct Whole;

    impl<F: Functions> rt::Function<F> for Whole {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/whole";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::whole(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Raw,
        NoBody,
        WholeInput,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "raw",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "no body",
                place: "flow.yaml:19",
            },
            rt::Step {
                name: "whole input",
                place: "flow.yaml:29",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Raw, At::NoBody, At::WholeInput];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Raw), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Raw => raw(cx, functions, &here, scope.take()).await,
                At::NoBody => no_body(cx, functions, &here, scope.take()).await,
                At::WholeInput => whole_input(cx, functions, &here, scope.take()).await,
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `raw`, flow.yaml:7.
    async fn raw<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = rt::Value::Object(
            rt::entries([
                (
                    "who",
                    rt::found(
                            here,
                            "$Input.customer.name",
                            data.key("customer").key("name"),
                        )?
                        .clone(),
                ),
                ("said", rt::Value::from("$Input.customer.name is text")),
                (
                    "list",
                    rt::Value::from([
                        rt::Value::Object(
                            rt::entries([
                                ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                            ]),
                        ),
                        rt::Value::from(2i64),
                    ]),
                ),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Raw, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::NoBody), rt::body(result)))
    }

    /// Task `no body`, flow.yaml:19.
    async fn no_body<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                ("before", rt::found(here, "$Input.Body", data.key("Body"))?.clone()),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let argument = rt::Value::Object(rt::Object::new());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Bare, F>(cx, &attempt, functions, argument)
            .await??;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "before",
                    rt::found(here, "$Input.before", step_input.key("before"))?.clone(),
                ),
                ("now", result.clone()),
                ("whole", rt::body(result.clone())),
            ]),
        );
        Ok(rt::Left::to(Some(At::WholeInput), output))
    }

    /// Task `whole input`, flow.yaml:29.
    async fn whole_input<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let argument = data;
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let mut result = rt::Context::invoke::<
            Whole,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        let output = rt::Value::Object(
            rt::entries([
                ("a", rt::taken(here, "$Output.Body.a", rt::take(&mut result, "a"))?),
                (
                    "b",
                    rt::found(here, "$Output.Body.list[1]", result.key("list").at(1))?
                        .clone(),
                ),
                ("c", rt::found(here, "$Output.Body.list", result.key("list"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_reference["reference<br/>calls search"]
///   s_variable["variable<br/>calls Dust"]
///   s_angle["angle<br/>calls resource-arn"]
///   s_parts["parts<br/>calls function"]
///   s_operation["operation<br/>calls DescribeDust"]
///   finish(["end"])
///   start --> s_reference
///   s_reference --> s_variable
///   s_variable --> s_angle
///   s_angle --> s_parts
///   s_parts --> s_operation
///   s_operation --> finish
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
        /// `acs:fc:::services/attic/functions/search`, called by step `reference` (flow.yaml:5).
        fn search(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/attic/functions/search", input)
        }

        /// `${Dust.ARN}`, called by step `variable` (flow.yaml:8).
        fn dust(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "${Dust.ARN}", input)
        }

        /// `<resource-arn>`, called by step `angle` (flow.yaml:11).
        fn resource_arn(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "<resource-arn>", input)
        }

        /// `acs:fc:{region}:{account}:services/{service}.{alias}/functions/{function}`, called by step `parts` (flow.yaml:14).
        fn function(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(
                call,
                "acs:fc:{region}:{account}:services/{service}.{alias}/functions/{function}",
                input,
            )
        }

        /// `vision:DescribeDust`, called by step `operation` (flow.yaml:17).
        fn describe_dust(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "vision:DescribeDust", input)
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
        const DIGEST: &'static str = "f5f417cda8a4109bfe628034979c0ac8";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "search",
                    "acs:fc:::services/attic/functions/search",
                    rt::forwards(|it: &'static F, call, input| Functions::search(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "dust",
                    "${Dust.ARN}",
                    rt::forwards(|it: &'static F, call, input| Functions::dust(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "resource_arn",
                    "<resource-arn>",
                    rt::forwards(|it: &'static F, call, input| Functions::resource_arn(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "function",
                    "acs:fc:{region}:{account}:services/{service}.{alias}/functions/{function}",
                    rt::forwards(|it: &'static F, call, input| Functions::function(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "describe_dust",
                    "vision:DescribeDust",
                    rt::forwards(|it: &'static F, call, input| Functions::describe_dust(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::search`.
    struct Search;

    impl<F: Functions> rt::Function<F> for Search {
        const RESOURCE: &'static str = "acs:fc:::services/attic/functions/search";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::search(host, call, input).await?)
        }
    }

    /// Calls `Functions::dust`.
    struct Dust;

    impl<F: Functions> rt::Function<F> for Dust {
        const RESOURCE: &'static str = "${Dust.ARN}";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::dust(host, call, input).await?)
        }
    }

    /// Calls `Functions::resource_arn`.
    struct ResourceArn;

    impl<F: Functions> rt::Function<F> for ResourceArn {
        const RESOURCE: &'static str = "<resource-arn>";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::resource_arn(host, call, input).await?)
        }
    }

    /// Calls `Functions::function`.
    struct Function;

    impl<F: Functions> rt::Function<F> for Function {
        const RESOURCE: &'static str = "acs:fc:{region}:{account}:services/{service}.{alias}/functions/{function}";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::function(host, call, input).await?)
        }
    }

    /// Calls `Functions::describe_dust`.
    struct DescribeDust;

    impl<F: Functions> rt::Function<F> for DescribeDust {
        const RESOURCE: &'static str = "vision:DescribeDust";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::describe_dust(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Reference,
        Variable,
        Angle,
        Parts,
        Operation,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "reference",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "variable",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "angle",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "parts",
                place: "flow.yaml:14",
            },
            rt::Step {
                name: "operation",
                place: "flow.yaml:17",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Reference,
                At::Variable,
                At::Angle,
                At::Parts,
                At::Operation,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Reference), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Reference => reference(cx, functions, &here, input, &scope).await,
                At::Variable => variable(cx, functions, &here, input, &scope).await,
                At::Angle => angle(cx, functions, &here, input, &scope).await,
                At::Parts => parts(cx, functions, &here, input, &scope).await,
                At::Operation => operation(cx, functions, &here, input).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `reference`, flow.yaml:5.
    async fn reference<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Search, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Variable), result))
    }

    /// Task `variable`, flow.yaml:8.
    async fn variable<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Dust, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Angle), result))
    }

    /// Task `angle`, flow.yaml:11.
    async fn angle<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<
            ResourceArn,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Parts), result))
    }

    /// Task `parts`, flow.yaml:14.
    async fn parts<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let argument = rt::Value::Object(step_input.to_object());
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<
            Function,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Operation), result))
    }

    /// Task `operation`, flow.yaml:17.
    async fn operation<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("picture", input.get("picture").or_null())]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("ImageURL", mapped.get("picture").or_null()),
                ("Level", rt::Value::from(3i64)),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<
            DescribeDust,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, result))
    }
}

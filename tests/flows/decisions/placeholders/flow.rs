/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_reference["reference<br/>calls reserve"]
///   s_attribute["attribute<br/>calls audit"]
///   s_substitution["substitution<br/>calls label"]
///   s_angle["angle<br/>calls the-arn-of-a-function"]
///   s_parts["parts<br/>calls pack"]
///   finish(["end"])
///   start --> s_reference
///   s_reference --> s_attribute
///   s_attribute --> s_substitution
///   s_substitution --> s_angle
///   s_angle --> s_parts
///   s_parts --> finish
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
        /// `acs:fc:::services/shop/functions/reserve`, called by step `reference` (flow.yaml:5).
        fn reserve(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/reserve", input)
        }

        /// `!GetAtt audit.Arn`, called by step `attribute` (flow.yaml:6).
        fn audit(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "!GetAtt audit.Arn", input)
        }

        /// `${label.ARN}`, called by step `substitution` (flow.yaml:7).
        fn label(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "${label.ARN}", input)
        }

        /// `<the-arn-of-a-function>`, called by step `angle` (flow.yaml:8).
        fn the_arn_of_a_function(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "<the-arn-of-a-function>", input)
        }

        /// `acs:fc:{region}:{account}:services/shop/functions/pack`, called by step `parts` (flow.yaml:9).
        fn pack(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(
                call,
                "acs:fc:{region}:{account}:services/shop/functions/pack",
                input,
            )
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
        const DIGEST: &'static str = "4cace20fea081ddeed70fc65bf2d53b0";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "reserve",
                    "acs:fc:::services/shop/functions/reserve",
                    rt::forwards(|it: &'static F, call, input| Functions::reserve(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "audit",
                    "!GetAtt audit.Arn",
                    rt::forwards(|it: &'static F, call, input| Functions::audit(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "label",
                    "${label.ARN}",
                    rt::forwards(|it: &'static F, call, input| Functions::label(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "the_arn_of_a_function",
                    "<the-arn-of-a-function>",
                    rt::forwards(|it: &'static F, call, input| Functions::the_arn_of_a_function(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "pack",
                    "acs:fc:{region}:{account}:services/shop/functions/pack",
                    rt::forwards(|it: &'static F, call, input| Functions::pack(
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

    /// Calls `Functions::reserve`.
    struct Reserve;

    impl<F: Functions> rt::Function<F> for Reserve {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/reserve";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::reserve(host, call, input).await?)
        }
    }

    /// Calls `Functions::audit`.
    struct Audit;

    impl<F: Functions> rt::Function<F> for Audit {
        const RESOURCE: &'static str = "!GetAtt audit.Arn";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::audit(host, call, input).await?)
        }
    }

    /// Calls `Functions::label`.
    struct Label;

    impl<F: Functions> rt::Function<F> for Label {
        const RESOURCE: &'static str = "${label.ARN}";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::label(host, call, input).await?)
        }
    }

    /// Calls `Functions::the_arn_of_a_function`.
    struct TheArnOfAFunction;

    impl<F: Functions> rt::Function<F> for TheArnOfAFunction {
        const RESOURCE: &'static str = "<the-arn-of-a-function>";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::the_arn_of_a_function(host, call, input).await?)
        }
    }

    /// Calls `Functions::pack`.
    struct Pack;

    impl<F: Functions> rt::Function<F> for Pack {
        const RESOURCE: &'static str = "acs:fc:{region}:{account}:services/shop/functions/pack";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::pack(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Reference,
        Attribute,
        Substitution,
        Angle,
        Parts,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "reference",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "attribute",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "substitution",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "angle",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "parts",
                place: "flow.yaml:9",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Reference,
                At::Attribute,
                At::Substitution,
                At::Angle,
                At::Parts,
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
                At::Attribute => attribute(cx, functions, &here, input, &scope).await,
                At::Substitution => {
                    substitution(cx, functions, &here, input, &scope).await
                }
                At::Angle => angle(cx, functions, &here, input, &scope).await,
                At::Parts => parts(cx, functions, &here, input, &scope).await,
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
        let result = rt::Context::invoke::<Reserve, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Attribute), result))
    }

    /// Task `attribute`, flow.yaml:6.
    async fn attribute<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Audit, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Substitution), result))
    }

    /// Task `substitution`, flow.yaml:7.
    async fn substitution<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Label, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Angle), result))
    }

    /// Task `angle`, flow.yaml:8.
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
            TheArnOfAFunction,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Parts), result))
    }

    /// Task `parts`, flow.yaml:9.
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
        let result = rt::Context::invoke::<Pack, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(None, result))
    }
}

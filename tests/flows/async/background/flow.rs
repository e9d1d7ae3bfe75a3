/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_mail["mail<br/>calls mail in the background"]
///   s_pack["pack<br/>calls pack"]
///   finish(["end"])
///   start --> s_mail
///   s_mail --> s_pack
///   s_pack --> finish
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
        /// `acs:fc:::services/shop/functions/mail`, called by step `mail` (flow.yaml:4).
        fn mail(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/mail", input)
        }

        /// `acs:fc:::services/shop/functions/pack`, called by step `pack` (flow.yaml:11).
        fn pack(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/shop/functions/pack", input)
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
        const DIGEST: &'static str = "37d7b123c47ab1d1c656f424d974e663";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "mail",
                    "acs:fc:::services/shop/functions/mail",
                    rt::forwards(|it: &'static F, call, input| Functions::mail(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "pack",
                    "acs:fc:::services/shop/functions/pack",
                    rt::forwards(|it: &'static F, call, input| Functions::pack(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn dispatch(
            &self,
            resource: &str,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Value, rt::StepError> {
            match resource {
                "acs:fc:::services/shop/functions/mail" => {
                    Functions::mail(&*self.functions, call, input).await
                }
                _ => call.remote(resource, input).await,
            }
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::mail`, which may return any JSON.
    struct Mail;

    impl<F: Functions> rt::Function<F> for Mail {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/mail";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::mail(host, call, input)
        }
    }

    /// Calls `Functions::pack`.
    struct Pack;

    impl<F: Functions> rt::Function<F> for Pack {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/pack";
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
        Mail,
        Pack,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "mail",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "pack",
                place: "flow.yaml:11",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 2] = [At::Mail, At::Pack];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 2>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Mail), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Mail => mail(cx, functions, &here, input).await,
                At::Pack => pack(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `mail`, flow.yaml:4.
    async fn mail<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("to", input.get("customer").or_null())]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy::default();
        let request = || Ok(rt::Request {
            id: rt::Value::Null,
            resource: rt::Value::Null,
            input: rt::Value::Object(mapped.clone()),
        });
        let result = rt::submit::<C, Mail, F>(cx, here, functions, policy, &request)
            .await?;
        Ok(rt::Left::to(Some(At::Pack), result))
    }

    /// Task `pack`, flow.yaml:11.
    async fn pack<C: rt::Context, F: Functions>(
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

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_bake["bake<br/>calls bake"]
///   s_cool[/"cool<br/>waits 90 s"/]
///   s_ice["ice<br/>calls ice"]
///   s_serve{{"serve"}}
///   join_serve(( ))
///   finish(["end"])
///   subgraph g_branch_1["branch 1"]
///     s_cut["cut<br/>calls cut"]
///   end
///   start --> s_bake
///   s_bake --> s_cool
///   s_cool --> s_ice
///   s_ice --> s_serve
///   s_serve --> s_cut
///   join_serve --> finish
///   s_cut --> join_serve
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
        /// `acs:fc:::services/kitchen/functions/bake`, called by step `bake` (flow.yaml:5).
        fn bake(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/kitchen/functions/bake", input)
        }

        /// `acs:fc:::services/kitchen/functions/ice`, called by step `ice` (flow.yaml:11).
        fn ice(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/kitchen/functions/ice", input)
        }

        /// `acs:fc:::services/kitchen/functions/cut`, called by step `cut` (flow.yaml:19).
        fn cut(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/kitchen/functions/cut", input)
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
        const DIGEST: &'static str = "954f44143fea625ed3ec4711143b767b";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "bake",
                    "acs:fc:::services/kitchen/functions/bake",
                    rt::forwards(|it: &'static F, call, input| Functions::bake(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "ice",
                    "acs:fc:::services/kitchen/functions/ice",
                    rt::forwards(|it: &'static F, call, input| Functions::ice(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "cut",
                    "acs:fc:::services/kitchen/functions/cut",
                    rt::forwards(|it: &'static F, call, input| Functions::cut(
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

    /// Calls `Functions::bake`.
    struct Bake;

    impl<F: Functions> rt::Function<F> for Bake {
        const RESOURCE: &'static str = "acs:fc:::services/kitchen/functions/bake";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::bake(host, call, input).await?)
        }
    }

    /// Calls `Functions::ice`.
    struct Ice;

    impl<F: Functions> rt::Function<F> for Ice {
        const RESOURCE: &'static str = "acs:fc:::services/kitchen/functions/ice";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::ice(host, call, input).await?)
        }
    }

    /// Calls `Functions::cut`.
    struct Cut;

    impl<F: Functions> rt::Function<F> for Cut {
        const RESOURCE: &'static str = "acs:fc:::services/kitchen/functions/cut";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::cut(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Bake,
        Cool,
        Ice,
        Serve,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "bake",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "cool",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "ice",
                place: "flow.yaml:11",
            },
            rt::Step {
                name: "serve",
                place: "flow.yaml:15",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Bake, At::Cool, At::Ice, At::Serve];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Bake), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Bake => bake(cx, functions, &here, input, &scope).await,
                At::Cool => cool(cx, &here).await,
                At::Ice => ice(cx, functions, &here, input, &scope).await,
                At::Serve => serve(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `bake`, flow.yaml:5.
    async fn bake<C: rt::Context, F: Functions>(
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
        let result = rt::Context::invoke::<Bake, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Cool), result))
    }

    /// Wait `cool`, flow.yaml:8.
    async fn cool<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(90)).await?;
        Ok(rt::Left::to(Some(At::Ice), rt::Object::new()))
    }

    /// Task `ice`, flow.yaml:11.
    async fn ice<C: rt::Context, F: Functions>(
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
        let mut result = rt::Context::invoke::<Ice, F>(cx, &attempt, functions, argument)
            .await??;
        let output = [("colour", result.remove("colour").unwrap_or_default())];
        Ok(rt::Left::to(Some(At::Serve), output))
    }

    /// Parallel `serve`, flow.yaml:15.
    async fn serve<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        rt::foreach(
                1,
                1,
                |_| async move {
                    serve_branch_0::run(cx, functions, &here.branch(0), &step_input)
                        .await
                },
            )
            .await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// The steps of branch 0 of `serve`.
    mod serve_branch_0 {
        use super::{Cut, Functions, rt, rt::prelude::*};

        /// Where branch 0 of `serve` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Cut,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "cut",
                    place: "flow.yaml:19",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Cut];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of branch 0 of `serve`.
        type Scope = rt::Scope<At, 1>;

        /// Runs branch 0 of `serve` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Cut), input)? {
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
                    At::Cut => cut(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `cut`, flow.yaml:19.
        async fn cut<C: rt::Context, F: Functions>(
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
            let result = rt::Context::invoke::<Cut, F>(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }
}

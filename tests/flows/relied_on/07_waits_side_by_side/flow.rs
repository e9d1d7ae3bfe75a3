/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_reminders{{"reminders<br/>for each of $.instants"}}
///   join_reminders(( ))
///   finish(["end"])
///   subgraph g_each_instant["each instant"]
///     s_sleep[/"sleep<br/>waits until $.instant"/]
///     s_remind["remind<br/>calls remind"]
///   end
///   start --> s_reminders
///   s_reminders --> s_sleep
///   join_reminders --> finish
///   s_sleep --> s_remind
///   s_remind --> join_reminders
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
        /// `acs:fc:::services/desk/functions/remind`, called by step `remind` (flow.yaml:12).
        fn remind(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/desk/functions/remind", input)
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
        const DIGEST: &'static str = "d277b64ce86d814e04bfe503c94f7fd9";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "remind",
                    "acs:fc:::services/desk/functions/remind",
                    rt::forwards(|it: &'static F, call, input| Functions::remind(
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

    /// Calls `Functions::remind`.
    struct Remind;

    impl<F: Functions> rt::Function<F> for Remind {
        const RESOURCE: &'static str = "acs:fc:::services/desk/functions/remind";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::remind(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Reminders,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "reminders",
                place: "flow.yaml:5",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 1] = [At::Reminders];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 1>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Reminders), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Reminders => reminders(cx, functions, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Foreach `reminders`, flow.yaml:5.
    async fn reminders<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.instants", step_input.get("instants"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("instant", items[index].clone())]);
                    reminders_body::run(
                            cx,
                            functions,
                            &here.item(index),
                            &rt::Data::over(&own, &step_input),
                        )
                        .await
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [
            (
                "count",
                rt::Value::Array(
                    result.each().filter_map(|it| it.key("n")).cloned().collect(),
                ),
            ),
        ];
        Ok(rt::Left::to(None, output))
    }

    /// The steps of an iteration of `reminders`.
    mod reminders_body {
        use super::{Functions, Remind, rt, rt::prelude::*};

        /// Where an iteration of `reminders` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Sleep,
            Remind,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "sleep",
                    place: "flow.yaml:9",
                },
                rt::Step {
                    name: "remind",
                    place: "flow.yaml:12",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Sleep, At::Remind];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `reminders`.
        type Scope = rt::Scope<At, 2>;

        /// Runs an iteration of `reminders` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Sleep), input)? {
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
                    At::Sleep => sleep(cx, &here, input, &scope).await,
                    At::Remind => remind(cx, functions, &here, input).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Wait `sleep`, flow.yaml:9.
        async fn sleep<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            rt::wait_until(cx, here, rt::Operand::from(step_input.get("instant")))
                .await?;
            Ok(rt::Left::to(Some(At::Remind), rt::Object::new()))
        }

        /// Task `remind`, flow.yaml:12.
        async fn remind<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Left<At>> {
            let mapped = rt::entries([("instant", input.get("instant").or_null())]);
            here.started_with(cx, &mapped)?;
            let argument = rt::Value::Object(mapped);
            let path = here.attempt(1);
            let attempt = rt::Attempt::new(&path, None);
            let result = rt::Context::invoke::<
                Remind,
                F,
            >(cx, &attempt, functions, argument)
                .await??;
            Ok(rt::Left::to(None, result))
        }
    }
}

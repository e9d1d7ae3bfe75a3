/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_count["count<br/>calls count"]
///   s_enough{"enough"}
///   s_rest[/"rest<br/>waits 60 s"/]
///   s_done("done")
///   finish(["end"])
///   start --> s_count
///   s_count --> s_enough
///   s_enough -->|"$Input.n #gt;= 3"| s_done
///   s_enough -->|"default"| s_rest
///   s_rest --> s_count
///   s_done --> finish
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
        /// `acs:fc:::services/demo/functions/count`, called by step `count` (flow.yaml:7).
        fn count(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/demo/functions/count", input)
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
        const DIGEST: &'static str = "118359a86a0890214a5156cec14dbdc0";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "count",
                    "acs:fc:::services/demo/functions/count",
                    rt::forwards(|it: &'static F, call, input| Functions::count(
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

    /// Calls `Functions::count`, which may return any JSON.
    struct Count;

    impl<F: Functions> rt::Function<F> for Count {
        const RESOURCE: &'static str = "acs:fc:::services/demo/functions/count";
        type In = rt::Value;
        type Out = rt::Value;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::count(host, call, input)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Count,
        Enough,
        Rest,
        Done,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "count",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "enough",
                place: "flow.yaml:14",
            },
            rt::Step {
                name: "rest",
                place: "flow.yaml:18",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:19",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((0, 2));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 4] = [At::Count, At::Enough, At::Rest, At::Done];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 4, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Count), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Count => count(cx, functions, &here, scope.take()).await,
                At::Enough => enough(cx, &here, scope.take()),
                At::Rest => rest(cx, &here, scope.take()).await,
                At::Done => done(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `count`, flow.yaml:7.
    async fn count<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                (
                    "ids",
                    rt::Value::from([
                        rt::found(here, "$Input.ids", data.key("ids"))?.clone(),
                        rt::builtin::uuid(cx, here, 1)?,
                    ]),
                ),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let argument = rt::Value::Object(
            rt::entries([
                ("n", rt::found(here, "$Input.n", step_input.key("n"))?.clone()),
            ]),
        );
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let mut result = rt::Context::invoke::<
            Count,
            F,
        >(cx, &attempt, functions, argument)
            .await??;
        let output = rt::Value::Object(
            rt::entries([
                ("n", rt::taken(here, "$Output.Body.n", rt::take(&mut result, "n"))?),
                ("ids", rt::found(here, "$Input.ids", step_input.key("ids"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(Some(At::Enough), output))
    }

    /// Choice `enough`, flow.yaml:14.
    fn enough<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::ge(
            here,
            rt::Nulls::Fail,
            rt::found(here, "$Input.n", data.key("n"))?,
            3i128,
        )? {
            return Ok(rt::Left::to(Some(At::Done), data));
        }
        Ok(rt::Left::to(Some(At::Rest), data))
    }

    /// Wait `rest`, flow.yaml:18.
    async fn rest<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(60)).await?;
        Ok(rt::Left::to(Some(At::Count), data))
    }

    /// Pass `done`, flow.yaml:19.
    fn done<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                (
                    "different",
                    rt::Value::Bool(
                        !rt::is_in(
                            here,
                            rt::found(here, "$Input.ids[1]", data.key("ids").at(1))?,
                            rt::found(here, "$Input.ids[0]", data.key("ids").at(0))?,
                        )?
                            && !rt::is_in(
                                here,
                                rt::found(
                                    here,
                                    "$Input.ids[0][1]",
                                    data.key("ids").at(0).at(1),
                                )?,
                                rt::found(
                                    here,
                                    "$Input.ids[0][0]",
                                    data.key("ids").at(0).at(0),
                                )?,
                            )?,
                    ),
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

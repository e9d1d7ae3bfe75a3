/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_begin("begin")
///   s_read["read<br/>calls read"]
///   s_further{"further"}
///   s_hand_over[["hand over<br/>starts flow $.flow"]]
///   s_read_all(["read all"])
///   finish(["end"])
///   start --> s_begin
///   s_begin --> s_read
///   s_read --> s_further
///   s_further -->|"$.page #gt;= $.pages"| s_read_all
///   s_further -->|"$.events #gt;= $.most"| s_hand_over
///   s_further -->|"default"| s_read
///   s_hand_over --> s_read_all
///   s_hand_over -.->|"fnf.ExecutionAlreadyExists"| s_read_all
///   s_read_all --> finish
///   linkStyle 7 stroke:#c0392b
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
        /// `acs:fc:::services/book/functions/read`, called by step `read` (flow.yaml:8).
        fn read(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/book/functions/read", input)
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
        const DIGEST: &'static str = "003d19c44d3d2b04a53e0e177b320c47";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "read",
                    "acs:fc:::services/book/functions/read",
                    rt::forwards(|it: &'static F, call, input| Functions::read(
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

    /// Calls `Functions::read`.
    struct Read;

    impl<F: Functions> rt::Function<F> for Read {
        const RESOURCE: &'static str = "acs:fc:::services/book/functions/read";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::read(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Begin,
        Read,
        Further,
        HandOver,
        ReadAll,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "begin",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "read",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "further",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "hand over",
                place: "flow.yaml:26",
            },
            rt::Step {
                name: "read all",
                place: "flow.yaml:41",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((1, 2));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Begin,
                At::Read,
                At::Further,
                At::HandOver,
                At::ReadAll,
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
        let mut scope = match Scope::open(cx, path, Some(At::Begin), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Begin => begin(cx, &here, input, &scope),
                At::Read => read(cx, functions, &here, &scope).await,
                At::Further => further(cx, &here, input, &scope),
                At::HandOver => hand_over(cx, &here, input, &scope).await,
                At::ReadAll => read_all(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `begin`, flow.yaml:5.
    fn begin<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let output = [("page", step_input.get("page").or_null())];
        Ok(rt::Left::to(Some(At::Read), output))
    }

    /// Task `read`, flow.yaml:8.
    async fn read<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("page", scope.local.get("page").or_null())]);
        here.started_with(cx, &mapped)?;
        let argument = rt::Value::Object(mapped);
        let path = here.attempt(1);
        let attempt = rt::Attempt::new(&path, None);
        let result = rt::Context::invoke::<Read, F>(cx, &attempt, functions, argument)
            .await??;
        Ok(rt::Left::to(Some(At::Further), result))
    }

    /// Choice `further`, flow.yaml:12.
    fn further<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("page", scope.local.get("page").or_null()),
            ("pages", input.get("pages").or_null()),
            ("events", rt::Value::from(here.event_id)),
            ("most", input.get("most").or_null()),
        ]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        if rt::ge(
            here,
            rt::Nulls::False,
            step_input.get("page"),
            step_input.get("pages"),
        )? {
            return Ok(rt::Left::to(Some(At::ReadAll), rt::Object::new()));
        }
        if rt::ge(
            here,
            rt::Nulls::False,
            step_input.get("events"),
            step_input.get("most"),
        )? {
            return Ok(rt::Left::to(Some(At::HandOver), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Read), rt::Object::new()))
    }

    /// Task `hand over`, flow.yaml:26.
    async fn hand_over<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("flow", rt::Value::from(rt::Context::flow_name(cx))),
            ("next", input.get("next").or_null()),
            ("page", scope.local.get("page").or_null()),
            ("pages", input.get("pages").or_null()),
            ("most", input.get("most").or_null()),
        ]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: mapped.get("flow").or_null(),
            execution: mapped.get("next").or_null(),
            input: rt::Value::Object(mapped.clone()),
        });
        let outcome = rt::child(cx, here, rt::ChildMode::Start, policy, &request).await;
        match outcome {
            Ok((_, mut result)) => {
                let output = [("next", result.remove("Name").unwrap_or_default())];
                Ok(rt::Left::to(Some(At::ReadAll), output))
            }
            Err(
                rt::Halt::Failed(error),
            ) if error.is_any(&["fnf.ExecutionAlreadyExists"]) => {
                Ok(rt::Left::caught(Some(At::ReadAll), rt::Object::new(), error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Succeed `read all`, flow.yaml:41.
    fn read_all<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

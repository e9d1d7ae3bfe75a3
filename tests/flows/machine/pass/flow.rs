/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_As_it_is("As it is.")
///   s_Input_only("Input only")
///   s_Output_too("Output too")
///   finish(["end"])
///   start --> s_As_it_is
///   s_As_it_is --> s_Input_only
///   s_Input_only --> s_Output_too
///   s_Output_too --> finish
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
        const DIGEST: &'static str = "faf67bdd44b5611eae2f061eab4427a6";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::Value::Object(rt::flow_input(input)?);
            run(cx, &rt::Path::ROOT, input).await
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        AsItIs,
        InputOnly,
        OutputToo,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "As it is.",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "Input only",
                place: "flow.yaml:10",
            },
            rt::Step {
                name: "Output too",
                place: "flow.yaml:22",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::AsItIs, At::InputOnly, At::OutputToo];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, rt::Value>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: rt::Value,
    ) -> rt::Res<rt::Value> {
        let mut scope = match Scope::open_replacing(cx, path, Some(At::AsItIs), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::AsItIs => as_it_is(cx, &here, scope.take()),
                At::InputOnly => input_only(cx, &here, scope.take()),
                At::OutputToo => output_too(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `As it is.`, flow.yaml:7.
    fn as_it_is<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        Ok(rt::Left::to(Some(At::InputOnly), data))
    }

    /// Pass `Input only`, flow.yaml:10.
    fn input_only<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                ("FieldA", rt::Value::from(123i64)),
                ("order", rt::found(here, "$Input.order", data.key("order"))?.clone()),
                (
                    "nested",
                    rt::Value::Object(
                        rt::entries([
                            (
                                "list",
                                rt::Value::from([
                                    rt::Value::from(1i64),
                                    rt::Value::Object(
                                        rt::entries([
                                            (
                                                "id",
                                                rt::found(
                                                        here,
                                                        "$Input.order.id",
                                                        data.key("order").key("id"),
                                                    )?
                                                    .clone(),
                                            ),
                                        ]),
                                    ),
                                    rt::Value::from([
                                        rt::Value::Object(
                                            rt::entries([
                                                (
                                                    "deep",
                                                    rt::found(
                                                            here,
                                                            "$Input.order.id",
                                                            data.key("order").key("id"),
                                                        )?
                                                        .clone(),
                                                ),
                                            ]),
                                        ),
                                    ]),
                                ]),
                            ),
                            ("empty", rt::Value::Object(rt::Object::new())),
                            ("nothing", rt::Value::Null),
                            ("text", rt::Value::from("about $Input.order")),
                        ]),
                    ),
                ),
            ]),
        );
        here.started_with(cx, &step_input)?;
        Ok(rt::Left::to(Some(At::OutputToo), step_input))
    }

    /// Pass `Output too`, flow.yaml:22.
    fn output_too<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        let step_input = rt::Value::Object(
            rt::entries([
                ("a", rt::found(here, "$Input.FieldA", data.key("FieldA"))?.clone()),
                ("b", rt::found(here, "$Input.nested", data.key("nested"))?.clone()),
            ]),
        );
        here.started_with(cx, &step_input)?;
        let output = rt::Value::Object(
            rt::entries([
                ("a", rt::found(here, "$Input.a", step_input.key("a"))?.clone()),
                ("same", rt::found(here, "$Input.a", step_input.key("a"))?.clone()),
                ("b", rt::found(here, "$Input.b", step_input.key("b"))?.clone()),
                ("raw", rt::found(here, "$Input.a", step_input.key("a"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

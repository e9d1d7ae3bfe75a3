/// The flow `mappings`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_constants("constants")
///   s_only_input("only input")
///   s_renames("renames")
///   finish(["end"])
///   start --> s_constants
///   s_constants --> s_only_input
///   s_only_input --> s_renames
///   s_renames --> finish
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

    /// The flow `mappings` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "mappings";
        const DIGEST: &'static str = "f66df021afd69112b68751e4a98b384d";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let input = rt::entries([
                ("order", input.get("payload").key("order").or_null()),
                ("all", rt::Value::Object(input.clone())),
            ]);
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(
                rt::Value::Object(
                    rt::entries([
                        ("id", input.get("order").key("id").or_null()),
                        ("result", rt::Value::Object(local.clone())),
                        ("nothing", local.get("never").or_null()),
                    ]),
                ),
            )
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Constants,
        OnlyInput,
        Renames,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "constants",
                place: "flow.yaml:12",
            },
            rt::Step {
                name: "only input",
                place: "flow.yaml:22",
            },
            rt::Step {
                name: "renames",
                place: "flow.yaml:26",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Constants, At::OnlyInput, At::Renames];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Constants), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Constants => constants(cx, &here),
                At::OnlyInput => only_input(cx, &here, &scope),
                At::Renames => renames(cx, &here, &scope),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `constants`, flow.yaml:12.
    fn constants<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [
            ("text", rt::Value::from("plain")),
            ("empty", rt::Value::from("")),
            (
                "list",
                rt::Value::from([
                    rt::Value::from(1i64),
                    rt::Value::from("two"),
                    rt::Value::Null,
                    rt::Value::from([rt::Value::Bool(true)]),
                ]),
            ),
            (
                "tree",
                rt::Value::Object(
                    rt::entries([
                        (
                            "a",
                            rt::Value::Object(
                                rt::entries([("b", rt::Value::from(-1.5f64))]),
                            ),
                        ),
                        ("c d", rt::Value::Object(rt::Object::new())),
                    ]),
                ),
            ),
            ("large", rt::Value::from(9007199254740993i64)),
            ("larger", rt::Value::from(18446744073709551615u64)),
            ("dollar", rt::Value::from("costs $5")),
        ];
        Ok(rt::Left::to(Some(At::OnlyInput), output))
    }

    /// Pass `only input`, flow.yaml:22.
    fn only_input<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([("x", scope.local.get("list").at(1).or_null())]);
        here.started_with(cx, &mapped)?;
        Ok(rt::Left::to(Some(At::Renames), rt::Object::new()))
    }

    /// Pass `renames`, flow.yaml:26.
    fn renames<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("x", scope.local.get("list").at(1).or_null()),
            ("whole", rt::Value::Object(scope.local.clone())),
        ]);
        here.started_with(cx, &mapped)?;
        let output = [
            ("two", mapped.get("x").or_null()),
            ("b", mapped.get("whole").key("tree").key("a").key("b").or_null()),
            ("missing", mapped.get("whole").key("tree").key("z").key("b").or_null()),
            ("name", rt::Value::from(rt::Context::execution_name(cx))),
            ("flow", rt::Value::from(rt::Context::flow_name(cx))),
            ("step", rt::Value::from(here.step.name)),
        ];
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `machine_child`, generated from `child.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_which{"which"}
///   s_with("with")
///   s_without("without")
///   finish(["end"])
///   start --> s_which
///   s_which -->|"#quot;from#quot; in $Input"| s_with
///   s_which -->|"default"| s_without
///   s_with --> finish
///   s_without --> finish
/// ```
#[allow(clippy::pedantic)]
pub mod child {
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

    /// The flow `machine_child` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "machine_child";
        const DIGEST: &'static str = "3b6878efff26362995ab0309284d2670";
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
        Which,
        With,
        Without,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "which",
                place: "child.yaml:6",
            },
            rt::Step {
                name: "with",
                place: "child.yaml:10",
            },
            rt::Step {
                name: "without",
                place: "child.yaml:11",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Which, At::With, At::Without];
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
        let mut scope = match Scope::open_replacing(cx, path, Some(At::Which), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Which => which(cx, &here, scope.take()),
                At::With => with(cx, &here, scope.take()),
                At::Without => without(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `which`, child.yaml:6.
    fn which<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::is_in(here, &rt::Value::from("from"), &data)? {
            return Ok(rt::Left::to(Some(At::With), data).forgetting(&["sum"]));
        }
        Ok(rt::Left::to(Some(At::Without), data).forgetting(&["from", "sum"]))
    }

    /// Pass `with`, child.yaml:10.
    fn with<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "sum",
                    rt::builtin::int_add(
                        here,
                        rt::found(here, "$Input.n", data.key("n"))?,
                        &rt::Value::from(1i64),
                    )?,
                ),
                ("from", rt::found(here, "$Input.from", data.key("from"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `without`, child.yaml:11.
    fn without<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "sum",
                    rt::builtin::int_add(
                        here,
                        rt::found(here, "$Input.n", data.key("n"))?,
                        &rt::Value::from(1i64),
                    )?,
                ),
                ("from", rt::Value::Object(rt::Object::new())),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

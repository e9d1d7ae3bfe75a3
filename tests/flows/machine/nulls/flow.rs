/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_which{"which"}
///   s_true_value("true value")
///   s_missing("missing")
///   s_null_value("null value")
///   s_other("other")
///   finish(["end"])
///   start --> s_which
///   s_which -->|"#quot;v#quot; in $Input #amp;#amp; $Input.v"| s_true_value
///   s_which -->|"!(#quot;v#quot; in $Input)"| s_missing
///   s_which -->|"$Input.v in [null]"| s_null_value
///   s_which -->|"default"| s_other
///   s_true_value --> finish
///   s_missing --> finish
///   s_null_value --> finish
///   s_other --> finish
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
        const DIGEST: &'static str = "9ec916dc991f16a76c3ef991a5421dac";
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
        TrueValue,
        Missing,
        NullValue,
        Other,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "which",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "true value",
                place: "flow.yaml:14",
            },
            rt::Step {
                name: "missing",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "null value",
                place: "flow.yaml:16",
            },
            rt::Step {
                name: "other",
                place: "flow.yaml:17",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Which,
                At::TrueValue,
                At::Missing,
                At::NullValue,
                At::Other,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5, rt::Value>;

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
                At::TrueValue => true_value(cx, &here),
                At::Missing => missing(cx, &here),
                At::NullValue => null_value(cx, &here, scope.take()),
                At::Other => other(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `which`, flow.yaml:7.
    fn which<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::is_in(here, &rt::Value::from("v"), &data)?
            && rt::truth(
                here,
                rt::Truth::Strict,
                rt::found(here, "$Input.v", data.key("v"))?,
            )?
        {
            return Ok(
                rt::Left::to(Some(At::TrueValue), data)
                    .forgetting(&["below", "took", "twice", "v"]),
            );
        }
        if !rt::is_in(here, &rt::Value::from("v"), &data)? {
            return Ok(
                rt::Left::to(Some(At::Missing), data)
                    .forgetting(&["below", "took", "twice", "v"]),
            );
        }
        if rt::is_in(
            here,
            rt::found(here, "$Input.v", data.key("v"))?,
            &rt::Value::from([rt::Value::Null]),
        )? {
            return Ok(
                rt::Left::to(Some(At::NullValue), data)
                    .forgetting(&["below", "took", "twice"]),
            );
        }
        Ok(rt::Left::to(Some(At::Other), data).forgetting(&["below", "took", "twice"]))
    }

    /// Pass `true value`, flow.yaml:14.
    fn true_value<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(rt::entries([("took", rt::Value::from("true"))]));
        Ok(rt::Left::to(None, output))
    }

    /// Pass `missing`, flow.yaml:15.
    fn missing<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([("took", rt::Value::from("missing"))]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `null value`, flow.yaml:16.
    fn null_value<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("took", rt::Value::from("null")),
                ("v", rt::found(here, "$Input.v", data.key("v"))?.clone()),
                (
                    "twice",
                    rt::Value::from([
                        rt::found(here, "$Input.v", data.key("v"))?.clone(),
                        rt::Value::Bool(
                            rt::is_in(
                                here,
                                rt::found(here, "$Input.v", data.key("v"))?,
                                &rt::Value::Array(Default::default()),
                            )?,
                        ),
                    ]),
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `other`, flow.yaml:17.
    fn other<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("took", rt::Value::from("other")),
                ("below", rt::found(here, "$Input.v.a", data.key("v").key("a"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

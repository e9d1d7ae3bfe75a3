/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_first__one{"first: one."}
///   s_1("审批 通过？")
///   s_Type("Type")
///   s_Next("Next")
///   s_End("End")
///   finish(["end"])
///   start --> s_first__one
///   s_first__one -->|"$Input.价格 #gt;= 100 #amp;#amp;<br/>$Input.国家 == #quot;中国#quot;"| s_1
///   s_first__one -->|"#quot;xA#quot; == $Input.text ||<br/>#quot;it's#quot; == $Input.text"| s_Type
///   s_first__one -->|"$Input.text == #quot;single#quot;<br/>|| $Input.odd key == 1"| s_Next
///   s_first__one -->|"default"| s_End
///   s_1 --> finish
///   s_Type --> finish
///   s_Next --> finish
///   s_End --> finish
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
        const DIGEST: &'static str = "4deed568a5d4d6d298993deeeece1162";
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
        FirstOne,
        审批通过,
        Type,
        Next,
        End,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "first: one.",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "审批 通过？",
                place: "flow.yaml:20",
            },
            rt::Step {
                name: "Type",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "Next",
                place: "flow.yaml:22",
            },
            rt::Step {
                name: "End",
                place: "flow.yaml:23",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::FirstOne,
                At::审批通过,
                At::Type,
                At::Next,
                At::End,
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
        let mut scope = match Scope::open_replacing(
            cx,
            path,
            Some(At::FirstOne),
            input,
        )? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::FirstOne => first_one(cx, &here, scope.take()),
                At::审批通过 => 审批_通过(cx, &here, scope.take()),
                At::Type => r#type(cx, &here, scope.take()),
                At::Next => next(cx, &here, scope.take()),
                At::End => end(cx, &here, scope.take()),
            };
            scope.replace(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `first: one.`, flow.yaml:7.
    fn first_one<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        if rt::ge(
            here,
            rt::Nulls::Fail,
            rt::found(here, "$Input.价格", data.key("价格"))?,
            100i128,
        )? && rt::eq(rt::found(here, "$Input.国家", data.key("国家"))?, "中国")
        {
            return Ok(rt::Left::to(Some(At::审批通过), data).forgetting(&["text"]));
        }
        if rt::eq("xA", rt::found(here, "$Input.text", data.key("text"))?)
            || rt::eq("it's", rt::found(here, "$Input.text", data.key("text"))?)
        {
            return Ok(rt::Left::to(Some(At::Type), data));
        }
        if rt::eq(rt::found(here, "$Input.text", data.key("text"))?, "single")
            || rt::eq(rt::found(here, "$Input.odd key", data.key("odd key"))?, 1i128)
        {
            return Ok(rt::Left::to(Some(At::Next), data).forgetting(&["text"]));
        }
        Ok(rt::Left::to(Some(At::End), data))
    }

    /// Pass `审批 通过？`, flow.yaml:20.
    fn 审批_通过<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("价", rt::found(here, "$Input.价格", data.key("价格"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `Type`, flow.yaml:21.
    fn r#type<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("text", rt::found(here, "$Input.text", data.key("text"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `Next`, flow.yaml:22.
    fn next<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                (
                    "quoted",
                    rt::found(here, "$Input.odd key", data.key("odd key"))?.clone(),
                ),
                (
                    "dots.and",
                    rt::found(here, "$Input.a.b.c", data.key("a.b").key("c"))?.clone(),
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `End`, flow.yaml:23.
    fn end<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("literal", rt::Value::from("$Input.text")),
                (
                    "formatted",
                    rt::builtin::format(
                        here,
                        &rt::Value::from("{}: {}"),
                        &[
                            rt::found(here, "$Input.text", data.key("text"))?,
                            &rt::Value::from("#1"),
                        ],
                    )?,
                ),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

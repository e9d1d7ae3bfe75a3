/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_which{"which"}
///   s_first("first")
///   s_second("second")
///   s_third("third")
///   s_fourth("fourth")
///   s_fifth("fifth")
///   s_sixth("sixth")
///   s_last("last")
///   finish(["end"])
///   start --> s_which
///   s_which -->|"!$Input.flag #amp;#amp; $Input.n == -1"| s_first
///   s_which -->|"$Input.n #gt;= 10 #amp;#amp; $Input.n<br/>#lt; 20 || $Input.n == 100"| s_second
///   s_which -->|"($Input.flag || $Input.n #gt;<br/>1000#41; #amp;#amp; !($Input.n in [7, 8])"| s_third
///   s_which -->|"$Input.n in $Input.list"| s_fourth
///   s_which -->|"$Input.key in $Input #amp;#amp;<br/>$Input.n #lt; 0 #amp;#amp; -$Input.n #gt; 5"| s_fifth
///   s_which -->|"#quot;x#quot; in $Input #amp;#amp; #quot;n#quot; in $Input"| s_first
///   s_which -->|"length($Input.list) ==<br/>4 || $Input.n == #quot;3#quot;"| s_sixth
///   s_which -->|"default"| s_last
///   s_first --> finish
///   s_second --> finish
///   s_third --> finish
///   s_fourth --> finish
///   s_fifth --> finish
///   s_sixth --> finish
///   s_last --> finish
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
        const DIGEST: &'static str = "548dc3a04e7f2fa308f7797f9d5448ff";
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
        First,
        Second,
        Third,
        Fourth,
        Fifth,
        Sixth,
        Last,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "which",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "first",
                place: "flow.yaml:20",
            },
            rt::Step {
                name: "second",
                place: "flow.yaml:21",
            },
            rt::Step {
                name: "third",
                place: "flow.yaml:22",
            },
            rt::Step {
                name: "fourth",
                place: "flow.yaml:23",
            },
            rt::Step {
                name: "fifth",
                place: "flow.yaml:24",
            },
            rt::Step {
                name: "sixth",
                place: "flow.yaml:25",
            },
            rt::Step {
                name: "last",
                place: "flow.yaml:26",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 8] = [
                At::Which,
                At::First,
                At::Second,
                At::Third,
                At::Fourth,
                At::Fifth,
                At::Sixth,
                At::Last,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 8, rt::Value>;

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
                At::First => first(cx, &here),
                At::Second => second(cx, &here),
                At::Third => third(cx, &here),
                At::Fourth => fourth(cx, &here),
                At::Fifth => fifth(cx, &here),
                At::Sixth => sixth(cx, &here),
                At::Last => last(cx, &here, scope.take()),
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
        let global = rt::global_at(cx, here)?;
        let step_input = rt::Value::Object(
            rt::entries([
                ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                ("flag", rt::found(here, "$Input.flag", data.key("flag"))?.clone()),
                (
                    "list",
                    rt::Value::from([
                        rt::Value::from(1i64),
                        rt::Value::from(2.5f64),
                        rt::Value::from("two"),
                    ]),
                ),
                ("key", rt::Value::from("n")),
                ("global", rt::Value::Object(global.clone())),
            ]),
        );
        here.started_with(cx, &step_input)?;
        if !rt::truth(
            here,
            rt::Truth::Strict,
            rt::found(here, "$Input.flag", step_input.key("flag"))?,
        )? && rt::eq(rt::found(here, "$Input.n", step_input.key("n"))?, -1i128)
        {
            let shared = rt::entries([("chosen", rt::Value::from("which"))]);
            let output = step_input;
            return Ok(
                rt::Left::to(Some(At::First), output).sharing(shared).forgetting(&["n"]),
            );
        }
        if rt::ge(
            here,
            rt::Nulls::Fail,
            rt::found(here, "$Input.n", step_input.key("n"))?,
            10i128,
        )?
            && rt::lt(
                here,
                rt::Nulls::Fail,
                rt::found(here, "$Input.n", step_input.key("n"))?,
                20i128,
            )? || rt::eq(rt::found(here, "$Input.n", step_input.key("n"))?, 100i128)
        {
            let shared = rt::entries([("chosen", rt::Value::from("which"))]);
            let output = step_input;
            return Ok(
                rt::Left::to(Some(At::Second), output).sharing(shared).forgetting(&["n"]),
            );
        }
        if (rt::truth(
            here,
            rt::Truth::Strict,
            rt::found(here, "$Input.flag", step_input.key("flag"))?,
        )?
            || rt::gt(
                here,
                rt::Nulls::Fail,
                rt::found(here, "$Input.n", step_input.key("n"))?,
                1000i128,
            )?)
            && !rt::is_in(
                here,
                rt::found(here, "$Input.n", step_input.key("n"))?,
                &rt::Value::from([rt::Value::from(7i64), rt::Value::from(8i64)]),
            )?
        {
            let shared = rt::entries([("chosen", rt::Value::from("which"))]);
            let output = step_input;
            return Ok(
                rt::Left::to(Some(At::Third), output).sharing(shared).forgetting(&["n"]),
            );
        }
        if rt::is_in(
            here,
            rt::found(here, "$Input.n", step_input.key("n"))?,
            rt::found(here, "$Input.list", step_input.key("list"))?,
        )? {
            let shared = rt::entries([("chosen", rt::Value::from("which"))]);
            let output = step_input;
            return Ok(
                rt::Left::to(Some(At::Fourth), output).sharing(shared).forgetting(&["n"]),
            );
        }
        if rt::is_in(
            here,
            rt::found(here, "$Input.key", step_input.key("key"))?,
            &step_input,
        )?
            && rt::lt(
                here,
                rt::Nulls::Fail,
                rt::found(here, "$Input.n", step_input.key("n"))?,
                0i128,
            )?
            && rt::gt(
                here,
                rt::Nulls::Fail,
                &rt::negative(here, rt::found(here, "$Input.n", step_input.key("n"))?)?,
                5i128,
            )?
        {
            let shared = rt::entries([("chosen", rt::Value::from("which"))]);
            let output = step_input;
            return Ok(
                rt::Left::to(Some(At::Fifth), output).sharing(shared).forgetting(&["n"]),
            );
        }
        if rt::is_in(here, &rt::Value::from("x"), &step_input)?
            && rt::is_in(here, &rt::Value::from("n"), &step_input)?
        {
            let shared = rt::entries([("chosen", rt::Value::from("which"))]);
            let output = step_input;
            return Ok(
                rt::Left::to(Some(At::First), output).sharing(shared).forgetting(&["n"]),
            );
        }
        if rt::eq(
            &rt::builtin::length(
                here,
                rt::found(here, "$Input.list", step_input.key("list"))?,
            )?,
            4i128,
        ) || rt::eq(rt::found(here, "$Input.n", step_input.key("n"))?, "3")
        {
            let shared = rt::entries([("chosen", rt::Value::from("which"))]);
            let output = step_input;
            return Ok(
                rt::Left::to(Some(At::Sixth), output).sharing(shared).forgetting(&["n"]),
            );
        }
        let shared = rt::entries([("chosen", rt::Value::from("which"))]);
        let output = step_input;
        Ok(rt::Left::to(Some(At::Last), output).sharing(shared))
    }

    /// Pass `first`, flow.yaml:20.
    fn first<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([("took", rt::Value::from("first"))]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `second`, flow.yaml:21.
    fn second<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([("took", rt::Value::from("second"))]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `third`, flow.yaml:22.
    fn third<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([("took", rt::Value::from("third"))]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `fourth`, flow.yaml:23.
    fn fourth<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([("took", rt::Value::from("fourth"))]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `fifth`, flow.yaml:24.
    fn fifth<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([("took", rt::Value::from("fifth"))]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `sixth`, flow.yaml:25.
    fn sixth<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let output = rt::Value::Object(
            rt::entries([("took", rt::Value::from("sixth"))]),
        );
        Ok(rt::Left::to(None, output))
    }

    /// Pass `last`, flow.yaml:26.
    fn last<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        data: rt::Value,
    ) -> rt::Res<rt::Left<At, rt::Value>> {
        here.started(cx)?;
        let global = rt::global(cx)?;
        let output = rt::Value::Object(
            rt::entries([
                ("took", rt::Value::from("last")),
                ("n", rt::found(here, "$Input.n", data.key("n"))?.clone()),
                (
                    "chosen",
                    rt::found(here, "$Global.chosen", global.get("chosen"))?.clone(),
                ),
                ("before", rt::found(here, "$Input.global", data.key("global"))?.clone()),
            ]),
        );
        Ok(rt::Left::to(None, output))
    }
}

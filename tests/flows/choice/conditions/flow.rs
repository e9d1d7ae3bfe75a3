/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_c1{"c1"}
///   s_c2{"c2"}
///   s_c3{"c3"}
///   s_c4{"c4"}
///   s_c5{"c5"}
///   s_c6{"c6"}
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_p1("p1")
///   end
///   subgraph g_case_1_2["case 1"]
///     s_p2("p2")
///   end
///   subgraph g_case_1_3["case 1"]
///     s_p3("p3")
///   end
///   subgraph g_case_1_4["case 1"]
///     s_p4("p4")
///   end
///   subgraph g_case_1_5["case 1"]
///     s_p5("p5")
///   end
///   subgraph g_case_1_6["case 1"]
///     s_p6("p6")
///   end
///   start --> s_c1
///   s_c1 -->|"$.text == #quot;on#quot; #amp;#amp; ($.n<br/>#gt;= 10 || $.n #lt; -1.5)"| s_p1
///   s_c1 -->|"default"| s_c2
///   s_p1 --> s_c2
///   s_c2 -->|"$.flag == #quot;true#quot;"| s_p2
///   s_c2 -->|"default"| s_c3
///   s_p2 --> s_c3
///   s_c3 -->|"$.deep.list[1].x == $.n"| s_p3
///   s_c3 -->|"default"| s_c4
///   s_p3 --> s_c4
///   s_c4 -->|"$.text != #quot;off#quot;"| s_p4
///   s_c4 -->|"default"| s_c5
///   s_p4 --> s_c5
///   s_c5 -->|"$.价格 #gt; 9007199254740992"| s_p5
///   s_c5 -->|"default"| s_c6
///   s_p5 --> s_c6
///   s_c6 -->|"$.numeric #gt; #quot;9#quot;"| s_p6
///   s_c6 -->|"default"| finish
///   s_p6 --> finish
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
        const DIGEST: &'static str = "6fc3d823067ae5d26f47aa0ef0888b4a";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        C1,
        C2,
        C3,
        C4,
        C5,
        C6,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "c1",
                place: "flow.yaml:4",
            },
            rt::Step {
                name: "c2",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "c3",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "c4",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "c5",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "c6",
                place: "flow.yaml:9",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 6] = [At::C1, At::C2, At::C3, At::C4, At::C5, At::C6];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 6>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::C1), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::C1 => c1(cx, &here, input, &scope).await,
                At::C2 => c2(cx, &here, input, &scope).await,
                At::C3 => c3(cx, &here, input, &scope).await,
                At::C4 => c4(cx, &here, input, &scope).await,
                At::C5 => c5(cx, &here, input, &scope).await,
                At::C6 => c6(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `c1`, flow.yaml:4.
    async fn c1<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("text"), "on")
            && (rt::ge(here, rt::Nulls::False, step_input.get("n"), 10i128)?
                || rt::lt(here, rt::Nulls::False, step_input.get("n"), -1.5f64)?)
        {
            let result = rt::Box::pin(c1_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::C2), result));
        }
        Ok(rt::Left::to(Some(At::C2), rt::Object::new()))
    }

    /// The steps of entry 0 of `c1`.
    mod c1_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `c1` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            P1,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "p1",
                    place: "flow.yaml:4",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::P1];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `c1`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `c1` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::P1), input)? {
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
                    At::P1 => p1(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `p1`, flow.yaml:4.
        fn p1<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("a", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `c2`, flow.yaml:5.
    async fn c2<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("flag"), "true") {
            let result = rt::Box::pin(c2_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::C3), result));
        }
        Ok(rt::Left::to(Some(At::C3), rt::Object::new()))
    }

    /// The steps of entry 0 of `c2`.
    mod c2_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `c2` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            P2,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "p2",
                    place: "flow.yaml:5",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::P2];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `c2`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `c2` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::P2), input)? {
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
                    At::P2 => p2(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `p2`, flow.yaml:5.
        fn p2<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("b", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `c3`, flow.yaml:6.
    async fn c3<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(
            step_input.get("deep").key("list").at(1).key("x"),
            step_input.get("n"),
        ) {
            let result = rt::Box::pin(c3_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::C4), result));
        }
        Ok(rt::Left::to(Some(At::C4), rt::Object::new()))
    }

    /// The steps of entry 0 of `c3`.
    mod c3_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `c3` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            P3,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "p3",
                    place: "flow.yaml:6",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::P3];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `c3`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `c3` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::P3), input)? {
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
                    At::P3 => p3(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `p3`, flow.yaml:6.
        fn p3<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("c", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `c4`, flow.yaml:7.
    async fn c4<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if !rt::eq(step_input.get("text"), "off") {
            let result = rt::Box::pin(c4_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::C5), result));
        }
        Ok(rt::Left::to(Some(At::C5), rt::Object::new()))
    }

    /// The steps of entry 0 of `c4`.
    mod c4_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `c4` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            P4,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "p4",
                    place: "flow.yaml:7",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::P4];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `c4`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `c4` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::P4), input)? {
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
                    At::P4 => p4(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `p4`, flow.yaml:7.
        fn p4<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("d", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `c5`, flow.yaml:8.
    async fn c5<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::gt(
            here,
            rt::Nulls::False,
            step_input.get("价格"),
            9007199254740992i128,
        )? {
            let result = rt::Box::pin(c5_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(Some(At::C6), result));
        }
        Ok(rt::Left::to(Some(At::C6), rt::Object::new()))
    }

    /// The steps of entry 0 of `c5`.
    mod c5_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `c5` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            P5,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "p5",
                    place: "flow.yaml:8",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::P5];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `c5`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `c5` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::P5), input)? {
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
                    At::P5 => p5(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `p5`, flow.yaml:8.
        fn p5<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("e", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Choice `c6`, flow.yaml:9.
    async fn c6<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::gt(here, rt::Nulls::False, step_input.get("numeric"), "9")? {
            let result = rt::Box::pin(c6_entry_0::run(cx, &here.entry(0), &step_input))
                .await?;
            return Ok(rt::Left::to(None, result));
        }
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// The steps of entry 0 of `c6`.
    mod c6_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `c6` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            P6,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "p6",
                    place: "flow.yaml:9",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::P6];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `c6`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `c6` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::P6), input)? {
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
                    At::P6 => p6(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `p6`, flow.yaml:9.
        fn p6<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("f", rt::Value::from(1i64))];
            Ok(rt::Left::to(None, output))
        }
    }
}

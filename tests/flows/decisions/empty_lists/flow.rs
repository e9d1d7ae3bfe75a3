/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_no_choices{"no choices"}
///   s_no_steps{"no steps"}
///   s_a_default_without_steps{"a default without steps"}
///   s_both{{"both"}}
///   join_both(( ))
///   s_each{{"each<br/>for each of $.items"}}
///   join_each(( ))
///   s_call[["call<br/>runs flow empty_flow"]]
///   s_nothing_mapped("nothing mapped")
///   finish(["end"])
///   start --> s_no_choices
///   s_no_choices -->|"default"| s_no_steps
///   s_no_steps -->|"true"| s_a_default_without_steps
///   s_no_steps -->|"default"| s_a_default_without_steps
///   s_a_default_without_steps -->|"default"| s_both
///   s_both --> join_both
///   s_both --> join_both
///   join_both --> s_each
///   s_each --> join_each
///   join_each --> s_call
///   s_call --> s_nothing_mapped
///   s_nothing_mapped --> finish
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
        const DIGEST: &'static str = "48d412a7b2506eb5a185b90c0172d94e";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("empty_flow");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &rt::Path::ROOT, &rt::Data::new(&input)).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        NoChoices,
        NoSteps,
        ADefaultWithoutSteps,
        Both,
        Each,
        Call,
        NothingMapped,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "no choices",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "no steps",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "a default without steps",
                place: "flow.yaml:7",
            },
            rt::Step {
                name: "both",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "each",
                place: "flow.yaml:9",
            },
            rt::Step {
                name: "call",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "nothing mapped",
                place: "flow.yaml:16",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 7] = [
                At::NoChoices,
                At::NoSteps,
                At::ADefaultWithoutSteps,
                At::Both,
                At::Each,
                At::Call,
                At::NothingMapped,
            ];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 7>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::NoChoices), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::NoChoices => no_choices(cx, &here),
                At::NoSteps => no_steps(cx, &here, input, &scope).await,
                At::ADefaultWithoutSteps => {
                    a_default_without_steps(cx, &here, input, &scope).await
                }
                At::Both => both(cx, &here, input, &scope).await,
                At::Each => each(cx, &here).await,
                At::Call => call(cx, &here, input, &scope).await,
                At::NothingMapped => nothing_mapped(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `no choices`, flow.yaml:5.
    fn no_choices<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(Some(At::NoSteps), rt::Object::new()))
    }

    /// Choice `no steps`, flow.yaml:6.
    async fn no_steps<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if true {
            let result = rt::Box::pin(
                    no_steps_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::ADefaultWithoutSteps), result));
        }
        Ok(rt::Left::to(Some(At::ADefaultWithoutSteps), rt::Object::new()))
    }

    /// The steps of entry 0 of `no steps`.
    mod no_steps_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `no steps` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {}

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[];

            fn index(self) -> usize {
                match self {}
            }

            fn from_index(_: usize) -> Option<Self> {
                None
            }
        }

        /// The position and the data of entry 0 of `no steps`.
        type Scope = rt::Scope<At, 0>;

        /// Runs entry 0 of `no steps` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let scope = match Scope::open(cx, path, None, input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            scope.close(cx, path)
        }
    }

    /// Choice `a default without steps`, flow.yaml:7.
    async fn a_default_without_steps<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let result = rt::Box::pin(
                a_default_without_steps_default::run(cx, &here.entry(0), &step_input),
            )
            .await?;
        Ok(rt::Left::to(Some(At::Both), result))
    }

    /// The steps of the default of `a default without steps`.
    mod a_default_without_steps_default {
        use super::{rt, rt::prelude::*};

        /// Where the default of `a default without steps` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {}

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[];

            fn index(self) -> usize {
                match self {}
            }

            fn from_index(_: usize) -> Option<Self> {
                None
            }
        }

        /// The position and the data of the default of `a default without steps`.
        type Scope = rt::Scope<At, 0>;

        /// Runs the default of `a default without steps` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let scope = match Scope::open(cx, path, None, input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            scope.close(cx, path)
        }
    }

    /// Parallel `both`, flow.yaml:8.
    async fn both<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let outcomes = rt::foreach(
                2,
                2,
                |index| async move {
                    match index {
                        0 => both_branch_0::run(cx, &here.branch(0), &step_input).await,
                        _ => both_branch_1::run(cx, &here.branch(1), &step_input).await,
                    }
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [("branches", result.clone())];
        Ok(rt::Left::to(Some(At::Each), output))
    }

    /// The steps of branch 0 of `both`.
    mod both_branch_0 {
        use super::{rt, rt::prelude::*};

        /// Where branch 0 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {}

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[];

            fn index(self) -> usize {
                match self {}
            }

            fn from_index(_: usize) -> Option<Self> {
                None
            }
        }

        /// The position and the data of branch 0 of `both`.
        type Scope = rt::Scope<At, 0>;

        /// Runs branch 0 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let scope = match Scope::open(cx, path, None, input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            scope.close(cx, path)
        }
    }

    /// The steps of branch 1 of `both`.
    mod both_branch_1 {
        use super::{rt, rt::prelude::*};

        /// Where branch 1 of `both` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {}

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[];

            fn index(self) -> usize {
                match self {}
            }

            fn from_index(_: usize) -> Option<Self> {
                None
            }
        }

        /// The position and the data of branch 1 of `both`.
        type Scope = rt::Scope<At, 0>;

        /// Runs branch 1 of `both` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let scope = match Scope::open(cx, path, None, input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            scope.close(cx, path)
        }
    }

    /// Foreach `each`, flow.yaml:9.
    async fn each<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        let mapped = rt::entries([
            ("items", rt::Value::from([rt::Value::from(1i64), rt::Value::from(2i64)])),
        ]);
        here.started_with(cx, &mapped)?;
        let step_input = rt::Data::new(&mapped);
        let items = rt::collection(here, "$.items", step_input.get("items"))?;
        let outcomes = rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("item", items[index].clone())]);
                    each_body::run(
                            cx,
                            &here.item(index),
                            &rt::Data::over(&own, &step_input),
                        )
                        .await
                },
            )
            .await?;
        let result = rt::array(outcomes);
        let output = [("iterations", result.clone())];
        Ok(rt::Left::to(Some(At::Call), output))
    }

    /// The steps of an iteration of `each`.
    mod each_body {
        use super::{rt, rt::prelude::*};

        /// Where an iteration of `each` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {}

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[];

            fn index(self) -> usize {
                match self {}
            }

            fn from_index(_: usize) -> Option<Self> {
                None
            }
        }

        /// The position and the data of an iteration of `each`.
        type Scope = rt::Scope<At, 0>;

        /// Runs an iteration of `each` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let scope = match Scope::open(cx, path, None, input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            scope.close(cx, path)
        }
    }

    /// Task `call`, flow.yaml:15.
    async fn call<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let policy = rt::Policy::default();
        let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
            flow: rt::Value::from("empty_flow"),
            execution: rt::Value::Null,
            input: rt::Value::Object(step_input.to_object()),
        });
        let (_, result) = rt::child(cx, here, rt::ChildMode::Wait, policy, &request)
            .await?;
        let output = [("child", rt::Value::Object(result))];
        Ok(rt::Left::to(Some(At::NothingMapped), output))
    }

    /// Pass `nothing mapped`, flow.yaml:16.
    fn nothing_mapped<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        let mapped = rt::Object::new();
        here.started_with(cx, &mapped)?;
        let output = rt::Object::new();
        Ok(rt::Left::to(None, output))
    }
}

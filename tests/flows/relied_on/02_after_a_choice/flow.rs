/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_weight{"weight"}
///   s_carry("carry")
///   s_note("note")
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_cart("cart")
///   end
///   subgraph g_case_2["case 2"]
///     s_bag("bag")
///     s_strap("strap")
///   end
///   start --> s_weight
///   s_weight -->|"$.kilos #gt; 20"| s_cart
///   s_weight -->|"$.kilos #gt; 5"| s_bag
///   s_weight -->|"default"| s_carry
///   s_cart --> s_carry
///   s_bag --> s_strap
///   s_strap --> s_carry
///   s_carry --> s_note
///   s_note --> finish
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
        const DIGEST: &'static str = "b836d8a4cfd27c3c51febb3b73089045";
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
        Weight,
        Carry,
        Note,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "weight",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "carry",
                place: "flow.yaml:24",
            },
            rt::Step {
                name: "note",
                place: "flow.yaml:27",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Weight, At::Carry, At::Note];
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
        let mut scope = match Scope::open(cx, path, Some(At::Weight), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Weight => weight(cx, &here, input, &scope).await,
                At::Carry => carry(cx, &here, input, &scope),
                At::Note => note(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Choice `weight`, flow.yaml:6.
    async fn weight<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::gt(here, rt::Nulls::False, step_input.get("kilos"), 20i128)? {
            let result = rt::Box::pin(
                    weight_entry_0::run(cx, &here.entry(0), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Carry), result));
        }
        if rt::gt(here, rt::Nulls::False, step_input.get("kilos"), 5i128)? {
            let result = rt::Box::pin(
                    weight_entry_1::run(cx, &here.entry(1), &step_input),
                )
                .await?;
            return Ok(rt::Left::to(Some(At::Carry), result));
        }
        Ok(rt::Left::to(Some(At::Carry), rt::Object::new()))
    }

    /// The steps of entry 0 of `weight`.
    mod weight_entry_0 {
        use super::{rt, rt::prelude::*};

        /// Where entry 0 of `weight` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Cart,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "cart",
                    place: "flow.yaml:11",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Cart];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 0 of `weight`.
        type Scope = rt::Scope<At, 1>;

        /// Runs entry 0 of `weight` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Cart), input)? {
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
                    At::Cart => cart(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `cart`, flow.yaml:11.
        fn cart<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("by", rt::Value::from("cart"))];
            Ok(rt::Left::to(None, output))
        }
    }

    /// The steps of entry 1 of `weight`.
    mod weight_entry_1 {
        use super::{rt, rt::prelude::*};

        /// Where entry 1 of `weight` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Bag,
            Strap,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "bag",
                    place: "flow.yaml:16",
                },
                rt::Step {
                    name: "strap",
                    place: "flow.yaml:19",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 2] = [At::Bag, At::Strap];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of entry 1 of `weight`.
        type Scope = rt::Scope<At, 2>;

        /// Runs entry 1 of `weight` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Bag), input)? {
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
                    At::Bag => bag(cx, &here),
                    At::Strap => strap(cx, &here, input, &scope),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `bag`, flow.yaml:16.
        fn bag<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("by", rt::Value::from("bag"))];
            Ok(rt::Left::to(Some(At::Strap), output))
        }

        /// Pass `strap`, flow.yaml:19.
        fn strap<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let output = [("strapped", step_input.get("by").or_null())];
            Ok(rt::Left::to(None, output))
        }
    }

    /// Pass `carry`, flow.yaml:24.
    fn carry<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let output = [("carried", step_input.get("by").or_null())];
        Ok(rt::Left::to(Some(At::Note), output))
    }

    /// Pass `note`, flow.yaml:27.
    fn note<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("noted", rt::Value::Bool(true))];
        Ok(rt::Left::to(None, output))
    }
}

/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_ask[["ask<br/>runs flow review<br/>↻ once on ReviewLater"]]
///   s_good{"good"}
///   s_shelve("shelve")
///   finish(["end"])
///   subgraph g_case_1["case 1"]
///     s_print("print")
///   end
///   start --> s_ask
///   s_ask --> s_good
///   s_ask -.->|"ReviewLater, ReviewUnclear"| s_shelve
///   s_good -->|"$.good == #quot;true#quot;"| s_print
///   s_good -->|"default"| s_shelve
///   s_print --> s_shelve
///   s_shelve --> finish
///   linkStyle 2 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod flow {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    #[allow(unused_imports)]
    pub use types::{Input, Output, ReviewInput, ReviewOutput};

    /// The types that are declared beside the definition, and those of the objects that the flow makes.
    #[allow(dead_code)]
    mod types {
        use ::flowsmith::__private::{self as rt, prelude::*};

        /// `input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Input {
            /// `article`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub article: Option<rt::String>,
            /// `author`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub author: Option<rt::String>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for Input {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    article: fields.optional("article")?,
                    author: fields.optional("author")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for Input {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct Output {
            /// `good`
            #[serde(skip_serializing_if = "Option::is_none")]
            pub good: Option<rt::Value>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for Output {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    good: fields.optional("good")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for Output {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `review input` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ReviewInput {
            /// `article`
            pub article: Option<rt::String>,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for ReviewInput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    article: fields.required("article")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for ReviewInput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }

        /// `review output` of the declared types.
        #[derive(Clone, Debug, PartialEq, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", try_from = "rt::Value")]
        pub struct ReviewOutput {
            /// `good`
            pub good: rt::Value,
            /// The keys that the type does not name.
            #[serde(flatten)]
            pub others: rt::Object,
        }

        impl rt::Typed for ReviewOutput {
            fn from_json(
                value: rt::Value,
                at: &rt::Spot<'_>,
            ) -> Result<Self, rt::Misfit> {
                let mut fields = rt::Fields::of(value, at)?;
                Ok(Self {
                    good: fields.required("good")?,
                    others: fields.others(),
                })
            }
        }

        impl rt::TryFrom<rt::Value> for ReviewOutput {
            type Error = rt::Misfit;

            fn try_from(value: rt::Value) -> Result<Self, rt::Misfit> {
                rt::Typed::from_json(value, &rt::Spot::Root)
            }
        }
    }

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

        /// Starts an execution under a name, or under a derived one, as `flowsmith::Engine::start` does.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::start`.
        pub async fn start<'a>(
            engine: &rt::Engine,
            name: impl Into<Option<&'a str>>,
            input: Input,
        ) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::start(engine, "flow", name, input).await
        }

        /// The execution of a name, as `flowsmith::Engine::execution` gives it.
        ///
        /// # Errors
        ///
        /// Those of `flowsmith::Engine::execution`.
        pub async fn execution(
            engine: &rt::Engine,
            name: &str,
        ) -> Result<rt::TypedExecution<Output>, rt::Error> {
            rt::execution(engine, "flow", name).await
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
        const DIGEST: &'static str = "f5ac694e78ccd8fd120abf22eb270f66";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs.flow("review");
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let local = run(cx, &rt::Path::ROOT, &input).await?;
            Ok(types::Output {
                good: local.good.into_option(),
                others: Default::default(),
            })
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Ask,
        Good,
        Shelve,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "ask",
                place: "flow.yaml:6",
            },
            rt::Step {
                name: "good",
                place: "flow.yaml:15",
            },
            rt::Step {
                name: "shelve",
                place: "flow.yaml:24",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 3] = [At::Ask, At::Good, At::Shelve];
            ALL.get(index).copied()
        }
    }

    /// The data of the body of the flow.
    #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
    #[serde(crate = "::flowsmith::__private::serde", default)]
    struct Local {
        #[serde(skip_serializing_if = "rt::Slot::is_absent")]
        good: rt::Slot<rt::Value>,
    }

    impl rt::Slots for Local {
        #[allow(clippy::single_match)]
        fn forget(&mut self, key: &str) {
            match key {
                "good" => self.good = rt::Slot::Absent,
                _ => {}
            }
        }

        fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
            None.or_else(|| self.good.unreadable("good"))
        }
    }

    /// What the steps give to it.
    #[derive(Debug, rt::Serialize)]
    #[serde(crate = "::flowsmith::__private::serde", untagged)]
    #[allow(clippy::large_enum_variant)]
    enum Given {
        #[allow(dead_code)]
        Nothing {},
        Ask {
            #[serde(skip_serializing_if = "rt::Slot::is_absent")]
            good: rt::Slot<rt::Value>,
        },
    }

    impl rt::Gives<Local> for Given {
        #[inline]
        fn give(self, __data: &mut Local) {
            match self {
                Self::Nothing {} => {}
                Self::Ask { good } => {
                    __data.good.take_up(good);
                }
            }
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 3, Local>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context>(
        cx: &C,
        path: &rt::Path<'_>,
        input: &types::Input,
    ) -> rt::Res<Local> {
        let mut scope = match Scope::open_with(cx, path, Some(At::Ask), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if resumed {
                scope.readable(cx, &here)?;
            } else {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Ask => ask(cx, &here, input).await,
                At::Good => good(cx, &here, input, &scope).await,
                At::Shelve => shelve(cx, &here),
            };
            scope.take_up(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `ask`, flow.yaml:6.
    async fn ask<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &types::Input,
    ) -> rt::Res<rt::Left<At, Given>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["ReviewLater"],
                interval: 100,
                max_interval: 86400,
                max_attempts: 1,
                multiplier: 2.0f64,
            },
        ];
        let mapped = rt::entries([
            ("article", rt::to_json_opt(input.article.as_ref())?),
        ]);
        here.started_with(cx, &mapped)?;
        let outcome = async {
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let request = |_: Option<&rt::TaskToken>| Ok(rt::ChildRequest {
                flow: rt::Value::from("review"),
                execution: rt::Value::Null,
                input: rt::to_json::<
                    types::ReviewInput,
                >(&rt::fit(here, "$", rt::Value::Object(mapped.clone()))?)?,
            });
            let (_, result) = rt::child(cx, here, rt::ChildMode::Wait, policy, &request)
                .await?;
            let result: types::ReviewOutput = rt::fit_child(
                here,
                rt::Value::Object(result),
            )?;
            let output = Given::Ask {
                good: rt::Slot::Held(result.good),
            };
            rt::Res::Ok(rt::Left::to(Some(At::Good), output))
        }
            .await;
        match outcome {
            Err(
                rt::Halt::Failed(error),
            ) if error.is_any(&["ReviewLater", "ReviewUnclear"]) => {
                Ok(rt::Left::caught(Some(At::Shelve), Given::Nothing {}, error))
            }
            outcome => outcome,
        }
    }

    /// Choice `good`, flow.yaml:15.
    async fn good<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &types::Input,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        if rt::eq(scope.local.good.get().or(input.others.get("good")), "true") {
            rt::Box::pin(good_entry_0::run(cx, &here.entry(0), &good_entry_0::Reads {}))
                .await?;
            return Ok(rt::Left::to(Some(At::Shelve), Given::Nothing {}));
        }
        Ok(rt::Left::to(Some(At::Shelve), Given::Nothing {}))
    }

    /// The steps of entry 0 of `good`.
    mod good_entry_0 {
        use super::{rt, rt::prelude::*};

        #[allow(unused_imports)]
        use super::types;

        /// Where entry 0 of `good` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Print,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "print",
                    place: "flow.yaml:20",
                },
            ];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::Print];
                ALL.get(index).copied()
            }
        }

        /// What it reads of its input.
        #[derive(Clone, Copy, Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde")]
        #[allow(dead_code)]
        pub(super) struct Reads {}

        /// The data of entry 0 of `good`.
        #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
        #[serde(crate = "::flowsmith::__private::serde", default)]
        pub(super) struct Local {}

        impl rt::Slots for Local {
            fn forget(&mut self, _: &str) {}

            fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                None
            }
        }

        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = "::flowsmith::__private::serde", untagged)]
        #[allow(clippy::large_enum_variant)]
        enum Given {
            #[allow(dead_code)]
            Nothing {},
        }

        impl rt::Gives<Local> for Given {
            #[inline]
            fn give(self, _: &mut Local) {
                match self {
                    Self::Nothing {} => {}
                }
            }
        }

        /// The position and the data of entry 0 of `good`.
        type Scope = rt::Scope<At, 1, Local>;

        /// Runs entry 0 of `good` from where it stands to its end.
        pub(super) async fn run<C: rt::Context>(
            cx: &C,
            path: &rt::Path<'_>,
            input: &Reads,
        ) -> rt::Res<Local> {
            let mut scope = match Scope::open_with(cx, path, Some(At::Print), input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return rt::ended_at(path, outcome),
            };
            while let Some(at) = scope.at {
                let (mut here, resumed) = scope.arrive(path, at);
                if resumed {
                    scope.readable(cx, &here)?;
                } else {
                    here.event_id = rt::Context::enter(cx, path, &here.path, &scope)
                        .await?;
                }
                let left = match at {
                    At::Print => print(cx, &here),
                };
                scope.take_up(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `print`, flow.yaml:20.
        fn print<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At, Given>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, Given::Nothing {}))
        }
    }

    /// Pass `shelve`, flow.yaml:24.
    fn shelve<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At, Given>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, Given::Nothing {}))
    }
}

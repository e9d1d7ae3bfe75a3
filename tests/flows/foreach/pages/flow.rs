/// The flow `flow`, generated from `flow.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_begin("begin")
///   s_page["page<br/>calls page<br/>↻ 2 times on Busy,<br/>FnF.TaskTimeout"]
///   s_letters{{"letters<br/>for each of $.letters"}}
///   join_letters(( ))
///   s_more{"more"}
///   s_done(["done"])
///   finish(["end"])
///   subgraph g_each_letter["each letter"]
///     s_top("top")
///     s_stamp["stamp<br/>calls stamp<br/>↻ 2 times on Busy"]
///     s_long{"long"}
///     s_leave_out("leave out")
///   end
///   start --> s_begin
///   s_begin --> s_page
///   s_page --> s_letters
///   s_letters --> s_top
///   join_letters --> s_more
///   s_top --> s_stamp
///   s_stamp --> s_long
///   s_stamp -.->|"FnF.ALL"| s_leave_out
///   s_long -->|"$.line #gt; 0"| s_stamp
///   s_long -->|"default"| s_leave_out
///   s_leave_out --> join_letters
///   s_more -->|"$.more"| s_page
///   s_more -->|"default"| s_done
///   s_done --> finish
///   linkStyle 7 stroke:#c0392b
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
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/post/functions/page`, called by step `page` (flow.yaml:8).
        fn page(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/post/functions/page", input)
        }

        /// `acs:fc:::services/post/functions/stamp`, called by step `stamp` (flow.yaml:23).
        fn stamp(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/post/functions/stamp", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `flow` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
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
        const DIGEST: &'static str = "6a5324ace9d32865c07467e78443a22b";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "page",
                    "acs:fc:::services/post/functions/page",
                    rt::forwards(|it: &'static F, call, input| Functions::page(
                        it,
                        call,
                        input,
                    )),
                );
            needs
                .function(
                    "stamp",
                    "acs:fc:::services/post/functions/stamp",
                    rt::forwards(|it: &'static F, call, input| Functions::stamp(
                        it,
                        call,
                        input,
                    )),
                );
        }

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let local = run(cx, &self.functions, &rt::Path::ROOT, &rt::Data::new(&input))
                .await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::page`.
    struct Page;

    impl<F: Functions> rt::Function<F> for Page {
        const RESOURCE: &'static str = "acs:fc:::services/post/functions/page";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::page(host, call, input).await?)
        }
    }

    /// Calls `Functions::stamp`.
    struct Stamp;

    impl<F: Functions> rt::Function<F> for Stamp {
        const RESOURCE: &'static str = "acs:fc:::services/post/functions/stamp";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::stamp(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Begin,
        Page,
        Letters,
        More,
        Done,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "begin",
                place: "flow.yaml:5",
            },
            rt::Step {
                name: "page",
                place: "flow.yaml:8",
            },
            rt::Step {
                name: "letters",
                place: "flow.yaml:16",
            },
            rt::Step {
                name: "more",
                place: "flow.yaml:39",
            },
            rt::Step {
                name: "done",
                place: "flow.yaml:46",
            },
        ];

        const REPEATS: Option<(usize, usize)> = Some((1, 3));

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [At::Begin, At::Page, At::Letters, At::More, At::Done];
            ALL.get(index).copied()
        }
    }

    /// The position and the data of the body of the flow.
    type Scope = rt::Scope<At, 5>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Begin), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Begin => begin(cx, &here),
                At::Page => page(cx, functions, &here, input, &scope).await,
                At::Letters => letters(cx, functions, &here, input, &scope).await,
                At::More => more(cx, &here, input, &scope),
                At::Done => done(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Pass `begin`, flow.yaml:5.
    fn begin<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        let output = [("after", rt::Value::from(""))];
        Ok(rt::Left::to(Some(At::Page), output))
    }

    /// Task `page`, flow.yaml:8.
    async fn page<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Busy", "FnF.TaskTimeout"],
                interval: 4,
                max_interval: 86400,
                max_attempts: 2,
                multiplier: 1.5f64,
            },
        ];
        let mapped = rt::entries([
            ("box", input.get("box").or_null()),
            ("after", scope.local.get("after").or_null()),
            ("most", rt::Value::from(2i64)),
        ]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let argument = || Ok(rt::Value::Object(mapped.clone()));
        let result = rt::call::<C, Page, F>(cx, here, functions, policy, &argument)
            .await?;
        Ok(rt::Left::to(Some(At::Letters), result))
    }

    /// Foreach `letters`, flow.yaml:16.
    async fn letters<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.letters", step_input.get("letters"))?;
        rt::foreach(
                items.len(),
                cx.iterations(100),
                |index| async move {
                    let own = rt::entries([("letter", items[index].clone())]);
                    letters_body::run(
                            cx,
                            functions,
                            &here.item(index),
                            &rt::Data::over(&own, &step_input),
                        )
                        .await
                },
            )
            .await?;
        Ok(rt::Left::to(Some(At::More), rt::Object::new()))
    }

    /// The steps of an iteration of `letters`.
    mod letters_body {
        use super::{Functions, Stamp, rt, rt::prelude::*};

        /// Where an iteration of `letters` stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            Top,
            Stamp,
            Long,
            LeaveOut,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[
                rt::Step {
                    name: "top",
                    place: "flow.yaml:20",
                },
                rt::Step {
                    name: "stamp",
                    place: "flow.yaml:23",
                },
                rt::Step {
                    name: "long",
                    place: "flow.yaml:32",
                },
                rt::Step {
                    name: "leave out",
                    place: "flow.yaml:37",
                },
            ];

            const REPEATS: Option<(usize, usize)> = Some((1, 2));

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 4] = [At::Top, At::Stamp, At::Long, At::LeaveOut];
                ALL.get(index).copied()
            }
        }

        /// The position and the data of an iteration of `letters`.
        type Scope = rt::Scope<At, 4>;

        /// Runs an iteration of `letters` from where it stands to its end.
        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::Top), input)? {
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
                    At::Top => top(cx, &here),
                    At::Stamp => stamp(cx, functions, &here, input, &scope).await,
                    At::Long => long(cx, &here, input, &scope),
                    At::LeaveOut => leave_out(cx, &here),
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Pass `top`, flow.yaml:20.
        fn top<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            let output = [("line", rt::Value::from(0i64))];
            Ok(rt::Left::to(Some(At::Stamp), output))
        }

        /// Task `stamp`, flow.yaml:23.
        async fn stamp<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            static RETRY: [rt::RetryPolicy; 1] = [
                rt::RetryPolicy {
                    errors: &["Busy"],
                    interval: 4,
                    max_interval: 86400,
                    max_attempts: 2,
                    multiplier: 1.5f64,
                },
            ];
            let mapped = rt::entries([
                ("letter", input.get("letter").or_null()),
                ("ink", input.get("ink").or_null()),
                ("line", scope.local.get("line").or_null()),
            ]);
            here.started_with(cx, &mapped)?;
            let policy = rt::Policy {
                timeout: None,
                retry: &RETRY,
            };
            let argument = || Ok(rt::Value::Object(mapped.clone()));
            let outcome = rt::call::<C, Stamp, F>(cx, here, functions, policy, &argument)
                .await;
            match outcome {
                Ok(result) => Ok(rt::Left::to(Some(At::Long), result)),
                Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.ALL"]) => {
                    Ok(
                        rt::Left::caught(Some(At::LeaveOut), rt::Object::new(), error)
                            .forgetting(&["line"]),
                    )
                }
                Err(halt) => Err(halt),
            }
        }

        /// Choice `long`, flow.yaml:32.
        fn long<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            if rt::gt(here, rt::Nulls::False, step_input.get("line"), 0i128)? {
                return Ok(rt::Left::to(Some(At::Stamp), rt::Object::new()));
            }
            Ok(rt::Left::to(Some(At::LeaveOut), rt::Object::new()).forgetting(&["line"]))
        }

        /// Pass `leave out`, flow.yaml:37.
        fn leave_out<C: rt::Context>(
            cx: &C,
            here: &rt::Here<'_>,
        ) -> rt::Res<rt::Left<At>> {
            here.started(cx)?;
            Ok(rt::Left::to(None, rt::Object::new()))
        }
    }

    /// Choice `more`, flow.yaml:39.
    fn more<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::truth(here, rt::Truth::Lenient, step_input.get("more"))? {
            return Ok(rt::Left::to(Some(At::Page), rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Done), rt::Object::new()))
    }

    /// Succeed `done`, flow.yaml:46.
    fn done<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }
}

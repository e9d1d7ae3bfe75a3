/// The flow `review`, generated from `review.yaml`.
///
/// ```mermaid
/// flowchart TD
///   start(["start"])
///   s_coffee[/"coffee<br/>waits 5 s"/]
///   s_read["read<br/>calls read<br/>↻ 2 times on Asleep"]
///   s_sign("sign")
///   s_unclear(["unclear<br/>ReviewUnclear<br/>cannot be read"])
///   s_later(["later<br/>ReviewLater<br/>all asleep"])
///   finish(["end"])
///   start --> s_coffee
///   s_coffee --> s_read
///   s_read --> s_sign
///   s_read -.->|"FnF.InvalidLocal"| s_unclear
///   s_read -.->|"Asleep"| s_later
///   s_sign --> finish
///   classDef failure fill:#fde2e1,stroke:#c0392b,color:#222
///   class s_unclear,s_later failure
///   linkStyle 3,4 stroke:#c0392b
/// ```
#[allow(clippy::pedantic)]
pub mod review {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(6);

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/press/functions/read`, called by step `read` (review.yaml:7).
        fn read(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            rt::forward(call, "acs:fc:::services/press/functions/read", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `review` with its functions; `flowsmith::Engine` runs it.
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
        const NAME: &'static str = "review";
        const DIGEST: &'static str = "c5b6d2b869279a12d54e9cb82d1b8325";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        fn needs(needs: &mut rt::Needs) {
            needs
                .function(
                    "read",
                    "acs:fc:::services/press/functions/read",
                    rt::forwards(|it: &'static F, call, input| Functions::read(
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

    /// Calls `Functions::read`.
    struct Read;

    impl<F: Functions> rt::Function<F> for Read {
        const RESOURCE: &'static str = "acs:fc:::services/press/functions/read";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::read(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Coffee,
        Read,
        Sign,
        Unclear,
        Later,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step {
                name: "coffee",
                place: "review.yaml:4",
            },
            rt::Step {
                name: "read",
                place: "review.yaml:7",
            },
            rt::Step {
                name: "sign",
                place: "review.yaml:16",
            },
            rt::Step {
                name: "unclear",
                place: "review.yaml:19",
            },
            rt::Step {
                name: "later",
                place: "review.yaml:23",
            },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 5] = [
                At::Coffee,
                At::Read,
                At::Sign,
                At::Unclear,
                At::Later,
            ];
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
        let mut scope = match Scope::open(cx, path, Some(At::Coffee), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let (mut here, resumed) = scope.arrive(path, at);
            if !resumed {
                here.event_id = rt::Context::enter(cx, path, &here.path, &scope).await?;
            }
            let left = match at {
                At::Coffee => coffee(cx, &here).await,
                At::Read => read(cx, functions, &here, input).await,
                At::Sign => sign(cx, &here),
                At::Unclear => unclear(cx, &here),
                At::Later => later(cx, &here),
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Wait `coffee`, review.yaml:4.
    async fn coffee<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
    ) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(5)).await?;
        Ok(rt::Left::to(Some(At::Read), rt::Object::new()))
    }

    /// Task `read`, review.yaml:7.
    async fn read<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [
            rt::RetryPolicy {
                errors: &["Asleep"],
                interval: 20,
                max_interval: 86400,
                max_attempts: 2,
                multiplier: 2.0f64,
            },
        ];
        let mapped = rt::entries([("article", input.get("article").or_null())]);
        here.started_with(cx, &mapped)?;
        let policy = rt::Policy {
            timeout: None,
            retry: &RETRY,
        };
        let argument = || Ok(rt::Value::Object(mapped.clone()));
        let outcome = rt::call::<C, Read, F>(cx, here, functions, policy, &argument)
            .await;
        match outcome {
            Ok(mut result) => {
                let output = [("good", result.remove("good").unwrap_or_default())];
                Ok(rt::Left::to(Some(At::Sign), output))
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["FnF.InvalidLocal"]) => {
                Ok(
                    rt::Left::caught(Some(At::Unclear), rt::Object::new(), error)
                        .forgetting(&["good"]),
                )
            }
            Err(rt::Halt::Failed(error)) if error.is_any(&["Asleep"]) => {
                Ok(
                    rt::Left::caught(Some(At::Later), rt::Object::new(), error)
                        .forgetting(&["good"]),
                )
            }
            Err(halt) => Err(halt),
        }
    }

    /// Pass `sign`, review.yaml:16.
    fn sign<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Fail `unclear`, review.yaml:19.
    fn unclear<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("ReviewUnclear", "cannot be read")
    }

    /// Fail `later`, review.yaml:23.
    fn later<C: rt::Context>(cx: &C, here: &rt::Here<'_>) -> rt::Res<rt::Left<At>> {
        here.started(cx)?;
        rt::failure("ReviewLater", "all asleep")
    }
}

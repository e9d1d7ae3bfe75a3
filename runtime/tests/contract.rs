//! A flow as `flow!` writes it, by hand: the shape that generated code has.
#![deny(warnings)]
#![allow(missing_docs, reason = "a test")]

/// The flow `order`, generated from `order.yaml`.
pub mod order {
    use ::flowsmith::__private::{self as rt, prelude::*};

    const _: () = rt::contract(1);

    /// What an execution starts with: a JSON object.
    pub type Input = rt::Value;

    /// What an execution ends with: a JSON object.
    pub type Output = rt::Value;

    /// The functions that the flow calls. Each default forwards to what is registered for its resource.
    pub trait Functions: Send + Sync + 'static {
        /// `acs:fc:::services/shop/functions/reserve`, called by step `reserve` (order.yaml:5).
        fn reserve(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            call.remote("acs:fc:::services/shop/functions/reserve", input)
        }

        /// `acs:fc:::services/shop/functions/ask`, called by step `approve` (order.yaml:20).
        fn ask(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            call.remote("acs:fc:::services/shop/functions/ask", input)
        }

        /// `acs:fc:::services/shop/functions/label`, called by step `print label` (order.yaml:45).
        fn label(
            &self,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            call.remote("acs:fc:::services/shop/functions/label", input)
        }
    }

    /// Forwards every function to what is registered for its resource.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Remote;

    impl Functions for Remote {}

    /// The flow `order` with its functions; `flowsmith::Engine` runs it.
    #[derive(Debug)]
    pub struct Flow<F = Remote> {
        functions: rt::Arc<F>,
    }

    impl Flow<Remote> {
        /// The flow with every function forwarded to what is registered for its resource.
        pub fn remote() -> Self {
            Self::new(Remote)
        }
    }

    impl<F: Functions> Flow<F> {
        /// The flow with these functions.
        pub fn new(functions: F) -> Self {
            Self { functions: rt::Arc::new(functions) }
        }
    }

    impl<F: Functions> rt::Flow for Flow<F> {
        const NAME: &'static str = "order";
        const DIGEST: &'static str = "0123456789abcdef";
        const TIMEOUT_SECONDS: Option<u64> = None;
        type Input = Input;
        type Output = Output;

        async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
            let input = rt::flow_input(input)?;
            let data = rt::Data::new(&input);
            let local = run(cx, &self.functions, &rt::Path::ROOT, &data).await?;
            Ok(rt::Value::Object(local))
        }
    }

    /// Calls `Functions::reserve`.
    struct Reserve;

    impl<F: Functions> rt::Function<F> for Reserve {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/reserve";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(host: &F, call: rt::Call<'_>, input: rt::Value) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::reserve(host, call, input).await?)
        }
    }

    /// Calls `Functions::ask`.
    struct Ask;

    impl<F: Functions> rt::Function<F> for Ask {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/ask";
        type In = rt::Value;
        type Out = rt::Value; // only called by callback tasks: what it returns does not count

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
            Functions::ask(host, call, input)
        }
    }

    /// Calls `Functions::label`.
    struct Label;

    impl<F: Functions> rt::Function<F> for Label {
        const RESOURCE: &'static str = "acs:fc:::services/shop/functions/label";
        type In = rt::Value;
        type Out = rt::Object;

        async fn call(host: &F, call: rt::Call<'_>, input: rt::Value) -> Result<rt::Object, rt::StepError> {
            rt::object(Functions::label(host, call, input).await?)
        }
    }

    /// Where the body of the flow stands.
    #[derive(Clone, Copy, Debug)]
    enum At {
        Reserve,
        Approve,
        LabelAll,
        Check,
        Pause,
        Refuse,
    }

    impl rt::Position for At {
        const STEPS: &'static [rt::Step] = &[
            rt::Step { name: "reserve", place: "order.yaml:5" },
            rt::Step { name: "approve", place: "order.yaml:20" },
            rt::Step { name: "label all", place: "order.yaml:36" },
            rt::Step { name: "check", place: "order.yaml:50" },
            rt::Step { name: "pause", place: "order.yaml:60" },
            rt::Step { name: "refuse", place: "order.yaml:66" },
        ];

        fn index(self) -> usize {
            self as usize
        }

        fn from_index(index: usize) -> Option<Self> {
            const ALL: [At; 6] = [At::Reserve, At::Approve, At::LabelAll, At::Check, At::Pause, At::Refuse];
            ALL.get(index).copied()
        }
    }

    /// The body of the flow: its position and its data.
    type Scope = rt::Scope<At, 6>;

    /// Runs the body of the flow from where it stands to its end.
    async fn run<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        path: &rt::Path<'_>,
        input: &rt::Data<'_>,
    ) -> rt::Res<rt::Object> {
        let mut scope = match Scope::open(cx, path, Some(At::Reserve), input)? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return Ok(outcome),
        };
        while let Some(at) = scope.at {
            let here = scope.enter(cx, path, at).await?;
            let left = match at {
                At::Reserve => reserve(cx, functions, &here, input, &scope).await,
                At::Approve => approve(cx, functions, &here, input, &scope).await,
                At::LabelAll => label_all(cx, functions, &here, input, &scope).await,
                At::Check => check(cx, functions, &here, input, &scope).await,
                At::Pause => pause(cx, &here, input, &scope).await,
                At::Refuse => refuse(cx, &here, input, &scope).await,
            };
            scope.accumulate(cx, &here, left)?;
        }
        scope.close(cx, path)
    }

    /// Task `reserve`, order.yaml:5.
    async fn reserve<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        static RETRY: [rt::RetryPolicy; 1] = [rt::RetryPolicy {
            errors: &["FC.ResourceThrottled"],
            interval: 1,
            max_interval: 86400,
            max_attempts: 3,
            multiplier: 2f64,
        }];
        let _ = scope;
        let policy = rt::Policy { timeout: Some(rt::Duration::from_secs(60)), retry: &RETRY };
        let mapped = rt::entries([("order", input.get("order").or_null()), ("count", rt::Value::from(1i64))]);
        here.started_with(cx, &mapped)?;
        let work = async {
            let argument = || Ok(rt::Value::Object(mapped.clone()));
            let result = rt::call::<C, Reserve, F>(cx, here, functions, policy, &argument).await?;
            rt::Res::Ok(rt::entries([("stock", result.get("stock").or_null())]))
        };
        match work.await {
            Ok(output) => Ok(rt::Left::to(Some(At::Approve), output)),
            Err(rt::Halt::Failed(error)) if error.is_any(&["OutOfStock"]) => {
                let caught = rt::caught(&error);
                let output = rt::entries([("why", caught.get("cause").or_null())]);
                Ok(rt::Left::caught(Some(At::Refuse), output, error))
            }
            Err(halt) => Err(halt),
        }
    }

    /// Task `approve`, order.yaml:20.
    async fn approve<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let _ = scope;
        let policy = rt::Policy { timeout: Some(rt::Duration::from_secs(3600)), retry: &[] };
        here.started(cx)?;
        let mapped = |token: &rt::TaskToken| {
            rt::entries([
                ("order", input.get("order").or_null()),
                ("token", rt::Value::from(token.as_str())),
                ("execution", rt::Value::from(rt::Context::execution_name(cx))),
                ("event", rt::Value::from(here.event_id)),
            ])
        };
        let argument = |token: &rt::TaskToken| Ok(rt::Value::Object(mapped(token)));
        let (_token, result) = rt::callback::<C, Ask, F, rt::Object>(cx, here, functions, policy, &argument).await?;
        let output = rt::entries([("by", result.get("by").or_null())]);
        Ok(rt::Left::to(Some(At::LabelAll), output))
    }

    /// Foreach `label all`, order.yaml:36.
    async fn label_all<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        let items = rt::collection(here, "$.order.items", step_input.get("order").key("items"))?;
        let outcomes = rt::foreach(items.len(), 100, |index| {
            let own = rt::entries([("item", rt::Value::clone(&items[index])), ("n", rt::Value::from(index))]);
            let step_input = &step_input;
            async move {
                let path = here.item(index);
                label_all_body::run(cx, functions, &path, &rt::Data::over(&own, step_input)).await
            }
        })
        .await?;
        let result = rt::array(outcomes);
        let output = rt::entries([(
            "labels",
            rt::Value::Array(Some(&result).each().filter_map(|it| it.key("label")).cloned().collect()),
        )]);
        Ok(rt::Left::to(Some(At::Check), output))
    }

    /// The steps of `label all`, run once for each item.
    mod label_all_body {
        use super::{Functions, Label, rt, rt::prelude::*};

        /// Where an iteration stands.
        #[derive(Clone, Copy, Debug)]
        enum At {
            PrintLabel,
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[rt::Step { name: "print label", place: "order.yaml:45" }];

            fn index(self) -> usize {
                self as usize
            }

            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; 1] = [At::PrintLabel];
                ALL.get(index).copied()
            }
        }

        type Scope = rt::Scope<At, 1>;

        pub(super) async fn run<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            path: &rt::Path<'_>,
            input: &rt::Data<'_>,
        ) -> rt::Res<rt::Object> {
            let mut scope = match Scope::open(cx, path, Some(At::PrintLabel), input)? {
                rt::Begin::Run(scope) => scope,
                rt::Begin::Done(outcome) => return Ok(outcome),
            };
            while let Some(at) = scope.at {
                let here = scope.enter(cx, path, at).await?;
                let left = match at {
                    At::PrintLabel => print_label(cx, functions, &here, input, &scope).await,
                };
                scope.accumulate(cx, &here, left)?;
            }
            scope.close(cx, path)
        }

        /// Task `print label`, order.yaml:45.
        async fn print_label<C: rt::Context, F: Functions>(
            cx: &C,
            functions: &rt::Arc<F>,
            here: &rt::Here<'_>,
            input: &rt::Data<'_>,
            scope: &Scope,
        ) -> rt::Res<rt::Left<At>> {
            let policy = rt::Policy { timeout: None, retry: &[] };
            let step_input = rt::Data::over(&scope.local, input);
            here.started(cx)?;
            let argument = || Ok(rt::Value::Object(step_input.to_object()));
            let result = rt::call::<C, Label, F>(cx, here, functions, policy, &argument).await?;
            Ok(rt::Left::to(None, result))
        }
    }

    /// Choice `check`, order.yaml:50.
    async fn check<C: rt::Context, F: Functions>(
        cx: &C,
        functions: &rt::Arc<F>,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let _ = functions;
        let step_input = rt::Data::over(&scope.local, input);
        here.started(cx)?;
        if rt::eq(step_input.get("by"), "boss") && rt::ge(here, rt::Nulls::False, step_input.get("stock"), 1i128)? {
            return Ok(rt::Left::to(None, rt::Object::new()));
        }
        Ok(rt::Left::to(Some(At::Pause), rt::Object::new()))
    }

    /// Wait `pause`, order.yaml:60.
    async fn pause<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let _ = (input, scope);
        here.started(cx)?;
        rt::wait_seconds(cx, here, rt::Operand::Integer(10)).await?;
        Ok(rt::Left::to(None, rt::Object::new()))
    }

    /// Fail `refuse`, order.yaml:66.
    async fn refuse<C: rt::Context>(
        cx: &C,
        here: &rt::Here<'_>,
        input: &rt::Data<'_>,
        scope: &Scope,
    ) -> rt::Res<rt::Left<At>> {
        let _ = (input, scope);
        here.started(cx)?;
        rt::failure("OrderRefused", "nobody wanted it")
    }
}

fn spawnable<F: flowsmith::Flow, C: flowsmith::Context>(flow: &F, cx: &C, input: F::Input) -> impl Send {
    flow.run(cx, input)
}

#[test]
fn the_future_of_a_flow_can_be_sent() {
    fn check<C: flowsmith::Context>(cx: &C) {
        let flow = order::Flow::remote();
        let _ = spawnable(&flow, cx, serde_json::json!({}));
    }
    let _ = check::<flowsmith::Express<'_>>;
}

mod engine {
    use std::sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    };

    use flowsmith::{Call, Engine, MemoryStore, StepError, TaskToken, Timestamp, TokioClock, Value, json};

    use super::order;

    #[derive(Clone, Default)]
    struct Shop {
        reserved: Arc<AtomicUsize>,
        tokens: Arc<Mutex<Vec<String>>>,
    }

    impl order::Functions for Shop {
        async fn reserve(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
            match self.reserved.fetch_add(1, SeqCst) {
                0 | 1 => Err(StepError::new("FC.ResourceThrottled", "busy")),
                _ => Ok(json!({"stock": 3})),
            }
        }

        async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
            self.tokens.lock().unwrap().push(input["token"].as_str().unwrap().to_owned());
            Ok(json!({}))
        }

        async fn label(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
            Ok(json!({"label": format!("{}-{}", input["item"].as_str().unwrap(), input["n"])}))
        }
    }

    #[tokio::test(start_paused = true)]
    async fn an_execution_runs_to_its_end() {
        let shop = Shop::default();
        let engine = Engine::builder()
            .store(MemoryStore::new())
            .clock(TokioClock::starting_at(Timestamp::from_millis(0)))
            .flow(order::Flow::new(shop.clone()))
            .build()
            .await
            .unwrap();
        let execution = engine.start("order", "one", json!({"order": {"items": ["a", "b"]}})).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_secs(100)).await;
        let token = TaskToken::new(shop.tokens.lock().unwrap()[0].clone());
        engine.report_task_succeeded(&token, r#"{"by":"boss"}"#).await.unwrap();
        let output = execution.wait().await.unwrap().unwrap();
        for event in execution.history().await.unwrap() {
            println!(
                "{:3} {:3} {} {:17} {:12} {}",
                event.event_id, event.schedule_event_id, event.time, event.kind, event.step_name, event.detail
            );
        }
        assert_eq!(output, json!({"by": "boss", "labels": ["a-0", "b-1"], "stock": 3}));
    }
}

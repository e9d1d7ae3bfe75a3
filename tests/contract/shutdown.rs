//! Shutdowns: whatever they meet, the next engine goes on with it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{
    Engine, EngineBuilder, Error, Failure, Invoker, Limits, MemoryStore, StepError, Store, TaskToken, Timestamp,
    TokioClock, Value, json,
};
use flowsmith_tests::cases::async_background::flow as background;
use tokio::sync::mpsc;

use super::{reporter::Reporter, slow_store::SlowStore};

flowsmith::flow!("definitions/ask.yaml");
flowsmith::flow!("definitions/branching.yaml");
flowsmith::flow!("definitions/resting.yaml");
flowsmith::flow!("definitions/starting.yaml");
flowsmith::flow!("definitions/working.yaml");

const ASK: &str = "acs:fc:::services/s/functions/ask";
const MINUTE: Duration = Duration::from_secs(60);

fn builder(store: impl Store) -> EngineBuilder {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    Engine::builder().store(store).clock(clock).allow_missing_bindings()
}

/// A function that takes so many seconds.
fn takes(seconds: u64) -> impl Invoker {
    move |input: Value| async move {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        Ok(input)
    }
}

/// How an execution ends that must end.
async fn ended(engine: &Engine, flow: &str, name: &str) -> Result<Value, Failure> {
    let execution = engine.execution(flow, name).await.unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(10_000), execution.wait()).await;
    ended.unwrap_or_else(|_| panic!("execution `{name}` does not go on")).unwrap()
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_a_place_goes_on_after_a_shutdown() {
    let store = MemoryStore::new();
    let open = || {
        let mut limits = Limits::default();
        limits.running = 1;
        let builder = builder(store.clone()).limits(limits).flow(working::Flow::remote());
        builder.function("acs:fc:::services/s/functions/work", takes(10)).build()
    };
    let engine = open().await.unwrap();
    engine.start("working", "first", json!({"jobs": [1]})).await.unwrap();
    engine.start("working", "second", json!({"jobs": [2]})).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(engine.shutdown(MINUTE).await, 0);

    let next = open().await.unwrap();
    assert_eq!(ended(&next, "working", "first").await.unwrap(), json!({"done": [1]}));
    assert_eq!(ended(&next, "working", "second").await.unwrap(), json!({"done": [2]}));
}

#[tokio::test(start_paused = true)]
async fn a_branch_whose_next_task_is_withheld_goes_on_after_a_shutdown() {
    let store = MemoryStore::new();
    let open = || {
        builder(store.clone())
            .flow(branching::Flow::remote())
            .function("acs:fc:::services/s/functions/first", takes(1))
            .function("acs:fc:::services/s/functions/then", takes(1))
            .function("acs:fc:::services/s/functions/other", takes(2))
            .build()
    };
    let engine = open().await.unwrap();
    let execution = engine.start("branching", "one", json!({})).await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(engine.shutdown(MINUTE).await, 0);
    assert_eq!(store.active().await.unwrap(), [execution.id()]);

    let next = open().await.unwrap();
    ended(&next, "branching", "one").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_task_that_starts_a_child_outlives_a_shutdown_at_any_moment() {
    // On its own, so that it takes turns with the engine.
    let every_moment = tokio::spawn(async {
        for (yields, moment) in (0..3).flat_map(|yields| (0..40).map(move |moment| (yields, moment))) {
            let inner = MemoryStore::new();
            let open = || {
                let store = SlowStore { inner: inner.clone(), yields, ..SlowStore::default() };
                builder(store).flow(starting::Flow::remote()).flow(resting::Flow::remote()).build()
            };
            let engine = open().await.unwrap();
            engine.start("starting", "parent", json!({"name": "kid"})).await.unwrap();
            for _ in 0..moment {
                tokio::task::yield_now().await;
            }
            engine.shutdown(10 * MINUTE).await;

            let next = open().await.unwrap();
            let output = ended(&next, "starting", "parent").await;
            assert!(output.is_ok(), "{yields} yields, shut down after {moment} polls: {output:?}");
        }
    });
    every_moment.await.unwrap();
}

/// A function that sends its tokens away and returns.
fn sending(tokens: &mpsc::UnboundedSender<TaskToken>) -> impl Invoker {
    let tokens = tokens.clone();
    move |input: Value| {
        let _ = tokens.send(TaskToken::new(input["token"].as_str().unwrap_or_default()));
        async { Ok(Value::Null) }
    }
}

#[tokio::test(start_paused = true)]
async fn a_report_that_is_answered_is_kept_whenever_the_engine_is_shut_down() {
    let mut accepted = 0;
    for (yields, moment) in (0..4).flat_map(|yields| (0..30).map(move |moment| (yields, moment))) {
        let inner = MemoryStore::new();
        let (sender, mut tokens) = mpsc::unbounded_channel();
        let open = || {
            let store = SlowStore { inner: inner.clone(), yields, ..SlowStore::default() };
            builder(store).flow(ask::Flow::remote()).function(ASK, sending(&sender)).build()
        };
        let engine = Arc::new(open().await.unwrap());
        engine.start("ask", "one", json!({})).await.unwrap();
        let token = tokens.recv().await.unwrap();
        tokio::time::sleep(Duration::from_secs(1)).await;
        let other = Arc::clone(&engine);
        let report = async move { other.report_task_succeeded(&token, r#"{"answer": 1}"#).await };
        let report = tokio::spawn(report);
        for _ in 0..moment {
            tokio::task::yield_now().await;
        }
        engine.shutdown(MINUTE).await;
        let answered = report.await.unwrap();
        drop(engine);

        let next = open().await.unwrap();
        if answered.is_ok() {
            accepted += 1;
            let output = ended(&next, "ask", "one").await;
            assert_eq!(output, Ok(json!({"answer": 1})), "{yields} yields, shut down after {moment} polls");
        }
    }
    assert!(accepted > 60, "{accepted} reports accepted");
}

#[tokio::test(start_paused = true)]
async fn a_shutdown_waits_for_a_function_whose_task_is_settled() {
    let reporter = Reporter::default();
    let builder = builder(MemoryStore::new()).flow(ask::Flow::remote()).function(ASK, reporter.clone());
    let engine = Arc::new(builder.build().await.unwrap());
    reporter.reports_to(&engine);
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"answer": "yes"}));
    assert_eq!(reporter.done.load(SeqCst), 0);
    assert_eq!(engine.shutdown(MINUTE).await, 0);
    assert_eq!(reporter.done.load(SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_shutdown_waits_for_calls_that_an_execution_in_memory_has_left_behind() {
    for (limit, cut_off) in [(MINUTE, 0), (Duration::from_secs(5), 1)] {
        let sent = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&sent);
        let mail = move |input: Value| {
            let counter = Arc::clone(&counter);
            async move {
                tokio::time::sleep(Duration::from_secs(10)).await;
                counter.fetch_add(1, SeqCst);
                Ok(input)
            }
        };
        let builder = builder(MemoryStore::new()).function("acs:fc:::services/shop/functions/mail", mail);
        let engine = builder.function("acs:fc:::services/shop/functions/pack", takes(1)).build().await.unwrap();
        engine.run_express(&background::Flow::remote(), json!({"customer": "ada"})).await.unwrap();
        assert_eq!(engine.shutdown(limit).await, cut_off);
        assert_eq!(sent.load(SeqCst), 1 - cut_off);
    }
}

#[tokio::test(start_paused = true)]
async fn a_start_under_the_name_of_what_runs_is_refused_during_a_shutdown() {
    let store = MemoryStore::new();
    let open = || {
        let builder = builder(store.clone()).flow(working::Flow::remote());
        builder.function("acs:fc:::services/s/functions/work", takes(10)).build()
    };
    let engine = open().await.unwrap();
    engine.start("working", "one", json!({"jobs": [1]})).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let again = async {
        tokio::task::yield_now().await;
        engine.start("working", "one", json!({"jobs": [1]})).await
    };
    let (cut_off, again) = tokio::join!(engine.shutdown(MINUTE), again);
    assert_eq!(cut_off, 0);
    assert!(matches!(again, Err(Error::Closed)));

    let next = open().await.unwrap();
    assert_eq!(ended(&next, "working", "one").await.unwrap(), json!({"done": [1]}));
}

#[tokio::test(start_paused = true)]
async fn a_stop_after_a_shutdown_is_refused_at_once() {
    let engine = builder(MemoryStore::new()).flow(resting::Flow::remote()).build().await.unwrap();
    let execution = engine.start("resting", "one", json!({})).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(engine.shutdown(MINUTE).await, 0);
    let stop = tokio::time::timeout(Duration::from_secs(1), execution.stop(StepError::new("Enough", ""))).await;
    assert!(matches!(stop.expect("nobody answers"), Err(Error::Closed)));
    assert!(matches!(execution.wait().await, Err(Error::Closed)));
}

//! Engines that end, callers that give up, stores that fail: nobody waits for ever, and nothing accepted is lost.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{
    Call, Clock, Engine, EngineBuilder, Error, MemoryStore, Sleep, StepError, Store, TaskToken, Timestamp, TokioClock,
    Value, json,
};

use super::slow_store::SlowStore;

flowsmith::flow!("definitions/ask.yaml");
flowsmith::flow!("definitions/hasty.yaml");
flowsmith::flow!("definitions/resting.yaml");

fn builder(store: impl Store) -> EngineBuilder {
    Engine::builder().store(store).flow(hasty::Flow::remote()).flow(resting::Flow::remote())
}

fn on_virtual_time(store: impl Store) -> EngineBuilder {
    builder(store).clock(TokioClock::starting_at(Timestamp::from_millis(0)))
}

#[tokio::test(start_paused = true)]
async fn waiting_for_an_execution_of_a_dropped_engine_is_an_error() {
    let engine = on_virtual_time(MemoryStore::new()).build().await.unwrap();
    let execution = engine.start("resting", "one", json!({})).await.unwrap();
    drop(engine);
    assert!(matches!(execution.wait().await, Err(Error::Closed)));
    assert!(matches!(execution.stop(StepError::new("Enough", "")).await, Err(Error::Closed)));
}

#[tokio::test(start_paused = true)]
async fn a_start_whose_caller_has_given_up_goes_on() {
    let store = SlowStore::default();
    store.late.store(1, SeqCst);
    let engine = on_virtual_time(store).build().await.unwrap();
    let start = engine.start("resting", "one", json!({}));
    assert!(tokio::time::timeout(Duration::from_millis(10), start).await.is_err());
    let execution = engine.start("resting", "one", json!({})).await.unwrap();
    execution.wait().await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_store_that_fails_in_passing_delays_and_nothing_more() {
    for times in 1..4 {
        let store = SlowStore::default();
        let engine = on_virtual_time(store.clone()).build().await.unwrap();
        store.failing.store(times, SeqCst);
        let execution = engine.start("resting", "one", json!({})).await.unwrap();
        execution.wait().await.unwrap().unwrap();
        assert!(engine.quarantined().is_empty());
    }
}

#[test]
fn an_engine_that_was_dropped_commits_nothing_over_the_next_one() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let inner = MemoryStore::new();
        let store = SlowStore { inner: inner.clone(), blocks: Duration::from_millis(100), ..SlowStore::default() };
        let first = builder(store).build().await.unwrap();
        first.start("resting", "one", json!({})).await.unwrap();
        tokio::task::yield_now().await;
        drop(first);
        // Gets in only when the commit that may be under way is over.
        let second = builder(inner).build().await.unwrap();
        let execution = second.execution("resting", "one").await.unwrap();
        execution.stop(StepError::new("Enough", "")).await.unwrap();
        let before = execution.history().await.unwrap();
        tokio::time::sleep(Duration::from_millis(150)).await;
        assert_eq!(execution.history().await.unwrap(), before);
        assert_eq!(execution.wait().await.unwrap().unwrap_err().error.code, "Enough");
    });
}

#[test]
fn an_execution_outlives_the_runtime_that_it_was_started_from() {
    let ours = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let engine = ours.block_on(builder(MemoryStore::new()).build()).unwrap();
    let other = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let execution = other.block_on(engine.start("resting", "one", json!({}))).unwrap();
    drop(other);
    ours.block_on(execution.stop(StepError::new("Enough", ""))).unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_limit_of_a_flow_holds_in_memory_too() {
    let engine = on_virtual_time(MemoryStore::new()).build().await.unwrap();
    let execution = engine.start("hasty", "one", json!({})).await.unwrap();
    let durable = execution.wait().await.unwrap().unwrap_err().error;
    let in_memory = engine.run_express(&hasty::Flow::remote(), json!({})).await.unwrap_err();
    assert_eq!(durable, in_memory);
    assert_eq!(in_memory.code, "FnF.ExecutionTimedOut");
}

/// Fails, and remembers what it was called with.
#[derive(Clone, Default)]
struct Host(Arc<Mutex<Vec<(String, String)>>>);

impl ask::Functions for Host {
    async fn ask(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        let token = input["token"].as_str().unwrap_or_default().to_owned();
        self.0.lock().unwrap().push((call.idempotency_key(), token));
        Err(StepError::new("No", ""))
    }
}

#[tokio::test(start_paused = true)]
async fn executions_in_memory_have_keys_and_tokens_of_their_own() {
    let engine = on_virtual_time(MemoryStore::new()).build().await.unwrap();
    let host = Host::default();
    let flow = ask::Flow::new(host.clone());
    engine.run_express(&flow, json!({})).await.unwrap_err();
    engine.run_express(&flow, json!({})).await.unwrap_err();
    let calls = host.0.lock().unwrap().clone();
    assert_ne!(calls[0].0, calls[1].0, "a function that deduplicates would drop the second");
    assert_ne!(calls[0].1, calls[1].1);
    let over = engine.report_task_succeeded(&TaskToken::new(&*calls[0].1), "{}").await.unwrap_err();
    assert!(matches!(over, Error::TaskAlreadyCompleted), "{over}");
    let forged = engine.report_task_succeeded(&TaskToken::new("0-nonsense"), "{}").await.unwrap_err();
    assert!(matches!(forged, Error::InvalidArgument(_)), "{forged}");
}

#[derive(Debug, Clone)]
struct Hands(Arc<AtomicI64>);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(SeqCst))
    }

    fn sleep_until(&self, _: Timestamp) -> Sleep<'_> {
        Box::pin(tokio::time::sleep(Duration::from_millis(1)))
    }
}

#[tokio::test(start_paused = true)]
async fn time_does_not_go_back_in_a_history_when_the_clock_does() {
    let store = MemoryStore::new();
    let hands = Hands(Arc::new(AtomicI64::new(10_000_000)));
    let answer = |_| async { Ok::<_, StepError>(json!({})) };
    let open = || {
        let builder = builder(store.clone()).clock(hands.clone()).flow(ask::Flow::remote());
        builder.function("acs:fc:::services/s/functions/ask", answer).build()
    };
    let engine = open().await.unwrap();
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    while execution.history_page(4, 1).await.unwrap().is_empty() {
        tokio::task::yield_now().await;
    }
    drop(engine);
    hands.0.store(5_000_000, SeqCst);
    let engine = open().await.unwrap();
    let execution = engine.execution("ask", "one").await.unwrap();
    execution.stop(StepError::new("Enough", "")).await.unwrap();
    let times: Vec<_> = execution.history().await.unwrap().iter().map(|event| event.time).collect();
    assert!(times.is_sorted(), "{times:?}");
}

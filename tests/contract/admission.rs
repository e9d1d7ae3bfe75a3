//! Admission and shutdown: how much goes on at once, and how it ends in order.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{
    Answer, Call, Engine, EngineBuilder, Error, ExecutionStatus, Invocation, Invoker, Limits, MemoryStore, StepError,
    Timestamp, TokioClock, Value, json,
};
use flowsmith_tests::cases::Case;

use super::reporter::Reporter;

flowsmith::flow!("definitions/regional.yaml");
flowsmith::flow!("definitions/relaying.yaml");
flowsmith::flow!("definitions/reporting.yaml");
flowsmith::flow!("definitions/working.yaml");

const WORK: &str = "acs:fc:::services/s/functions/work";
const HOUR: Duration = Duration::from_secs(3_600);

/// Works for ten seconds, and counts how many do.
#[derive(Clone, Default)]
struct Workers {
    busy: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
    calls: Arc<AtomicUsize>,
    repeats: Arc<AtomicUsize>,
}

impl working::Functions for Workers {
    async fn work(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        self.calls.fetch_add(1, SeqCst);
        self.repeats.fetch_add(usize::from(call.is_repeat()), SeqCst);
        Ok(self.work_on(input).await)
    }
}

impl Invoker for Workers {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
        Box::pin(async move { Ok(self.work_on(invocation.input).await) })
    }
}

impl Workers {
    async fn work_on(&self, input: Value) -> Value {
        let busy = self.busy.fetch_add(1, SeqCst) + 1;
        self.most.fetch_max(busy, SeqCst);
        tokio::time::sleep(Duration::from_secs(10)).await;
        self.busy.fetch_sub(1, SeqCst);
        input
    }
}

fn builder(store: &MemoryStore, workers: &Workers) -> EngineBuilder {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    Engine::builder().store(store.clone()).clock(clock).flow(working::Flow::new(workers.clone()))
}

#[tokio::test(start_paused = true)]
async fn calls_of_a_function_wait_for_a_place() {
    let workers = Workers::default();
    let engine = builder(&MemoryStore::new(), &workers).concurrency(WORK, 2).build().await.unwrap();
    let execution = engine.start("working", "one", json!({"jobs": [1, 2, 3, 4, 5]})).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"done": [1, 2, 3, 4, 5]}));
    assert_eq!(workers.most.load(SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn places_for_a_function_are_for_each_of_its_names() {
    let workers = Workers::default();
    let builder = builder(&MemoryStore::new(), &workers).flow(regional::Flow::remote());
    let engine = builder.function(WORK, workers.clone()).concurrency(WORK, 1).build().await.unwrap();
    let home = engine.start("working", "one", json!({"jobs": [1, 2]})).await.unwrap();
    let regional = engine.start("regional", "one", json!({"jobs": [3, 4]})).await.unwrap();
    home.wait().await.unwrap().unwrap();
    regional.wait().await.unwrap().unwrap();
    assert_eq!(workers.most.load(SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn calls_in_memory_wait_for_a_place() {
    let workers = Workers::default();
    let engine = builder(&MemoryStore::new(), &workers).concurrency(WORK, 1).build().await.unwrap();
    let output = engine.run_express(&working::Flow::new(workers.clone()), json!({"jobs": [1, 2, 3]})).await.unwrap();
    assert_eq!(output, json!({"done": [1, 2, 3]}));
    assert_eq!(workers.most.load(SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn iterations_wait_for_a_place_on_every_engine() {
    let workers = Workers::default();
    let mut limits = Limits::default();
    limits.iterations = Some(3);
    let engine = builder(&MemoryStore::new(), &workers).limits(limits).build().await.unwrap();
    let input = json!({"jobs": [1, 2, 3, 4, 5, 6, 7]});
    let execution = engine.start("working", "one", &input).await.unwrap();
    execution.wait().await.unwrap().unwrap();
    assert_eq!(workers.most.swap(0, SeqCst), 3);
    engine.run_express(&working::Flow::new(workers.clone()), input).await.unwrap();
    assert_eq!(workers.most.load(SeqCst), 3);
}

#[tokio::test(start_paused = true)]
async fn executions_wait_for_a_place_and_leave_it_while_they_are_suspended() {
    let workers = Workers::default();
    let mut limits = Limits::default();
    limits.running = 1;
    let engine = builder(&MemoryStore::new(), &workers).limits(limits).build().await.unwrap();
    let first = engine.start("working", "first", json!({"jobs": [1]})).await.unwrap();
    let second = engine.start("working", "second", json!({"jobs": [2]})).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(first.describe().await.unwrap().status, ExecutionStatus::Running);
    assert_eq!(second.describe().await.unwrap().status, ExecutionStatus::Starting);
    tokio::time::sleep(Duration::from_secs(10)).await;
    // The first one waits for its timer; that is not in memory.
    assert_eq!(second.describe().await.unwrap().status, ExecutionStatus::Running);
    first.wait().await.unwrap().unwrap();
    second.wait().await.unwrap().unwrap();
    assert_eq!(workers.most.load(SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_child_and_its_parent_need_one_place_between_them() {
    let case = Case::named("contract/ping");
    let mut limits = Limits::default();
    limits.running = 1;
    let less = |input: Value| async move { Ok(json!({"n": input["n"].as_u64().unwrap_or_default() - 1})) };
    let builder = (case.register)(Engine::builder()).function("acs:fc:::services/s/functions/less", less);
    let engine = builder.limits(limits).build().await.unwrap();
    let execution = engine.start("ping", "deep", json!({"n": 5})).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"n": 0}));
}

#[tokio::test(start_paused = true)]
async fn reports_to_those_who_wait_need_no_place() {
    let reporter = Reporter::default();
    let mut limits = Limits::default();
    limits.running = 2;
    let builder = Engine::builder().clock(TokioClock::starting_at(Timestamp::from_millis(0))).limits(limits);
    let builder = builder.flow(relaying::Flow::remote()).flow(reporting::Flow::remote());
    let builder = builder.function("acs:fc:::services/s/functions/report", reporter.clone());
    let engine = Arc::new(builder.build().await.unwrap());
    reporter.reports_to(&engine);
    let mut relays = Vec::new();
    for name in ["a", "b", "c", "d"] {
        relays.push(engine.start("relaying", name, json!({})).await.unwrap());
    }
    for relay in relays {
        let ended = tokio::time::timeout(HOUR, relay.wait()).await.expect("all places are taken by those who report");
        assert_eq!(ended.unwrap().unwrap(), json!({"answer": "yes"}));
    }
}

#[tokio::test(start_paused = true)]
async fn an_execution_that_waits_for_a_place_can_be_stopped() {
    let workers = Workers::default();
    let mut limits = Limits::default();
    limits.running = 1;
    let engine = builder(&MemoryStore::new(), &workers).limits(limits).build().await.unwrap();
    engine.start("working", "first", json!({"jobs": [1]})).await.unwrap();
    let second = engine.start("working", "second", json!({"jobs": [2]})).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let stop = second.stop(StepError::new("Enough", ""));
    tokio::time::timeout(Duration::from_secs(5), stop).await.expect("it waits for the first one").unwrap();
    assert_eq!(second.describe().await.unwrap().status, ExecutionStatus::Stopped);
    tokio::time::sleep(HOUR).await;
    assert_eq!(workers.calls.load(SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_shutdown_keeps_what_functions_return_in_time_and_starts_nothing() {
    let (store, workers) = (MemoryStore::new(), Workers::default());
    let engine = builder(&store, &workers).concurrency(WORK, 2).build().await.unwrap();
    let execution = engine.start("working", "one", json!({"jobs": [1, 2, 3, 4, 5]})).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let refused = async {
        tokio::task::yield_now().await;
        engine.start("working", "two", json!({"jobs": []})).await
    };
    let (cut_off, refused) = tokio::join!(engine.shutdown(Duration::from_secs(60)), refused);
    assert_eq!(cut_off, 0);
    assert!(matches!(refused, Err(Error::Closed)));
    assert!(matches!(execution.wait().await, Err(Error::Closed)));
    let called = workers.calls.load(SeqCst);
    assert_eq!(workers.busy.load(SeqCst), 0, "nobody was interrupted");

    let next = builder(&store, &workers).build().await.unwrap();
    let execution = next.execution("working", "one").await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"done": [1, 2, 3, 4, 5]}));
    assert_eq!((called, workers.calls.load(SeqCst)), (5, 5), "what was returned in time is not asked for again");
}

#[tokio::test(start_paused = true)]
async fn a_shutdown_cuts_off_what_takes_too_long_and_the_next_engine_goes_on() {
    let (store, workers) = (MemoryStore::new(), Workers::default());
    let engine = builder(&store, &workers).build().await.unwrap();
    engine.start("working", "one", json!({"jobs": [1, 2]})).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(engine.shutdown(Duration::from_secs(5)).await, 2);
    assert_eq!(engine.shutdown(Duration::from_secs(5)).await, 0, "there is nothing left to end");

    let next = builder(&store, &workers).build().await.unwrap();
    let execution = next.execution("working", "one").await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"done": [1, 2]}));
    assert_eq!((workers.calls.load(SeqCst), workers.repeats.load(SeqCst)), (4, 2));
}

#[tokio::test]
async fn what_is_missing_is_listed_when_the_engine_is_built() {
    let ping = Case::named("contract/ping");
    let alone = (ping.register)(Engine::builder());
    let missing = alone.flow(working::Flow::remote()).build().await.unwrap_err();
    let text = missing.to_string();
    assert!(
        text.contains("flow `working` calls `acs:fc:::services/s/functions/work`: implement `Functions::work`"),
        "{text}"
    );
    assert!(text.contains("flow `ping` calls `acs:fc:::services/s/functions/less`"), "{text}");
    let Error::MissingBindings { missing, .. } = missing else { panic!("{text}") };
    assert_eq!(missing.len(), 3, "{missing:?}");
    // A method of one's own needs nothing.
    drop(Engine::builder().flow(working::Flow::new(Workers::default())).build().await.unwrap());
    drop(Engine::builder().flow(working::Flow::remote()).allow_missing_bindings().build().await.unwrap());
}

flowsmith::flow!(path = "definitions/starting.yaml", mod = starting);

#[tokio::test]
async fn a_flow_that_is_started_and_not_registered_is_missing() {
    let missing = Engine::builder().flow(starting::Flow::remote()).build().await.unwrap_err().to_string();
    assert!(missing.contains("starts flow `resting`: register it"), "{missing}");
}

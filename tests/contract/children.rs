//! Child executions: started once, told once, and not left behind.

use std::{sync::atomic::Ordering::SeqCst, time::Duration};

use flowsmith::{
    Engine, EngineBuilder, ExecutionFilter, ExecutionStatus, MemoryStore, StepError, Store, Timestamp, TokioClock,
    json, testing::CrashStore,
};

use super::slow_store::SlowStore;

flowsmith::flow!("definitions/starting.yaml");
flowsmith::flow!("definitions/limiting.yaml");
flowsmith::flow!("definitions/parenting.yaml");
flowsmith::flow!("definitions/resting.yaml");

fn builder(store: impl Store) -> EngineBuilder {
    Engine::builder()
        .store(store)
        .clock(TokioClock::starting_at(Timestamp::from_millis(0)))
        .flow(starting::Flow::remote())
        .flow(limiting::Flow::remote())
        .flow(parenting::Flow::remote())
        .flow(resting::Flow::remote())
}

#[tokio::test(start_paused = true)]
async fn a_task_that_starts_a_child_goes_on_at_once() {
    let engine = builder(MemoryStore::new()).build().await.unwrap();
    let parent = engine.start("starting", "parent", json!({"name": "kid"})).await.unwrap();
    let output = parent.wait().await.unwrap().unwrap();
    assert_eq!(output["ExecutionName"], "kid");
    let child = engine.execution("resting", "kid").await.unwrap();
    assert_eq!(child.describe().await.unwrap().status, ExecutionStatus::Running);
    child.wait().await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_named_child_is_ours_after_a_crash_at_any_turn() {
    let store = MemoryStore::new();
    let output = loop {
        let crash = CrashStore::new(store.clone(), 1);
        let engine = builder(crash.clone()).build().await.unwrap();
        let run = async {
            let parent = match engine.start("starting", "parent", json!({"name": "kid"})).await {
                Ok(parent) => parent,
                Err(_) => engine.execution("starting", "parent").await.unwrap(),
            };
            parent.wait().await
        };
        let ended = tokio::select! { biased; ended = run => Some(ended), () = crash.crashed() => None };
        engine.close();
        if let Some(ended) = ended {
            break ended.unwrap().unwrap();
        }
    };
    assert_eq!(output["ExecutionName"], "kid");
}

#[tokio::test(start_paused = true)]
async fn a_child_whose_name_belongs_to_an_execution_that_is_over_fails_its_task() {
    let engine = builder(MemoryStore::new()).build().await.unwrap();
    engine.start("resting", "kid", json!({})).await.unwrap().wait().await.unwrap().unwrap();
    let parent = engine.start("starting", "parent", json!({"name": "kid"})).await.unwrap();
    let failure = parent.wait().await.unwrap().unwrap_err();
    assert_eq!(failure.error.code, "fnf.ExecutionAlreadyExists");
    let parent = engine.start("starting", "other", json!({"name": "no name/at all"})).await.unwrap();
    let failure = parent.wait().await.unwrap().unwrap_err();
    assert!(failure.error.cause.contains("cannot be the name"), "{failure}");
}

#[tokio::test(start_paused = true)]
async fn a_child_whose_name_belongs_to_a_running_execution_is_that_one() {
    let engine = builder(MemoryStore::new()).build().await.unwrap();
    let stranger = engine.start("resting", "kid", json!({})).await.unwrap();
    let parent = engine.start("starting", "parent", json!({"name": "kid"})).await.unwrap();
    assert_eq!(parent.wait().await.unwrap().unwrap()["ExecutionName"], "kid");
    assert_eq!(stranger.describe().await.unwrap().status, ExecutionStatus::Running);
    stranger.wait().await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_child_that_takes_too_long_is_stopped() {
    let engine = builder(MemoryStore::new()).build().await.unwrap();
    let parent = engine.start("limiting", "parent", json!({})).await.unwrap();
    let failure = parent.wait().await.unwrap().unwrap_err();
    assert_eq!(failure.error.code, "FnF.TaskTimeout");
    let child = engine.execution("resting", "child-1-4").await.unwrap();
    assert_eq!(child.wait().await.unwrap().unwrap_err().status, ExecutionStatus::Stopped);
}

#[tokio::test(start_paused = true)]
async fn no_child_is_left_whenever_its_parent_is_stopped() {
    for moment in 0..40 {
        let store = SlowStore { yields: 3, ..SlowStore::default() };
        let engine = builder(store).build().await.unwrap();
        let parent = engine.start("limiting", "parent", json!({})).await.unwrap();
        for _ in 0..moment {
            tokio::task::yield_now().await;
        }
        parent.stop(StepError::new("Enough", "")).await.unwrap();
        tokio::time::sleep(Duration::from_secs(5)).await;
        for event in 0..8 {
            if let Ok(child) = engine.execution("resting", &format!("child-1-{event}")).await {
                let status = child.describe().await.unwrap().status;
                assert_eq!(status, ExecutionStatus::Stopped, "stopped after {moment} polls");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_child_is_left_when_a_crash_comes_as_its_parent_gives_it_up() {
    let mut crashes = 0;
    for turns in 2..20 {
        let store = MemoryStore::new();
        let crash = CrashStore::new(store.clone(), turns);
        let engine = builder(crash.clone()).build().await.unwrap();
        let parent = async { engine.start("limiting", "parent", json!({})).await.unwrap().wait().await };
        let parent = async {
            let _ = parent.await;
            tokio::time::sleep(Duration::from_secs(5)).await;
        };
        tokio::select! { biased; () = parent => {}, () = crash.crashed() => crashes += 1 }
        engine.close();

        // The child would rest for 100 seconds, had nobody stopped it.
        let engine = builder(store).build().await.unwrap();
        let parent = engine.execution("limiting", "parent").await.unwrap();
        assert_eq!(parent.wait().await.unwrap().unwrap_err().error.code, "FnF.TaskTimeout");
        tokio::time::sleep(Duration::from_secs(1)).await;
        let child = engine.execution("resting", "child-1-4").await.unwrap().describe().await.unwrap();
        assert_eq!(child.status, ExecutionStatus::Stopped, "a crash after {turns} transactions");
    }
    assert!(crashes > 4, "{crashes} crashes");
}

/// How all executions of the flow that is started by others stand.
async fn statuses_of_children(engine: &Engine) -> Vec<ExecutionStatus> {
    let page = engine.executions("resting", &ExecutionFilter::new().limit(1_000)).await.unwrap();
    page.executions.iter().map(|child| child.status).collect()
}

#[tokio::test(start_paused = true)]
async fn a_store_that_fails_in_passing_delays_the_start_of_a_child() {
    let store = SlowStore::default();
    store.failing_children.store(2, SeqCst);
    let engine = builder(store).build().await.unwrap();
    let parent = engine.start("starting", "parent", json!({"name": "kid"})).await.unwrap();
    assert_eq!(parent.wait().await.unwrap().unwrap()["ExecutionName"], "kid");
    assert_eq!(statuses_of_children(&engine).await, [ExecutionStatus::Running]);
}

#[tokio::test(start_paused = true)]
async fn no_child_is_left_when_a_crash_comes_before_the_news_of_its_start() {
    let store = SlowStore::default();
    store.late_children.store(1, SeqCst);
    let engine = builder(store.clone()).build().await.unwrap();
    engine.start("limiting", "parent", json!({})).await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(statuses_of_children(&engine).await.len(), 1);
    drop(engine);

    let next = builder(store).build().await.unwrap();
    let parent = next.execution("limiting", "parent").await.unwrap();
    parent.stop(StepError::new("Enough", "")).await.unwrap();
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert_eq!(statuses_of_children(&next).await, [ExecutionStatus::Stopped]);
}

#[tokio::test(start_paused = true)]
async fn each_of_many_children_that_are_given_up_is_stopped_once() {
    for children in [25, 100] {
        let store = SlowStore::default();
        let engine = builder(store.clone()).build().await.unwrap();
        let input = json!({"children": (0..children).collect::<Vec<_>>()});
        let parent = engine.start("parenting", "one", input).await.unwrap();
        tokio::time::sleep(Duration::from_secs(1)).await;
        store.reads.store(0, SeqCst);
        parent.stop(StepError::new("Enough", "")).await.unwrap();
        tokio::time::sleep(Duration::from_secs(10)).await;
        let reads = store.reads.load(SeqCst);
        assert_eq!(statuses_of_children(&engine).await, vec![ExecutionStatus::Stopped; children]);
        assert!(reads <= 6 * children, "{reads} reads to stop {children} children");
    }
}

//! Lists of executions, a page at a time.

use std::time::Duration;

use flowsmith::{Engine, Error, ExecutionFilter, ExecutionStatus, StepError, Timestamp, TokioClock, json};

flowsmith::flow!("definitions/resting.yaml");

async fn names(engine: &Engine, filter: ExecutionFilter) -> Vec<String> {
    let mut names = Vec::new();
    let mut filter = filter;
    loop {
        let page = engine.executions("resting", &filter).await.unwrap();
        assert!(page.executions.len() <= filter.limit);
        names.extend(page.executions.into_iter().map(|execution| execution.name));
        let Some(next) = page.next else { return names };
        filter = filter.after(next);
    }
}

#[tokio::test(start_paused = true)]
async fn executions_are_listed_newest_first_by_status_name_and_time() {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let engine = Engine::builder().clock(clock).flow(resting::Flow::remote()).build().await.unwrap();
    for (second, name) in ["order-1", "order-2", "other-3", "order-4", "order-5"].iter().enumerate() {
        let execution = engine.start("resting", *name, json!({})).await.unwrap();
        if second % 2 == 0 {
            execution.stop(StepError::new("Enough", "")).await.unwrap();
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let all = || ExecutionFilter::new();
    let expected = ["order-5", "order-4", "other-3", "order-2", "order-1"];
    for limit in 0..7 {
        assert_eq!(names(&engine, all().limit(limit)).await, expected, "{limit} a page");
    }
    assert_eq!(names(&engine, all().status(ExecutionStatus::Stopped)).await, ["order-5", "other-3", "order-1"]);
    assert_eq!(names(&engine, all().status(ExecutionStatus::Running).limit(1)).await, ["order-4", "order-2"]);
    assert_eq!(names(&engine, all().status(ExecutionStatus::Failed)).await, [""; 0]);
    assert_eq!(
        names(&engine, all().name_prefix("order-").limit(2)).await,
        ["order-5", "order-4", "order-2", "order-1"]
    );
    let second = Timestamp::from_millis(1_000);
    assert_eq!(
        names(&engine, all().started_from(second).started_until(second.after(Duration::from_secs(2)))).await,
        ["other-3", "order-2"]
    );
    assert!(matches!(engine.executions("resigning", &all()).await, Err(Error::FlowNotExists { .. })));
}

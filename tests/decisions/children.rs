//! What a flow that waits for another sees when that one is stopped.

use flowsmith::{Engine, ExecutionStatus, StepError, Timestamp, TokioClock, Value, json};

flowsmith::flow!("definitions/supervising.yaml");
flowsmith::flow!("definitions/resting.yaml");

/// The output of a flow whose child was stopped with `error`.
async fn seen(error: StepError) -> Value {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let flows = Engine::builder().clock(clock).flow(supervising::Flow::remote()).flow(resting::Flow::remote());
    let engine = flows.build().await.unwrap();
    let parent = engine.start("supervising", "parent", json!({})).await.unwrap();
    let child = loop {
        match engine.execution("resting", "watched").await {
            Ok(child) => break child,
            Err(_) => tokio::task::yield_now().await,
        }
    };
    child.stop(error).await.unwrap();
    assert_eq!(child.describe().await.unwrap().status, ExecutionStatus::Stopped);
    parent.wait().await.unwrap().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_child_that_is_stopped_without_an_error_has_failed_by_a_name_of_its_own() {
    assert_eq!(seen(StepError::new("", "")).await["code"], "FnF.ExecutionStopped");
}

#[tokio::test(start_paused = true)]
async fn a_child_that_is_stopped_with_an_error_has_failed_with_that() {
    let output = seen(StepError::new("Enough", "said the operator")).await;
    assert_eq!(output, json!({"code": "Enough", "why": "said the operator"}));
}

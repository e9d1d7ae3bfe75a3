//! A loop that neither waits nor calls cannot hang a worker and can be stopped.

use flowsmith::{Engine, ExecutionStatus, StepError, flow, json};

flow!("definitions/busy.yaml");
flow!("definitions/busy_foreach.yaml");

async fn engine() -> Engine {
    Engine::builder().flow(busy::Flow::remote()).flow(busy_foreach::Flow::remote()).build().await.unwrap()
}

#[tokio::test]
async fn a_busy_loop_is_stopped() {
    let engine = engine().await;
    for (flow, input) in [("busy", json!({})), ("busy_foreach", json!({"items": [1, 2, 3]}))] {
        let execution = engine.start(flow, "loop", input).await.unwrap();
        while execution.history_page(1_000, 1).await.unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
        execution.stop(StepError::new("Enough", "it goes round in circles")).await.unwrap();
        let failure = execution.wait().await.unwrap().unwrap_err();
        assert_eq!(failure.status, ExecutionStatus::Stopped);
        assert_eq!(failure.error.code, "Enough");
    }
}

#[tokio::test(start_paused = true)]
async fn a_busy_loop_in_memory_lets_others_work() {
    let engine = engine().await;
    let flow = busy::Flow::remote();
    let run = engine.run_express(&flow, json!({}));
    tokio::pin!(run);
    for _ in 0..10 {
        tokio::select! {
            biased;
            ended = &mut run => panic!("it ended: {ended:?}"),
            () = tokio::task::yield_now() => {}
        }
    }
}

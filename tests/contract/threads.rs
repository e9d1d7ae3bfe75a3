//! Races on several threads: reporters and stoppers of many executions at once.

use flowsmith::{Call, Engine, Error, EventKind, StepError, TaskToken, Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

flowsmith::flow!("definitions/ask.yaml");

const EXECUTIONS: usize = 300;

struct Host(UnboundedSender<(String, TaskToken)>);

impl ask::Functions for Host {
    async fn ask(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        let token = TaskToken::from(input["token"].as_str().unwrap_or_default());
        let sent = self.0.send((call.execution_name().to_owned(), token));
        sent.map_err(|_| StepError::new("Closed", ""))?;
        // Half of the functions are still at it when the reports arrive.
        if call.execution_name().ends_with(['1', '3', '5', '7', '9']) {
            tokio::task::yield_now().await;
        }
        Ok(json!({}))
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_of_many_races_has_one_winner() {
    let (sender, mut asked) = unbounded_channel();
    let engine = std::sync::Arc::new(Engine::builder().flow(ask::Flow::new(Host(sender))).build().await.unwrap());
    for number in 0..EXECUTIONS {
        engine.start("ask", &*format!("e{number}"), json!({})).await.unwrap();
    }
    let mut races = Vec::new();
    for _ in 0..EXECUTIONS {
        let (name, token) = asked.recv().await.unwrap();
        let engine = engine.clone();
        races.push(tokio::spawn(async move {
            let execution = engine.execution("ask", &name).await.unwrap();
            let mut rivals = Vec::new();
            for rival in 0..4 {
                let (engine, token, execution) = (engine.clone(), token.clone(), execution.clone());
                rivals.push(tokio::spawn(async move {
                    match rival {
                        0 => execution.stop(StepError::new("Stopped", "")).await,
                        1 => engine.report_task_failed(&token, StepError::new("Failed", "")).await.map(drop),
                        _ => engine.report_task_succeeded(&token, r#"{"answer": 1}"#).await.map(drop),
                    }
                }));
            }
            let mut winners = Vec::new();
            for (rival, answer) in rivals.into_iter().enumerate() {
                match answer.await.unwrap() {
                    Ok(()) => winners.push(rival),
                    Err(Error::TaskAlreadyCompleted | Error::ExecutionAlreadyCompleted { .. }) => {}
                    Err(error) => panic!("{name}: {error}"),
                }
            }
            let ended = execution.wait().await.unwrap();
            let history = execution.history().await.unwrap();
            let settled = history
                .iter()
                .filter(|event| matches!(event.kind, EventKind::TaskSucceeded | EventKind::TaskFailed))
                .count();
            match (winners.as_slice(), ended) {
                ([0], Err(failure)) => assert_eq!((&*failure.error.code, settled), ("Stopped", 0)),
                ([1], Err(failure)) => assert_eq!((&*failure.error.code, settled), ("Failed", 1)),
                ([2 | 3], Ok(output)) => assert_eq!((output, settled), (json!({"answer": 1}), 1)),
                other => panic!("{name}: {other:?}"),
            }
        }));
    }
    for race in races {
        race.await.unwrap();
    }
}

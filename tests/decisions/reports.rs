//! Reports of tasks that run in memory; those of the durable engine are in `contract/races.rs`.

use std::sync::{Arc, Mutex};

use flowsmith::{Call, Engine, Error, StepError, TaskToken, Timestamp, TokioClock, Value, json};

flowsmith::flow!("definitions/ask.yaml");

/// Reports to an engine before it returns; `script` says what, for each attempt.
#[derive(Clone)]
struct Hasty {
    engine: Arc<Engine>,
    tokens: Arc<Mutex<Vec<TaskToken>>>,
    answers: Arc<Mutex<Vec<Result<(), String>>>>,
}

impl Hasty {
    async fn report(&self, token: &TaskToken) {
        let answer = self.engine.report_task_succeeded(token, r#"{"answer": "yes"}"#).await;
        let answer = match answer {
            Ok(_) => Ok(()),
            Err(Error::TaskAlreadyCompleted) => Err("TaskAlreadyCompleted".to_owned()),
            Err(other) => Err(other.to_string()),
        };
        self.answers.lock().unwrap().push(answer);
    }
}

async fn hasty() -> Hasty {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let engine = Arc::new(Engine::builder().clock(clock).build().await.unwrap());
    Hasty { engine, tokens: Arc::default(), answers: Arc::default() }
}

/// Reports, then fails.
struct ReportsAndFails(Hasty);

impl ask::Functions for ReportsAndFails {
    async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        let token = TaskToken::from(input["token"].as_str().unwrap());
        self.0.report(&token).await;
        self.0.report(&token).await;
        Err(StepError::new("Late", "it failed after all"))
    }
}

#[tokio::test(start_paused = true)]
async fn a_report_before_the_function_fails_is_final_in_memory() {
    let hasty = hasty().await;
    let flow = ask::Flow::new(ReportsAndFails(hasty.clone()));
    let output = hasty.engine.run_express(&flow, json!({})).await;
    assert_eq!(output, Ok(json!({"answer": "yes"})));
    // The second report of one token finds the task over.
    assert_eq!(*hasty.answers.lock().unwrap(), [Ok(()), Err("TaskAlreadyCompleted".to_owned())]);
}

/// Does nothing when it is called first; then reports to that first attempt and to the present one.
struct ReportsToTheFirst(Hasty);

impl ask::Functions for ReportsToTheFirst {
    async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        let token = TaskToken::from(input["token"].as_str().unwrap());
        let first = {
            let mut tokens = self.0.tokens.lock().unwrap();
            tokens.push(token.clone());
            (tokens.len() == 2).then(|| tokens[0].clone())
        };
        if let Some(first) = first {
            assert_ne!(first, token);
            self.0.report(&first).await;
            self.0.report(&token).await;
        }
        Ok(json!({}))
    }
}

#[tokio::test(start_paused = true)]
async fn a_report_to_an_attempt_that_was_given_up_is_refused_in_memory() {
    let hasty = hasty().await;
    let flow = ask::Flow::new(ReportsToTheFirst(hasty.clone()));
    let output = hasty.engine.run_express(&flow, json!({})).await;
    assert_eq!(output, Ok(json!({"answer": "yes"})));
    assert_eq!(*hasty.answers.lock().unwrap(), [Err("TaskAlreadyCompleted".to_owned()), Ok(())]);
}

//! A result that is there exactly at its deadline is in time.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use flowsmith::{
    Call, Engine, Error, StepError, TaskToken, Timestamp, TokioClock, Value, json,
    testing::{Run, Test, returns},
};
use tokio::sync::Notify;

flowsmith::flow!("definitions/ask.yaml");
flowsmith::flow!("definitions/punctual.yaml");

/// The limit of the task in `punctual.yaml`.
const LIMIT: Duration = Duration::from_secs(60);

/// The limit of the task in `ask.yaml`.
const PATIENCE: Duration = Duration::from_secs(100);

const A_MOMENT: Duration = Duration::from_millis(1);

/// What a function that takes so long leads to: on the durable engine, then in memory.
fn outcomes(takes: Duration) -> [Run; 2] {
    let test = || Test::new(punctual::Flow::remote()).function("work", returns(json!({"done": true})).after(takes));
    [test().run(json!({})), test().express().run(json!({}))]
}

#[test]
fn a_function_that_returns_exactly_at_its_deadline_is_in_time() {
    for run in outcomes(LIMIT) {
        run.succeeded_with(json!({"done": true})).took(LIMIT);
    }
}

#[test]
fn a_function_that_returns_a_moment_later_is_late() {
    for run in outcomes(LIMIT + A_MOMENT) {
        run.failed_with("FnF.TaskTimeout").took(LIMIT);
    }
}

/// Hands out the token and returns.
#[derive(Clone, Default)]
struct Desk {
    token: Arc<Mutex<Option<TaskToken>>>,
    called: Arc<Notify>,
}

impl ask::Functions for Desk {
    async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        *self.token.lock().unwrap() = input["token"].as_str().map(TaskToken::from);
        self.called.notify_one();
        Ok(json!({}))
    }
}

/// The answer to a report so long after the task was started, on the durable engine.
async fn report_after(delay: Duration) -> Result<u64, Error> {
    let desk = Desk::default();
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let engine = Engine::builder().clock(clock).flow(ask::Flow::new(desk.clone())).build().await.unwrap();
    engine.start("ask", "one", json!({})).await.unwrap();
    desk.called.notified().await;
    tokio::time::sleep(delay).await;
    let token = desk.token.lock().unwrap().clone().unwrap();
    engine.report_task_succeeded(&token, "{}").await
}

#[tokio::test(start_paused = true)]
async fn a_report_exactly_at_the_deadline_is_in_time() {
    report_after(PATIENCE).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_report_a_moment_later_is_late() {
    let error = report_after(PATIENCE + A_MOMENT).await.unwrap_err();
    assert!(matches!(error, Error::TaskAlreadyCompleted), "{error}");
}

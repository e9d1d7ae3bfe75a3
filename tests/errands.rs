//! What others do while a run goes on: they report, start and stop, whatever happens to the engine meanwhile.

use std::{sync::Arc, time::Duration};

use flowsmith::{Engine, Error, EventKind, StepError, TaskToken, Value};
use tokio::sync::watch;

use crate::{
    script::{Start, Stop},
    world::token_in,
};

/// Something to do with the engine that is open.
#[derive(Debug)]
pub enum Errand {
    /// Report a token.
    Report {
        /// The token.
        token: TaskToken,
        /// What is reported.
        outcome: Result<Value, StepError>,
    },
    /// Report the token of the last event `TaskSubmitted` of an execution.
    LookUp {
        /// The flow.
        flow: String,
        /// The execution.
        execution: String,
        /// What is reported.
        outcome: Result<Value, StepError>,
    },
    /// Start an execution.
    Start {
        /// Which fields of the input say what to start.
        start: Start,
        /// What it starts with.
        input: Value,
    },
    /// Stop an execution.
    Stop(Stop),
}

/// Has somebody run an errand after so many seconds, again and again until it is done.
pub fn send(mut engine: watch::Receiver<Option<Arc<Engine>>>, after: u64, errand: Errand) {
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(after)).await;
        loop {
            let Some(now) = engine.borrow_and_update().clone() else {
                if engine.changed().await.is_err() {
                    return;
                }
                continue;
            };
            tokio::select! {
                biased;
                done = errand.attempt(&now) => {
                    if done {
                        return;
                    }
                }
                // From a store that has crashed no answer comes.
                changed = engine.changed() => {
                    if changed.is_err() {
                        return;
                    }
                }
            }
            tokio::task::yield_now().await;
        }
    });
}

impl Errand {
    /// Whether it is done.
    async fn attempt(&self, engine: &Engine) -> bool {
        match self {
            Self::Report { token, outcome } => report(engine, token, outcome).await,
            Self::LookUp { flow, execution, outcome } => {
                let Ok(execution) = engine.execution(flow, execution).await else { return false };
                let history = execution.history().await.unwrap_or_default();
                let submitted = history.iter().rev().find(|event| event.kind == EventKind::TaskSubmitted);
                let token = submitted.and_then(|event| token_in(event.detail.get("output")?));
                let Some(token) = token else { return false };
                report(engine, &TaskToken::new(token), outcome).await
            }
            Self::Start { start, input } => {
                let text = |field: &str| input.get(field).and_then(Value::as_str).unwrap_or_default();
                let name = start.name.iter().map(|field| text(field)).collect::<Vec<_>>().join("-");
                let started = engine.start(text(&start.flow), &*name, input).await;
                matches!(started, Ok(_) | Err(Error::ExecutionAlreadyExists { .. }))
            }
            Self::Stop(stop) => {
                let Ok(execution) = engine.execution(&stop.flow, &stop.name).await else { return false };
                let stopped = execution.stop(stop.error.clone()).await;
                matches!(stopped, Ok(()) | Err(Error::ExecutionAlreadyCompleted { .. }))
            }
        }
    }
}

async fn report(engine: &Engine, token: &TaskToken, outcome: &Result<Value, StepError>) -> bool {
    let answer = match outcome {
        Ok(output) => engine.report_task_succeeded(token, &output.to_string()).await,
        Err(error) => engine.report_task_failed(token, error.clone()).await,
    };
    matches!(answer, Ok(_) | Err(Error::TaskAlreadyCompleted))
}

//! Which tasks wait for the report of their token, as soon as it is kept that they do.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use tokio::sync::mpsc::UnboundedSender;

use crate::{
    history::EventKind,
    store::{Batch, ExecutionId, codec, rows::EventRow},
    token::TaskToken,
    value::Value,
};

/// A task that waits for the report of its token.
#[derive(Debug)]
pub(crate) struct Waiting {
    /// The name of its step.
    pub(crate) step: String,
    pub(crate) token: TaskToken,
    /// What its function was called with.
    pub(crate) input: Value,
}

/// Reads the events that are committed, and tells of tasks that wait.
#[derive(Debug)]
pub(crate) struct Watch {
    told: UnboundedSender<Waiting>,
    /// What functions were called with, by the event that says so.
    inputs: Mutex<HashMap<(ExecutionId, u64), Value>>,
}

impl Watch {
    pub(super) fn new(told: UnboundedSender<Waiting>) -> Self {
        Self { told, inputs: Mutex::default() }
    }

    /// The tasks that wait once this is committed.
    pub(super) fn read(&self, execution: ExecutionId, batch: &Batch) -> Vec<Waiting> {
        let mut inputs = self.inputs.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waiting = Vec::new();
        for (event_id, bytes) in &batch.events {
            let Ok(EventRow { kind, schedule, step, detail, .. }) = codec::decode::<EventRow>(bytes) else { continue };
            let detail = || serde_json::from_str::<Value>(detail.get()).unwrap_or_default();
            match kind {
                EventKind::TaskStarted => {
                    inputs.insert((execution, *event_id), detail()["input"].take());
                }
                EventKind::TaskSubmitted => {
                    let detail = detail();
                    let Some(token) = detail["output"]["taskToken"].as_str() else { continue };
                    let input = inputs.remove(&(execution, schedule)).unwrap_or_default();
                    waiting.push(Waiting { step, token: TaskToken::new(token), input });
                }
                _ => {}
            }
        }
        waiting
    }

    pub(crate) fn tell(&self, waiting: Waiting) {
        let _ = self.told.send(waiting);
    }
}

//! History: the facts of an execution, as the vendor names them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    clock::Timestamp,
    redact::Redaction,
    store::{codec, rows::EventRow},
    value::Value,
};

/// The kind of an event (the `type` of an event of `GetExecutionHistory`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventKind {
    ExecutionStarted,
    ExecutionStopped,
    ExecutionSucceeded,
    ExecutionFailed,
    ExecutionTimedOut,
    StepEntered,
    StepStarted,
    StepSucceeded,
    StepFailed,
    StepExited,
    BranchEntered,
    BranchExited,
    IterationEntered,
    IterationExited,
    TaskScheduled,
    TaskStarted,
    TaskSubmitted,
    TaskSubmitFailed,
    TaskSucceeded,
    TaskFailed,
    TaskTimedOut,
}

impl EventKind {
    /// Whether this is the last event of an execution.
    pub(crate) const fn ends_execution(self) -> bool {
        matches!(
            self,
            Self::ExecutionStopped | Self::ExecutionSucceeded | Self::ExecutionFailed | Self::ExecutionTimedOut
        )
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Padding is for tables.
        f.pad(&format!("{self:?}"))
    }
}

/// One fact of an execution.
///
/// Each datum stands where it came up: the input of the execution in `ExecutionStarted`, the item of an iteration in
/// `IterationEntered`, the input of a step that maps one in `StepStarted`, its output in `StepSucceeded`, the data of the
/// scope in `StepExited`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HistoryEvent {
    /// Counts from 1, without gaps.
    pub event_id: u64,
    /// The event that this one follows from; 0 for the first.
    pub schedule_event_id: u64,
    /// The kind.
    pub kind: EventKind,
    /// The step; empty for the events of the execution.
    pub step_name: String,
    /// When.
    pub time: Timestamp,
    /// What there is to say, an object.
    pub detail: Value,
}

impl fmt::Debug for HistoryEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HistoryEvent")
            .field("event_id", &self.event_id)
            .field("schedule_event_id", &self.schedule_event_id)
            .field("kind", &self.kind)
            .field("step_name", &self.step_name)
            .field("time", &self.time)
            .field("detail", &Redaction::default().shown(&self.detail))
            .finish()
    }
}

impl HistoryEvent {
    pub(crate) fn decode(event_id: u64, bytes: &[u8]) -> Result<Self, String> {
        let row: EventRow = codec::decode(bytes)?;
        let detail = serde_json::from_str(row.detail.get()).map_err(|error| error.to_string())?;
        Ok(Self {
            event_id,
            schedule_event_id: row.schedule,
            kind: row.kind,
            step_name: row.step,
            time: row.time,
            detail,
        })
    }
}

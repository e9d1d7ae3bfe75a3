//! History: the facts of an execution, as the vendor names them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    clock::Timestamp,
    redact::Redaction,
    store::{codec, rows::EventRow},
    value::Value,
};

/// The kind of an event (the `type` of an event of `GetExecutionHistory`), with the keys of its
/// [`detail`](HistoryEvent::detail).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum EventKind {
    /// The execution was accepted: `input`.
    ExecutionStarted,
    /// It was stopped: the `error` and its `cause`.
    ExecutionStopped,
    /// It has ended well: `output`.
    ExecutionSucceeded,
    /// A step has failed and nothing caught it: `error`, `cause`.
    ExecutionFailed,
    /// It ran longer than its flow's `timeoutSeconds`, or than the engine allows: `error`, `cause`.
    ExecutionTimedOut,
    /// Control has come to a step.
    StepEntered,
    /// A step begins to work: `input`, if the step maps one.
    StepStarted,
    /// A step has worked: `output`.
    StepSucceeded,
    /// A step has failed, after its retries: `error`, `cause`.
    StepFailed,
    /// Control leaves a step: `local`, the data that its scope now holds.
    StepExited,
    /// A branch of a parallel step begins: its `index`, from 0.
    BranchEntered,
    /// A branch of a parallel step is over: its `index`.
    BranchExited,
    /// An iteration of a foreach step begins: its `index`, from 0, and what it adds to the `input`.
    IterationEntered,
    /// An iteration of a foreach step is over: its `index`.
    IterationExited,
    /// An attempt of a task is to be made: its number as `attempt`, from 1, and its `deadline`, if it has one.
    TaskScheduled,
    /// The attempt has begun: the `resource` that is called, and the `input`.
    TaskStarted,
    /// The call was accepted, and the attempt waits for a report or a child: `output`, what was answered.
    TaskSubmitted,
    /// The call was not accepted: `error`, `cause`.
    TaskSubmitFailed,
    /// The attempt has succeeded: `output`, the result.
    TaskSucceeded,
    /// The attempt has failed: `error`, `cause`.
    TaskFailed,
    /// The attempt was not settled before its deadline: `error`, `cause`.
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
    /// What there is to say: an object with the keys that its [kind](EventKind) has, but for those that would be null. In
    /// place of a datum that is longer than [`Limits::event_detail`](crate::Limits::event_detail) stands a note.
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

//! The rows of an execution: checkpoints, outcomes, attempts, timers; and its events.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::{clock::Timestamp, error::StepError, history::EventKind};

/// A row, under the key that its path and its kind make.
#[derive(Serialize, Deserialize)]
pub(crate) enum Row {
    /// A scope stands at a step.
    Checkpoint(Checkpoint),
    /// A branch or an iteration is over.
    Outcome(Box<RawValue>),
    /// A task is under way, or its outcome is still needed.
    Attempt(Attempt),
    /// Something waits.
    Timer(Timer),
    /// An attempt of a step that holds others has failed.
    Failed(StepError),
    /// What all scopes share; for a step, as it was when the step first read it.
    Global(Box<RawValue>),
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Checkpoint {
    /// The id of the `StepEntered` event.
    pub(crate) entered: u64,
    /// The id of the last event of the step.
    pub(crate) last: u64,
    /// Whether `StepStarted` is written.
    pub(crate) started: bool,
    /// The bytes of the step's data so far, where they are limited.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) size: usize,
    pub(crate) state: Box<RawValue>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
const fn is_zero(size: &usize) -> bool {
    *size == 0
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Attempt {
    /// The name of the step.
    pub(crate) step: String,
    /// The id of the `TaskScheduled` event.
    pub(crate) scheduled: u64,
    /// The id of the `TaskStarted` event; 0 before it.
    pub(crate) started: u64,
    /// The secret of the attempt's token, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "secret")]
    pub(crate) secret: Option<u128>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) deadline: Option<Timestamp>,
    /// The flow and the name of the child execution that it waits for the end of, from before that is started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) child: Option<(String, String)>,
    pub(crate) phase: Phase,
}

#[derive(Serialize, Deserialize)]
pub(crate) enum Phase {
    /// The effect is under way.
    Scheduled,
    /// The effect was accepted; the attempt waits to be settled.
    Submitted,
    /// The attempt was settled.
    Closed(Result<Box<RawValue>, StepError>),
}

impl Attempt {
    pub(crate) const fn is_open(&self) -> bool {
        !matches!(self.phase, Phase::Closed(_))
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Timer {
    pub(crate) due: Timestamp,
    pub(crate) over: bool,
}

/// A call that was handed over to the background.
#[derive(Serialize, Deserialize)]
pub(crate) struct Job {
    pub(crate) flow: String,
    /// The name of the execution.
    pub(crate) execution: String,
    /// The name of the step.
    pub(crate) step: String,
    /// The path of the attempt.
    pub(crate) path: String,
    pub(crate) resource: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) invocation: Option<String>,
    pub(crate) input: Box<RawValue>,
    pub(crate) accepted: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ended: Option<JobEnd>,
}

/// How a background job ended.
#[derive(Serialize, Deserialize)]
pub(crate) struct JobEnd {
    pub(crate) time: Timestamp,
    pub(crate) outcome: Result<Box<RawValue>, StepError>,
}

/// What a row is; a part of its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    Checkpoint,
    Outcome,
    Attempt,
    Timer,
    Failed,
    Global,
}

/// The key of a row. Paths end with a digit or a bracket, so `!` cannot be a part of one at its end.
pub(crate) fn key(path: impl std::fmt::Display, kind: RowKind) -> String {
    let kind = match kind {
        RowKind::Checkpoint => 'c',
        RowKind::Outcome => 'o',
        RowKind::Attempt => 'a',
        RowKind::Timer => 't',
        RowKind::Failed => 'f',
        RowKind::Global => 'g',
    };
    format!("{path}!{kind}")
}

/// Whether a key is that of a row at a path, or beneath it.
pub(crate) fn is_beneath(key: &str, path: &str) -> bool {
    key.strip_prefix(path).is_some_and(|rest| path.is_empty() || rest.starts_with(['/', '[', '(', '#', '!']))
}

/// An event as it is kept.
#[derive(Serialize, Deserialize)]
pub(crate) struct EventRow {
    pub(crate) kind: EventKind,
    /// The id of the event that this one follows from.
    pub(crate) schedule: u64,
    pub(crate) step: String,
    pub(crate) time: Timestamp,
    pub(crate) detail: Box<RawValue>,
    /// The secret of the token that a `TaskScheduled` event gave out: it proves a token as long as the history lasts.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "secret")]
    pub(crate) secret: Option<u128>,
}

/// Secrets as hexadecimal text: JSON numbers do not hold them.
mod secret {
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    #[expect(clippy::ref_option, reason = "serde calls it so")]
    pub(super) fn serialize<S: Serializer>(secret: &Option<u128>, serializer: S) -> Result<S::Ok, S::Error> {
        match secret {
            Some(secret) => serializer.serialize_str(&format!("{secret:032x}")),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u128>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| u128::from_str_radix(&text, 16).map_err(D::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_beneath_a_path_are_told_from_those_of_longer_names_and_numbers() {
        let beneath = ["each@1!c", "each@1[0]!o", "each@1[0]/tell@1#2!a", "each@1(2)!c", "each@1#1!f"];
        assert!(beneath.iter().all(|key| is_beneath(key, "each@1") && is_beneath(key, "")));
        assert!(["each@10!c", "each@11[0]!o", "reach@1!c", "each!c"].iter().all(|key| !is_beneath(key, "each@1")));
    }
}

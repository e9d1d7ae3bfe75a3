//! Delivering one outcome: what it settles, and the answer that is given once that is committed.

use serde::Serialize;
use serde_json::{json, value::RawValue};

use super::{
    Error,
    detail::{detail, raw},
    mailbox::{Answer, Message, Outcome},
    turn::Turn,
};
use crate::{
    error::{StepError, codes},
    history::EventKind,
    store::{
        ExecutionId, ExecutionStatus,
        rows::{Phase, Row, RowKind, key},
    },
    token::TaskToken,
    value::Value,
};

/// An answer that is given when the turn is committed.
pub(super) enum Reply {
    Nothing,
    Event(Answer<u64>, Result<u64, Error>),
    Done(Answer<()>, Result<(), Error>),
}

impl Reply {
    /// Gives the answer; events from `cut` on are not kept.
    pub(super) fn send(self, cut: Option<u64>) {
        match self {
            Self::Nothing => {}
            Self::Event(answer, Ok(id)) if cut.is_some_and(|cut| id >= cut) => {
                drop(answer.send(Err(Error::TaskAlreadyCompleted)));
            }
            Self::Event(answer, result) => drop(answer.send(result)),
            Self::Done(answer, result) => drop(answer.send(result)),
        }
    }

    pub(super) fn refuse(self, error: Error) {
        match self {
            Self::Nothing => {}
            Self::Event(answer, _) => drop(answer.send(Err(error))),
            Self::Done(answer, _) => drop(answer.send(Err(error))),
        }
    }
}

/// The key of the timer that limits a whole execution.
pub(super) fn execution_timer() -> String {
    key("", RowKind::Timer)
}

/// Delivers a message.
pub(super) fn message(turn: &mut Turn, message: Message) -> Reply {
    match message {
        Message::Returned { row, outcome } => {
            returned(turn, &row, outcome);
            Reply::Nothing
        }
        Message::Report { event_id, outcome, answer } => {
            let settled = report(turn, event_id, outcome);
            Reply::Event(answer, settled)
        }
        Message::ChildStarted { row, child, started } => {
            child_started(turn, &row, child, started);
            Reply::Nothing
        }
        Message::ChildEnded { row, started, outcome, answer } => {
            child_ended(turn, &row, started, outcome);
            Reply::Done(answer, Ok(()))
        }
        Message::OrphanStopped { orphan } => {
            turn.progress.orphans.retain(|other| *other != orphan);
            Reply::Nothing
        }
        Message::Withheld { row } => {
            turn.withhold(&row);
            Reply::Nothing
        }
        Message::Stop { error, answer } => {
            finish(turn, ExecutionStatus::Stopped, Err(error));
            Reply::Done(answer, Ok(()))
        }
    }
}

/// Delivers the earliest timer or deadline that has passed, if there is one.
pub(super) fn due(turn: &mut Turn) {
    let Some(key) = turn.earliest_due() else { return };
    if key == execution_timer() {
        let error = StepError::new(codes::EXECUTION_TIMED_OUT, "the execution ran longer than its flow allows");
        finish(turn, ExecutionStatus::TimedOut, Err(error));
        return;
    }
    match turn.row(&key) {
        Some(Row::Attempt(_)) => time_out(turn, &key),
        _ => turn.ring(&key),
    }
}

/// Settles an attempt whose deadline has passed.
fn time_out(turn: &mut Turn, key: &str) {
    let Some(attempt) = turn.attempt(key) else { return };
    let (after, step) = (attempt.started.max(attempt.scheduled), attempt.step.clone());
    let child = attempt.child.clone();
    turn.abandon(key, child);
    let error = StepError::new(codes::TASK_TIMEOUT, format!("step `{step}`: the task was not over in time"));
    turn.error_event(EventKind::TaskTimedOut, after, &step, &error);
    turn.abort(key);
    turn.settle(key, Err(error));
}

/// Whether an attempt can still be settled. A deadline that has passed settles it first.
fn open(turn: &mut Turn, key: &str) -> bool {
    let Some(attempt) = turn.attempt(key) else { return false };
    let late = attempt.deadline.is_some_and(|deadline| deadline < turn.now);
    if attempt.is_open() && late {
        time_out(turn, key);
    }
    turn.attempt(key).is_some_and(crate::store::rows::Attempt::is_open)
}

fn returned(turn: &mut Turn, key: &str, outcome: Outcome) {
    turn.running.remove(key);
    if !open(turn, key) {
        return;
    }
    let Some(attempt) = turn.attempt(key) else { return };
    let (after, step, secret, scheduled) = (attempt.started, attempt.step.clone(), attempt.secret, attempt.scheduled);
    match (secret, outcome) {
        (None, outcome) => drop(settle(turn, key, after, &step, outcome)),
        (Some(_), Err(error)) => {
            turn.error_event(EventKind::TaskSubmitFailed, after, &step, &error);
            turn.settle(key, Err(error));
        }
        (Some(secret), Ok(_)) => {
            let output = token(turn.id, scheduled, secret);
            submitted(turn, key, after, &step, &output);
        }
    }
}

/// What an event shows of an attempt that waits for a report.
fn token(execution: ExecutionId, scheduled: u64, secret: u128) -> Value {
    json!({ "taskToken": TaskToken::mint(execution, scheduled, secret).as_str() })
}

/// Notes that an attempt now waits to be settled.
fn submitted(turn: &mut Turn, key: &str, after: u64, step: &str, output: &impl Serialize) {
    let event = turn.detail("output", output);
    turn.event(EventKind::TaskSubmitted, after, step, event);
    turn.change_attempt(key, |attempt| attempt.phase = Phase::Submitted);
}

/// The key of the checkpoint of the scope that the step of an attempt is in.
fn checkpoint_of(attempt: &str) -> String {
    // Names that hold a slash are written otherwise in paths.
    let scope = attempt.rsplit_once('/').map_or("", |(scope, _)| scope);
    key(scope, RowKind::Checkpoint)
}

/// Settles an open attempt, with its event.
fn settle(turn: &mut Turn, key: &str, after: u64, step: &str, outcome: Outcome) -> u64 {
    let event_id = match &outcome {
        Ok(output) => {
            turn.weigh(&checkpoint_of(key), output.get().len());
            let event = turn.detail("output", output);
            turn.event(EventKind::TaskSucceeded, after, step, event)
        }
        Err(error) => turn.error_event(EventKind::TaskFailed, after, step, error),
    };
    turn.settle(key, outcome);
    event_id
}

fn report(turn: &mut Turn, event_id: u64, outcome: Outcome) -> Result<u64, Error> {
    let Some(key) = turn.attempt_scheduled_at(event_id) else { return Err(Error::TaskAlreadyCompleted) };
    if !open(turn, &key) {
        return Err(Error::TaskAlreadyCompleted);
    }
    let Some(attempt) = turn.attempt(&key) else { return Err(Error::TaskAlreadyCompleted) };
    let (after, step) = (attempt.started.max(attempt.scheduled), attempt.step.clone());
    turn.disown(&key);
    Ok(settle(turn, &key, after, &step, outcome))
}

fn child_started(turn: &mut Turn, key: &str, child: Option<(String, String)>, started: Outcome) {
    turn.running.remove(key);
    if !open(turn, key) {
        // Nobody waits for it any more.
        if started.is_ok() {
            turn.abandon(key, child);
        }
        return;
    }
    let waits = child.is_some();
    let Some(attempt) = turn.attempt(key) else { return };
    let (after, step, scheduled, secret) = (attempt.started, attempt.step.clone(), attempt.scheduled, attempt.secret);
    match started {
        Err(error) => {
            turn.error_event(EventKind::TaskSubmitFailed, after, &step, &error);
            turn.settle(key, Err(error));
        }
        Ok(output) if secret.is_none() && !waits => drop(settle(turn, key, after, &step, Ok(output))),
        Ok(output) => {
            let output = secret.map_or(output, |secret| raw(&token(turn.id, scheduled, secret)));
            submitted(turn, key, after, &step, &output);
        }
    }
}

fn child_ended(turn: &mut Turn, key: &str, started: Box<RawValue>, outcome: Outcome) {
    if !open(turn, key) {
        return;
    }
    let Some(attempt) = turn.attempt(key) else { return };
    let (after, step, child) = (attempt.started, attempt.step.clone(), attempt.child.clone());
    if matches!(attempt.phase, Phase::Scheduled) {
        // The end overtook the message of the start.
        child_started(turn, key, child, Ok(started));
    }
    settle(turn, key, after, &step, outcome);
}

/// Ends an execution: its last event, its status, and nothing of it left open.
pub(super) fn finish(turn: &mut Turn, status: ExecutionStatus, outcome: Outcome) {
    let (status, outcome) = match outcome {
        Ok(output) if output.get().len() > turn.limits.data => {
            (ExecutionStatus::Failed, Err(turn.limits.too_much_data()))
        }
        outcome => (status, outcome),
    };
    let kind = match status {
        ExecutionStatus::Stopped => EventKind::ExecutionStopped,
        ExecutionStatus::TimedOut => EventKind::ExecutionTimedOut,
        ExecutionStatus::Failed => EventKind::ExecutionFailed,
        _ => EventKind::ExecutionSucceeded,
    };
    let event = match &outcome {
        Ok(output) => turn.detail("output", output),
        Err(error) if error.code.is_empty() && error.cause.is_empty() => detail::<()>(usize::MAX, &[], "", None),
        Err(error) => raw(error),
    };
    turn.drop_all();
    turn.event(kind, 1, "", event);
    let now = turn.now;
    let progress = &mut turn.progress;
    progress.status = status;
    progress.stopped = Some(now);
    progress.wake_at = None;
    match outcome {
        Ok(output) => progress.output = Some(output.get().as_bytes().to_vec()),
        Err(error) => (progress.output, progress.error) = (None, Some(error)),
    }
}

//! An execution in memory, as its driver and its context share it.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    task::{Context as Poller, Poll},
};

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::{Error, core::Core, spans::Spans, turn::Turn};
use crate::{
    call::{Call, ExecutionName, Place},
    error::{Halt, Res, StepError},
    path::Path,
    store::{
        NewExecution,
        rows::{Row, RowKind, key},
    },
    value::{Value, nested_too_deep, too_deep},
};

/// An execution in memory.
pub(super) struct Live {
    pub(super) core: Arc<Core>,
    pub(super) start: Arc<NewExecution>,
    pub(super) name: ExecutionName<'static>,
    /// What the execution has started with, once its flow has asked to keep that.
    pub(super) input: OnceLock<Value>,
    pub(super) turn: Mutex<Turn>,
    pub(super) spans: Mutex<Spans>,
}

impl Live {
    pub(super) fn turn(&self) -> MutexGuard<'_, Turn> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn spans(&self) -> MutexGuard<'_, Spans> {
        self.spans.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a function learns of the attempt at `path`.
    pub(super) fn call<'a>(
        &'a self,
        path: &'a str,
        resource: &'a str,
        repeat: bool,
        invocation: Option<&'a str>,
    ) -> Call<'a> {
        Call {
            place: Place::Text(path),
            flow: &self.start.flow,
            execution: &self.name,
            resource,
            repeat,
            invocation,
            invokers: &self.core.invokers,
        }
    }
}

/// Reads what a row holds.
pub(super) fn decode<T: DeserializeOwned>(turn: &mut Turn, row: &str, json: &RawValue) -> Res<T> {
    serde_json::from_str(json.get()).map_err(|error| {
        let reason = error.to_string();
        turn.fatal = Some(Error::Unreadable { execution: turn.id, row: row.to_owned(), reason });
        Halt::Stopped
    })
}

/// JSON that can be read again; an error of this code where it is nested too deep.
pub(super) fn shallow(json: Box<RawValue>, code: &'static str) -> Result<Box<RawValue>, StepError> {
    if too_deep(json.get()) {
        return Err(nested_too_deep(code));
    }
    Ok(json)
}

/// The key of the checkpoint of the scope around a step, and the step's name.
pub(super) fn around(here: &Path<'_>) -> (String, &'static str) {
    let scope = here.at_step().above().copied().unwrap_or(Path::ROOT);
    (key(scope, RowKind::Checkpoint), here.step().map_or("", |step| step.name))
}

/// The id of the last event of the step that a path beneath its scope belongs to.
pub(super) fn last_event(turn: &Turn, checkpoint: &str) -> u64 {
    match turn.row(checkpoint) {
        Some(Row::Checkpoint(checkpoint)) => checkpoint.last,
        _ => 1,
    }
}

/// Waits until a row is settled.
pub(super) struct Settled<'a, R, T>
where
    R: Fn(&mut Turn, &str) -> Option<Res<T>>,
{
    pub(super) live: &'a Live,
    pub(super) key: String,
    pub(super) read: R,
}

impl<R, T> Unpin for Settled<'_, R, T> where R: Fn(&mut Turn, &str) -> Option<Res<T>> {}

impl<R, T> Future for Settled<'_, R, T>
where
    R: Fn(&mut Turn, &str) -> Option<Res<T>>,
{
    type Output = Res<T>;

    fn poll(self: Pin<&mut Self>, cx: &mut Poller<'_>) -> Poll<Res<T>> {
        let mut turn = self.live.turn();
        match (self.read)(&mut turn, &self.key) {
            Some(settled) => Poll::Ready(settled),
            None => {
                turn.listen(&self.key, cx.waker());
                Poll::Pending
            }
        }
    }
}

impl<R, T> Drop for Settled<'_, R, T>
where
    R: Fn(&mut Turn, &str) -> Option<Res<T>>,
{
    fn drop(&mut self) {
        self.live.turn().unlisten(&self.key);
    }
}

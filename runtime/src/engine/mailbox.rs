//! What reaches an execution from outside, one message at a time.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde_json::value::RawValue;
use tokio::sync::{Notify, oneshot};

use super::Error;
use crate::{error::StepError, store::Orphan};

/// The answer to somebody who waits for a message to be taken in; given once what follows from it is kept.
pub(super) type Answer<T> = oneshot::Sender<Result<T, Error>>;

/// The outcome of an attempt, in JSON.
pub(super) type Outcome = Result<Box<RawValue>, StepError>;

pub(super) enum Message {
    /// A function has returned.
    Returned { row: String, outcome: Outcome },
    /// Somebody reports the token of an attempt.
    Report { event_id: u64, outcome: Outcome, answer: Answer<u64> },
    /// A child execution was started, or could not be.
    /// The flow and the name are there where the attempt waits for its end.
    ChildStarted { row: String, child: Option<(String, String)>, started: Outcome },
    /// A child execution is over.
    ChildEnded { row: String, started: Box<RawValue>, outcome: Outcome, answer: Answer<()> },
    /// A child execution that was given up is over.
    OrphanStopped { orphan: Orphan },
    /// The engine is closed: an effect is left to the next one.
    Withheld { row: String },
    /// Somebody stops the execution.
    Stop { error: StepError, answer: Answer<()> },
}

/// The messages for one execution that is in memory.
#[derive(Default)]
pub(super) struct Mailbox {
    inner: Mutex<Inner>,
    arrived: Notify,
}

#[derive(Default)]
struct Inner {
    messages: VecDeque<Message>,
    /// A timer may be due.
    due: bool,
}

/// What the driver takes from the mailbox.
pub(super) enum Next {
    Message(Message),
    /// Messages come first: a result that arrives with its deadline wins.
    Due,
}

impl Mailbox {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn push(&self, message: Message) {
        self.lock().messages.push_back(message);
        self.arrived.notify_one();
    }

    pub(super) fn due(&self) {
        self.lock().due = true;
        self.arrived.notify_one();
    }

    pub(super) fn take(&self) -> Option<Next> {
        let mut inner = self.lock();
        if let Some(message) = inner.messages.pop_front() {
            return Some(Next::Message(message));
        }
        std::mem::take(&mut inner.due).then_some(Next::Due)
    }

    pub(super) fn is_empty(&self) -> bool {
        let inner = self.lock();
        inner.messages.is_empty() && !inner.due
    }

    /// Waits until there is something.
    pub(super) async fn listen(&self) {
        while self.is_empty() {
            self.arrived.notified().await;
        }
    }

    /// Tells everybody who waits for an answer why there is none.
    pub(super) fn refuse(&self, error: &Error) {
        for message in std::mem::take(&mut self.lock().messages) {
            message.refuse(error.clone());
        }
    }
}

impl Message {
    pub(super) fn refuse(self, error: Error) {
        match self {
            Self::Report { answer, .. } => drop(answer.send(Err(error))),
            Self::Stop { answer, .. } | Self::ChildEnded { answer, .. } => drop(answer.send(Err(error))),
            Self::Returned { .. } | Self::ChildStarted { .. } | Self::OrphanStopped { .. } | Self::Withheld { .. } => {}
        }
    }
}

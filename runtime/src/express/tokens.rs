//! The task tokens of Express executions.

use std::{
    collections::HashMap,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use serde_json::value::RawValue;
use tokio::sync::oneshot;

use crate::{engine::Error, entropy::Entropy, error::StepError, token::TaskToken, watched::Watched};

/// What an Express attempt is settled with.
type Report = Result<Box<RawValue>, StepError>;

/// The tokens of the Express executions of an engine.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    next: AtomicU64,
    open: Mutex<HashMap<String, oneshot::Sender<Report>>>,
    /// Tells the executions of this engine from those of others; drawn when the first one asks.
    engine: OnceLock<u128>,
    pub(crate) watched: Watched,
}

impl Tokens {
    /// A number that no other execution or token of this engine has.
    pub(super) fn number(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Lets a token be reported, as long as it is listed.
    pub(super) fn list(&self, token: &TaskToken) -> (Listed<'_>, oneshot::Receiver<Report>) {
        let (sender, report) = oneshot::channel();
        self.open().insert(token.as_str().to_owned(), sender);
        (Listed { tokens: self, token: token.as_str().to_owned() }, report)
    }

    fn open(&self) -> std::sync::MutexGuard<'_, HashMap<String, oneshot::Sender<Report>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The name of a new execution.
    pub(crate) fn name(&self, entropy: &dyn Entropy) -> String {
        // Where there is no randomness, no execution can be started on the durable engine either.
        let engine = *self.engine.get_or_init(|| entropy.bits().unwrap_or_default());
        format!("express-{engine:x}-{}", self.number())
    }

    /// Settles the attempt of a token that is one of Express.
    pub(crate) fn report(&self, token: &TaskToken, outcome: Report) -> Result<u64, Error> {
        let waiting = self.open().remove(token.as_str()).ok_or(Error::TaskAlreadyCompleted)?;
        waiting.send(outcome).map(|()| 0).map_err(|_| Error::TaskAlreadyCompleted)
    }
}

/// Takes a token off the list when nobody waits for its report any more.
pub(super) struct Listed<'a> {
    tokens: &'a Tokens,
    token: String,
}

impl Drop for Listed<'_> {
    fn drop(&mut self) {
        self.tokens.open().remove(&self.token);
    }
}

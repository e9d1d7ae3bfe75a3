//! Waking executions whose timers are due, without keeping more than the next one in memory.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use super::core::{Core, REST};
use crate::{clock::Timestamp, control::race};

/// How many executions are woken at once.
const PAGE: usize = 256;

/// The instant that the service sleeps until.
#[derive(Debug, Default)]
pub(super) struct Timers {
    until: Mutex<Option<Timestamp>>,
    earlier: Notify,
}

impl Timers {
    /// An execution wants to be woken at `at`.
    pub(super) fn expect(&self, at: Option<Timestamp>) {
        let Some(at) = at else { return };
        let until = *self.until.lock().unwrap_or_else(PoisonError::into_inner);
        if until.is_none_or(|until| at < until) {
            self.earlier.notify_one();
        }
    }

    fn sleeps_until(&self, until: Option<Timestamp>) {
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }
}

/// Wakes executions when they are due, for as long as the engine lives.
pub(super) async fn serve(core: Arc<Core>) {
    loop {
        // From here on every earlier wish counts, until it is known how long to sleep.
        core.timers.sleeps_until(None);
        let next = match wake_due(&core).await {
            Ok(next) => next,
            Err(error) => {
                tracing::error!(%error, "timers cannot be read from the store");
                Some(core.clock.now().after(REST))
            }
        };
        core.timers.sleeps_until(next);
        match next {
            None => core.timers.earlier.notified().await,
            Some(at) => drop(race(core.clock.sleep_until(at), core.timers.earlier.notified()).await),
        }
    }
}

/// Wakes all that are due, and gives the time of the first that is not.
async fn wake_due(core: &Arc<Core>) -> Result<Option<Timestamp>, crate::store::StoreError> {
    let now = core.clock.now();
    let mut after = None;
    loop {
        let page = core.store.wakes(after, PAGE).await?;
        for (at, id) in &page {
            if *at > now {
                return Ok(Some(*at));
            }
            core.nudge(*id);
        }
        if page.len() < PAGE {
            return Ok(None);
        }
        after = page.last().copied();
    }
}

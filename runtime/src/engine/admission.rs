//! Admission: how many executions are under way, and how many calls of a function run, at once.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use super::Limits;
use crate::invoke::canonical;

/// Who may go on.
#[derive(Debug)]
pub(super) struct Admission {
    executions: Arc<Semaphore>,
    /// By the [canonical] resource; what is not named here is not limited.
    functions: BTreeMap<String, Arc<Semaphore>>,
    /// Nothing new begins: the engine is being shut down.
    draining: AtomicBool,
    /// Something has ended that a shutdown waits for.
    pub(super) left: Notify,
}

/// A place that is free again when this is dropped.
pub(super) type Place = Option<OwnedSemaphorePermit>;

impl Admission {
    pub(super) fn new(limits: &Limits, functions: BTreeMap<String, usize>) -> Self {
        let semaphore = |places: usize| Arc::new(Semaphore::new(places.clamp(1, Semaphore::MAX_PERMITS)));
        Self {
            executions: semaphore(limits.running),
            functions: functions
                .into_iter()
                .map(|(resource, places)| (canonical(&resource).into_owned(), semaphore(places)))
                .collect(),
            draining: AtomicBool::new(false),
            left: Notify::new(),
        }
    }

    /// Waits until an execution may start, or start effects.
    pub(super) async fn execution(&self) -> Place {
        Arc::clone(&self.executions).acquire_owned().await.ok()
    }

    #[inline]
    pub(super) fn limits_calls(&self) -> bool {
        !self.functions.is_empty()
    }

    /// Waits until a function may be called.
    pub(super) async fn function(&self, resource: &str) -> Place {
        if !self.limits_calls() {
            return None;
        }
        Arc::clone(self.functions.get(&*canonical(resource))?).acquire_owned().await.ok()
    }

    /// Lets nothing new begin from now on.
    pub(super) fn drain(&self) {
        self.draining.store(true, Ordering::Release);
    }

    pub(super) fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Acquire)
    }
}

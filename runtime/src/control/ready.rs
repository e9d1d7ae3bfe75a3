//! Which children were woken.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Wake, Waker},
};

/// The slots that were woken, and whom to tell.
#[derive(Default)]
pub(super) struct Ready(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    woken: Vec<usize>,
    parent: Option<Waker>,
}

impl Ready {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn listen(&self, parent: &Waker) {
        match &mut self.lock().parent {
            Some(known) => known.clone_from(parent),
            unknown => *unknown = Some(parent.clone()),
        }
    }

    /// Moves the woken slots to `into`, which is emptied first.
    pub(super) fn take(&self, into: &mut Vec<usize>) {
        into.clear();
        into.append(&mut self.lock().woken);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lock().woken.is_empty()
    }
}

/// A place for one child at a time.
pub(super) struct Slot {
    index: usize,
    woken: AtomicBool,
    ready: Arc<Ready>,
}

impl Slot {
    /// A slot whose child is to be polled.
    pub(super) fn new(index: usize, ready: &Arc<Ready>) -> Arc<Self> {
        ready.lock().woken.push(index);
        Arc::new(Self { index, woken: AtomicBool::new(true), ready: Arc::clone(ready) })
    }

    pub(super) fn waker(self: &Arc<Self>) -> Waker {
        Waker::from(Arc::clone(self))
    }

    /// From here on, waking the child counts again.
    pub(super) fn rearm(&self) {
        self.woken.store(false, Ordering::Release);
    }
}

impl Wake for Slot {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if self.woken.swap(true, Ordering::AcqRel) {
            return;
        }
        let parent = {
            let mut ready = self.ready.lock();
            ready.woken.push(self.index);
            ready.parent.clone()
        };
        if let Some(parent) = parent {
            parent.wake();
        }
    }
}

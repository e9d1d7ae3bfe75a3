//! The tokio tasks of an engine: all end with it.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};

use tokio::{runtime::Handle, sync::Notify, task::AbortHandle};

use crate::store::StoreLock;

/// The tasks that an engine has spawned and that have not ended.
#[derive(Debug)]
pub(super) struct Tasks {
    next: AtomicU64,
    /// Where the engine was built, whoever calls it.
    runtime: Handle,
    /// The hold on the store. Each task has a part in it: another engine gets in when the last of them has ended.
    lock: Mutex<Option<Arc<StoreLock>>>,
    handles: Mutex<Handles>,
    /// How many have not ended, those that were told to included.
    count: AtomicUsize,
    none_left: Notify,
}

#[derive(Debug, Default)]
struct Handles {
    closed: bool,
    running: HashMap<u64, Option<AbortHandle>>,
}

/// Takes a task off the list when it ends, however it ends.
struct Ended {
    tasks: Arc<Tasks>,
    id: u64,
    _lock: Option<Arc<StoreLock>>,
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.tasks.lock().running.remove(&self.id);
        if self.tasks.count.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.tasks.none_left.notify_waiters();
        }
    }
}

impl Tasks {
    /// No tasks yet; those to come run on the runtime that this is called in.
    pub(super) fn new(lock: StoreLock) -> Self {
        Self {
            next: AtomicU64::new(0),
            runtime: Handle::current(),
            lock: Mutex::new(Some(Arc::new(lock))),
            handles: Mutex::default(),
            count: AtomicUsize::new(0),
            none_left: Notify::new(),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Handles> {
        self.handles.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Spawns a task; a closed engine spawns nothing.
    pub(super) fn spawn(self: &Arc<Self>, future: impl Future<Output = ()> + Send + 'static) -> Option<AbortHandle> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let lock = {
            let mut handles = self.lock();
            if handles.closed {
                return None;
            }
            // Listed before it exists: it may end before its handle is here.
            handles.running.insert(id, None);
            self.count.fetch_add(1, Ordering::AcqRel);
            self.lock.lock().unwrap_or_else(PoisonError::into_inner).clone()
        };
        let ended = Ended { tasks: Arc::clone(self), id, _lock: lock };
        let task = self.runtime.spawn(async move {
            let _ended = ended;
            future.await;
        });
        let handle = task.abort_handle();
        let mut handles = self.lock();
        if handles.closed {
            handle.abort();
        } else if let Some(listed) = handles.running.get_mut(&id) {
            *listed = Some(handle.clone());
        }
        Some(handle)
    }

    /// Waits until no task is left.
    pub(super) async fn ended(&self) {
        until(&self.none_left, || self.count.load(Ordering::Acquire) == 0).await;
    }

    /// Ends all tasks at their next await.
    pub(super) fn close(&self) {
        let running = {
            let mut handles = self.lock();
            handles.closed = true;
            self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
            std::mem::take(&mut handles.running)
        };
        for handle in running.into_values().flatten() {
            handle.abort();
        }
    }
}

/// Waits until something holds that may have changed whenever `changed` tells all who wait.
pub(super) async fn until(changed: &Notify, holds: impl Fn() -> bool) {
    loop {
        let mut changed = std::pin::pin!(changed.notified());
        // From here on no change is missed.
        changed.as_mut().enable();
        if holds() {
            return;
        }
        changed.await;
    }
}

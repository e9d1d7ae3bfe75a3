//! The tokio tasks of an engine: all end with it.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::task::AbortHandle;

/// The tasks that an engine has spawned and that have not ended.
#[derive(Debug, Default)]
pub(super) struct Tasks {
    next: AtomicU64,
    handles: Mutex<Handles>,
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
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.tasks.lock().running.remove(&self.id);
    }
}

impl Tasks {
    fn lock(&self) -> std::sync::MutexGuard<'_, Handles> {
        self.handles.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Spawns a task; a closed engine spawns nothing.
    pub(super) fn spawn(self: &Arc<Self>, future: impl Future<Output = ()> + Send + 'static) -> Option<AbortHandle> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        {
            let mut handles = self.lock();
            if handles.closed {
                return None;
            }
            // Listed before it exists: it may end before its handle is here.
            handles.running.insert(id, None);
        }
        let ended = Ended { tasks: Arc::clone(self), id };
        let task = tokio::spawn(async move {
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

    /// Ends all tasks at their next await.
    pub(super) fn close(&self) {
        let running = {
            let mut handles = self.lock();
            handles.closed = true;
            std::mem::take(&mut handles.running)
        };
        for handle in running.into_values().flatten() {
            handle.abort();
        }
    }
}

//! A store in memory: for tests, and where nothing has to outlive the process.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Bound::{Excluded, Unbounded},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use super::{
    Accepted, Batch, Created, ExecutionId, ExecutionRow, JobId, NewExecution, NewJob, Pending, Progress, Store,
    StoreError, StoreLock,
};
use crate::{clock::Timestamp, engine::ExecutionFilter};

/// Keeps everything in memory. Clones share what they keep, so an engine can be dropped and another opened on the same
/// store.
///
/// ```
/// let store = flowsmith::MemoryStore::new();
/// let engine = flowsmith::Engine::builder().store(store.clone());
/// ```
#[derive(Clone, Default)]
pub struct MemoryStore {
    state: Arc<Mutex<State>>,
    held: Arc<AtomicBool>,
}

impl std::fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MemoryStore").field("executions", &self.state().executions.len()).finish_non_exhaustive()
    }
}

#[derive(Default)]
struct State {
    last_id: u64,
    executions: BTreeMap<ExecutionId, Kept>,
    names: HashMap<(String, String), ExecutionId>,
    wakes: BTreeSet<(Timestamp, ExecutionId)>,
    active: BTreeSet<ExecutionId>,
    jobs: BTreeMap<JobId, NewJob>,
    attempts: HashMap<(ExecutionId, String), JobId>,
    open_jobs: BTreeSet<JobId>,
    claims: HashMap<(String, String), String>,
}

struct Kept {
    row: ExecutionRow,
    rows: BTreeMap<String, Vec<u8>>,
    events: BTreeMap<u64, Vec<u8>>,
}

impl State {
    fn index(&mut self, id: ExecutionId, old: Option<&Progress>, new: &Progress) {
        if let Some(at) = old.and_then(|old| old.wake_at) {
            self.wakes.remove(&(at, id));
        }
        if let Some(at) = new.wake_at {
            self.wakes.insert((at, id));
        }
        if new.active {
            self.active.insert(id);
        } else {
            self.active.remove(&id);
        }
    }
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Lock(Arc<AtomicBool>);

impl Drop for Lock {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

fn done<'a, T: Send + 'a>(result: Result<T, StoreError>) -> Pending<'a, T> {
    Box::pin(std::future::ready(result))
}

impl Store for MemoryStore {
    fn lock(&self) -> Result<StoreLock, StoreError> {
        if self.held.swap(true, Ordering::Acquire) {
            return Err(StoreError::new(
                "another engine uses this store: drop it first, or give this one its own store",
            ));
        }
        Ok(StoreLock::new(Lock(Arc::clone(&self.held))))
    }

    fn create(&self, new: NewExecution) -> Pending<'_, Created> {
        let mut state = self.state();
        let name = (new.flow.clone(), new.name.clone());
        if let Some(taken) = state.names.get(&name).and_then(|id| state.executions.get(id)) {
            return done(Ok(Created::Taken(Box::new(taken.row.clone()))));
        }
        state.last_id += 1;
        let id = ExecutionId(state.last_id);
        let progress = new.progress.clone();
        state.index(id, None, &progress);
        state.names.insert(name, id);
        let events = BTreeMap::from([(1, new.event.clone())]);
        let row = ExecutionRow { id, start: Arc::new(new), progress };
        state.executions.insert(id, Kept { row, rows: BTreeMap::new(), events });
        done(Ok(Created::New(id)))
    }

    fn commit(&self, execution: ExecutionId, batch: Batch) -> Pending<'_, ()> {
        let mut state = self.state();
        let Some(kept) = state.executions.get_mut(&execution) else {
            return done(Err(StoreError::new(format!("the store has no execution {execution}"))));
        };
        if batch.clear {
            kept.rows.clear();
        }
        for key in &batch.delete {
            kept.rows.remove(key);
        }
        kept.rows.extend(batch.put);
        kept.events.extend(batch.events);
        if let Some(progress) = batch.progress {
            let old = std::mem::replace(&mut kept.row.progress, progress.clone());
            state.index(execution, Some(&old), &progress);
        }
        done(Ok(()))
    }

    fn execution(&self, id: ExecutionId) -> Pending<'_, Option<ExecutionRow>> {
        done(Ok(self.state().executions.get(&id).map(|kept| kept.row.clone())))
    }

    fn find<'a>(&'a self, flow: &'a str, name: &'a str) -> Pending<'a, Option<ExecutionRow>> {
        let state = self.state();
        let id = state.names.get(&(flow.to_owned(), name.to_owned()));
        done(Ok(id.and_then(|id| state.executions.get(id)).map(|kept| kept.row.clone())))
    }

    fn list<'a>(&'a self, flow: &'a str, filter: &'a ExecutionFilter) -> Pending<'a, Vec<ExecutionRow>> {
        let state = self.state();
        let before = filter.after.map_or(Unbounded, Excluded);
        let rows = state.executions.range((Unbounded, before)).rev().map(|(_, kept)| &kept.row);
        let wanted = rows.filter(|ExecutionRow { start, progress, .. }| {
            start.flow == flow && filter.holds(&start.name, progress.status, start.started)
        });
        done(Ok(wanted.take(filter.limit).cloned().collect()))
    }

    fn rows(&self, execution: ExecutionId) -> Pending<'_, Vec<(String, Vec<u8>)>> {
        let state = self.state();
        let rows = state.executions.get(&execution).map(|kept| &kept.rows).into_iter().flatten();
        done(Ok(rows.map(|(key, bytes)| (key.clone(), bytes.clone())).collect()))
    }

    fn events(&self, execution: ExecutionId, after: u64, limit: usize) -> Pending<'_, Vec<(u64, Vec<u8>)>> {
        let state = self.state();
        let events = state
            .executions
            .get(&execution)
            .into_iter()
            .flat_map(|kept| kept.events.range((Excluded(after), Unbounded)));
        done(Ok(events.take(limit).map(|(id, bytes)| (*id, bytes.clone())).collect()))
    }

    fn wakes(
        &self,
        after: Option<(Timestamp, ExecutionId)>,
        limit: usize,
    ) -> Pending<'_, Vec<(Timestamp, ExecutionId)>> {
        let state = self.state();
        let wakes = state.wakes.range((after.map_or(Unbounded, Excluded), Unbounded));
        done(Ok(wakes.take(limit).copied().collect()))
    }

    fn active(&self) -> Pending<'_, Vec<ExecutionId>> {
        done(Ok(self.state().active.iter().copied().collect()))
    }

    fn accept(&self, job: NewJob) -> Pending<'_, Accepted> {
        let mut state = self.state();
        let attempt = (job.execution, job.attempt.clone());
        if let Some(known) = state.attempts.get(&attempt) {
            return done(Ok(Accepted::Known(*known)));
        }
        let id = JobId(state.jobs.last_key_value().map_or(1, |(last, _)| last.0 + 1));
        state.attempts.insert(attempt, id);
        state.open_jobs.insert(id);
        state.jobs.insert(id, job);
        done(Ok(Accepted::New(id)))
    }

    fn close_job(&self, id: JobId, bytes: Vec<u8>) -> Pending<'_, ()> {
        let mut state = self.state();
        let Some(job) = state.jobs.get_mut(&id) else {
            return done(Err(StoreError::new(format!("the store has no job {id}"))));
        };
        job.bytes = bytes;
        state.open_jobs.remove(&id);
        done(Ok(()))
    }

    fn jobs(&self, execution: ExecutionId) -> Pending<'_, Vec<(JobId, Vec<u8>)>> {
        let state = self.state();
        let jobs = state.jobs.iter().filter(|(_, job)| job.execution == execution);
        done(Ok(jobs.map(|(id, job)| (*id, job.bytes.clone())).collect()))
    }

    fn open_jobs(&self, after: Option<JobId>, limit: usize) -> Pending<'_, Vec<(JobId, Vec<u8>)>> {
        let state = self.state();
        let open = state.open_jobs.range((after.map_or(Unbounded, Excluded), Unbounded)).take(limit);
        done(Ok(open.filter_map(|id| Some((*id, state.jobs.get(id)?.bytes.clone()))).collect()))
    }

    fn claim<'a>(&'a self, resource: &'a str, invocation: &'a str, owner: &'a str) -> Pending<'a, bool> {
        let mut state = self.state();
        let id = (resource.to_owned(), invocation.to_owned());
        let known = state.claims.entry(id).or_insert_with(|| owner.to_owned());
        done(Ok(known == owner))
    }
}

//! A store that stops for ever after a number of transactions, as a process does that is killed.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use tokio::sync::Notify;

use super::waiting::Watch;
use crate::{
    clock::Timestamp,
    engine::ExecutionFilter,
    store::{
        Accepted, Batch, Created, ExecutionId, ExecutionRow, JobId, MemoryStore, NewExecution, NewJob, Pending, Store,
        StoreError, StoreLock,
    },
};

/// Keeps what it is given in a [`MemoryStore`], until it has done `budget` transactions; from then on nothing returns.
///
/// This is what [`Test`](super::Test) crashes with; by itself it is for tests that build their engines themselves.
///
/// ```
/// use flowsmith::{Engine, MemoryStore, testing::CrashStore};
///
/// # async fn example() -> Result<(), flowsmith::Error> {
/// let kept = MemoryStore::new();
/// let crash = CrashStore::new(kept.clone(), 3);
/// let first = Engine::builder().store(crash.clone()).build().await?;
/// // … start something, then:
/// crash.crashed().await;
/// first.close();
/// let second = Engine::builder().store(kept).build().await?; // goes on
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct CrashStore {
    inner: MemoryStore,
    state: Arc<State>,
    watch: Option<Arc<Watch>>,
}

#[derive(Debug)]
struct State {
    budget: usize,
    /// Whether the last transaction is not kept.
    loses: bool,
    done: AtomicUsize,
    crashed: Notify,
}

impl CrashStore {
    /// A store that crashes when it has done `budget` transactions.
    #[must_use]
    pub fn new(inner: MemoryStore, budget: usize) -> Self {
        Self::with(inner, budget, false, None)
    }

    /// A store that crashes in its transaction number `budget`, which is lost: what has led to it has happened, and
    /// nobody knows.
    #[must_use]
    pub fn losing(inner: MemoryStore, budget: usize) -> Self {
        Self::with(inner, budget, true, None)
    }

    pub(super) fn with(inner: MemoryStore, budget: usize, loses: bool, watch: Option<Arc<Watch>>) -> Self {
        let state = State { budget, loses, done: AtomicUsize::new(0), crashed: Notify::new() };
        Self { inner, state: Arc::new(state), watch }
    }

    /// Whether the next transaction is the one that is lost.
    fn loses_next(&self) -> bool {
        self.state.loses && self.transactions() + 1 >= self.state.budget
    }

    /// Crashes, if it has not yet.
    fn crash(&self) {
        self.state.done.fetch_add(1, SeqCst);
        self.state.crashed.notify_waiters();
        self.state.crashed.notify_one();
    }

    /// How many transactions there were.
    #[must_use]
    pub fn transactions(&self) -> usize {
        self.state.done.load(SeqCst)
    }

    /// Waits for the crash.
    pub async fn crashed(&self) {
        while self.transactions() < self.state.budget {
            self.state.crashed.notified().await;
        }
    }

    /// Does one transaction; the one that spends the budget is never answered.
    fn transaction<'a, T: Send + 'a>(&'a self, act: impl FnOnce() -> Pending<'a, T> + Send + 'a) -> Pending<'a, T> {
        Box::pin(async move {
            if self.transactions() >= self.state.budget {
                return std::future::pending().await;
            }
            if self.loses_next() {
                self.crash();
                return std::future::pending().await;
            }
            let result = act().await;
            if self.transactions() + 1 >= self.state.budget {
                self.crash();
                return std::future::pending().await;
            }
            self.state.done.fetch_add(1, SeqCst);
            result
        })
    }

    /// Does what is no transaction where nothing was written.
    fn perhaps<'a, T: Send + 'a>(
        &'a self,
        act: impl FnOnce() -> Pending<'a, T> + Send + 'a,
        nothing: impl Fn(&Result<T, StoreError>) -> bool + Send + 'a,
    ) -> Pending<'a, T> {
        if self.transactions() >= self.state.budget {
            return Box::pin(std::future::pending());
        }
        Box::pin(async move {
            if self.loses_next() {
                self.crash();
                return std::future::pending().await;
            }
            let result = act().await;
            if nothing(&result) { result } else { self.transaction(move || Box::pin(std::future::ready(result))).await }
        })
    }

    fn read<'a, T: Send + 'a>(&'a self, act: Pending<'a, T>) -> Pending<'a, T> {
        if self.transactions() >= self.state.budget { Box::pin(std::future::pending()) } else { act }
    }
}

impl Store for CrashStore {
    fn lock(&self) -> Result<StoreLock, StoreError> {
        // A process that was killed holds nothing.
        Ok(StoreLock::new(()))
    }

    fn create(&self, new: NewExecution) -> Pending<'_, Created> {
        self.perhaps(move || self.inner.create(new), |created| matches!(created, Ok(Created::Taken(_))))
    }

    fn commit(&self, execution: ExecutionId, batch: Batch) -> Pending<'_, ()> {
        let Some(watch) = &self.watch else {
            return self.transaction(move || self.inner.commit(execution, batch));
        };
        self.transaction(move || {
            Box::pin(async move {
                let waiting = watch.read(execution, &batch);
                self.inner.commit(execution, batch).await?;
                for waiting in waiting {
                    watch.tell(waiting);
                }
                Ok(())
            })
        })
    }

    fn execution(&self, id: ExecutionId) -> Pending<'_, Option<ExecutionRow>> {
        self.read(self.inner.execution(id))
    }

    fn find<'a>(&'a self, flow: &'a str, name: &'a str) -> Pending<'a, Option<ExecutionRow>> {
        self.read(self.inner.find(flow, name))
    }

    fn rows(&self, execution: ExecutionId) -> Pending<'_, Vec<(String, Vec<u8>)>> {
        self.read(self.inner.rows(execution))
    }

    fn events(&self, execution: ExecutionId, after: u64, limit: usize) -> Pending<'_, Vec<(u64, Vec<u8>)>> {
        self.read(self.inner.events(execution, after, limit))
    }

    fn wakes(
        &self,
        after: Option<(Timestamp, ExecutionId)>,
        limit: usize,
    ) -> Pending<'_, Vec<(Timestamp, ExecutionId)>> {
        self.read(self.inner.wakes(after, limit))
    }

    fn active(&self) -> Pending<'_, Vec<ExecutionId>> {
        self.read(self.inner.active())
    }

    fn list<'a>(&'a self, flow: &'a str, filter: &'a ExecutionFilter) -> Pending<'a, Vec<ExecutionRow>> {
        self.read(self.inner.list(flow, filter))
    }

    fn accept(&self, job: NewJob) -> Pending<'_, Accepted> {
        self.perhaps(move || self.inner.accept(job), |accepted| matches!(accepted, Ok(Accepted::Known(_))))
    }

    fn close_job(&self, id: JobId, bytes: Vec<u8>) -> Pending<'_, ()> {
        self.transaction(move || self.inner.close_job(id, bytes))
    }

    fn jobs(&self, execution: ExecutionId) -> Pending<'_, Vec<(JobId, Vec<u8>)>> {
        self.read(self.inner.jobs(execution))
    }

    fn open_jobs(&self, after: Option<JobId>, limit: usize) -> Pending<'_, Vec<(JobId, Vec<u8>)>> {
        self.read(self.inner.open_jobs(after, limit))
    }

    fn claim<'a>(&'a self, resource: &'a str, invocation: &'a str, owner: &'a str) -> Pending<'a, bool> {
        self.read(self.inner.claim(resource, invocation, owner))
    }
}

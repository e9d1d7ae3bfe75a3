//! A store that takes its time, and fails when it is told to.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{
    ExecutionFilter, ExecutionId, MemoryStore, Store, Timestamp,
    store::{Accepted, Batch, Created, ExecutionRow, JobId, NewExecution, NewJob, Pending, StoreError, StoreLock},
};

/// A memory store behind delays.
#[derive(Debug, Clone, Default)]
pub(super) struct SlowStore {
    pub(super) inner: MemoryStore,
    /// How often a commit yields before and after it is made, and a start before.
    pub(super) yields: usize,
    /// How long a commit blocks its thread.
    pub(super) blocks: Duration,
    /// So many commits fail.
    pub(super) failing: Arc<AtomicUsize>,
    /// So many starts are answered a second late.
    pub(super) late: Arc<AtomicUsize>,
    /// So many starts of children fail.
    pub(super) failing_children: Arc<AtomicUsize>,
    /// So many starts of children are answered a second late.
    pub(super) late_children: Arc<AtomicUsize>,
    /// So many jobs are accepted a second late.
    pub(super) late_jobs: Arc<AtomicUsize>,
    /// How many executions have been read.
    pub(super) reads: Arc<AtomicUsize>,
}

fn take_one(count: &AtomicUsize) -> bool {
    count.fetch_update(SeqCst, SeqCst, |count| count.checked_sub(1)).is_ok()
}

impl SlowStore {
    async fn give_way(&self) {
        for _ in 0..self.yields {
            tokio::task::yield_now().await;
        }
    }
}

impl Store for SlowStore {
    fn lock(&self) -> Result<StoreLock, StoreError> {
        self.inner.lock()
    }

    fn create(&self, new: NewExecution) -> Pending<'_, Created> {
        Box::pin(async move {
            let is_child = new.parent.is_some();
            if is_child && take_one(&self.failing_children) {
                return Err(StoreError::new("the disk is full"));
            }
            self.give_way().await;
            let created = self.inner.create(new).await;
            if take_one(&self.late) || is_child && take_one(&self.late_children) {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            created
        })
    }

    fn commit(&self, execution: ExecutionId, batch: Batch) -> Pending<'_, ()> {
        Box::pin(async move {
            if take_one(&self.failing) {
                return Err(StoreError::new("the disk is full"));
            }
            self.give_way().await;
            if !self.blocks.is_zero() {
                std::thread::sleep(self.blocks);
            }
            self.inner.commit(execution, batch).await?;
            self.give_way().await;
            Ok(())
        })
    }

    fn execution(&self, id: ExecutionId) -> Pending<'_, Option<ExecutionRow>> {
        self.reads.fetch_add(1, SeqCst);
        self.inner.execution(id)
    }

    fn find<'a>(&'a self, flow: &'a str, name: &'a str) -> Pending<'a, Option<ExecutionRow>> {
        self.reads.fetch_add(1, SeqCst);
        self.inner.find(flow, name)
    }

    fn rows(&self, execution: ExecutionId) -> Pending<'_, Vec<(String, Vec<u8>)>> {
        self.inner.rows(execution)
    }

    fn events(&self, execution: ExecutionId, after: u64, limit: usize) -> Pending<'_, Vec<(u64, Vec<u8>)>> {
        self.inner.events(execution, after, limit)
    }

    fn wakes(
        &self,
        after: Option<(Timestamp, ExecutionId)>,
        limit: usize,
    ) -> Pending<'_, Vec<(Timestamp, ExecutionId)>> {
        self.inner.wakes(after, limit)
    }

    fn active(&self) -> Pending<'_, Vec<ExecutionId>> {
        self.inner.active()
    }

    fn list<'a>(&'a self, flow: &'a str, filter: &'a ExecutionFilter) -> Pending<'a, Vec<ExecutionRow>> {
        self.inner.list(flow, filter)
    }

    fn accept(&self, job: NewJob) -> Pending<'_, Accepted> {
        Box::pin(async move {
            let accepted = self.inner.accept(job).await;
            if take_one(&self.late_jobs) {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            accepted
        })
    }

    fn close_job(&self, id: JobId, bytes: Vec<u8>) -> Pending<'_, ()> {
        self.inner.close_job(id, bytes)
    }

    fn jobs(&self, execution: ExecutionId) -> Pending<'_, Vec<(JobId, Vec<u8>)>> {
        self.inner.jobs(execution)
    }

    fn open_jobs(&self, after: Option<JobId>, limit: usize) -> Pending<'_, Vec<(JobId, Vec<u8>)>> {
        self.inner.open_jobs(after, limit)
    }

    fn claim<'a>(&'a self, resource: &'a str, invocation: &'a str, owner: &'a str) -> Pending<'a, bool> {
        self.inner.claim(resource, invocation, owner)
    }
}

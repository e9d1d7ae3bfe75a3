//! Where executions, checkpoints, attempts, timers and history live.
//!
//! A store keeps bytes and a few indexes; what the bytes mean is the engine's business (versioned JSON). One transaction is
//! one [`Batch`]: all of it is kept, or nothing.
//!
//! Users name a store when they build an engine; what is here is for those who write one. The structs can be taken apart
//! and put together field by field, on purpose: a store that does not know a field cannot keep it, so a new one is a
//! change that breaks stores.

pub(crate) mod codec;
mod memory;
pub(crate) mod rows;

use std::{fmt, pin::Pin, sync::Arc};

pub use memory::MemoryStore;
use serde::{Deserialize, Serialize};

use crate::{clock::Timestamp, engine::ExecutionFilter, error::StepError, redact::Bytes};

/// Identifies an execution in its store for ever, unlike its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExecutionId(pub u64);

impl fmt::Display for ExecutionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The status of an execution, as the vendor spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ExecutionStatus {
    /// It is accepted and has not begun.
    Starting,
    /// It runs, or waits.
    Running,
    /// It was stopped.
    Stopped,
    /// It has ended well.
    Succeeded,
    /// A step has failed and nothing caught it.
    Failed,
    /// It ran longer than the flow's `timeoutSeconds`.
    TimedOut,
}

impl ExecutionStatus {
    /// Whether the execution is over.
    #[must_use]
    pub const fn is_over(self) -> bool {
        !matches!(self, Self::Starting | Self::Running)
    }
}

impl fmt::Display for ExecutionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// What is settled about an execution when it starts.
#[derive(Clone, PartialEq)]
pub struct NewExecution {
    /// The name of the flow.
    pub flow: String,
    /// The name of the execution, unique in the flow.
    pub name: String,
    /// The digest of the definition that it runs with.
    pub digest: String,
    /// The input, as JSON text.
    pub input: Vec<u8>,
    /// The task that waits for the execution.
    pub parent: Option<Parent>,
    /// What its random values and its tokens derive from.
    pub seed: u128,
    /// When it was started.
    pub started: Timestamp,
    /// Its first event.
    pub event: Vec<u8>,
    /// How it stands at first.
    pub progress: Progress,
}

impl fmt::Debug for NewExecution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewExecution")
            .field("flow", &self.flow)
            .field("name", &self.name)
            .field("digest", &self.digest)
            .field("input", &Bytes(&self.input))
            .field("parent", &self.parent)
            .field("started", &self.started)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}

/// The task that has started an execution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    /// The execution of the task.
    pub execution: ExecutionId,
    /// The row of the task's attempt.
    pub row: String,
    /// Whether the task waits for the end.
    pub waits: bool,
}

/// How an execution stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Progress {
    /// The status.
    pub status: ExecutionStatus,
    /// The id that the next event gets.
    pub next_event: u64,
    /// When the earliest of its timers and deadlines is due.
    pub wake_at: Option<Timestamp>,
    /// Whether an engine that opens the store has to look at it: something was under way, or its end has yet to be told
    /// to its parent.
    pub active: bool,
    /// When this was written.
    pub updated: Timestamp,
    /// When it was over.
    pub stopped: Option<Timestamp>,
    /// The output, as JSON text.
    pub output: Option<Vec<u8>>,
    /// The error that it ended with.
    pub error: Option<StepError>,
    /// Child executions that it has given up, and that have yet to be stopped.
    pub orphans: Vec<Orphan>,
}

/// A child execution that was given up. It is known by name, since a crash may come between its start and the news of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Orphan {
    /// The name of its flow.
    pub flow: String,
    /// Its name.
    pub name: String,
    /// The row of the attempt that has started it.
    pub row: String,
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress")
            .field("status", &self.status)
            .field("next_event", &self.next_event)
            .field("wake_at", &self.wake_at)
            .field("active", &self.active)
            .field("updated", &self.updated)
            .field("stopped", &self.stopped)
            .field("output", &self.output.as_deref().map(Bytes))
            .field("error", &self.error)
            .field("orphans", &self.orphans)
            .finish()
    }
}

/// An execution as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct ExecutionRow {
    /// Its id.
    pub id: ExecutionId,
    /// What was settled when it started.
    pub start: Arc<NewExecution>,
    /// How it stands.
    pub progress: Progress,
}

/// One transaction on an execution.
#[derive(Clone, Default)]
pub struct Batch {
    /// How it stands from now on.
    pub progress: Option<Progress>,
    /// Drop all rows first.
    pub clear: bool,
    /// Rows to write, by key.
    pub put: Vec<(String, Vec<u8>)>,
    /// Rows to drop, by key.
    pub delete: Vec<String>,
    /// Events to add, with their ids.
    pub events: Vec<(u64, Vec<u8>)>,
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let put: Vec<_> = self.put.iter().map(|(key, bytes)| (key, Bytes(bytes))).collect();
        let events: Vec<_> = self.events.iter().map(|(id, bytes)| (id, Bytes(bytes))).collect();
        f.debug_struct("Batch")
            .field("progress", &self.progress)
            .field("clear", &self.clear)
            .field("put", &put)
            .field("delete", &self.delete)
            .field("events", &events)
            .finish()
    }
}

/// Identifies a background job in its store for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobId(pub u64);

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A call that an attempt hands over to the background.
#[derive(Clone, PartialEq, Eq)]
pub struct NewJob {
    /// The execution of the attempt.
    pub execution: ExecutionId,
    /// The path of the attempt: it has one job and no more.
    pub attempt: String,
    /// What the engine keeps of it.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for NewJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewJob")
            .field("execution", &self.execution)
            .field("attempt", &self.attempt)
            .field("bytes", &Bytes(&self.bytes))
            .finish()
    }
}

/// What [`Store::accept`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Accepted {
    /// The job is kept under this id.
    New(JobId),
    /// The attempt has this job already.
    Known(JobId),
}

/// What [`Store::create`] found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Created {
    /// The execution is kept under this id.
    New(ExecutionId),
    /// The name is taken.
    Taken(Box<ExecutionRow>),
}

/// A store failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError(Arc<str>);

impl StoreError {
    /// An error with a sentence that says what failed.
    pub fn new(reason: impl AsRef<str>) -> Self {
        Self(reason.as_ref().into())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StoreError {}

/// An operation of a store, boxed.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// The right to use a store, held by the engine that does. Dropping it lets another engine in.
#[must_use = "a store is let go as soon as its lock is dropped"]
pub struct StoreLock {
    _guard: Box<dyn Send + Sync>,
}

impl StoreLock {
    /// A lock that is let go when `guard` is dropped.
    pub fn new(guard: impl Send + Sync + 'static) -> Self {
        Self { _guard: Box::new(guard) }
    }
}

impl fmt::Debug for StoreLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreLock").finish_non_exhaustive()
    }
}

/// Where executions, checkpoints, attempts, timers and history live: [`EngineBuilder::store`](crate::EngineBuilder::store).
///
/// What every method has in common:
///
/// - One that returns `Ok` has made its change as durable as the store ever makes it.
/// - One that returns an error has changed nothing. The engine tries again, and waits between tries.
/// - Ids of executions and jobs are given out from 1, grow, and are never given twice.
/// - Operations on different executions may come at the same time; commits of one execution come one after the other.
pub trait Store: fmt::Debug + Send + Sync + 'static {
    /// Takes the store for one engine.
    ///
    /// # Errors
    ///
    /// Another live engine holds it.
    fn lock(&self) -> Result<StoreLock, StoreError>;

    /// Keeps a new execution and its first event, which has the id 1, unless the flow has an execution of that name.
    fn create(&self, new: NewExecution) -> Pending<'_, Created>;

    /// Applies a transaction: drops all rows if it says so, then those that it names, writes its rows, over those of the
    /// same keys, adds its events, and sets how the execution stands.
    ///
    /// An execution that the store does not have is an error.
    fn commit(&self, execution: ExecutionId, batch: Batch) -> Pending<'_, ()>;

    /// An execution, if there is one with this id.
    fn execution(&self, id: ExecutionId) -> Pending<'_, Option<ExecutionRow>>;

    /// The execution of a flow by name, if it has one.
    fn find<'a>(&'a self, flow: &'a str, name: &'a str) -> Pending<'a, Option<ExecutionRow>>;

    /// The executions of a flow that a filter names, newest first, at most [`limit`](ExecutionFilter::limit).
    fn list<'a>(&'a self, flow: &'a str, filter: &'a ExecutionFilter) -> Pending<'a, Vec<ExecutionRow>>;

    /// All rows of an execution, with their keys, in any order.
    fn rows(&self, execution: ExecutionId) -> Pending<'_, Vec<(String, Vec<u8>)>>;

    /// The events of an execution with ids after `after`, in order, at most `limit`.
    fn events(&self, execution: ExecutionId, after: u64, limit: usize) -> Pending<'_, Vec<(u64, Vec<u8>)>>;

    /// The executions that have a time to [wake](Progress::wake_at), in the order of time and id, after the given place, at
    /// most `limit`.
    fn wakes(
        &self,
        after: Option<(Timestamp, ExecutionId)>,
        limit: usize,
    ) -> Pending<'_, Vec<(Timestamp, ExecutionId)>>;

    /// The executions that are [active](Progress::active), in the order of their ids.
    fn active(&self) -> Pending<'_, Vec<ExecutionId>>;

    /// Keeps a background job as open, unless its execution has one of the same attempt.
    fn accept(&self, job: NewJob) -> Pending<'_, Accepted>;

    /// Closes a background job, with what the engine keeps of it from now on in place of what it kept.
    fn close_job(&self, id: JobId, bytes: Vec<u8>) -> Pending<'_, ()>;

    /// The jobs of an execution, in the order in which they were accepted.
    fn jobs(&self, execution: ExecutionId) -> Pending<'_, Vec<(JobId, Vec<u8>)>>;

    /// The jobs that are open, with ids after `after`, in order, at most `limit`.
    fn open_jobs(&self, after: Option<JobId>, limit: usize) -> Pending<'_, Vec<(JobId, Vec<u8>)>>;

    /// Takes the id of a stateful invocation of a function for `owner`; false where another owner has it.
    fn claim<'a>(&'a self, resource: &'a str, invocation: &'a str, owner: &'a str) -> Pending<'a, bool>;
}

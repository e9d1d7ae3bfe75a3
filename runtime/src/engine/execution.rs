//! A handle on one execution.

use std::{fmt, sync::Arc};

use super::{Error, JobDescription, core::Core, mailbox::Message, over, page};
use crate::{
    clock::Timestamp,
    error::StepError,
    history::HistoryEvent,
    redact::Redaction,
    store::{ExecutionId, ExecutionRow, ExecutionStatus},
    value::Value,
};

/// How many events are read at once.
const PAGE: usize = 1_000;

/// One run of a flow: what [`Engine::start`](crate::Engine::start) and [`Engine::execution`](crate::Engine::execution)
/// give. Clones stand for the same run. Dropping the handle does not touch it.
///
/// ```
/// use flowsmith::{Error, EventKind, Execution, Failure};
///
/// async fn watch(order: &Execution) -> Result<(), Error> {
///     match order.wait().await? {
///         Ok(output) => println!("done: {output}"),
///         Err(Failure { status, error, .. }) => println!("{status}: {error}"),
///     }
///     let history = order.history().await?;
///     let steps = history.iter().filter(|event| event.kind == EventKind::StepEntered);
///     steps.for_each(|event| println!("{} {}", event.time, event.step_name));
///     Ok(())
/// }
/// ```
#[derive(Clone)]
pub struct Execution {
    core: Arc<Core>,
    id: ExecutionId,
}

impl fmt::Debug for Execution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Execution").field("id", &self.id).finish_non_exhaustive()
    }
}

/// An execution that did not succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// `Failed`, `TimedOut` or `Stopped`.
    pub status: ExecutionStatus,
    /// The error; its code is empty for an execution that was stopped without one.
    pub error: StepError,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.error.code.is_empty() && self.error.cause.is_empty() {
            write!(f, "{}", self.status)
        } else {
            write!(f, "{}: {}", self.status, self.error)
        }
    }
}

impl std::error::Error for Failure {}

/// How an execution stands (`DescribeExecution`).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ExecutionDescription {
    /// Its id in the store.
    pub id: ExecutionId,
    /// The name of the flow.
    pub flow: String,
    /// Its name.
    pub name: String,
    /// The status.
    pub status: ExecutionStatus,
    /// What it was started with.
    pub input: Value,
    /// What it ended with.
    pub output: Option<Value>,
    /// The error that it ended with.
    pub error: Option<StepError>,
    /// When it was started.
    pub started: Timestamp,
    /// When it was over.
    pub stopped: Option<Timestamp>,
    redaction: Redaction,
}

impl fmt::Debug for ExecutionDescription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, flow, name, status, input, output, error, started, stopped, redaction } = self;
        f.debug_struct("ExecutionDescription")
            .field("id", id)
            .field("flow", flow)
            .field("name", name)
            .field("status", status)
            .field("input", &redaction.shown(input))
            .field("output", &output.as_ref().map(|output| redaction.shown(output)))
            .field("error", error)
            .field("started", started)
            .field("stopped", stopped)
            .finish()
    }
}

impl ExecutionDescription {
    pub(crate) fn read(row: ExecutionRow, redaction: &Redaction) -> Result<Self, Error> {
        let ExecutionRow { id, start, progress } = row;
        Ok(Self {
            id,
            flow: start.flow.clone(),
            name: start.name.clone(),
            status: progress.status,
            input: json(id, "input", &start.input)?,
            output: progress.output.as_deref().map(|output| json(id, "output", output)).transpose()?,
            error: progress.error,
            started: start.started,
            stopped: progress.stopped,
            redaction: redaction.clone(),
        })
    }
}

/// JSON as the store keeps it.
fn json(execution: ExecutionId, row: &str, bytes: &[u8]) -> Result<Value, Error> {
    serde_json::from_slice(bytes).map_err(|error| Error::Unreadable {
        execution,
        row: row.to_owned(),
        reason: error.to_string(),
    })
}

impl Execution {
    pub(super) fn new(core: Arc<Core>, id: ExecutionId) -> Self {
        Self { core, id }
    }

    /// The id, which no other execution of the store ever has.
    #[must_use]
    pub fn id(&self) -> ExecutionId {
        self.id
    }

    /// Waits for the end and gives the output. Dropping the future does not touch the execution.
    ///
    /// # Errors
    ///
    /// The outer error is the engine's: the store fails, the engine is dropped, or the execution cannot go on. The inner
    /// one is how the execution ended when it did not succeed.
    pub async fn wait(&self) -> Result<Result<Value, Failure>, Error> {
        let row = self.core.wait(self.id).await?;
        match row.progress.status {
            ExecutionStatus::Succeeded => {
                Ok(Ok(json(self.id, "output", row.progress.output.as_deref().unwrap_or_default())?))
            }
            status => Ok(Err(over(status, row.progress.error))),
        }
    }

    /// How the execution stands, as far as it is kept (`DescribeExecution`).
    ///
    /// # Errors
    ///
    /// The store fails, or holds bytes that cannot be read.
    pub async fn describe(&self) -> Result<ExecutionDescription, Error> {
        let row = self.core.store.execution(self.id).await?;
        let none = || Error::InvalidArgument(format!("the store has no execution {}", self.id));
        ExecutionDescription::read(row.ok_or_else(none)?, &self.core.invokers.redaction)
    }

    /// All events so far, in order (`GetExecutionHistory`, all pages).
    ///
    /// # Errors
    ///
    /// The store fails, or holds bytes that cannot be read.
    pub async fn history(&self) -> Result<Vec<HistoryEvent>, Error> {
        let mut history = Vec::new();
        loop {
            let next = self.history_page(history.last().map_or(0, |last: &HistoryEvent| last.event_id), PAGE).await?;
            let last = next.len() < PAGE;
            history.extend(next);
            if last {
                return Ok(history);
            }
        }
    }

    /// The events with ids after `after`, in order, at most `limit` (`GetExecutionHistory`).
    ///
    /// # Errors
    ///
    /// The store fails, or holds bytes that cannot be read.
    pub async fn history_page(&self, after: u64, limit: usize) -> Result<Vec<HistoryEvent>, Error> {
        let events = self.core.store.events(self.id, after, limit).await?;
        page(self.id, &self.core.invokers.redaction, events)
    }

    /// The background jobs that the execution has handed over, in the order in which they were accepted. They go on when
    /// the execution is over.
    ///
    /// # Errors
    ///
    /// The store fails, or holds bytes that cannot be read.
    pub async fn jobs(&self) -> Result<Vec<JobDescription>, Error> {
        self.core.jobs(self.id).await
    }

    /// Stops the execution (`StopExecution`). Functions that run for it are dropped, children that it waits for are stopped;
    /// background jobs go on.
    ///
    /// ```
    /// # async fn example(order: flowsmith::Execution) -> Result<(), flowsmith::Error> {
    /// order.stop(flowsmith::StepError::new("Withdrawn", "the customer has changed his mind")).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// It is over ([`Error::ExecutionAlreadyCompleted`]), the error is longer than [`Limits`](crate::Limits) allow
    /// ([`Error::InvalidArgument`]), or the store fails.
    pub async fn stop(&self, error: StepError) -> Result<(), Error> {
        self.core.limits.check_error(&error).map_err(Error::InvalidArgument)?;
        self.core.ask(self.id, |answer| Message::Stop { error, answer }).await
    }
}

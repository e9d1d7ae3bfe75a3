//! The engine: owns executions, store, invokers and clock.
//!
//! An execution advances in *turns*: deliver one outcome, poll the flow until it is idle, commit everything that has
//! followed in one transaction, and only then start effects and give answers.

mod admission;
mod attempt;
mod builder;
mod children;
mod core;
mod deliver;
mod detail;
mod driver;
mod due;
mod effects;
mod ending;
mod error;
mod execution;
mod jobs;
mod limits;
mod list;
mod live;
mod mailbox;
mod registry;
mod spans;
mod standard;
mod tasks;
mod timers;
mod turn;
mod typed;

use std::{fmt, pin::pin, sync::Arc, time::Duration};

use serde::Serialize;
use serde_json::value::RawValue;

pub use self::typed::{TypedExecution, execution, report, start};
pub use self::{
    builder::EngineBuilder,
    error::Error,
    execution::{Execution, ExecutionDescription, Failure},
    jobs::{JobDescription, JobStatus},
    limits::Limits,
    list::{ExecutionFilter, ExecutionPage},
};
pub(crate) use self::{core::Core, registry::Registered};
use self::{core::Start, mailbox::Message, standard::Standard};
use crate::{
    error::{Halt, StepError, codes},
    express::{EXPRESS, Express},
    flow::Flow,
    history::HistoryEvent,
    redact::Redaction,
    store::{ExecutionStatus, codec, rows::EventRow},
    token::{TaskToken, same_secret},
    value::{DEEPEST, Value, too_deep},
};

/// Runs flows. Dropping the engine ends what is under way in memory, like a crash; an engine that is built on the same
/// store goes on with it. All of it can be called from several tasks at once, through an `Arc`.
///
/// ```
/// use flowsmith::{Engine, MemoryStore};
///
/// # async fn example() -> Result<(), flowsmith::Error> {
/// let engine = Engine::builder().store(MemoryStore::new()).build().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "an engine that is dropped runs nothing"]
pub struct Engine {
    core: Arc<Core>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("flows", &self.core.flows.keys().collect::<Vec<_>>())
            .field("invokers", &self.core.invokers)
            .finish_non_exhaustive()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.core.close();
    }
}

impl Engine {
    /// Starts an execution of the flow `flow` under a name, or under a derived one (`StartExecution`). It is kept when this
    /// returns, and runs whether or not anybody holds what is returned.
    ///
    /// While an execution of that name runs, it is returned and nothing starts. A name has up to 128 letters of ASCII,
    /// digits, `_` and `-`, and begins with a letter or `_`. The input has to serialize to a JSON object for a flow that
    /// `flow!` has compiled: anything else fails the execution.
    ///
    /// ```
    /// use flowsmith::{Engine, Error, json};
    ///
    /// # async fn example(engine: &Engine) -> Result<(), Error> {
    /// let order = engine.start("order", "order-1234", json!({"items": ["tea"]})).await?;
    /// let same = engine.start("order", "order-1234", json!({})).await?;
    /// assert_eq!(order.id(), same.id());
    /// let other = engine.start("order", None, json!({"items": []})).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// | error | when |
    /// |---|---|
    /// | [`Error::FlowNotExists`] | the flow is not registered |
    /// | [`Error::ExecutionAlreadyExists`] | the name belongs to an execution that is over |
    /// | [`Error::InvalidArgument`] | the name cannot be one, or the input is no JSON, or nested deeper than 100 levels |
    /// | [`Error::EntityTooLarge`] | the input is longer than [`Limits::data`] |
    /// | [`Error::Entropy`], [`Error::Store`] | there is no randomness; the store fails |
    /// | [`Error::Closed`] | the engine is shut down |
    pub async fn start<'a>(
        &self,
        flow: &str,
        name: impl Into<Option<&'a str>>,
        input: impl Serialize,
    ) -> Result<Execution, Error> {
        let name = match name.into() {
            Some(name) => name.to_owned(),
            None => {
                let bits = self.core.entropy.bits()?;
                format!("execution-{bits:032x}")
            }
        };
        let input = serde_json::to_string(&input)
            .map_err(|error| Error::InvalidArgument(format!("the input is no JSON: {error}")))?;
        let input = input.into_bytes();
        let start = Start { flow: flow.to_owned(), name, input, parent: None };
        let row = match self.core.start(start).await? {
            Ok(id) => return Ok(Execution::new(Arc::clone(&self.core), id)),
            Err(row) => row,
        };
        if row.progress.status.is_over() {
            return Err(Error::ExecutionAlreadyExists { flow: row.start.flow.clone(), name: row.start.name.clone() });
        }
        Ok(Execution::new(Arc::clone(&self.core), row.id))
    }

    /// The execution of a flow by name (`DescribeExecution`).
    ///
    /// ```
    /// # async fn example(engine: &flowsmith::Engine) -> Result<(), flowsmith::Error> {
    /// let order = engine.execution("order", "order-1234").await?;
    /// println!("{}", order.describe().await?.status);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// There is none ([`Error::ExecutionNotExists`]), or the store fails.
    pub async fn execution(&self, flow: &str, name: &str) -> Result<Execution, Error> {
        match self.core.store.find(flow, name).await? {
            Some(row) => Ok(Execution::new(Arc::clone(&self.core), row.id)),
            None => Err(Error::ExecutionNotExists { flow: flow.to_owned(), name: name.to_owned() }),
        }
    }

    /// Runs a flow in memory, without history, and gives its output (`StartSyncExecution`). The flow needs not be
    /// registered. Dropping the future drops the execution.
    ///
    /// ```
    /// use flowsmith::{Engine, Flow, StepError, Value, json};
    ///
    /// async fn price<F: Flow<Input = Value, Output = Value>>(engine: &Engine, flow: &F) -> Result<Value, StepError> {
    ///     engine.run_express(flow, json!({"items": ["tea"]})).await
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The error that the flow fails with; `FnF.ExecutionTimedOut` where it takes longer than its `timeoutSeconds`.
    pub async fn run_express<F: Flow>(&self, flow: &F, input: F::Input) -> Result<F::Output, StepError> {
        let context = self.express(F::NAME, None);
        let run = pin!(flow.run(&context, input));
        match context.limited(F::TIMEOUT_SECONDS, run).await {
            Ok(output) => Ok(output),
            Err(Halt::Failed(error)) => Err(error),
            Err(Halt::Stopped) => Err(StepError::new(codes::EXECUTION_STOPPED, "the execution was withdrawn")),
        }
    }

    /// The context that an execution of a flow runs in, in memory, with a name of its own where none is given. Not public
    /// API: for those who call [`Flow::run`] themselves.
    #[doc(hidden)]
    pub fn express<'e>(&'e self, flow: &'e str, execution: impl Into<Option<&'e str>>) -> Express<'e> {
        Express::new(&self.core, flow, execution.into().map(Into::into))
    }

    /// Settles the attempt that `token` stands for with success (`ReportTaskSucceeded`). `output` is the text of a JSON
    /// object. Gives the id of the event, once it is kept.
    ///
    /// Any object is taken, as the vendor's API takes it. Where the step declares what it is reported with, one that does not
    /// fit fails the attempt with `FnF.InvalidLocal`, which the step can retry or catch; `report` in the step's module takes
    /// the declared type and nothing else.
    ///
    /// ```
    /// use flowsmith::{Engine, Error, TaskToken};
    ///
    /// async fn approved(engine: &Engine, token: &TaskToken) -> Result<(), Error> {
    ///     match engine.report_task_succeeded(token, r#"{"approved": true}"#).await {
    ///         // Somebody else was faster.
    ///         Err(Error::TaskAlreadyCompleted) => Ok(()),
    ///         reported => reported.map(drop),
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// | error | when | the task |
    /// |---|---|---|
    /// | [`Error::InvalidArgument`] | the token is none of this engine's; the output is no JSON object, or nested deeper than 100 levels | still waits |
    /// | [`Error::EntityTooLarge`] | the output is longer than [`Limits::data`] | still waits |
    /// | [`Error::TaskAlreadyCompleted`] | the attempt was settled before, timed out, or its execution is over | is over |
    /// | [`Error::Store`], [`Error::Unreadable`] | the store fails, or holds bytes that cannot be read | may still wait |
    /// | [`Error::Closed`], [`Error::Quarantined`] | the engine is shut down, or the execution cannot go on with it | still waits |
    pub async fn report_task_succeeded(&self, token: &TaskToken, output: &str) -> Result<u64, Error> {
        let json: Box<RawValue> = serde_json::from_str(output)
            .map_err(|error| Error::InvalidArgument(format!("the output is no JSON: {error}; the task still waits")))?;
        self.core.check_size("an output (the task still waits)", json.get().len())?;
        if !json.get().trim_start().starts_with('{') {
            return Err(Error::InvalidArgument("the output must be a JSON object; the task still waits".to_owned()));
        }
        if too_deep(json.get()) {
            let reason = format!("the output is nested deeper than {DEEPEST} levels; the task still waits");
            return Err(Error::InvalidArgument(reason));
        }
        // Written anew, so that what is kept does not depend on how it was spaced.
        let value: Value = serde_json::from_str(json.get())
            .map_err(|error| Error::InvalidArgument(format!("the output is no JSON: {error}; the task still waits")))?;
        self.report(token, Ok(detail::raw(&value))).await
    }

    /// Settles the attempt that `token` stands for with an error (`ReportTaskFailed`). Gives the id of the event, once it
    /// is kept.
    ///
    /// ```
    /// use flowsmith::{Engine, Error, StepError, TaskToken};
    ///
    /// async fn declined(engine: &Engine, token: &TaskToken) -> Result<u64, Error> {
    ///     engine.report_task_failed(token, StepError::new("Declined", "too expensive")).await
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`report_task_succeeded`](Self::report_task_succeeded). [`Error::InvalidArgument`] is for a code that is
    /// empty, too, and for a code or a cause that is longer than [`Limits`] allow.
    pub async fn report_task_failed(&self, token: &TaskToken, error: StepError) -> Result<u64, Error> {
        if error.code.is_empty() {
            return Err(Error::InvalidArgument("the error must have a code; the task still waits".to_owned()));
        }
        let checked = self.core.limits.check_error(&error);
        checked.map_err(|reason| Error::InvalidArgument(format!("{reason}; the task still waits")))?;
        self.report(token, Err(error)).await
    }

    async fn report(&self, token: &TaskToken, outcome: mailbox::Outcome) -> Result<u64, Error> {
        let forged = || Error::InvalidArgument("the task token is not one of this engine".to_owned());
        let Some((id, event_id, secret)) = token.parse() else { return Err(forged()) };
        if id == EXPRESS {
            return self.core.express.report(token, outcome);
        }
        let Some(before) = event_id.checked_sub(1) else { return Err(forged()) };
        let events = self.core.store.events(id, before, 1).await?;
        let Some((_, bytes)) = events.first().filter(|(found, _)| *found == event_id) else { return Err(forged()) };
        let event: EventRow = codec::decode(bytes).map_err(|reason| Error::Unreadable {
            execution: id,
            row: format!("event {event_id}"),
            reason,
        })?;
        if !event.secret.is_some_and(|known| same_secret(known, secret)) {
            return Err(forged());
        }
        self.core.ask(id, |answer| Message::Report { event_id, outcome, answer }).await
    }

    /// Shuts the engine down: no execution starts or goes on to another function, and the calls that are under way, or wait
    /// for a place among those, have until `limit` to end; what they return by then is kept, and so are reports. Then all
    /// that is left is cut off, as by [`close`](Engine::close), and the store is let go. Gives how many calls were cut
    /// off, those of background jobs included; the next engine makes them again. There is no way back: who drops the future
    /// has to [`close`](Engine::close) the engine.
    ///
    /// ```
    /// # async fn example(engine: flowsmith::Engine) {
    /// let cut_off = engine.shutdown(std::time::Duration::from_secs(30)).await;
    /// println!("{cut_off} calls are made again by the next engine");
    /// # }
    /// ```
    pub async fn shutdown(&self, limit: Duration) -> usize {
        self.core.shutdown(limit).await
    }

    /// Ends what is under way in memory at once, like a crash. Nothing that was answered is lost; what was not is done
    /// again by the next engine on the same store. Dropping the engine does the same.
    pub fn close(&self) {
        self.core.close();
    }

    /// Tells of tasks that wait for the report of their token in memory.
    #[cfg(feature = "testing")]
    pub(crate) fn watch_express(&self, watch: Arc<crate::testing::Watch>) {
        self.core.express.watched.watch(watch);
    }

    /// The executions that cannot go on with this engine, with the reason. They are left as they are, and taken up again
    /// when they are reported to, stopped, or found by the next engine.
    #[must_use]
    pub fn quarantined(&self) -> Vec<Error> {
        self.core.quarantine_list()
    }
}

/// The names of flows and executions: letters, digits, `_` and `-`, not first a digit or `-`, at most 128 characters.
pub(crate) fn check_name(name: &str) -> Result<(), Error> {
    let first = name.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    let rest = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if first && rest && name.len() <= 128 {
        return Ok(());
    }
    Err(Error::InvalidArgument(format!(
        "`{name}` cannot be the name of an execution: a name has up to 128 letters, digits, `_` and `-`, and begins with \
         a letter or `_`"
    )))
}

/// The status and what goes with it, for messages.
pub(crate) fn over(status: ExecutionStatus, error: Option<StepError>) -> Failure {
    Failure { status, error: error.unwrap_or_else(|| StepError::new("", "")) }
}

/// Decodes a page of history.
fn page(
    id: crate::store::ExecutionId,
    redaction: &Redaction,
    events: Vec<(u64, Vec<u8>)>,
) -> Result<Vec<HistoryEvent>, Error> {
    let event = |(event_id, bytes): (u64, Vec<u8>)| {
        let mut event = HistoryEvent::decode(event_id, &bytes).map_err(|reason| Error::Unreadable {
            execution: id,
            row: format!("event {event_id}"),
            reason,
        })?;
        redaction.apply(&mut event.detail);
        Ok(event)
    };
    events.into_iter().map(event).collect()
}

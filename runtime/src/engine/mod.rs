//! The engine: owns executions, store, invokers and clock.
//!
//! An execution advances in *turns*: deliver one outcome, poll the flow until it is idle, commit everything that has
//! followed in one transaction, and only then start effects and give answers.

mod admission;
mod attempt;
mod children;
mod core;
mod deliver;
mod driver;
mod due;
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

use std::{collections::BTreeMap, fmt, sync::Arc, time::Duration};

use serde::Serialize;
use serde_json::value::RawValue;

pub(crate) use self::{core::Core, registry::Registered};
use self::{core::Start, mailbox::Message};
pub use self::{
    error::Error,
    execution::{Execution, ExecutionDescription, Failure},
    jobs::{JobDescription, JobStatus},
    limits::Limits,
    list::{ExecutionFilter, ExecutionPage},
    standard::Standard,
};
use crate::{
    clock::{Clock, SystemClock},
    entropy::{Entropy, SystemEntropy},
    error::{Halt, StepError, codes},
    express::{EXPRESS, Express},
    flow::Flow,
    history::HistoryEvent,
    invoke::{Invoker, Invokers},
    redact::Redaction,
    store::{ExecutionStatus, MemoryStore, Store, StoreLock, codec, rows::EventRow},
    token::{TaskToken, same_secret},
    value::{DEEPEST, Value, too_deep},
};

/// Runs flows. Dropping the engine ends what is under way in memory, like a crash; an engine that is built on the same
/// store goes on with it.
///
/// ```
/// use flowsmith::{Engine, MemoryStore};
///
/// # async fn example() -> Result<(), flowsmith::Error> {
/// let engine = Engine::builder().store(MemoryStore::new()).build().await?;
/// # Ok(())
/// # }
/// ```
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

/// Builds an [`Engine`].
#[must_use = "an engine is there once `build` has returned"]
pub struct EngineBuilder {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    invokers: Invokers,
    flows: BTreeMap<&'static str, Arc<dyn Registered>>,
    limits: Limits,
    concurrency: BTreeMap<String, usize>,
    tolerant: bool,
}

impl fmt::Debug for EngineBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EngineBuilder").field("flows", &self.flows.keys().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

impl EngineBuilder {
    /// Keeps executions in this store; in memory where none is named.
    pub fn store(mut self, store: impl Store) -> Self {
        self.store = Arc::new(store);
        self
    }

    /// Takes the time from this clock; from the machine's where none is named.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Takes randomness from here; from the operating system where nothing is named.
    pub fn entropy(mut self, entropy: impl Entropy) -> Self {
        self.entropy = Arc::new(entropy);
        self
    }

    /// Registers a flow, under its name; a later one of the same name takes its place.
    pub fn flow<F: Flow>(mut self, flow: F) -> Self {
        self.flows.insert(F::NAME, Arc::new(flow));
        self
    }

    /// Lets `invoker` answer for a resource, where no method of a flow's `Functions` does.
    ///
    /// Where a definition names region and account (`acs:fc:cn-hangzhou:123:services/s/functions/f`), what is registered
    /// without (`acs:fc:::services/s/functions/f`) answers, too, unless something is registered for that very text.
    /// `services/s.LATEST/…` is `services/s/…`; any other version or alias is a resource of its own.
    ///
    /// ```
    /// use flowsmith::{Engine, StepError, Value};
    ///
    /// let engine = Engine::builder().function("acs:fc:::services/fnf-demo/functions/echo", |input: Value| async move {
    ///     Ok::<_, StepError>(input)
    /// });
    /// ```
    pub fn function(mut self, resource: impl Into<String>, invoker: impl Invoker) -> Self {
        self.invokers.insert(resource.into(), Arc::new(invoker));
        self
    }

    /// Lets `invoker` answer for all resources that nothing else answers for: no method of a flow's `Functions`, and
    /// nothing that is registered by [`function`](Self::function). It is told the resource, and may refuse it with
    /// `FnF.ResourceNotBound` ([`codes::RESOURCE_NOT_BOUND`]). A later one takes its place.
    ///
    /// ```
    /// use flowsmith::{Answer, Engine, Invocation, Invoker, json};
    ///
    /// struct Log;
    ///
    /// impl Invoker for Log {
    ///     fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
    ///         Box::pin(async move { Ok(json!({"called": invocation.resource})) })
    ///     }
    /// }
    ///
    /// let engine = Engine::builder().fallback(Log);
    /// ```
    pub fn fallback(mut self, invoker: impl Invoker) -> Self {
        self.invokers.set_fallback(Arc::new(invoker));
        self
    }

    /// Marks fields by name: their values, at any depth, are not shown in `Debug`, in traces and in histories that are
    /// read. What is kept, and what functions get, stays whole. Task tokens are never shown in `Debug` or in traces.
    ///
    /// ```
    /// let builder = flowsmith::Engine::builder().redact(["card_number", "password"]);
    /// ```
    pub fn redact<N: Into<String>>(mut self, fields: impl IntoIterator<Item = N>) -> Self {
        self.invokers.redaction = Redaction::new(fields.into_iter().map(Into::into));
        self
    }

    /// Sets what the engine allows.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Lets at most `calls` calls of the function at `resource` run at once, of all executions together; further ones wait,
    /// and their time limits run. At least one is let in.
    pub fn concurrency(mut self, resource: impl Into<String>, calls: usize) -> Self {
        self.concurrency.insert(resource.into(), calls);
        self
    }

    /// Builds the engine even if bindings are missing: a task that needs one fails with `FnF.ResourceNotBound` or
    /// `FnF.FlowNotExists` when it gets there.
    pub fn allow_missing_bindings(mut self) -> Self {
        self.tolerant = true;
        self
    }

    /// Opens the store and goes on with what was under way in it.
    ///
    /// # Errors
    ///
    /// A flow needs a function that neither its `Functions` nor the engine has, or starts a flow that is not registered
    /// (all that are missing are listed); the store fails, or another live engine holds it.
    pub async fn build(self) -> Result<Engine, Error> {
        let missing = self.missing();
        if !missing.is_empty() && !self.tolerant {
            return Err(Error::MissingBindings { missing });
        }
        let lock = hold(&*self.store).await?;
        let core = Arc::new(Core::new(self, lock));
        core.take_up_jobs().await?;
        for id in core.store.active().await? {
            core.wake(id, |_| {});
        }
        core.tasks.spawn(timers::serve(Arc::clone(&core)));
        Ok(Engine { core })
    }
}

impl EngineBuilder {
    /// What the flows need and nobody provides, a sentence each.
    fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for (flow, registered) in &self.flows {
            let needs = registered.needs();
            for (method, resource) in needs.functions {
                if self.invokers.find(resource).is_none() {
                    missing.push(format!(
                        "flow `{flow}` calls `{resource}`: implement `Functions::{method}`, or register a function for \
                         the resource"
                    ));
                }
            }
            for child in needs.flows {
                if !self.flows.contains_key(child) {
                    missing.push(format!("flow `{flow}` starts flow `{child}`: register it"));
                }
            }
        }
        missing
    }
}

/// Takes the store. What an engine that was dropped has under way keeps it for a moment.
async fn hold(store: &dyn Store) -> Result<StoreLock, Error> {
    for _ in 0..100 {
        if let Ok(lock) = store.lock() {
            return Ok(lock);
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    Ok(store.lock()?)
}

impl Engine {
    /// An engine in memory without flows, to be completed.
    pub fn builder() -> EngineBuilder {
        EngineBuilder {
            store: Arc::new(MemoryStore::new()),
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            invokers: Invokers::default(),
            flows: BTreeMap::new(),
            limits: Limits::default(),
            concurrency: BTreeMap::new(),
            tolerant: false,
        }
    }

    /// Starts an execution of the flow `flow` under a name, or under a derived one (`StartExecution`).
    ///
    /// While an execution of that name runs, it is returned and nothing starts.
    ///
    /// # Errors
    ///
    /// The flow is not registered, the name cannot be one or belongs to an execution that is over, the input is no JSON,
    /// or the store fails.
    pub async fn start<'a>(
        &self,
        flow: &str,
        name: impl Into<Option<&'a str>>,
        input: impl Serialize,
    ) -> Result<Execution, Error> {
        let name = match name.into() {
            Some(name) => name.to_owned(),
            None => {
                let bits = self.core.entropy.bits().map_err(Error::InvalidArgument)?;
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
    /// # Errors
    ///
    /// There is none, or the store fails.
    pub async fn execution(&self, flow: &str, name: &str) -> Result<Execution, Error> {
        match self.core.store.find(flow, name).await? {
            Some(row) => Ok(Execution::new(Arc::clone(&self.core), row.id)),
            None => Err(Error::ExecutionNotExists { flow: flow.to_owned(), name: name.to_owned() }),
        }
    }

    /// Runs a flow in memory, without history, and gives its output (`StartSyncExecution`).
    ///
    /// # Errors
    ///
    /// The error that the flow fails with.
    pub async fn run_express<F: Flow>(&self, flow: &F, input: F::Input) -> Result<F::Output, StepError> {
        let context = self.express(F::NAME, None);
        // Most flows have no limit, and a future that goes through another one is moved.
        let ended = if F::TIMEOUT_SECONDS.is_none() {
            flow.run(&context, input).await
        } else {
            context.limited(F::TIMEOUT_SECONDS, flow.run(&context, input)).await
        };
        match ended {
            Ok(output) => Ok(output),
            Err(Halt::Failed(error)) => Err(error),
            Err(Halt::Stopped) => Err(StepError::new(codes::EXECUTION_STOPPED, "the execution was withdrawn")),
        }
    }

    /// The context that an execution of a flow runs in, in memory, with a name of its own where none is given: for those who call [`Flow::run`] themselves.
    pub fn express<'e>(&'e self, flow: &'e str, execution: impl Into<Option<&'e str>>) -> Express<'e> {
        Express::new(&self.core, flow, execution.into().map(Into::into))
    }

    /// Settles the attempt that `token` stands for with success (`ReportTaskSucceeded`). `output` is the text of a JSON
    /// object. Gives the id of the event, once it is kept.
    ///
    /// # Errors
    ///
    /// The token is none or the output is no JSON object (the task still waits then), the task is over, or the store
    /// fails.
    pub async fn report_task_succeeded(&self, token: &TaskToken, output: &str) -> Result<u64, Error> {
        let json: Box<RawValue> = serde_json::from_str(output)
            .map_err(|error| Error::InvalidArgument(format!("the output is no JSON: {error}; the task still waits")))?;
        self.core.check_size("the output; the task still waits", json.get().len())?;
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
        self.report(token, Ok(turn::raw(&value))).await
    }

    /// Settles the attempt that `token` stands for with an error (`ReportTaskFailed`). Gives the id of the event, once it
    /// is kept.
    ///
    /// # Errors
    ///
    /// The token is none, the code is empty (the task still waits then), the task is over, or the store fails.
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

    /// Shuts the engine down: nothing new begins, and what functions are doing has until `limit` to end; what they return
    /// by then is kept, and so are reports. Then all that is left is cut off, as by [`close`](Engine::close), and the store
    /// is let go. Gives how many executions and background jobs were cut off; the next engine goes on with them.
    pub async fn shutdown(&self, limit: Duration) -> usize {
        self.core.shutdown(limit).await
    }

    /// Ends what is under way in memory at once, like a crash. Nothing that was answered is lost; what was not is done
    /// again by the next engine on the same store. Dropping the engine does the same.
    pub fn close(&self) {
        self.core.close();
    }

    /// The executions that cannot go on with this engine, with the reason. They are left as they are, and taken up again
    /// when they are reported to, stopped, or found by the next engine.
    pub fn quarantined(&self) -> Vec<Error> {
        self.core.quarantine_list()
    }
}

/// The names of flows and executions: letters, digits, `_` and `-`, not first a digit or `-`, at most 128 characters.
fn check_name(name: &str) -> Result<(), Error> {
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

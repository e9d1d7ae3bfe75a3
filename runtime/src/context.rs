//! The only door from generated code to the world.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    clock::Timestamp,
    error::{Res, StepError},
    flow::Function,
    path::Path,
    token::TaskToken,
    value::{Object, Value},
};

/// What moves between steps, functions and engines: data that is JSON, of any type that serde can write and read.
pub trait Payload: Serialize + DeserializeOwned + Send + Sync + 'static {}

impl<T: Serialize + DeserializeOwned + Send + Sync + 'static> Payload for T {}

/// How a scope is found when it is opened.
#[derive(Debug)]
pub enum Opened<S, O> {
    /// It has not begun.
    New,
    /// It stands at a step that it had entered before.
    Resumed {
        /// The checkpoint.
        state: S,
        /// The id of the event that the step was entered with.
        event_id: u64,
    },
    /// It has ended before.
    Done(O),
}

/// What a step reports of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It starts; the data is its input, or null where it has no input of its own.
    Started,
    /// It has succeeded; the data is its output.
    Succeeded,
    /// It has failed; the data is the error.
    Failed,
    /// It is left; the data is what its scope now holds. What was kept for the step is dropped.
    Exited,
}

/// Until when something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// So long from the moment it was asked for.
    After(Duration),
    /// Until an instant.
    At(Timestamp),
}

/// One attempt of a task.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// Its path, which ends with the number of the attempt.
    pub path: &'a Path<'a>,
    /// It fails with `FnF.TaskTimeout` when it is not over by then.
    pub timeout: Option<Duration>,
    /// The resource, where data names it.
    pub resource: Option<&'a str>,
    /// The id of a stateful invocation (`StatefulAsyncInvocationID`), which no other invocation of the function may have.
    pub invocation: Option<&'a str>,
}

impl Attempt<'_> {
    /// What it calls.
    pub(crate) fn resource_of<F: Function<H>, H>(&self) -> &str {
        self.resource.unwrap_or(F::RESOURCE)
    }
}

/// A child execution that a task asks for.
pub struct Child<'a, I> {
    /// The name of the flow.
    pub flow: &'a str,
    /// The name of the execution; one that cannot clash is derived where there is none.
    pub execution: Option<&'a str>,
    /// What it starts with.
    pub input: I,
    /// What the task waits for.
    pub mode: ChildMode,
}

impl<I> std::fmt::Debug for Child<'_, I> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Child")
            .field("flow", &self.flow)
            .field("execution", &self.execution)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

/// What a task waits for that starts a child execution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChildMode {
    /// For the start; the result says what was started.
    Start,
    /// For the end; the result is the output of the execution.
    Wait,
    /// For a report of the attempt's token.
    Callback,
}

/// What an engine gives to the flows that it runs.
///
/// Generated code awaits nothing but futures of its context and of [`control`](crate::__private::foreach). Failures of
/// functions and reports come back as values; a [`Halt`](crate::__private::Halt) other than a failure only means that the engine
/// withdraws the execution.
pub trait Context: Send + Sync {
    /// Whether anything is kept; where not, marks and checkpoints compile to almost nothing.
    const DURABLE: bool;

    /// The name of the execution.
    fn execution_name(&self) -> &str;

    /// The name of the flow.
    fn flow_name(&self) -> &str;

    /// How many iterations of a foreach step run at once, where the language says `documented`.
    fn iterations(&self, documented: usize) -> usize {
        documented
    }

    /// A number that is drawn at random for each execution, and stays the same as long as it lives.
    fn seed(&self) -> Result<u128, StepError>;

    /// The place of what the execution has started with, for flows that read it later.
    fn execution_input(&self) -> &OnceLock<Value>;

    /// What all scopes of the execution share (`$Global`). For a step: as it was when that first asked, whatever others
    /// have shared since.
    fn global(&self, step: Option<&Path<'_>>) -> Res<Object>;

    /// Adds entries to what all scopes share; later ones win.
    fn share(&self, entries: Object) -> Res<()>;

    /// The error that an attempt of a step that holds others has failed with, if it has.
    fn failed_before(&self, attempt: &Path<'_>) -> Res<Option<StepError>>;

    /// Ends an attempt of a step that holds others, with all that is under way in it.
    fn fail(&self, attempt: &Path<'_>, error: &StepError) -> Res<()>;

    /// Opens a scope: new, where its checkpoint stands, or done. `added` is what the scope adds to the input of the
    /// scope around it.
    fn open<S: Payload, O: Payload, I: Serialize>(&self, scope: &Path<'_>, added: &I) -> Res<Opened<S, O>>;

    /// Enters the step at `here`: the checkpoint of `scope` on durable engines. Gives the id of the event.
    ///
    /// Where a flow neither waits nor calls, this is where it lets others work.
    fn enter<S: Payload>(&self, scope: &Path<'_>, here: &Path<'_>, state: &S) -> impl Future<Output = Res<u64>> + Send;

    /// Records what a step reports of itself.
    fn record<T: Serialize>(&self, here: &Path<'_>, mark: Mark, data: &T) -> Res<()>;

    /// Closes a scope with its outcome.
    fn close<O: Payload>(&self, scope: &Path<'_>, outcome: &O) -> Res<()>;

    /// Performs a function and records its outcome.
    fn invoke<'a, F: Function<H>, H: Send + Sync + 'static>(
        &'a self,
        attempt: &'a Attempt<'a>,
        host: &'a Arc<H>,
        input: F::In,
    ) -> impl Future<Output = Res<Result<F::Out, StepError>>> + Send;

    /// The token that the attempt is settled with.
    fn token(&self, attempt: &Attempt<'_>) -> Res<TaskToken>;

    /// Performs a function and waits until the attempt is settled: by a report of its token, by its deadline, or by the
    /// failure of the function before either. What the function returns does not count.
    fn callback<F: Function<H>, H: Send + Sync + 'static, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        token: &TaskToken,
        host: &Arc<H>,
        input: F::In,
    ) -> impl Future<Output = Res<Result<O, StepError>>> + Send;

    /// Hands a call over to the background, where it is performed at least once, whatever becomes of the execution
    /// (`InvocationType: Async`). Without a token the attempt is settled as soon as the call is kept; with one it waits
    /// for a report, like [`callback`](Context::callback).
    fn submit<F: Function<H>, H: Send + Sync + 'static, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        token: Option<&TaskToken>,
        host: &Arc<H>,
        input: F::In,
    ) -> impl Future<Output = Res<Result<O, StepError>>> + Send;

    /// Starts another flow by name: a definition cannot see the Rust type of another, and names may be data.
    fn child<I: Payload, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        child: Child<'_, I>,
    ) -> impl Future<Output = Res<Result<O, StepError>>> + Send;

    /// Waits.
    fn sleep(&self, at: &Path<'_>, until: Until) -> impl Future<Output = Res<()>> + Send;
}

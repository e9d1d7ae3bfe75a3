//! Executions of flows whose types are declared: what they start with, give and are told is typed.

use std::{fmt, marker::PhantomData, ops::Deref};

use super::{Engine, Error, Execution, Failure};
use crate::{context::Payload, token::TaskToken};

/// An execution of a flow that declares what it gives: [`wait`](Self::wait) gives that type. All else is as of the
/// [`Execution`] that it is, too.
///
/// `Flow::start` and `Flow::execution` of the module that `flow!` writes for such a flow give it.
pub struct TypedExecution<O> {
    execution: Execution,
    output: PhantomData<fn() -> O>,
}

impl<O> fmt::Debug for TypedExecution<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.execution.fmt(f)
    }
}

impl<O> Clone for TypedExecution<O> {
    fn clone(&self) -> Self {
        Self { execution: self.execution.clone(), output: PhantomData }
    }
}

impl<O> Deref for TypedExecution<O> {
    type Target = Execution;

    fn deref(&self) -> &Execution {
        &self.execution
    }
}

impl<O: Payload> TypedExecution<O> {
    /// Waits for the end and gives the output. Dropping the future does not touch the execution.
    ///
    /// # Errors
    ///
    /// As of [`Execution::wait`]; [`Error::Unreadable`] for the output of an execution that has ended before its type was
    /// declared so, which [`Execution::wait`] gives as JSON.
    pub async fn wait(&self) -> Result<Result<O, Failure>, Error> {
        let output = match self.execution.wait().await? {
            Ok(output) => output,
            Err(failure) => return Ok(Err(failure)),
        };
        serde_json::from_value(output).map(Ok).map_err(|misfit| Error::Unreadable {
            execution: self.execution.id(),
            row: "output".to_owned(),
            reason: format!("it does not fit its declared type: {misfit}"),
        })
    }
}

/// Starts an execution of a flow that declares its types.
pub async fn start<'a, I: Payload, O: Payload>(
    engine: &Engine,
    flow: &str,
    name: impl Into<Option<&'a str>>,
    input: I,
) -> Result<TypedExecution<O>, Error> {
    let execution = engine.start(flow, name, input).await?;
    Ok(TypedExecution { execution, output: PhantomData })
}

/// The execution of a flow that declares its types, by name.
pub async fn execution<O: Payload>(engine: &Engine, flow: &str, name: &str) -> Result<TypedExecution<O>, Error> {
    let execution = engine.execution(flow, name).await?;
    Ok(TypedExecution { execution, output: PhantomData })
}

/// Reports a task token of a step that declares what it is reported with.
pub async fn report<O: Payload>(engine: &Engine, token: &TaskToken, output: &O) -> Result<u64, Error> {
    let output = serde_json::to_string(output)
        .map_err(|error| Error::InvalidArgument(format!("the output is no JSON: {error}; the task still waits")))?;
    engine.report_task_succeeded(token, &output).await
}

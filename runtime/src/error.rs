//! What can go wrong in a step, and why an execution halts.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

/// The names of the errors that the runtime itself raises.
pub mod codes {
    /// Matches any error in a retry policy or a catch clause.
    pub const ALL: &str = "FnF.ALL";
    /// A task was not over before its deadline.
    pub const TASK_TIMEOUT: &str = "FnF.TaskTimeout";
    /// The result of a task is not the JSON that it must be.
    pub const INVALID_LOCAL: &str = "FnF.InvalidLocal";
    /// An expression has no value.
    pub const RUNTIME_ERROR: &str = "FnF.RuntimeError";
    /// Nothing answers for the resource of a task.
    pub const RESOURCE_NOT_BOUND: &str = "FnF.ResourceNotBound";
    /// A task starts a flow that the engine does not know. As all errors of operations, it is named for its product.
    pub const FLOW_NOT_EXISTS: &str = "fnf.FlowNotExists";
    /// A task starts an execution under a name that is taken.
    pub const EXECUTION_ALREADY_EXISTS: &str = "fnf.ExecutionAlreadyExists";
    /// A child execution ran out of time.
    pub const EXECUTION_TIMED_OUT: &str = "FnF.ExecutionTimedOut";
    /// A child execution was stopped without an error of its own.
    pub const EXECUTION_STOPPED: &str = "FnF.ExecutionStopped";
    /// An execution needs more events than the engine allows.
    pub const EVENTS_LIMIT_EXCEEDED: &str = "FnF.EventsLimitExceeded";
    /// A datum is longer than the engine allows.
    pub const DATA_LIMIT_EXCEEDED: &str = "FnF.DataLimitExceeded";
    /// Another invocation of the function has the same `StatefulAsyncInvocationID`.
    pub const INVOCATION_EXISTS: &str = "FC.StatefulAsyncInvocationAlreadyExists";
    /// A function panicked: its outcome is unknown.
    pub const FUNCTION_PANICKED: &str = "FC.Unknown";
}

/// The error of a step: what `retry` and `catch` match, and what a failed execution shows. Functions return it, reports
/// bring it, a fail step raises it.
///
/// ```
/// use flowsmith::StepError;
///
/// let error = StepError::new("OutOfStock", "no apples left");
/// assert_eq!(error.to_string(), "OutOfStock: no apples left");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StepError {
    /// The name that `errors:` lists match: [`codes`] has those that the runtime raises.
    #[serde(rename = "error")]
    pub code: Cow<'static, str>,
    /// The reason, for people.
    #[serde(default)]
    pub cause: String,
}

impl StepError {
    /// An error with its name and its reason. What is longer than [`Limits`](crate::Limits) allow is refused where it is
    /// reported, and kept where a function returns it.
    pub fn new(code: impl Into<Cow<'static, str>>, cause: impl Into<String>) -> Self {
        Self { code: code.into(), cause: cause.into() }
    }

    /// Whether one of `errors` is this error's code or `FnF.ALL`.
    #[must_use]
    pub fn is_any(&self, errors: &[&str]) -> bool {
        errors.iter().any(|name| *name == codes::ALL || *name == self.code)
    }
}

impl fmt::Display for StepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.code, &*self.cause) {
            (code, "") => f.write_str(code),
            ("", cause) => f.write_str(cause),
            (code, cause) => write!(f, "{code}: {cause}"),
        }
    }
}

impl std::error::Error for StepError {}

/// Why a flow does not go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Halt {
    /// A step has failed; an enclosing catch clause may match it.
    Failed(StepError),
    /// The engine withdraws the execution. No catch clause can see it.
    Stopped,
}

impl From<StepError> for Halt {
    fn from(error: StepError) -> Self {
        Self::Failed(error)
    }
}

/// What generated code and the control structures return.
pub type Res<T> = Result<T, Halt>;

//! What a task calls, and its policies.

use super::{Expr, Target, Template};
use crate::source::Span;

/// A task: one call, repeated as its policies say.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Task {
    /// What is called.
    pub call: Call,
    /// When the task is over.
    pub mode: Mode,
    /// What a result must look like.
    pub result: ResultRule,
    /// The limit for one attempt, in seconds ([`super::Root::StepInput`] may be read).
    pub timeout: Option<Expr>,
}

/// A resource that steps call.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Function {
    /// The resource as the definition writes it.
    pub resource: String,
    /// The short name: the last part of the resource that names it (`reserve`, `fnf-demo`).
    pub name: String,
    /// Where the first step that calls it names it.
    pub span: Span,
}

/// A function in [`super::Flow::functions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionId(pub(crate) usize);

/// What a task calls.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Call {
    /// A function, a queue, a topic, an API: whatever answers for the resource.
    #[non_exhaustive]
    Function {
        /// Which one.
        function: Callee,
        /// What it is called with, from [`super::Root::StepInput`]; may read the task token.
        argument: Template,
        /// Whether the call is over when the function has returned.
        invocation: Invocation,
        /// The id of the invocation, which no other one of the function may have (text, from
        /// [`super::Root::StepInput`]).
        id: Option<Expr>,
    },
    /// An execution of another flow.
    #[non_exhaustive]
    Child {
        /// The flow's name (text); a constant or data.
        flow: Expr,
        /// The name of the new execution; derived from the step's path where there is none.
        execution: Option<Expr>,
        /// The input of the new execution.
        input: Template,
        /// What the step waits for.
        mode: ChildMode,
    },
}

/// Which resource a task calls.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Callee {
    /// One that the definition names.
    Known(FunctionId),
    /// The one that data names (text).
    Data(Expr),
}

/// How a function is invoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Invocation {
    /// The call is over when the function has returned.
    Sync,
    /// The call is over when it has been accepted; the function runs on.
    Async,
}

/// When a task is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mode {
    /// When the call has been answered (`requestResponse`, `RequestComplete`).
    RequestResponse,
    /// When the job that the call started has ended (`sync`, `WaitForSystemCallback`).
    WaitForSystemCallback,
    /// When the task token has been reported (`waitForCallback`, `WaitForCustomCallback`).
    WaitForCallback,
}

/// What a task waits for that starts another flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChildMode {
    /// For the start; the result says what was started.
    Start,
    /// For the end; the result is the output of the execution.
    Wait,
}

/// What the result of a task must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResultRule {
    /// A JSON object, else `FnF.InvalidLocal` (v1).
    Object,
    /// Any JSON; wrapped as `{"Body": …}` (`StateMachine`: functions).
    Body,
    /// What the start of a child execution has answered, as `{FlowName, ExecutionName, RequestID}` (`StateMachine`).
    Started,
    /// Any JSON, as it is.
    Any,
}

/// A retry policy.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Retry {
    /// Error codes; `FnF.ALL` is any.
    pub errors: Vec<String>,
    /// The wait before the first retry, in seconds.
    pub interval: u64,
    /// No wait is longer, in seconds.
    pub max_interval: u64,
    /// The number of retries.
    pub max_attempts: u32,
    /// Each wait is this many times the one before; at least 1.
    pub multiplier: f64,
    /// Where the policy stands.
    pub span: Span,
}

/// A catch clause.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Catch {
    /// Error codes; `FnF.ALL` is any.
    pub errors: Vec<String>,
    /// What the step gives to its scope when this clause has caught an error, from [`super::Root::StepInput`] and
    /// [`super::Root::Caught`].
    pub output: super::Output,
    /// Where the keys of an output that is a template stand, in the order of its keys.
    pub output_keys: Vec<Span>,
    /// Where control goes.
    pub target: Target,
    /// Where the clause stands.
    pub span: Span,
}

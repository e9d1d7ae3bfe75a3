//! What the engine answers when it cannot do what it is asked.

use std::fmt;

use crate::{
    entropy::EntropyError,
    store::{ExecutionId, ExecutionStatus, StoreError},
};

/// Why the engine did not do what it was asked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Error {
    /// No flow of this name is registered.
    #[non_exhaustive]
    FlowNotExists {
        /// The name.
        flow: String,
        /// The flows that are.
        known: Vec<String>,
    },
    /// The flow has no execution of this name.
    #[non_exhaustive]
    ExecutionNotExists {
        /// The flow.
        flow: String,
        /// The name.
        name: String,
    },
    /// The flow has had an execution of this name, which is over.
    #[non_exhaustive]
    ExecutionAlreadyExists {
        /// The flow.
        flow: String,
        /// The name.
        name: String,
    },
    /// The execution is over.
    #[non_exhaustive]
    ExecutionAlreadyCompleted {
        /// How it ended.
        status: ExecutionStatus,
    },
    /// The attempt that the token stands for is settled, or over otherwise.
    TaskAlreadyCompleted,
    /// A token that is none, or JSON that is none, or a name that cannot be one.
    InvalidArgument(String),
    /// What was given is longer than the engine allows.
    #[non_exhaustive]
    EntityTooLarge {
        /// What was given.
        what: &'static str,
        /// How long it is, in bytes.
        size: usize,
        /// How long it may be, in bytes.
        limit: usize,
    },
    /// Flows need what the engine does not have.
    #[non_exhaustive]
    MissingBindings {
        /// What is missing, a sentence each.
        missing: Vec<String>,
    },
    /// There is no randomness for a name or a seed; nothing was started.
    Entropy(EntropyError),
    /// The store failed; nothing was changed.
    Store(StoreError),
    /// The store holds bytes that the engine does not understand; the execution is left as it is.
    #[non_exhaustive]
    Unreadable {
        /// The execution.
        execution: ExecutionId,
        /// The row, or the event.
        row: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The execution cannot go on with this engine, and is left as it is.
    #[non_exhaustive]
    Quarantined {
        /// The execution.
        execution: ExecutionId,
        /// What is in its way.
        reason: String,
    },
    /// An engine was built outside of a tokio runtime.
    NoRuntime,
    /// The engine was shut down.
    Closed,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FlowNotExists { flow, known } if known.is_empty() => {
                write!(f, "no flow is registered, so there is no `{flow}`: add it with `EngineBuilder::flow`")
            }
            Self::FlowNotExists { flow, known } => {
                write!(f, "no flow `{flow}` is registered; there is `{}`", known.join("`, `"))
            }
            Self::ExecutionNotExists { flow, name } => write!(f, "flow `{flow}` has no execution `{name}`"),
            Self::ExecutionAlreadyExists { flow, name } => {
                write!(f, "flow `{flow}` has had an execution `{name}`, which is over: choose another name")
            }
            Self::ExecutionAlreadyCompleted { status } => write!(f, "the execution is over: {status}"),
            Self::TaskAlreadyCompleted => f.write_str("the task is over: its attempt was settled before"),
            Self::InvalidArgument(reason) => f.write_str(reason),
            Self::EntityTooLarge { what, size, limit } => {
                write!(f, "{size} bytes are too many for {what}: at most {limit} are allowed")
            }
            Self::MissingBindings { missing } => {
                write!(f, "the flows need what the engine does not have:")?;
                missing.iter().try_for_each(|missing| write!(f, "\n- {missing}"))
            }
            Self::Entropy(error) => error.fmt(f),
            Self::Store(error) => write!(f, "the store failed: {error}"),
            Self::Unreadable { execution, row, reason } => {
                write!(f, "execution {execution}: the store's row `{row}` cannot be read: {reason}")
            }
            Self::Quarantined { execution, reason } => {
                write!(f, "execution {execution} cannot go on: {reason}")
            }
            Self::NoRuntime => {
                f.write_str("there is no tokio runtime: build the engine within one, such as `#[tokio::main]`")
            }
            Self::Closed => f.write_str("the engine was shut down"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Entropy(error) => error.source(),
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

impl From<EntropyError> for Error {
    fn from(error: EntropyError) -> Self {
        Self::Entropy(error)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

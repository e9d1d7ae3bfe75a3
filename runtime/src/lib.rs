//! Runs flow definitions durably.
//!
//! A flow definition (FDL, the language of Serverless Workflow and CloudFlow) becomes a module with typed async Rust:
//! `flow!("order.yaml")`. An [`Engine`] runs it: in memory ([`Engine::run_express`]), or durably on a [`Store`], where an
//! execution suspends at task tokens for seconds or months, resumes when a worker reports, and survives a crash.

extern crate self as flowsmith;

mod call;
mod clock;
mod context;
mod control;
mod engine;
mod entropy;
mod error;
mod express;
mod flow;
mod guard;
mod history;
mod include;
mod invoke;
mod path;
mod policy;
mod redact;
mod scope;
pub mod store;
mod task;
#[cfg(feature = "testing")]
pub mod testing;
mod token;
mod value;
mod watched;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use serde_json::json;

#[cfg(feature = "macros")]
pub use flowsmith_macros::flow;

#[cfg(feature = "mns")]
pub use crate::invoke::{MemoryQueue, MemoryQueueBuilder, MemoryTopic, Message, MnsError, Peeked};
pub use crate::{
    call::Call,
    clock::{Clock, Sleep, SystemClock, Timestamp, TokioClock},
    context::{Attempt, Child, ChildMode, Context, Mark, Opened, Payload, Until},
    engine::{
        Engine, EngineBuilder, Error, Execution, ExecutionDescription, ExecutionFilter, ExecutionPage, Failure,
        JobDescription, JobStatus, Limits, Standard,
    },
    entropy::{Entropy, SystemEntropy},
    error::{Halt, Res, StepError, codes},
    express::Express,
    flow::{Flow, Function},
    history::{EventKind, HistoryEvent},
    invoke::{Answer, FunctionResponse, Invocation, Invoker},
    path::{Path, Segment, Step},
    policy::{Policy, RetryPolicy},
    store::{ExecutionId, ExecutionStatus, MemoryStore, Store},
    token::TaskToken,
    value::{Data, Object, Value},
};

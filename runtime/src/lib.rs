//! Runs flow definitions durably.
//!
//! A flow definition (FDL, the language of Serverless Workflow and CloudFlow) becomes a module with typed async Rust:
//! `flow!("order.yaml")`. An [`Engine`] runs it: in memory ([`Engine::run_express`]), or durably on a [`Store`], where an
//! execution suspends at task tokens for seconds or months, resumes when a worker reports, and survives a crash.
//!
#![cfg_attr(feature = "macros", doc = "```")]
#![cfg_attr(not(feature = "macros"), doc = "```ignore")]
//! use flowsmith::{Call, Engine, StepError, TaskToken, Value, flow, json};
//! use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
//!
//! flow!("src/testing/refund.yaml"); // pub mod refund { … }
//!
//! /// Who wants to know what waits for a decision.
//! struct Desk(UnboundedSender<TaskToken>);
//!
//! impl refund::Functions for Desk {
//!     async fn pay(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
//!         println!("pay {} once for {}", input["amount"], call.idempotency_key());
//!         Ok(json!({"paid": true}))
//!     }
//!
//!     async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
//!         let token = input["token"].as_str().unwrap_or_default();
//!         self.0.send(token.into()).map_err(|_| StepError::new("Closed", "nobody is at the desk"))?;
//!         Ok(json!({}))
//!     }
//! }
//!
//! #[tokio::main(flavor = "current_thread")]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let (desk, mut waiting) = unbounded_channel();
//!     let engine = Engine::builder().flow(refund::Flow::new(Desk(desk))).build().await?;
//!     let refund = engine.start("refund", "refund-7", json!({"amount": 40})).await?;
//!
//!     // In the next minute or the next month, in this process or another one:
//!     let token = waiting.recv().await.ok_or("nothing waits")?;
//!     engine.report_task_succeeded(&token, r#"{"by": "Ada"}"#).await?;
//!
//!     assert_eq!(refund.wait().await??, json!({"paid": true, "approved_by": "Ada"}));
//!     Ok(())
//! }
//! ```
//!
//! | to … | see |
//! |---|---|
//! | compile a definition | `flow!` (feature `macros`), or [`include_flow!`] and a build script |
//! | run it | [`Engine`], [`EngineBuilder`], [`Limits`] |
//! | write its functions | the trait `Functions` of its module, [`Call`], [`StepError`]; or an [`Invoker`] for a resource |
//! | work on structs | types beside a definition: `Flow::start` of its module, [`TypedExecution`], [`DateTime`] |
//! | follow an execution | [`Execution`], [`HistoryEvent`], [`ExecutionFilter`] |
//! | report a task that waits | [`TaskToken`], [`Engine::report_task_succeeded`], [`Engine::report_task_failed`] |
//! | keep executions elsewhere | [`store`] |
//! | test it | `testing` (feature `testing`) |

// docs.rs says which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate self as flowsmith;

mod builtin;
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
mod left;
mod path;
mod policy;
mod redact;
mod scope;
pub mod store;
mod task;
#[cfg(feature = "testing")]
pub mod testing;
mod token;
mod typed;
mod value;
mod wait;
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
    clock::{Clock, Sleep, SystemClock, Timestamp, TimestampError, TokioClock},
    context::Payload,
    engine::{
        Engine, EngineBuilder, Error, Execution, ExecutionDescription, ExecutionFilter, ExecutionPage, Failure,
        JobDescription, JobStatus, Limits, TypedExecution,
    },
    entropy::{Entropy, EntropyError, SystemEntropy},
    error::{StepError, codes},
    flow::Flow,
    history::{EventKind, HistoryEvent},
    invoke::{Answer, FunctionResponse, Invocation, Invoker},
    store::{ExecutionId, ExecutionStatus, JobId, MemoryStore, Store, StoreError},
    token::TaskToken,
    typed::DateTime,
    value::{Object, Value},
};

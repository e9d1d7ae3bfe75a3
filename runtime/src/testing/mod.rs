//! Flows as plain tests: scripted functions, time that only waiting moves, reports of tasks, crashes (feature `testing`).
//!
//! ```toml
//! [dev-dependencies]
//! flowsmith = { version = "0.1", features = ["testing"] }
//! ```
//!
//! A [`Test`] says what the world around a flow does, [`run`](Test::run) runs the flow to its end, and the [`Run`] is
//! asserted:
//!
//! ```
//! # #[cfg(feature = "macros")]
//! # fn main() {
//! use flowsmith::{flow, json, testing::{Test, days, fails, minutes, returns}};
//!
//! flow!("src/testing/refund.yaml"); // pub mod refund { … }
//!
//! // #[test]
//! fn a_refund_is_paid_when_somebody_approves() {
//!     let run = Test::new(refund::Flow::remote())
//!         .function("pay", [fails("Busy", "come back later"), returns(json!({"paid": true}))])
//!         .function("ask", returns(json!({})))
//!         .report("approve", returns(json!({"by": "Ada"})).after(days(3)))
//!         .crash_after_every_turn()
//!         .run(json!({"amount": 40}));
//!     run.succeeded_with(json!({"paid": true, "approved_by": "Ada"}));
//!     run.took(days(3) + minutes(1));
//!     run.called("pay").times(2).with(json!({"amount": 40}));
//!     run.entered(["pay", "approve"]);
//! }
//! # a_refund_is_paid_when_somebody_approves();
//! # }
//! # #[cfg(not(feature = "macros"))]
//! # fn main() {}
//! ```
//!
//! **Functions.** A [`Script`] is a [`Reply`] or an array of them, one a call; the last serves all further calls:
//! [`returns`], [`fails`], [`echoes`], [`computes`], [`panics`], [`hangs`], each with [`after`](Reply::after),
//! [`times`](Reply::times) and [`when`](Reply::when). Queues and topics are functions, too. Code of your own is a
//! [`Test::invoker`], or the flow's `Functions`: `Test::new(order::Flow::new(Shop))`.
//!
//! **Time** is the run's own, on a runtime of its own: a plain `#[test]` is enough, and a month of waiting takes
//! milliseconds. Nothing should wait for the world outside: while all of a run waits, its time moves on.
//!
//! **Reports.** [`Test::report`] is for tasks with `waitForCallback`: whenever the named step waits, its token is reported,
//! whatever the flow has done with the token.
//!
//! **Crashes.** [`Test::crash_after_every_turn`], [`Test::crash_after`] and [`Test::lose`] crash the engine and let another
//! one go on. [`everywhere`] runs a test through every crash there can be, and in memory.
//!
//! **Failures** show the calls and the history as tables; a [`Run`] can be printed, too. The names of executions (`test`),
//! the first instant and tokens are the same in each run; in what a test sees tokens are `<token>`.

mod called;
mod calls;
mod counting;
mod crash;
mod everywhere;
mod json;
mod names;
mod record;
mod reports;
mod run;
mod script;
mod table;
mod test;
mod time;
mod waiting;
mod world;

pub(crate) use self::waiting::{Waiting, Watch};
pub use self::{
    called::Calls,
    calls::RecordedCall,
    counting::Counting,
    crash::CrashStore,
    everywhere::{everywhere, through_crashes},
    json::hide_tokens,
    record::ExecutionRecord,
    run::Run,
    script::{Reply, Script, computes, echoes, fails, hangs, panics, returns},
    test::Test,
    time::{days, hours, millis, minutes, seconds},
};

//! Proof of the contract between generated code and engines.

mod admission;
#[expect(deprecated, reason = "a warning of a flow reaches its user so, and this is about such a flow")]
mod busy;
mod children;
mod deep;
mod edges;
mod heavy;
mod jobs;
mod limits;
mod lists;
mod nesting;
mod observed;
mod races;
mod reporter;
mod resume;
mod retyped;
mod shutdown;
mod sizes;
mod slow_store;
mod threads;
mod unreadable;

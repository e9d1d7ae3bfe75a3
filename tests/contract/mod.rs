//! Proof of the contract between generated code and engines.

#[expect(deprecated, reason = "a warning of a flow reaches its user so, and this is about such a flow")]
mod busy;
mod nesting;
mod races;
mod resume;
mod sizes;
mod threads;
mod unreadable;

//! How findings look. No renderer fails on any text or any span.

mod full;
mod short;

pub(crate) use full::{colored, full};
pub(crate) use short::short;

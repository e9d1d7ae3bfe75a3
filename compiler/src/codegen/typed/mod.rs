//! Typed data in generated code: the declared types as items, and paths and templates that stay typed from step to step.
//!
//! Where something is not declared, data is an `rt::Value`; what moves from there to a declared type is checked on the way.

mod coerce; // data of one type as another

mod forms; // how the scopes and the steps of a flow hold their data

mod items; // structs and enums

mod local; // the data of a scope

mod make; // templates as data of a wanted type

mod mentions; // what generated code names, and whether it can fail

mod place; // paths into typed data

mod rust; // types as Rust

mod take; // data that is taken apart

pub(super) use forms::{Forms, LocalKey, Slots};
pub(super) use items::items;
pub(super) use local::local;
pub(super) use mentions::{asks, mentions};
pub(super) use place::{Known, Place};
pub(super) use rust::TypeNames;

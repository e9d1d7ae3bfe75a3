//! Typed data in generated code: the declared types as items, and paths and templates that stay typed from step to step.
//!
//! Where something is not declared, data is an `rt::Value`; what moves from there to a declared type is checked on the way.

mod coerce; // data of one type as another

mod convert; // a struct as another one

mod forms; // how the scopes and the steps of a flow hold their data

mod items; // structs and enums

mod local; // the data of a scope

mod made; // types of objects that have no declaration

mod make; // templates as data of a wanted type

mod mentions; // what generated code names, and whether it can fail

mod passing; // the data of a scope that steps replace

mod place; // paths into typed data

mod reads; // what a nested scope reads of its input

mod rust; // types as Rust

mod search; // what each form is

mod take; // data that is taken apart

pub(super) use forms::{Forms, LocalKey, Slots};
pub(super) use items::items;
pub(super) use local::local;
pub(super) use made::{Made, Sketch};
pub(super) use mentions::{asks, bound, mentions};
pub(super) use passing::data;
pub(super) use place::{Form, Known, Place};
pub(super) use reads::{lifetime, reads};
pub(super) use rust::TypeNames;
pub(super) use search::{At, at_target, start};

//! What is known of data before a flow runs.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::declared::TypeId;

/// What is known of a value. Cheap to clone.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// There is no value: no way leads here, or the key never exists.
    Never,
    /// Nothing is known.
    Any,
    Null,
    Bool,
    /// A whole number from the one to the other, both included.
    Integer(i128, i128),
    Number,
    /// Text: one of these, or any.
    Text(Option<Rc<[String]>>),
    Array(Rc<Shape>),
    Object(Rc<Record>),
    /// A declared type.
    Named(TypeId),
    /// One of several, each of another kind of JSON; none of them is `Never`, `Any` or `OneOf`.
    OneOf(Rc<[Shape]>),
}

/// The keys of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    pub(crate) fields: BTreeMap<Rc<str>, Field>,
    /// What keys hold that are not among the fields: `Never` where there are none, `Any` where nobody knows.
    pub(crate) others: Shape,
}

/// A key of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    pub(crate) shape: Shape,
    /// Whether it is there, whatever way was taken.
    pub(crate) always: bool,
}

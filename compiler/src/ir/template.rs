//! Templates: what mappings and constructors lower to.

use super::{Expr, Ty};

/// A JSON value with expressions in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Template {
    /// The same value each time.
    Constant(Constant),
    /// What the expression gives.
    Expr(Expr),
    /// An object; keys are unique and in the order of the definition.
    Object(Vec<(String, Template)>),
    /// An array.
    Array(Vec<Template>),
}

/// A JSON value that the definition spells out.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Constant {
    /// Null.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number, exact.
    Integer(i128),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Constant>),
    /// An object; keys are unique and in the order of the definition.
    Object(Vec<(String, Constant)>),
}

impl Constant {
    /// What its value is.
    #[must_use]
    pub fn ty(&self) -> Ty {
        match self {
            Self::Null => Ty::Null,
            Self::Bool(_) => Ty::Bool,
            Self::Integer(_) | Self::Float(_) => Ty::Number,
            Self::Text(_) => Ty::Text,
            Self::Array(_) => Ty::Array,
            Self::Object(_) => Ty::Object,
        }
    }
}

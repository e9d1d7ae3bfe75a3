//! The data plane of untyped data: objects, layered inputs, paths, comparison.

mod compare;
mod data;
mod depth;
mod look;

pub use compare::{Nulls, Operand, Truth};
pub(crate) use compare::{equal, order, truth};
pub use data::Data;
pub(crate) use depth::{DEEPEST, nested_too_deep, too_deep};
pub use look::Look;
pub use serde_json::Value;

/// A JSON object: what steps take and give in FDL.
pub type Object = serde_json::Map<String, Value>;

/// The name of a value's JSON type with its article, for messages.
pub(crate) fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

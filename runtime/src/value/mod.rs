//! The data plane of untyped data: objects, layered inputs, paths, comparison.

mod compare;
mod data;
mod depth;
mod look;
mod number;

pub use compare::{Nulls, Operand, Truth};
pub(crate) use compare::{equal, order, same, truth};
pub use data::Data;
pub(crate) use depth::{DEEPEST, nested_too_deep, too_deep};
pub use look::Look;
pub(crate) use number::{of_whole, whole};
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

/// As much of a text as there is within so many characters.
pub(crate) fn cut(text: &str, longest: usize) -> &str {
    text.char_indices().nth(longest).map_or(text, |(end, _)| &text[..end])
}

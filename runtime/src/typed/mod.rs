//! Typed data: the borders between JSON and the types that are declared beside a definition.
//!
//! Typed data is JSON wherever it is kept or handed out, under the keys of the definition. What comes in is checked once,
//! here, and a value that does not fit is described with its place, what was expected and what was found.

mod datetime; // text that is a timestamp

mod fields; // objects with known keys

mod fit; // JSON -> data of steps, functions and flows

mod kinds; // the types that are not generated

mod nested; // what scopes get and end with

mod slot; // a key of a scope's data

pub use datetime::DateTime;
pub use fields::Fields;
pub use fit::{
    Unreadable, either, fit, fit_child, fit_flow_input, fit_flow_output, fit_input, fit_kept, fit_opt, fit_output,
    flow_here, forward_typed, forwards_typed, given, lacking, object_of, overlay, present, surplus, to_json,
    to_json_opt, to_json_option,
};
pub use nested::{array_of, disordered, elements, ended, ended_at, fit_end, fit_end_at, json_outcome, mapped, outcome};
pub use slot::{Gives, Slot, Slots};

#[cfg(test)]
mod tests;

use std::fmt;

use crate::{
    context::Payload,
    value::{Value, cut},
};

/// Data of a declared type.
pub trait Typed: Payload + Clone {
    /// Checks JSON, and takes it apart. `at` is where it stands.
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit>;
}

/// A place in a value; only written out where something does not fit.
#[derive(Debug, Clone, Copy)]
pub enum Spot<'a> {
    /// The whole value.
    Root,
    /// What stands under a key.
    Key(&'a Self, &'a str),
    /// An element of an array.
    Index(&'a Self, usize),
}

impl fmt::Display for Spot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Self::Root, key) => f.write_str(key),
            Self::Key(above, key) => write!(f, "{above}.{key}"),
            Self::Index(above, index) => write!(f, "{above}[{index}]"),
        }
    }
}

/// JSON that does not fit a declared type: where, what was expected, what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    path: String,
    expected: String,
    found: String,
}

/// The longest text that is shown of a value.
const LONGEST: usize = 40;

impl Misfit {
    /// Something else than expected was found.
    pub fn new(at: &Spot<'_>, expected: impl fmt::Display, found: &Value) -> Self {
        let found = match found {
            Value::Null => "null".to_owned(),
            Value::Bool(_) | Value::Number(_) => format!("`{found}`"),
            Value::String(text) => {
                let shown = cut(text, LONGEST);
                let more = if shown.len() < text.len() { "…" } else { "" };
                format!("the text `{}{more}`", shown.escape_debug())
            }
            Value::Array(_) => "an array".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        Self { path: at.to_string(), expected: expected.to_string(), found }
    }

    /// A key is missing that has to be there.
    pub fn missing(at: &Spot<'_>, key: &str) -> Self {
        let path = Spot::Key(at, key).to_string();
        Self { path, expected: "a value".to_owned(), found: "nothing".to_owned() }
    }

    /// There is a key that may not be there.
    pub fn unknown(at: &Spot<'_>, key: &str) -> Self {
        let path = Spot::Key(at, key).to_string();
        Self { path, expected: "no such key".to_owned(), found: "one".to_owned() }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, expected, found } = self;
        if path.is_empty() {
            write!(f, "expected {expected}, found {found}")
        } else {
            write!(f, "at `{path}`: expected {expected}, found {found}")
        }
    }
}

impl std::error::Error for Misfit {}

//! What expressions call: the operators and functions that `StateMachine` has built in.
//!
//! An argument of the wrong type is an error of the step, which says what was found and what is taken. Nothing is
//! converted: a text that spells a number is a text. Numbers are equal by value.

mod operators;

mod collections;
mod json;
mod number;
mod text;

mod random;
mod sip;

#[cfg(feature = "functions")]
mod base64;
#[cfg(feature = "functions")]
mod hash;
#[cfg(feature = "functions")]
mod regex;

#[cfg(not(feature = "functions"))]
mod absent;

#[cfg(not(feature = "functions"))]
pub use absent::{from_base64, hash, regex_match_string, to_base64};
#[cfg(feature = "functions")]
pub use base64::{from_base64, to_base64};
pub use collections::{array_contains, array_unique, get, json_merge, length, map_keys, map_values};
#[cfg(feature = "functions")]
pub use hash::hash;
pub use json::{json_to_string, string_to_json};
pub use number::int_add;
pub use operators::{flow_of, found, is_in, negative, text};
pub use random::{random_int, uuid};
#[cfg(feature = "functions")]
pub use regex::regex_match_string;
pub use text::{format, split};

use crate::{
    error::StepError,
    scope::Here,
    value::{Object, Value, cut, describe, whole},
};

/// Messages show so many characters of a key, or of a name, and no more.
const SHOWN: usize = 80;

/// An argument that must be a string; `takes` is the sentence that says so.
fn string<'a>(here: &Here<'_>, takes: &str, value: &'a Value) -> Result<&'a str, StepError> {
    value.as_str().ok_or_else(|| wrong(here, takes, value))
}

/// An argument that must be an array.
fn array<'a>(here: &Here<'_>, takes: &str, value: &'a Value) -> Result<&'a [Value], StepError> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| wrong(here, takes, value))
}

/// An argument that must be an object.
fn object<'a>(here: &Here<'_>, takes: &str, value: &'a Value) -> Result<&'a Object, StepError> {
    value.as_object().ok_or_else(|| wrong(here, takes, value))
}

/// An argument that must be a whole number of at most 64 bits.
fn integer(here: &Here<'_>, takes: &str, value: &Value) -> Result<i128, StepError> {
    whole(value).ok_or_else(|| wrong(here, takes, value))
}

/// An argument that is not what is taken.
#[cold]
fn wrong(here: &Here<'_>, takes: &str, found: &Value) -> StepError {
    match found {
        Value::Number(number) => here.error(format_args!("{takes}, this is {number}")),
        other => here.error(format_args!("{takes}, this is {}", describe(other))),
    }
}

/// As much of a text as a message shows.
fn shown(text: &str) -> &str {
    cut(text, SHOWN)
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use crate::path::{Path, Step};

    static STEP: Step = Step { name: "sum", place: "order.yaml:7" };

    /// A step of the body of a flow, in its first visit.
    pub(super) fn here() -> Here<'static> {
        const PATH: Path<'static> = Path::ROOT.at(crate::path::Segment::Step(&STEP, 1));
        Here::new(PATH, &STEP, 0)
    }

    /// Asserts that a step fails with this sentence.
    #[track_caller]
    pub(super) fn fails<T: Debug>(outcome: Result<T, StepError>, sentence: &str) {
        let error = outcome.unwrap_err();
        assert_eq!(error.code, "FnF.RuntimeError");
        assert_eq!(error.cause, format!("step `sum` (order.yaml:7): {sentence}"));
    }

    #[test]
    fn messages_show_little_of_long_names() {
        assert_eq!(shown("价格"), "价格");
        assert_eq!(shown(&"价".repeat(81)), "价".repeat(80));
    }
}

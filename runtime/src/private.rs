//! The whole contract with generated code. Not public API: what `flow!` writes may name this module and nothing else.

pub use std::boxed::Box;
pub use std::collections::BTreeMap;
pub use std::convert::TryFrom;
pub use std::string::String;
pub use std::sync::Arc;
pub use std::time::Duration;
pub use std::vec::Vec;

pub use serde::{self, Deserialize, Serialize};
pub use serde_json::Number;

pub use crate::{
    builtin::{flow_of, found, is_in, negative, text},
    call::Call,
    clock::Timestamp,
    context::{Attempt, Child, ChildMode, Context, Mark, Opened, Payload, Until},
    control::{boxed, foreach},
    engine::{Engine, Error, TypedExecution, execution, report, start},
    error::{Halt, Res, StepError},
    express::Express,
    flow::{Flow, Function, Needs, forward, forwards},
    left::{Left, Passes, StepOutput, forget},
    path::{Path, Segment, Step},
    policy::{Policy, RetryPolicy},
    scope::{Begin, Here, Position, Scope},
    task::{
        Attempts, ChildRequest, Request, call, call_request, callback, callback_request, child, child_any,
        child_started, object, outcome_of, submit, submit_callback, timeout,
    },
    token::TaskToken,
    typed::{
        DateTime, Fields, Gives, Misfit, Slot, Slots, Spot, Typed, Unreadable, array_of, disordered, either, elements,
        ended, ended_at, fit, fit_child, fit_end, fit_end_at, fit_flow_input, fit_flow_output, fit_input, fit_kept,
        fit_opt, fit_output, flow_here, forward_typed, forwards_typed, given, json_outcome, lacking, mapped, object_of,
        outcome, overlay, present, surplus, to_json, to_json_opt, to_json_option,
    },
    value::{Data, Look, Nulls, Object, Operand, Truth, Value},
    wait::{wait_seconds, wait_until},
};
use crate::{codes, value};

/// The names that generated code uses without a path, whatever prelude its crate has.
pub mod prelude {
    pub use core::{
        clone::Clone,
        convert::{From, Into},
        default::Default,
        fmt,
        future::Future,
        iter::{IntoIterator, Iterator},
        marker::{Copy, Send, Sync},
        ops::Fn,
        option::Option::{self, None, Some},
        result::Result::{self, Err, Ok},
    };

    pub use super::Look as _;
}

/// The functions that `StateMachine` has built in.
pub mod builtin {
    pub use crate::builtin::{
        array_contains, array_unique, format, from_base64, get, hash, int_add, json_merge, json_to_string, length,
        map_keys, map_values, random_int, regex_match_string, split, string_to_json, to_base64, uuid,
    };
}

/// An object from its keys and values.
pub fn entries<const N: usize>(entries: [(&str, Value); N]) -> Object {
    let mut object = Object::new();
    for (key, value) in entries {
        object.insert(key.to_owned(), value);
    }
    object
}

/// A constant that the definition writes as JSON text, for numbers that have no Rust literal.
pub fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The input of a flow, which must be a JSON object.
pub fn flow_input(input: Value) -> Res<Object> {
    match input {
        Value::Object(object) => Ok(object),
        other => Err(Halt::Failed(StepError::new(
            codes::RUNTIME_ERROR,
            format!("the input of a flow must be a JSON object, this one is {}", value::describe(&other)),
        ))),
    }
}

/// The elements of a collection; `path` is how the definition names it.
pub fn collection<'a>(here: &Here<'_>, path: &str, value: Option<&'a Value>) -> Result<&'a [Value], StepError> {
    match value {
        Some(Value::Array(items)) => Ok(items),
        Some(other) => {
            Err(here.error(format_args!("the collection `{path}` is {}, not an array", value::describe(other))))
        }
        None => Err(here.error(format_args!("the collection `{path}` is missing"))),
    }
}

/// `left == right`
pub fn eq<'a>(left: impl Into<Operand<'a>>, right: impl Into<Operand<'a>>) -> bool {
    value::equal(left.into(), right.into())
}

macro_rules! ordering {
    ($($(#[$doc:meta])* $name:ident: $holds:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name<'a>(
            here: &Here<'_>,
            nulls: Nulls,
            left: impl Into<Operand<'a>>,
            right: impl Into<Operand<'a>>,
        ) -> Result<bool, StepError> {
            let order = value::order(left.into(), right.into(), nulls).map_err(|reason| here.error(reason))?;
            Ok(order.is_some_and(std::cmp::Ordering::$holds))
        }
    )*};
}

ordering! {
    /// `left < right`
    lt: is_lt;
    /// `left <= right`
    le: is_le;
    /// `left > right`
    gt: is_gt;
    /// `left >= right`
    ge: is_ge;
}

/// A value read as a boolean.
pub fn truth<'a>(here: &Here<'_>, rule: Truth, value: impl Into<Operand<'a>>) -> Result<bool, StepError> {
    value::truth(value.into(), rule).map_err(|reason| here.error(reason))
}

/// A value written as JSON text.
pub fn json_text(value: &(impl serde::Serialize + ?Sized)) -> Value {
    serde_json::to_string(value).unwrap_or_default().into()
}

/// The object that the templates of a catch clause see of the error.
pub fn caught(error: &StepError) -> Object {
    entries([("error", Value::from(error.code.as_ref())), ("cause", Value::from(error.cause.as_str()))])
}

/// The error that a fail step raises.
pub fn failure<T>(code: &str, cause: &str) -> Res<T> {
    Err(Halt::Failed(StepError::new(code.to_owned(), cause)))
}

/// The result of a step that gathers the outcomes of branches or iterations in order.
pub fn array(outcomes: Vec<Object>) -> Value {
    Value::Array(outcomes.into_iter().map(Value::Object).collect())
}

/// Takes the value under a key out of an object.
pub fn take(object: &mut Value, key: &str) -> Option<Value> {
    object.as_object_mut()?.remove(key)
}

/// A value that was taken; an error where there was none. `path` is how the definition names it.
pub fn taken(here: &Here<'_>, path: &str, value: Option<Value>) -> Result<Value, StepError> {
    value.ok_or_else(|| here.error(format_args!("there is nothing at `{path}`")))
}

/// The input that a step has made, and that it starts with it; what it was to be made of, and the error, where it could
/// not be made.
pub fn construct<C: Context>(
    cx: &C,
    here: &Here<'_>,
    made: Result<Value, StepError>,
    data: Value,
) -> Res<(Value, Option<StepError>)> {
    Ok(match made {
        Ok(input) => {
            here.started_with(cx, &input)?;
            (input, None)
        }
        Err(error) => {
            here.started(cx)?;
            (data, Some(error))
        }
    })
}

/// Notes that a step starts with the input that it has made, or without one where that could not be made.
pub fn constructing<C: Context, T: Payload>(cx: &C, here: &Here<'_>, made: &Result<T, StepError>) -> Res<()> {
    match made {
        Ok(input) => here.started_with(cx, input),
        Err(_) => here.started(cx),
    }
}

/// The number of an iteration.
#[must_use]
pub const fn count(index: usize) -> u64 {
    index as u64
}

/// The error that the input of a step could not be made for.
pub fn constructed(failed: Option<StepError>) -> Result<(), StepError> {
    failed.map_or(Ok(()), Err)
}

/// Keeps what the execution has started with, for steps that read it later.
pub fn keep_input<C: Context>(cx: &C, input: &Value) {
    cx.execution_input().get_or_init(|| input.clone());
}

/// What the execution has started with.
pub fn execution_input<C: Context>(cx: &C) -> Option<&Value> {
    cx.execution_input().get()
}

/// What all scopes share, as it is now.
pub fn global<C: Context>(cx: &C) -> Res<Object> {
    cx.global(None)
}

/// What all scopes share, as it was when the step first asked.
pub fn global_at<C: Context>(cx: &C, here: &Here<'_>) -> Res<Object> {
    cx.global(Some(&here.path))
}

/// The result of a task as an object: what its function has returned is the body of an answer (`StateMachine`).
pub fn body(returned: Value) -> Value {
    Value::Object(entries([("Body", returned)]))
}

/// The result of a parallel step: the outputs of its branches under `Branch0`, `Branch1`, … (`StateMachine`).
pub fn branches(outputs: Vec<Value>) -> Value {
    outputs.into_iter().enumerate().map(|(number, output)| (format!("Branch{number}"), output)).collect()
}

/// The result of a foreach step: the outputs of its iterations in order (`StateMachine`).
pub fn items(outputs: Vec<Value>) -> Value {
    Value::Object(entries([("Items", Value::Array(outputs))]))
}

/// The version of this contract.
pub const CONTRACT: u32 = 6;

/// Fails with one sentence when code that was generated for another contract meets this runtime.
pub const fn contract(generated_for: u32) {
    assert!(
        generated_for == CONTRACT,
        "this flow was generated for another version of `flowsmith`: generate it again with the version in use"
    );
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_state_machine_gathers_is_an_object() {
        assert_eq!(body(json!("done")), json!({"Body": "done"}));
        assert_eq!(items(vec![json!(1), json!({})]), json!({"Items": [1, {}]}));
        assert_eq!(branches(vec![json!(1), json!({})]), json!({"Branch0": 1, "Branch1": {}}));
        assert_eq!((items(vec![]), branches(vec![])), (json!({"Items": []}), json!({})));
    }
}

//! The whole contract with generated code. Not public API: what `flow!` writes may name this module and nothing else.

pub use std::boxed::Box;
pub use std::sync::Arc;
pub use std::time::Duration;

pub use crate::{
    call::Call,
    clock::Timestamp,
    context::{Attempt, Child, ChildMode, Context, Mark, Opened, Payload, Until},
    control::{boxed, foreach},
    error::{Halt, Res, StepError},
    express::Express,
    flow::{Flow, Function, Needs, forward, forwards},
    path::{Path, Segment, Step},
    policy::{Policy, RetryPolicy},
    scope::{Begin, Here, Left, Position, Scope, StepOutput},
    task::{
        ChildRequest, Request, call, call_once, call_with_id, callback, child, object, submit, submit_callback,
        timeout, wait_seconds, wait_until,
    },
    token::TaskToken,
    value::{Data, Look, Nulls, Object, Operand, Truth, Value},
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

/// The version of this contract.
pub const CONTRACT: u32 = 2;

/// Fails with one sentence when code that was generated for another contract meets this runtime.
pub const fn contract(generated_for: u32) {
    assert!(
        generated_for == CONTRACT,
        "this flow was generated for another version of `flowsmith`: generate it again with the version in use"
    );
}

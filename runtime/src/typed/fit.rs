//! JSON to the data of steps, functions and flows, and back.

use std::{any::TypeId, fmt};

use serde::Serialize;

use super::{Misfit, Spot, Typed};
use crate::{
    call::Call,
    error::{StepError, codes},
    path::{Path, Step},
    scope::Here,
    value::{Object, Value},
};

/// Checks what a step reads or makes; `what` is how the definition names it.
pub fn fit<T: Typed>(here: &Here<'_>, what: &str, value: Value) -> Result<T, StepError> {
    T::from_json(value, &Spot::Root).map_err(|misfit| misfits(here, what, &misfit))
}

/// The same for a key that may be missing, as null is where the definition maps what is not there.
pub fn fit_opt<T: Typed>(here: &Here<'_>, what: &str, value: Value) -> Result<Option<T>, StepError> {
    if value.is_null() { Ok(None) } else { fit(here, what, value).map(Some) }
}

/// The error of data that does not fit where a step reads or makes it.
fn misfits(here: &Here<'_>, what: &str, misfit: &Misfit) -> StepError {
    here.error(format_args!("`{what}` does not fit its declared type: {misfit}"))
}

/// Data that has to be there; `what` is how the definition names it.
pub fn given<T>(here: &Here<'_>, what: &str, data: Option<T>) -> Result<T, StepError> {
    data.ok_or_else(|| here.error(format_args!("there is nothing at `{what}`, where its declared type needs a value")))
}

/// The error of an input that is made without a key that its declared type needs.
pub fn lacking<T>(here: &Here<'_>, key: &str) -> Result<T, StepError> {
    Err(here.error(format_args!("nothing gives `{key}`, which the declared type needs")))
}

/// The error of an input that is made with a key that its declared type does not have.
pub fn surplus<T>(here: &Here<'_>, key: &str) -> Result<T, StepError> {
    Err(here.error(format_args!("the declared type has no key `{key}`")))
}

/// Typed data as JSON.
pub fn to_json<T: Serialize + ?Sized>(data: &T) -> Result<Value, StepError> {
    serde_json::to_value(data)
        .map_err(|error| StepError::new(codes::RUNTIME_ERROR, format!("data cannot be written as JSON: {error}")))
}

/// The same; null where there is none.
pub fn to_json_opt<T: Serialize>(data: Option<&T>) -> Result<Value, StepError> {
    data.map_or(Ok(Value::Null), to_json)
}

/// The same; nothing where there is none.
pub fn to_json_option<T: Serialize + ?Sized>(data: Option<&T>) -> Result<Option<Value>, StepError> {
    data.map(to_json).transpose()
}

/// What is under a key of an object that is laid over another one.
pub fn either<A: Serialize, B: Serialize>(over: Option<&A>, below: Option<&B>) -> Result<Option<Value>, StepError> {
    match over {
        Some(over) => to_json(over).map(Some),
        None => to_json_option(below),
    }
}

/// Data that a path leads to; an error where it leads nowhere. `path` is how the definition names it.
pub fn present<T>(here: &Here<'_>, path: &str, data: Option<T>) -> Result<T, StepError> {
    data.ok_or_else(|| here.error(format_args!("there is nothing at `{path}`")))
}

/// The place of what is made for all of a flow.
#[must_use]
pub const fn flow_here(step: &'static Step) -> Here<'static> {
    Here::new(Path::ROOT, step, 0)
}

/// Typed data that is an object, as one.
pub fn object_of<T: Serialize + ?Sized>(data: &T) -> Result<Object, StepError> {
    match to_json(data)? {
        Value::Object(object) => Ok(object),
        _ => Err(StepError::new(codes::RUNTIME_ERROR, "the data of a scope is no object")),
    }
}

/// An object laid over another one.
#[must_use]
pub fn overlay(over: Object, mut below: Object) -> Object {
    below.extend(over);
    below
}

/// What a function is called with by those who know JSON only.
pub fn fit_input<T: Typed>(call: &Call<'_>, input: Value) -> Result<T, StepError> {
    T::from_json(input, &Spot::Root).map_err(|misfit| at_border(call, "input", codes::RUNTIME_ERROR, &misfit))
}

/// What a function has returned to those who know JSON only.
pub fn fit_output<T: Typed>(call: &Call<'_>, output: Value) -> Result<T, StepError> {
    T::from_json(output, &Spot::Root).map_err(|misfit| at_border(call, "result", codes::INVALID_LOCAL, &misfit))
}

fn at_border(call: &Call<'_>, what: &str, code: &'static str, misfit: &Misfit) -> StepError {
    let (path, resource) = (call.path(), call.resource());
    StepError::new(code, format!("`{path}`: the {what} of `{resource}` does not fit its declared type: {misfit}"))
}

/// What an execution ends with.
pub fn fit_flow_output<T: Typed>(output: Value) -> Result<T, StepError> {
    fit_whole(output, "the output of the flow does not fit its declared type")
}

/// What an execution starts with.
pub fn fit_flow_input<T: Typed>(input: Value) -> Result<T, StepError> {
    fit_whole(input, "the input of the flow does not fit its declared type")
}

/// Checks what no step is to be blamed for; `complaint` is what is said of what does not fit.
fn fit_whole<T: Typed>(value: Value, complaint: &str) -> Result<T, StepError> {
    T::from_json(value, &Spot::Root)
        .map_err(|misfit| StepError::new(codes::RUNTIME_ERROR, format!("{complaint}: {misfit}")))
}

/// What an execution has ended with that a step has started.
pub fn fit_child<T: Typed>(here: &Here<'_>, output: Value) -> Result<T, StepError> {
    T::from_json(output, &Spot::Root).map_err(|misfit| {
        let path = &here.path;
        let cause = format!("`{path}`: the output of the execution does not fit its declared type: {misfit}");
        StepError::new(codes::INVALID_LOCAL, cause)
    })
}

/// What a step is entered with after its execution was resumed.
pub fn fit_kept<T: Typed>(here: &Here<'_>, kept: Value) -> Result<T, StepError> {
    T::from_json(kept, &Spot::Root)
        .map_err(|misfit| here.error(format_args!("the data that is kept for it does not fit its type: {misfit}")))
}

/// What a method of a typed `Functions` does by default: forwards to what is registered for `resource`.
pub async fn forward_typed<I: Typed, O: Typed>(
    call: Call<'_>,
    resource: &'static str,
    input: I,
) -> Result<O, StepError> {
    let output = call.remote(resource, to_json(&input)?).await?;
    fit_output(&call, output)
}

/// Whether a method of a typed `Functions` is the default one. The future of an override has another type.
pub fn forwards_typed<H: 'static, I: Typed, O: Typed, T: 'static>(_: fn(&'static H, Call<'static>, I) -> T) -> bool {
    fn default<I: Typed, T: 'static>(_: fn(Call<'static>, &'static str, I) -> T) -> TypeId {
        TypeId::of::<T>()
    }
    TypeId::of::<T>() == default(forward_typed::<I, O>)
}

impl fmt::Display for Unreadable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "what is kept under `{}` does not fit its declared type: {}", self.key, self.misfit)
    }
}

/// A key of a scope's data that was kept under another type.
#[derive(Debug)]
pub struct Unreadable<'a> {
    /// The key.
    pub key: &'static str,
    /// Why it cannot be read.
    pub misfit: &'a Misfit,
}

//! What nested scopes get, and what they end with.

use std::fmt;

use serde::Serialize;

use super::{Slots, Spot, Typed, object_of, to_json};
use crate::{
    codes,
    error::{Res, StepError},
    path::Path,
    scope::Here,
    value::{Object, Value},
};

/// The elements of a typed collection; `path` is how the definition names it.
pub fn elements<'a, T>(here: &Here<'_>, path: &str, list: Option<&'a Vec<T>>) -> Result<&'a [T], StepError> {
    list.map(Vec::as_slice).ok_or_else(|| here.error(format_args!("the collection `{path}` is missing")))
}

/// Typed data as an array.
pub fn array_of<'a, T: Serialize + 'a>(items: impl Iterator<Item = &'a T>) -> Result<Value, StepError> {
    items.map(to_json).collect::<Result<_, _>>().map(Value::Array)
}

/// The outcome of a branch or an iteration as an object.
pub async fn outcome<L: Serialize>(run: impl Future<Output = Res<L>>) -> Res<Object> {
    Ok(object_of(&run.await?)?)
}

/// The outcome of a branch or an iteration as JSON.
pub async fn json_outcome<T: Serialize>(run: impl Future<Output = Res<T>>) -> Res<Value> {
    Ok(to_json(&run.await?)?)
}

/// The outcome of a branch or an iteration as something else.
pub async fn mapped<L, T>(run: impl Future<Output = Res<L>>, map: impl FnOnce(L) -> T) -> Res<T> {
    run.await.map(map)
}

/// The outcomes of branches, which are there in their order.
pub fn disordered<T>() -> Res<T> {
    Err(StepError::new(codes::RUNTIME_ERROR, "the outcomes of the branches are not those of its branches").into())
}

/// What a scope has ended with before, where its keys are known.
pub fn ended_at<L: Slots>(path: &Path<'_>, outcome: L) -> Res<L> {
    match outcome.unreadable() {
        None => Ok(outcome),
        Some(unreadable) => Err(at_end(path, unreadable).into()),
    }
}

/// What a scope has ended with before, or what no step has given a type.
pub fn fit_end_at<T: Typed>(path: &Path<'_>, kept: Value) -> Result<T, StepError> {
    T::from_json(kept, &Spot::Root)
        .map_err(|misfit| at_end(path, format_args!("the data that it ends with does not fit its type: {misfit}")))
}

/// For code of the contract before, which is refused, but has to name what is there.
pub fn ended<L: Slots>(outcome: L) -> Res<L> {
    ended_at(&Path::ROOT, outcome)
}

/// The same.
pub fn fit_end<T: Typed>(kept: Value) -> Result<T, StepError> {
    fit_end_at(&Path::ROOT, kept)
}

/// The error of a scope that ends with what does not fit.
fn at_end(path: &Path<'_>, cause: impl fmt::Display) -> StepError {
    let whose = match path.to_string() {
        flow if flow.is_empty() => "the flow".to_owned(),
        path => format!("`{path}`"),
    };
    StepError::new(codes::RUNTIME_ERROR, format!("{whose}: {cause}"))
}

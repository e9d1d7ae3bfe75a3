//! How a step is left: where control goes, and what the step gives to its scope.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::{
    error::StepError,
    value::{Object, Value},
};

/// Where a step sends control, and what it gives to its scope.
#[derive(Debug)]
pub struct Left<A, O = StepOutput> {
    pub(crate) to: Option<A>,
    pub(crate) output: O,
    pub(crate) forgotten: &'static [&'static str],
    pub(crate) rest: Option<Box<Rest>>,
}

/// What few steps leave with.
#[derive(Debug, Default)]
pub(crate) struct Rest {
    pub(crate) caught: Option<StepError>,
    pub(crate) shared: Object,
}

impl<A, O> Left<A, O> {
    /// The step has succeeded.
    pub fn to(to: Option<A>, output: impl Into<O>) -> Self {
        Self { to, output: output.into(), forgotten: &[], rest: None }
    }

    /// A catch clause has caught the step's error.
    pub fn caught(to: Option<A>, output: impl Into<O>, error: StepError) -> Self {
        let rest = Rest { caught: Some(error), shared: Object::new() };
        Self { to, output: output.into(), forgotten: &[], rest: Some(Box::new(rest)) }
    }

    /// The same with entries for what all scopes share (`GlobalConstructor`).
    #[must_use]
    pub fn sharing(mut self, shared: Object) -> Self {
        self.rest.get_or_insert_default().shared = shared;
        self
    }

    /// The same, after which nothing reads these keys of the scope's data any more.
    #[must_use]
    pub fn forgetting(self, forgotten: &'static [&'static str]) -> Self {
        Self { forgotten, ..self }
    }
}

/// What a step gives to its scope: an object, or entries that become part of one.
#[derive(Debug)]
pub enum StepOutput {
    /// An object.
    Object(Object),
    /// Entries with different keys.
    Entries(Vec<(&'static str, Value)>),
}

impl From<Object> for StepOutput {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<const N: usize> From<[(&'static str, Value); N]> for StepOutput {
    fn from(entries: [(&'static str, Value); N]) -> Self {
        Self::Entries(Vec::from(entries))
    }
}

impl StepOutput {
    /// Adds the entries to an object; later ones win.
    pub(crate) fn add_to(self, object: &mut Object) {
        match self {
            Self::Object(output) if object.is_empty() => *object = output,
            Self::Object(output) => object.extend(output),
            Self::Entries(entries) => {
                for (key, value) in entries {
                    object.insert(key.to_owned(), value);
                }
            }
        }
    }
}

impl Serialize for StepOutput {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(object) => object.serialize(serializer),
            Self::Entries(entries) => {
                let sorted: BTreeMap<_, _> = entries.iter().map(|(key, value)| (*key, value)).collect();
                sorted.serialize(serializer)
            }
        }
    }
}

/// What a step gives to a scope whose data it replaces.
pub trait Passes<A, L>: Serialize {
    /// The data that control goes on with, where it goes: what is given, without the keys that nothing reads any more.
    fn pass(self, to: Option<A>, forgotten: &[&str]) -> Result<L, StepError>;
}

impl<A> Passes<A, Self> for Value {
    fn pass(self, _: Option<A>, forgotten: &[&str]) -> Result<Self, StepError> {
        Ok(forget(self, forgotten))
    }
}

/// A value without some keys.
#[must_use]
pub fn forget(mut value: Value, keys: &[&str]) -> Value {
    if let Value::Object(object) = &mut value {
        for key in keys {
            object.remove(*key);
        }
    }
    value
}

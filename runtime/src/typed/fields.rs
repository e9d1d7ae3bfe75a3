//! Objects with known keys.

use std::collections::BTreeMap;

use super::{Misfit, Spot, Typed};
use crate::value::{Object, Value};

/// The keys of an object that is taken apart.
#[derive(Debug)]
pub struct Fields<'a> {
    object: Object,
    at: &'a Spot<'a>,
}

impl<'a> Fields<'a> {
    /// Those of a value that has to be an object.
    pub fn of(value: Value, at: &'a Spot<'a>) -> Result<Self, Misfit> {
        match value {
            Value::Object(object) => Ok(Self { object, at }),
            other => Err(Misfit::new(at, "an object", &other)),
        }
    }

    /// What stands under a key that has to be there.
    pub fn required<T: Typed>(&mut self, key: &str) -> Result<T, Misfit> {
        match self.object.remove(key) {
            Some(value) => T::from_json(value, &Spot::Key(self.at, key)),
            None => Err(Misfit::missing(self.at, key)),
        }
    }

    /// What stands under a key that may be missing.
    pub fn optional<T: Typed>(&mut self, key: &str) -> Result<Option<T>, Misfit> {
        self.object.remove(key).map(|value| T::from_json(value, &Spot::Key(self.at, key))).transpose()
    }

    /// The keys that were not asked for, as they are.
    #[must_use]
    pub fn others(self) -> Object {
        self.object
    }

    /// The keys that were not asked for, with values of one type.
    pub fn typed_others<T: Typed>(self) -> Result<BTreeMap<String, T>, Misfit> {
        BTreeMap::from_json(Value::Object(self.object), self.at)
    }

    /// All keys were asked for.
    pub fn close(self) -> Result<(), Misfit> {
        match self.object.keys().next() {
            Some(key) => Err(Misfit::unknown(self.at, key)),
            None => Ok(()),
        }
    }

    /// What was not asked for, as a value.
    #[must_use]
    pub fn rest(self) -> Value {
        Value::Object(self.object)
    }
}

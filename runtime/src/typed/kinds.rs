//! The types that are not generated.

use std::collections::BTreeMap;

use serde_json::Number;

use super::{Misfit, Spot, Typed};
use crate::value::{Object, Value};

impl Typed for Value {
    fn from_json(value: Value, _: &Spot<'_>) -> Result<Self, Misfit> {
        Ok(value)
    }
}

impl Typed for Object {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        match value {
            Value::Object(object) => Ok(object),
            other => Err(Misfit::new(at, "an object", &other)),
        }
    }
}

impl Typed for bool {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        match value {
            Value::Bool(flag) => Ok(flag),
            other => Err(Misfit::new(at, "true or false", &other)),
        }
    }
}

impl Typed for i64 {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        value.as_i64().ok_or_else(|| Misfit::new(at, "a whole number from -2⁶³ to 2⁶³ - 1", &value))
    }
}

impl Typed for u64 {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        value.as_u64().ok_or_else(|| Misfit::new(at, "a whole number from 0 to 2⁶⁴ - 1", &value))
    }
}

impl Typed for i128 {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        let whole = value.as_i64().map(Self::from).or_else(|| value.as_u64().map(Self::from));
        whole.ok_or_else(|| Misfit::new(at, "a whole number", &value))
    }
}

impl Typed for f64 {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        value.as_f64().ok_or_else(|| Misfit::new(at, "a number", &value))
    }
}

impl Typed for Number {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        match value {
            Value::Number(number) => Ok(number),
            other => Err(Misfit::new(at, "a number", &other)),
        }
    }
}

impl Typed for String {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(Misfit::new(at, "text", &other)),
        }
    }
}

impl<T: Typed> Typed for Option<T> {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        match value {
            Value::Null => Ok(None),
            value => T::from_json(value, at).map(Some),
        }
    }
}

impl<T: Typed> Typed for Vec<T> {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        match value {
            Value::Array(items) => {
                let items = items.into_iter().enumerate();
                items.map(|(index, item)| T::from_json(item, &Spot::Index(at, index))).collect()
            }
            other => Err(Misfit::new(at, "an array", &other)),
        }
    }
}

impl<T: Typed> Typed for Box<T> {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        T::from_json(value, at).map(Self::new)
    }
}

impl<T: Typed> Typed for BTreeMap<String, T> {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        let entries = Object::from_json(value, at)?.into_iter();
        let entries = entries.map(|(key, item)| {
            let item = T::from_json(item, &Spot::Key(at, &key))?;
            Ok((key, item))
        });
        entries.collect()
    }
}

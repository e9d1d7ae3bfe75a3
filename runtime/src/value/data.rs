//! The input of a scope or a step: objects laid over each other, borrowed.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{Object, Value};

/// An object that consists of layers; a key of an upper layer hides the same key below.
///
/// An iteration's input is its item laid over the input of the foreach step, and a step without mappings reads its
/// scope's data laid over its scope's input. Nothing is copied until somebody asks for the whole.
#[derive(Debug, Clone, Copy)]
pub struct Data<'a> {
    own: &'a Object,
    below: Option<&'a Data<'a>>,
}

impl<'a> Data<'a> {
    /// One layer.
    #[inline]
    pub const fn new(own: &'a Object) -> Self {
        Self { own, below: None }
    }

    /// `own` laid over `below`.
    #[inline]
    pub const fn over(own: &'a Object, below: &'a Data<'a>) -> Self {
        Self { own, below: Some(below) }
    }

    /// The value under `key`.
    #[inline]
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        let mut layer = *self;
        loop {
            match (layer.own.get(key), layer.below) {
                (Some(value), _) => return Some(value),
                (None, Some(below)) => layer = *below,
                (None, None) => return None,
            }
        }
    }

    /// The uppermost layer.
    #[inline]
    pub const fn own(&self) -> &'a Object {
        self.own
    }

    /// The layers as one object.
    pub fn to_object(&self) -> Object {
        match self.below {
            None => self.own.clone(),
            Some(below) if self.own.is_empty() => below.to_object(),
            Some(below) => {
                let mut object = below.to_object();
                object.extend(self.own.iter().map(|(key, value)| (key.clone(), value.clone())));
                object
            }
        }
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut merged = std::collections::BTreeMap::new();
        let mut layer = Some(self);
        while let Some(data) = layer {
            for (key, value) in data.own {
                merged.entry(key).or_insert(value);
            }
            layer = data.below;
        }
        let mut map = serializer.serialize_map(Some(merged.len()))?;
        for (key, value) in merged {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

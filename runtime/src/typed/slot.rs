//! A key of a scope's data.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Misfit, Spot, Typed, Unreadable};
use crate::{context::Payload, value::Value};

/// What stands under a key of a scope's data: nothing, data of the key's type, or what was kept under another type and
/// does not fit.
#[derive(Debug, Clone, Default)]
pub enum Slot<T> {
    /// The key is not there.
    #[default]
    Absent,
    /// Data.
    Held(T),
    /// JSON that was kept when the key had another type.
    Misfit(Box<(Value, Misfit)>),
}

impl<T> Slot<T> {
    /// Whether the key is not there.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The data.
    #[inline]
    pub const fn get(&self) -> Option<&T> {
        match self {
            Self::Held(data) => Some(data),
            Self::Absent | Self::Misfit(_) => None,
        }
    }

    /// Moves the data out; the key is not there any more.
    #[inline]
    pub fn take(&mut self) -> Option<T> {
        std::mem::take(self).into_option()
    }

    /// The data.
    #[inline]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Held(data) => Some(data),
            Self::Absent | Self::Misfit(_) => None,
        }
    }

    /// What to say of a key that was kept under another type.
    pub fn unreadable(&self, key: &'static str) -> Option<Unreadable<'_>> {
        match self {
            Self::Misfit(kept) => Some(Unreadable { key, misfit: &kept.1 }),
            Self::Absent | Self::Held(_) => None,
        }
    }

    /// Takes up what a step gives: nothing leaves it as it is.
    #[inline]
    pub fn take_up(&mut self, given: Self) {
        if !given.is_absent() {
            *self = given;
        }
    }
}

impl<T: Serialize> Serialize for Slot<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_unit(),
            Self::Held(data) => data.serialize(serializer),
            Self::Misfit(misfit) => misfit.0.serialize(serializer),
        }
    }
}

impl<'de, T: Typed> Deserialize<'de> for Slot<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(match T::from_json(value.clone(), &Spot::Root) {
            Ok(data) => Self::Held(data),
            Err(misfit) => Self::Misfit(Box::new((value, misfit))),
        })
    }
}

/// What a step gives to a scope whose keys are known.
pub trait Gives<L>: Serialize {
    /// Adds it to the data.
    fn give(self, data: &mut L);
}

/// The data of a scope whose keys are known.
pub trait Slots: Payload + Default {
    /// Drops what stands under a key, which nothing reads any more.
    fn forget(&mut self, key: &str);
    /// A key that was kept under another type.
    fn unreadable(&self) -> Option<Unreadable<'_>>;
}

//! Which kinds of JSON a value can be.

use super::{Expanded, Shape};

/// Kinds of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NULL: Self = Self(1);
    pub(crate) const BOOL: Self = Self(2);
    pub(crate) const NUMBER: Self = Self(4);
    pub(crate) const TEXT: Self = Self(8);
    pub(crate) const ARRAY: Self = Self(16);
    pub(crate) const OBJECT: Self = Self(32);
    pub(crate) const ALL: Self = Self(63);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What a value of these kinds is: "a number", "a text or null".
    pub(crate) fn words(self) -> String {
        let all = [
            (Self::BOOL, "a boolean"),
            (Self::NUMBER, "a number"),
            (Self::TEXT, "a text"),
            (Self::ARRAY, "an array"),
            (Self::OBJECT, "an object"),
            (Self::NULL, "null"),
        ];
        let words = all.into_iter().filter(|(kind, _)| !self.and(*kind).is_none()).map(|(_, word)| word);
        words.collect::<Vec<_>>().join(" or ")
    }

    pub(crate) fn is_none(self) -> bool {
        self == Self::NONE
    }
}

impl Shape {
    /// The kinds that the value can be.
    pub(crate) fn kinds(&self, names: &Expanded) -> Kinds {
        self.alternatives().iter().fold(Kinds::NONE, |all, shape| all.or(shape.kind(names)))
    }

    /// The kind of one that is no `OneOf`.
    pub(super) fn kind(&self, names: &Expanded) -> Kinds {
        match self.bare(names) {
            Self::Never => Kinds::NONE,
            Self::Any | Self::OneOf(_) | Self::Named(_) => Kinds::ALL,
            Self::Null => Kinds::NULL,
            Self::Bool => Kinds::BOOL,
            Self::Integer(..) | Self::Number => Kinds::NUMBER,
            Self::Text(_) | Self::Timestamp => Kinds::TEXT,
            Self::Array(_) => Kinds::ARRAY,
            Self::Object(_) => Kinds::OBJECT,
        }
    }
}

//! What is known of data before a flow runs.

mod expanded; // what is behind the names of types
mod join; // what is known of a value that is one or the other
mod kinds; // which kinds of JSON a value can be
mod look; // where paths lead
mod misfit; // what surely does not fit
mod text; // for people

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::rc::Rc;

pub(crate) use expanded::Expanded;
pub(crate) use join::Deepest;
pub(crate) use kinds::Kinds;
pub(crate) use look::{Found, Lost, Presence};
pub(crate) use misfit::{Misfit, Reason};
pub(crate) use text::camel;

use super::declared::TypeId;

/// What is known of a value. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// There is no value: no way leads here, or the key never exists.
    Never,
    /// Nothing is known.
    Any,
    Null,
    Bool,
    /// A whole number from the one to the other, both included.
    Integer(i128, i128),
    Number,
    /// Text: one of these, or any.
    Text(Option<Rc<[String]>>),
    /// Text that is an instant as RFC 3339 writes it.
    Timestamp,
    Array(Rc<Shape>),
    Object(Rc<Record>),
    /// A declared type.
    Named(TypeId),
    /// One of several, each of another kind of JSON; none of them is `Never`, `Any` or `OneOf`.
    OneOf(Rc<[Shape]>),
}

/// The keys of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) fields: BTreeMap<Rc<str>, Field>,
    /// What keys hold that are not among the fields: `Never` where there are none, `Any` where nobody knows.
    pub(crate) others: Shape,
}

/// A key of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) shape: Shape,
    /// Whether it is there, whatever way was taken.
    pub(crate) always: bool,
}

/// Longer texts are only known to be texts.
const LONGEST: usize = 64;

impl Shape {
    /// Any text.
    pub(crate) const TEXT: Self = Self::Text(None);

    /// A whole number that counts something.
    pub(crate) const COUNT: Self = Self::Integer(0, i64::MAX as i128);

    /// This text.
    pub(crate) fn constant(text: &str) -> Self {
        Self::Text((text.len() <= LONGEST).then(|| [text.to_owned()].into()))
    }

    /// An array of such elements; `Never` where it has none.
    pub(crate) fn array(of: Self) -> Self {
        Self::Array(Rc::new(of))
    }

    /// An object that always has these keys, and no others.
    pub(crate) fn object<K: Into<Rc<str>>>(fields: impl IntoIterator<Item = (K, Self)>) -> Self {
        let fields = fields.into_iter().map(|(key, shape)| (key.into(), Field { shape, always: true }));
        Self::record(fields.collect(), Self::Never)
    }

    /// An object with whatever keys.
    pub(crate) fn open() -> Self {
        Self::record(BTreeMap::new(), Self::Any)
    }

    /// An object without keys.
    pub(crate) fn empty() -> Self {
        Self::record(BTreeMap::new(), Self::Never)
    }

    pub(crate) fn record(fields: BTreeMap<Rc<str>, Field>, others: Self) -> Self {
        Self::Object(Rc::new(Record { fields, others }))
    }

    /// The shapes that it is one of.
    pub(crate) fn alternatives(&self) -> &[Self] {
        match self {
            Self::OneOf(shapes) => shapes,
            one => std::slice::from_ref(one),
        }
    }

    /// The same without its name.
    pub(crate) fn bare<'s>(&'s self, names: &'s Expanded) -> &'s Self {
        match self {
            Self::Named(id) => names.get(*id),
            shape => shape,
        }
    }

    /// What it is where it is an object; nothing where it never is.
    pub(crate) fn as_object(&self, names: &Expanded) -> Option<Self> {
        self.alternatives().iter().find_map(|shape| match shape.bare(names) {
            Self::Any => Some(Self::open()),
            Self::Object(_) => Some(shape.clone()),
            _ => None,
        })
    }

    /// The keys of an object.
    pub(crate) fn fields<'s>(&'s self, names: &'s Expanded) -> Option<&'s Record> {
        match self.bare(names) {
            Self::Object(record) => Some(record),
            _ => None,
        }
    }

    /// What the elements of an array are; `Never` where it is none.
    pub(crate) fn elements(&self, names: &Expanded) -> Self {
        self.alternatives().iter().fold(Self::Never, |all, shape| match shape {
            Self::Any => Self::Any,
            Self::Array(of) => all.join(of, names),
            _ => all,
        })
    }

    /// Makes `Any` of keys without a value.
    pub(crate) fn settle(&mut self) {
        if !self.is_settled() {
            *self = self.settled();
        }
    }

    fn is_settled(&self) -> bool {
        match self {
            Self::Array(of) => of.is_settled(),
            Self::Object(record) => {
                record.fields.values().all(|field| !field.shape.is_never() && field.shape.is_settled())
                    && record.others.is_settled()
            }
            Self::OneOf(shapes) => shapes.iter().all(Self::is_settled),
            _ => true,
        }
    }

    fn settled(&self) -> Self {
        match self {
            Self::Array(of) => Self::array(of.settled()),
            Self::Object(record) => {
                let fields = record.fields.iter().map(|(key, field)| {
                    let shape = if field.shape.is_never() { Self::Any } else { field.shape.settled() };
                    (key.clone(), Field { shape, always: field.always })
                });
                Self::record(fields.collect(), record.others.settled())
            }
            Self::OneOf(shapes) => Self::OneOf(shapes.iter().map(Self::settled).collect()),
            shape => shape.clone(),
        }
    }

    /// Whether nothing leads here.
    pub(crate) fn is_never(&self) -> bool {
        *self == Self::Never
    }
}

//! Where paths lead.

use super::{Expanded, Shape};
use crate::ir::Segment;

/// Where a path leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// What is there, where there is something.
    pub(crate) shape: Shape,
    /// Whether there is.
    pub(crate) presence: Presence,
    /// Where that is lost, if there may be nothing.
    pub(crate) lost: Option<Lost>,
}

/// Whether a path leads to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Presence {
    Always,
    /// Nobody knows.
    Unknown,
    /// By some ways that lead here, but not by others; or a declared key need not be there.
    Maybe,
    Never,
}

/// The place in a path where there may be nothing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lost {
    /// The segment.
    pub(crate) at: usize,
    /// What it is looked for in.
    pub(crate) of: Shape,
    pub(crate) presence: Presence,
}

impl Shape {
    /// Where a path leads from here.
    pub(crate) fn find(&self, segments: &[Segment], names: &Expanded) -> Found {
        let mut found = Found { shape: self.clone(), presence: Presence::Always, lost: None };
        let mut each = false;
        for (at, segment) in segments.iter().enumerate() {
            let here = std::mem::replace(&mut found.shape, Self::Never);
            let (shape, presence) = match segment {
                Segment::Key(key) => here.key(key, names),
                Segment::Index(_) => here.index(names),
                Segment::Each => {
                    found.shape = here.elements(names);
                    each = true;
                    continue;
                }
            };
            found.shape = shape;
            if presence >= Presence::Maybe && found.lost.as_ref().is_none_or(|lost| lost.presence < presence) {
                found.lost = Some(Lost { at, of: here, presence });
            }
            if !each {
                found.presence = found.presence.max(presence);
            }
            if presence == Presence::Never {
                break;
            }
        }
        if each || segments.contains(&Segment::Each) {
            // What has no elements, or elements without the key, gives an array all the same.
            found.shape = Self::array(found.shape);
            found.presence = Presence::Always;
        }
        found
    }

    /// What is under a key.
    pub(crate) fn key(&self, key: &str, names: &Expanded) -> (Self, Presence) {
        self.all(names, |shape| match shape {
            Self::Object(record) => match record.fields.get(key) {
                Some(field) if field.always => (field.shape.clone(), Presence::Always),
                Some(field) => (field.shape.clone(), Presence::Maybe),
                None if record.others.is_never() => (Self::Never, Presence::Never),
                None => (record.others.clone(), Presence::Unknown),
            },
            _ => (Self::Never, Presence::Never),
        })
    }

    /// An element of an array.
    fn index(&self, names: &Expanded) -> (Self, Presence) {
        self.all(names, |shape| match shape {
            Self::Array(of) if !of.is_never() => ((**of).clone(), Presence::Unknown),
            _ => (Self::Never, Presence::Never),
        })
    }

    /// What is found in each alternative.
    fn all(&self, names: &Expanded, find: impl Fn(&Self) -> (Self, Presence)) -> (Self, Presence) {
        let mut all: Option<(Self, Presence)> = None;
        for shape in self.alternatives() {
            let (shape, presence) = match shape.bare(names) {
                Self::Never => continue,
                Self::Any => (Self::Any, Presence::Unknown),
                shape => find(shape),
            };
            all = Some(match all {
                None => (shape, presence),
                Some((known, before)) => (known.join(&shape, names), before.or(presence)),
            });
        }
        all.unwrap_or((Self::Never, Presence::Always))
    }
}

impl Presence {
    /// Where it is the one or the other.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Never | Self::Maybe, _) | (_, Self::Never | Self::Maybe) => Self::Maybe,
            _ => Self::Unknown,
        }
    }
}

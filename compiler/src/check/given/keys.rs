//! Which keys an object can have before a flow runs.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::ir::{Output, Template};

/// The keys that an object can have. Clones share their names.
#[derive(Debug, Clone)]
pub(super) enum Keys<'a> {
    /// Nobody knows.
    Any,
    /// No others than these.
    Only(Vec<Rc<BTreeSet<&'a str>>>),
}

impl<'a> Keys<'a> {
    /// No keys.
    pub(super) fn none() -> Self {
        Self::Only(Vec::new())
    }

    /// These keys.
    pub(super) fn of(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Only(vec![Rc::new(names.into_iter().collect())])
    }

    /// The keys of what a template makes.
    pub(super) fn of_template(template: &'a Template) -> Self {
        match template {
            Template::Object(entries) => Self::of(entries.iter().map(|(key, _)| key.as_str())),
            _ => Self::Any,
        }
    }

    /// The keys of an output that is made by mappings or empty; none where it is something else.
    pub(super) fn of_output(output: &'a Output) -> Option<Self> {
        match output {
            Output::Template(template) => Some(Self::of_template(template)),
            Output::Empty => Some(Self::none()),
            Output::Result | Output::Input => None,
        }
    }

    /// The keys of both.
    pub(super) fn with(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Only(own), Self::Only(others)) => Self::Only(own.iter().chain(others).cloned().collect()),
            _ => Self::Any,
        }
    }

    /// The keys of all, held together.
    pub(super) fn union(all: impl IntoIterator<Item = Self>) -> Self {
        let mut names = BTreeSet::new();
        for keys in all {
            match keys {
                Self::Any => return Self::Any,
                Self::Only(sets) => names.extend(sets.iter().flat_map(|set| set.iter().copied())),
            }
        }
        Self::of(names)
    }

    /// Whether an object can have this key.
    pub(super) fn may_have(&self, key: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Only(sets) => sets.iter().any(|set| set.contains(key)),
        }
    }

    /// Whether the key is known to be one that something gives.
    pub(super) fn has(&self, key: &str) -> bool {
        matches!(self, Self::Only(_)) && self.may_have(key)
    }

    /// How many names there are; some may be counted twice.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Any => 0,
            Self::Only(sets) => sets.iter().map(|set| set.len()).sum(),
        }
    }

    /// The names, where they are known.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        let sets = match self {
            Self::Any => &[][..],
            Self::Only(sets) => sets.as_slice(),
        };
        sets.iter().flat_map(|set| set.iter().copied())
    }
}

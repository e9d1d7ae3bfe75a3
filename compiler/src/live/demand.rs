//! What is read of a value, as far as keys go.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::ir::Segment;

/// How deep keys are told apart: a loop may put its data into itself.
const DEEPEST: usize = 6;

/// How many keys are told apart in one demand, so that a step costs no more in a long definition than in a short one.
const MOST: usize = 256;

/// What is read of a value. Clones share their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Demand<'a> {
    /// All of it, or so much that the keys are not told apart.
    All,
    /// Of an object, what is below these keys. Without any key nothing is read; below a key that is looked for, but
    /// whose value goes nowhere, nothing is read either.
    Keys(Rc<Keys<'a>>),
}

/// The keys that are read of an object.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Keys<'a> {
    entries: BTreeMap<&'a str, Demand<'a>>,
    /// How many keys there are, with those below them.
    count: usize,
    /// How many levels of keys there are.
    depth: usize,
}

impl<'a> Keys<'a> {
    /// Each key with what is read below it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'a str, &Demand<'a>)> {
        self.entries.iter().map(|(key, below)| (*key, below))
    }
}

impl Default for Demand<'_> {
    fn default() -> Self {
        Self::none()
    }
}

impl<'a> Demand<'a> {
    /// Nothing is read.
    pub(crate) fn none() -> Self {
        Self::Keys(Rc::default())
    }

    /// What is read of an object by a path to a value of which `below` is read. Elements of arrays are not told apart.
    pub(crate) fn at(segments: &'a [Segment], below: Self) -> Self {
        let keys = segments.iter().map_while(|segment| match segment {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) | Segment::Each => None,
        });
        let keys: Vec<_> = keys.take(DEEPEST + 1).collect();
        let below = if keys.len() < segments.len() { Self::All } else { below };
        keys.into_iter().rev().fold(below, |below, key| Self::of_entries(BTreeMap::from([(key, below)])))
    }

    /// Whether nothing is read.
    pub(crate) fn is_none(&self) -> bool {
        matches!(self, Self::Keys(keys) if keys.entries.is_empty())
    }

    /// Whether the key of an object is read.
    pub(crate) fn reads(&self, key: &str) -> bool {
        match self {
            Self::All => true,
            Self::Keys(keys) => keys.entries.contains_key(key),
        }
    }

    /// What is read below a key of an object.
    pub(crate) fn below(&self, key: &str) -> Self {
        match self {
            Self::All => Self::All,
            Self::Keys(keys) => keys.entries.get(key).cloned().unwrap_or_default(),
        }
    }

    /// What is read of the elements of an array.
    pub(crate) fn of_elements(&self) -> Self {
        if self.is_none() { Self::none() } else { Self::All }
    }

    /// What is read of an object where it does not stand under some other one that has these keys.
    pub(crate) fn without(&self, known: impl Fn(&str) -> bool) -> Self {
        match self {
            Self::Keys(keys) if keys.entries.keys().any(|key| known(key)) => {
                let others = keys.entries.iter().filter(|(key, _)| !known(key));
                Self::of_entries(others.map(|(key, below)| (*key, below.clone())).collect())
            }
            _ => self.clone(),
        }
    }

    /// What is read here or there.
    pub(crate) fn or(&self, other: &Self) -> Self {
        if self.covers(other) {
            return self.clone();
        }
        let (Self::Keys(own), Self::Keys(others)) = (self, other) else { return Self::All };
        if own.entries.is_empty() {
            return other.clone();
        }
        let mut all = own.entries.clone();
        for (key, below) in others.iter() {
            all.entry(key).and_modify(|known| *known = known.or(below)).or_insert_with(|| below.clone());
        }
        Self::of_entries(all)
    }

    /// Whether nothing is read there that is not read here.
    fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All, _) => true,
            (Self::Keys(_), Self::All) => false,
            (Self::Keys(own), Self::Keys(others)) => {
                Rc::ptr_eq(own, others)
                    || others.iter().all(|(key, below)| own.entries.get(key).is_some_and(|known| known.covers(below)))
            }
        }
    }

    fn of_entries(mut entries: BTreeMap<&'a str, Self>) -> Self {
        for below in entries.values_mut() {
            *below = below.cut(DEEPEST - 1);
        }
        let count = entries.values().map(|below| 1 + below.count()).sum();
        if count > MOST {
            return Self::All;
        }
        let depth = entries.values().map(|below| 1 + below.depth()).max().unwrap_or(0);
        Self::Keys(Rc::new(Keys { entries, count, depth }))
    }

    /// The same without telling apart what is deeper than so many levels.
    fn cut(&self, depth: usize) -> Self {
        match self {
            Self::Keys(keys) if keys.depth > depth => {
                let Some(below) = depth.checked_sub(1) else { return Self::All };
                Self::of_entries(keys.entries.iter().map(|(key, item)| (*key, item.cut(below))).collect())
            }
            _ => self.clone(),
        }
    }

    fn count(&self) -> usize {
        match self {
            Self::All => 0,
            Self::Keys(keys) => keys.count,
        }
    }

    fn depth(&self) -> usize {
        match self {
            Self::All => 0,
            Self::Keys(keys) => keys.depth,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &[&'static str]) -> Demand<'static> {
        Demand::of_entries(names.iter().map(|name| (*name, Demand::All)).collect())
    }

    fn segments(path: &str) -> Vec<Segment> {
        let segment = |text: &str| if text == "*" { Segment::Each } else { Segment::Key(text.to_owned()) };
        path.split('.').map(segment).collect()
    }

    #[test]
    fn a_path_reads_its_keys_down_to_an_array() {
        let path = segments("a.b.*.c");
        let read = Demand::at(&path, Demand::none());
        assert!(read.reads("a") && !read.reads("b"));
        assert_eq!(read.below("a"), keys(&["b"]));
        assert!(Demand::at(&path[..2], Demand::none()).below("a").below("b").is_none());
    }

    #[test]
    fn what_is_read_in_two_places_is_read() {
        assert_eq!(keys(&["a"]).or(&keys(&["b"])), keys(&["a", "b"]));
        assert_eq!(keys(&["a"]).or(&Demand::All), Demand::All);
        let (one, two) = (segments("a.b"), segments("a.c"));
        let both = Demand::at(&one, Demand::All).or(&Demand::at(&two, Demand::All));
        assert_eq!(both.below("a"), keys(&["b", "c"]));
        assert_eq!(both.without(|key| key == "a"), Demand::none());
    }

    #[test]
    fn keys_are_told_apart_up_to_a_bound() {
        let names: Vec<String> = (0..=MOST).map(|number| number.to_string()).collect();
        let entries = |count: usize| names[..count].iter().map(|name| (name.as_str(), Demand::All)).collect();
        assert!(!Demand::of_entries(entries(MOST)).reads("none"));
        assert_eq!(Demand::of_entries(entries(MOST + 1)), Demand::All);

        let deep = segments(&vec!["a"; 100].join("."));
        let mut read = Demand::at(&deep, Demand::none());
        for _ in 0..DEEPEST {
            assert!(read.reads("a") && !read.reads("b"));
            read = read.below("a");
        }
        assert_eq!(read, Demand::All);
    }
}

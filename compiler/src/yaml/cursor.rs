//! Hands out the known keys of a mapping; what is left over, nobody knows.

use super::{Entry, Node, NodeKind};
use crate::diagnostics::{Change, Code, Diagnostic, Diagnostics, guess, list, nearest};
use crate::source::Span;

/// A key that another language, or an older form of this one, has where this one has `own`, if anything.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Foreign {
    key: &'static str,
    own: &'static str,
    /// What to write, where that is not just the other key.
    help: Option<&'static str>,
}

impl Foreign {
    /// A key that only has another name.
    pub(crate) const fn renamed(key: &'static str, own: &'static str) -> Self {
        Self { key, own, help: None }
    }

    /// A key for which something else is written.
    pub(crate) const fn replaced(key: &'static str, own: &'static str, help: &'static str) -> Self {
        Self { key, own, help: Some(help) }
    }

    /// A key for which there is none here.
    pub(crate) const fn elsewhere(key: &'static str, help: &'static str) -> Self {
        Self { key, own: "", help: Some(help) }
    }

    fn help(&self) -> String {
        self.help.map_or_else(|| format!("write `{}`", self.own), str::to_owned)
    }

    /// Proposes the other name. What is no constant is most likely to be written otherwise, too.
    fn rename(&self, entry: &Entry, found: &mut Diagnostic) {
        let change = Change::Word { span: entry.key_span, from: entry.key.clone(), to: self.own.to_owned() };
        if entry.value.is_constant() {
            found.mend(change)
        } else {
            found.propose(change)
        };
    }
}

/// The keys of a mapping while they are read.
pub(crate) struct Cursor<'a> {
    /// What the mapping is, with an article: "a `wait` step".
    what: String,
    entries: &'a [Entry],
    head: Span,
    known: Vec<&'static str>,
    /// Keys that are known, but are not to be proposed.
    refused: Vec<&'static str>,
    foreign: Vec<Foreign>,
    /// Keys that are known to have no effect.
    ignored: Vec<&'a str>,
}

impl<'a> Cursor<'a> {
    /// Starts to read a mapping; reports a value that is none.
    pub(crate) fn new(node: &'a Node, what: impl Into<String>, diags: &mut Diagnostics) -> Option<Self> {
        let what = what.into();
        match &node.kind {
            NodeKind::Mapping(entries) => {
                let head = node.head();
                let (known, refused, foreign, ignored) = Default::default();
                Some(Self { what, entries, head, known, refused, foreign, ignored })
            }
            _ => {
                let message = format!("expected {what}, found {}", node.describe());
                diags.report(Code::WrongType, node.head(), message).label("expected a mapping");
                None
            }
        }
    }

    /// Says more exactly what the mapping is.
    pub(crate) fn rename(&mut self, what: impl Into<String>) {
        self.what = what.into();
    }

    /// Knows keys that may be written by habit.
    pub(crate) fn foreign(&mut self, keys: &[Foreign]) {
        self.foreign.extend(keys);
    }

    /// Takes keys that have no effect.
    pub(crate) fn ignore(&mut self, is_ignored: impl Fn(&str) -> bool) -> Vec<&'a Entry> {
        let entries: Vec<_> = self.entries.iter().filter(|entry| is_ignored(&entry.key)).collect();
        self.ignored.extend(entries.iter().map(|entry| entry.key.as_str()));
        entries
    }

    /// What the mapping is, with an article.
    pub(crate) fn what(&self) -> &str {
        &self.what
    }

    /// What findings about the whole mapping show.
    pub(crate) fn head(&self) -> Span {
        self.head
    }

    /// The entry of a key that need not be there.
    pub(crate) fn entry(&mut self, key: &'static str) -> Option<&'a Entry> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The entry of a key that is read only to be refused.
    pub(crate) fn refused(&mut self, key: &'static str) -> Option<&'a Entry> {
        self.refused.push(key);
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The value of a key that need not be there.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The value of a key that need not be there; null is as good as nothing.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<&'a Node> {
        self.take(key).filter(|node| !node.is_null())
    }

    /// The value of a key that must be there; reports it missing, unless it seems to be misspelt.
    pub(crate) fn require(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<&'a Node> {
        let value = self.take(key);
        if value.is_none() && self.lacks([key]) {
            self.missing(key, diags);
        }
        value
    }

    /// The value of a key that must be there, or else of one that seems to be it, which is reported as unknown.
    pub(crate) fn require_alike(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<&'a Node> {
        let value = self.require(key, diags);
        value.or_else(|| self.alike(key).map(|entry| &entry.value))
    }

    fn alike(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| nearest(&entry.key, [key]).is_some())
    }

    /// Whether a mapping has none of some keys, not even misspelt; null is as good as nothing.
    pub(crate) fn lacks<const N: usize>(&self, keys: [&str; N]) -> bool {
        let foreign = |key: &str| self.foreign.iter().any(|it| it.key == key && keys.contains(&it.own));
        let empty = |entry: &Entry| keys.contains(&entry.key.as_str()) && entry.value.is_null();
        let meant = |entry: &Entry| !empty(entry) && (nearest(&entry.key, keys).is_some() || foreign(&entry.key));
        !self.entries.iter().any(meant)
    }

    /// Reports that one of two keys must be there, unless one seems to be misspelt; what is returned takes help.
    pub(crate) fn miss_either<'d>(&self, keys: [&str; 2], diags: &'d mut Diagnostics) -> Option<&'d mut Diagnostic> {
        let [one, other] = keys;
        let message = format_args!("{} needs the key `{one}` or the key `{other}`", self.what);
        self.lacks(keys).then(|| diags.report(Code::MissingKey, self.head, message).label("both are missing here"))
    }

    /// The value of a key without which the other keys cannot be judged; reports it missing in any case.
    pub(crate) fn require_first(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<&'a Node> {
        let value = self.take(key);
        if value.is_none() {
            let misspelt = self.alike(key);
            let found = self.missing(key, diags);
            if let Some(entry) = misspelt {
                found.also(entry.key_span, format_args!("did you mean `{key}`?"));
            }
        }
        value
    }

    fn missing<'d>(&self, key: &str, diags: &'d mut Diagnostics) -> &'d mut Diagnostic {
        diags
            .report(Code::MissingKey, self.head, format_args!("{} needs the key `{key}`", self.what))
            .label(format_args!("`{key}` is missing here"))
    }

    /// Reports the keys that nobody asked for.
    pub(crate) fn finish(self, diags: &mut Diagnostics) {
        self.finish_as(Code::UnknownKey, diags);
    }

    /// Reports the keys that nobody asked for under another code.
    pub(crate) fn finish_as(self, code: Code, diags: &mut Diagnostics) {
        let read = |key: &str| self.known.contains(&key) || self.refused.contains(&key) || self.ignored.contains(&key);
        let mut unknown = self.entries.iter().filter(|entry| !read(&entry.key)).peekable();
        if unknown.peek().is_none() {
            return;
        }
        let mut left = self.known.clone();
        left.retain(|key| !self.entries.iter().any(|entry| entry.key == *key));
        for entry in unknown {
            let near = guess(&entry.key, left.iter().copied());
            let foreign = self.foreign.iter().find(|foreign| foreign.key == entry.key);
            let message = format_args!("{} has no key `{}`", self.what, entry.key);
            let found = diags.report(code, entry.key_span, message).label("not known here");
            match (foreign, near) {
                (Some(foreign), _) => {
                    found.help(foreign.help());
                    if foreign.help.is_none() && left.contains(&foreign.own) {
                        foreign.rename(entry, found);
                    }
                }
                (None, Some(near)) => {
                    found.meant(entry.key_span, &entry.key, &near);
                }
                (None, None) => {
                    found.help(format_args!("known here: {}", list(self.known.iter().copied())));
                }
            }
        }
    }
}

//! Hands out the known keys of a mapping; what is left over, nobody knows.

use super::{Entry, Node, NodeKind};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, list, nearest};
use crate::source::Span;

/// The keys of a mapping while they are read.
pub(crate) struct Cursor<'a> {
    /// What the mapping is, with an article: "a `wait` step".
    what: String,
    entries: &'a [Entry],
    head: Span,
    known: Vec<&'static str>,
    /// Keys that are known, but are not to be proposed.
    refused: Vec<&'static str>,
}

impl<'a> Cursor<'a> {
    /// Starts to read a mapping; reports a value that is none.
    pub(crate) fn new(node: &'a Node, what: impl Into<String>, diags: &mut Diagnostics) -> Option<Self> {
        let what = what.into();
        match &node.kind {
            NodeKind::Mapping(entries) => {
                Some(Self { what, entries, head: node.head(), known: Vec::new(), refused: Vec::new() })
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

    /// The value of a key that must be there; reports it missing, unless it seems to be misspelt.
    pub(crate) fn require(&mut self, key: &'static str, diags: &mut Diagnostics) -> Option<&'a Node> {
        let value = self.take(key);
        let misspelt = || self.entries.iter().any(|entry| nearest(&entry.key, [key]).is_some());
        if value.is_none() && !misspelt() {
            self.missing(key, diags);
        }
        value
    }

    /// Whether a mapping has neither of two keys, not even misspelt.
    pub(crate) fn lacks(&self, keys: [&str; 2]) -> bool {
        !self.entries.iter().any(|entry| nearest(&entry.key, keys).is_some())
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
            let misspelt = self.entries.iter().find(|entry| nearest(&entry.key, [key]).is_some());
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
        let read = |key: &str| self.known.contains(&key) || self.refused.contains(&key);
        let mut unknown = self.entries.iter().filter(|entry| !read(&entry.key)).peekable();
        if unknown.peek().is_none() {
            return;
        }
        let mut left = self.known.clone();
        left.retain(|key| !self.entries.iter().any(|entry| entry.key == *key));
        for entry in unknown {
            let near = nearest(&entry.key, left.iter().copied());
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known here: {}", list(self.known.iter().copied())),
            };
            diags
                .report(code, entry.key_span, format_args!("{} has no key `{}`", self.what, entry.key))
                .label("not known here")
                .help(help);
        }
    }
}

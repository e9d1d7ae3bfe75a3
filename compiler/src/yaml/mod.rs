//! Text to a tree with spans. Afterwards keys are unique, and depth and size are within bounds.

mod bare;
mod blanks;
mod build;
mod cursor;
mod events;
mod offsets;
mod scalar;
mod tabs;

#[cfg(test)]
mod oracle;

pub(crate) use build::{read, read_any};
pub(crate) use cursor::{Cursor, Foreign};
pub(crate) use offsets::Offsets;
pub(crate) use scalar::is_plain;

use crate::ir::Constant;
use crate::source::Span;

/// How a definition begins, in either dialect.
pub(crate) const HOW_TO_BEGIN: &str = "a definition begins with `version: v1`, `type: flow` and `steps:`, or with `Type: StateMachine`, \
                            `SpecVersion: v1`, `StartAt:` and `States:`";

/// A value in the tree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) kind: NodeKind,
    /// From the first to the last character, without the tag.
    pub(crate) span: Span,
    pub(crate) tag: Option<Tag>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NodeKind {
    Scalar(Scalar),
    Sequence(Vec<Node>),
    Mapping(Vec<Entry>),
}

/// A scalar: its text after unescaping, not yet typed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scalar {
    pub(crate) text: String,
    pub(crate) style: Style,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// `|` or `>`
    Block,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_span: Span,
    pub(crate) value: Node,
}

/// A tag as it is written: `!Ref`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tag {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Node {
    /// Null, which stands where a value could not be read.
    fn null(span: Span) -> Self {
        Self { kind: NodeKind::Scalar(Scalar { text: String::new(), style: Style::Plain }), span, tag: None }
    }

    /// The text of a scalar that is text by its type.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar(scalar) if matches!(self.scalar(), Some(Constant::Text(_))) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The typed value of a scalar.
    pub(crate) fn scalar(&self) -> Option<Constant> {
        let NodeKind::Scalar(scalar) = &self.kind else { return None };
        let text = || Constant::Text(scalar.text.clone());
        Some(match self.tag.as_ref().map(|tag| tag.text.as_str()) {
            Some("!!str" | "!") => text(),
            Some("!!int" | "!!float" | "!!bool" | "!!null") => scalar::plain(&scalar.text),
            _ if scalar.style == Style::Plain => scalar::plain(&scalar.text),
            _ => text(),
        })
    }

    /// Whether the value is null.
    pub(crate) fn is_null(&self) -> bool {
        self.scalar() == Some(Constant::Null)
    }

    /// The first line of the value, which is what a finding about all of it shows.
    pub(crate) fn head(&self) -> Span {
        match &self.kind {
            NodeKind::Mapping(entries) => entries.first().map_or(self.span, |first| match first.value.kind {
                NodeKind::Scalar(_) => first.key_span.to(first.value.span),
                _ => first.key_span,
            }),
            NodeKind::Sequence(items) => items.first().map_or(self.span, Self::head),
            NodeKind::Scalar(_) => self.span,
        }
    }

    /// Whether the value is a scalar without data in it, or a list of these.
    fn is_constant(&self) -> bool {
        match &self.kind {
            NodeKind::Scalar(scalar) => !scalar.text.contains('$') && !self.is_null(),
            NodeKind::Sequence(items) => !items.is_empty() && items.iter().all(Self::is_constant),
            NodeKind::Mapping(_) => false,
        }
    }

    /// Whether another value is the same, wherever the two stand.
    fn means_the_same(&self, other: &Self) -> bool {
        let tag = |node: &Self| node.tag.as_ref().map(|tag| tag.text.clone());
        tag(self) == tag(other)
            && match (&self.kind, &other.kind) {
                (NodeKind::Scalar(one), NodeKind::Scalar(other)) => one == other,
                (NodeKind::Sequence(one), NodeKind::Sequence(other)) => {
                    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.means_the_same(other))
                }
                (NodeKind::Mapping(one), NodeKind::Mapping(other)) => {
                    let same =
                        |(one, other): (&Entry, &Entry)| one.key == other.key && one.value.means_the_same(&other.value);
                    one.len() == other.len() && one.iter().zip(other).all(same)
                }
                _ => false,
            }
    }

    /// Whether lists and mappings are nested deeper in it than so many levels.
    pub(crate) fn is_deeper_than(&self, levels: usize) -> bool {
        let Some(below) = levels.checked_sub(1) else { return !matches!(self.kind, NodeKind::Scalar(_)) };
        match &self.kind {
            NodeKind::Scalar(_) => false,
            NodeKind::Sequence(items) => items.iter().any(|item| item.is_deeper_than(below)),
            NodeKind::Mapping(entries) => entries.iter().any(|entry| entry.value.is_deeper_than(below)),
        }
    }

    /// What the value is, with an article.
    pub(crate) fn describe(&self) -> &'static str {
        match &self.kind {
            NodeKind::Sequence(_) => "a list",
            NodeKind::Mapping(_) => "a mapping",
            NodeKind::Scalar(_) => match self.scalar() {
                Some(Constant::Null) | None => "nothing",
                Some(Constant::Bool(_)) => "a boolean",
                Some(Constant::Integer(_) | Constant::Float(_)) => "a number",
                _ => "text",
            },
        }
    }
}

//! Values with references in them: sources of mappings, and parameters.

use super::super::Spanned;
use super::super::read::Reader;
use super::literal::Place;
use crate::diagnostics::{Change, Code, nearest};
use crate::expr::{self, Path, Root};
use crate::ir::Constant;
use crate::source::Span;
use crate::yaml::{Node, NodeKind, Offsets};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value {
    pub(crate) kind: ValueKind,
    pub(crate) span: Span,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ValueKind {
    Constant(Constant),
    Path(Path),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
    /// It could not be read; the reason is reported.
    Invalid,
}

/// A key of `serviceParams` with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Value,
}

impl Reader<'_> {
    /// The source of a mapping: a text that begins with `$input`, `$local` or `$context` is a reference, anything else
    /// is a constant.
    pub(super) fn source(&mut self, node: &Node) -> Value {
        if self.is_too_deep(node) {
            return Value { kind: ValueKind::Invalid, span: node.span };
        }
        let kind = match (node.as_text(), node.as_text().and_then(expr::root_of)) {
            (Some(text), Some(root)) => match root {
                Ok(Root::Whole) if text.starts_with("$.") => self.short_source(text, node),
                Ok(Root::Whole) => ValueKind::Constant(self.constant(node, Place::Source)),
                Ok(_) => self.path(text, node),
                Err(name) => match nearest(name, ["input", "local", "context"]) {
                    Some(_) => self.path(text, node), // reports the misspelt root
                    None => ValueKind::Constant(self.constant(node, Place::Source)),
                },
            },
            _ => ValueKind::Constant(self.constant(node, Place::Source)),
        };
        Value { kind, span: node.span }
    }

    fn short_source(&mut self, text: &str, node: &Node) -> ValueKind {
        let kind = self.path(text, node);
        if let ValueKind::Path(path) = kind {
            self.diags
                .report(Code::ShortSource, node.span, format_args!("`{text}` is read as `$input{}`", &text[1..]))
                .help(format_args!("write `$input{}`", &text[1..]))
                .mend(Change::Operand { span: Offsets::new(node, self.source).span(0, 1), to: "$input".to_owned() });
            return ValueKind::Path(Path { root: Root::Input, ..path });
        }
        kind
    }

    /// A parameter: `$` and `$.path` anywhere in it are references to the input of the step.
    pub(super) fn parameter(&mut self, node: &Node) -> Value {
        if self.is_too_deep(node) {
            return Value { kind: ValueKind::Invalid, span: node.span };
        }
        self.part(node)
    }

    fn part(&mut self, node: &Node) -> Value {
        let kind = match &node.kind {
            NodeKind::Scalar(_) => match (node.as_text(), node.as_text().and_then(expr::root_of)) {
                (Some(text), Some(Ok(Root::Whole)))
                    if text == "$" || text.starts_with("$.") || text.starts_with("$[") =>
                {
                    self.path(text, node)
                }
                (Some(text), Some(Ok(root))) if root != Root::Whole => {
                    self.wrong_root(text, root, node);
                    ValueKind::Invalid
                }
                _ => ValueKind::Constant(self.constant(node, Place::Parameter)),
            },
            NodeKind::Sequence(items) => ValueKind::Array(items.iter().map(|item| self.part(item)).collect()),
            NodeKind::Mapping(entries) => {
                let entries = entries.iter().map(|entry| (entry.key.clone(), self.part(&entry.value)));
                ValueKind::Object(entries.collect())
            }
        };
        Value { kind, span: node.span }
    }

    /// A path into the input of the step, where nothing else can stand.
    pub(super) fn reference(&mut self, node: &Node, what: &str) -> Option<Value> {
        let root = node.as_text().and_then(expr::root_of);
        let kind = match (node.as_text(), root) {
            (Some(text), Some(Err(_))) => self.path(text, node), // reports the root
            (Some(_), _) => self.parameter(node).kind,
            (None, _) => ValueKind::Constant(Constant::Null),
        };
        match kind {
            ValueKind::Path(_) => Some(Value { kind, span: node.span }),
            _ if root.is_some_and(|root| root != Ok(Root::Whole)) => None,
            _ => {
                let shown = self.shown(node);
                let found = self.wrong_type(node, &format!("a path such as `$.{what}`"));
                match node.as_text() {
                    Some(_) => found.help(format_args!("write `$.{shown}`: `$` is the input of the step")),
                    None => found.help("bring the value in with `inputMappings` and name it here"),
                };
                None
            }
        }
    }

    fn wrong_root(&mut self, text: &str, root: Root, node: &Node) {
        let rest = &text[root.text().len()..];
        let found =
            self.diags.report(Code::WrongRoot, node.span, format_args!("`{}` cannot be read here", root.text()));
        if root == Root::Input {
            let place = Offsets::new(node, self.source).span(0, root.text().len());
            found
                .help(format_args!("write `${rest}`: `$` is the input of the step, after its `inputMappings`"))
                .propose(Change::Operand { span: place, to: "$".to_owned() });
        } else {
            found.help("bring the value in with `inputMappings` and write `$.name`: `$` is the input of the step");
        }
    }

    fn path(&mut self, text: &str, node: &Node) -> ValueKind {
        let offsets = Offsets::new(node, self.source);
        expr::path(text, &offsets, self.diags).map_or(ValueKind::Invalid, ValueKind::Path)
    }

    /// A value without references; reports what seems to be meant as one.
    fn constant(&mut self, node: &Node, place: Place) -> Constant {
        let within = if place == Place::Source { Place::InSource } else { place };
        match &node.kind {
            NodeKind::Scalar(_) => {
                let constant = self.scalar_constant(node);
                if let Constant::Text(text) = &constant {
                    self.literal_reference(text, node, place);
                }
                constant
            }
            NodeKind::Sequence(items) => {
                Constant::Array(items.iter().map(|item| self.constant(item, within)).collect())
            }
            NodeKind::Mapping(entries) => {
                let entries = entries.iter().map(|entry| (entry.key.clone(), self.constant(&entry.value, within)));
                Constant::Object(entries.collect())
            }
        }
    }
}

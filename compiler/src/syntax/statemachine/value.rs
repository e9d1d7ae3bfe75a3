//! Data with expressions in it: constructors and parameters.

use std::collections::HashMap;

use super::super::Spanned;
use super::super::read::Reader;
use crate::diagnostics::{Change, Code};
use crate::expr::{self, Expr};
use crate::ir::Constant;
use crate::source::Span;
use crate::yaml::{Cursor, Entry, Node, NodeKind};

/// What the keys of expressions end in.
const SUFFIX: &str = ".$";

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value {
    pub(crate) kind: ValueKind,
    /// As a deployment tool has it: `!Ref`.
    pub(crate) tag: Option<String>,
    pub(crate) span: Span,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ValueKind {
    Constant(Constant),
    Expr(Expr),
    Array(Vec<Value>),
    Object(Vec<Member>),
}

/// A key of an object with its value; the key has no `.$`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Value,
}

/// Where a value stands, for messages.
#[derive(Clone, Copy)]
enum Place<'k> {
    /// The key, and its place where `.$` can be put behind it.
    Key(&'k str, Option<Span>),
    List,
}

impl<'k> Place<'k> {
    fn key(self) -> Option<&'k str> {
        match self {
            Self::Key(key, _) => Some(key),
            Self::List => None,
        }
    }
}

impl Reader<'_> {
    /// An object that is made under a key.
    pub(super) fn constructor(&mut self, keys: &mut Cursor<'_>, key: &'static str) -> Option<Vec<Member>> {
        let node = keys.optional(key)?;
        let NodeKind::Mapping(entries) = &node.kind else {
            self.wrong_type(node, "a mapping of keys to values")
                .help(format_args!("write `name: value` or `name.$: expression` below `{key}`"));
            return None;
        };
        if self.is_too_deep(node) {
            return None;
        }
        Some(self.members(entries))
    }

    fn members(&mut self, entries: &[Entry]) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::with_capacity(entries.len());
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for entry in entries {
            let bare = entry.key.strip_suffix(SUFFIX);
            let key = bare.unwrap_or(&entry.key);
            if bare == Some("") {
                self.diags
                    .report(Code::WrongType, entry.key_span, "expected the name of a key before `.$`")
                    .help("write a name such as `orderId.$`");
                continue;
            }
            let value = match bare {
                Some(bare) => self.suffixed(entry, bare),
                None => self.value(&entry.value, Place::Key(key, Some(entry.key_span))),
            };
            if let Some(first) = seen.insert(key, entry.key_span) {
                self.diags
                    .report(Code::DuplicateKey, entry.key_span, format_args!("the key `{key}` stands here twice"))
                    .label("again here")
                    .also(first, "first here")
                    .help("`.$` is not part of the key; keep one of the two");
                continue;
            }
            members.push(Member { key: Spanned { node: key.to_owned(), span: entry.key_span }, value });
        }
        members
    }

    /// The value of a key that ends in `.$`.
    fn suffixed(&mut self, entry: &Entry, key: &str) -> Value {
        let node = &entry.value;
        let NodeKind::Scalar(_) = node.kind else {
            self.diags
                .report(
                    Code::UndocumentedForm,
                    node.head(),
                    format_args!("`{key}.$` has {}, which is read as if the key were `{key}`", node.describe()),
                )
                .help(format_args!("write `{key}`, with `.$` at the keys in it that have expressions"))
                .mend(Change::Word { span: entry.key_span, from: entry.key.clone(), to: key.to_owned() });
            return self.value(node, Place::Key(key, None));
        };
        Value { kind: ValueKind::Expr(self.expression(node)), tag: None, span: node.span }
    }

    pub(super) fn expression(&mut self, node: &Node) -> Expr {
        expr::expression(node, self.source, self.diags)
    }

    /// A value under a key without `.$`, or in a list.
    fn value(&mut self, node: &Node, place: Place<'_>) -> Value {
        let kind = match &node.kind {
            NodeKind::Scalar(scalar) if node.as_text().is_some_and(expr::reads_like_variable) => {
                self.missing_suffix(&scalar.text, node, place);
                ValueKind::Expr(self.expression(node))
            }
            NodeKind::Scalar(_) => {
                let constant = self.scalar_constant(node);
                let resource = place.key() == Some("resourceArn"); // its form is checked anyway
                if let Constant::Text(text) = &constant
                    && !resource
                {
                    self.plain_text(text, place.key(), node);
                }
                ValueKind::Constant(constant)
            }
            NodeKind::Sequence(items) => {
                ValueKind::Array(items.iter().map(|item| self.value(item, Place::List)).collect())
            }
            NodeKind::Mapping(entries) => ValueKind::Object(self.members(entries)),
        };
        Value { kind, tag: node.tag.as_ref().map(|tag| tag.text.clone()), span: node.span }
    }

    fn missing_suffix(&mut self, text: &str, node: &Node, place: Place<'_>) {
        let found = self.diags.report(
            Code::MissingSuffix,
            node.span,
            format_args!("`{text}` is read as an expression, though nothing says that it is one"),
        );
        match place {
            Place::Key(key, span) => {
                found.help(format_args!("write `{key}.$: {text}`"));
                if let Some(span) = span {
                    let (from, to) = (key.to_owned(), format!("{key}{SUFFIX}"));
                    found.mend(Change::Word { span, from, to });
                }
                found
            }
            Place::List => found.help(format_args!("let `toArray({text})` under a key with `.$` make the list")),
        };
    }

    /// A scalar under a key, or an expression under the key with `.$`.
    pub(super) fn scalar_or_expression<'n>(
        &mut self,
        keys: &mut Cursor<'n>,
        (plain, plain_key): (Option<&'n Node>, &str),
        dynamic_key: &'static str,
    ) -> Option<Value> {
        let dynamic = keys.optional(dynamic_key);
        match (plain, dynamic) {
            (Some(plain), Some(dynamic)) => {
                self.diags
                    .report(
                        Code::ConflictingKeys,
                        dynamic.span,
                        format_args!("{} has either `{plain_key}` or `{dynamic_key}`, not both", keys.what()),
                    )
                    .also(plain.span, "the other one")
                    .help("remove one of the two");
                None
            }
            (Some(plain), None) => match plain.kind {
                NodeKind::Scalar(_) => Some(self.value(plain, Place::Key(plain_key, None))),
                _ => {
                    self.wrong_type(plain, "a number of seconds");
                    None
                }
            },
            (None, Some(dynamic)) => {
                Some(Value { kind: ValueKind::Expr(self.expression(dynamic)), tag: None, span: dynamic.span })
            }
            (None, None) => None,
        }
    }
}

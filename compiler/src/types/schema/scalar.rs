//! Schemas of what has no parts: texts, numbers, and the names of types.

use std::collections::BTreeSet;

use super::super::declared::{Integer, Ty, TypeKind};
use super::keywords::Kind;
use super::names::Name;
use super::read::{Reader, Schema, or_null};
use crate::diagnostics::{Change, Code, guess, list};
use crate::ir::Constant;
use crate::yaml::{Node, NodeKind};

/// The names of types.
const TYPES: [(&str, Kind); 7] = [
    ("object", Kind::Object),
    ("array", Kind::Array),
    ("string", Kind::Text),
    ("integer", Kind::Integer),
    ("number", Kind::Number),
    ("boolean", Kind::Bool),
    ("null", Kind::Null),
];

impl<'a> Reader<'a> {
    /// What `type` says: a kind, and whether null is one, too.
    pub(super) fn types_of(&mut self, file: usize, node: &'a Node) -> (Option<Kind>, bool) {
        let names = match &node.kind {
            NodeKind::Sequence(names) => names.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let mut kinds = Vec::new();
        let mut nullable = false;
        for name in names {
            match self.type_name(file, name) {
                Some(Kind::Null) => nullable = true,
                Some(kind) if kinds.contains(&kind) => {}
                Some(kind) => kinds.push(kind),
                None => return (None, false),
            }
        }
        match kinds[..] {
            [kind] => (Some(kind), nullable),
            [] => {
                self.report(file, Code::UnsupportedSchema, node.head(), "null alone is not supported")
                    .help("name what it can be else, as in `[string, \"null\"]`; without `type` it is any JSON");
                (None, false)
            }
            _ => {
                self.report(file, Code::UnsupportedSchema, node.head(), "a value of several types is not supported")
                    .help("leave `type` out, then it is any JSON; only `\"null\"` can stand beside another type");
                (None, false)
            }
        }
    }

    fn type_name(&mut self, file: usize, node: &Node) -> Option<Kind> {
        let Some(text) = node.as_text() else {
            let message = format!("expected the name of a type, found {}", node.describe());
            let found = self.report(file, Code::WrongType, node.head(), &message);
            if node.is_null() && node.span.end() > node.span.start() {
                found.help("put it in quotes: `\"null\"`").mend(Change::Quote(node.span));
            }
            return None;
        };
        if let Some((_, kind)) = TYPES.iter().find(|(name, _)| *name == text) {
            return Some(*kind);
        }
        let known = || TYPES.iter().map(|(name, _)| *name);
        let found = self.report(file, Code::UnknownValue, node.span, &format!("there is no type `{text}`"));
        let tried =
            [("text", "string"), ("int", "integer"), ("float", "number"), ("double", "number"), ("list", "array")];
        let tried = tried.into_iter().chain([("map", "object"), ("dict", "object")]).find(|(other, _)| *other == text);
        match (tried, guess(text, known())) {
            (Some((_, own)), _) => found.help(format_args!("write `{own}`")),
            (None, Some(near)) => found.meant(node.span, text, &near),
            (None, None) => found.help(format_args!("known here: {}", list(known()))),
        };
        None
    }

    /// Text, or a timestamp.
    pub(super) fn text(&mut self, schema: Schema<'a>) -> Ty {
        match self.format(schema, &["date-time"]) {
            Some(_) => Ty::Timestamp,
            None => Ty::Text,
        }
    }

    /// Any number, or one that is a float.
    pub(super) fn number(&mut self, schema: Schema<'a>) -> Ty {
        for key in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
            if let Some(entry) = schema.entry(key) {
                self.unchecked(schema.file, entry.key_span, key);
            }
        }
        match self.format(schema, &["double", "float"]) {
            Some(_) => Ty::Double,
            None => Ty::Number,
        }
    }

    /// A whole number, in the smallest type that holds its range.
    pub(super) fn integer(&mut self, schema: Schema<'a>) -> Ty {
        let format = self.format(schema, &["int32", "int64", "uint32", "uint64"]);
        let (least, most) = match format {
            Some("uint64") => (0, i128::from(u64::MAX)),
            _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
        };
        let above = self.bound(schema, "exclusiveMinimum").map(|bound| bound.saturating_add(1));
        let below = self.bound(schema, "exclusiveMaximum").map(|bound| bound.saturating_sub(1));
        let from = self.bound(schema, "minimum").into_iter().chain(above).max();
        let to = self.bound(schema, "maximum").into_iter().chain(below).min();
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            let message = format!("no integer is from {from} to {to}");
            let keys = ["maximum", "exclusiveMaximum"].iter().find_map(|key| schema.entry(key));
            let span = keys.map_or(schema.head, |entry| entry.key_span.to(entry.value.span));
            self.report(schema.file, Code::InconsistentSchema, span, &message);
        }
        let (from, to) = (from.unwrap_or(least), to.unwrap_or(most));
        Ty::Integer(if from >= i64::MIN.into() && to <= i64::MAX.into() {
            Integer::I64
        } else if from >= 0 && to <= u64::MAX.into() {
            Integer::U64
        } else {
            Integer::I128
        })
    }

    /// A bound of a range.
    fn bound(&mut self, schema: Schema<'a>, key: &str) -> Option<i128> {
        let node = schema.value(key)?;
        match node.scalar() {
            Some(Constant::Integer(bound)) => Some(bound),
            #[expect(clippy::cast_possible_truncation, reason = "what is beyond becomes the last number")]
            Some(Constant::Float(bound)) if bound.is_finite() => Some(bound as i128),
            _ => {
                let message = format!("expected a number under `{key}`, found {}", node.describe());
                let found = self.report(schema.file, Code::WrongType, node.head(), &message);
                if key.starts_with("exclusive") {
                    found.help("write the bound itself, as in `exclusiveMinimum: 0`");
                }
                None
            }
        }
    }

    /// The format, if it makes a type; of any other one, it is said that it is not checked.
    fn format(&mut self, schema: Schema<'a>, known: &[&'static str]) -> Option<&'static str> {
        let entry = schema.entry("format")?;
        let Some(text) = entry.value.as_text() else {
            let message = format!("expected the name of a format, found {}", entry.value.describe());
            self.report(schema.file, Code::WrongType, entry.value.head(), &message);
            return None;
        };
        let format = known.iter().copied().find(|known| *known == text);
        if format.is_none() {
            let message = format!("the format `{text}` is not checked");
            let found = self.report(schema.file, Code::UncheckedKeyword, entry.value.span, &message);
            match guess(text, known.iter().copied()) {
                Some(near) => found.meant(entry.value.span, text, &near),
                None => found.help(format_args!("those that make a type here: {}", list(known.iter().copied()))),
            };
        }
        format
    }

    /// One of several texts.
    pub(super) fn texts(&mut self, schema: Schema<'a>, name: &Name) -> Ty {
        let file = schema.file;
        let values = match (schema.entry("enum"), schema.entry("const")) {
            (Some(entry), Some(both)) => {
                let message = "`enum` and `const` exclude each other";
                self.report(file, Code::InconsistentSchema, both.key_span, message)
                    .also(entry.key_span, "the other one");
                return Ty::Text;
            }
            (Some(entry), None) => self.list(file, &entry.value, "texts"),
            (None, Some(entry)) => std::slice::from_ref(&entry.value),
            (None, None) => return Ty::Text,
        };
        let (mut texts, mut seen): (Vec<String>, BTreeSet<&str>) = Default::default();
        let mut nullable = false;
        for value in values {
            match value.as_text() {
                Some(text) if !seen.insert(text) => {
                    let message = format!("`{text}` stands here twice");
                    self.report(file, Code::InconsistentSchema, value.span, &message);
                }
                Some(text) => texts.push(text.to_owned()),
                None if value.is_null() => nullable = true,
                None => {
                    let message = format!("expected a text, found {}", value.describe());
                    let found = self.report(file, Code::UnsupportedSchema, value.head(), &message);
                    found.label("only texts can be chosen from");
                    if matches!(value.kind, NodeKind::Scalar(_)) {
                        found.help("put it in quotes if it is text; else name its `type`, without `enum` or `const`");
                    }
                    return Ty::Any;
                }
            }
        }
        if texts.is_empty() {
            let message = if nullable { "null alone is not supported" } else { "no value fits an empty `enum`" };
            self.report(file, Code::UnsupportedSchema, schema.head, message).help("without it, it is any JSON");
            return Ty::Any;
        }
        let ty = Ty::Named(self.add(schema, name, TypeKind::Enum(texts)));
        if nullable { or_null(ty) } else { ty }
    }
}

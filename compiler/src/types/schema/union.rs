//! One of several schemas: objects that a key tells apart, or a schema and null.

use std::collections::{BTreeMap, BTreeSet};

use super::super::declared::{Ty, TypeId, TypeKind};
use super::files::{At, Target, value};
use super::keywords::Kind;
use super::names::Name;
use super::read::{MAX_DEPTH, Reader, Schema, or_null};
use crate::diagnostics::Code;
use crate::yaml::{Entry, Node, NodeKind};

/// How an object is told from others.
const DISCRIMINATOR: &str =
    "name the key that tells them apart: `discriminator: {propertyName: kind}`, and give it a `const` in each";

impl<'a> Reader<'a> {
    /// What `oneOf` or `anyOf` describes.
    pub(super) fn union(&mut self, schema: Schema<'a>, name: &Name) -> Ty {
        let file = schema.file;
        let Some(entry) = schema.entry("oneOf").or_else(|| schema.entry("anyOf")) else { return Ty::Any };
        if let (Some(_), Some(other)) = (schema.entry("oneOf"), schema.entry("anyOf")) {
            self.report(file, Code::UnsupportedSchema, other.key_span, "`anyOf` beside `oneOf` is not supported");
            return Ty::Any;
        }
        let all = self.list(file, &entry.value, "schemas");
        let others: Vec<&Node> = all.iter().filter(|schema| !is_null(schema)).collect();
        let nullable = others.len() < all.len();
        let ty = match others[..] {
            [] => {
                self.report(file, Code::UnsupportedSchema, entry.key_span, "there is nothing to choose from")
                    .help("without it, it is any JSON");
                return Ty::Any;
            }
            [node] if schema.entry("discriminator").is_none() => self.schema(At { file, node }, name),
            _ if schema.entry("discriminator").is_none() => {
                self.report(file, Code::UnsupportedSchema, entry.key_span, "nothing tells these schemas apart")
                    .help(DISCRIMINATOR);
                return Ty::Any;
            }
            _ => Ty::Named(self.later(schema, name, None)),
        };
        if nullable { or_null(ty) } else { ty }
    }

    /// The objects that a key tells apart.
    pub(super) fn variants(&mut self, schema: Schema<'a>, entry: &'a Entry, name: &Name) -> TypeKind {
        let mut variants: Vec<(String, TypeId)> = Vec::new();
        let mut seen = BTreeSet::new();
        let Some((tag, mapping)) = self.discriminator(schema) else {
            return TypeKind::Union { tag: String::new(), variants };
        };
        let NodeKind::Sequence(all) = &entry.value.kind else {
            return TypeKind::Union { tag: tag.to_owned(), variants };
        };
        for node in all.iter().filter(|node| !is_null(node)) {
            let at = At { file: schema.file, node };
            let (passed, Some(object)) = self.alternative(at) else { continue };
            let (kind, _) = self.kind(object);
            self.keywords(object, kind);
            if kind != Kind::Object {
                continue; // reported, since it has `properties`
            }
            let mapped = passed.first().and_then(|target| mapping.get(target).cloned());
            let texts = self.tag(object, tag, mapped, node);
            if let Some(text) = texts.iter().find(|text| seen.contains(*text)) {
                let message = format!("two of the schemas have `{text}` under `{tag}`");
                self.report(schema.file, Code::InconsistentSchema, node.head(), &message);
                continue;
            }
            for text in texts {
                // What is referred to has one type for a text, or an object that holds its own union would have no end.
                let key = passed.last().map(|target| (target.clone(), tag.to_owned(), text.clone()));
                let known = key.as_ref().and_then(|key| self.variants.get(key).copied());
                let id = known.unwrap_or_else(|| self.later(object, &name.part(&text), Some(tag)));
                self.variants.extend(key.map(|key| (key, id)));
                variants.push((text.clone(), id));
                seen.insert(text);
            }
        }
        TypeKind::Union { tag: tag.to_owned(), variants }
    }

    /// The key that tells schemas apart, and what stands there for those that are named.
    fn discriminator(&mut self, schema: Schema<'a>) -> Option<(&'a str, BTreeMap<Target, Vec<String>>)> {
        let node = schema.value("discriminator")?;
        let key = value(node, "propertyName");
        let Some(tag) = key.and_then(Node::as_text) else {
            let place = key.unwrap_or(node);
            self.report(schema.file, Code::WrongType, place.head(), "expected a key under `propertyName`")
                .help("write `discriminator: {propertyName: kind}`");
            return None;
        };
        let mut known: BTreeMap<Target, Vec<String>> = BTreeMap::new();
        let entries = value(node, "mapping").map_or(&[][..], |node| self.properties(schema.file, node));
        for entry in entries {
            if let Some(target) = self.target(schema.file, &entry.value) {
                known.entry(target).or_default().push(entry.key.clone());
            }
        }
        Some((tag, known))
    }

    /// The object that one of the schemas is, and the schemas that references to it lead through.
    fn alternative(&mut self, mut at: At<'a>) -> (Vec<Target>, Option<Schema<'a>>) {
        let mut passed: Vec<Target> = Vec::new();
        loop {
            let Some(schema) = self.mapping(at) else { return (passed, None) };
            let Some(entry) = schema.entry("$ref") else {
                if schema.value("properties").is_some_and(|node| matches!(node.kind, NodeKind::Mapping(_))) {
                    return (passed, Some(schema));
                }
                let message = "expected an object with `properties`";
                self.report(schema.file, Code::UnsupportedSchema, schema.head, message).help(DISCRIMINATOR);
                return (passed, None);
            };
            let Some(target) = self.target(schema.file, &entry.value) else { return (passed, None) };
            self.keywords(schema, Kind::Reference);
            if passed.len() == MAX_DEPTH {
                self.too_deep(schema.file, entry.value.span);
                return (passed, None);
            }
            if passed.contains(&target) {
                self.report(schema.file, Code::EndlessType, entry.value.span, "this leads back to itself");
                return (passed, None);
            }
            let files = self.files;
            let Some(next) = files.schema(&target) else { return (passed, None) };
            passed.push(target);
            at = next;
        }
    }

    /// The texts that an object has under the key which tells it from others.
    fn tag(&mut self, object: Schema<'a>, tag: &str, mapped: Option<Vec<String>>, node: &'a Node) -> Vec<String> {
        let property = object.value("properties").and_then(|properties| value(properties, tag));
        let one = property.and_then(|property| value(property, "const")).map(std::slice::from_ref);
        let several = || match property.and_then(|property| value(property, "enum")).map(|node| &node.kind) {
            Some(NodeKind::Sequence(texts)) => Some(texts.as_slice()),
            _ => None,
        };
        let texts = one.or_else(several).unwrap_or_default();
        let texts: Option<BTreeSet<&str>> = texts.iter().map(Node::as_text).collect();
        let texts: Option<Vec<String>> = texts.map(|texts| texts.into_iter().map(str::to_owned).collect());
        match (texts.filter(|texts| !texts.is_empty()), mapped) {
            (Some(texts), Some(mapped)) if mapped.iter().any(|text| !texts.contains(text)) => {
                let message = format!("the `mapping` has another text for it than `{tag}` in its `properties`");
                self.report(object.file, Code::InconsistentSchema, object.head, &message);
                texts
            }
            (Some(texts), _) => texts,
            (None, Some(mapped)) => mapped,
            (None, None) => {
                let (file, span) = (object.file, property.map_or(object.head, Node::head));
                let message = format!("`{tag}` does not say which text tells this object from the others");
                let found = self.report(file, Code::UnsupportedSchema, span, &message);
                let text = value(node, "$ref").and_then(Node::as_text).and_then(|text| text.rsplit('/').next());
                let text = text.unwrap_or("card").to_lowercase();
                found.help(format_args!("write `{tag}: {{const: {text}}}` among its `properties`"));
                Vec::new()
            }
        }
    }
}

/// Whether a schema is that of null.
fn is_null(schema: &Node) -> bool {
    let null = |key: &str, is: &dyn Fn(&Node) -> bool| value(schema, key).is_some_and(is);
    null("type", &|node| node.as_text() == Some("null")) || null("const", &Node::is_null)
}

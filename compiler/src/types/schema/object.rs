//! Schemas of objects, and references to other schemas.

use std::collections::BTreeSet;

use super::super::declared::{FieldDef, Ty, TypeId, TypeKind};
use super::files::{Astray, At, Target};
use super::names::Name;
use super::read::{Reader, Schema};
use crate::diagnostics::{Code, guess, list};
use crate::ir::Constant;
use crate::yaml::{Entry, Node, NodeKind};

impl<'a> Reader<'a> {
    /// An object with keys that are known, or one whose keys are data.
    pub(super) fn object(&mut self, schema: Schema<'a>, name: &Name) -> Ty {
        let others = schema.value("additionalProperties");
        let closed = others.and_then(Node::scalar) == Some(Constant::Bool(false));
        if schema.entry("properties").is_some() || closed {
            return Ty::Named(self.later(schema, name, None));
        }
        self.required(schema, &[], None);
        let values = others.map(|node| At { file: schema.file, node });
        Ty::Map(Box::new(values.map_or(Ty::Any, |at| self.schema(at, &name.part("value")))))
    }

    /// The keys of an object but for the one that tells it from others.
    pub(super) fn fields(&mut self, schema: Schema<'a>, id: TypeId, tag: Option<&str>, name: &Name) -> TypeKind {
        let properties = schema.value("properties").map_or(&[][..], |node| self.properties(schema.file, node));
        let required = self.required(schema, properties, tag);
        let mut fields = Vec::new();
        for entry in properties.iter().filter(|entry| Some(entry.key.as_str()) != tag) {
            let ty = self.schema(At { file: schema.file, node: &entry.value }, &name.part(&entry.key));
            let required = required.contains(entry.key.as_str());
            fields.push(FieldDef { key: entry.key.clone(), ty, required, doc: doc(&entry.value) });
            self.places[id.0].fields.push(entry.key_span);
        }
        let others = match schema.value("additionalProperties") {
            None => self.files.is_open(schema.file).then_some(Ty::Any),
            Some(node) if node.scalar() == Some(Constant::Bool(false)) => None,
            Some(node) => Some(self.schema(At { file: schema.file, node }, &name.part("value"))),
        };
        TypeKind::Struct { fields, others }
    }

    /// The entries of `properties`.
    pub(super) fn properties(&mut self, file: usize, node: &'a Node) -> &'a [Entry] {
        if let NodeKind::Mapping(entries) = &node.kind {
            return entries;
        }
        let message = format!("expected a schema for each key of the object, found {}", node.describe());
        self.report(file, Code::WrongType, node.head(), &message).help("write `key: {type: string}` for each of them");
        &[]
    }

    /// The keys that are always there; those that the object does not have are reported.
    fn required(&mut self, schema: Schema<'a>, properties: &'a [Entry], tag: Option<&str>) -> BTreeSet<&'a str> {
        let Some(node) = schema.value("required") else { return BTreeSet::new() };
        if matches!(node.scalar(), Some(Constant::Bool(_))) {
            self.required_here(schema.file, node);
            return BTreeSet::new();
        }
        let known: BTreeSet<&str> = properties.iter().map(|entry| entry.key.as_str()).collect();
        let mut required = BTreeSet::new();
        for item in self.list(schema.file, node, "keys") {
            let Some(key) = item.as_text() else {
                let message = format!("expected the name of a key, found {}", item.describe());
                self.report(schema.file, Code::WrongType, item.head(), &message);
                continue;
            };
            if known.contains(key) || Some(key) == tag {
                required.insert(key);
                continue;
            }
            let near = if self.diags.may_search(known.len()) { guess(key, known.iter().copied()) } else { None };
            let message = format!("`{key}` is required, but is none of the `properties`");
            let found = self.report(schema.file, Code::InconsistentSchema, item.span, &message);
            match near {
                Some(near) => found.meant_name(item.span, key, &near),
                None => found.help(format_args!("add `{key}: {{}}` to the `properties`, or say more about it there")),
            };
        }
        required
    }

    /// What another schema describes.
    pub(super) fn reference(&mut self, schema: Schema<'a>) -> Ty {
        let Some(entry) = schema.entry("$ref") else { return Ty::Any };
        let Some(target) = self.target(schema.file, &entry.value) else { return Ty::Any };
        match self.known.get(&target) {
            Some(Some(ty)) => return ty.clone(),
            Some(None) => {
                self.report(schema.file, Code::EndlessType, entry.value.span, "this leads back to itself")
                    .label("nothing but references, lists and maps on the way")
                    .help("a type can hold itself as a key of an object");
                return Ty::Any;
            }
            None => {}
        }
        let Some(at) = self.files.schema(&target) else { return Ty::Any };
        self.known.insert(target.clone(), None);
        let name = self.reserved.get(&target).cloned().unwrap_or_default();
        let ty = self.schema(at, &Name::own(name));
        self.known.insert(target, Some(ty.clone()));
        ty
    }

    /// The schema that a text refers to; a text that refers to none is reported.
    pub(super) fn target(&mut self, file: usize, node: &Node) -> Option<Target> {
        let Some(text) = node.as_text() else {
            let message = format!("expected a reference, found {}", node.describe());
            self.report(file, Code::WrongType, node.head(), &message).help("put it in quotes: `$ref: '#/$defs/Name'`");
            return None;
        };
        let files = self.files;
        let (message, help) = match files.find(file, text) {
            Ok(target) => return Some(target),
            Err(Astray::Reported) => return None,
            Err(Astray::Form) => {
                let name = text.rsplit('/').next().filter(|name| !name.is_empty() && !name.contains('#'));
                let path = text.split('#').next().unwrap_or_default();
                let help = format!("write `{path}#/$defs/{}`", name.unwrap_or("Name"));
                ("this is no reference to one of the `$defs`".to_owned(), help)
            }
            Err(Astray::Elsewhere) => {
                let message = "this is no path from the folder of this file".to_owned();
                (message, "copy the file beside the definition: `address.yaml#/$defs/Address`".to_owned())
            }
            Err(Astray::NoFile(path)) => {
                let message = format!("there is no file `{path}`");
                let own = Target { file, def: Some(text.to_owned()) };
                if files.schema(&own).is_some() {
                    self.report(file, Code::UnknownReference, node.span, &message)
                        .help(format_args!("write `'#/$defs/{text}'`"));
                    return None;
                }
                (message, format!("its path leads from the folder of `{}`", files.shown(1)))
            }
            Err(Astray::NoSchema) => {
                let message = "this file as a whole is no schema".to_owned();
                (message, "refer to one of its `$defs`, as `#/$defs/Name`".to_owned())
            }
            Err(Astray::NoDef { path, name, known }) => {
                let near = if self.diags.may_search(known.len()) { guess(&name, known.iter().copied()) } else { None };
                let message = format!("there is no `{name}` among the `$defs` of `{path}`");
                let found = self.report(file, Code::UnknownReference, node.span, &message);
                match near {
                    Some(near) => found.meant_name(node.span, &name, &near),
                    None if known.is_empty() => found.help("it has none"),
                    None if known.len() <= 12 => found.help(format_args!("it has {}", list(known))),
                    None => found,
                };
                return None;
            }
        };
        self.report(file, Code::UnknownReference, node.span, &message).help(help);
        None
    }
}

/// What a schema says to people.
fn doc(schema: &Node) -> Option<String> {
    let NodeKind::Mapping(entries) = &schema.kind else { return None };
    let text = entries.iter().find(|entry| entry.key == "description")?.value.as_text()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

//! A schema to a type. What an object or a union holds is read later, so that they may hold themselves.

use std::collections::{BTreeMap, VecDeque};

use super::super::declared::{Ty, TypeDef, TypeId, TypeKind};
use super::files::{At, Files, Target};
use super::keywords::{Keyword, Kind, keyword, names};
use super::names::{Name, Names};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, guess};
use crate::ir::Constant;
use crate::source::Span;
use crate::yaml::{Entry, Node, NodeKind};

/// How deep schemas may be nested that are neither objects nor unions.
pub(super) const MAX_DEPTH: usize = 100;
/// How many types a sidecar may declare.
const MAX_TYPES: usize = 50_000;

/// Makes types of schemas.
pub(super) struct Reader<'a> {
    pub(super) files: &'a Files<'a>,
    pub(super) diags: &'a mut Diagnostics,
    pub(super) types: Vec<TypeDef>,
    /// Where each type is declared.
    pub(super) places: Vec<Place>,
    pub(super) names: Names,
    /// The names of the schemas that a reference can lead to.
    pub(super) reserved: BTreeMap<Target, String>,
    /// What references lead to; none while that is read.
    pub(super) known: BTreeMap<Target, Option<Ty>>,
    /// The types of objects that others refer to in a union, by the key and the text that tell them from others.
    pub(super) variants: BTreeMap<(Target, String, String), TypeId>,
    /// The types whose parts are still to be read.
    left: VecDeque<Left<'a>>,
    depth: usize,
}

/// Where a type is declared.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) file: usize,
    pub(super) span: Span,
    /// The keys of an object.
    pub(super) fields: Vec<Span>,
}

/// A type whose parts are still to be read.
struct Left<'a> {
    id: TypeId,
    schema: Schema<'a>,
    /// The key of an object that tells it from others, which is no field of it.
    tag: Option<&'a str>,
}

/// A schema that is a mapping.
#[derive(Clone, Copy)]
pub(super) struct Schema<'a> {
    pub(super) file: usize,
    pub(super) entries: &'a [Entry],
    pub(super) head: Span,
}

impl<'a> Schema<'a> {
    /// A keyword with its value.
    pub(super) fn entry(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub(super) fn value(&self, key: &str) -> Option<&'a Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// What it says to people.
    pub(super) fn doc(&self) -> Option<String> {
        let text = self.value("description").or_else(|| self.value("title"))?.as_text()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(files: &'a Files<'a>, diags: &'a mut Diagnostics) -> Self {
        let mut names = Names::default();
        let reserved = files.names(&mut names);
        let (types, places, known, variants, left) = Default::default();
        Self { files, diags, types, places, names, reserved, known, variants, left, depth: 0 }
    }

    pub(super) fn report(&mut self, file: usize, code: Code, span: Span, message: &str) -> &mut Diagnostic {
        self.diags.report_in(file, code, span, message)
    }

    /// The type that a schema describes. Its parts may be read later, by [`Self::finish`].
    pub(super) fn schema(&mut self, at: At<'a>, name: &Name) -> Ty {
        if self.depth == MAX_DEPTH {
            self.too_deep(at.file, at.node.head());
            return Ty::Any;
        }
        self.depth += 1;
        let ty = self.ty(at, name);
        self.depth -= 1;
        // What references lead to has been read, and may be deep itself.
        if depth(&ty) > MAX_DEPTH {
            self.too_deep(at.file, at.node.head());
            return Ty::Any;
        }
        ty
    }

    /// Reports schemas that lead through too many others.
    pub(super) fn too_deep(&mut self, file: usize, span: Span) {
        let message = format!("schemas are nested deeper than {MAX_DEPTH} levels without an object");
        self.report(file, Code::TooComplex, span, &message).help("make an object of a part of it");
    }

    /// Reads what is left of all types.
    pub(super) fn finish(&mut self) {
        while let Some(Left { id, schema, tag }) = self.left.pop_front() {
            if self.types.len() > MAX_TYPES {
                let message = format!("the sidecar declares more than {MAX_TYPES} types");
                self.report(schema.file, Code::TooComplex, schema.head, &message).label("and goes on here");
                self.left.clear();
                return;
            }
            let name = Name::new(self.types[id.0].name.clone());
            self.types[id.0].kind = match schema.entry("oneOf").or_else(|| schema.entry("anyOf")) {
                Some(entry) => self.variants(schema, entry, &name),
                None => self.fields(schema, id, tag, &name),
            };
        }
    }

    /// A new type whose parts are read by [`Self::finish`].
    pub(super) fn later(&mut self, schema: Schema<'a>, name: &Name, tag: Option<&'a str>) -> TypeId {
        let id = self.add(schema, name, TypeKind::Enum(Vec::new()));
        self.left.push_back(Left { id, schema, tag });
        id
    }

    /// A new type.
    pub(super) fn add(&mut self, schema: Schema<'a>, name: &Name, kind: TypeKind) -> TypeId {
        let name = self.names.take(name);
        self.types.push(TypeDef { name, doc: schema.doc(), kind });
        self.places.push(Place { file: schema.file, span: schema.head, fields: Vec::new() });
        TypeId(self.types.len() - 1)
    }

    fn ty(&mut self, at: At<'a>, name: &Name) -> Ty {
        if at.node.scalar() == Some(Constant::Bool(true)) {
            return Ty::Any;
        }
        let Some(schema) = self.mapping(at) else { return Ty::Any };
        let (kind, mut nullable) = self.kind(schema);
        self.keywords(schema, kind);
        if let Some(value) = schema.value("nullable") {
            nullable |= self.boolean(schema.file, value, "nullable") == Some(true);
        }
        let ty = match kind {
            Kind::Any | Kind::Null => self.any(schema),
            Kind::Object => self.object(schema, name),
            Kind::Array => {
                let items = schema.value("items").map(|node| At { file: schema.file, node });
                Ty::List(Box::new(items.map_or(Ty::Any, |at| self.schema(at, &name.part("item")))))
            }
            Kind::Text => self.text(schema),
            Kind::Integer => self.integer(schema),
            Kind::Number => self.number(schema),
            Kind::Bool => Ty::Bool,
            Kind::Enum => self.texts(schema, name),
            Kind::Union => self.union(schema, name),
            Kind::Reference => self.reference(schema),
        };
        if nullable { or_null(ty) } else { ty }
    }

    /// A schema that is a mapping; any other is reported.
    pub(super) fn mapping(&mut self, at: At<'a>) -> Option<Schema<'a>> {
        if let NodeKind::Mapping(entries) = &at.node.kind {
            return Some(Schema { file: at.file, entries, head: at.node.head() });
        }
        if at.node.scalar() == Some(Constant::Bool(false)) {
            self.report(at.file, Code::UnsupportedSchema, at.node.span, "no value fits the schema `false`")
                .help("leave the key out; `additionalProperties: false` says that an object has no other keys");
            return None;
        }
        let message = format!("expected a schema, found {}", at.node.describe());
        let found = self.report(at.file, Code::WrongType, at.node.head(), &message);
        match at.node.as_text() {
            Some(text) => found.help(format_args!("write `{{type: {text}}}`, or `{{$ref: '#/$defs/{text}'}}`")),
            None => found.help("a schema is a mapping as `{type: string}`; `{}` and `true` are any JSON"),
        };
        None
    }

    /// Any JSON.
    fn any(&mut self, schema: Schema<'a>) -> Ty {
        if schema.entry("type").is_none() {
            let numeric = ["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
            for entry in schema.entries.iter().filter(|entry| numeric.contains(&entry.key.as_str())) {
                self.unchecked(schema.file, entry.key_span, &entry.key).help("it says something beside a `type` only");
            }
        }
        Ty::Any
    }

    /// What a schema describes, and whether that may be null, too.
    pub(super) fn kind(&mut self, schema: Schema<'a>) -> (Kind, bool) {
        let has = |keys: &[&str]| keys.iter().any(|key| schema.entry(key).is_some());
        let (kind, nullable) = schema.value("type").map_or((None, false), |node| self.types_of(schema.file, node));
        let kind = if has(&["$ref"]) {
            Kind::Reference
        } else if has(&["oneOf", "anyOf"]) {
            Kind::Union
        } else if has(&["enum", "const"]) && matches!(kind, None | Some(Kind::Text)) {
            Kind::Enum
        } else if let Some(kind) = kind {
            kind
        } else if has(&["properties", "required", "additionalProperties"]) {
            Kind::Object
        } else if has(&["items"]) {
            Kind::Array
        } else {
            Kind::Any
        };
        (kind, nullable)
    }

    /// Reports keywords that cannot be kept, or that are about something else.
    pub(super) fn keywords(&mut self, schema: Schema<'a>, kind: Kind) {
        // Of a mapping that is no schema, the beginning is enough.
        let is_there = |name: &&str| schema.entries.iter().take(100).any(|entry| entry.key == **name);
        let left = || names().filter(|name| !is_there(name));
        for Entry { key, key_span, value } in schema.entries {
            let (file, span) = (schema.file, *key_span);
            match keyword(key) {
                None => self.unknown_keyword(file, key, span, left()),
                Some(Keyword::Annotation) => {
                    if matches!(key.as_str(), "description" | "title") && value.as_text().is_none() {
                        let message = format!("expected text under `{key}`, found {}", value.describe());
                        self.report(file, Code::WrongType, value.head(), &message);
                    }
                }
                Some(Keyword::Unchecked) => {
                    self.unchecked(file, span, key);
                }
                // These stand at the top of a file that is a schema.
                Some(Keyword::Unsupported(_)) if key == "$defs" && self.is_root(schema) => {}
                Some(Keyword::Unsupported(instead)) => {
                    self.report(file, Code::UnsupportedSchema, span, &format!("`{key}` is not supported"))
                        .help(instead);
                }
                Some(Keyword::Type) if kind.takes(key) => {}
                Some(Keyword::Type) if matches!(key.as_str(), "enum" | "const") => {
                    self.report(file, Code::UnsupportedSchema, span, &format!("`{key}` is supported for texts only"))
                        .label(format_args!("this is {}", kind.what()))
                        .help("leave it out, and let a function or a choice refuse other values");
                }
                Some(Keyword::Type) if kind == Kind::Reference => {
                    let message = format!("`{key}` beside a `$ref` is not supported");
                    self.report(file, Code::UnsupportedSchema, span, &message).help(
                        "say it in the schema that is referred to; only `nullable` and what explains can stand here",
                    );
                }
                Some(Keyword::Type) if kind == Kind::Union => {
                    let message = format!("`{key}` beside a choice of schemas is not supported");
                    self.report(file, Code::UnsupportedSchema, span, &message).help("say it in each of them");
                }
                Some(Keyword::Type) if key == "required" && matches!(value.scalar(), Some(Constant::Bool(_))) => {
                    self.required_here(file, value);
                }
                Some(Keyword::Type) => {
                    self.report(file, Code::InconsistentSchema, span, &format!("{} has no `{key}`", kind.what()))
                        .label("about another type");
                }
            }
        }
    }

    /// Reports a key that says itself whether it is required.
    pub(super) fn required_here(&mut self, file: usize, value: &Node) {
        self.report(file, Code::WrongType, value.span, "expected a list of keys, found a boolean")
            .help("the object around it says which of its keys are there: `required: [id, name]`");
    }

    fn is_root(&self, schema: Schema<'a>) -> bool {
        let root = self.files.schema(&Target { file: schema.file, def: None });
        root.is_some_and(|root| matches!(&root.node.kind, NodeKind::Mapping(entries) if std::ptr::eq(entries.as_slice(), schema.entries)))
    }

    fn unknown_keyword(&mut self, file: usize, key: &str, span: Span, left: impl Iterator<Item = &'static str>) {
        let near = if self.diags.may_search(60) { guess(key, left) } else { None };
        let found = self.report(file, Code::UnknownKeyword, span, &format!("a schema has no keyword `{key}`"));
        match near {
            Some(near) => found.meant(span, key, &near),
            None => {
                found.help("keys of an object stand under its `properties`; what begins with `x-` is for other tools")
            }
        };
    }

    /// Warns of a keyword that nobody checks.
    pub(super) fn unchecked(&mut self, file: usize, span: Span, key: &str) -> &mut Diagnostic {
        self.report(file, Code::UncheckedKeyword, span, &format!("`{key}` is not checked"))
            .help("values that it does not allow are taken, too")
    }

    pub(super) fn boolean(&mut self, file: usize, node: &Node, key: &str) -> Option<bool> {
        if let Some(Constant::Bool(value)) = node.scalar() {
            return Some(value);
        }
        let message = format!("expected `true` or `false` under `{key}`, found {}", node.describe());
        self.report(file, Code::WrongType, node.head(), &message);
        None
    }

    /// The items of a list; anything else is reported.
    pub(super) fn list(&mut self, file: usize, node: &'a Node, of: &str) -> &'a [Node] {
        if let NodeKind::Sequence(items) = &node.kind {
            return items;
        }
        let message = format!("expected a list of {of}, found {}", node.describe());
        self.report(file, Code::WrongType, node.head(), &message);
        &[]
    }
}

/// The type, or null.
pub(super) fn or_null(ty: Ty) -> Ty {
    match ty {
        Ty::Any | Ty::Nullable(_) => ty,
        _ => Ty::Nullable(Box::new(ty)),
    }
}

/// How deep a type is nested without a name.
fn depth(ty: &Ty) -> usize {
    match ty {
        Ty::List(of) | Ty::Map(of) | Ty::Nullable(of) => depth(of) + 1,
        _ => 0,
    }
}

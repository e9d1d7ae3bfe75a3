//! Declared types as Rust types.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::{
    codegen::names::{Names, ident},
    types::{Declared, FieldDef, Integer, Ty, TypeId, TypeKind},
};

/// The names that the declared types have in Rust.
#[derive(Debug, Default)]
pub(in crate::codegen) struct TypeNames {
    /// Indexed by [`TypeId`].
    types: Vec<Named>,
}

#[derive(Debug, Default)]
struct Named {
    name: String,
    /// The fields of a struct, the variants of an enum or a union.
    members: Vec<String>,
    /// The field for keys that a struct does not name.
    others: String,
    /// By field, whether it is boxed, since the type would hold itself.
    boxed: Vec<bool>,
}

impl Named {
    /// What a type has in it.
    fn of(declared: &Declared, id: TypeId) -> Self {
        let mut unique = Names::default();
        match &declared.get(id).kind {
            TypeKind::Struct { fields, .. } => Self {
                members: fields.iter().map(|field| unique.snake(&field.key, "field")).collect(),
                others: unique.snake("others", "field"),
                ..Self::default()
            },
            TypeKind::Enum(texts) => {
                Self { members: texts.iter().map(|text| unique.camel(text, "text")).collect(), ..Self::default() }
            }
            TypeKind::Union { variants, .. } => {
                let members = variants.iter().map(|(text, _)| unique.camel(text, "variant"));
                Self { members: members.collect(), ..Self::default() }
            }
        }
    }
}

impl TypeNames {
    /// Names the types; `taken` are the names of other items.
    pub(in crate::codegen) fn new(declared: &Declared, names: &mut Names) -> Self {
        let types = (0..declared.types.len()).map(|at| {
            let is = |declared: &Option<Ty>| *declared == Some(Ty::Named(TypeId(at)));
            let name = match declared.get(TypeId(at)).name.as_str() {
                "input" | "Input" if is(&declared.input) => "Input".to_owned(),
                "output" | "Output" if is(&declared.output) => "Output".to_owned(),
                name => names.camel(name, "type"),
            };
            Named { name, boxed: boxed(declared, TypeId(at)), ..Named::of(declared, TypeId(at)) }
        });
        Self { types: types.collect() }
    }

    /// Adds the last type, which has no name of its own yet.
    pub(in crate::codegen) fn add(&mut self, declared: &Declared, id: TypeId) {
        self.types.push(Named { name: "Unnamed".to_owned(), ..Named::of(declared, id) });
    }

    /// Names a type that was added.
    pub(in crate::codegen) fn rename(&mut self, id: TypeId, name: String) {
        self.types[id.0].name = name;
    }

    /// The name of a type.
    pub(in crate::codegen) fn name(&self, id: TypeId) -> Ident {
        ident(&self.types[id.0].name)
    }

    /// A field or a variant of a type.
    pub(in crate::codegen) fn part(&self, id: TypeId, at: usize) -> Ident {
        ident(&self.types[id.0].members[at])
    }

    /// The field of a struct for the keys that it does not name.
    pub(in crate::codegen) fn others(&self, id: TypeId) -> Ident {
        ident(&self.types[id.0].others)
    }

    /// Whether a field of a struct is boxed.
    pub(in crate::codegen) fn is_boxed(&self, id: TypeId, at: usize) -> bool {
        self.types[id.0].boxed.get(at).copied().unwrap_or_default()
    }

    /// A type; `types` is the path of the module that the declared ones stand in.
    pub(in crate::codegen) fn rust(&self, ty: &Ty, types: &TokenStream) -> TokenStream {
        match ty {
            Ty::Any => quote!(rt::Value),
            Ty::Bool => quote!(bool),
            Ty::Integer(Integer::I64) => quote!(i64),
            Ty::Integer(Integer::U64) => quote!(u64),
            Ty::Integer(Integer::I128) => quote!(i128),
            Ty::Number => quote!(rt::Number),
            Ty::Double => quote!(f64),
            Ty::Text => quote!(rt::String),
            Ty::Timestamp => quote!(rt::DateTime),
            Ty::List(item) => {
                let item = self.rust(item, types);
                quote!(rt::Vec<#item>)
            }
            Ty::Map(item) if **item == Ty::Any => quote!(rt::Object),
            Ty::Map(item) => {
                let item = self.rust(item, types);
                quote!(rt::BTreeMap<rt::String, #item>)
            }
            Ty::Nullable(inner) => {
                let inner = self.rust(inner, types);
                quote!(Option<#inner>)
            }
            Ty::Named(id) => {
                let name = self.name(*id);
                quote!(#types #name)
            }
        }
    }

    /// The type of a field.
    pub(in crate::codegen) fn field(&self, id: TypeId, at: usize, field: &FieldDef) -> TokenStream {
        let ty = self.rust(&field.ty, &TokenStream::new());
        let ty = if self.is_boxed(id, at) { quote!(rt::Box<#ty>) } else { ty };
        if field.required { ty } else { quote!(Option<#ty>) }
    }
}

/// By field, whether data of it would hold its own type.
fn boxed(declared: &Declared, id: TypeId) -> Vec<bool> {
    match &declared.get(id).kind {
        TypeKind::Struct { fields, .. } => fields.iter().map(|field| holds(declared, &field.ty, id)).collect(),
        TypeKind::Enum(_) | TypeKind::Union { .. } => Vec::new(),
    }
}

/// Whether data of a type has a value of another type in itself, not behind an array or a map.
fn holds(declared: &Declared, ty: &Ty, wanted: TypeId) -> bool {
    fn look(declared: &Declared, ty: &Ty, wanted: TypeId, seen: &mut BTreeSet<TypeId>) -> bool {
        match ty {
            Ty::Nullable(inner) => look(declared, inner, wanted, seen),
            Ty::Named(id) if *id == wanted => true,
            Ty::Named(id) if seen.insert(*id) => match &declared.get(*id).kind {
                TypeKind::Struct { fields, .. } => fields.iter().any(|field| look(declared, &field.ty, wanted, seen)),
                TypeKind::Union { variants, .. } => {
                    variants.iter().any(|(_, id)| look(declared, &Ty::Named(*id), wanted, seen))
                }
                TypeKind::Enum(_) => false,
            },
            _ => false,
        }
    }
    look(declared, ty, wanted, &mut BTreeSet::new())
}

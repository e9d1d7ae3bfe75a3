//! Paths into typed data.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rust::TypeNames;
use crate::{
    codegen::chain::Chain,
    ir::Segment,
    types::{Declared, Ty, TypeId, TypeKind},
};

/// Typed data that is somewhere.
#[derive(Debug, Clone)]
pub(in crate::codegen) struct Place {
    /// A place, a reference, or an `Option` of a reference.
    pub(in crate::codegen) tokens: TokenStream,
    pub(in crate::codegen) ty: Ty,
    pub(in crate::codegen) form: Form,
    /// Whether it may be moved away.
    pub(in crate::codegen) last: bool,
}

/// What the tokens of a place are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::codegen) enum Form {
    /// A place: a variable, a field.
    Place,
    /// A reference.
    Reference,
    /// An `Option` of a reference; nothing where the key is missing.
    Optional,
    /// An `Option` of the data, which is not needed afterwards.
    Owned,
}

impl Place {
    /// Data that is there.
    pub(in crate::codegen) fn new(tokens: TokenStream, ty: Ty) -> Self {
        Self { tokens, ty, form: Form::Place, last: false }
    }

    /// Data that a reference leads to.
    pub(in crate::codegen) fn reference(tokens: TokenStream, ty: Ty) -> Self {
        Self { tokens, ty, form: Form::Reference, last: false }
    }

    /// Data that may be missing.
    pub(in crate::codegen) fn optional(tokens: TokenStream, ty: Ty) -> Self {
        Self { tokens, ty, form: Form::Optional, last: false }
    }

    /// Data that may be missing, and that is moved away.
    pub(in crate::codegen) fn owned(tokens: TokenStream, ty: Ty) -> Self {
        Self { tokens, ty, form: Form::Owned, last: true }
    }

    pub(in crate::codegen) fn is_optional(&self) -> bool {
        matches!(self.form, Form::Optional | Form::Owned)
    }

    /// The same as an `Option` of a reference where it is one of the data.
    pub(in crate::codegen) fn by_reference(self) -> Self {
        let tokens = &self.tokens;
        if self.form == Form::Owned { Self::optional(quote!(#tokens.as_ref()), self.ty) } else { self }
    }

    /// A reference to the data; for what may be missing, an `Option` of one.
    pub(in crate::codegen) fn borrowed(&self) -> TokenStream {
        let tokens = &self.tokens;
        if self.form == Form::Place { quote!(&#tokens) } else { tokens.clone() }
    }

    /// An `Option` of a reference.
    pub(in crate::codegen) fn as_option(&self) -> TokenStream {
        let borrowed = self.clone().by_reference().borrowed();
        if self.is_optional() { borrowed } else { quote!(Some(#borrowed)) }
    }
}

/// What knows the declared types.
#[derive(Debug, Clone, Copy)]
pub(in crate::codegen) struct Known<'a> {
    pub(in crate::codegen) declared: &'a Declared,
    pub(in crate::codegen) names: &'a TypeNames,
}

impl Known<'_> {
    /// Whether data of a type is an object.
    pub(in crate::codegen) fn is_object(self, ty: &Ty) -> bool {
        match ty {
            Ty::Map(_) => true,
            Ty::Named(id) => !matches!(self.declared.get(*id).kind, TypeKind::Enum(_)),
            _ => false,
        }
    }

    /// The rest of a path, from data that is typed.
    pub(in crate::codegen) fn down(self, place: Place, segments: &[Segment]) -> Chain {
        let Some((first, rest)) = segments.split_first() else { return Chain::Typed(place) };
        let place = place.by_reference();
        if let Ty::Nullable(inner) = &place.ty {
            let tokens = &place.tokens;
            let tokens = match place.form {
                Form::Optional | Form::Owned => quote!(#tokens.and_then(Option::as_ref)),
                Form::Place | Form::Reference => quote!(#tokens.as_ref()),
            };
            return self.down(Place::optional(tokens, (**inner).clone()), segments);
        }
        match (&place.ty, first) {
            (Ty::Any, _) => {
                let (tokens, downs) = (&place.tokens, segments);
                Chain::of_value(tokens, downs)
            }
            (Ty::Named(id), Segment::Key(key)) => match &self.declared.get(*id).kind {
                TypeKind::Struct { .. } => match self.field(&place, *id, key) {
                    Some(next) => self.down(next, rest),
                    None => Chain::nowhere(segments),
                },
                TypeKind::Union { .. } => self.of_json(&place, segments),
                TypeKind::Enum(_) => Chain::nowhere(segments),
            },
            (Ty::Named(id), _) if matches!(self.declared.get(*id).kind, TypeKind::Union { .. }) => {
                self.of_json(&place, segments)
            }
            (Ty::Map(item), Segment::Key(key)) => {
                let next = optional_step(&place, &quote!(get(#key)));
                self.down(Place::optional(next, (**item).clone()), rest)
            }
            (Ty::List(item), Segment::Index(index)) => {
                let step = if *index == 0 {
                    quote!(first())
                } else {
                    let index = Literal::usize_unsuffixed(*index);
                    quote!(get(#index))
                };
                let next = optional_step(&place, &step);
                self.down(Place::optional(next, (**item).clone()), rest)
            }
            (Ty::List(item), Segment::Each) => {
                self.each(&place, item, rest).unwrap_or_else(|| self.of_json(&place, segments))
            }
            _ => Chain::nowhere(segments),
        }
    }

    /// What follows `[*]`, applied to every element; those where it leads nowhere are left out. Nothing where that takes
    /// JSON.
    fn each(self, list: &Place, item: &Ty, segments: &[Segment]) -> Option<Chain> {
        let tokens = &list.tokens;
        let items = if list.is_optional() { quote!(#tokens.into_iter().flatten()) } else { quote!(#tokens.iter()) };
        if segments.contains(&Segment::Each) {
            return None;
        }
        Some(match self.down(Place::reference(quote!(it), item.clone()), segments) {
            // All elements of a list that is there are the list.
            Chain::Typed(_) if segments.is_empty() && !list.is_optional() => Chain::Typed(list.clone()),
            Chain::Typed(place) if segments.is_empty() => Chain::Each(items, place.ty),
            Chain::Typed(place) => {
                let borrowed = place.borrowed();
                let step = if place.is_optional() { quote!(filter_map) } else { quote!(map) };
                Chain::Each(quote!(#items.#step(|it| #borrowed)), place.ty)
            }
            Chain::One(chain) => Chain::Many(quote!(#items.filter_map(|it| #chain))),
            Chain::Missing => Chain::Nothing,
            _ => return None,
        })
    }

    /// A path down from typed data by way of JSON.
    fn of_json(self, place: &Place, segments: &[Segment]) -> Chain {
        if place.is_optional() {
            let tokens = &place.tokens;
            return Chain::of_made(&quote!(rt::to_json_option(#tokens)?.as_ref()), segments);
        }
        Chain::of_made(&self.to_json(place), segments)
    }

    /// What stands under a key of a struct.
    pub(in crate::codegen) fn field(self, place: &Place, id: TypeId, key: &str) -> Option<Place> {
        let TypeKind::Struct { fields, others } = &self.declared.get(id).kind else { return None };
        let tokens = &place.tokens;
        let Some(at) = fields.iter().position(|field| field.key == key) else {
            let ty = others.as_ref()?;
            let member = self.names.others(id);
            let next = match place.form {
                Form::Optional | Form::Owned => quote!(#tokens.and_then(|it| it.#member.get(#key))),
                Form::Place | Form::Reference => quote!(#tokens.#member.get(#key)),
            };
            return Some(Place::optional(next, ty.clone()));
        };
        let (member, field, boxed) = (self.names.part(id, at), &fields[at], self.names.is_boxed(id, at));
        let ty = field.ty.clone();
        let as_ref = if boxed { quote!(as_deref) } else { quote!(as_ref) };
        Some(match (place.form, field.required) {
            (Form::Optional | Form::Owned, true) if boxed => {
                Place::optional(quote!(#tokens.map(|it| &*it.#member)), ty)
            }
            (Form::Optional | Form::Owned, true) => Place::optional(quote!(#tokens.map(|it| &it.#member)), ty),
            (Form::Optional | Form::Owned, false) => {
                Place::optional(quote!(#tokens.and_then(|it| it.#member.#as_ref())), ty)
            }
            (_, true) if boxed => Place::reference(quote!((&*#tokens.#member)), ty),
            (_, true) => Place { last: place.last, ..Place::new(quote!(#tokens.#member), ty) },
            (Form::Place, false) if place.last && !boxed => Place::owned(quote!(#tokens.#member), ty),
            (_, false) => Place::optional(quote!(#tokens.#member.#as_ref()), ty),
        })
    }
}

/// A step that leads to something or nothing.
fn optional_step(place: &Place, step: &TokenStream) -> TokenStream {
    let tokens = &place.tokens;
    if place.is_optional() { quote!(#tokens.and_then(|it| it.#step)) } else { quote!(#tokens.#step) }
}

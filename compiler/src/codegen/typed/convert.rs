//! A struct as another one, field by field.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    mentions::{bound, map},
    place::{Form, Known, Place},
};
use crate::types::{FieldDef, Ty, TypeId, TypeKind};

impl Known<'_> {
    /// Whether a struct becomes another one without JSON between, and whatever is in it.
    pub(super) fn converts(self, from: &Ty, to: &Ty) -> bool {
        self.converts_without(from, to, &[])
    }

    /// The same without some keys of the first.
    fn converts_without(self, from: &Ty, to: &Ty, without: &[&str]) -> bool {
        let (Some(own), Ty::Named(own_id), Ty::Named(id)) = (self.closed(from), from, to) else { return false };
        let TypeKind::Struct { fields, .. } = &self.declared.get(*id).kind else { return false };
        let find = |fields: &[FieldDef], key: &str| fields.iter().position(|field| field.key == key);
        let mut kept = own.iter().enumerate().filter(|(_, field)| !without.contains(&field.key.as_str()));
        let kept = kept.all(|(at, field)| {
            find(fields, &field.key).is_some_and(|to| {
                let boxed = self.names.is_boxed(*own_id, at) || self.names.is_boxed(*id, to);
                !boxed && self.field_converts(&field.ty, &fields[to].ty)
            })
        });
        let there = |field: &FieldDef| {
            let known = find(own, &field.key).is_some_and(|at| own[at].required);
            known && !without.contains(&field.key.as_str())
        };
        kept && fields.iter().all(|field| !field.required || there(field))
    }

    fn field_converts(self, from: &Ty, to: &Ty) -> bool {
        match (from, to) {
            (_, Ty::Any) => true,
            (from, to) if from == to => true,
            (Ty::Nullable(_), _) => false,
            (from, Ty::Nullable(to)) => self.is_direct(from, to),
            (from, to) => self.is_direct(from, to),
        }
    }

    /// Data of a place as another type, without some keys; nothing where that takes JSON.
    pub(in crate::codegen) fn passed(self, place: &Place, wanted: &Ty, without: &[&str]) -> Option<TokenStream> {
        let is_rid = !self.closed(&place.ty).is_some_and(|own| own.iter().any(|it| without.contains(&it.key.as_str())));
        if place.ty == *wanted && is_rid {
            return Some(self.owned(place));
        }
        match wanted {
            Ty::Named(id) if self.converts_without(&place.ty, wanted, without) => {
                Some(self.converted_without(place, *id, without))
            }
            _ if is_rid && *wanted != Ty::Any && self.is_direct(&place.ty, wanted) => {
                Some(self.coerced(place, wanted, "what the step gives"))
            }
            _ => None,
        }
    }

    /// The struct that data of a place becomes.
    pub(super) fn converted(self, place: &Place, id: TypeId) -> TokenStream {
        self.converted_without(place, id, &[])
    }

    fn converted_without(self, place: &Place, id: TypeId, without: &[&str]) -> TokenStream {
        let (Ty::Named(own_id), Some(own)) = (&place.ty, self.closed(&place.ty)) else { return TokenStream::new() };
        let TypeKind::Struct { fields, others } = &self.declared.get(id).kind else { return TokenStream::new() };
        let moved = place.form == Form::Place && place.last;
        let members = fields.iter().enumerate().map(|(at, field)| {
            let member = self.names.part(id, at);
            let kept = !without.contains(&field.key.as_str());
            let Some(from) = own.iter().position(|known| kept && known.key == field.key) else {
                return quote!(#member: None);
            };
            let own_member = self.names.part(*own_id, from);
            let source = Place { last: moved, ..Place::new(quote!(it.#own_member), own[from].ty.clone()) };
            let made = match (own[from].required, field.required) {
                (true, true) => self.coerced(&source, &field.ty, &field.key),
                (true, false) => {
                    let made = self.coerced(&source, &field.ty, &field.key);
                    quote!(Some(#made))
                }
                (false, _) => self.optional_field(&source, &field.ty, &field.key),
            };
            quote!(#member: #made)
        });
        let members: Vec<_> = members.collect();
        let rest = others.is_some().then(|| {
            let member = self.names.others(id);
            quote!(#member: Default::default())
        });
        let name = self.names.name(id);
        let it = if moved { place.tokens.clone() } else { place.borrowed() };
        let made = quote!(types::#name { #(#members,)* #rest });
        if it.to_string() == "it" {
            return made;
        }
        let bound = bound("it", &made);
        quote!({
            let #bound = #it;
            #made
        })
    }

    /// What a key holds that may be missing, as what another one holds that may be.
    fn optional_field(self, source: &Place, wanted: &Ty, what: &str) -> TokenStream {
        let tokens = &source.tokens;
        if source.ty == *wanted {
            return if source.last || self.is_copy(&source.ty) { tokens.clone() } else { quote!(#tokens.clone()) };
        }
        let (option, one) = if source.last {
            (tokens.clone(), Place { last: true, ..Place::new(quote!(it), source.ty.clone()) })
        } else {
            (quote!(#tokens.as_ref()), Place::reference(quote!(it), source.ty.clone()))
        };
        let one = self.coerced(&one, wanted, what);
        map(&option, &one)
    }
}

//! Data of one type as another.

use proc_macro2::TokenStream;
use quote::quote;

use super::place::{Form, Known, Place};
use crate::types::{Integer, Ty, TypeKind};

impl Known<'_> {
    /// The type or null.
    pub(in crate::codegen) fn nullable(ty: &Ty) -> Ty {
        match ty {
            Ty::Any | Ty::Nullable(_) => ty.clone(),
            ty => Ty::Nullable(Box::new(ty.clone())),
        }
    }

    /// The type that holds data of two types which differ, are not made of others, and have no null.
    pub(in crate::codegen) fn join(self, one: &Ty, other: &Ty) -> Ty {
        if self.is_text(one) && self.is_text(other) { Ty::Text } else { Ty::Any }
    }

    pub(super) fn is_text(self, ty: &Ty) -> bool {
        match ty {
            Ty::Text | Ty::Timestamp => true,
            Ty::Named(id) => matches!(self.declared.get(*id).kind, TypeKind::Enum(_)),
            _ => false,
        }
    }

    pub(super) fn is_copy(self, ty: &Ty) -> bool {
        match ty {
            Ty::Bool | Ty::Integer(_) | Ty::Double => true,
            Ty::Nullable(inner) => self.is_copy(inner),
            Ty::Named(id) => matches!(self.declared.get(*id).kind, TypeKind::Enum(_)),
            _ => false,
        }
    }

    /// The owned data of a place, of its own type: an `Option` of it where it may be missing.
    pub(in crate::codegen) fn owned(self, place: &Place) -> TokenStream {
        let tokens = &place.tokens;
        let copies = self.is_copy(&place.ty);
        match place.form {
            Form::Place if place.last || copies => tokens.clone(),
            Form::Reference if copies => quote!(*#tokens),
            Form::Place | Form::Reference => quote!(#tokens.clone()),
            Form::Owned => tokens.clone(),
            Form::Optional if copies => quote!(#tokens.copied()),
            Form::Optional => quote!(#tokens.cloned()),
        }
    }

    /// How data of the type at a reference `it` becomes an owned `rt::Value`, which may fail.
    pub(in crate::codegen) fn to_json(self, place: &Place) -> TokenStream {
        let place = &place.clone().by_reference();
        let tokens = &place.tokens;
        if place.is_optional() {
            return match place.ty {
                Ty::Any => quote!(#tokens.cloned().unwrap_or_default()),
                _ => quote!(rt::to_json_opt(#tokens)?),
            };
        }
        match &place.ty {
            Ty::Any => self.owned(place),
            Ty::Bool | Ty::Integer(Integer::I64 | Integer::U64) => {
                let owned = self.owned(place);
                quote!(rt::Value::from(#owned))
            }
            Ty::Text => {
                let owned = self.owned(place);
                quote!(rt::Value::String(#owned))
            }
            _ => {
                let borrowed = place.borrowed();
                quote!(rt::to_json(#borrowed)?)
            }
        }
    }

    /// Data of a place as another type; `what` is how the definition names it. What may be missing and is wanted must be
    /// there.
    pub(in crate::codegen) fn coerced(self, place: &Place, wanted: &Ty, what: &str) -> TokenStream {
        if *wanted == Ty::Any {
            return self.to_json(place);
        }
        if let Ty::Nullable(inner) = wanted {
            if place.is_optional() {
                return match &place.ty {
                    Ty::Nullable(own) if own == inner => {
                        let owned = self.owned(place);
                        quote!(#owned.flatten())
                    }
                    ty if *ty == **inner => self.owned(place),
                    _ => self.through_json(place, wanted, what),
                };
            }
            return match &place.ty {
                ty if ty == wanted => self.owned(place),
                ty if self.is_direct(ty, inner) => {
                    let inner = self.coerced(place, inner, what);
                    quote!(Some(#inner))
                }
                _ => self.through_json(place, wanted, what),
            };
        }
        if place.is_optional() {
            if !self.is_direct(&place.ty, wanted) {
                return self.through_json(place, wanted, what);
            }
            let tokens = &place.tokens;
            if place.form == Form::Owned {
                let there = Place::new(quote!(rt::given(here, #what, #tokens)?), place.ty.clone());
                return self.coerced(&Place { last: true, ..there }, wanted, what);
            }
            let place = &place.clone().by_reference();
            let tokens = &place.tokens;
            let there = Place::reference(quote!(rt::given(here, #what, #tokens)?), place.ty.clone());
            return self.coerced(&there, wanted, what);
        }
        if let Ty::Nullable(own) = &place.ty
            && self.is_direct(own, wanted)
        {
            let tokens = &place.tokens;
            let there = Place::reference(quote!(rt::given(here, #what, #tokens.as_ref())?), (**own).clone());
            return self.coerced(&there, wanted, what);
        }
        if place.ty == *wanted {
            return self.owned(place);
        }
        let tokens = &place.tokens;
        match (&place.ty, wanted) {
            (Ty::Timestamp | Ty::Named(_), Ty::Text) if self.is_text(&place.ty) => {
                quote!(rt::String::from(#tokens.as_str()))
            }
            (Ty::Integer(Integer::I64 | Integer::U64), Ty::Number) => {
                let owned = self.owned(place);
                quote!(rt::Number::from(#owned))
            }
            (_, Ty::Named(id)) if self.converts(&place.ty, wanted) => self.converted(place, *id),
            _ => self.through_json(place, wanted, what),
        }
    }

    /// Data of a place as what a key holds that may be missing (`Option`). Null counts as missing, since a definition that
    /// maps what is not there makes null of it.
    pub(in crate::codegen) fn coerced_opt(self, place: &Place, wanted: &Ty, what: &str) -> TokenStream {
        let nullable = matches!(wanted, Ty::Any | Ty::Nullable(_));
        if !place.is_optional() && (nullable || (!matches!(place.ty, Ty::Any | Ty::Nullable(_)))) {
            let owned = self.coerced(place, wanted, what);
            return quote!(Some(#owned));
        }
        if place.is_optional() && place.ty == *wanted {
            // What a path does not find is null (v1), and null fits.
            let owned = self.owned(place);
            return match wanted {
                Ty::Any => quote!(Some(#owned.unwrap_or_default())),
                Ty::Nullable(_) => quote!(Some(#owned.flatten())),
                _ => owned,
            };
        }
        if let Ty::Nullable(inner) = wanted {
            let owned = self.coerced(place, &Self::nullable(inner), what);
            return quote!(Some(#owned));
        }
        if let Ty::Nullable(own) = &place.ty
            && **own == *wanted
        {
            let owned = self.owned(place);
            return if place.is_optional() { quote!(#owned.flatten()) } else { owned };
        }
        let json = self.to_json(place);
        if *wanted == Ty::Any { quote!(Some(#json)) } else { quote!(rt::fit_opt(here, #what, #json)?) }
    }

    /// Data of a place as a side of a comparison: something that an `rt::Operand` can be made from.
    pub(in crate::codegen) fn operand(self, place: &Place) -> TokenStream {
        let place = &place.clone().by_reference();
        let tokens = &place.tokens;
        if let Ty::Nullable(inner) = &place.ty {
            let tokens =
                if place.is_optional() { quote!(#tokens.and_then(Option::as_ref)) } else { quote!(#tokens.as_ref()) };
            return self.operand(&Place::optional(tokens, (**inner).clone()));
        }
        if place.is_optional() {
            if place.ty == Ty::Any {
                return tokens.clone();
            }
            let one = self.operand_of(&Place::reference(quote!(it), place.ty.clone()));
            return match one {
                Some(one) if one.to_string() == "it" => quote!(#tokens.map_or(rt::Operand::Null, rt::Operand::from)),
                Some(one) => quote!(#tokens.map_or(rt::Operand::Null, |it| rt::Operand::from(#one))),
                None => quote!(&rt::to_json_opt(#tokens)?),
            };
        }
        self.operand_of(place).unwrap_or_else(|| {
            let borrowed = place.borrowed();
            quote!(&rt::to_json(#borrowed)?)
        })
    }

    /// Whether what is made of a place for a comparison is an `rt::Operand` already.
    pub(in crate::codegen) fn is_operand(self, place: &Place) -> bool {
        let (optional, ty) = match &place.ty {
            Ty::Nullable(inner) => (true, &**inner),
            ty => (place.is_optional(), ty),
        };
        optional && *ty != Ty::Any && self.operand_of(&Place::reference(quote!(it), ty.clone())).is_some()
    }

    /// The same without JSON, where that can be.
    fn operand_of(self, place: &Place) -> Option<TokenStream> {
        let tokens = &place.tokens;
        Some(match &place.ty {
            Ty::Any | Ty::Number => place.borrowed(),
            Ty::Bool | Ty::Double => self.owned(place),
            Ty::Integer(_) => {
                let owned = self.owned(place);
                quote!(i128::from(#owned))
            }
            ty if self.is_text(ty) => quote!(#tokens.as_str()),
            _ => return None,
        })
    }

    /// Whether data of one type becomes another without JSON between.
    pub(super) fn is_direct(self, from: &Ty, to: &Ty) -> bool {
        from == to
            || (*to == Ty::Text && self.is_text(from))
            || matches!((from, to), (Ty::Integer(Integer::I64 | Integer::U64), Ty::Number))
            || self.converts(from, to)
    }

    fn through_json(self, place: &Place, _: &Ty, what: &str) -> TokenStream {
        let json = self.to_json(place);
        quote!(rt::fit(here, #what, #json)?)
    }
}

//! Templates as data of a wanted type.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    mentions::map,
    place::{Known, Place},
};
use crate::{
    codegen::{
        chain::Chain,
        env::{Env, Holder},
        literal,
        typed::{Sketch, Slots},
    },
    ir::{Constant, Expr, ExprKind, Missing, Path, Root, Template},
    types::{FieldDef, Integer, Ty, TypeId, TypeKind},
};

impl Env<'_> {
    /// What is known of the type of what a template makes.
    pub(in crate::codegen) fn type_of(&self, template: &Template) -> Sketch {
        match template {
            Template::Constant(constant) => type_of_constant(constant),
            Template::Expr(expr) => self.type_of_expr(expr),
            Template::Object(entries) => {
                Sketch::object(entries.iter().map(|(key, entry)| (key.clone(), self.type_of(entry))))
            }
            Template::Array(items) => self.type_of_items(items.iter().map(|item| self.type_of(item))),
        }
    }

    fn type_of_expr(&self, expr: &Expr) -> Sketch {
        match &expr.kind {
            ExprKind::Literal(constant) => type_of_constant(constant),
            ExprKind::Path(path) => match self.chain(path) {
                Chain::Typed(place) if place.is_optional() && path.missing == Missing::Null => {
                    Sketch::Of(Known::nullable(&place.ty))
                }
                Chain::Typed(place) => Sketch::Of(place.ty),
                Chain::Each(_, ty) => Sketch::Of(Ty::List(Box::new(ty))),
                Chain::Whole(holder) => Self::type_of_holder(&holder),
                Chain::Text(_) if self.context_text(path).is_some() => Sketch::Of(Ty::Text),
                _ => Sketch::ANY,
            },
            ExprKind::And(..) | ExprKind::Or(..) | ExprKind::Not(_) | ExprKind::Compare(_) | ExprKind::Bool(..) => {
                Sketch::Of(Ty::Bool)
            }
            ExprKind::Object(entries) => {
                Sketch::object(entries.iter().map(|(key, entry)| (key.clone(), self.type_of_expr(entry))))
            }
            _ => Sketch::ANY,
        }
    }

    fn type_of_items(&self, items: impl Iterator<Item = Sketch>) -> Sketch {
        let all = items.reduce(|one, other| self.known.joined(&one, &other));
        all.map_or(Sketch::ANY, Sketch::list)
    }

    /// Owned data of a type.
    pub(in crate::codegen) fn make(&self, template: &Template, wanted: &Ty) -> TokenStream {
        match (template, wanted) {
            (_, Ty::Any) => self.template(template),
            (Template::Object(entries), Ty::Named(id)) if self.is_struct(*id) => self.make_struct(entries, *id),
            (Template::Object(_), Ty::Map(item)) if **item == Ty::Any => self.object(template),
            (Template::Object(entries), Ty::Map(item)) => {
                let entries = entries.iter().map(|(key, entry)| {
                    let made = self.make(entry, item);
                    quote!((rt::String::from(#key), #made))
                });
                quote!(rt::BTreeMap::from([#(#entries),*]))
            }
            (Template::Array(items), Ty::List(item)) => {
                let items = items.iter().map(|entry| self.make(entry, item));
                quote!(rt::Vec::from([#(#items),*]))
            }
            (Template::Object(_) | Template::Array(_), Ty::Nullable(inner)) => {
                let made = self.make(template, inner);
                quote!(Some(#made))
            }
            (Template::Constant(constant), _) => self.make_constant(constant, wanted),
            (Template::Expr(expr), _) => self.make_expr(expr, wanted),
            _ => Self::checked(&self.template(template), "the mapped value"),
        }
    }

    /// The same for what a key holds that may be missing (`Option`).
    fn make_opt(&self, template: &Template, wanted: &Ty) -> TokenStream {
        match template {
            Template::Constant(Constant::Null) if !matches!(wanted, Ty::Any | Ty::Nullable(_)) => quote!(None),
            Template::Expr(Expr { kind: ExprKind::Path(path), .. }) => {
                if let Some(made) = self.make_context_text(path, wanted) {
                    return quote!(Some(#made));
                }
                let text = self.words.path(path);
                match self.place_of(path) {
                    Chain::Typed(place) => self.known.coerced_opt(&place, wanted, &text),
                    _ if matches!(wanted, Ty::Any | Ty::Nullable(_)) => {
                        let made = self.make(template, wanted);
                        quote!(Some(#made))
                    }
                    _ => {
                        let value = self.path_value(path);
                        quote!(rt::fit_opt(here, #text, #value)?)
                    }
                }
            }
            _ => {
                let made = self.make(template, wanted);
                quote!(Some(#made))
            }
        }
    }

    fn is_struct(&self, id: TypeId) -> bool {
        matches!(self.known.declared.get(id).kind, TypeKind::Struct { .. })
    }

    fn make_struct(&self, entries: &[(String, Template)], id: TypeId) -> TokenStream {
        let TypeKind::Struct { fields, others } = &self.known.declared.get(id).kind else {
            return TokenStream::new();
        };
        let (names, types) = (self.known.names, quote!(types::));
        // Where a key stands twice, the last one counts.
        let entry_of = |field: &FieldDef| entries.iter().rposition(|(key, _)| *key == field.key);
        let mut ordered: Vec<_> = fields.iter().enumerate().collect();
        // As they stand in the definition, so that the first one that fails is the same whatever is declared.
        ordered.sort_by_key(|(_, field)| entry_of(field).unwrap_or(usize::MAX));
        let members = ordered.into_iter().map(|(at, field)| {
            let member = names.part(id, at);
            let made = match entry_of(field).map(|at| &entries[at]) {
                None if field.required => {
                    let key = &field.key;
                    return quote!(#member: rt::lacking(here, #key)?,);
                }
                None => return quote!(#member: None,),
                Some((_, entry)) if field.required => self.make(entry, &field.ty),
                Some((_, entry)) => self.make_opt(entry, &field.ty),
            };
            let made = match (names.is_boxed(id, at), field.required) {
                (false, _) => made,
                (true, true) => quote!(rt::Box::new(#made)),
                (true, false) => quote!(#made.map(rt::Box::new)),
            };
            quote!(#member: #made,)
        });
        let members: Vec<_> = members.collect();
        let extra = entries.iter().filter(|(key, _)| fields.iter().all(|field| field.key != *key));
        let rest = match others {
            None => extra.map(|(key, _)| quote!(let () = rt::surplus(here, #key)?;)).collect::<TokenStream>(),
            Some(ty) => {
                let extra = extra.map(|(key, entry)| {
                    let made = self.make(entry, ty);
                    quote!((#key, #made))
                });
                let extra: Vec<_> = extra.collect();
                let member = names.others(id);
                let name = names.name(id);
                let made = match (extra.is_empty(), ty) {
                    (true, _) => quote!(Default::default()),
                    (false, Ty::Any) => quote!(rt::entries([#(#extra),*])),
                    (false, _) => {
                        quote!(rt::BTreeMap::from([#(#extra),*].map(|(key, item)| (rt::String::from(key), item))))
                    }
                };
                return quote!(#types #name { #(#members)* #member: #made });
            }
        };
        let name = names.name(id);
        if rest.is_empty() {
            quote!(#types #name { #(#members)* })
        } else {
            quote!({ #rest #types #name { #(#members)* } })
        }
    }

    /// All of the data of a scope as a struct; nothing where that may have keys which the struct does not name. A key that
    /// is not there is missing, not null.
    pub(in crate::codegen) fn make_of_slots(&self, slots: &Slots, id: TypeId) -> Option<TokenStream> {
        let TypeKind::Struct { fields, others } = &self.known.declared.get(id).kind else { return None };
        let Holder::Slots(holder, _) = &self.scope_data else { return None };
        if slots.keys.iter().any(|slot| fields.iter().all(|field| field.key != slot.key)) {
            return None;
        }
        let names = self.known.names;
        let members = fields.iter().enumerate().map(|(at, field)| {
            let (member, key) = (names.part(id, at), &field.key);
            let Some(slot) = slots.get(key) else {
                return if field.required {
                    quote!(#member: rt::lacking(here, #key)?,)
                } else {
                    quote!(#member: None,)
                };
            };
            self.note(Root::ScopeData);
            let place = slots.place(slot, holder, true);
            let made = if field.required {
                self.required(&place, &field.ty, key)
            } else {
                self.optional(&place, &field.ty, key)
            };
            let made = match (names.is_boxed(id, at), field.required) {
                (false, _) => made,
                (true, true) => quote!(rt::Box::new(#made)),
                (true, false) => quote!(#made.map(rt::Box::new)),
            };
            quote!(#member: #made,)
        });
        let members: Vec<_> = members.collect();
        let rest = others.is_some().then(|| {
            let member = names.others(id);
            quote!(#member: Default::default())
        });
        let name = names.name(id);
        Some(quote!(types::#name { #(#members)* #rest }))
    }

    /// What stands under a key that has to be there.
    fn required(&self, place: &Place, wanted: &Ty, key: &str) -> TokenStream {
        let tokens = &place.tokens;
        if place.ty == *wanted {
            return quote!(rt::given(here, #key, #tokens)?);
        }
        let reference = place.clone().by_reference().tokens;
        let there = Place::reference(quote!(rt::given(here, #key, #reference)?), place.ty.clone());
        self.known.coerced(&there, wanted, key)
    }

    /// What stands under a key that may be missing.
    fn optional(&self, place: &Place, wanted: &Ty, key: &str) -> TokenStream {
        if place.ty == *wanted {
            return place.tokens.clone();
        }
        let option = place.as_option();
        let one = self.known.coerced(&Place::reference(quote!(it), place.ty.clone()), wanted, key);
        map(&option, &one)
    }

    fn make_constant(&self, constant: &Constant, wanted: &Ty) -> TokenStream {
        match (constant, wanted) {
            (Constant::Null, Ty::Nullable(_)) => quote!(None),
            (_, Ty::Nullable(inner)) => {
                let made = self.make_constant(constant, inner);
                quote!(Some(#made))
            }
            (Constant::Bool(flag), Ty::Bool) => quote!(#flag),
            (Constant::Integer(whole), Ty::Integer(kind)) if fits(*whole, *kind) => literal::whole(*whole, *kind),
            (Constant::Float(float), Ty::Double) if float.is_finite() => literal::float_literal(*float),
            (Constant::Text(text), Ty::Text) => quote!(rt::String::from(#text)),
            (Constant::Text(text), Ty::Named(id)) => {
                if let TypeKind::Enum(texts) = &self.known.declared.get(*id).kind
                    && let Some(at) = texts.iter().position(|known| known == text)
                {
                    let (name, variant) = (self.known.names.name(*id), self.known.names.part(*id, at));
                    return quote!(types::#name::#variant);
                }
                Self::checked(&literal::value(constant), text)
            }
            (Constant::Object(entries), Ty::Named(id)) if self.is_struct(*id) => {
                let entries = entries.iter().map(|(key, item)| (key.clone(), Template::Constant(item.clone())));
                self.make_struct(&entries.collect::<Vec<_>>(), *id)
            }
            (Constant::Array(items), Ty::List(item)) => {
                let items = items.iter().map(|constant| self.make_constant(constant, item));
                quote!(rt::Vec::from([#(#items),*]))
            }
            (_, Ty::Any) => literal::value(constant),
            _ => Self::checked(&literal::value(constant), "the constant"),
        }
    }

    fn make_expr(&self, expr: &Expr, wanted: &Ty) -> TokenStream {
        match (&expr.kind, wanted) {
            (ExprKind::Literal(constant), _) => self.make_constant(constant, wanted),
            (ExprKind::Path(path), _) => {
                if let Some(made) = self.make_context_text(path, wanted) {
                    return made;
                }
                let text = self.words.path(path);
                match self.place_of(path) {
                    Chain::Typed(place) => self.known.coerced(&place, wanted, &text),
                    Chain::Each(items, ty) if *wanted == Ty::List(Box::new(ty.clone())) => {
                        quote!(#items.cloned().collect())
                    }
                    Chain::Whole(holder) => self.make_whole(&holder, path.root, wanted, false).unwrap_or_else(|| {
                        let value = self.path_value(path);
                        Self::checked(&value, &text)
                    }),
                    _ => {
                        let value = self.path_value(path);
                        Self::checked(&value, &text)
                    }
                }
            }
            (_, Ty::Bool) if self.type_of_expr(expr) == Sketch::Of(Ty::Bool) => self.condition(expr),
            (ExprKind::Object(entries), Ty::Named(id)) if self.is_struct(*id) => {
                let entries = entries.iter().map(|(key, item)| (key.clone(), Template::Expr(item.clone())));
                self.make_struct(&entries.collect::<Vec<_>>(), *id)
            }
            _ => Self::checked(&self.value(expr), "the mapped value"),
        }
    }

    /// A member of the context that is text, where text is wanted.
    fn make_context_text(&self, path: &Path, wanted: &Ty) -> Option<TokenStream> {
        let text = self.context_text(path)?;
        match wanted {
            Ty::Text => Some(quote!(rt::String::from(#text))),
            Ty::Nullable(inner) if **inner == Ty::Text => Some(quote!(Some(rt::String::from(#text)))),
            _ => None,
        }
    }

    /// All that a holder of a root holds, where that is nothing but a key `Body`, or empty, as data of a type. `last` is
    /// whether it is not needed afterwards.
    pub(in crate::codegen) fn make_whole(
        &self,
        holder: &Holder,
        root: Root,
        wanted: &Ty,
        last: bool,
    ) -> Option<TokenStream> {
        let (Ty::Named(id), Some(fields)) = (wanted, self.known.closed(wanted)) else { return None };
        let name = self.known.names.name(*id);
        let body = match (fields, holder) {
            ([], Holder::Empty) => return Some(quote!(types::#name {})),
            ([field], Holder::TypedBody(place)) if field.key == "Body" && field.required => {
                self.known.coerced(&Place { last: last || place.last, ..place.clone() }, &field.ty, "Body")
            }
            ([field], Holder::Body(value)) if field.key == "Body" && field.required && field.ty == Ty::Any => {
                if last {
                    value.clone()
                } else {
                    quote!(#value.clone())
                }
            }
            _ => return None,
        };
        self.note(root);
        let member = self.known.names.part(*id, 0);
        Some(quote!(types::#name { #member: #body }))
    }

    /// The chain of a path; what must be there is.
    pub(in crate::codegen) fn place_of(&self, path: &Path) -> Chain {
        match self.chain(path) {
            Chain::Typed(place) => Chain::Typed(self.present(path, place)),
            chain => chain,
        }
    }

    /// A value that is checked to be of the type that is wanted where it stands.
    fn checked(value: &TokenStream, what: &str) -> TokenStream {
        quote!(rt::fit(here, #what, #value)?)
    }
}

fn type_of_constant(constant: &Constant) -> Sketch {
    match constant {
        Constant::Bool(_) => Sketch::Of(Ty::Bool),
        Constant::Integer(whole) if fits(*whole, Integer::I64) => Sketch::Of(Ty::Integer(Integer::I64)),
        Constant::Text(_) => Sketch::Of(Ty::Text),
        Constant::Object(entries) => {
            Sketch::object(entries.iter().map(|(key, entry)| (key.clone(), type_of_constant(entry))))
        }
        _ => Sketch::ANY,
    }
}

fn fits(whole: i128, kind: Integer) -> bool {
    match kind {
        Integer::I64 => i64::try_from(whole).is_ok(),
        Integer::U64 => u64::try_from(whole).is_ok(),
        Integer::I128 => i64::try_from(whole).is_ok() || u64::try_from(whole).is_ok(),
    }
}

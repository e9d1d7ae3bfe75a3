//! Data of a scope that is over, taken apart instead of copied.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{LocalKey, Place, Slots};
use crate::{
    codegen::{
        env::Env,
        names::{Names, ident},
    },
    ir::{Expr, ExprKind, Root, Segment, Template},
    types::{Ty, TypeKind},
};

/// The variables that such a template stands beside.
const VALUES: [&str; 8] = ["cx", "functions", "here", "input", "local", "mapped", "rt", "scope"];

impl Env<'_> {
    /// Moves each key into a variable of its own of which a template takes single fields only, each once, to where they have
    /// to be. Gives the statements. `take` takes the data of a field out, of one that `may` be.
    pub(in crate::codegen) fn take_slots(
        &mut self,
        template: &Template,
        wanted: &Ty,
        slots: &Slots,
        may: impl Fn(&str) -> bool,
        take: impl Fn(&Ident) -> TokenStream,
    ) -> TokenStream {
        let (Template::Object(entries), Ty::Named(id)) = (template, wanted) else { return TokenStream::new() };
        let TypeKind::Struct { fields: wanted, .. } = &self.known.declared.get(*id).kind else {
            return TokenStream::new();
        };
        let mut reads: BTreeMap<&str, usize> = BTreeMap::new();
        template.each_path(&mut |path, _| {
            if let (Root::ScopeData, Some(Segment::Key(key))) = (path.root, path.segments.first()) {
                *reads.entry(key).or_default() += 1;
            }
        });
        let mut taken: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (target, entry) in entries {
            let Template::Expr(Expr { kind: ExprKind::Path(path), .. }) = entry else { continue };
            let (Root::ScopeData, [Segment::Key(key), Segment::Key(field)]) = (path.root, path.segments.as_slice())
            else {
                continue;
            };
            let Some(Ty::Named(id)) = slots.get(key).map(LocalKey::ty) else { continue };
            let TypeKind::Struct { fields, .. } = &self.known.declared.get(id).kind else { continue };
            let source = fields.iter().find(|known| known.key == *field);
            let target = wanted.iter().find(|known| known.key == *target);
            let (Some(source), Some(target)) = (source, target) else { continue };
            let must_be = !matches!(target.ty, Ty::Any | Ty::Nullable(_));
            let fields = taken.entry(key).or_default();
            if source.required && target.required && must_be && source.ty == target.ty && !fields.contains(&&**field) {
                fields.push(field);
            }
        }
        let mut names = Names::reserving(VALUES);
        let mut statements = TokenStream::new();
        for (key, fields) in taken {
            let (Some(slot), Some(times)) = (slots.get(key), reads.get(key)) else { continue };
            if fields.len() != *times || !may(key) {
                continue;
            }
            let (member, path) = (ident(&slot.member), format!("$local.{key}"));
            let variable = ident(&names.snake(key, "key"));
            let taken = take(&member);
            statements.extend(quote!(let #variable = rt::given(here, #path, #taken)?;));
            let place = Place { last: true, ..Place::new(quote!(#variable), slot.ty()) };
            self.bound.insert(key.to_owned(), place);
        }
        statements
    }
}

//! What a step hands to the scopes that it holds (`Accumulate`).

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Site, found::input_key};
use crate::{
    codegen::{
        chain::Chain,
        env::{Env, Holder},
        names::ident,
    },
    ir::{Root, ScopeId},
    types::Ty,
};

/// What is handed to scopes.
pub(super) struct Handed {
    /// Statements.
    pub(super) made: TokenStream,
    /// A `&rt::Data`, for scopes whose keys are not known.
    pub(super) data: TokenStream,
}

impl Site<'_, '_> {
    /// What is handed to some scopes.
    pub(super) fn hand(&self, scopes: &[ScopeId], env: &Env<'_>) -> Handed {
        let mut made = TokenStream::new();
        let mut seen = BTreeSet::new();
        for scope in scopes {
            let Some(reads) = self.plan.reads_of_input(*scope) else { continue };
            for slot in reads.keys.iter().filter(|slot| !self.plan.is_own(*scope, &slot.key)) {
                if seen.insert(slot.key.clone()) {
                    made.extend(self.hand_key(&slot.key, &slot.ty(), env));
                }
            }
        }
        if scopes.iter().all(|scope| self.plan.reads_of_input(*scope).is_some()) {
            return Handed { made, data: TokenStream::new() };
        }
        let data = match &env.step_input {
            holder @ (Holder::Over(..) | Holder::Typed(_) | Holder::Slots(..)) => {
                let object = env.object_of(holder);
                if !matches!(holder, Holder::Over(..)) {
                    env.note(Root::StepInput);
                }
                made.extend(quote! {
                    let step_object = #object;
                    let step_input = rt::Data::new(&step_object);
                });
                quote!(&step_input)
            }
            _ => {
                env.note(Root::StepInput);
                quote!(&step_input)
            }
        };
        Handed { made, data }
    }

    /// `let read_… = …;`: an `Option` of a reference to what stands under a key of the input.
    fn hand_key(&self, key: &str, ty: &Ty, env: &Env<'_>) -> TokenStream {
        let name = self.read_name(key);
        match env.chain(&input_key(key)) {
            Chain::Typed(place) if place.ty == *ty => {
                let option = place.as_option();
                quote!(let #name = #option;)
            }
            Chain::One(option) => quote!(let #name = #option;),
            chain @ (Chain::Typed(_) | Chain::Temporary(_)) => {
                let option = chain.as_option();
                quote! {
                    let #name = rt::to_json_option(#option)?;
                    let #name = #name.as_ref();
                }
            }
            _ => quote!(let #name = None;),
        }
    }

    fn read_name(&self, key: &str) -> proc_macro2::Ident {
        let all = self.step.kind.scopes();
        let slot = all.iter().find_map(|scope| self.plan.reads_of_input(*scope)?.get(key));
        let member = slot.map_or("", |slot| slot.member.as_str());
        ident(&format!("read_{member}"))
    }

    /// What a scope is run with. `own` gives an `Option` of a reference to a key that an iteration adds.
    pub(super) fn handed_to(&self, scope: ScopeId, handed: &Handed, own: impl Fn(&str) -> TokenStream) -> TokenStream {
        let Some(reads) = self.plan.reads_of_input(scope) else { return handed.data.clone() };
        let module = self.plan.module(scope);
        let members = reads.keys.iter().map(|slot| {
            let member = ident(&slot.member);
            if self.plan.is_own(scope, &slot.key) {
                let own = own(&slot.key);
                return quote!(#member: #own);
            }
            let name = self.read_name(&slot.key);
            quote!(#member: #name)
        });
        quote!(&#module::Read { #(#members),* })
    }
}

//! What a step hands to the scopes that it holds (`Accumulate`).

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Site, found::input_key};
use crate::{
    codegen::{
        chain::Chain,
        env::{Env, Holder},
        names::{Names, ident},
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
    /// The variables of keys.
    names: BTreeMap<String, Ident>,
}

impl Handed {
    /// Statements only.
    pub(super) fn with(made: TokenStream) -> Self {
        Self { made, data: TokenStream::new(), names: BTreeMap::new() }
    }
}

impl Site<'_, '_> {
    /// What is handed to some scopes.
    pub(super) fn hand(&self, scopes: &[ScopeId], env: &Env<'_>) -> Handed {
        let mut made = TokenStream::new();
        let names = self.read_names();
        let mut seen = BTreeSet::new();
        for scope in scopes {
            let Some(reads) = self.plan.reads_of_input(*scope) else { continue };
            for slot in reads.keys.iter().filter(|slot| !self.plan.is_own(*scope, &slot.key)) {
                if let Some(name) = names.get(&slot.key).filter(|_| seen.insert(&slot.key)) {
                    made.extend(Self::hand_key(name, &slot.key, &slot.ty(), env));
                }
            }
        }
        if scopes.iter().all(|scope| self.plan.reads_of_input(*scope).is_some()) {
            return Handed { made, data: TokenStream::new(), names };
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
        Handed { made, data, names }
    }

    /// `let read_… = …;`: an `Option` of a reference to what stands under a key of the input.
    fn hand_key(name: &Ident, key: &str, ty: &Ty, env: &Env<'_>) -> TokenStream {
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

    /// By key that one of the scopes reads, the variable for it.
    fn read_names(&self) -> BTreeMap<String, Ident> {
        let scopes = self.step.kind.scopes();
        let slots = scopes.iter().filter_map(|scope| self.plan.reads_of_input(*scope)).flat_map(|slots| &slots.keys);
        let keys: BTreeSet<&str> = slots.map(|slot| slot.key.as_str()).collect();
        let mut names = Names::default();
        keys.into_iter().map(|key| (key.to_owned(), ident(&names.snake(&format!("read {key}"), "key")))).collect()
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
            let name = handed.names.get(&slot.key);
            quote!(#member: #name)
        });
        quote!(&#module::Reads { #(#members),* })
    }
}

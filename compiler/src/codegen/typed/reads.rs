//! What a nested scope reads of its input: references to what it is made of.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Slots, items::without_spaces};
use crate::{
    codegen::{names::ident, plan::Plan},
    ir::{ScopeId, StepKind},
};

/// The struct of what a scope reads of its input. Serialised, it is what an iteration adds to the input of its step.
pub(in crate::codegen) fn reads(plan: &Plan<'_>, id: ScopeId) -> Option<TokenStream> {
    let slots = plan.reads_of_input(id)?;
    let krate = &plan.krate;
    let serde = without_spaces(&quote!(#krate::__private::serde));
    let members = slots.keys.iter().map(|slot| {
        let (key, member, ty) = (&slot.key, ident(&slot.member), plan.rust(&slot.ty()));
        let renamed = (member != *key).then(|| quote!(#[serde(rename = #key)]));
        let attribute = if plan.is_own(id, key) { renamed } else { Some(quote!(#[serde(skip)])) };
        quote! {
            #attribute
            pub(super) #member: Option<&'a #ty>
        }
    });
    let lifetime = lifetime(slots).map(|_| quote!(<'a>));
    Some(quote! {
        /// What it reads of its input.
        #[derive(Clone, Copy, Debug, rt::Serialize)]
        #[serde(crate = #serde)]
        #[allow(dead_code)]
        pub(super) struct Reads #lifetime {
            #(#members,)*
        }
    })
}

/// The arguments of the struct where a type is written.
pub(in crate::codegen) fn lifetime(slots: &Slots) -> Option<TokenStream> {
    (!slots.keys.is_empty()).then(|| quote!(<'_>))
}

impl Plan<'_> {
    /// Whether a key is one that each iteration adds to the input of its step.
    pub(in crate::codegen) fn is_own(&self, id: ScopeId, key: &str) -> bool {
        let parent = self.flow.scope(id).parent.map(|step| &self.flow.step(step).kind);
        let Some(StepKind::Foreach(foreach)) = parent else { return false };
        foreach.item.as_deref() == Some(key) || foreach.index.as_deref() == Some(key)
    }
}

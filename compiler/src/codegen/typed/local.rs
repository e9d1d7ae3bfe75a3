//! The data of a scope whose keys are known, and what its steps give to it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Slots, items::without_spaces};
use crate::{
    codegen::{doc, names::ident, plan::Plan},
    ir::{ScopeId, ScopeKind},
};

/// The struct of the data of a scope.
pub(in crate::codegen) fn local(plan: &Plan<'_>, id: ScopeId, slots: &Slots, whereabouts: &str) -> TokenStream {
    let kind = plan.flow.scope(id).kind;
    let krate = &plan.krate;
    let serde = without_spaces(&quote!(#krate::__private::serde));
    let doc = doc(&format!("The data of {whereabouts}."));
    let keys: Vec<_> = slots.keys.iter().map(|slot| &slot.key).collect();
    let members: Vec<_> = slots.keys.iter().map(|slot| ident(&slot.member)).collect();
    let renamed =
        keys.iter().zip(&members).map(|(key, member)| (member != *key).then(|| quote!(#[serde(rename = #key)])));
    let types: Vec<_> = slots.keys.iter().map(|slot| plan.rust(&slot.ty())).collect();
    let public = (kind != ScopeKind::Flow).then(|| quote!(pub(super)));
    let given = (!plan.flow.scope(id).steps.is_empty()).then(|| given(plan, id, slots, &serde));
    let forget = if keys.is_empty() {
        quote!(fn forget(&mut self, _: &str) {})
    } else {
        quote! {
            fn forget(&mut self, key: &str) {
                match key {
                    #(#keys => self.#members = rt::Slot::Absent,)*
                    _ => {}
                }
            }
        }
    };
    quote! {
        #doc
        #[derive(Clone, Debug, Default, rt::Serialize, rt::Deserialize)]
        #[serde(crate = #serde, default)]
        #public struct Local {
            #(
                #renamed
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                #public #members: rt::Slot<#types>,
            )*
        }

        impl rt::Slots for Local {
            #forget

            fn unreadable(&self) -> Option<rt::Unreadable<'_>> {
                None #(.or_else(|| self.#members.unreadable(#keys)))*
            }
        }

        #given
    }
}

/// The enum of what the steps of a scope give.
fn given(plan: &Plan<'_>, id: ScopeId, slots: &Slots, serde: &str) -> TokenStream {
    let outputs = plan.forms.outputs.iter().filter(|((step, _), _)| plan.flow.step(*step).scope == id);
    let outputs: Vec<_> = outputs.filter(|(_, output)| !output.keys.is_empty()).collect();
    let variants = outputs.iter().map(|(_, output)| {
        let variant = ident(&output.variant);
        let keys = output.keys.iter().filter_map(|key| slots.get(key)).map(|slot| {
            let (key, member, ty) = (&slot.key, ident(&slot.member), plan.rust(&slot.ty()));
            let renamed = (member != *key).then(|| quote!(#[serde(rename = #key)]));
            quote! {
                #renamed
                #[serde(skip_serializing_if = "rt::Slot::is_absent")]
                #member: rt::Slot<#ty>
            }
        });
        quote!(#variant { #(#keys),* },)
    });
    let arms = outputs.iter().map(|(_, output)| {
        let variant = ident(&output.variant);
        let members: Vec<_> =
            output.keys.iter().filter_map(|key| slots.get(key)).map(|slot| ident(&slot.member)).collect();
        quote!(Self::#variant { #(#members),* } => { #(__data.#members.take_up(#members);)* })
    });
    // The members of a variant are bound under names of their own, of which `data` may be one.
    let data = if outputs.is_empty() { quote!(_) } else { quote!(__data) };
    quote! {
        /// What the steps give to it.
        #[derive(Debug, rt::Serialize)]
        #[serde(crate = #serde, untagged)]
        enum Given {
            #[allow(dead_code)]
            Nothing {},
            #(#variants)*
        }

        impl rt::Gives<Local> for Given {
            #[inline]
            fn give(self, #data: &mut Local) {
                match self {
                    Self::Nothing {} => {}
                    #(#arms)*
                }
            }
        }
    }
}

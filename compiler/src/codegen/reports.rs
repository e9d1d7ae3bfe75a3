//! Steps with task tokens that declare what these are reported with: a module for each, which reports.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, names::ident, plan::Plan};

/// The modules.
pub(super) fn items(plan: &Plan<'_>) -> TokenStream {
    let reports = plan.declared.reports.iter().zip(&plan.reports).map(|((id, ty), module)| {
        let step = plan.flow.step(*id);
        let module = ident(module);
        let (name, ty) = (doc::code(&step.name), plan.rust(ty));
        let about = doc(&format!("Reports task tokens of step `{name}`, {}.", plan.place(step.span)));
        let types = plan.has_types().then(|| {
            quote!(
                use super::types;
            )
        });
        quote! {
            #about
            #[allow(unused_imports, dead_code)]
            pub mod #module {
                use super::{rt, rt::prelude::*};
                #types

                /// Settles the attempt that `token` stands for with success, as `flowsmith::Engine::report_task_succeeded`
                /// does. Gives the id of the event, once it is kept.
                ///
                /// # Errors
                ///
                /// Those of `flowsmith::Engine::report_task_succeeded`.
                pub async fn report(
                    engine: &rt::Engine,
                    token: &rt::TaskToken,
                    output: #ty,
                ) -> Result<u64, rt::Error> {
                    rt::report(engine, token, &output).await
                }
            }
        }
    });
    reports.collect()
}

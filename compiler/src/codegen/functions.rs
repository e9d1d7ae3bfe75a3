//! The trait `Functions`, and for each function what the runtime calls it by.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    doc,
    names::ident,
    plan::{FunctionNames, Plan},
};
use crate::ir::{Call, Function, FunctionId, StepKind};

/// `Functions` and `Remote`.
pub(super) fn items(plan: &Plan<'_>) -> TokenStream {
    let methods = plan.flow.functions.iter().zip(&plan.functions).enumerate().map(|(index, (function, names))| {
        let doc = doc(&format!("`{}`{}", doc::code(&function.resource), callers(plan, FunctionId(index))));
        let (method, resource) = (ident(&names.method), &function.resource);
        quote! {
            #doc
            fn #method(
                &self,
                call: rt::Call<'_>,
                input: rt::Value,
            ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
                call.remote(#resource, input)
            }
        }
    });
    quote! {
        /// The functions that the flow calls. Each default forwards to what is registered for its resource.
        pub trait Functions: Send + Sync + 'static {
            #(#methods)*
        }

        /// Forwards every function to what is registered for its resource.
        #[derive(Clone, Copy, Debug, Default)]
        pub struct Remote;

        impl Functions for Remote {}
    }
}

/// The markers, in the order of the functions.
pub(super) fn markers(plan: &Plan<'_>) -> TokenStream {
    plan.flow.functions.iter().zip(&plan.functions).map(|(function, names)| marker(function, names)).collect()
}

fn marker(function: &Function, names: &FunctionNames) -> TokenStream {
    let (method, resource) = (ident(&names.method), &function.resource);
    let object = names.object.as_deref().map(|marker| {
        let doc = doc(&format!("Calls `Functions::{method}`."));
        let marker = ident(marker);
        quote! {
            #doc
            struct #marker;

            impl<F: Functions> rt::Function<F> for #marker {
                const RESOURCE: &'static str = #resource;
                type In = rt::Value;
                type Out = rt::Object;

                async fn call(host: &F, call: rt::Call<'_>, input: rt::Value) -> Result<rt::Object, rt::StepError> {
                    rt::object(Functions::#method(host, call, input).await?)
                }
            }
        }
    });
    let value = names.value.as_deref().map(|marker| {
        let doc = doc(&format!("Calls `Functions::{method}`, which may return any JSON."));
        let marker = ident(marker);
        quote! {
            #doc
            struct #marker;

            impl<F: Functions> rt::Function<F> for #marker {
                const RESOURCE: &'static str = #resource;
                type In = rt::Value;
                type Out = rt::Value;

                fn call(
                    host: &F,
                    call: rt::Call<'_>,
                    input: rt::Value,
                ) -> impl Future<Output = Result<rt::Value, rt::StepError>> + Send {
                    Functions::#method(host, call, input)
                }
            }
        }
    });
    quote!(#object #value)
}

/// ``, called by step `reserve` (order.yaml:5).``
fn callers(plan: &Plan<'_>, id: FunctionId) -> String {
    let calls = |kind: &StepKind| matches!(kind, StepKind::Task(task) if matches!(&task.call, Call::Function { function, .. } if *function == id));
    let mut callers: Vec<_> = plan
        .flow
        .steps
        .iter()
        .filter(|step| calls(&step.kind))
        .map(|step| format!("`{}` ({})", doc::code(&step.name), plan.place(step.span)))
        .collect();
    match callers.pop() {
        None => ", called by no step.".to_owned(),
        Some(only) if callers.is_empty() => format!(", called by step {only}."),
        Some(last) => format!(", called by the steps {} and {last}.", callers.join(", ")),
    }
}

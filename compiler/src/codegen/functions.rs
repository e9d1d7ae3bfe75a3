//! The trait `Functions`, and for each function what the runtime calls it by.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    doc,
    names::ident,
    plan::{FunctionNames, Plan},
};
use crate::{
    ir::{Call, Callee, Constant, ExprKind, Function, FunctionId, Invocation, Mode, Step, StepKind, Task},
    types::Ty,
};

/// `Functions` and `Remote`.
pub(super) fn items(plan: &Plan<'_>) -> TokenStream {
    let methods = plan.flow.functions.iter().zip(&plan.functions).enumerate().map(|(index, (function, names))| {
        let doc = doc(&format!("`{}`{}", doc::code(&function.resource), callers(plan, FunctionId(index))));
        let (method, resource) = (ident(&names.method), &function.resource);
        let (input, output) = plan.signature(FunctionId(index));
        let forward = if plan.is_typed(FunctionId(index)) { quote!(forward_typed) } else { quote!(forward) };
        let (input, output) = (plan.rust(&input), plan.rust(&output));
        quote! {
            #doc
            fn #method(
                &self,
                call: rt::Call<'_>,
                input: #input,
            ) -> impl Future<Output = Result<#output, rt::StepError>> + Send {
                rt::#forward(call, #resource, input)
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

impl Plan<'_> {
    /// What a function takes and gives.
    pub(super) fn signature(&self, id: FunctionId) -> (Ty, Ty) {
        let declared = self.declared.functions.get(&id);
        let input = declared.and_then(|it| it.input.clone()).unwrap_or(Ty::Any);
        (input, declared.and_then(|it| it.output.clone()).unwrap_or(Ty::Any))
    }

    /// Whether a function takes or gives data of a declared type.
    fn is_typed(&self, id: FunctionId) -> bool {
        self.signature(id) != (Ty::Any, Ty::Any)
    }
}

/// What the flow needs beside itself (`rt::Flow::needs`); nothing where it needs nothing.
pub(super) fn needs(plan: &Plan<'_>) -> Option<TokenStream> {
    let functions = plan.flow.functions.iter().zip(&plan.functions).enumerate().map(|(index, (function, names))| {
        let (resource, name, method) = (&function.resource, &names.method, ident(&names.method));
        let forwards = if plan.is_typed(FunctionId(index)) {
            let (input, output) = plan.signature(FunctionId(index));
            let (input, output) = (plan.rust(&input), plan.rust(&output));
            quote!(forwards_typed::<_, #input, #output, _>)
        } else {
            quote!(forwards)
        };
        let forwards = quote!(rt::#forwards(|it: &'static F, call, input| Functions::#method(it, call, input)));
        quote!(needs.function(#name, #resource, #forwards);)
    });
    let started = |step: &Step| match &step.kind {
        StepKind::Task(Task { call: Call::Child { flow, .. }, .. }) => match &flow.kind {
            ExprKind::Literal(Constant::Text(name)) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    };
    let flows: BTreeSet<_> = plan.flow.steps.iter().filter_map(started).collect();
    let flows = flows.iter().map(|flow| quote!(needs.flow(#flow);));
    let statements: TokenStream = functions.chain(flows).collect();
    (!statements.is_empty()).then(|| {
        quote! {
            fn needs(needs: &mut rt::Needs) {
                #statements
            }
        }
    })
}

/// How calls are performed that the flow has handed over to the background (`rt::Flow::dispatch`); nothing where it hands
/// over none.
pub(super) fn dispatch(plan: &Plan<'_>) -> Option<TokenStream> {
    let handed_over =
        |step: &Step| match &step.kind {
            StepKind::Task(Task {
                call: Call::Function { function, invocation: Invocation::Async, .. }, mode, ..
            }) if *mode != Mode::WaitForSystemCallback => match function {
                Callee::Known(function) => vec![function.0],
                Callee::Data(_) => (0..plan.functions.len()).collect(),
            },
            _ => Vec::new(),
        };
    let functions: BTreeSet<_> = plan.flow.steps.iter().flat_map(handed_over).collect();
    if functions.is_empty() {
        return None;
    }
    let arms = by_resource(plan, functions, &quote!(&*self.functions));
    Some(quote! {
        async fn dispatch(
            &self,
            resource: &str,
            call: rt::Call<'_>,
            input: rt::Value,
        ) -> Result<rt::Value, rt::StepError> {
            match resource {
                #arms
                _ => call.remote(resource, input).await,
            }
        }
    })
}

/// The arms that call functions by their resources.
fn by_resource(plan: &Plan<'_>, functions: impl IntoIterator<Item = usize>, host: &TokenStream) -> TokenStream {
    let arms = functions.into_iter().map(|index| {
        let (resource, method) = (&plan.flow.functions[index].resource, ident(&plan.functions[index].method));
        if plan.is_typed(FunctionId(index)) {
            return quote! {
                #resource => {
                    let input = rt::fit_input(&call, input)?;
                    rt::to_json(&Functions::#method(#host, call, input).await?)
                }
            };
        }
        quote!(#resource => Functions::#method(#host, call, input).await,)
    });
    arms.collect()
}

/// The markers, in the order of the functions.
pub(super) fn markers(plan: &Plan<'_>) -> TokenStream {
    let functions = plan.flow.functions.iter().zip(&plan.functions).enumerate();
    let functions = functions.map(|(at, (function, names))| marker(plan, FunctionId(at), function, names));
    functions.chain(any_marker(plan)).collect()
}

/// The marker for the functions that data names, where there are some.
fn any_marker(plan: &Plan<'_>) -> Option<TokenStream> {
    let by_data = |step: &Step| matches!(&step.kind, StepKind::Task(task) if matches!(&task.call, Call::Function { function: Callee::Data(_), .. }));
    if !plan.flow.steps.iter().any(by_data) {
        return None;
    }
    let marker = ident(&plan.any);
    let arms = by_resource(plan, 0..plan.functions.len(), &quote!(host));
    let call = if arms.is_empty() {
        quote!(call.remote(call.resource(), input).await)
    } else {
        quote! {
            match call.resource() {
                #arms
                resource => call.remote(resource, input).await,
            }
        }
    };
    let host = if arms.is_empty() { quote!(_) } else { quote!(host) };
    Some(quote! {
        /// Calls the function that data names: one of `Functions`, or what is registered for its resource.
        struct #marker;

        impl<F: Functions> rt::Function<F> for #marker {
            const RESOURCE: &'static str = "";
            type In = rt::Value;
            type Out = rt::Value;

            async fn call(#host: &F, call: rt::Call<'_>, input: rt::Value) -> Result<rt::Value, rt::StepError> {
                #call
            }
        }
    })
}

fn marker(plan: &Plan<'_>, id: FunctionId, function: &Function, names: &FunctionNames) -> TokenStream {
    let (method, resource) = (ident(&names.method), &function.resource);
    let (input, output) = plan.signature(id);
    let is_object = plan.known().is_object(&output);
    let json = output == Ty::Any;
    let (input, output) = (plan.rust(&input), plan.rust(&output));
    let item = |marker: &str, what: &str, called: &TokenStream| {
        let (doc, marker) = (doc(&format!("Calls `Functions::{method}`{what}.")), ident(marker));
        quote! {
            #doc
            struct #marker;

            impl<F: Functions> rt::Function<F> for #marker {
                const RESOURCE: &'static str = #resource;
                type In = #input;
                #called
            }
        }
    };
    let as_it_is = quote! {
        type Out = #output;

        fn call(
            host: &F,
            call: rt::Call<'_>,
            input: #input,
        ) -> impl Future<Output = Result<#output, rt::StepError>> + Send {
            Functions::#method(host, call, input)
        }
    };
    let object = names.object.as_deref().map(|marker| {
        if is_object {
            return item(marker, "", &as_it_is);
        }
        let result = if json {
            quote!(Functions::#method(host, call, input).await?)
        } else {
            quote!(rt::to_json(&Functions::#method(host, call, input).await?)?)
        };
        let called = quote! {
            type Out = rt::Object;

            async fn call(host: &F, call: rt::Call<'_>, input: #input) -> Result<rt::Object, rt::StepError> {
                rt::object(#result)
            }
        };
        item(marker, "", &called)
    });
    let value = names.value.as_deref().map(|marker| item(marker, ", which may return any JSON", &as_it_is));
    quote!(#object #value)
}

/// ``, called by step `reserve` (order.yaml:5).``
fn callers(plan: &Plan<'_>, id: FunctionId) -> String {
    let calls = |kind: &StepKind| matches!(kind, StepKind::Task(task) if matches!(&task.call, Call::Function { function: Callee::Known(called), .. } if *called == id));
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

//! The module of a flow: its types, its functions, its body.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{
    CONTRACT, Options, doc,
    env::{Env, Holder, Uses},
    functions,
    names::{Names, ident},
    plan::Plan,
    scope,
};
use crate::{graph, ir, source::SourceFile};

/// The module with all its items.
pub(super) fn module(plan: &Plan<'_>, options: &Options) -> TokenStream {
    let name = name(plan.source, options);
    let krate = &options.krate;
    let contract = Literal::u32_unsuffixed(CONTRACT);
    let what =
        format!("The flow `{}`, generated from `{}`.", doc::code(&plan.flow.name), doc::code(plan.source.path()));
    let (doc, picture) = (doc(&what), picture(plan.flow));
    let functions = functions::items(plan);
    let flow = flow(plan);
    let markers = functions::markers(plan);
    let body = scope::items(plan, plan.flow.body());
    quote! {
        #doc
        #picture
        #[allow(clippy::pedantic)]
        pub mod #name {
            use #krate::__private::{self as rt, prelude::*};

            const _: () = rt::contract(#contract);

            /// What an execution starts with: a JSON object.
            pub type Input = rt::Value;

            /// What an execution ends with: a JSON object.
            pub type Output = rt::Value;

            #functions
            #flow
            #markers
            #body
        }
    }
}

/// The flow as a diagram. To rustdoc `mermaid` is a language that it does not run; no line of the diagram has a backtick.
fn picture(flow: &ir::Flow) -> Option<TokenStream> {
    // A definition that cannot be compiled has no steps.
    (!flow.steps.is_empty()).then(|| doc::paragraph(&format!("```mermaid\n{}```", graph::mermaid(flow))))
}

/// The name of the module: as it was asked for, or after the file.
pub(super) fn name(source: &SourceFile, options: &Options) -> Ident {
    let wanted = options.module.as_deref();
    wanted.and_then(|name| syn::parse_str(name).ok()).unwrap_or_else(|| {
        let name = wanted.unwrap_or(source.stem());
        ident(&Names::default().snake(name, "flow"))
    })
}

/// The type `Flow`.
fn flow(plan: &Plan<'_>) -> TokenStream {
    let ir::Flow { name, digest, .. } = plan.flow;
    let doc = doc(&format!("The flow `{}` with its functions; `flowsmith::Engine` runs it.", doc::code(name)));
    let timeout = match plan.flow.timeout {
        None => quote!(None),
        Some(seconds) => {
            let literal = Literal::u64_unsuffixed(seconds);
            quote!(Some(#literal))
        }
    };
    let run = run(plan);
    let (needs, dispatch) = (functions::needs(plan), functions::dispatch(plan));
    // The functions are only read where the flow calls some.
    let unread = (!plan.scopes[plan.flow.body().0].calls).then(|| quote!(#[allow(dead_code)]));
    quote! {
        #doc
        #[derive(Debug)]
        pub struct Flow<F = Remote> {
            #unread
            functions: rt::Arc<F>,
        }

        #[allow(dead_code)]
        impl Flow<Remote> {
            /// The flow with every function forwarded to what is registered for its resource.
            #[must_use]
            pub fn remote() -> Self {
                Self::new(Remote)
            }
        }

        #[allow(dead_code)]
        impl<F: Functions> Flow<F> {
            /// The flow with these functions.
            #[must_use]
            pub fn new(functions: F) -> Self {
                Self { functions: rt::Arc::new(functions) }
            }
        }

        impl<F: Functions> rt::Flow for Flow<F> {
            const NAME: &'static str = #name;
            const DIGEST: &'static str = #digest;
            const TIMEOUT_SECONDS: Option<u64> = #timeout;
            type Input = Input;
            type Output = Output;

            #needs
            #dispatch

            async fn run<C: rt::Context>(&self, cx: &C, input: Input) -> rt::Res<Output> {
                #run
            }
        }
    }
}

/// What runs an execution: the body between the templates of the flow.
fn run(plan: &Plan<'_>) -> TokenStream {
    let functions = plan.scopes[plan.flow.body().0].calls.then(|| quote!(&self.functions,));
    if plan.flow.scope(plan.flow.body()).data == ir::DataRule::Replace {
        let kept = reads_execution_input(plan.flow).then(|| quote!(rt::keep_input(cx, &input);));
        return quote! {
            let input = rt::Value::Object(rt::flow_input(input)?);
            #kept
            run(cx, #functions &rt::Path::ROOT, input).await
        };
    }
    let uses = Uses::default();
    let env = Env { scope_input: Holder::Object(quote!(input)), ..Env::empty(&uses, plan.flow.words) };
    let (checked, mapped) = match &plan.flow.input {
        None => (quote!(let input = rt::flow_input(input)?;), None),
        Some(template) => {
            let mapped = env.object(template);
            let checked = if uses.input.get() {
                quote!(let input = rt::flow_input(input)?;)
            } else {
                quote!(rt::flow_input(input)?;)
            };
            (checked, Some(quote!(let input = #mapped;)))
        }
    };
    let output = match &plan.flow.output {
        None => quote!(rt::Value::Object(local)),
        Some(template) => {
            let env = Env { scope_data: Holder::Object(quote!(local)), ..env.clone() };
            let object = env.object(template);
            quote!(rt::Value::Object(#object))
        }
    };
    let local = if plan.flow.output.is_none() || uses.scope.get() { quote!(let local =) } else { quote!() };
    quote! {
        #checked
        #mapped
        #local run(cx, #functions &rt::Path::ROOT, &rt::Data::new(&input)).await?;
        Ok(#output)
    }
}

/// Whether some step reads what the execution has started with.
fn reads_execution_input(flow: &ir::Flow) -> bool {
    let mut reads = false;
    for step in &flow.steps {
        step.each_path(&mut |path, _| reads |= path.root == ir::Root::Context(ir::ContextField::ExecutionInput));
    }
    reads
}

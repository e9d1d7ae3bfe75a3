//! The module of a flow: its types, its functions, its body.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{
    CONTRACT, Options, doc, flow, functions,
    names::{Names, ident},
    plan::Plan,
    reports, scope, typed,
};
use crate::{graph, ir, source::SourceFile, types::Ty};

/// The module with all its items.
pub(super) fn module(plan: &Plan<'_>, options: &Options) -> TokenStream {
    let name = name(plan.source, options);
    let krate = &options.krate;
    let contract = Literal::u32_unsuffixed(CONTRACT);
    let what =
        format!("The flow `{}`, generated from `{}`.", doc::code(&plan.flow.name), doc::code(plan.source.path()));
    let (doc, picture) = (doc(&what), picture(plan.flow));
    let functions = functions::items(plan);
    let flow = flow::item(plan);
    let markers = functions::markers(plan);
    let body = scope::items(plan, plan.flow.body());
    let (types, reports) = (typed::items(plan), reports::items(plan));
    let (input, output) = (
        io(plan, plan.declared.input.as_ref(), "Input", "starts with"),
        io(plan, plan.declared.output.as_ref(), "Output", "ends with"),
    );
    quote! {
        #doc
        #picture
        #[allow(clippy::pedantic)]
        pub mod #name {
            use #krate::__private::{self as rt, prelude::*};

            const _: () = rt::contract(#contract);

            #input
            #output
            #types
            #functions
            #reports
            #flow
            #markers
            #body
        }
    }
}

/// `Input` or `Output`, unless a declared type has that name.
fn io(plan: &Plan<'_>, declared: Option<&Ty>, name: &str, does: &str) -> Option<TokenStream> {
    let ty = declared.unwrap_or(&Ty::Any);
    if matches!(ty, Ty::Named(id) if plan.types.name(*id) == name) {
        return None;
    }
    let what = if *ty == Ty::Any { ": a JSON object." } else { "." };
    let doc = doc(&format!("What an execution {does}{what}"));
    let (name, ty) = (ident(name), plan.rust(ty));
    Some(quote! {
        #doc
        pub type #name = #ty;
    })
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

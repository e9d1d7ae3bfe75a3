//! IR -> items. What is generated names nothing but the `__private` module of the runtime, and mirrors the definition:
//! a module for each scope, a function for each step, in the order of the definition.

mod plan; // names and calls of a whole flow, before the first item

mod module; // the module of a flow

mod flow; // its type, from the input to the output

mod functions; // the trait `Functions` and its markers

mod reports; // how task tokens are reported

mod scope; // the enum of the steps, the loop that runs them

mod step; // a function for each step

mod forgotten; // data that is dropped

mod policy; // retry policies and limits

mod template; // mappings

mod expr; // conditions

mod chain; // what paths are in generated code

mod path; // paths

mod typed; // declared types, and data that stays typed

mod env; // what the roots of paths are

mod literal; // constants

mod names; // identifiers for any name

mod doc; // documentation of generated items

mod format; // for people and files

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use self::{doc::doc, plan::Plan};
use crate::{
    diagnostics::Levels,
    ir::{DataRule, Flow, Scope, ScopeKind, Target, Words},
    source::{SourceFile, Span},
    types::Declared,
};

pub use format::{FormatError, format};

/// The version of the contract between generated code and the runtime.
pub(crate) const CONTRACT: u32 = 6;

/// How code is generated.
///
/// ```
/// use flowsmith_compiler::codegen::Options;
///
/// let mut options = Options::default();
/// options.module = Some("orders".to_owned());
/// options.krate = "::durable".parse().unwrap();
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// The path of the runtime: `::flowsmith`, unless it was renamed. `"::durable".parse()` gives another one.
    pub krate: TokenStream,
    /// The name of the module; where there is none, the name of the definition's file.
    pub module: Option<String>,
    /// Which findings are hidden, shown, or errors.
    pub levels: Levels,
}

impl Default for Options {
    fn default() -> Self {
        Self { krate: quote!(::flowsmith), module: None, levels: Levels::default() }
    }
}

/// The name of the module that is generated for a definition, as it is written in Rust. For the shells.
#[doc(hidden)]
pub fn module_name(source: &SourceFile, options: &Options) -> String {
    module::name(source, options).to_string()
}

/// Generates the module of a flow.
pub(crate) fn generate(flow: &Flow, declared: &Declared, source: &SourceFile, options: &Options) -> TokenStream {
    module::module(&Plan::new(flow, source, declared, options.krate.clone()), options)
}

/// Generates a module that has what every flow has, for a definition that cannot be compiled: code that names its items
/// does not add errors to those of the definition. Its functions are those that could be read. For the shells.
#[doc(hidden)]
pub fn stub(source: &SourceFile, options: &Options) -> TokenStream {
    let body = Scope {
        kind: ScopeKind::Flow,
        parent: None,
        entry: Target::End,
        steps: Vec::new(),
        data: DataRule::Accumulate,
        span: Span::default(),
    };
    // What is wrong may be no more than what is denied.
    if let Ok((flow, types, _)) = crate::analyze_typed(source) {
        let module = generate(&flow, &types.declared, source, options);
        return quote!(#[allow(dead_code)] #module);
    }
    let (functions, declared) = crate::sketch(source);
    // The steps are not there.
    let declared = Declared { reports: BTreeMap::new(), ..declared };
    let flow = Flow {
        name: source.stem().to_owned(),
        digest: String::new(),
        scopes: vec![body],
        steps: Vec::new(),
        functions,
        input: None,
        output: None,
        timeout: None,
        words: &Words::V1,
    };
    let module = generate(&flow, &declared, source, options);
    quote!(#[allow(dead_code)] #module)
}

//! Compiles flow definitions (FDL) to typed async Rust.
//!
//! [`analyze`] reads a definition and checks it, [`compile`] makes a module of Rust of it, [`graph`] draws it. All problems
//! of a definition are reported at once, each with a stable [`Code`], the place in the definition, and what to write
//! instead. Types of its data may stand beside a definition, in a [`Sidecar`]. Build scripts use [`build`]; the macro `flow!`
//! is in the package `flowsmith`.
//!
//! Nothing panics on any text, and nothing reads or writes files but [`build`].
//!
//! The modules stand in pipeline order.

mod source; // the text of a definition and of what stands beside it, and places in these

mod diagnostics; // findings as data, the table of codes, renderers

mod yaml; // text -> tree with spans

mod expr; // conditions and paths: text -> tree

mod syntax; // tree -> the definition as written; nothing resolved

pub mod ir; // the one graph: scopes, steps, templates, policies, targets

mod lower; // names to ids, mappings to templates

mod live; // which parts of data are read later

mod types; // what is known of data: declared, and inferred over the IR

mod check; // one rule a file over the IR

pub mod graph; // IR -> pictures

pub mod codegen; // IR -> items

#[doc(hidden)]
pub mod shell; // what the shells share: files in, text out

pub mod build; // the shell for build scripts

pub use diagnostics::{
    Code, Diagnostic, Diagnostics, Edit, Fix, Label, Level, LevelError, Levels, Severity, Target, UnknownCode,
};
pub use proc_macro2::TokenStream;
pub use source::{Sidecar, SourceFile, Span};

/// What a definition compiles to.
#[derive(Debug)]
#[non_exhaustive]
pub struct Output {
    /// The module of the flow; [`codegen::format`] makes text of it.
    pub tokens: TokenStream,
    /// Warnings and notes.
    pub findings: Diagnostics,
}

/// Compiles a definition to a module of Rust, or gives all that is wrong with it.
///
/// ```
/// use flowsmith_compiler::{SourceFile, codegen, compile};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// let output = compile(&source, &codegen::Options::default()).unwrap();
/// assert!(codegen::format(output.tokens).unwrap().contains("pub mod hello {"));
/// ```
///
/// # Errors
///
/// The definition has errors, or asks for what no code is generated for yet (`F0901`): these, with all other findings.
/// [`Options::levels`](codegen::Options::levels) say what is an error.
pub fn compile(source: &SourceFile, options: &codegen::Options) -> Result<Output, Diagnostics> {
    let levels = &options.levels;
    let (flow, types, findings) = analyze_typed(source).map_err(|findings| levels.apply(findings))?;
    let mut findings = levels.apply(findings);
    findings.gate()?;

    Ok(Output { tokens: codegen::generate(&flow, &types.declared, source, options), findings })
}

/// Reads and checks a definition; gives its graph with the warnings and notes, or all that is wrong with it.
///
/// ```
/// use flowsmith_compiler::{SourceFile, analyze};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// let (flow, findings) = analyze(&source).unwrap();
/// assert_eq!(flow.name, "hello");
/// assert!(findings.is_empty());
/// ```
///
/// # Errors
///
/// The definition has errors: these, with all other findings of the stages up to the first that has found one.
pub fn analyze(source: &SourceFile) -> Result<(ir::Flow, Diagnostics), Diagnostics> {
    analyze_typed(source).map(|(flow, _, findings)| (flow, findings))
}

/// The same with what is known of the data of the flow.
pub(crate) fn analyze_typed(source: &SourceFile) -> Result<(ir::Flow, types::Types, Diagnostics), Diagnostics> {
    let mut diags = Diagnostics::default();

    // What could not be read has a stand-in, so that names are resolved in the same run.
    let Some(document) = syntax::parse(source, &mut diags) else {
        return Err(diags.finish());
    };

    let flow = lower::lower(&document, source, &mut diags); // from here on: ids, no names
    diags.gate()?;

    let declared = types::declare(&flow, source, &mut diags);
    let types = types::infer(&flow, declared); // what is not known is never a mistake

    check::run(&flow, &types, &mut diags);
    diags.gate()?;

    Ok((flow, types, diags.finish()))
}

/// What is known of the data of a flow before it runs, as text for people: what it asks of its input, and for each step its
/// input, its result and what it gives. What is not known is `any`.
///
/// ```
/// use flowsmith_compiler::{SourceFile, known};
///
/// let source = SourceFile::new("hello.yaml", "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n");
/// assert!(known(&source).unwrap().0.starts_with("flow hello\n"));
/// ```
///
/// # Errors
///
/// As of [`analyze`].
pub fn known(source: &SourceFile) -> Result<(String, Diagnostics), Diagnostics> {
    analyze_typed(source).map(|(flow, types, findings)| (types::print(&flow, &types), findings))
}

/// The functions that a definition calls, and what is declared of it, as far as that can be read.
fn sketch(source: &SourceFile) -> (Vec<ir::Function>, types::Declared) {
    let mut diags = Diagnostics::default();
    let Some(document) = syntax::parse(source, &mut diags) else { return Default::default() };
    let flow = lower::lower(&document, source, &mut diags);
    let declared = types::declare(&flow, source, &mut diags);
    (flow.functions, declared)
}

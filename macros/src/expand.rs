//! From the arguments to the module: finds and reads the definition, and shows what the compiler finds.

use std::{
    env,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{Diagnostic, Severity, SourceFile, codegen, compile, shell};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::args::Args;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let args: Args = match syn::parse2(input) {
        Ok(args) => args,
        Err(error) => return error.into_compile_error(),
    };
    let span = args.path.span();
    let mut options = codegen::Options::default();
    options.module = args.module;
    options.levels = args.levels;
    let mistakes: TokenStream = args.mistakes.iter().map(syn::Error::to_compile_error).collect();
    if let Some(krate) = args.krate {
        options.krate = krate;
    }

    let path = PathBuf::from(args.path.value());
    let shown = shell::shown(&path);
    let (file, text) = match read(&path, span) {
        Ok(found) => found,
        Err(message) => {
            let (error, stub) = (error(span, &message), codegen::stub(&SourceFile::new(shown, ""), &options));
            return quote!(#mistakes #error #stub);
        }
    };
    let source = SourceFile::new(shown, text);
    let (items, findings) = match compile(&source, &options) {
        Ok(output) => (output.tokens, output.findings),
        Err(findings) => (codegen::stub(&source, &options), findings),
    };
    let findings = findings.iter().map(|finding| show(finding, &source, span));
    let tracked = file.to_str().map(|file| {
        // Makes rustc compile again when the definition changes. Names no type: the user may have one of that name.
        quote!(
            const _: () = {
                let _ = ::core::include_str!(#file);
            };
        )
    });
    quote!(#items #mistakes #(#findings)* #tracked)
}

/// Reads the definition, from the root of the crate or from beside the source file.
fn read(path: &Path, span: Span) -> Result<(PathBuf, String), String> {
    let files = candidates(path, span);
    if let Some(file) = files.iter().find(|file| file.exists()) {
        return shell::read(file).map(|text| (file.clone(), text));
    }
    let files: Vec<_> = files.iter().map(|file| format!("\n    {}", file.display())).collect();
    let (shown, separators) = (path.display(), shell::separators(path));
    Err(format!("there is no flow definition `{shown}`{separators}; looked for{}", files.concat()))
}

/// Where a definition may be, as absolute paths.
fn candidates(path: &Path, span: Span) -> Vec<PathBuf> {
    let root = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let beside = if proc_macro::is_available() { span.unwrap().local_file() } else { None };
    let beside = beside.and_then(|file| Some(file.parent()?.to_owned()));
    let mut files = Vec::new();
    for folder in [root, beside].into_iter().flatten() {
        let file = folder.join(path);
        let file = std::path::absolute(&file).unwrap_or(file);
        if !files.contains(&file) {
            files.push(file);
        }
    }
    files
}

/// A finding as rustc shows it, at the path of the definition.
fn show(finding: &Diagnostic, source: &SourceFile, span: Span) -> TokenStream {
    let text = finding.render_full(source);
    let text = text.trim_end();
    match finding.severity {
        // rustc puts its own word for the severity in front.
        Severity::Error => error(span, text.strip_prefix("error").unwrap_or(text)),
        Severity::Warning => warning(span, text),
        // Stable Rust has no way to show a note.
        _ => TokenStream::new(),
    }
}

fn error(span: Span, text: &str) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error! { #text })
}

/// Only the use of something deprecated makes rustc show a text of ours as a warning.
fn warning(span: Span, text: &str) -> TokenStream {
    quote_spanned! {span=>
        const _: () = {
            #[deprecated(note = #text)]
            const WARNING: () = ();
            WARNING
        };
    }
}

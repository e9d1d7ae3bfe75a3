//! From the arguments to the module: finds and reads the definition, and shows what the compiler finds.

use std::{
    env,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{
    Diagnostic, Severity, SourceFile, codegen, compile,
    shell::{self, Loaded},
};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

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
    let (source, files) = match read(&path, args.types.as_ref(), span) {
        Ok(Loaded { source, files }) => (source, files),
        Err((place, message)) => {
            let (error, stub) = (error(place, &message), codegen::stub(&SourceFile::new(shown, ""), &options));
            return quote!(#mistakes #error #stub);
        }
    };
    let (items, findings) = match compile(&source, &options) {
        Ok(output) => (output.tokens, output.findings),
        Err(findings) => (codegen::stub(&source, &options), findings),
    };
    let findings = findings.iter().map(|finding| show(finding, &source, span));
    let tracked = files.iter().filter_map(|file| file.to_str()).map(|file| {
        // Makes rustc compile again when the file changes. Names no type: the user may have one of that name.
        quote!(
            const _: () = {
                let _ = ::core::include_str!(#file);
            };
        )
    });
    quote!(#items #mistakes #(#findings)* #(#tracked)*)
}

/// Reads the definition and its types, from the root of the crate or from beside the source file; or says what is wrong,
/// and where.
fn read(path: &Path, types: Option<&LitStr>, span: Span) -> Result<Loaded, (Span, String)> {
    let folder = folder_of(path, "flow definition", span).map_err(|message| (span, message))?;
    let Some(types) = types else { return shell::load(&folder, path, None).map_err(|message| (span, message)) };
    let (place, types) = (types.span(), PathBuf::from(types.value()));
    let beside = folder_of(&types, "file with types", place).map_err(|message| (place, message))?;
    if beside == folder {
        return shell::load(&folder, path, Some(&types)).map_err(|message| (span, message));
    }
    let types = beside.join(types); // shown whole: it does not lead from where the definition does
    shell::load(&folder, path, Some(&types)).map_err(|message| (span, message))
}

/// The folder that a path leads from to a file.
fn folder_of(path: &Path, what: &str, span: Span) -> Result<PathBuf, String> {
    let folders = folders(span);
    if let Some(folder) = folders.iter().find(|folder| folder.join(path).exists()) {
        return Ok(folder.clone());
    }
    let mut files: Vec<_> = folders.iter().map(|folder| absolute(&folder.join(path))).collect();
    files.dedup();
    let files: Vec<_> = files.iter().map(|file| format!("\n    {}", file.display())).collect();
    let (shown, separators) = (path.display(), shell::separators(path));
    Err(format!("there is no {what} `{shown}`{separators}; looked for{}", files.concat()))
}

/// The folders that paths may lead from, as absolute paths.
fn folders(span: Span) -> Vec<PathBuf> {
    let root = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let beside = if proc_macro::is_available() { span.unwrap().local_file() } else { None };
    let beside = beside.and_then(|file| Some(file.parent()?.to_owned()));
    [root, beside].into_iter().flatten().map(|folder| absolute(&folder)).collect()
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn files_beside_a_definition_are_tracked_and_shown() {
        let folder = env::temp_dir().join(format!("flowsmith-beside-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let write = |name: &str, text: &str| {
            fs::write(folder.join(name), text).unwrap();
            folder.join(name).to_str().unwrap().to_owned()
        };
        let definition = write("order.yaml", "version: v1\ntype: flow\nsteps: [{type: pass, name: a}]\n");
        let address = write("address.yaml", "type: objekt\n");
        let beside = write("order.types.yaml", "input: {properties: {a: {$ref: address.yaml}}}\n");
        let tracked = |file: &str| format!("include_str ! ({file:?})");

        let expanded = expand(quote!(#definition)).to_string();
        for file in [&definition, &beside, &address] {
            assert!(expanded.contains(&tracked(file)), "{expanded}");
        }
        assert!(expanded.contains("address.yaml:1:7"), "{expanded}");

        let named = write("named.yaml", "output: {type: string}\n");
        let expanded = expand(quote!(#definition, types = #named)).to_string();
        assert!(expanded.contains(&tracked(&named)) && !expanded.contains(&tracked(&beside)), "{expanded}");
        assert!(!expanded.contains("compile_error"), "{expanded}");

        let expanded = expand(quote!(#definition, types = "gone.yaml")).to_string();
        assert!(expanded.contains("there is no file with types `gone.yaml`; looked for"), "{expanded}");
        assert!(expanded.contains("pub mod order"), "{expanded}");
        fs::remove_dir_all(folder).unwrap();
    }
}

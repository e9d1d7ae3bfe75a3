//! Generated items as text.

use std::fmt;

use proc_macro2::{TokenStream, TokenTree};

/// How deep groups of tokens may be nested before they are formatted on a stack of their own.
const SHALLOW: usize = 32;

/// The size of that stack: syn and prettyplease take about 35 KiB a level of steps where they are not optimised.
const STACK: usize = 64 << 20;

/// Formats generated items as rustfmt would, nearly, with an empty line between them.
///
/// # Errors
///
/// The tokens are no items of Rust.
pub fn format(tokens: TokenStream) -> Result<String, FormatError> {
    if !is_deep(&tokens) {
        return syn::parse2(tokens).map(|parsed| file(&parsed)).map_err(FormatError);
    }
    // Tokens stay in their thread; their text may go.
    let text = tokens.to_string();
    let formatted = std::thread::scope(|scope| {
        let format = || syn::parse_str(&text).map(|parsed| file(&parsed)).map_err(FormatError);
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, format);
        thread.ok().and_then(|thread| thread.join().ok())
    });
    formatted.unwrap_or_else(|| syn::parse2(tokens).map(|parsed| file(&parsed)).map_err(FormatError))
}

fn file(file: &syn::File) -> String {
    spaced(&prettyplease::unparse(file))
}

fn is_deep(tokens: &TokenStream) -> bool {
    let mut open = vec![(tokens.clone(), 0)];
    while let Some((tokens, depth)) = open.pop() {
        if depth > SHALLOW {
            return true;
        }
        open.extend(tokens.into_iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some((group.stream(), depth + 1)),
            _ => None,
        }));
    }
    false
}

/// The text with an empty line before each item that follows another one.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 16);
    let mut before = "";
    for line in text.lines() {
        let (trimmed, last) = (line.trim_start(), before.trim_start());
        let ended = last == "}" || last.ends_with("{}") || last.ends_with(';');
        let begins = BEGINNINGS.iter().any(|word| trimmed.starts_with(word));
        let together = trimmed.starts_with("const ") && last.starts_with("const ");
        if ended && begins && !together && indent(line) == indent(before) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
    spaced
}

/// What the first line of an item begins with; `use` and statements do not.
const BEGINNINGS: &[&str] = &["///", "#[", "pub ", "const ", "struct ", "impl ", "impl<", "fn ", "async fn ", "enum "];

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Tokens are no items of Rust: a bug in the generator, if these are its tokens.
#[derive(Debug)]
pub struct FormatError(syn::Error);

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the generated code is no Rust, which is a bug in flowsmith")
    }
}

impl std::error::Error for FormatError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_apart() {
        let tokens = quote::quote! {
            mod a { use b::c; struct D; #[doc = " E."] struct E; impl D { const F: u8 = 1; const G: u8 = 2; fn f() { g(); const H: u8 = 3; } } }
        };
        let text = format(tokens).unwrap();
        for part in [
            "use b::c;\n\n    struct D;\n\n    /// E.\n    struct E;\n\n    impl D",
            "u8 = 1;\n        const G: u8 = 2;\n\n        fn f",
        ] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn what_is_no_rust_is_an_error() {
        let error = format(quote::quote!(fn fn)).unwrap_err();
        assert!(error.to_string().contains("bug"));
    }
}

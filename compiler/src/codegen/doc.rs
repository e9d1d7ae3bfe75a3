//! Documentation of generated items.

use proc_macro2::TokenStream;
use quote::quote;

/// A doc comment.
pub(super) fn doc(text: &str) -> TokenStream {
    let text = format!(" {text}");
    quote!(#[doc = #text])
}

/// A paragraph of a doc comment, after another one.
pub(super) fn paragraph(text: &str) -> TokenStream {
    let lines = text.lines().map(doc);
    quote!(#[doc = ""] #(#lines)*)
}

/// Text from a definition that is shown as code.
pub(super) fn code(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || c == '`' { ' ' } else { c }).collect()
}

//! What generated code names.

use proc_macro2::{TokenStream, TokenTree};

/// Whether generated code names a variable.
pub(in crate::codegen) fn mentions(tokens: &TokenStream, variable: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == variable,
        TokenTree::Group(group) => mentions(&group.stream(), variable),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

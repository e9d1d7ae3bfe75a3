//! What generated code names, and whether it can fail.

use proc_macro2::{TokenStream, TokenTree};

/// Whether generated code names a variable.
pub(in crate::codegen) fn mentions(tokens: &TokenStream, variable: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == variable,
        TokenTree::Group(group) => mentions(&group.stream(), variable),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Whether there is a `?` in generated code.
pub(in crate::codegen) fn asks(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Group(group) => asks(&group.stream()),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
}

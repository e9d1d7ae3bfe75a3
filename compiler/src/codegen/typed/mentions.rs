//! What generated code names, and whether it can fail.

use proc_macro2::{Spacing, TokenStream, TokenTree};

/// Whether generated code names a variable. What stands before a colon or after a dot is a field.
pub(in crate::codegen) fn mentions(tokens: &TokenStream, variable: &str) -> bool {
    let is = |token: Option<&TokenTree>, char: char| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char && punct.spacing() == Spacing::Alone);
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Ident(ident) => {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            ident == variable && !is(before, '.') && !is(tokens.get(at + 1), ':')
        }
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

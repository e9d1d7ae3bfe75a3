//! What generated code names, and whether it can fail.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::{format_ident, quote};

/// Whether generated code names a variable. What stands before a colon or after a dot is a field.
pub(in crate::codegen) fn mentions(tokens: &TokenStream, variable: &str) -> bool {
    let is = |token: Option<&TokenTree>, char: char| match token {
        Some(TokenTree::Punct(punct)) => punct.as_char() == char && punct.spacing() == Spacing::Alone,
        _ => false,
    };
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

/// The pattern that binds a variable for generated code, which may not name it.
pub(in crate::codegen) fn bound(variable: &str, tokens: &TokenStream) -> TokenStream {
    if !mentions(tokens, variable) {
        return quote!(_);
    }
    let variable = format_ident!("{variable}");
    quote!(#variable)
}

/// `one`, made of `it`, for what an `Option` holds.
pub(in crate::codegen) fn map(option: &TokenStream, one: &TokenStream) -> TokenStream {
    let it = bound("it", one);
    if !asks(one) {
        return quote!(#option.map(|#it| #one));
    }
    quote! {
        match #option {
            Some(#it) => Some(#one),
            None => None,
        }
    }
}

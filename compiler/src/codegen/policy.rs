//! Retry policies and limits of a task.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{env::Env, literal};
use crate::ir::{Constant, Expr, ExprKind, Retry};

/// `static RETRY`; nothing where there is no policy.
pub(super) fn retry_static(retry: &[Retry]) -> Option<TokenStream> {
    if retry.is_empty() {
        return None;
    }
    let count = Literal::usize_unsuffixed(retry.len());
    let policies = retry.iter().map(|policy| {
        let errors = &policy.errors;
        let interval = Literal::u64_unsuffixed(policy.interval);
        let max_interval = Literal::u64_unsuffixed(policy.max_interval);
        let max_attempts = Literal::u32_unsuffixed(policy.max_attempts);
        let multiplier = literal::float_literal(if policy.multiplier.is_finite() { policy.multiplier } else { 1.0 });
        quote! {
            rt::RetryPolicy {
                errors: &[#(#errors),*],
                interval: #interval,
                max_interval: #max_interval,
                max_attempts: #max_attempts,
                multiplier: #multiplier,
            }
        }
    });
    Some(quote!(static RETRY: [rt::RetryPolicy; #count] = [#(#policies),*];))
}

/// The policies of a task (`rt::Policy`).
pub(super) fn policy(env: &Env<'_>, limit: Option<&Expr>, retry: &[Retry]) -> TokenStream {
    if limit.is_none() && retry.is_empty() {
        return quote!(rt::Policy::default());
    }
    let timeout = timeout(env, limit);
    let retry = if retry.is_empty() { quote!(&[]) } else { quote!(&RETRY) };
    quote!(rt::Policy { timeout: #timeout, retry: #retry })
}

/// The limit of an attempt (`Option<rt::Duration>`).
pub(super) fn timeout(env: &Env<'_>, limit: Option<&Expr>) -> TokenStream {
    let Some(limit) = limit else { return quote!(None) };
    if let ExprKind::Literal(Constant::Integer(seconds)) = limit.kind
        && let Ok(seconds) = u64::try_from(seconds)
    {
        let literal = Literal::u64_unsuffixed(seconds);
        return if seconds == 0 { quote!(None) } else { quote!(Some(rt::Duration::from_secs(#literal))) };
    }
    let operand = env.whole_operand(limit);
    quote!(rt::timeout(here, #operand)?)
}

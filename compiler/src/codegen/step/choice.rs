//! Choices.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Site, Work, leave::Leave};
use crate::{
    codegen::env::{Env, Holder},
    ir::{ChoiceDefault, ChoiceEntry, ScopeId, Target},
};

impl Site<'_, '_> {
    /// One `if` an entry, which returns; the default comes last.
    pub(super) fn choice(&self, entries: &[ChoiceEntry], default: &ChoiceDefault, env: &Env<'_>) -> Work {
        let (mut tokens, mut awaits, mut calls) = (TokenStream::new(), false, false);
        let ends = entries.iter().map(|entry| (Some(&entry.condition), entry.body, entry.target));
        for (number, (condition, body, target)) in ends.chain([(None, default.body, default.target)]).enumerate() {
            awaits |= body.is_some();
            let Leave { before, left } = match body {
                None => self.leave(target, &Env { result: Holder::Empty, ..env.clone() }),
                Some(body) => {
                    let (nested, calls_there) = self.run_entry(number, body, target, env);
                    calls |= calls_there;
                    nested
                }
            };
            tokens.extend(match condition.map(|condition| env.condition(condition)) {
                None => quote!(#before #left),
                Some(condition) => quote! {
                    if #condition {
                        #before
                        return #left;
                    }
                },
            });
        }
        Work::Block { tokens, awaits, calls }
    }

    /// Runs the steps of an entry and leaves.
    fn run_entry(&self, number: usize, body: ScopeId, target: Target, env: &Env<'_>) -> (Leave, bool) {
        let number = Literal::usize_unsuffixed(number);
        let handed = self.hand(&[body], env);
        let input = self.handed_to(body, &handed, |_| TokenStream::new());
        let (run, calls) = self.run_nested(body, &quote!(&here.entry(#number)), &input);
        let made = handed.made;
        let env = Env { result: self.body_result(Some(body)), ..env.clone() };
        let (result, Leave { before, left }) = self.leave_after(target, &env);
        let bound = result.map(|result| quote!(let #result =));
        // Boxed, so that the future of the flow does not grow with the depth of its choices.
        let before = quote!(#made #bound rt::Box::pin(#run).await?; #before);
        (Leave { before, left }, calls)
    }
}

//! Choices.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::{Leave, Site, Work};
use crate::{
    codegen::env::{Env, Holder},
    ir::{ChoiceDefault, ChoiceEntry, ScopeId, Target},
};

impl Site<'_, '_> {
    /// One `if` an entry, which returns; the default comes last.
    pub(super) fn choice(&self, entries: &[ChoiceEntry], default: &ChoiceDefault, env: &Env<'_>) -> Work {
        let mut work = Work { tokens: TokenStream::new(), awaits: false, calls: false };
        for (number, entry) in entries.iter().enumerate() {
            let condition = env.condition(&entry.condition);
            let Leave { before, left } = self.run_entry(number, entry.body, entry.target, env, &mut work);
            work.tokens.extend(quote! {
                if #condition {
                    #before
                    return #left;
                }
            });
        }
        let left = self.run_entry(entries.len(), default.body, default.target, env, &mut work);
        left.to_tokens(&mut work.tokens);
        work
    }

    /// Runs the steps of an entry, if it has some, and leaves.
    fn run_entry(&self, number: usize, body: Option<ScopeId>, target: Target, env: &Env<'_>, work: &mut Work) -> Leave {
        let Some(body) = body else {
            return self.leave(target, &Env { result: Holder::Empty, ..env.clone() });
        };
        work.awaits = true;
        let number = Literal::usize_unsuffixed(number);
        let run = self.run_nested(body, &quote!(&here.branch(#number)), &quote!(&step_input), env, work);
        // Boxed, so that the future of the flow does not grow with the depth of its choices.
        let result = quote!(::std::boxed::Box::pin(#run).await?);
        self.leave_with(&result, target, &Env { result: Holder::Object(quote!(result)), ..env.clone() })
    }
}

//! Parallel and foreach steps, and how a step runs a scope.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Site, Work};
use crate::{
    codegen::{
        env::{Env, Holder},
        path::{self, Chain},
    },
    ir::{Expr, ExprKind, Foreach, Root, ScopeId},
};

impl Site<'_, '_> {
    /// A match over the number of the branch, so that nothing has to be boxed to have one type.
    pub(super) fn parallel(&self, branches: &[ScopeId], env: &Env<'_>) -> Work {
        let mut calls = false;
        let numbers: Vec<_> = (0..branches.len()).map(Literal::usize_unsuffixed).collect();
        let runs = branches.iter().zip(&numbers).map(|(scope, number)| {
            let (run, calls_there) = self.run_nested(*scope, &quote!(&here.branch(#number)), &quote!(&step_input), env);
            calls |= calls_there;
            run
        });
        let runs: Vec<_> = runs.collect();
        let (index, body) = match runs.as_slice() {
            [] => (quote!(_), quote!(rt::Res::Ok(rt::Object::new()))),
            [only] => (quote!(_), quote!(#only.await)),
            [others @ .., last] => {
                let body = quote!(match index { #(#numbers => #others.await,)* _ => #last.await });
                (quote!(index), body)
            }
        };
        let count = Literal::usize_unsuffixed(branches.len());
        let outcomes = quote!(rt::foreach(#count, #count, |#index| async move { #body }).await?);
        Work::Block { tokens: self.gather(&outcomes, env), awaits: true, calls }
    }

    pub(super) fn foreach(&self, foreach: &Foreach, env: &Env<'_>) -> Work {
        let items = self.collection(&foreach.collection, env);
        let item = foreach.item.iter().map(|key| quote!((#key, items[index].clone())));
        let index = foreach.index.iter().map(|key| quote!((#key, rt::Value::from(index))));
        let own: Vec<_> = item.chain(index).collect();
        let documented = Literal::u32_unsuffixed(foreach.concurrency);
        let limit = quote!(cx.iterations(#documented));
        let input = quote!(&rt::Data::over(&own, &step_input));
        let (run, calls) = self.run_nested(foreach.body, &quote!(&here.item(index)), &input, env);
        let outcomes = quote! {
            rt::foreach(items.len(), #limit, |index| async move {
                let own = rt::entries([#(#own),*]);
                #run.await
            })
            .await?
        };
        let gathered = self.gather(&outcomes, env);
        Work::Block { tokens: quote!(#items #gathered), awaits: true, calls }
    }

    /// `let items = …;`, the elements that a foreach step runs over.
    fn collection(&self, expr: &Expr, env: &Env<'_>) -> TokenStream {
        let (text, chain) = match &expr.kind {
            ExprKind::Path(path) => (path::text(path), Some(env.chain(path))),
            _ => (self.plan.source.slice(expr.span).to_owned(), None),
        };
        match chain {
            Some(Chain::One(chain)) => quote!(let items = rt::collection(here, #text, #chain)?;),
            Some(Chain::Missing) => quote!(let items = rt::collection(here, #text, None)?;),
            _ => {
                let value = env.value(expr);
                quote! {
                    let collection = #value;
                    let items = rt::collection(here, #text, Some(&collection))?;
                }
            }
        }
    }

    /// The outcomes of branches or iterations as the result, an array in order.
    fn gather(&self, outcomes: &TokenStream, env: &Env<'_>) -> TokenStream {
        let left = self.leave(self.step.next, &Env { result: Holder::Value(quote!(result)), ..env.clone() });
        if env.uses.result.get() {
            quote! {
                let outcomes = #outcomes;
                let result = rt::array(outcomes);
                #left
            }
        } else {
            quote!(#outcomes; #left)
        }
    }

    /// The future that runs a nested scope, and whether functions are called there.
    pub(super) fn run_nested(
        &self,
        scope: ScopeId,
        path: &TokenStream,
        input: &TokenStream,
        env: &Env<'_>,
    ) -> (TokenStream, bool) {
        env.note(Root::StepInput);
        let module = self.plan.module(scope);
        let calls = self.plan.scopes[scope.0].calls;
        let functions = calls.then(|| quote!(functions,));
        let run = quote!(#module::run(cx, #functions #path, #input));
        (if self.plan.is_boxed(scope) { quote!(rt::boxed(#run)) } else { run }, calls)
    }
}

//! Parallel and foreach steps, and how a step runs a scope.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Site, Work};
use crate::{
    codegen::{
        env::{Env, Holder},
        path::Chain,
        policy,
    },
    ir::{DataRule, Expr, ExprKind, Foreach, Gather, Root, ScopeId},
};

impl Site<'_, '_> {
    /// A match over the number of the branch, so that nothing has to be boxed to have one type.
    pub(super) fn parallel(&self, branches: &[ScopeId], gather: Gather, env: &Env<'_>) -> Work {
        let mut calls = false;
        let (made, data) = match self.rule {
            DataRule::Accumulate => Self::data_input(env),
            DataRule::Replace => {
                env.note(Root::StepInput);
                (TokenStream::new(), TokenStream::new())
            }
        };
        let (base, input) = (self.base(), self.branch_input(&data));
        let numbers: Vec<_> = (0..branches.len()).map(Literal::usize_unsuffixed).collect();
        let runs = branches.iter().zip(&numbers).map(|(scope, number)| {
            let (run, calls_there) = self.run_gathered(*scope, &quote!(&#base.branch(#number)), &input);
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
        let outcomes = quote!(rt::foreach(#count, #count, |#index| async move { #body }).await);
        let (shared, gathered) = (shared_input(env), self.gather(&outcomes, gather, env));
        Work::Block { tokens: quote!(#made #shared #gathered), awaits: true, calls }
    }

    pub(super) fn foreach(&self, foreach: &Foreach, env: &Env<'_>) -> Work {
        let items = self.collection(&foreach.collection, env);
        let documented = Literal::u32_unsuffixed(foreach.concurrency);
        let base = self.base();
        let path = quote!(&#base.item(index));
        let mut made = TokenStream::new();
        let (own, input) = if self.rule == DataRule::Replace {
            (None, quote!(items[index].clone()))
        } else {
            let (making, data) = Self::data_input(env);
            made = making;
            let item = foreach.item.iter().map(|key| quote!((#key, items[index].clone())));
            let index = foreach.index.iter().map(|key| quote!((#key, rt::Value::from(index))));
            let own: Vec<_> = item.chain(index).collect();
            (Some(quote!(let own = rt::entries([#(#own),*]);)), quote!(&rt::Data::over(&own, #data)))
        };
        let (run, calls) = self.run_gathered(foreach.body, &path, &input);
        let outcomes = quote! {
            rt::foreach(items.len(), cx.iterations(#documented), |index| async move {
                #own
                #run.await
            })
            .await
        };
        let gathered = self.gather(&outcomes, foreach.gather, env);
        Work::Block { tokens: quote!(#items #made #gathered), awaits: true, calls }
    }

    /// What the paths of branches and iterations begin with: the step, or one of its attempts.
    fn base(&self) -> TokenStream {
        if self.step.retry.is_empty() { quote!(here) } else { quote!(attempt) }
    }

    /// What a branch starts with.
    fn branch_input(&self, data: &TokenStream) -> TokenStream {
        match self.rule {
            DataRule::Accumulate => data.clone(),
            DataRule::Replace => quote!(given.clone()),
        }
    }

    /// `let items = …;`, the elements that a foreach step runs over.
    fn collection(&self, expr: &Expr, env: &Env<'_>) -> TokenStream {
        let (text, chain) = match &expr.kind {
            ExprKind::Path(path) => (self.plan.flow.words.path(path), Some(env.chain(path))),
            _ => (self.plan.source.slice(expr.span).to_owned(), None),
        };
        match chain {
            Some(Chain::One(chain)) => quote!(let items = rt::collection(here, #text, #chain)?;),
            Some(chain @ (Chain::Temporary(_) | Chain::Typed(_))) => {
                let option = chain.as_option();
                quote! {
                    let collection = rt::to_json_option(#option)?;
                    let items = rt::collection(here, #text, collection.as_ref())?;
                }
            }
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

    /// The outcomes of branches or iterations as the result.
    fn gather(&self, outcomes: &TokenStream, gather: Gather, env: &Env<'_>) -> TokenStream {
        let outcomes = self.attempted(outcomes, env);
        let left = self.leave(self.step.next, &Env { result: Holder::Value(quote!(result)), ..env.clone() });
        if !env.uses.result.get() {
            return quote!(#outcomes; #left);
        }
        let result = match gather {
            Gather::Array => quote!(rt::array(outcomes)),
            Gather::Branches => quote!(rt::branches(outcomes)),
            Gather::Items => quote!(rt::items(outcomes)),
        };
        quote! {
            let outcomes = #outcomes;
            let result = #result;
            #left
        }
    }

    /// The outcomes of the first attempt that succeeds.
    fn attempted(&self, outcomes: &TokenStream, env: &Env<'_>) -> TokenStream {
        if self.step.retry.is_empty() {
            return quote!(#outcomes?);
        }
        let policy = policy::policy(env, None, &self.step.retry);
        quote! {
            {
                let mut attempts = rt::Attempts::new(here, #policy);
                loop {
                    let attempt = attempts.begin()?;
                    if attempts.failed_before(cx, &attempt).await? {
                        continue;
                    }
                    match #outcomes {
                        Ok(outcomes) => break outcomes,
                        Err(halt) => attempts.failed(cx, &attempt, halt).await?,
                    }
                }
            }
        }
    }

    /// The same with an outcome that is JSON, as all branches and iterations have it.
    fn run_gathered(&self, scope: ScopeId, path: &TokenStream, input: &TokenStream) -> (TokenStream, bool) {
        let (run, calls) = self.run_nested(scope, path, input);
        (if self.plan.slots(scope).is_some() { quote!(rt::outcome(#run)) } else { run }, calls)
    }

    /// The future that runs a nested scope, and whether functions are called there.
    pub(super) fn run_nested(&self, scope: ScopeId, path: &TokenStream, input: &TokenStream) -> (TokenStream, bool) {
        let module = self.plan.module(scope);
        let calls = self.plan.scopes[scope.0].calls;
        let functions = calls.then(|| quote!(functions,));
        let run = quote!(#module::run(cx, #functions #path, #input));
        (if self.plan.is_boxed(scope) { quote!(rt::boxed(#run)) } else { run }, calls)
    }
}

/// `let given = &…;`, what each branch gets a copy of.
fn shared_input(env: &Env<'_>) -> Option<TokenStream> {
    match &env.step_input {
        Holder::Value(name) => Some(quote!(let given = &#name;)),
        _ => None,
    }
}

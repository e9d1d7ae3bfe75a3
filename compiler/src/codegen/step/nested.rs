//! Parallel and foreach steps, and how a step runs a scope.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Site, Work, hand::Handed};
use crate::{
    codegen::{
        chain::Chain,
        env::{Env, Holder},
        names::ident,
        policy,
        typed::{At, Place, Sketch, Slots, bound},
    },
    ir::{DataRule, Expr, ExprKind, Foreach, Gather, Root, ScopeId, StepKind},
    types::{Ty, TypeId},
};

impl Site<'_, '_> {
    /// A match over the number of the branch, so that nothing has to be boxed to have one type.
    pub(super) fn parallel(&self, branches: &[ScopeId], gather: Gather, env: &Env<'_>) -> Work {
        let mut calls = false;
        let handed = match self.rule {
            DataRule::Accumulate => self.hand(branches, env),
            DataRule::Replace => {
                env.note(Root::StepInput);
                Handed::with(shared_input(env))
            }
        };
        let base = self.base();
        let numbers: Vec<_> = (0..branches.len()).map(Literal::usize_unsuffixed).collect();
        let runs = branches.iter().zip(&numbers).map(|(scope, number)| {
            let input = match self.rule {
                DataRule::Accumulate => self.handed_to(*scope, &handed, |_| TokenStream::new()),
                DataRule::Replace => self.started_with(*scope, &quote!(given), env.type_of_root(Root::StepInput), env),
            };
            let (run, calls_there) = self.run_gathered(*scope, &quote!(&#base.branch(#number)), &input);
            calls |= calls_there;
            if self.has_outcome() {
                let variant = format_ident!("Branch{number}", number = number.to_string());
                quote!(rt::mapped(#run, Outcome::#variant).await)
            } else {
                quote!(#run.await)
            }
        });
        let runs: Vec<_> = runs.collect();
        let (index, body) = match runs.as_slice() {
            [] => (quote!(_), quote!(rt::Res::Ok(rt::Object::new()))),
            [only] => (quote!(_), only.clone()),
            [others @ .., last] => (quote!(index), quote!(match index { #(#numbers => #others,)* _ => #last })),
        };
        let count = Literal::usize_unsuffixed(branches.len());
        let outcomes = quote!(rt::foreach(#count, #count, |#index| async move { #body }).await);
        let (made, gathered) = (&handed.made, self.gather(&outcomes, gather, env));
        Work::Block { tokens: quote!(#made #gathered), awaits: true, calls }
    }

    pub(super) fn foreach(&self, foreach: &Foreach, env: &Env<'_>) -> Work {
        let items = self.collection(&foreach.collection, env);
        let item_type = env.item_type(&foreach.collection);
        let documented = Literal::u32_unsuffixed(foreach.concurrency);
        let base = self.base();
        let path = quote!(&#base.item(index));
        let (mut made, mut own) = (TokenStream::new(), TokenStream::new());
        let input = if self.rule == DataRule::Replace {
            self.started_with(foreach.body, &quote!(items[index]), Sketch::Of(item_type), env)
        } else {
            let handed = self.hand(&[foreach.body], env);
            made = handed.made.clone();
            match self.plan.reads_of_input(foreach.body) {
                Some(reads) => {
                    let is_item = |key: &str| foreach.item.as_deref() == Some(key);
                    if foreach.index.as_ref().is_some_and(|key| reads.get(key).is_some()) {
                        own = quote!(let number = rt::count(index););
                    }
                    let as_json =
                        foreach.item.as_ref().and_then(|key| reads.get(key)).is_some_and(|it| it.ty() != item_type);
                    if as_json {
                        own.extend(quote!(let item = rt::to_json(&items[index])?;));
                    }
                    let item = if as_json { quote!(Some(&item)) } else { quote!(Some(&items[index])) };
                    self.handed_to(foreach.body, &handed, |key| {
                        if is_item(key) { item.clone() } else { quote!(Some(&number)) }
                    })
                }
                None => {
                    let data = &handed.data;
                    let json = if item_type == Ty::Any {
                        quote!(items[index].clone())
                    } else {
                        quote!(rt::to_json(&items[index])?)
                    };
                    let item = foreach.item.iter().map(|key| quote!((#key, #json)));
                    let index = foreach.index.iter().map(|key| quote!((#key, rt::Value::from(index))));
                    let entries: Vec<_> = item.chain(index).collect();
                    own = quote!(let own = rt::entries([#(#entries),*]););
                    quote!(&rt::Data::over(&own, #data))
                }
            }
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

    /// What a scope starts with whose data is replaced: a copy of data at a place.
    fn started_with(&self, scope: ScopeId, place: &TokenStream, from: Sketch, env: &Env<'_>) -> TokenStream {
        let from = if let Sketch::Of(ty) = from { ty } else { Ty::Any };
        let (wanted, _) = self.plan.start(scope);
        if from == Ty::Any && *wanted == Ty::Any {
            return quote!(#place.clone());
        }
        env.known.coerced(&Place::new(place.clone(), from), wanted, "the input")
    }

    /// What the paths of branches and iterations begin with: the step, or one of its attempts.
    fn base(&self) -> TokenStream {
        if self.step.retry.is_empty() { quote!(here) } else { quote!(attempt) }
    }

    /// `let items = …;`, the elements that a foreach step runs over.
    fn collection(&self, expr: &Expr, env: &Env<'_>) -> TokenStream {
        let (text, chain) = match &expr.kind {
            ExprKind::Path(path) => (self.plan.flow.words.path(path), Some(env.chain(path))),
            _ => (self.plan.source.slice(expr.span).to_owned(), None),
        };
        match chain {
            Some(Chain::One(chain)) => quote!(let items = rt::collection(here, #text, #chain)?;),
            Some(Chain::Typed(place)) if matches!(place.ty, Ty::List(_) | Ty::Any) => {
                let (function, option) =
                    (if place.ty == Ty::Any { quote!(collection) } else { quote!(elements) }, place.as_option());
                quote!(let items = rt::#function(here, #text, #option)?;)
            }
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
        let (bound, left) = self.leave_after(self.step.next, &Env { result: self.gathered_result(), ..env.clone() });
        let Some(bound) = bound else { return quote!(#outcomes; #left) };
        let result = self.result_of_outcomes(gather);
        quote! {
            let outcomes = #outcomes;
            let #bound = #result;
            #left
        }
    }

    /// The result that outcomes are gathered to.
    fn result_of_outcomes(&self, gather: Gather) -> TokenStream {
        let ty = self.plan.forms.ty(&At::Result(self.id));
        if let StepKind::Parallel { branches, .. } = &self.step.kind
            && self.has_outcome()
        {
            let names: Vec<_> = (0..branches.len()).map(|at| format_ident!("branch_{at}")).collect();
            let variants = (0..branches.len()).map(|at| format_ident!("Branch{at}"));
            let made = match ty {
                Ty::Named(id) => {
                    let (name, types) = (self.plan.types.name(*id), &self.plan.types);
                    let fields = self.plan.known().closed(ty).unwrap_or_default();
                    let members = (0..branches.len()).filter_map(|at| {
                        let key = format!("Branch{at}");
                        let field = fields.iter().position(|field| field.key == key)?;
                        let (member, value) = (types.part(*id, field), &names[at]);
                        Some(quote!(#member: #value))
                    });
                    quote!(types::#name { #(#members),* })
                }
                _ => quote!((#(#names,)*)),
            };
            let nexts = names.iter().map(|_| quote!(outcomes.next()));
            return quote!({
                let mut outcomes = outcomes.into_iter();
                let (#(Some(Outcome::#variants(#names)),)*) = (#(#nexts,)*) else {
                    return rt::disordered();
                };
                #made
            });
        }
        match (gather, ty) {
            (Gather::Items, Ty::Named(id)) => {
                let (name, member) = (self.plan.types.name(*id), self.plan.types.part(*id, 0));
                quote!(types::#name { #member: outcomes })
            }
            (Gather::Array, Ty::List(_)) => quote!(outcomes),
            (Gather::Array, _) => quote!(rt::array(outcomes)),
            (Gather::Branches, _) => quote!(rt::branches(outcomes)),
            (Gather::Items, _) => quote!(rt::items(outcomes)),
        }
    }

    /// Whether the branches end with data of types of their own.
    fn has_outcome(&self) -> bool {
        matches!(&self.step.kind, StepKind::Parallel { branches, .. } if !branches.is_empty()) && self.gathers_typed()
    }

    /// Whether the result is typed that branches or iterations are gathered to.
    fn gathers_typed(&self) -> bool {
        *self.plan.forms.ty(&At::Result(self.id)) != Ty::Any || self.is_tuple()
    }

    /// `enum Outcome`: what one of the branches ends with.
    pub(super) fn outcome(&self) -> Option<TokenStream> {
        let StepKind::Parallel { branches, .. } = &self.step.kind else { return None };
        if !self.has_outcome() {
            return None;
        }
        let variants = branches.iter().enumerate().map(|(at, scope)| {
            let (variant, ty) = (format_ident!("Branch{at}"), self.plan.rust(self.plan.forms.ty(&At::End(*scope))));
            quote!(#variant(#ty))
        });
        Some(quote! {
            #[allow(dead_code, clippy::large_enum_variant)]
            enum Outcome { #(#variants),* }
        })
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

    /// The same with the outcome that branches and iterations have.
    fn run_gathered(&self, scope: ScopeId, path: &TokenStream, input: &TokenStream) -> (TokenStream, bool) {
        let (run, calls) = self.run_nested(scope, path, input);
        let is_typed = self.gathers_typed();
        let end = self.plan.forms.ty(&At::End(scope));
        let run = match (self.plan.slots(scope), end) {
            (Some(slots), Ty::Named(id)) if is_typed => {
                let row = self.row(slots, *id);
                let local = bound("local", &row);
                quote!(rt::mapped(#run, |#local| #row))
            }
            (Some(_), _) => quote!(rt::outcome(#run)),
            (None, end) if !is_typed && *end != Ty::Any => quote!(rt::json_outcome(#run)),
            (None, _) => run,
        };
        (run, calls)
    }

    /// The data that a scope ends with, `local`, as a struct.
    fn row(&self, slots: &Slots, id: TypeId) -> TokenStream {
        let fields = self.plan.known().closed(&Ty::Named(id)).unwrap_or_default();
        let members = fields.iter().enumerate().filter_map(|(at, field)| {
            let (member, slot) = (self.plan.types.part(id, at), ident(&slots.get(&field.key)?.member));
            Some(quote!(#member: local.#slot.into_option()))
        });
        let name = self.plan.types.name(id);
        quote!(types::#name { #(#members),* })
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
fn shared_input(env: &Env<'_>) -> TokenStream {
    match &env.step_input {
        Holder::Value(name) => quote!(let given = &#name;),
        Holder::Typed(place) => {
            let borrowed = place.borrowed();
            quote!(let given = #borrowed;)
        }
        _ => TokenStream::new(),
    }
}

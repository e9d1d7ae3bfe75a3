//! A scope: the enum of its steps, the loop that runs them, a function for each.

mod run;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use self::run::{part, run};
use super::{
    doc,
    names::ident,
    plan::{PART, Plan},
    step, typed,
};
use crate::ir::{DataRule, Scope, ScopeId, ScopeKind, Step, StepKind, Target};

/// The items of a scope, for the module that they stand in.
pub(super) fn items(plan: &Plan<'_>, id: ScopeId) -> TokenStream {
    let scope = plan.flow.scope(id);
    let position = position(plan, id, scope);
    let steps: Vec<_> = scope.steps.iter().map(|step| (*step, step::generate(plan, *step))).collect();
    let run = run(plan, id, &steps);
    let parts = plan.scopes[id.0].parts.iter().zip(steps.chunks(PART));
    let parts = parts.map(|(name, steps)| part(plan, id, name, steps).0);
    let functions = steps.iter().map(|(step, generated)| {
        let modules = plan.flow.step(*step).kind.scopes().into_iter().map(|scope| module(plan, scope));
        let function = &generated.function;
        quote!(#function #(#modules)*)
    });
    quote!(#position #run #(#parts)* #(#functions)*)
}

/// The module of a nested scope.
fn module(plan: &Plan<'_>, id: ScopeId) -> TokenStream {
    let name = plan.module(id);
    let doc = doc(&format!("The steps of {}.", whereabouts(plan, plan.flow.scope(id))));
    let planned = &plan.scopes[id.0];
    let functions = planned.calls.then_some("Functions");
    let imports: BTreeSet<_> = planned.markers.iter().map(String::as_str).chain(functions).collect();
    let imports = imports.into_iter().map(ident);
    let types = plan.has_types().then(|| {
        quote! {
            #[allow(unused_imports)]
            use super::types;
        }
    });
    let items = items(plan, id);
    quote! {
        #doc
        mod #name {
            use super::{#(#imports,)* rt, rt::prelude::*};
            #types

            #items
        }
    }
}

/// What a scope is, in words.
fn whereabouts(plan: &Plan<'_>, scope: &Scope) -> String {
    let parent = scope.parent.map(|step| plan.flow.step(step));
    let name = parent.map_or_else(String::new, |step| doc::code(&step.name));
    let is_default =
        |number| matches!(parent, Some(Step { kind: StepKind::Choice { entries, .. }, .. }) if entries.len() == number);
    match scope.kind {
        ScopeKind::Flow => "the body of the flow".to_owned(),
        ScopeKind::Iteration => format!("an iteration of `{name}`"),
        ScopeKind::Branch(number) => format!("branch {number} of `{name}`"),
        ScopeKind::Choice(number) if is_default(number) => format!("the default of `{name}`"),
        ScopeKind::Choice(number) => format!("entry {number} of `{name}`"),
    }
}

/// `At`, and what the runtime knows of it.
fn position(plan: &Plan<'_>, id: ScopeId, scope: &Scope) -> TokenStream {
    let doc = doc(&format!("Where {} stands.", whereabouts(plan, scope)));
    let variants: Vec<_> = scope.steps.iter().map(|id| plan.variant(*id)).collect();
    let steps = scope.steps.iter().map(|id| {
        let step = plan.flow.step(*id);
        let (name, place) = (&step.name, plan.place(step.span));
        quote!(rt::Step { name: #name, place: #place })
    });
    let count = Literal::usize_unsuffixed(variants.len());
    let repeats = repeats(plan, scope).map(|(first, last)| {
        let (first, last) = (Literal::usize_unsuffixed(first), Literal::usize_unsuffixed(last));
        quote!(const REPEATS: Option<(usize, usize)> = Some((#first, #last));)
    });
    let (index, from_index) = if variants.is_empty() {
        (
            quote!(match self {}),
            quote!(
                fn from_index(_: usize) -> Option<Self> {
                    None
                }
            ),
        )
    } else {
        let from_index = quote! {
            fn from_index(index: usize) -> Option<Self> {
                const ALL: [At; #count] = [#(At::#variants),*];
                ALL.get(index).copied()
            }
        };
        (quote!(self as usize), from_index)
    };
    let slots = plan.slots(id);
    let data = match (scope.data, slots) {
        (DataRule::Replace, _) if plan.passing(id).is_some() => Some(quote!(, Held)),
        (DataRule::Replace, _) => Some(quote!(, rt::Value)),
        (DataRule::Accumulate, Some(_)) => Some(quote!(, Local)),
        (DataRule::Accumulate, None) => None,
    };
    let local = slots.map(|slots| typed::local(plan, id, slots, &whereabouts(plan, scope)));
    let (reads, passed) = (typed::reads(plan, id), typed::data(plan, id, &whereabouts(plan, scope)));
    let scope_doc = super::doc(&format!("The position and the data of {}.", whereabouts(plan, scope)));
    quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        enum At {
            #(#variants,)*
        }

        impl rt::Position for At {
            const STEPS: &'static [rt::Step] = &[#(#steps),*];
            #repeats

            fn index(self) -> usize {
                #index
            }

            #from_index
        }

        #reads
        #local
        #passed

        #scope_doc
        type Scope = rt::Scope<At, #count #data>;
    }
}

/// The first and the last of the steps between which control goes back; nothing where it never does.
pub(super) fn repeats(plan: &Plan<'_>, scope: &Scope) -> Option<(usize, usize)> {
    let indexes: BTreeMap<_, _> = scope.steps.iter().enumerate().map(|(index, id)| (id.0, index)).collect();
    let mut repeats: Option<(usize, usize)> = None;
    for (from, id) in scope.steps.iter().enumerate() {
        for target in plan.flow.step(*id).targets() {
            let Target::Step(to) = target else { continue };
            if let Some(&to) = indexes.get(&to.0)
                && to <= from
            {
                let (first, last) = repeats.unwrap_or((to, from));
                repeats = Some((first.min(to), last.max(from)));
            }
        }
    }
    repeats
}

/// The type of the parameter `input`.
pub(super) fn input_type(plan: &Plan<'_>, id: ScopeId) -> TokenStream {
    match (plan.flow.scope(id).data, plan.input_type(id)) {
        (DataRule::Replace, _) => plan.rust(plan.start(id).0),
        (DataRule::Accumulate, Some(ty)) => {
            let ty = plan.rust(ty);
            if plan.consumer(id).is_some() { ty } else { quote!(&#ty) }
        }
        (DataRule::Accumulate, None) if plan.reads_of_input(id).is_some() => {
            let lifetime = plan.reads_of_input(id).and_then(|slots| typed::lifetime(slots));
            quote!(&Reads #lifetime)
        }
        (DataRule::Accumulate, None) => quote!(&rt::Data<'_>),
    }
}

/// Where control goes (`Option<At>`).
pub(super) fn target(plan: &Plan<'_>, target: Target) -> TokenStream {
    match target {
        Target::End => quote!(None),
        Target::Step(step) => {
            let variant = plan.variant(step);
            quote!(Some(At::#variant))
        }
    }
}

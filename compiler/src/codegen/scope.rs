//! A scope: the enum of its steps, the loop that runs them, a function for each.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    doc,
    names::ident,
    plan::{PART, Plan},
    step,
    typed::{self, At},
};
use crate::ir::{DataRule, Scope, ScopeId, ScopeKind, Step, StepId, StepKind, Target};

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
        (DataRule::Replace, _) if plan.passing(id).is_some() => Some(quote!(, Data)),
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
fn repeats(plan: &Plan<'_>, scope: &Scope) -> Option<(usize, usize)> {
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

/// The loop.
fn run(plan: &Plan<'_>, id: ScopeId, steps: &[(StepId, step::Generated)]) -> TokenStream {
    let scope = plan.flow.scope(id);
    let doc = doc(&format!("Runs {} from where it stands to its end.", whereabouts(plan, scope)));
    let public = (scope.kind != ScopeKind::Flow).then(|| quote!(pub(super)));
    let planned = &plan.scopes[id.0];
    let (generic, parameter) = if planned.calls {
        (Some(quote!(, F: Functions)), Some(quote!(functions: &rt::Arc<F>,)))
    } else {
        (None, None)
    };
    let entry = target(plan, scope.entry);
    let has_slots = plan.slots(id).is_some();
    let (take_up, outcome) = match scope.data {
        DataRule::Accumulate if has_slots => (quote!(take_up), quote!(Local)),
        DataRule::Accumulate => (quote!(accumulate), quote!(rt::Object)),
        DataRule::Replace => {
            let end = plan.rust(plan.forms.ty(&At::End(id)));
            (quote!(replace), end)
        }
    };
    let passes = plan.passing(id).is_some();
    let ty = input_type(plan, id);
    let open = match scope.data {
        DataRule::Replace if passes => {
            let into = plan.start(id).1;
            quote!(open_passing(cx, path, #entry, input, #into))
        }
        DataRule::Replace => quote!(open_replacing(cx, path, #entry, input)),
        DataRule::Accumulate if plan.reads_of_input(id).is_some() => quote!(open_with(cx, path, #entry, input)),
        DataRule::Accumulate if plan.input_type(id).is_some() => quote!(open_with(cx, path, #entry, input)),
        DataRule::Accumulate if has_slots => quote!(open_with(cx, path, #entry, input.own())),
        DataRule::Accumulate => quote!(open(cx, path, #entry, input)),
    };
    let enter = if has_slots { quote!(enter_slots) } else { quote!(enter) };
    let done = if passes {
        quote!(outcome.end())
    } else if has_slots {
        quote!(rt::ended(outcome))
    } else {
        quote!(Ok(outcome))
    };
    let close = if passes { quote!(scope.close(cx, path)?.end()) } else { quote!(scope.close(cx, path)) };
    let opened = quote! {
        match Scope::#open? {
            rt::Begin::Run(scope) => scope,
            rt::Begin::Done(outcome) => return #done,
        }
    };
    let body = if steps.is_empty() {
        quote!(let scope = #opened;)
    } else {
        let left = if planned.parts.is_empty() {
            let arms = steps.iter().map(|(step, generated)| {
                let (variant, call) = (plan.variant(*step), &generated.call);
                quote!(At::#variant => #call,)
            });
            quote!(match at { #(#arms)* })
        } else {
            let last = planned.parts.len() - 1;
            let arms = planned.parts.iter().zip(steps.chunks(PART)).enumerate().map(|(at, (name, steps))| {
                let call = part(plan, id, name, steps).1;
                let end = Literal::usize_unsuffixed((at + 1) * PART);
                if at == last { quote!(_ => #call,) } else { quote!(..#end => #call,) }
            });
            quote!(match at as usize { #(#arms)* })
        };
        quote! {
            let mut scope = #opened;
            while let Some(at) = scope.at {
                let here = scope.#enter(cx, path, at).await?;
                let left = #left;
                scope.#take_up(cx, &here, left)?;
            }
        }
    };
    quote! {
        #doc
        #public async fn run<C: rt::Context #generic>(
            cx: &C,
            #parameter
            path: &rt::Path<'_>,
            input: #ty,
        ) -> rt::Res<#outcome> {
            #body
            #close
        }
    }
}

/// The type of the parameter `input`.
pub(super) fn input_type(plan: &Plan<'_>, id: ScopeId) -> TokenStream {
    match (plan.flow.scope(id).data, plan.input_type(id)) {
        (DataRule::Replace, _) => plan.rust(plan.start(id).0),
        (DataRule::Accumulate, Some(ty)) => {
            let ty = plan.rust(ty);
            quote!(&#ty)
        }
        (DataRule::Accumulate, None) if plan.reads_of_input(id).is_some() => {
            let lifetime = plan.reads_of_input(id).and_then(|slots| typed::lifetime(slots));
            quote!(&Read #lifetime)
        }
        (DataRule::Accumulate, None) => quote!(&rt::Data<'_>),
    }
}

/// The function of a part of the steps of a scope, and its call.
fn part(plan: &Plan<'_>, id: ScopeId, name: &str, steps: &[(StepId, step::Generated)]) -> (TokenStream, TokenStream) {
    let (name, rule) = (ident(name), plan.flow.scope(id).data);
    let needs = steps.iter().fold(step::Needs::default(), |needs, (_, step)| needs.or(step.needs));
    let last = steps.len() - 1;
    let arms = steps.iter().enumerate().map(|(at, (step, generated))| {
        let (variant, call) = (plan.variant(*step), &generated.call_by_reference);
        if at == last { quote!(_ => #call,) } else { quote!(At::#variant => #call,) }
    });
    let (asynchronous, awaited) =
        if needs.awaiting { (Some(quote!(async)), Some(quote!(.await))) } else { (None, None) };
    let given = [(needs.functions, quote!(functions)), (true, quote!(&here)), (needs.input, quote!(input))];
    let (data, ty) = match rule {
        DataRule::Accumulate if needs.taken => (quote!(&mut scope), quote!(scope: &mut Scope,)),
        DataRule::Accumulate => (quote!(&scope), quote!(scope: &Scope,)),
        DataRule::Replace => (quote!(scope.take()), step::data_parameter(plan, id)),
    };
    let given = given.into_iter().chain([(needs.scope, data)]).filter(|(needed, _)| *needed);
    let given = given.map(|(_, name)| name);
    let generic = needs.functions.then(|| quote!(, F: Functions));
    let functions = needs.functions.then(|| quote!(functions: &rt::Arc<F>,));
    let input_type = input_type(plan, id);
    let input = needs.input.then(|| quote!(input: #input_type,));
    let scope = needs.scope.then_some(ty);
    let left = step::left(plan, id);
    let (first, end) = steps.first().zip(steps.last()).map_or_else(Default::default, |((first, _), (end, _))| {
        (doc::code(&plan.flow.step(*first).name), doc::code(&plan.flow.step(*end).name))
    });
    let doc = doc(&format!("The steps from `{first}` to `{end}`."));
    let function = quote! {
        #doc
        #asynchronous fn #name<C: rt::Context #generic>(
            at: At,
            cx: &C,
            #functions
            here: &rt::Here<'_>,
            #input
            #scope
        ) -> rt::Res<#left> {
            match at {
                #(#arms)*
            }
        }
    };
    (function, quote!(#name(at, cx, #(#given),*) #awaited))
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

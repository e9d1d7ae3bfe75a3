//! How steps hold typed data, and what they give of it to their scopes.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Site;
use crate::{
    codegen::{
        env::{Env, Holder, Uses},
        names::ident,
        plan::Plan,
        template,
        typed::{self, At, Place, Slots, asks, bound},
    },
    ir::{Call, Callee, DataRule, Gather, Output, ResultRule, Root, ScopeId, StepId, StepKind, Task, Template},
    types::{Ty, TypeKind},
};

/// The declared type of what a task gives, where there is one.
pub(in crate::codegen) fn result_type(plan: &Plan<'_>, id: StepId, task: &Task) -> Option<Ty> {
    let ty = plan.declared.answer(id, task)?;
    let is_given = *ty != Ty::Any && (task.result != ResultRule::Object || plan.known().is_object(ty));
    is_given.then(|| ty.clone())
}

impl Site<'_, '_> {
    /// What the body of a choice's entry ends with.
    pub(super) fn body_result(&self, body: Option<ScopeId>) -> Holder {
        let Some(body) = body else { return Holder::Empty };
        match self.plan.slots(body) {
            Some(slots) => Holder::Slots(quote!(result), slots.clone()),
            None => Holder::Object(quote!(result)),
        }
    }

    /// The data of the step's scope and its input, where some of it is typed.
    pub(super) fn typed_scope(&self) -> (Option<Holder>, Option<Holder>) {
        if self.rule == DataRule::Replace {
            let ty = self.plan.forms.ty(&At::Data(self.id)).clone();
            let data = Place { last: false, ..Place::new(quote!(data), ty) };
            return ((data.ty != Ty::Any).then_some(Holder::Typed(data)), None);
        }
        let data = self.plan.slots(self.step.scope).map(|slots| Holder::Slots(quote!(scope.local), slots.clone()));
        let reads = self.plan.reads_of_input(self.step.scope);
        let input = match reads.map(|slots| Holder::Slots(quote!(input), slots.clone())) {
            Some(reads) => Some(reads),
            None => {
                let input = self.plan.input_type(self.step.scope);
                let place = if self.consumes_input() { Place::new } else { Place::reference };
                input.map(|ty| Holder::Typed(place(quote!(input), ty.clone())))
            }
        };
        (data, input)
    }

    /// The type that the step's input is made as.
    pub(super) fn input_type(&self) -> Option<Ty> {
        let made = || self.plan.forms.at(&At::Input(self.id)).filter(|ty| **ty != Ty::Any).cloned();
        self.declared_input().or_else(made)
    }

    /// The declared type that the step's input is made as: that of the function which is called with all of it.
    pub(super) fn declared_input(&self) -> Option<Ty> {
        let StepKind::Task(task) = &self.step.kind else { return None };
        let Call::Function { function, argument, .. } = &task.call else { return None };
        let ty = self.argument_type(function);
        let made = self.step.input.is_some() && !self.input_may_be_data();
        (made && template::is_step_input(argument) && ty != Ty::Any).then_some(ty)
    }

    /// What a step that gathers what its scopes end with has as its result.
    pub(super) fn gathered_result(&self) -> Holder {
        let ty = self.plan.forms.ty(&At::Result(self.id)).clone();
        if ty != Ty::Any {
            return Holder::Typed(Place::new(quote!(result), ty));
        }
        match &self.step.kind {
            StepKind::Parallel { branches, gather: Gather::Array } if self.is_tuple() => {
                let places = branches.iter().enumerate().map(|(at, scope)| {
                    let at = Literal::usize_unsuffixed(at);
                    Place::new(quote!(result.#at), self.plan.forms.ty(&At::End(*scope)).clone())
                });
                Holder::Tuple(places.collect())
            }
            _ => Holder::Value(quote!(result)),
        }
    }

    /// Whether the branches of the step end with data of types that are known, and it gathers these as an array.
    pub(super) fn is_tuple(&self) -> bool {
        let StepKind::Parallel { branches, gather: Gather::Array } = &self.step.kind else { return false };
        !branches.is_empty() && branches.iter().all(|scope| *self.plan.forms.ty(&At::End(*scope)) != Ty::Any)
    }

    /// The type of what a function is called with.
    pub(super) fn argument_type(&self, function: &Callee) -> Ty {
        match function {
            Callee::Known(function) => self.plan.signature(*function).0,
            Callee::Data(_) => Ty::Any,
        }
    }

    /// What the step, or a clause of it, gives to a scope whose keys are known (`Given`).
    pub(super) fn given(&self, output: &Output, clause: Option<usize>, env: &Env<'_>, slots: &Slots) -> TokenStream {
        let given: Vec<(String, TokenStream)> = match output {
            Output::Result => self.local_of_result(env, slots),
            output => {
                let held = |(key, entry): (&str, Cow<'_, Template>)| {
                    let made = env.make(&entry, &slots.get(key)?.ty());
                    Some((key.to_owned(), quote!(rt::Slot::Held(#made))))
                };
                output.entries().unwrap_or_default().into_iter().filter_map(held).collect()
            }
        };
        let (Some(known), false) = (self.plan.forms.outputs.get(&(self.id, clause)), given.is_empty()) else {
            return quote!(Given::Nothing {});
        };
        let members = known.keys.iter().filter_map(|key| {
            let member = ident(&slots.get(key)?.member);
            let made = given.iter().find(|(known, _)| known == key);
            let made = made.map_or_else(|| quote!(rt::Slot::Absent), |(_, made)| made.clone());
            Some(quote!(#member: #made,))
        });
        let variant = ident(&known.variant);
        quote!(Given::#variant { #(#members)* })
    }

    /// What the step, or a clause of it, gives to a scope whose data it replaces (`Given`).
    pub(super) fn passed(&self, output: &Output, clause: Option<usize>, env: &Env<'_>) -> TokenStream {
        let Some(variant) = self.plan.given_variant(self.id, clause).map(ident) else {
            let value = self.json_output(output, env);
            return quote!(Given::Json(#value));
        };
        let ty = self.plan.forms.ty(&At::Output(self.id, clause));
        let whole = |root: Root, last: bool| {
            if let Holder::Typed(place) = env.holder(root) {
                env.note(root);
                return env.known.coerced(&Place { last, ..place.clone() }, ty, "what the step gives");
            }
            env.make_whole(env.holder(root), root, ty, last).unwrap_or_else(|| {
                let value = self.json_output(output, env);
                quote!(rt::fit(here, "what the step gives", #value)?)
            })
        };
        let made = match output {
            Output::Template(template) => env.make(template, ty),
            Output::Empty => env.make(&Template::Object(Vec::new()), ty),
            Output::Result => whole(Root::Result, true),
            Output::Input => whole(Root::StepInput, !self.catch_reads_input()),
        };
        quote!(Given::#variant(#made))
    }

    /// The data of the scope as the step takes it.
    pub(super) fn taken_data(&self) -> Option<TokenStream> {
        self.plan.passing(self.step.scope)?;
        let Some(variant) = self.plan.data_variant(self.id).map(ident) else {
            return Some(quote!(let data = data.into_json()?;));
        };
        Some(quote! {
            let data = match data {
                Held::#variant(data) => data,
                other => rt::fit_kept(here, other.into_json()?)?,
            };
        })
    }

    /// The keys of a result that all go to the scope.
    fn local_of_result(&self, env: &Env<'_>, slots: &Slots) -> Vec<(String, TokenStream)> {
        let keys: Vec<String> = match &env.result {
            Holder::Typed(Place { ty: Ty::Named(id), .. }) => match &self.plan.declared.get(*id).kind {
                TypeKind::Struct { fields, .. } => fields.iter().map(|field| field.key.clone()).collect(),
                _ => Vec::new(),
            },
            Holder::Slots(_, slots) => slots.keys.iter().map(|slot| slot.key.clone()).collect(),
            _ => Vec::new(),
        };
        let held = keys.into_iter().filter_map(|key| {
            let place = match &env.result {
                Holder::Typed(place) => {
                    let Ty::Named(id) = place.ty else { return None };
                    env.known.field(&Place { last: true, ..place.clone() }, id, &key)?
                }
                Holder::Slots(name, slots) => slots.place(slots.get(&key)?, name, true),
                _ => return None,
            };
            let ty = slots.get(&key)?.ty();
            env.note(Root::Result);
            let made = if place.form == typed::Form::Owned && place.ty == ty {
                let option = &place.tokens;
                quote! {
                    match #option {
                        Some(it) => rt::Slot::Held(it),
                        None => rt::Slot::Absent,
                    }
                }
            } else if place.is_optional() {
                let option = place.as_option();
                let one = env.known.coerced(&Place::reference(quote!(it), place.ty), &ty, &key);
                let it = bound("it", &one);
                quote! {
                    match #option {
                        Some(#it) => rt::Slot::Held(#one),
                        None => rt::Slot::Absent,
                    }
                }
            } else {
                let one = env.known.coerced(&place, &ty, &key);
                quote!(rt::Slot::Held(#one))
            };
            Some((key, made))
        });
        held.collect()
    }

    /// Whether making the step's input again can fail.
    pub(super) fn input_can_fail(&self) -> bool {
        let Some(template) = &self.step.input else { return false };
        if self.input_type().is_some() || template::object_can_fail(template) {
            return true;
        }
        let uses = Uses::default();
        self.rule == DataRule::Accumulate && asks(&self.env(&uses).object(template))
    }

    /// How the result of a call is held.
    pub(super) fn held(&self, task: &Task) -> Holder {
        if let Some(ty) = result_type(self.plan, self.id, task) {
            let place = Place::new(quote!(result), ty);
            return if task.result == ResultRule::Body { Holder::TypedBody(place) } else { Holder::Typed(place) };
        }
        match task.result {
            ResultRule::Object | ResultRule::Started => Holder::Object(quote!(result)),
            ResultRule::Body => Holder::Body(quote!(result)),
            ResultRule::Any => Holder::Value(quote!(result)),
        }
    }
}

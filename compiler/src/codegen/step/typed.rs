//! How steps hold typed data, and what they give of it to their scopes.

use std::borrow::Cow;

use proc_macro2::TokenStream;
use quote::quote;

use super::Site;
use crate::{
    codegen::{
        env::{Env, Holder, Uses},
        names::ident,
        plan::{Plan, submits},
        template,
        typed::{LocalKey, Place, Slots, asks},
    },
    ir::{Call, Callee, DataRule, Mode, Output, ResultRule, Root, ScopeId, Segment, StepId, StepKind, Task, Template},
    types::{Ty, TypeKind},
};

/// The declared type of what a task gives, where there is one.
pub(in crate::codegen) fn result_type(plan: &Plan<'_>, id: StepId, task: &Task) -> Option<Ty> {
    if plan.declared.is_empty() || submits(task) {
        return None;
    }
    let Call::Function { function, .. } = &task.call else { return None };
    let ty = match (task.mode, function) {
        (Mode::WaitForCallback, _) => plan.declared.reports.get(&id).cloned(),
        (_, Callee::Known(function)) => Some(plan.signature(*function).1),
        (_, Callee::Data(_)) => None,
    };
    ty.filter(|ty| *ty != Ty::Any && (task.result != ResultRule::Object || plan.known().is_object(ty)))
}

/// What a step gives to its scope, key by key, as far as the types can be told yet.
pub(in crate::codegen) fn given(plan: &Plan<'_>, id: StepId, all: &mut Vec<(String, Ty)>) {
    let site = Site::new(plan, id);
    let uses = Uses::default();
    let env = site.env(&uses);
    let results = match &site.step.kind {
        StepKind::Task(task) => vec![site.held(task)],
        StepKind::Choice { entries, default } => {
            let bodies = entries.iter().map(|entry| entry.body).chain([default.body]);
            bodies.map(|body| site.body_result(body)).collect()
        }
        StepKind::Parallel { .. } | StepKind::Foreach(_) => vec![Holder::Value(quote!(result))],
        StepKind::Pass | StepKind::Wait(_) | StepKind::Succeed | StepKind::Fail { .. } => vec![Holder::Empty],
    };
    for result in results {
        site.given_by(&site.step.output, &Env { result, ..env.clone() }, all);
    }
    for clause in &site.step.catch {
        let caught = Holder::Object(quote!(caught));
        site.given_by(&clause.output, &Env { caught, ..env.clone() }, all);
    }
}

impl Site<'_, '_> {
    fn given_by(&self, output: &Output, env: &Env<'_>, all: &mut Vec<(String, Ty)>) {
        match (output, &env.result) {
            (Output::Result, Holder::Typed(Place { ty: Ty::Named(id), .. })) => {
                if let TypeKind::Struct { fields, .. } = &self.plan.declared.get(*id).kind {
                    all.extend(fields.iter().map(|field| (field.key.clone(), field.ty.clone())));
                }
            }
            (Output::Result, Holder::Slots(_, slots)) => {
                let keys = slots.keys.iter().filter(|slot| !slot.is_open());
                all.extend(keys.map(|slot| (slot.key.clone(), slot.ty())));
            }
            _ => {
                let entries = output.entries().unwrap_or_default().into_iter();
                let known = entries.filter(|(_, entry)| !reads_open(entry, env));
                all.extend(known.map(|(key, entry)| (key.to_owned(), env.type_of(&entry))));
            }
        }
    }

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
        let data = self.plan.slots(self.step.scope).map(|slots| Holder::Slots(quote!(scope.local), slots.clone()));
        let input = self.plan.input_type(self.step.scope);
        (data, input.map(|ty| Holder::Typed(Place::reference(quote!(input), ty.clone()))))
    }

    /// The declared type that the step's input is made as: that of the function which is called with all of it.
    pub(super) fn input_type(&self) -> Option<Ty> {
        let StepKind::Task(task) = &self.step.kind else { return None };
        let Call::Function { function, argument, .. } = &task.call else { return None };
        let made = self.rule == DataRule::Accumulate && self.step.input.is_some();
        let ty = self.argument_type(function);
        (made && template::is_step_input(argument) && ty != Ty::Any).then_some(ty)
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
                Holder::Slots(name, slots) => slots.get(&key)?.place(name, true),
                _ => return None,
            };
            let ty = slots.get(&key)?.ty();
            env.note(Root::Result);
            let made = if place.is_optional() {
                let option = place.as_option();
                let one = env.known.coerced(&Place::reference(quote!(it), place.ty), &ty, &key);
                quote! {
                    match #option {
                        Some(it) => rt::Slot::Held(#one),
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

    /// An `rt::Data` of the step's input, with the statements that make it.
    pub(super) fn data_input(env: &Env<'_>) -> (TokenStream, TokenStream) {
        match &env.step_input {
            holder @ (Holder::Over(..) | Holder::Typed(_)) => {
                let object = env.object_of(holder);
                if matches!(holder, Holder::Typed(_)) {
                    env.note(Root::StepInput);
                }
                let made = quote! {
                    let step_object = #object;
                    let step_input = rt::Data::new(&step_object);
                };
                (made, quote!(&step_input))
            }
            _ => {
                env.note(Root::StepInput);
                (TokenStream::new(), quote!(&step_input))
            }
        }
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

/// Whether a template reads a key whose type is still sought.
fn reads_open(template: &Template, env: &Env<'_>) -> bool {
    let mut reads = false;
    template.each_path(&mut |path, _| {
        let holder = match path.root {
            Root::ScopeData => Some(&env.scope_data),
            Root::StepInput => Some(&env.step_input),
            Root::Result => Some(&env.result),
            _ => None,
        };
        let slots = match holder {
            Some(Holder::Slots(_, slots)) => Some(slots),
            Some(Holder::Over(over, _)) => match &**over {
                Holder::Slots(_, slots) => Some(slots),
                _ => None,
            },
            _ => None,
        };
        if let (Some(slots), Some(Segment::Key(key))) = (slots, path.segments.first()) {
            reads |= slots.get(key).is_some_and(LocalKey::is_open);
        }
    });
    reads
}

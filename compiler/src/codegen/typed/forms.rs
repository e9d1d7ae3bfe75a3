//! How the scopes and the steps of a flow hold their data: which keys there are, and of what type each of them is.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    passing::Passing,
    place::{Known, Place},
    search::At,
};
use crate::{
    codegen::{
        names::{Names, ident},
        plan::Plan,
        step,
    },
    ir::{DataRule, Flow, Output, ScopeId, StepId, StepKind},
    types::{Ty, TypeKind},
};

/// How the scopes and the steps of a flow hold their data. A type is none as long as it is sought.
#[derive(Debug, Default)]
pub(in crate::codegen) struct Forms {
    /// Indexed by [`ScopeId`]: the keys of the data, where these are known; else it is an `rt::Object` (`Accumulate`).
    pub(in crate::codegen) slots: Vec<Option<Rc<Slots>>>,
    /// Indexed by [`ScopeId`]: the keys that a nested scope reads of its input, where these are known; else it is an
    /// `rt::Data` (`Accumulate`).
    pub(in crate::codegen) reads: Vec<Option<Rc<Slots>>>,
    /// Indexed by [`ScopeId`]: what the scope ends with, where something is made of it.
    ends: Vec<Option<Ty>>,
    /// Indexed by [`StepId`]: the data that the step is entered with (`Replace`).
    data: Vec<Option<Ty>>,
    /// Indexed by [`StepId`]: the input that the step makes.
    inputs: Vec<Option<Ty>>,
    /// Indexed by [`StepId`]: the raw result, where it is gathered from scopes.
    results: Vec<Option<Ty>>,
    /// What a step gives, by clause (`Replace`).
    given: BTreeMap<(StepId, Option<usize>), Ty>,
    /// Indexed by [`ScopeId`]: the variants of the data, where some of it is typed (`Replace`).
    pub(super) passing: Vec<Option<Passing>>,
    /// What the steps of scopes with known keys give: of each its output, and that of each of its clauses.
    pub(in crate::codegen) outputs: BTreeMap<(StepId, Option<usize>), Given>,
}

/// What a step gives in one way.
#[derive(Debug)]
pub(in crate::codegen) struct Given {
    /// The variant of the enum of what the steps of a scope give.
    pub(in crate::codegen) variant: String,
    /// The keys.
    pub(in crate::codegen) keys: Vec<String>,
}

/// The keys of the data of a scope, or those that it reads of its input.
#[derive(Debug, Default, Clone, PartialEq)]
pub(in crate::codegen) struct Slots {
    pub(in crate::codegen) keys: Vec<LocalKey>,
    /// Whether they are references that may be missing, and not `rt::Slot`s.
    pub(in crate::codegen) borrowed: bool,
}

/// A key of the data of a scope.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::codegen) struct LocalKey {
    pub(in crate::codegen) key: String,
    /// The field.
    pub(in crate::codegen) member: String,
    /// The type; none as long as it is sought.
    ty: Option<Ty>,
}

impl Slots {
    /// The key, if the data has it.
    pub(in crate::codegen) fn get(&self, key: &str) -> Option<&LocalKey> {
        self.keys.iter().find(|known| known.key == key)
    }

    /// Where the data under a key is, in a variable that holds all.
    pub(in crate::codegen) fn place(&self, slot: &LocalKey, holder: &TokenStream, last: bool) -> Place {
        let member = ident(&slot.member);
        match (self.borrowed, last) {
            (true, _) => Place::optional(quote!(#holder.#member), slot.ty()),
            (false, true) => Place::owned(quote!(#holder.#member.into_option()), slot.ty()),
            (false, false) => Place::optional(quote!(#holder.#member.get()), slot.ty()),
        }
    }

    fn set(&mut self, key: &str, ty: Ty) {
        if let Some(slot) = self.keys.iter_mut().find(|known| known.key == key) {
            slot.ty = Some(ty);
        }
    }
}

impl LocalKey {
    /// A key whose type is sought.
    pub(in crate::codegen) fn sought(key: &str, member: String) -> Self {
        Self { key: key.to_owned(), member, ty: None }
    }

    /// The type.
    pub(in crate::codegen) fn ty(&self) -> Ty {
        self.ty.clone().unwrap_or(Ty::Any)
    }

    /// Whether the type is sought.
    pub(in crate::codegen) fn is_open(&self) -> bool {
        self.ty.is_none()
    }
}

impl Forms {
    /// Nothing is known.
    pub(super) fn unknown(flow: &Flow) -> Self {
        let (scopes, steps) = (flow.scopes.len(), flow.steps.len());
        Self {
            slots: vec![None; scopes],
            reads: vec![None; scopes],
            ends: vec![None; scopes],
            data: vec![None; steps],
            inputs: vec![None; steps],
            results: vec![None; steps],
            ..Self::default()
        }
    }

    /// The type of data, if it is known.
    pub(in crate::codegen) fn at(&self, at: &At) -> Option<&Ty> {
        match at {
            At::Key(scope, key) => self.slots[scope.0].as_ref()?.get(key)?.ty.as_ref(),
            At::Read(scope, key) => self.reads[scope.0].as_ref()?.get(key)?.ty.as_ref(),
            At::Data(id) => self.data[id.0].as_ref(),
            At::Input(id) => self.inputs[id.0].as_ref(),
            At::Result(id) => self.results[id.0].as_ref(),
            At::Output(id, clause) => self.given.get(&(*id, *clause)),
            At::End(scope) => self.ends[scope.0].as_ref(),
        }
    }

    /// The type of data; `Any` where nothing is known.
    pub(in crate::codegen) fn ty(&self, at: &At) -> &Ty {
        self.at(at).unwrap_or(&Ty::Any)
    }

    pub(super) fn set(&mut self, at: &At, ty: Ty) {
        let slot = match at {
            At::Key(scope, key) => {
                if let Some(slots) = &mut self.slots[scope.0] {
                    Rc::make_mut(slots).set(key, ty);
                }
                return;
            }
            At::Read(scope, key) => {
                if let Some(slots) = &mut self.reads[scope.0] {
                    Rc::make_mut(slots).set(key, ty);
                }
                return;
            }
            At::Output(id, clause) => {
                self.given.insert((*id, *clause), ty);
                return;
            }
            At::Data(id) => &mut self.data[id.0],
            At::Input(id) => &mut self.inputs[id.0],
            At::Result(id) => &mut self.results[id.0],
            At::End(scope) => &mut self.ends[scope.0],
        };
        *slot = Some(ty);
    }

    /// What is still sought and others wait for is not known. Says whether there was any such data.
    pub(super) fn give_up(&mut self, flow: &Flow) -> bool {
        let mut given_up = false;
        let mut settle = |ty: &mut Option<Ty>| {
            given_up |= ty.is_none();
            ty.get_or_insert(Ty::Any);
        };
        for slots in self.slots.iter_mut().chain(&mut self.reads).flatten() {
            if slots.keys.iter().any(LocalKey::is_open) {
                Rc::make_mut(slots).keys.iter_mut().for_each(|key| settle(&mut key.ty));
            }
        }
        for (at, step) in flow.steps.iter().enumerate() {
            if matches!(step.kind, StepKind::Parallel { .. } | StepKind::Foreach(_)) {
                settle(&mut self.results[at]);
                step.kind.scopes().into_iter().for_each(|scope| settle(&mut self.ends[scope.0]));
            }
        }
        given_up
    }

    /// All types.
    pub(super) fn types(&self) -> impl Iterator<Item = &Ty> {
        let slots = self.slots.iter().chain(&self.reads).flatten();
        let keys = slots.flat_map(|slots| &slots.keys).filter_map(|key| key.ty.as_ref());
        let others = self.ends.iter().chain(&self.data).chain(&self.inputs).chain(&self.results).flatten();
        keys.chain(others).chain(self.given.values())
    }
}

/// The keys that the steps of a scope give, unless there may be others.
pub(super) fn keys(plan: &Plan<'_>, id: ScopeId) -> Option<Slots> {
    let scope = plan.flow.scope(id);
    if scope.data != DataRule::Accumulate {
        return None;
    }
    let mut all = BTreeSet::new();
    for id in &scope.steps {
        let step = plan.flow.step(*id);
        for output in step.outputs() {
            all.extend(keys_of(plan, *id, output)?);
        }
    }
    let mut names = Names::default();
    let keys = all.into_iter().map(|key| LocalKey::sought(&key, names.snake(&key, "key")));
    Some(Slots { keys: keys.collect(), borrowed: false })
}

/// What the steps of a scope give.
pub(super) fn outputs(plan: &Plan<'_>, id: ScopeId) -> Vec<((StepId, Option<usize>), Given)> {
    let mut all = Vec::new();
    if plan.slots(id).is_none() {
        return all;
    }
    let steps = &plan.flow.scope(id).steps;
    let mut names = Names::reserving(["Nothing"]);
    for id in steps {
        let (step, variant) = (plan.flow.step(*id), &plan.steps[id.0].variant);
        let keys = keys_of(plan, *id, &step.output).unwrap_or_default();
        all.push(((*id, None), Given { variant: names.camel(variant, "step"), keys }));
        for (number, clause) in step.catch.iter().enumerate() {
            let variant = names.camel(&format!("{variant} caught {}", number + 1), "step");
            let keys = keys_of(plan, *id, &clause.output).unwrap_or_default();
            all.push(((*id, Some(number)), Given { variant, keys }));
        }
    }
    all
}

/// The keys of an output.
fn keys_of(plan: &Plan<'_>, id: StepId, output: &Output) -> Option<Vec<String>> {
    match output {
        Output::Result => match &plan.flow.step(id).kind {
            StepKind::Task(task) => match step::result_type(plan, id, task) {
                Some(Ty::Named(id)) => match &plan.declared.get(id).kind {
                    TypeKind::Struct { fields, others: None } => {
                        Some(fields.iter().map(|field| field.key.clone()).collect())
                    }
                    _ => None,
                },
                _ => None,
            },
            StepKind::Choice { .. } => {
                // Several entries may give the same key.
                let mut keys = BTreeSet::new();
                for scope in plan.flow.step(id).kind.scopes() {
                    let slots = plan.forms.slots[scope.0].as_ref()?;
                    keys.extend(slots.keys.iter().map(|key| key.key.clone()));
                }
                Some(keys.into_iter().collect())
            }
            StepKind::Pass | StepKind::Wait(_) | StepKind::Succeed | StepKind::Fail { .. } => Some(Vec::new()),
            StepKind::Parallel { .. } | StepKind::Foreach(_) => None,
        },
        output => Some(output.entries()?.into_iter().map(|(key, _)| key.to_owned()).collect()),
    }
}

impl Plan<'_> {
    /// The types of the flow.
    pub(in crate::codegen) fn known(&self) -> Known<'_> {
        Known { declared: &self.declared, names: &self.types }
    }

    /// The keys of the data of a scope, where these are known.
    pub(in crate::codegen) fn slots(&self, id: ScopeId) -> Option<&Rc<Slots>> {
        self.forms.slots.get(id.0)?.as_ref()
    }

    /// The keys that a scope reads of its input, where these are known.
    pub(in crate::codegen) fn reads_of_input(&self, id: ScopeId) -> Option<&Rc<Slots>> {
        self.forms.reads.get(id.0)?.as_ref()
    }
}

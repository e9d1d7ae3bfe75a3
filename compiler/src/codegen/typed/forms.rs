//! How the scopes of a flow hold their data: which keys there are, and of what type each of them is.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use proc_macro2::TokenStream;
use quote::quote;

use super::place::{Known, Place};
use crate::{
    codegen::{
        names::{Names, ident},
        plan::Plan,
        step,
    },
    ir::{DataRule, Output, ScopeId, StepId, StepKind},
    types::{Ty, TypeKind},
};

/// How the scopes of a flow hold their data.
#[derive(Debug, Default)]
pub(in crate::codegen) struct Forms {
    /// Indexed by [`ScopeId`]: the keys of the data, where these are known; else it is an `rt::Object`.
    pub(in crate::codegen) slots: Vec<Option<Rc<Slots>>>,
    /// What the steps of such scopes give: of each its output, and that of each of its clauses.
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

/// The keys of the data of a scope.
#[derive(Debug, Default, Clone, PartialEq)]
pub(in crate::codegen) struct Slots {
    pub(in crate::codegen) keys: Vec<LocalKey>,
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

/// So often the types of keys are looked at again; what changes still is `Any`.
const PATIENCE: usize = 8;

impl Slots {
    /// The key, if the data has it.
    pub(in crate::codegen) fn get(&self, key: &str) -> Option<&LocalKey> {
        self.keys.iter().find(|known| known.key == key)
    }
}

impl LocalKey {
    /// The type.
    pub(in crate::codegen) fn ty(&self) -> Ty {
        self.ty.clone().unwrap_or(Ty::Any)
    }

    /// Whether the type is sought.
    pub(in crate::codegen) fn is_open(&self) -> bool {
        self.ty.is_none()
    }

    /// Where the data is, in a variable that holds all.
    pub(in crate::codegen) fn place(&self, holder: &TokenStream, last: bool) -> Place {
        let member = ident(&self.member);
        if last {
            return Place::owned(quote!(#holder.#member.into_option()), self.ty());
        }
        Place::optional(quote!(#holder.#member.get()), self.ty())
    }
}

impl Forms {
    /// Finds the keys, then their types.
    pub(in crate::codegen) fn find(plan: &mut Plan<'_>) {
        let count = plan.flow.scopes.len();
        plan.forms.slots = vec![None; count];
        if plan.declared.is_empty() {
            return;
        }
        // A scope comes after the one that holds its step.
        for at in (0..count).rev() {
            plan.forms.slots[at] = keys(plan, ScopeId(at)).map(Rc::new);
        }
        for at in 0..count {
            let outputs = outputs(plan, ScopeId(at));
            plan.forms.outputs.extend(outputs);
        }
        for round in 0..=PATIENCE {
            let mut changed = false;
            for at in 0..count {
                let Some(slots) = plan.forms.slots[at].clone() else { continue };
                let mut next = (*slots).clone();
                for (key, ty) in given(plan, ScopeId(at)) {
                    if let Some(known) = next.keys.iter_mut().find(|known| known.key == key) {
                        let joined = known.ty.as_ref().map_or_else(|| ty.clone(), |own| plan.known().join(own, &ty));
                        if known.ty.as_ref() != Some(&joined) {
                            known.ty = Some(if round == PATIENCE { Ty::Any } else { joined });
                        }
                    }
                }
                if next != *slots {
                    changed = true;
                    plan.forms.slots[at] = Some(Rc::new(next));
                }
            }
            if !changed {
                break;
            }
        }
        for slots in plan.forms.slots.iter_mut().flatten() {
            for key in &mut Rc::make_mut(slots).keys {
                key.ty.get_or_insert(Ty::Any);
            }
        }
    }
}

/// The keys that the steps of a scope give, unless there may be others.
fn keys(plan: &Plan<'_>, id: ScopeId) -> Option<Slots> {
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
    let keys = all.into_iter().map(|key| LocalKey { member: names.snake(&key, "key"), key, ty: None });
    Some(Slots { keys: keys.collect() })
}

/// What the steps of a scope give.
fn outputs(plan: &Plan<'_>, id: ScopeId) -> Vec<((StepId, Option<usize>), Given)> {
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

/// What the steps of a scope give, key by key, as far as its type can be told yet.
fn given(plan: &Plan<'_>, id: ScopeId) -> Vec<(String, Ty)> {
    let mut all = Vec::new();
    for id in &plan.flow.scope(id).steps {
        step::given(plan, *id, &mut all);
    }
    all
}

impl Plan<'_> {
    /// The declared types.
    pub(in crate::codegen) fn known(&self) -> Known<'_> {
        Known { declared: self.declared, names: &self.types }
    }

    /// The keys of the data of the scope that a step belongs to, where these are known.
    pub(in crate::codegen) fn slots(&self, id: ScopeId) -> Option<&Rc<Slots>> {
        self.forms.slots.get(id.0)?.as_ref()
    }
}

//! Data that a step is the last to read, and moves.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Site,
    input::{Form, form},
};
use crate::{
    codegen::{plan::Plan, scope::repeats},
    ir::{DataRule, Output, Root, ScopeId, Segment, Step, StepId},
};

impl Site<'_, '_> {
    /// The keys of the step's input, and of what that is made of, that only one path of the step reads, each as a whole.
    /// What evaluates the path once can move them.
    pub(super) fn spent(&self) -> Vec<(Root, String)> {
        let gives_all = self.step.outputs().any(|output| *output == Output::Input);
        if self.nests() || self.input_is_caught() || gives_all {
            return Vec::new();
        }
        let mut roots = Vec::new();
        if self.rule == DataRule::Replace {
            roots.extend([Root::StepInput, Root::ScopeData]);
        }
        if self.consumes_input() {
            roots.push(Root::ScopeInput);
        }
        let mut read = HashMap::<(Root, &str), usize>::new();
        let mut whole = false;
        self.step.each_path(&mut |path, _| match path.segments.first() {
            _ if !roots.contains(&path.root) => {}
            Some(Segment::Key(key)) => *read.entry((path.root, key)).or_default() += 1,
            _ => whole = true,
        });
        let once = read.into_iter().filter(|(_, times)| *times == 1 && !whole);
        once.map(|((root, key), _)| (root, key.to_owned())).collect()
    }

    /// Whether the step takes the input of its scope, which nothing else reads.
    pub(super) fn consumes_input(&self) -> bool {
        self.plan.consumer(self.step.scope) == Some(self.id)
    }

    /// The input of the scope as the step takes it.
    pub(super) fn taken_input(&self) -> Option<TokenStream> {
        self.consumes_input().then(|| quote!(let input = rt::given(here, "$input", input)?;))
    }
}

/// The one step that reads the typed input of the flow's body, if it does so once in the life of an execution.
pub(in crate::codegen) fn consumer(plan: &Plan<'_>) -> Option<StepId> {
    let id = plan.flow.body();
    plan.input_type(id)?;
    let scope = plan.flow.scope(id);
    let mut read_later = false;
    if let Some(output) = &plan.flow.output {
        output.each_path(&mut |path, _| read_later |= path.root == Root::ScopeInput);
    }
    let mut readers = scope.steps.iter().enumerate().filter(|(_, id)| reads_scope_input(plan.flow.step(**id)));
    let (at, reader) = readers.next()?;
    let again = repeats(plan, scope).is_some_and(|(first, last)| (first..=last).contains(&at));
    let step = plan.flow.step(*reader);
    let once = step.kind.scopes().is_empty() && form(step) == Form::Mapped;
    let alone = readers.next().is_none() && plan.scopes[id.0].parts.is_empty();
    (once && alone && !again && !read_later).then_some(*reader)
}

impl Plan<'_> {
    /// The one step that takes the input of a scope.
    pub(in crate::codegen) fn consumer(&self, id: ScopeId) -> Option<StepId> {
        self.consumer.filter(|_| id == self.flow.body())
    }
}

/// Whether a step reads the input of its scope.
fn reads_scope_input(step: &Step) -> bool {
    let (mut reads, mut of_step) = (false, false);
    step.each_path(&mut |path, _| {
        reads |= path.root == Root::ScopeInput;
        of_step |= path.root == Root::StepInput;
    });
    reads || (step.input.is_none() && (of_step || !step.kind.scopes().is_empty() || step.output == Output::Input))
}

//! Data that nothing reads any more where a step is left: it is dropped, and not kept in checkpoints.

use std::collections::BTreeSet;

use super::plan::Plan;
use crate::{
    ir::{Flow, Output, ScopeId, Step, StepId, Target},
    live::{Demand, Live},
};

/// For each scope, the keys that its steps are known to give.
#[derive(Debug)]
pub(super) struct Forgotten<'a> {
    live: Live<'a>,
    given: Vec<BTreeSet<&'a str>>,
}

impl<'a> Forgotten<'a> {
    pub(super) fn of(flow: &'a Flow) -> Self {
        let given = flow.scopes.iter().map(|scope| {
            let steps = scope.steps.iter().map(|id| flow.step(*id));
            steps.flat_map(Step::outputs).flat_map(keys).collect()
        });
        Self { live: Live::of(flow), given: given.collect() }
    }

    /// What is read of the input of a scope.
    pub(super) fn read_of_input(&self, scope: ScopeId) -> &Demand<'a> {
        self.live.input(scope)
    }
}

/// The keys that an output names.
fn keys(output: &Output) -> impl Iterator<Item = &str> {
    output.entries().unwrap_or_default().into_iter().map(|(key, _)| key)
}

impl Plan<'_> {
    /// Whether a key of the scope's data may be read where control goes to a target.
    pub(super) fn reads(&self, scope: ScopeId, target: Target, key: &str) -> bool {
        self.forgotten.live.at(target, scope).reads(key)
    }

    /// The keys of the scope's data that a step, or what it gives, was the last to need on the way to a target.
    pub(super) fn forgotten(&self, id: StepId, output: &Output, target: Target) -> Vec<&str> {
        let (step, live) = (self.flow.step(id), &self.forgotten.live);
        let (before, after) = (live.data(id), live.at(target, step.scope));
        let own: BTreeSet<&str> = keys(output).collect();
        let given = self.forgotten.given[step.scope.0].iter();
        let dead = given.filter(|key| (before.reads(key) || own.contains(*key)) && !after.reads(key));
        dead.copied().collect()
    }
}

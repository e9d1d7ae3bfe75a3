//! Which parts of data are read later, from each step on.
//!
//! What is said to be read may not be; what is not said to be read never is. An expression whose value goes nowhere is
//! evaluated all the same, so the keys that its paths look for count as read.

mod demand;
mod reads;
#[cfg(test)]
mod tests;

pub(crate) use demand::Demand;

use std::collections::BTreeSet;

use self::reads::Reads;
use crate::ir::{DataRule, Flow, Gather, Output, ScopeId, ScopeKind, Step, StepId, StepKind, Target, Template};

/// So often what is read may turn out to be more than was known; then all is taken to be read.
const PATIENCE: u32 = 16;

/// What is read of the data of a flow.
#[derive(Debug)]
pub(crate) struct Live<'a> {
    flow: &'a Flow,
    /// For each step, of its scope's data from where the step is entered.
    data: Vec<Grown<'a>>,
    /// For each scope, of the data that it ends with.
    ends: Vec<Grown<'a>>,
    /// For each scope, of its input.
    inputs: Vec<Grown<'a>>,
}

impl<'a> Live<'a> {
    /// Follows the data of a flow backwards.
    pub(crate) fn of(flow: &'a Flow) -> Self {
        let live = Self {
            flow,
            data: vec![Grown::default(); flow.steps.len()],
            ends: vec![Grown::default(); flow.scopes.len()],
            inputs: vec![Grown::default(); flow.scopes.len()],
        };
        let mut before = vec![Vec::new(); flow.steps.len()];
        for (at, step) in flow.steps.iter().enumerate() {
            for target in step.targets() {
                if let Target::Step(next) = target {
                    before[next.0].push(StepId(at));
                }
            }
        }
        let mut follow = Follow { live, before, open: BTreeSet::new(), entered: vec![false; flow.scopes.len()] };
        follow.run();
        follow.live
    }

    /// Of the data of a step's scope, what is read from where the step is entered: by it, or later on some way.
    pub(crate) fn data(&self, step: StepId) -> &Demand<'a> {
        &self.data[step.0].demand
    }

    /// Of the data of a scope, what is read where control goes to this target.
    pub(crate) fn at(&self, target: Target, scope: ScopeId) -> &Demand<'a> {
        match target {
            Target::Step(id) => self.data(id),
            Target::End => &self.ends[scope.0].demand,
        }
    }

    /// Of the data of a step's scope, what is read when the step has succeeded.
    pub(crate) fn after(&self, step: &Step) -> Demand<'a> {
        match &step.kind {
            StepKind::Choice { entries, default } => {
                let targets = entries.iter().map(|entry| entry.target).chain([default.target]);
                targets.fold(Demand::none(), |read, target| read.or(self.at(target, step.scope)))
            }
            StepKind::Fail { .. } => Demand::none(),
            _ => self.at(step.next, step.scope).clone(),
        }
    }

    /// What is read of the raw result of a step.
    pub(crate) fn result(&self, step: &'a Step) -> Demand<'a> {
        let mut reads = Reads::default();
        reads.given(step, &self.after(step));
        reads.result
    }

    /// What is read of the input of a scope.
    pub(crate) fn input(&self, scope: ScopeId) -> &Demand<'a> {
        &self.inputs[scope.0].demand
    }
}

/// What is read as far as is known; it only grows.
#[derive(Debug, Clone, Default)]
struct Grown<'a> {
    demand: Demand<'a>,
    times: u32,
}

impl<'a> Grown<'a> {
    /// Whether that is news.
    fn grow(&mut self, more: &Demand<'a>) -> bool {
        let all = self.demand.or(more);
        if all == self.demand {
            return false;
        }
        self.times += 1;
        self.demand = if self.times > PATIENCE { Demand::All } else { all };
        true
    }
}

/// What is known while the ways through a flow are followed backwards.
struct Follow<'a> {
    live: Live<'a>,
    /// From where control comes to each step.
    before: Vec<Vec<StepId>>,
    /// The steps to be looked at. The last in the definition comes first, but a step before those that it holds.
    open: BTreeSet<StepId>,
    /// The scopes whose steps have been looked at.
    entered: Vec<bool>,
}

impl<'a> Follow<'a> {
    fn run(&mut self) {
        let flow = self.live.flow;
        let (mut ends, mut input) = (Demand::All, Demand::none());
        if let Some(output) = &flow.output {
            let mut reads = Reads::default();
            reads.template(output, &Demand::All);
            (ends, input) = (reads.scope_data, reads.scope_input);
        }
        self.end(flow.body(), &ends);
        self.input(flow.body(), &input);
        while let Some(id) = self.open.pop_last() {
            self.step(id);
        }
    }

    /// The data that a scope ends with is read.
    fn end(&mut self, id: ScopeId, read: &Demand<'a>) {
        let scope = self.live.flow.scope(id);
        let entered = std::mem::replace(&mut self.entered[id.0], true);
        let grown = self.live.ends[id.0].grow(read);
        if !entered {
            self.open.extend(&scope.steps);
        } else if grown {
            let ends = |id: &&StepId| may_end(self.live.flow.step(**id));
            self.open.extend(scope.steps.iter().filter(ends));
        }
        if scope.data == DataRule::Replace && scope.entry == Target::End {
            self.input(id, read);
        }
    }

    /// The input of a scope is read.
    fn input(&mut self, id: ScopeId, read: &Demand<'a>) {
        if self.live.inputs[id.0].grow(read) {
            self.open.extend(self.live.flow.scope(id).parent);
        }
    }

    fn step(&mut self, id: StepId) {
        let flow = self.live.flow;
        let step = flow.step(id);
        let scope = flow.scope(step.scope);
        let after = self.live.after(step);

        let mut reads = Reads::default();
        step.kind.each(&mut |expr| reads.all_of(expr));
        reads.given(step, &after);
        for scope in step.kind.scopes() {
            self.end(scope, &gathered(flow.scope(scope).kind, &step.kind, &reads.result));
            reads.step_input.add(&self.handed(scope, &step.kind));
        }
        let mut caught = Reads::default();
        for clause in &step.catch {
            caught.output(&clause.output, self.live.at(clause.target, step.scope));
        }
        if step.input.is_some() && scope.data == DataRule::Replace {
            // Where the input could not be made, a clause sees what it was to be made of.
            reads.scope_data.add(&caught.step_input);
        }
        reads.add(&caught);

        let of_input = std::mem::take(&mut reads.step_input);
        if let Some(input) = &step.input {
            reads.template(input, &of_input);
        } else {
            reads.scope_data.add(&of_input);
            if scope.data == DataRule::Accumulate {
                reads.scope_input.add(&of_input);
            }
        }
        if scope.data == DataRule::Accumulate {
            reads.scope_data.add(&kept(&after, &step.output));
            for clause in &step.catch {
                reads.scope_data.add(&kept(self.live.at(clause.target, step.scope), &clause.output));
            }
        }

        self.input(step.scope, &reads.scope_input);
        if flow.input.is_none() {
            self.input(flow.body(), &reads.execution_input);
        }
        if self.live.data[id.0].grow(&reads.scope_data) {
            self.open.extend(&self.before[id.0]);
            if scope.data == DataRule::Replace && scope.entry == Target::Step(id) {
                self.input(step.scope, &reads.scope_data);
            }
        }
    }

    /// What a scope reads of the input of the step that holds it.
    fn handed(&self, id: ScopeId, kind: &StepKind) -> Demand<'a> {
        let read = self.live.input(id);
        match kind {
            // The element is all of the input, and the collection is read where it stands.
            StepKind::Foreach(_) if self.live.flow.scope(id).data == DataRule::Replace => Demand::none(),
            StepKind::Foreach(foreach) => {
                read.without(|key| foreach.item.as_deref() == Some(key) || foreach.index.as_deref() == Some(key))
            }
            _ => read.clone(),
        }
    }
}

/// What is read of the data that a scope ends with where that much is read of the result that it is a part of.
fn gathered<'a>(scope: ScopeKind, kind: &StepKind, result: &Demand<'a>) -> Demand<'a> {
    let gather = match kind {
        StepKind::Parallel { gather, .. } => *gather,
        StepKind::Foreach(foreach) => foreach.gather,
        _ => return result.clone(),
    };
    match (gather, scope, kind, result) {
        (Gather::Branches, ScopeKind::Branch(number), StepKind::Parallel { branches, .. }, Demand::Keys(keys)) => {
            let known: BTreeSet<_> = (0..branches.len()).map(|number| format!("Branch{number}")).collect();
            // Where a branch is read that there is not, nobody knows which one is meant.
            let wrong = keys.iter().any(|(key, _)| !known.contains(key));
            if wrong { Demand::All } else { result.below(&format!("Branch{number}")) }
        }
        (Gather::Items, ..) => result.below("Items").of_elements(),
        _ => result.of_elements(),
    }
}

/// What is read of data that the keys of an output are added to.
fn kept<'a>(after: &Demand<'a>, output: &Output) -> Demand<'a> {
    match output {
        Output::Template(Template::Object(entries)) => {
            let keys: BTreeSet<_> = entries.iter().map(|(key, _)| key.as_str()).collect();
            after.without(|key| keys.contains(key))
        }
        _ => after.clone(),
    }
}

/// Whether the scope of a step may be over after it.
fn may_end(step: &Step) -> bool {
    matches!(step.kind, StepKind::Succeed) || step.targets().contains(&Target::End)
}

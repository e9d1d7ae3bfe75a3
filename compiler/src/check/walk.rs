//! What rules ask of the graph.

use crate::ir::{Flow, Step, StepId, StepKind, Target};

/// The steps that control may go to from a step, within its scope.
pub(super) fn successors(step: &Step) -> impl Iterator<Item = StepId> + '_ {
    step.targets().into_iter().filter_map(|target| match target {
        Target::Step(id) => Some(id),
        Target::End => None,
    })
}

/// Whether the scope of a step may be over after it, well or with the error that a fail step has.
pub(super) fn may_end(step: &Step) -> bool {
    matches!(step.kind, StepKind::Succeed | StepKind::Fail { .. }) || step.targets().contains(&Target::End)
}

/// Marks a step and all that control can come to from there, within its scope.
pub(super) fn reach(flow: &Flow, from: StepId, reached: &mut [bool]) {
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut reached[id.0], true) {
            open.extend(successors(flow.step(id)));
        }
    }
}

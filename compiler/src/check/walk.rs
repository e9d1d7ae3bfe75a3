//! What rules ask of the graph.

use crate::ir::{Step, StepId, StepKind, Target};

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

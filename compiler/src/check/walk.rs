//! What rules ask of the graph.

use crate::ir::{Expr, Flow, Step, StepId, StepKind, Target};
use crate::types::{Roots, Types};

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

/// The part of a step that an expression stands in.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// What is evaluated before there is a result.
    Before,
    /// What is made of the result.
    After,
    /// What is made of a caught error.
    Caught,
}

/// Shows each expression of a step to `look`, with what paths start from there.
pub(super) fn each_expr<'a>(
    flow: &'a Flow,
    types: &Types,
    id: StepId,
    look: &mut dyn FnMut(&'a Expr, &Roots<'_>, Place),
) {
    let step = flow.step(id);
    let roots = types.roots(flow, id);
    step.each_before(&mut |expr| look(expr, &roots, Place::Before));
    for template in step.output.template().into_iter().chain(&step.global) {
        template.each(&mut |expr| look(expr, &roots, Place::After));
    }
    if step.catch.is_empty() {
        return;
    }
    let roots = types.roots_caught(flow, id);
    for template in step.catch.iter().filter_map(|catch| catch.output.template()) {
        template.each(&mut |expr| look(expr, &roots, Place::Caught));
    }
}

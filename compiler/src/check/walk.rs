//! What rules ask of the graph.

use crate::ir::{Expr, Flow, Output, Step, StepId, StepKind, Target};
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

/// Shows each expression of a step to `look`, with what paths start from there.
pub(super) fn each_expr<'a>(flow: &'a Flow, types: &Types, id: StepId, look: &mut dyn FnMut(&'a Expr, &Roots<'_>)) {
    each_uncaught(flow, types, id, look);
    let step = flow.step(id);
    if step.catch.is_empty() {
        return;
    }
    let roots = types.roots_caught(flow, id);
    for catch in &step.catch {
        if let Output::Template(template) = &catch.output {
            template.each(&mut |expr| look(expr, &roots));
        }
    }
}

/// The same for those that are evaluated as long as nothing was caught.
pub(super) fn each_uncaught<'a>(flow: &'a Flow, types: &Types, id: StepId, look: &mut dyn FnMut(&'a Expr, &Roots<'_>)) {
    let step = flow.step(id);
    let roots = types.roots(flow, id);
    step.each_before(&mut |expr| look(expr, &roots));
    if let Output::Template(template) = &step.output {
        template.each(&mut |expr| look(expr, &roots));
    }
    if let Some(template) = &step.global {
        template.each(&mut |expr| look(expr, &roots));
    }
}

//! What rules ask of the graph.

use crate::ir::{Call, Expr, ExprKind, Output, Path, Step, StepId, StepKind, Target, Template, Wait};

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

/// Calls `visit` for every path that a template reads.
pub(super) fn template_paths<'a>(template: &'a Template, visit: &mut dyn FnMut(&'a Path, &'a Expr)) {
    match template {
        Template::Constant(_) => {}
        Template::Expr(expr) => expr_paths(expr, visit),
        Template::Object(entries) => entries.iter().for_each(|(_, value)| template_paths(value, visit)),
        Template::Array(items) => items.iter().for_each(|item| template_paths(item, visit)),
    }
}

/// Calls `visit` for every path that an expression reads.
pub(super) fn expr_paths<'a>(expr: &'a Expr, visit: &mut dyn FnMut(&'a Path, &'a Expr)) {
    match &expr.kind {
        ExprKind::Literal(_) => {}
        ExprKind::Path(path) => visit(path, expr),
        ExprKind::And(left, right) | ExprKind::Or(left, right) => {
            expr_paths(left, visit);
            expr_paths(right, visit);
        }
        ExprKind::Compare(compare) => {
            expr_paths(&compare.left, visit);
            expr_paths(&compare.right, visit);
        }
        ExprKind::Not(operand) | ExprKind::Bool(operand, _) | ExprKind::JsonText(operand) => expr_paths(operand, visit),
    }
}

/// Calls `visit` for every path that a step reads, without the steps that it holds.
pub(super) fn step_paths<'a>(step: &'a Step, visit: &mut dyn FnMut(&'a Path, &'a Expr)) {
    if let Some(input) = &step.input {
        template_paths(input, visit);
    }
    let outputs = std::iter::once(&step.output).chain(step.catch.iter().map(|catch| &catch.output));
    for output in outputs {
        if let Output::Template(template) = output {
            template_paths(template, visit);
        }
    }
    match &step.kind {
        StepKind::Task(task) => {
            if let Some(timeout) = &task.timeout {
                expr_paths(timeout, visit);
            }
            match &task.call {
                Call::Function { argument, id, .. } => {
                    template_paths(argument, visit);
                    if let Some(id) = id {
                        expr_paths(id, visit);
                    }
                }
                Call::Child { flow, execution, input, .. } => {
                    expr_paths(flow, visit);
                    if let Some(execution) = execution {
                        expr_paths(execution, visit);
                    }
                    template_paths(input, visit);
                }
            }
        }
        StepKind::Wait(Wait::Seconds(expr) | Wait::Instant(expr)) => expr_paths(expr, visit),
        StepKind::Choice { entries, .. } => entries.iter().for_each(|entry| expr_paths(&entry.condition, visit)),
        StepKind::Foreach(foreach) => expr_paths(&foreach.collection, visit),
        StepKind::Pass | StepKind::Parallel { .. } | StepKind::Succeed | StepKind::Fail { .. } => {}
    }
}

//! Steps that no path leads to.

use super::walk;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Flow, Scope, StepKind, Target};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    let mut reached = vec![false; flow.steps.len()];
    for scope in &flow.scopes {
        if let Target::Step(entry) = scope.entry {
            walk::reach(flow, entry, &mut reached);
        }
        unreached(flow, scope, &mut reached, diags);
    }
}

/// Reports the steps that were not reached. What such a step leads to is no finding of its own.
fn unreached(flow: &Flow, scope: &Scope, reached: &mut [bool], diags: &mut Diagnostics) {
    for (at, id) in scope.steps.iter().enumerate() {
        if reached[id.0] {
            continue;
        }
        walk::reach(flow, *id, reached);
        let step = flow.step(*id);
        let found = diags.report(Code::Unreachable, step.name_span, format_args!("no path leads to `{}`", step.name));
        found.label("never run");
        let in_order = flow.words.in_order;
        if let Some(before) = at.checked_sub(1).filter(|_| in_order).map(|before| flow.step(scope.steps[before])) {
            let what = match &before.kind {
                StepKind::Choice { .. } => "each way out of this step leads elsewhere",
                StepKind::Fail { .. } => "this step fails",
                _ => "this step ends its list",
            };
            found.also(before.name_span, what);
        }
        found.help(format_args!("lead a `{}` to it, or remove it", flow.words.goto));
    }
}

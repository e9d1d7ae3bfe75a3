//! Lists of steps that never end.

use super::walk;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Flow, Scope, StepId, StepKind, Target, Words};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    let mut ends: Vec<bool> = flow.steps.iter().map(walk::may_end).collect();
    let mut fails: Vec<bool> = flow.steps.iter().map(|step| matches!(step.kind, StepKind::Fail { .. })).collect();
    for at in (0..flow.steps.len()).rev() {
        // A fail step fails the steps around it, which come before it.
        if let Some(parent) = flow.scope(flow.steps[at].scope).parent.filter(|_| fails[at]) {
            fails[parent.0] = true;
            ends[parent.0] = true;
        }
    }
    let mut before: Vec<Vec<StepId>> = vec![Vec::new(); flow.steps.len()];
    for (at, step) in flow.steps.iter().enumerate() {
        for next in walk::successors(step) {
            before[next.0].push(StepId(at));
        }
    }
    let mut open: Vec<_> = (0..flow.steps.len()).filter(|at| ends[*at]).map(StepId).collect();
    while let Some(id) = open.pop() {
        for previous in &before[id.0] {
            if !std::mem::replace(&mut ends[previous.0], true) {
                open.push(*previous);
            }
        }
    }
    for scope in &flow.scopes {
        report(flow, scope, &ends, diags);
    }
}

fn report(flow: &Flow, scope: &Scope, ends: &[bool], diags: &mut Diagnostics) {
    let Target::Step(entry) = scope.entry else { return };
    let words = flow.words;
    let step = if !ends[entry.0] {
        entry
    } else if let Some(other) = scope.steps.iter().find(|id| words.endless == Code::NeverEnds && !ends[id.0]) {
        *other
    } else {
        return;
    };
    let step = flow.step(step);
    let found = diags.report(
        words.endless,
        step.name_span,
        format_args!("no path from `{}` leads to the end of its list of {}s", step.name, words.step),
    );
    found.label("goes on without an end");
    let Words { choice, step, end, .. } = words;
    found.help(format_args!("add a `{choice}` with a way out: to a later {step}, or to one with `{end}`"));
}

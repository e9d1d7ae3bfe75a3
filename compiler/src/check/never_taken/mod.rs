//! Entries of choices that are never taken.

mod facts; // what must be so for an entry to be looked at

use facts::{Facts, Why};

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{ChoiceDefault, ChoiceEntry, Constant, Expr, ExprKind, Flow, Step, StepId, StepKind, Target};
use crate::source::Span;
use crate::types::{Roots, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    for (at, step) in flow.steps.iter().enumerate() {
        if let StepKind::Choice { entries, default } = &step.kind {
            let roots = types.roots(flow, StepId(at));
            choice(flow, step, (entries, default), (&roots, types), diags);
        }
    }
}

fn choice(
    flow: &Flow,
    step: &Step,
    (entries, default): (&[ChoiceEntry], &ChoiceDefault),
    (roots, types): (&Roots<'_>, &Types),
    diags: &mut Diagnostics,
) {
    let key = flow.words.default;
    let mut always: Option<Span> = None;
    let mut facts = Facts::new(roots);
    for entry in entries {
        let span = entry.condition.span;
        if let Some(first) = always {
            diags
                .report(Code::NeverTaken, span, "this entry is never taken")
                .also(first, "this condition is always true")
                .help("the first true condition decides; put the one that is always true last");
        }
        match constant(&entry.condition) {
            Some(true) if always.is_none() => always = Some(span),
            Some(false) if always.is_none() => {
                diags
                    .report(Code::NeverTaken, span, "this entry is never taken")
                    .label("always false")
                    .help(format_args!("compare with data: `{}.name`", flow.words.step_input));
            }
            None if always.is_none() => {
                if let Some(why) = facts.refute(&entry.condition) {
                    let found = diags.report(Code::NeverTaken, span, "this entry is never taken");
                    match why {
                        Why::Entry(before) => {
                            found.also(before, "whatever this is true for is taken here");
                            found.help("put the narrower condition first, or remove this entry");
                        }
                        Why::Data(path, shape) => {
                            let (path, shape) = (flow.words.path(&path), shape.values(types));
                            found.label("always false").help(format_args!("`{path}` is {shape} here"));
                        }
                        Why::Parts => {
                            found.label("always false");
                            found.help("nothing is both at once; `||` asks for one of them");
                        }
                    }
                }
            }
            _ => {}
        }
        facts.learn(&entry.condition);
    }
    let elsewhere = default.body.is_some() || default.target != step.next;
    if let Some(always) = always.filter(|_| elsewhere) {
        let place = default.body.map(|body| flow.scope(body).span).or(match default.target {
            Target::Step(id) => Some(flow.step(id).name_span),
            Target::End => None,
        });
        let found = diags.report(Code::NeverTaken, always, format_args!("the `{key}` of this choice is never taken"));
        found.label("always true");
        if let Some(place) = place {
            found.also(place, format_args!("what the `{key}` leads to"));
        }
        found.help(format_args!("remove this entry, and let the `{key}` do what it does"));
    }
}

/// The value of a condition that reads no data.
fn constant(condition: &Expr) -> Option<bool> {
    match &condition.kind {
        ExprKind::Literal(Constant::Bool(value)) => Some(*value),
        ExprKind::Not(operand) => constant(operand).map(|value| !value),
        ExprKind::And(left, right) => match (constant(left), constant(right)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        ExprKind::Or(left, right) => match (constant(left), constant(right)) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        _ => None,
    }
}

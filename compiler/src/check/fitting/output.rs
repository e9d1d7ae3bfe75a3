//! The output of the flow, where that is declared.

use super::{constant, first_span, place};
use crate::check::walk::{self, Place};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{DataRule, Flow, Missing, StepId, StepKind, Target};
use crate::source::Span;
use crate::types::{Misfit, Presence, Shape, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    let Some(declared) = &types.declared.output else { return };
    let declared = Shape::of(declared);
    match &flow.output {
        Some(template) => {
            let misfit = types.roots_at_end(flow).template(template).misfit(&declared, types);
            let misfit = misfit.or_else(|| constant(template, &declared, types));
            let span = first_span(template).unwrap_or_default();
            if let Some(misfit) = misfit {
                let key = misfit.key().and_then(|key| place(template, &[], key));
                report(&misfit, key.unwrap_or(span), diags);
            }
        }
        None => ends(flow, types, &declared, diags),
    }
}

/// The outputs of a flow that has what its last step gives.
fn ends(flow: &Flow, types: &Types, declared: &Shape, diags: &mut Diagnostics) {
    let body = flow.scope(flow.body());
    for id in &body.steps {
        let (step, known) = (flow.step(*id), types.step(*id));
        let ends = match &step.kind {
            StepKind::Choice { entries, default } => {
                entries.iter().map(|entry| entry.target).chain([default.target]).any(|target| target == Target::End)
            }
            StepKind::Fail { .. } => false,
            _ => step.next == Target::End && !fails(flow, types, *id),
        };
        let caught = step.catch.iter().zip(&known.caught).filter(|(catch, _)| catch.target == Target::End);
        let ways = ends.then_some((&known.output, &step.output, &step.output_keys)).into_iter();
        let caught = caught.map(|(catch, given)| (given, &catch.output, &catch.output_keys));
        for (given, made, keys) in ways.chain(caught) {
            let given = match body.data {
                DataRule::Replace => given.clone(),
                DataRule::Accumulate => known.data.under(given, &types.names),
            };
            if let Some(misfit) = given.misfit(declared, types) {
                let key = misfit.key().and_then(|key| place(made.template()?, keys, key));
                report(&misfit, key.unwrap_or(step.name_span), diags);
            }
        }
    }
}

/// Whether a step never succeeds, since it reads what is never there: that is a finding of its own.
fn fails(flow: &Flow, types: &Types, id: StepId) -> bool {
    let mut fails = false;
    walk::each_expr(flow, types, id, &mut |expr, roots, place| {
        let path = expr.path().filter(|path| path.missing == Missing::Fail && place != Place::Caught);
        let lost = path.and_then(|path| roots.find(path).lost);
        fails |= lost.is_some_and(|lost| lost.presence == Presence::Never);
    });
    fails
}

fn report(misfit: &Misfit, span: Span, diags: &mut Diagnostics) {
    diags
        .report(Code::UnfitData, span, format_args!("the output of the flow {}", misfit.text("it")))
        .help("change what the flow gives, or what is declared of its output");
}

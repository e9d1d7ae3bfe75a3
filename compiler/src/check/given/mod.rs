//! Keys that are read, but that nothing can have given: such a path is always null, or fails.

mod accumulated; // where steps add to the data
mod deeper; // keys of keys
mod keys;
mod replaced; // where steps replace the data

use crate::diagnostics::Diagnostics;
use crate::ir::{DataRule, Expr, Flow, Output, Path, Step, StepId};
use crate::types::{Roots, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    match flow.scope(flow.body()).data {
        DataRule::Accumulate => accumulated::check(flow, types, diags),
        DataRule::Replace => replaced::check(flow, types, diags),
    }
}

/// The part of a step that a path stands in.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// What is evaluated before there is a result.
    Before,
    /// What is made of the result.
    After,
    /// What is made of a caught error.
    Caught,
}

/// Shows each path of a step to `look`, with what it starts from there.
fn each_path<'a>(
    flow: &'a Flow,
    types: &Types,
    id: StepId,
    look: &mut dyn FnMut(&'a Path, &'a Expr, &Roots<'_>, Place),
) {
    let step: &'a Step = flow.step(id);
    let roots = types.roots(flow, id);
    step.each_before(&mut |expr| expr.path().into_iter().for_each(|path| look(path, expr, &roots, Place::Before)));
    if let Output::Template(template) = &step.output {
        template.each_path(&mut |path, expr| look(path, expr, &roots, Place::After));
    }
    for catch in &step.catch {
        if let Output::Template(template) = &catch.output {
            let roots = types.roots_caught(flow, id);
            template.each_path(&mut |path, expr| look(path, expr, &roots, Place::Caught));
        }
    }
    if let Some(global) = &step.global {
        global.each_path(&mut |path, expr| look(path, expr, &roots, Place::After));
    }
}

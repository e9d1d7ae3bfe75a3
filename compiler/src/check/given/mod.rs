//! Keys that are read, but that nothing can have given: such a path is always null, or fails.

mod accumulated; // where steps add to the data
mod deeper; // keys of keys
mod keys;
mod replaced; // where steps replace the data

use super::walk::{self, Place};
use crate::diagnostics::Diagnostics;
use crate::ir::{DataRule, Expr, Flow, Path, StepId};
use crate::types::{Roots, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    match flow.scope(flow.body()).data {
        DataRule::Accumulate => accumulated::check(flow, types, diags),
        DataRule::Replace => replaced::check(flow, types, diags),
    }
}

/// Shows each path of a step to `look`, with what it starts from there.
fn each_path<'a>(
    flow: &'a Flow,
    types: &Types,
    id: StepId,
    look: &mut dyn FnMut(&'a Path, &'a Expr, &Roots<'_>, Place),
) {
    walk::each_expr(flow, types, id, &mut |expr, roots, place| {
        if let Some(path) = expr.path() {
            look(path, expr, roots, place);
        }
    });
}

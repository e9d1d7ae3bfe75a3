//! Keys that are read, but that nothing can have given: such a path is always null, or fails.

mod accumulated; // where steps add to the data
mod keys;
mod replaced; // where steps replace the data
mod shape;

use crate::diagnostics::Diagnostics;
use crate::ir::{DataRule, Flow};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    match flow.scope(flow.body()).data {
        DataRule::Accumulate => accumulated::check(flow, diags),
        DataRule::Replace => replaced::check(flow, diags),
    }
}

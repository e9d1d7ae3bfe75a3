//! Rules over the graph, one a file. A rule reports; it changes nothing.

mod busy_loop;
mod callbacks;
mod child_name;
mod comparisons;
mod endless;
mod fitting;
mod given;
mod lost_result;
mod never_taken;
mod reachable;
mod shadowed;
mod tokens;
mod unshared;
mod unused;
mod values; // what follows from those of operands
mod waits;
mod walk;

use crate::diagnostics::Diagnostics;
use crate::ir::Flow;
use crate::types::Types;

/// The rules. They do not depend on each other.
const RULES: &[fn(&Flow, &mut Diagnostics)] = &[
    reachable::check,
    busy_loop::check,
    shadowed::check,
    waits::check,
    tokens::check,
    callbacks::check,
    child_name::check,
    endless::check,
    unused::check,
];

/// The rules that look at what is known of the data.
const TYPED: &[fn(&Flow, &Types, &mut Diagnostics)] =
    &[given::check, comparisons::check, never_taken::check, fitting::check, lost_result::check, unshared::check];

/// Checks a flow by all rules.
pub(crate) fn run(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    for rule in RULES {
        rule(flow, diags);
    }
    for rule in TYPED {
        rule(flow, types, diags);
    }
}

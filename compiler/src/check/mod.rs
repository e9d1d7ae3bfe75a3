//! Rules over the graph, one a file. A rule reports; it changes nothing.

mod busy_loop;
mod comparisons;
mod given;
mod keys;
mod reachable;
mod shadowed;
mod tokens;
mod waits;
mod walk;

use crate::diagnostics::Diagnostics;
use crate::ir::Flow;

/// The rules. They do not depend on each other.
const RULES: &[fn(&Flow, &mut Diagnostics)] = &[
    reachable::check,
    busy_loop::check,
    shadowed::check,
    waits::check,
    tokens::check,
    comparisons::check,
    given::check,
];

/// Checks a flow by all rules.
pub(crate) fn run(flow: &Flow, diags: &mut Diagnostics) {
    for rule in RULES {
        rule(flow, diags);
    }
}

//! Rules over the graph, one a file. A rule reports; it changes nothing.

mod busy_loop;
mod callbacks;
mod comparisons;
mod endless;
mod given;
mod never_taken;
mod reachable;
mod shadowed;
mod tokens;
mod unused;
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
    callbacks::check,
    never_taken::check,
    endless::check,
    unused::check,
];

/// Checks a flow by all rules.
pub(crate) fn run(flow: &Flow, diags: &mut Diagnostics) {
    for rule in RULES {
        rule(flow, diags);
    }
}

//! Clauses that are never used, because those before them name all of their errors.

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Flow;
use crate::source::Span;

/// Names every error.
const ALL: &str = "FnF.ALL";

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    for step in &flow.steps {
        clauses(step.retry.iter().map(|retry| (retry.errors.as_slice(), retry.span)), flow.words.retry, diags);
        clauses(step.catch.iter().map(|catch| (catch.errors.as_slice(), catch.span)), flow.words.catch, diags);
    }
}

fn clauses<'a>(clauses: impl Iterator<Item = (&'a [String], Span)>, what: &str, diags: &mut Diagnostics) {
    let mut before: Vec<(&[String], Span)> = Vec::new();
    for (errors, span) in clauses {
        let taken =
            |error: &String| before.iter().find(|(taken, _)| taken.contains(error) || taken.iter().any(|it| it == ALL));
        let taken: Vec<_> = errors.iter().filter_map(taken).collect();
        if let Some((_, first)) = taken.first().filter(|_| taken.len() == errors.len()) {
            diags
                .report(Code::ShadowedClause, span, format_args!("this {what} is never used"))
                .label("never used")
                .also(*first, "this one comes first and names the same errors")
                .help("the first one that names the error decides; put the one with `FnF.ALL` last");
        }
        before.push((errors, span));
    }
}

//! Constants of wait steps.

use super::comparisons::what_object;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Constant, Expr, ExprKind, Flow, StepKind, Ty, Wait, Words};
use crate::types::is_instant;

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    for step in &flow.steps {
        match &step.kind {
            StepKind::Wait(Wait::Seconds(expr)) => seconds(expr, flow.words, diags),
            StepKind::Wait(Wait::Instant(expr)) => instant(expr, flow.words, diags),
            _ => {}
        }
    }
}

fn seconds(expr: &Expr, words: &Words, diags: &mut Diagnostics) {
    let ExprKind::Literal(constant) = &expr.kind else { return data(expr, "a number of seconds", words, diags) };
    let (least, most) = (words.shortest_wait, words.longest_wait);
    let message = match constant {
        Constant::Integer(value) if (i128::from(least)..=i128::from(most)).contains(value) => return,
        Constant::Integer(value) if *value < i128::from(least) => format!("a wait cannot take {value} seconds"),
        Constant::Integer(value) => format!("a wait of {value} seconds is too long"),
        Constant::Float(value) => format!("`{value}` is no whole number of seconds"),
        Constant::Text(text) => format!("`{text}` is no number of seconds"),
        _ => "expected a number of seconds".to_owned(),
    };
    diags.report(Code::InvalidWait, expr.span, message).help(format_args!(
        "write a whole number from {least} to {most}{}, or data as `{}`",
        words.so_long, words.wait_for
    ));
}

/// Data whose type is known.
fn data(expr: &Expr, expected: &str, words: &Words, diags: &mut Diagnostics) {
    let (found, help) = match expr.ty {
        Ty::Array => ("an array".to_owned(), "take one element: `[0]`".to_owned()),
        Ty::Object => (what_object(expr, words), format!("name a key: `{}.name`", words.step_input)),
        Ty::Bool => ("a boolean".to_owned(), format!("name a key: `{}.name`", words.step_input)),
        _ => return,
    };
    diags.report(Code::InvalidWait, expr.span, format_args!("expected {expected}, found {found}")).help(help);
}

fn instant(expr: &Expr, words: &Words, diags: &mut Diagnostics) {
    let ExprKind::Literal(constant) = &expr.kind else { return data(expr, "an instant", words, diags) };
    if !matches!(constant, Constant::Text(text) if is_instant(text)) {
        let message = match constant {
            Constant::Text(text) => format!("`{text}` is no instant"),
            _ => "expected an instant".to_owned(),
        };
        diags
            .report(Code::InvalidWait, expr.span, message)
            .help("write an instant as `2026-11-21T08:00:00Z` or `2026-11-21T08:00:00+08:00`, or data as `$.name`");
    }
}

//! Values of known types that cannot be compared, that are no booleans, or that are no array to go through.

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Compare, Constant, Expr, ExprKind, Flow, Relation, StepKind, Ty};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    for step in &flow.steps {
        match &step.kind {
            StepKind::Choice { entries, .. } => {
                for entry in entries {
                    condition(&entry.condition, diags);
                }
            }
            StepKind::Foreach(foreach) if !matches!(foreach.collection.ty, Ty::Array | Ty::Any) => {
                diags
                    .report(
                        Code::UnlikeTypes,
                        foreach.collection.span,
                        format_args!("the collection is {}, and never an array", describe(foreach.collection.ty)),
                    )
                    .help("name the key that holds the array: `$.items`");
            }
            _ => {}
        }
    }
}

fn condition(expr: &Expr, diags: &mut Diagnostics) {
    match &expr.kind {
        ExprKind::And(left, right) | ExprKind::Or(left, right) => {
            condition(left, diags);
            condition(right, diags);
        }
        ExprKind::Not(operand) => condition(operand, diags),
        ExprKind::Bool(operand, _) => truth(operand, diags),
        ExprKind::Compare(it) => compare(it, expr, diags),
        ExprKind::Literal(_)
        | ExprKind::Path(_)
        | ExprKind::JsonText(_)
        | ExprKind::Text(_)
        | ExprKind::Negative(_)
        | ExprKind::In(_, _)
        | ExprKind::Call(_)
        | ExprKind::Object(_)
        | ExprKind::FlowOf(_) => {}
    }
}

/// What stands where true or false is expected.
fn truth(expr: &Expr, diags: &mut Diagnostics) {
    let text = match &expr.kind {
        ExprKind::Literal(Constant::Text(text)) => !is_boolean(text),
        _ => false,
    };
    if text || matches!(expr.ty, Ty::Array | Ty::Object) {
        diags
            .report(Code::UnlikeTypes, expr.span, format_args!("{} is neither true nor false", describe(expr.ty)))
            .label("fails when it is evaluated")
            .help(advice(expr.ty));
    }
}

fn compare(compare: &Compare, whole: &Expr, diags: &mut Diagnostics) {
    let Compare { relation, left, right, .. } = compare;
    let (sign, equality) = match relation {
        Relation::Eq => ("==", true),
        Relation::Ne => ("!=", true),
        Relation::Lt => ("<", false),
        Relation::Le => ("<=", false),
        Relation::Gt => (">", false),
        Relation::Ge => (">=", false),
    };
    if equality {
        if unlike(left, right) {
            let odd = [left, right].into_iter().find(|side| matches!(side.ty, Ty::Array | Ty::Object));
            let help = odd.map_or("both are constants; compare one of them with data: `$.name`", |odd| advice(odd.ty));
            let result = if *relation == Relation::Eq { "never" } else { "always" };
            let (left, right) = (describe(left.ty), describe(right.ty));
            diags
                .report(Code::UnlikeTypes, whole.span, format_args!("`{sign}` compares {left} with {right}"))
                .label(format_args!("{result} true"))
                .help(help);
        }
        return;
    }
    let no_order = |side: &&Expr| matches!(side.ty, Ty::Bool | Ty::Array | Ty::Object);
    if let Some(side) = [left, right].into_iter().find(no_order) {
        diags
            .report(
                Code::UnlikeTypes,
                side.span,
                format_args!("`{sign}` orders numbers or texts, and this is {}", describe(side.ty)),
            )
            .label("fails when it is evaluated")
            .help(advice(side.ty));
    }
}

/// Whether two values can never be equal. Texts count as the numbers and booleans that they spell.
fn unlike(left: &Expr, right: &Expr) -> bool {
    let spells = |text: &Expr, ty: Ty| match (&text.kind, ty) {
        (ExprKind::Literal(Constant::Text(text)), Ty::Bool) => is_boolean(text),
        (ExprKind::Literal(Constant::Text(text)), Ty::Number) => text.trim().parse::<f64>().is_ok(),
        _ => false,
    };
    match (left.ty, right.ty) {
        (Ty::Any, _) | (_, Ty::Any) => false,
        (a, b) => a != b && !spells(left, b) && !spells(right, a),
    }
}

fn is_boolean(text: &str) -> bool {
    matches!(text, "true" | "false")
}

fn describe(ty: Ty) -> &'static str {
    match ty {
        Ty::Null => "null",
        Ty::Bool => "a boolean",
        Ty::Number => "a number",
        Ty::Text => "a text",
        Ty::Array => "an array",
        Ty::Object => "the whole input of the step",
        Ty::Any => "data",
    }
}

fn advice(ty: Ty) -> &'static str {
    match ty {
        Ty::Array => "take one element: `[0]`; or let a function look at all of them",
        Ty::Object => "name a key: `$.name`",
        Ty::Bool => "booleans are compared by `==` and `!=`",
        _ => "compare it with data: `$.name == \"text\"`",
    }
}

//! Values of known types that cannot be compared, that are no booleans, or that are no array to go through.

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Compare, Constant, Expr, ExprKind, Flow, Path, Relation, Root, StepKind, Ty, Words};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    for step in &flow.steps {
        match &step.kind {
            StepKind::Choice { entries, .. } => {
                for entry in entries {
                    condition(&entry.condition, flow.words, diags);
                }
            }
            StepKind::Foreach(foreach) if !matches!(foreach.collection.ty, Ty::Array | Ty::Any) => {
                diags
                    .report(
                        Code::UnlikeTypes,
                        foreach.collection.span,
                        format_args!("the collection is {}, and never an array", describe(&foreach.collection)),
                    )
                    .help(format_args!("name the key that holds the array: `{}.items`", flow.words.step_input));
            }
            _ => {}
        }
    }
}

fn condition(expr: &Expr, words: &Words, diags: &mut Diagnostics) {
    match &expr.kind {
        ExprKind::And(left, right) | ExprKind::Or(left, right) => {
            condition(left, words, diags);
            condition(right, words, diags);
        }
        ExprKind::Not(operand) => condition(operand, words, diags),
        ExprKind::Bool(operand, _) => truth(operand, words, diags),
        ExprKind::Compare(it) => compare(it, expr, words, diags),
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
fn truth(expr: &Expr, words: &Words, diags: &mut Diagnostics) {
    let text = match &expr.kind {
        ExprKind::Literal(Constant::Text(text)) => !is_boolean(text),
        _ => false,
    };
    if text || matches!(expr.ty, Ty::Array | Ty::Object) {
        diags
            .report(Code::UnlikeTypes, expr.span, format_args!("{} is neither true nor false", describe(expr)))
            .label("fails when it is evaluated")
            .help(advice(expr.ty, words));
    }
}

fn compare(compare: &Compare, whole: &Expr, words: &Words, diags: &mut Diagnostics) {
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
            let help = odd.map_or_else(
                || format!("both are constants; compare one of them with data: `{}.name`", words.step_input),
                |odd| advice(odd.ty, words),
            );
            let result = if *relation == Relation::Eq { "never" } else { "always" };
            let (left, right) = (describe(left), describe(right));
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
                format_args!("`{sign}` orders numbers or texts, and this is {}", describe(side)),
            )
            .label("fails when it is evaluated")
            .help(advice(side.ty, words));
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

fn describe(expr: &Expr) -> &'static str {
    match expr.ty {
        Ty::Null => "null",
        Ty::Bool => "a boolean",
        Ty::Number => "a number",
        Ty::Text => "a text",
        Ty::Array => "an array",
        Ty::Object => what_object(expr),
        Ty::Any => "data",
    }
}

/// What an object is.
pub(super) fn what_object(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Path(Path { root: Root::StepInput, .. }) => "the whole input of the step",
        _ => "an object",
    }
}

fn advice(ty: Ty, words: &Words) -> String {
    let input = words.step_input;
    match ty {
        Ty::Array => "take one element: `[0]`; or let a function look at all of them".to_owned(),
        Ty::Object => format!("name a key: `{input}.name`"),
        Ty::Bool => "booleans are compared by `==` and `!=`".to_owned(),
        _ => format!("compare it with data: `{input}.name == \"text\"`"),
    }
}

//! Values of known types that cannot be compared or always compare alike, that are no booleans, or no array to go through.

use super::values::{self, is_number};
use super::walk;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{
    Compare, Constant, Expr, ExprKind, Flow, NullOrder, Path, Relation, Root, StepId, StepKind, Truth, Ty, Words,
};
use crate::types::{Kinds, Roots, Shape, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    for (at, step) in flow.steps.iter().enumerate() {
        let id = StepId(at);
        let roots = types.roots(flow, id);
        if let StepKind::Foreach(foreach) = &step.kind {
            Known { roots: &roots, words: flow.words, types }.collection(&foreach.collection, diags);
        }
        // An entry that is never taken is a finding of its own.
        let entries = if let StepKind::Choice { entries, .. } = &step.kind { &entries[..] } else { &[] };
        let conditions = entries.iter().map(|entry| &entry.condition);
        let never: Vec<_> = conditions.filter(|it| values::is_never(it, &roots)).map(|it| it.span).collect();
        walk::each_expr(flow, types, id, &mut |expr, roots, _| {
            let known = Known { roots, words: flow.words, types };
            known.operator(expr, diags);
            if !never.iter().any(|span| span.to(expr.span) == *span) {
                known.values(expr, diags);
            }
        });
    }
}

/// What is known where expressions stand.
struct Known<'a> {
    roots: &'a Roots<'a>,
    words: &'static Words,
    types: &'a Types,
}

impl Known<'_> {
    fn collection(&self, expr: &Expr, diags: &mut Diagnostics) {
        let ty = self.ty(expr);
        if matches!(ty, Ty::Array | Ty::Any | Ty::Null) && expr.ty != Ty::Null {
            return;
        }
        diags
            .report(
                Code::UnlikeTypes,
                expr.span,
                format_args!("the collection is {}, and never an array", self.describe(expr, ty)),
            )
            .help(format_args!("name the key that holds the array: `{}.items`", self.words.step_input));
    }

    /// The type of an expression; where it is data, as far as that is known. Null is left out: it is what data is that
    /// is not there.
    fn ty(&self, expr: &Expr) -> Ty {
        if expr.ty != Ty::Any {
            return expr.ty;
        }
        let shape = self.roots.expr(expr);
        let kinds = shape.alternatives().iter().filter(|shape| **shape != Shape::Null);
        let kinds = kinds.fold(Kinds::NONE, |all, shape| all.or(shape.kinds(self.roots.names)));
        [
            (Kinds::BOOL, Ty::Bool),
            (Kinds::NUMBER, Ty::Number),
            (Kinds::TEXT, Ty::Text),
            (Kinds::ARRAY, Ty::Array),
            (Kinds::OBJECT, Ty::Object),
        ]
        .into_iter()
        .find_map(|(kind, ty)| (kind == kinds).then_some(ty))
        .unwrap_or(Ty::Any)
    }

    /// Whether it may be a text that spells a value of another type.
    fn may_spell(&self, expr: &Expr, spells: impl Fn(&str) -> bool) -> bool {
        let of_any_form = match &expr.kind {
            ExprKind::Literal(Constant::Text(text)) => return spells(text),
            ExprKind::Path(_) => expr.ty == Ty::Any,
            ExprKind::Call(_) => true, // what a function makes of data
            _ => false,
        };
        if !of_any_form {
            return false;
        }
        let shape = self.roots.expr(expr);
        let texts = shape.alternatives().iter().find_map(|shape| match shape.bare(self.roots.names) {
            Shape::Text(texts) => Some(texts.clone()),
            _ => None,
        });
        texts.is_some_and(|texts| texts.is_none_or(|texts| texts.iter().any(|text| spells(text))))
    }

    /// What operands of these types do.
    fn operator(&self, expr: &Expr, diags: &mut Diagnostics) {
        match &expr.kind {
            ExprKind::Bool(operand, truth) => self.truth(operand, *truth, diags),
            ExprKind::Compare(it) => self.compare(it, expr, diags),
            _ => {}
        }
    }

    /// A comparison that its values decide, whatever is known of their types.
    fn values(&self, expr: &Expr, diags: &mut Diagnostics) {
        let ExprKind::Compare(it) = &expr.kind else { return };
        let Compare { relation, left, right, .. } = &**it;
        let result = match relation {
            Relation::Ne if !values::may_hold(Relation::Eq, it, self.roots) => "always",
            relation if !values::may_hold(*relation, it, self.roots) => "never",
            _ => return,
        };
        let side = |side| self.roots.expr(side).values(self.types);
        let message = format!("`{}` compares {} with {}", relation.sign(), side(left), side(right));
        diags
            .report(Code::UnlikeTypes, expr.span, message)
            .label(format_args!("{result} true"))
            .help("compare it with what it can be");
    }

    /// What stands where true or false is expected.
    fn truth(&self, expr: &Expr, truth: Truth, diags: &mut Diagnostics) {
        let ty = self.ty(expr);
        let odd = match ty {
            Ty::Array | Ty::Object => true,
            Ty::Text if truth == Truth::Strict => expr.ty == Ty::Any,
            Ty::Text => matches!(expr.kind, ExprKind::Literal(_) | ExprKind::Path(_)) && !self.may_be_boolean(expr),
            Ty::Number => truth == Truth::Strict && expr.ty == Ty::Any,
            Ty::Bool | Ty::Null | Ty::Any => false,
        };
        if odd {
            diags
                .report(
                    Code::UnlikeTypes,
                    expr.span,
                    format_args!("{} is neither true nor false", self.describe(expr, ty)),
                )
                .label("fails when it is evaluated")
                .help(advice(ty, self.words));
        }
    }

    fn may_be_boolean(&self, expr: &Expr) -> bool {
        expr.ty == Ty::Text && expr.path().is_some() || self.may_spell(expr, is_boolean)
    }

    fn compare(&self, compare: &Compare, whole: &Expr, diags: &mut Diagnostics) {
        let Compare { relation, left, right, null } = compare;
        let sign = relation.sign();
        let types = (self.ty(left), self.ty(right));
        if matches!(relation, Relation::Eq | Relation::Ne) {
            if self.unlike(left, right) {
                let sides = [(left, types.0), (right, types.1)];
                let odd = sides.into_iter().find(|(_, ty)| matches!(ty, Ty::Array | Ty::Object));
                let constants = [left, right].into_iter().all(|side| matches!(side.kind, ExprKind::Literal(_)));
                let help = match odd {
                    Some((_, ty)) => advice(ty, self.words),
                    None if constants => {
                        format!("both are constants; compare one of them with data: `{}.name`", self.words.step_input)
                    }
                    None => "compare it with what it can be".to_owned(),
                };
                let result = if *relation == Relation::Eq { "never" } else { "always" };
                let (left, right) = (self.describe(left, types.0), self.describe(right, types.1));
                diags
                    .report(Code::UnlikeTypes, whole.span, format_args!("`{sign}` compares {left} with {right}"))
                    .label(format_args!("{result} true"))
                    .help(help);
            }
            return;
        }
        let sides = [(left, types.0), (right, types.1)];
        let no_order = |(_, ty): &(&Expr, Ty)| matches!(ty, Ty::Bool | Ty::Array | Ty::Object);
        if let Some((side, ty)) = sides.into_iter().find(no_order) {
            diags
                .report(
                    Code::UnlikeTypes,
                    side.span,
                    format_args!("`{sign}` orders numbers or texts, and this is {}", self.describe(side, ty)),
                )
                .label("fails when it is evaluated")
                .help(advice(ty, self.words));
        } else if self.no_number(left, types.0, types.1) || self.no_number(right, types.1, types.0) {
            let (left, right) = (self.describe(left, types.0), self.describe(right, types.1));
            let fails = if *null == NullOrder::Fail { "fails when it is evaluated" } else { "fails, or is false" };
            diags
                .report(Code::UnlikeTypes, whole.span, format_args!("`{sign}` compares {left} with {right}"))
                .label(fails)
                .help("compare numbers with numbers, and texts with texts");
        }
    }

    /// Whether a side is a text that is no number, and the other one a number.
    fn no_number(&self, side: &Expr, ty: Ty, other: Ty) -> bool {
        let known = matches!(side.kind, ExprKind::Literal(_)) || side.path().is_some() && side.ty == Ty::Any;
        ty == Ty::Text && other == Ty::Number && known && !self.may_spell(side, is_number)
    }

    /// Whether two values can never be equal. Texts count as the numbers and booleans that they spell.
    fn unlike(&self, left: &Expr, right: &Expr) -> bool {
        let spells = |text: &Expr, ty: Ty| match ty {
            Ty::Bool => self.may_spell(text, is_boolean),
            Ty::Number => self.may_spell(text, is_number),
            _ => false,
        };
        match (self.ty(left), self.ty(right)) {
            (Ty::Any, _) | (_, Ty::Any) => false,
            // Data that may be null may be equal to it.
            (Ty::Null, _) => right.ty != Ty::Any,
            (_, Ty::Null) => left.ty != Ty::Any,
            (a, b) => a != b && !spells(left, b) && !spells(right, a),
        }
    }

    fn describe(&self, expr: &Expr, ty: Ty) -> String {
        match ty {
            Ty::Null => "null",
            Ty::Bool => "a boolean",
            Ty::Number => "a number",
            Ty::Text => "a text",
            Ty::Array => "an array",
            Ty::Object => return what_object(expr, self.words),
            Ty::Any => "data",
        }
        .to_owned()
    }
}

fn is_boolean(text: &str) -> bool {
    matches!(text, "true" | "false")
}

/// What an object is.
pub(super) fn what_object(expr: &Expr, words: &Words) -> String {
    match &expr.kind {
        ExprKind::Path(Path { root: Root::StepInput, segments, .. }) if segments.is_empty() => {
            format!("the whole input of the {}", words.step)
        }
        _ => "an object".to_owned(),
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

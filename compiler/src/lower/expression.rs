//! Expressions as written to typed ones. What variables mean, and which rules hold, is up to the place.

use super::literal::literal;
use crate::expr::{Expr as Written, ExprKind as WrittenKind, Path};
use crate::ir::{BuiltinCall, Compare, Constant, Expr, ExprKind, NullOrder, Truth, Ty};

/// A place that expressions are read in.
pub(super) trait Reading {
    /// What an ordering relation makes of null.
    const NULL: NullOrder;
    /// How data is read as a boolean.
    const TRUTH: Truth;

    /// What a path means here.
    fn path(&mut self, path: &Path) -> Expr;

    /// The number of the next call of a built-in function.
    fn next_call(&mut self) -> u32;
}

/// An expression whose result is a boolean.
pub(super) fn condition<R: Reading>(reading: &mut R, written: &Written) -> Expr {
    let expr = expression(reading, written);
    if expr.ty == Ty::Bool {
        return expr;
    }
    let span = expr.span;
    Expr { kind: ExprKind::Bool(Box::new(expr), R::TRUTH), ty: Ty::Bool, span }
}

/// An expression.
pub(super) fn expression<R: Reading>(reading: &mut R, written: &Written) -> Expr {
    let span = written.span;
    let (kind, ty) = match &written.kind {
        WrittenKind::Constant(constant) => return literal(constant.clone(), span),
        WrittenKind::Path(path) => return reading.path(path),
        WrittenKind::Invalid => (ExprKind::Literal(Constant::Null), Ty::Any),
        WrittenKind::And(left, right) => {
            let left = Box::new(condition(reading, left));
            (ExprKind::And(left, Box::new(condition(reading, right))), Ty::Bool)
        }
        WrittenKind::Or(left, right) => {
            let left = Box::new(condition(reading, left));
            (ExprKind::Or(left, Box::new(condition(reading, right))), Ty::Bool)
        }
        WrittenKind::Not(operand) => (ExprKind::Not(Box::new(condition(reading, operand))), Ty::Bool),
        WrittenKind::Negative(operand) => (ExprKind::Negative(Box::new(expression(reading, operand))), Ty::Number),
        WrittenKind::In(item, collection) => {
            let item = Box::new(expression(reading, item));
            (ExprKind::In(item, Box::new(expression(reading, collection))), Ty::Bool)
        }
        WrittenKind::Call(function, args) => {
            let number = reading.next_call();
            let args = args.iter().map(|arg| expression(reading, arg)).collect();
            (ExprKind::Call(BuiltinCall { function: *function, args, number }), function.result())
        }
        WrittenKind::Compare(relation, left, right) => {
            let left = expression(reading, left);
            let right = expression(reading, right);
            (ExprKind::Compare(Box::new(Compare { relation: *relation, left, right, null: R::NULL })), Ty::Bool)
        }
    };
    Expr { kind, ty, span }
}

//! Conditions to typed expressions; the result is a boolean.

use super::Lowering;
use super::value::{Place, literal};
use crate::expr::{Expr as Written, ExprKind as WrittenKind};
use crate::ir::{Compare, Constant, Expr, ExprKind, NullOrder, Truth, Ty};

impl Lowering<'_> {
    pub(super) fn condition(&mut self, written: &Written) -> Expr {
        let expr = self.operand(written);
        if expr.ty == Ty::Bool {
            return expr;
        }
        let span = expr.span;
        Expr { kind: ExprKind::Bool(Box::new(expr), Truth::Lenient), ty: Ty::Bool, span }
    }

    fn operand(&mut self, written: &Written) -> Expr {
        let span = written.span;
        let kind = match &written.kind {
            WrittenKind::Constant(constant) => return literal(constant.clone(), span),
            WrittenKind::Path(path) => return self.path(path, Place::Parameter),
            WrittenKind::Invalid => return literal(Constant::Bool(false), span),
            WrittenKind::And(left, right) => {
                ExprKind::And(Box::new(self.condition(left)), Box::new(self.condition(right)))
            }
            WrittenKind::Or(left, right) => {
                ExprKind::Or(Box::new(self.condition(left)), Box::new(self.condition(right)))
            }
            // The conditions of this dialect have no others.
            WrittenKind::Not(_) | WrittenKind::Negative(_) | WrittenKind::In(_, _) | WrittenKind::Call(_, _) => {
                return literal(Constant::Bool(false), span);
            }
            WrittenKind::Compare(relation, left, right) => {
                let (left, right) = (self.operand(left), self.operand(right));
                ExprKind::Compare(Box::new(Compare { relation: *relation, left, right, null: NullOrder::False }))
            }
        };
        Expr { kind, ty: Ty::Bool, span }
    }
}

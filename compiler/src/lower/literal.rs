//! Constants as expressions.

use crate::ir::{Constant, Expr, ExprKind, Ty};
use crate::source::Span;

/// A constant as an expression.
pub(super) fn literal(constant: Constant, span: Span) -> Expr {
    let ty = match &constant {
        Constant::Null => Ty::Null,
        Constant::Bool(_) => Ty::Bool,
        Constant::Integer(_) | Constant::Float(_) => Ty::Number,
        Constant::Text(_) => Ty::Text,
        Constant::Array(_) => Ty::Array,
        Constant::Object(_) => Ty::Object,
    };
    Expr { kind: ExprKind::Literal(constant), ty, span }
}

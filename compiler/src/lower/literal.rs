//! Constants as expressions.

use crate::ir::{Constant, Expr, ExprKind};
use crate::source::Span;

/// A constant as an expression.
pub(super) fn literal(constant: Constant, span: Span) -> Expr {
    let ty = constant.ty();
    Expr { kind: ExprKind::Literal(constant), ty, span }
}

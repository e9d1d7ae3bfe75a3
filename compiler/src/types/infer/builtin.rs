//! What calls of built-in functions give.

use super::Roots;
use crate::ir::{Builtin, BuiltinCall, Constant, Expr, ExprKind, Ty};
use crate::types::Shape;

/// The least and the greatest whole number that functions give.
const WHOLE: Shape = Shape::Integer(i64::MIN as i128, u64::MAX as i128);

/// What a call gives where it succeeds.
pub(super) fn result(roots: &Roots<'_>, call: &BuiltinCall) -> Shape {
    let names = roots.names;
    let arg = |at: usize| call.args.get(at).map_or(Shape::Any, |arg| roots.expr(arg));
    match call.function {
        Builtin::Length => Shape::COUNT,
        Builtin::Split | Builtin::MapKeys => Shape::array(Shape::TEXT),
        Builtin::ArrayUnique => Shape::array(arg(0).elements(names)),
        Builtin::ToArray => {
            let items = call.args.iter().map(|arg| roots.expr(arg));
            Shape::array(items.fold(Shape::Never, |all, item| all.join(&item, names)))
        }
        Builtin::MapValues => Shape::array(arg(0).members(names)),
        Builtin::JsonMerge => match (arg(0).as_object(names), arg(1).as_object(names)) {
            (Some(first), Some(second)) => first.under(&second, names),
            _ => Shape::open(),
        },
        Builtin::Get => get(roots, &arg(0), call.args.get(1)),
        Builtin::IntAdd | Builtin::RandomInt => WHOLE,
        function => match function.result() {
            Ty::Bool => Shape::Bool,
            Ty::Number => Shape::Number,
            Ty::Text => Shape::TEXT,
            Ty::Array => Shape::array(Shape::Any),
            Ty::Object => Shape::open(),
            Ty::Null | Ty::Any => Shape::Any,
        },
    }
}

/// The element of an array, or the value under a key.
fn get(roots: &Roots<'_>, of: &Shape, key: Option<&Expr>) -> Shape {
    let names = roots.names;
    let inner = match key.map(|key| &key.kind) {
        Some(ExprKind::Literal(Constant::Text(key))) => of.key(key, names).0,
        Some(ExprKind::Literal(_)) => of.elements(names),
        _ => of.elements(names).join(&of.members(names), names),
    };
    if inner.is_never() { Shape::Any } else { inner }
}

impl Shape {
    /// What the values of an object are; `Never` where it is none.
    fn members(&self, names: &crate::types::shape::Expanded) -> Self {
        self.alternatives().iter().fold(Self::Never, |all, shape| match shape.bare(names) {
            Self::Any => Self::Any,
            Self::Object(record) => {
                let shapes = record.fields.values().map(|field| &field.shape).chain([&record.others]);
                shapes.fold(all, |all, shape| all.join(shape, names))
            }
            _ => all,
        })
    }
}

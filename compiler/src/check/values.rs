//! Comparisons that can never hold, by the values that are known of their operands. Types that differ are another finding.

use std::cmp::Ordering;

use crate::ir::{Compare, Constant, Expr, ExprKind, Path, Relation};
use crate::types::{Expanded, Roots, Shape, may_be_instant};

/// Whether a condition is never true.
pub(super) fn is_never(condition: &Expr, roots: &Roots<'_>) -> bool {
    match &condition.kind {
        ExprKind::And(left, right) => is_never(left, roots) || is_never(right, roots),
        ExprKind::Or(left, right) => is_never(left, roots) && is_never(right, roots),
        _ => never(condition, roots).is_some(),
    }
}

/// The data for which a single condition is never true, and what that is.
pub(super) fn never<'e>(condition: &'e Expr, roots: &Roots<'_>) -> Option<(&'e Path, Shape)> {
    match &condition.kind {
        ExprKind::Compare(compare) => {
            let path = compare.left.path().or(compare.right.path())?;
            (!may_hold(compare.relation, compare, roots)).then(|| (path, roots.path(path)))
        }
        ExprKind::In(item, list) => {
            let (path, ExprKind::Literal(Constant::Array(list))) = (item.path()?, &list.kind) else { return None };
            let shape = roots.path(path);
            let may = |item: &Constant| *item == Constant::Null || with(Relation::Eq, &shape, item, roots.names);
            (!list.iter().any(may)).then_some((path, shape))
        }
        _ => None,
    }
}

/// Whether the operands of a comparison may be related so.
pub(super) fn may_hold(relation: Relation, Compare { left, right, .. }: &Compare, roots: &Roots<'_>) -> bool {
    match (&left.kind, &right.kind) {
        (ExprKind::Path(path), ExprKind::Literal(constant)) => with(relation, &roots.path(path), constant, roots.names),
        (ExprKind::Literal(constant), ExprKind::Path(path)) => {
            with(relation.mirrored(), &roots.path(path), constant, roots.names)
        }
        (ExprKind::Path(left), ExprKind::Path(right)) if relation == Relation::Eq => {
            may_equal(&roots.path(left), &roots.path(right), roots.names)
        }
        _ => true,
    }
}

/// Whether data may be related so to a constant.
fn with(relation: Relation, shape: &Shape, constant: &Constant, names: &Expanded) -> bool {
    let Some(only) = but_null(shape) else { return true };
    let nullable = only != shape;
    match (only.bare(names), constant) {
        (Shape::Integer(least, most), Constant::Integer(_) | Constant::Float(_)) => {
            let order = |bound: &i128| order(&Constant::Integer(*bound), constant);
            let (Some(least), Some(most)) = (order(least), order(most)) else { return true };
            match relation {
                Relation::Eq => least.is_le() && most.is_ge() && is_whole(constant),
                Relation::Lt => least.is_lt(),
                Relation::Le => least.is_le(),
                Relation::Gt => most.is_gt(),
                Relation::Ge => most.is_ge(),
                Relation::Ne => nullable || least.is_ne() || most.is_ne(),
            }
        }
        (Shape::Text(Some(texts)), Constant::Text(text)) => match relation {
            Relation::Eq => texts.iter().any(|known| may_be_same(known, text)),
            Relation::Ne => nullable || texts.iter().any(|known| known != text),
            _ => true,
        },
        (Shape::Timestamp, Constant::Text(text)) => relation != Relation::Eq || may_be_instant(text),
        _ => true,
    }
}

/// Whether data may equal other data.
fn may_equal(left: &Shape, right: &Shape, names: &Expanded) -> bool {
    let (Some(one), Some(other)) = (but_null(left), but_null(right)) else { return true };
    if one != left && other != right {
        return true; // both may be null
    }
    match (one.bare(names), other.bare(names)) {
        (Shape::Integer(least, most), Shape::Integer(from, to)) => least <= to && from <= most,
        (Shape::Text(Some(texts)), Shape::Text(Some(others))) => {
            texts.iter().any(|text| others.iter().any(|other| may_be_same(text, other)))
        }
        (Shape::Text(Some(texts)), Shape::Timestamp) | (Shape::Timestamp, Shape::Text(Some(texts))) => {
            texts.iter().any(|text| may_be_instant(text))
        }
        _ => true,
    }
}

/// What data is where it is not null, if that is of one kind.
fn but_null(shape: &Shape) -> Option<&Shape> {
    let mut others = shape.alternatives().iter().filter(|shape| **shape != Shape::Null);
    others.next().filter(|_| others.next().is_none())
}

/// How two numbers compare.
pub(super) fn order(left: &Constant, right: &Constant) -> Option<Ordering> {
    match (left, right) {
        (Constant::Integer(left), Constant::Integer(right)) => Some(left.cmp(right)),
        (Constant::Float(left), Constant::Float(right)) => left.partial_cmp(right),
        (Constant::Integer(left), Constant::Float(right)) => against(*left, *right),
        (Constant::Float(left), Constant::Integer(right)) => against(*right, *left).map(Ordering::reverse),
        _ => None,
    }
}

/// How a whole number compares with one that need not be, exactly.
fn against(whole: i128, number: f64) -> Option<Ordering> {
    #[expect(clippy::cast_possible_truncation, reason = "what is beyond becomes the last number")]
    let floor = (!number.is_nan()).then_some(number.floor() as i128)?;
    Some(whole.cmp(&floor).then(if number.fract() == 0.0 { Ordering::Equal } else { Ordering::Less }))
}

fn is_whole(constant: &Constant) -> bool {
    !matches!(constant, Constant::Float(value) if value.fract() != 0.0)
}

/// Whether texts may count as equal: those that spell numbers may spell the same one.
pub(super) fn may_be_same(left: &str, right: &str) -> bool {
    left == right || is_number(left) && is_number(right)
}

pub(super) fn is_number(text: &str) -> bool {
    text.trim().parse::<f64>().is_ok()
}

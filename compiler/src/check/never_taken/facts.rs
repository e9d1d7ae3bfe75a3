//! What must be so for an entry of a choice to be looked at: what is known of the data, and that no condition before it
//! was true.

use crate::ir::{Compare, Constant, Expr, ExprKind, Path, Relation};
use crate::source::Span;
use crate::types::{Roots, Shape};

/// What is known where a condition is looked at.
pub(super) struct Facts<'r, 'e> {
    roots: &'r Roots<'r>,
    /// Comparisons that were not true before.
    refuted: Vec<(Claim<'e>, Span)>,
}

/// That data compares so with a constant.
#[derive(Clone, Copy)]
struct Claim<'e> {
    path: &'e Path,
    relation: Relation,
    constant: &'e Constant,
}

/// Why a condition is never true.
pub(super) enum Why {
    /// An entry before it takes what it would.
    Entry(Span),
    /// The data is never like that.
    Data(Path, Shape),
}

/// So many conditions are kept.
const MOST: usize = 64;

impl<'r, 'e> Facts<'r, 'e> {
    pub(super) fn new(roots: &'r Roots<'r>) -> Self {
        Self { roots, refuted: Vec::new() }
    }

    /// Why a condition is never true, where that is known.
    pub(super) fn refute(&self, condition: &Expr) -> Option<Why> {
        match &condition.kind {
            ExprKind::And(left, right) => self.refute(left).or_else(|| self.refute(right)),
            ExprKind::Or(left, right) => self.refute(left).and(self.refute(right)),
            ExprKind::Compare(compare) => self.claim(&claim(compare)?),
            _ => None,
        }
    }

    fn claim(&self, claim: &Claim<'_>) -> Option<Why> {
        let shape = self.roots.path(claim.path);
        if !claim.may_hold(&shape, self.roots) {
            return Some(Why::Data(claim.path.clone(), shape));
        }
        let before = self.refuted.iter().find(|(refuted, _)| claim.implies(refuted));
        before.map(|(_, span)| Why::Entry(*span))
    }

    /// The condition was not true.
    pub(super) fn learn(&mut self, condition: &'e Expr) {
        if self.refuted.len() >= MOST {
            return;
        }
        match &condition.kind {
            ExprKind::Or(left, right) => {
                self.learn(left);
                self.learn(right);
            }
            ExprKind::Compare(compare) => {
                self.refuted.extend(claim(compare).map(|claim| (claim, condition.span)));
            }
            _ => {}
        }
    }
}

/// What a comparison of data with a constant claims.
fn claim(compare: &Compare) -> Option<Claim<'_>> {
    let Compare { relation, left, right, .. } = compare;
    match (&left.kind, &right.kind) {
        (ExprKind::Path(path), ExprKind::Literal(constant)) => Some(Claim { path, relation: *relation, constant }),
        (ExprKind::Literal(constant), ExprKind::Path(path)) => {
            let relation = match relation {
                Relation::Lt => Relation::Gt,
                Relation::Le => Relation::Ge,
                Relation::Gt => Relation::Lt,
                Relation::Ge => Relation::Le,
                same => *same,
            };
            Some(Claim { path, relation, constant })
        }
        _ => None,
    }
}

impl Claim<'_> {
    /// Whether data of a shape may be like that. Types that differ are reported as such.
    fn may_hold(&self, shape: &Shape, roots: &Roots<'_>) -> bool {
        let mut others = shape.alternatives().iter().filter(|shape| **shape != Shape::Null);
        let (Some(only), None) = (others.next(), others.next()) else { return true };
        match (only.bare(roots.names), self.constant) {
            (Shape::Integer(least, most), Constant::Integer(value)) => match self.relation {
                Relation::Eq => least <= value && value <= most,
                Relation::Lt => least < value,
                Relation::Le => least <= value,
                Relation::Gt => most > value,
                Relation::Ge => most >= value,
                Relation::Ne => true,
            },
            (Shape::Text(Some(texts)), Constant::Text(value)) => {
                // Texts that spell the same number are equal.
                self.relation != Relation::Eq || is_number(value) || texts.contains(value)
            }
            _ => true,
        }
    }

    /// Whether another claim about the same data is true whenever this one is.
    fn implies(&self, other: &Claim<'_>) -> bool {
        use Relation::{Eq, Ge, Gt, Le, Lt};
        if self.path != other.path {
            return false;
        }
        if self.relation == other.relation && self.constant == other.constant {
            return true;
        }
        let (Constant::Integer(own), Constant::Integer(bound)) = (self.constant, other.constant) else { return false };
        match (self.relation, other.relation) {
            (Gt | Ge | Eq, Gt) => own > bound || self.relation == Gt && own == bound,
            (Gt | Ge | Eq, Ge) => own >= bound,
            (Lt | Le | Eq, Lt) => own < bound || self.relation == Lt && own == bound,
            (Lt | Le | Eq, Le) => own <= bound,
            _ => false,
        }
    }
}

fn is_number(text: &str) -> bool {
    text.trim().parse::<f64>().is_ok()
}

//! What must be so for an entry of a choice to be looked at: what is known of the data, and that no condition before it
//! was true.

use crate::check::values;
use crate::ir::{Constant, Expr, ExprKind, Path, Relation, Truth};
use crate::source::Span;
use crate::types::{Roots, Shape};

/// What is known where a condition is looked at.
pub(super) struct Facts<'r, 'e> {
    roots: &'r Roots<'r>,
    /// What was not true before.
    refuted: Vec<(Claim<'e>, Span)>,
}

/// That data compares so with a constant.
#[derive(Clone, Copy)]
struct Claim<'e> {
    path: &'e Path,
    relation: Relation,
    constant: &'e Constant,
    /// Whether it is about what counts as true, be it a number or a text.
    loosely: bool,
}

/// Why a condition is never true.
pub(super) enum Why {
    /// An entry before it takes what it would.
    Entry(Span),
    /// The data is never like that.
    Data(Path, Shape),
    /// No data is like that: its parts exclude each other.
    Parts,
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
            ExprKind::And(left, right) => self
                .refute(left)
                .or_else(|| self.refute(right))
                .or_else(|| exclude_each_other(left, right).then_some(Why::Parts)),
            ExprKind::Or(left, right) => self.refute(left).and(self.refute(right)),
            _ => {
                if let Some((path, shape)) = values::never(condition, self.roots) {
                    return Some(Why::Data(path.clone(), shape));
                }
                let claim = claim(condition)?;
                let before = self.refuted.iter().find(|(refuted, _)| claim.implies(refuted));
                before.map(|(_, span)| Why::Entry(*span))
            }
        }
    }

    /// The condition was not true.
    pub(super) fn learn(&mut self, condition: &'e Expr) {
        if self.refuted.len() >= MOST {
            return;
        }
        if let ExprKind::Or(left, right) = &condition.kind {
            self.learn(left);
            self.learn(right);
        } else {
            self.refuted.extend(claim(condition).map(|claim| (claim, condition.span)));
        }
    }
}

/// What a condition claims of data.
fn claim(condition: &Expr) -> Option<Claim<'_>> {
    match &condition.kind {
        ExprKind::Compare(compare) => match (&compare.left.kind, &compare.right.kind) {
            (ExprKind::Path(path), ExprKind::Literal(constant)) => {
                Some(Claim { path, relation: compare.relation, constant, loosely: false })
            }
            (ExprKind::Literal(constant), ExprKind::Path(path)) => {
                Some(Claim { path, relation: compare.relation.mirrored(), constant, loosely: false })
            }
            _ => None,
        },
        ExprKind::Bool(data, truth) => {
            let (path, constant) = (data.path()?, &Constant::Bool(true));
            Some(Claim { path, relation: Relation::Eq, constant, loosely: *truth != Truth::Strict })
        }
        // Null is neither less than a number nor the opposite of that.
        ExprKind::Not(inner) => claim(inner).filter(Claim::is_equality).map(Claim::negated),
        _ => None,
    }
}

/// Whether two conditions are never true of the same data.
fn exclude_each_other(left: &Expr, right: &Expr) -> bool {
    let (mut claims, mut others) = (Vec::new(), Vec::new());
    parts(left, &mut claims);
    parts(right, &mut others);
    claims.iter().any(|claim| others.iter().any(|other| claim.excludes(other)))
}

/// What a condition claims all at once.
fn parts<'e>(condition: &'e Expr, claims: &mut Vec<Claim<'e>>) {
    if claims.len() >= MOST {
        return;
    }
    if let ExprKind::And(left, right) = &condition.kind {
        parts(left, claims);
        parts(right, claims);
    } else {
        claims.extend(claim(condition));
    }
}

impl Claim<'_> {
    fn is_equality(&self) -> bool {
        matches!(self.relation, Relation::Eq | Relation::Ne)
    }

    /// What is so of data that is like this where the claim is not true.
    fn negated(self) -> Self {
        let relation = match self.relation {
            Relation::Eq => Relation::Ne,
            Relation::Ne => Relation::Eq,
            Relation::Lt => Relation::Ge,
            Relation::Le => Relation::Gt,
            Relation::Gt => Relation::Le,
            Relation::Ge => Relation::Lt,
        };
        Self { relation, ..self }
    }

    fn excludes(&self, other: &Self) -> bool {
        self.implies(&other.negated()) || other.implies(&self.negated())
    }

    /// Whether another claim about the same data is true whenever this one is.
    fn implies(&self, other: &Claim<'_>) -> bool {
        use Relation::{Eq, Ge, Gt, Le, Lt, Ne};
        if self.path != other.path {
            return false;
        }
        if self.relation == other.relation && self.constant == other.constant {
            // A number that counts as true is not equal to it.
            return self.loosely == other.loosely || self.loosely == (self.relation == Ne);
        }
        if (self.relation, other.relation) == (Eq, Ne) {
            return differ(self.constant, other.constant);
        }
        let Some(order) = values::order(self.constant, other.constant) else { return false };
        match (self.relation, other.relation) {
            (Eq, Eq) => order.is_eq(),
            (Gt, Gt | Ge | Ne) | (Ge | Eq, Ge) => order.is_ge(),
            (Eq, Gt) | (Ge, Gt | Ne) => order.is_gt(),
            (Lt, Lt | Le | Ne) | (Le | Eq, Le) => order.is_le(),
            (Eq, Lt) | (Le, Lt | Ne) => order.is_lt(),
            _ => false,
        }
    }
}

/// Whether what equals the one constant never equals the other.
fn differ(left: &Constant, right: &Constant) -> bool {
    match (left, right) {
        (Constant::Bool(left), Constant::Bool(right)) => left != right,
        (Constant::Text(left), Constant::Text(right)) => !values::may_be_same(left, right),
        (Constant::Text(text), Constant::Integer(_) | Constant::Float(_))
        | (Constant::Integer(_) | Constant::Float(_), Constant::Text(text)) => !values::is_number(text),
        _ => values::order(left, right).is_some_and(std::cmp::Ordering::is_ne),
    }
}

//! Conditions to typed expressions; the result is a boolean.

use super::super::Lowering;
use super::super::expression::{self, Reading};
use super::value::Place;
use crate::expr;
use crate::ir::{Expr, NullOrder, Truth};

impl Lowering<'_> {
    pub(super) fn condition(&mut self, written: &expr::Expr) -> Expr {
        expression::condition(&mut Condition(self), written)
    }
}

struct Condition<'l, 'a>(&'l mut Lowering<'a>);

impl Reading for Condition<'_, '_> {
    const NULL: NullOrder = NullOrder::False;
    const TRUTH: Truth = Truth::Lenient;

    fn path(&mut self, path: &expr::Path) -> Expr {
        self.0.path(path, Place::Parameter)
    }

    fn next_call(&mut self) -> u32 {
        0 // this dialect has no functions
    }
}

//! Constructors and parameters to templates, expressions to typed ones.

use super::super::expression::{self, Reading};
use super::super::literal::literal;
use super::{Machine, Scene};
use crate::diagnostics::Code;
use crate::expr;
use crate::ir::{Constant, Expr, ExprKind, NullOrder, Template, Truth, Ty};
use crate::source::Span;
use crate::syntax::statemachine::{Member, Value, ValueKind};

impl Machine<'_> {
    /// An object that is made of members.
    pub(super) fn object(&mut self, members: &[Member], scene: Scene) -> Template {
        let entries = members.iter().map(|member| (member.key.node.clone(), self.template(&member.value, scene)));
        Template::Object(entries.collect())
    }

    pub(super) fn template(&mut self, value: &Value, scene: Scene) -> Template {
        match &value.kind {
            ValueKind::Constant(constant) => Template::Constant(constant.clone()),
            ValueKind::Expr(written) => match self.expression(written, scene) {
                Expr { kind: ExprKind::Literal(constant), .. } => Template::Constant(constant),
                expr => Template::Expr(expr),
            },
            ValueKind::Array(items) => {
                folded(Template::Array(items.iter().map(|item| self.template(item, scene)).collect()))
            }
            ValueKind::Object(members) => folded(self.object(members, scene)),
        }
    }

    /// A value that is no list and no object.
    pub(super) fn scalar(&mut self, value: &Value, scene: Scene) -> Expr {
        match &value.kind {
            ValueKind::Expr(written) => self.expression(written, scene),
            ValueKind::Constant(constant) => literal(constant.clone(), value.span),
            _ => literal(Constant::Null, value.span),
        }
    }

    pub(super) fn expression(&mut self, written: &expr::Expr, scene: Scene) -> Expr {
        let expr = expression::expression(&mut At { machine: self, scene }, written);
        self.operands(&expr);
        expr
    }

    pub(super) fn condition(&mut self, written: &expr::Expr, scene: Scene) -> Expr {
        let condition = expression::condition(&mut At { machine: self, scene }, written);
        self.operands(&condition);
        condition
    }

    /// Reports operands that an operator can do nothing with.
    fn operands(&mut self, expr: &Expr) {
        expr.each(&mut |expr| match &expr.kind {
            ExprKind::In(_, collection) => {
                self.expect(collection, &[Ty::Array, Ty::Object], "an array or an object", "`in` looks into it");
            }
            ExprKind::Negative(operand) => self.expect(operand, &[Ty::Number], "a number", "`-` changes its sign"),
            ExprKind::Bool(operand, _) => {
                self.expect(operand, &[Ty::Bool, Ty::Null], "true or false", "compare it: `$Input.name == \"text\"`");
            }
            _ => {}
        });
    }

    /// Reports an expression whose type is known and is none of those that can stand there.
    pub(super) fn expect(&mut self, expr: &Expr, types: &[Ty], what: &str, help: &str) {
        if expr.ty == Ty::Any || types.contains(&expr.ty) {
            return;
        }
        let found = match expr.ty {
            Ty::Null => "null",
            Ty::Bool => "a boolean",
            Ty::Number => "a number",
            Ty::Text => "text",
            Ty::Array => "an array",
            Ty::Object | Ty::Any => "an object",
        };
        self.base
            .diags
            .report(Code::WrongOperand, expr.span, format_args!("expected {what}, found {found}"))
            .help(help);
    }
}

/// Where the keys stand that members make.
pub(super) fn keys(members: Option<&[Member]>) -> Vec<Span> {
    members.unwrap_or_default().iter().map(|member| member.key.span).collect()
}

/// A template that has no expressions, as a constant.
fn folded(template: Template) -> Template {
    let constant = |template: &Template| matches!(template, Template::Constant(_));
    let value = |template: Template| match template {
        Template::Constant(constant) => constant,
        _ => Constant::Null, // none is left
    };
    match template {
        Template::Array(items) if items.iter().all(constant) => {
            Template::Constant(Constant::Array(items.into_iter().map(value).collect()))
        }
        Template::Object(entries) if entries.iter().all(|(_, item)| constant(item)) => {
            let entries = entries.into_iter().map(|(key, item)| (key, value(item)));
            Template::Constant(Constant::Object(entries.collect()))
        }
        template => template,
    }
}

/// Expressions of one part of a state.
struct At<'m, 'a> {
    machine: &'m mut Machine<'a>,
    scene: Scene,
}

impl Reading for At<'_, '_> {
    const NULL: NullOrder = NullOrder::Fail;
    const TRUTH: Truth = Truth::Strict;

    fn path(&mut self, path: &expr::Path) -> Expr {
        self.machine.variable(path, self.scene)
    }

    fn next_call(&mut self) -> u32 {
        let number = self.machine.calls;
        self.machine.calls += 1;
        number
    }
}

//! What expressions and templates give where they stand.

use super::builtin;
use crate::ir::{Constant, ContextField, DataRule, Expr, ExprKind, Missing, Output, Path, Root, Template};
use crate::types::Shape;
use crate::types::shape::{Deepest, Expanded, Found, Presence, Record};

/// What paths start from in one place of a flow.
#[derive(Debug, Clone)]
pub(crate) struct Roots<'t> {
    pub(crate) scope_input: &'t Shape,
    pub(crate) scope_data: &'t Shape,
    pub(crate) step_input: Shape,
    pub(crate) result: Shape,
    pub(crate) caught: Shape,
    pub(crate) global: &'t Shape,
    /// What the execution has started with.
    pub(crate) started: &'t Shape,
    pub(crate) token: Shape,
    pub(crate) names: &'t Expanded,
}

impl Roots<'_> {
    /// What a root stands for.
    pub(crate) fn root(&self, root: Root) -> &Shape {
        const COUNT: Shape = Shape::COUNT;
        const TEXT: Shape = Shape::TEXT;
        match root {
            Root::ScopeInput => self.scope_input,
            Root::ScopeData => self.scope_data,
            Root::StepInput => &self.step_input,
            Root::Result => &self.result,
            Root::Caught => &self.caught,
            Root::Global => self.global,
            Root::Context(ContextField::ExecutionInput) => self.started,
            Root::Context(ContextField::TaskToken) => &self.token,
            Root::Context(ContextField::StepEventId | ContextField::RetryCount) => &COUNT,
            Root::Context(
                ContextField::ExecutionName | ContextField::FlowName | ContextField::StepName | ContextField::RoleArn,
            ) => &TEXT,
        }
    }

    /// Where a path leads.
    pub(crate) fn find(&self, path: &Path) -> Found {
        self.root(path.root).find(&path.segments, self.names)
    }

    /// What a path gives.
    pub(crate) fn path(&self, path: &Path) -> Shape {
        let Found { shape, presence, .. } = self.find(path);
        match (presence, path.missing) {
            (Presence::Always, _) | (_, Missing::Fail) => shape,
            (_, Missing::Null) => shape.join(&Shape::Null, self.names),
        }
    }

    /// What an expression gives.
    pub(crate) fn expr(&self, expr: &Expr) -> Shape {
        match &expr.kind {
            ExprKind::Literal(constant) => self.constant(constant),
            ExprKind::Path(path) => self.path(path),
            ExprKind::And(..)
            | ExprKind::Or(..)
            | ExprKind::Not(_)
            | ExprKind::Compare(_)
            | ExprKind::Bool(..)
            | ExprKind::In(..) => Shape::Bool,
            ExprKind::JsonText(_) | ExprKind::Text(_) | ExprKind::FlowOf(_) => Shape::TEXT,
            ExprKind::Negative(operand) => match self.expr(operand) {
                Shape::Integer(least, most) => Shape::Integer(most.saturating_neg(), least.saturating_neg()),
                _ => Shape::Number,
            },
            ExprKind::Call(call) => builtin::result(self, call),
            ExprKind::Object(entries) => {
                let entries = entries.iter().map(|(key, value)| (key.as_str(), self.expr(value)));
                wide(Shape::object(entries))
            }
        }
    }

    /// What a template makes. It may be of any size.
    pub(crate) fn template(&self, template: &Template) -> Shape {
        match template {
            Template::Constant(constant) => self.constant(constant),
            Template::Expr(expr) => self.expr(expr),
            Template::Object(entries) => {
                let entries = entries.iter().map(|(key, value)| (key.as_str(), self.template(value)));
                wide(Shape::object(entries))
            }
            Template::Array(items) => {
                let items = items.iter().map(|item| self.template(item));
                Shape::array(items.fold(Shape::Never, |all, item| all.join(&item, self.names)))
            }
        }
    }

    /// What an output gives to its scope. It may be of any size.
    pub(crate) fn output(&self, output: &Output, rule: DataRule) -> Shape {
        let shape = match output {
            Output::Template(template) => self.template(template),
            Output::Result => self.result.clone(),
            Output::Input => self.step_input.clone(),
            Output::Empty => return Shape::empty(),
        };
        match rule {
            DataRule::Replace => shape,
            DataRule::Accumulate => shape.as_object(self.names).unwrap_or_else(Shape::open),
        }
    }

    fn constant(&self, constant: &Constant) -> Shape {
        self.constant_to(constant, Deepest::START)
    }

    fn constant_to(&self, constant: &Constant, depth: Deepest) -> Shape {
        match (constant, depth.below()) {
            (Constant::Null, _) => Shape::Null,
            (Constant::Bool(_), _) => Shape::Bool,
            (Constant::Integer(value), _) => Shape::Integer(*value, *value),
            (Constant::Float(_), _) => Shape::Number,
            (Constant::Text(text), _) => Shape::constant(text),
            (Constant::Array(_), None) => Shape::array(Shape::Any),
            (Constant::Object(_), None) => Shape::open(),
            (Constant::Array(items), Some(depth)) => {
                let items = items.iter().map(|item| self.constant_to(item, depth));
                Shape::array(items.fold(Shape::Never, |all, item| all.join(&item, self.names)))
            }
            (Constant::Object(entries), Some(depth)) => {
                let entries = entries.iter().map(|(key, value)| (key.as_str(), self.constant_to(value, depth)));
                wide(Shape::object(entries))
            }
        }
    }
}

/// An object of which not too many keys are known.
fn wide(object: Shape) -> Shape {
    match object {
        Shape::Object(record) => {
            let Record { fields, others } = std::rc::Rc::unwrap_or_clone(record);
            Shape::Object(Record::new(fields, others).into())
        }
        shape => shape,
    }
}

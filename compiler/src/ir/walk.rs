//! Every expression of a step, a template or an expression, in the order of the definition.

use super::{Call, Callee, Expr, ExprKind, Output, Path, Step, StepKind, Template, Wait};

impl Expr {
    /// Shows the expression and all that it is made of to `look`.
    pub fn each<'a>(&'a self, look: &mut dyn FnMut(&'a Expr)) {
        look(self);
        match &self.kind {
            ExprKind::Literal(_) | ExprKind::Path(_) => {}
            ExprKind::And(left, right) | ExprKind::Or(left, right) | ExprKind::In(left, right) => {
                left.each(look);
                right.each(look);
            }
            ExprKind::Compare(compare) => {
                compare.left.each(look);
                compare.right.each(look);
            }
            ExprKind::Not(inner)
            | ExprKind::Negative(inner)
            | ExprKind::Bool(inner, _)
            | ExprKind::JsonText(inner)
            | ExprKind::Text(inner)
            | ExprKind::FlowOf(inner) => inner.each(look),
            ExprKind::Call(call) => call.args.iter().for_each(|arg| arg.each(look)),
            ExprKind::Object(entries) => entries.iter().for_each(|(_, value)| value.each(look)),
        }
    }

    /// Shows each path in the expression to `look`, with its own expression.
    pub fn each_path<'a>(&'a self, look: &mut dyn FnMut(&'a Path, &'a Expr)) {
        self.each(&mut |expr| {
            if let ExprKind::Path(path) = &expr.kind {
                look(path, expr);
            }
        });
    }
}

impl Template {
    /// Shows each expression in the template to `look`, with all that it is made of.
    pub fn each<'a>(&'a self, look: &mut dyn FnMut(&'a Expr)) {
        match self {
            Self::Constant(_) => {}
            Self::Expr(expr) => expr.each(look),
            Self::Object(entries) => entries.iter().for_each(|(_, item)| item.each(look)),
            Self::Array(items) => items.iter().for_each(|item| item.each(look)),
        }
    }

    /// Shows each path in the template to `look`, with its own expression.
    pub fn each_path<'a>(&'a self, look: &mut dyn FnMut(&'a Path, &'a Expr)) {
        self.each(&mut |expr| {
            if let ExprKind::Path(path) = &expr.kind {
                look(path, expr);
            }
        });
    }
}

impl Step {
    /// Shows each expression of the step to `look`, with all that it is made of, without the steps that it holds.
    pub fn each<'a>(&'a self, look: &mut dyn FnMut(&'a Expr)) {
        self.each_before(look);
        self.each_after(look);
    }

    /// The same for what is evaluated before the step has a result.
    pub fn each_before<'a>(&'a self, look: &mut dyn FnMut(&'a Expr)) {
        if let Some(input) = &self.input {
            input.each(look);
        }
        self.kind.each(look);
    }

    /// The same for what is evaluated when the step has a result or has failed.
    pub fn each_after<'a>(&'a self, look: &mut dyn FnMut(&'a Expr)) {
        for output in self.outputs() {
            if let Output::Template(template) = output {
                template.each(look);
            }
        }
        if let Some(global) = &self.global {
            global.each(look);
        }
    }

    /// Shows each path of the step to `look`, with its own expression, without the steps that it holds.
    pub fn each_path<'a>(&'a self, look: &mut dyn FnMut(&'a Path, &'a Expr)) {
        self.each(&mut |expr| {
            if let ExprKind::Path(path) = &expr.kind {
                look(path, expr);
            }
        });
    }
}

impl StepKind {
    /// Shows each expression that the step's work asks for to `look`, without its templates and the steps that it holds.
    pub fn each<'a>(&'a self, look: &mut dyn FnMut(&'a Expr)) {
        match self {
            Self::Task(task) => {
                if let Some(timeout) = &task.timeout {
                    timeout.each(look);
                }
                match &task.call {
                    Call::Function { function, argument, id, .. } => {
                        if let Callee::Data(resource) = function {
                            resource.each(look);
                        }
                        argument.each(look);
                        if let Some(id) = id {
                            id.each(look);
                        }
                    }
                    Call::Child { flow, execution, input, .. } => {
                        flow.each(look);
                        if let Some(execution) = execution {
                            execution.each(look);
                        }
                        input.each(look);
                    }
                }
            }
            Self::Wait(Wait::Seconds(expr) | Wait::Instant(expr)) => expr.each(look),
            Self::Choice { entries, .. } => entries.iter().for_each(|entry| entry.condition.each(look)),
            Self::Foreach(foreach) => foreach.collection.each(look),
            Self::Pass | Self::Parallel { .. } | Self::Succeed | Self::Fail { .. } => {}
        }
    }
}

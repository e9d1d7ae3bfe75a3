//! What templates and expressions read.

use super::Demand;
use crate::ir::{ContextField, Expr, ExprKind, Output, Path, Root, Step, Template};

/// What is read of the data that paths begin in.
#[derive(Debug, Default)]
pub(super) struct Reads<'a> {
    pub(super) scope_input: Demand<'a>,
    pub(super) scope_data: Demand<'a>,
    pub(super) step_input: Demand<'a>,
    pub(super) result: Demand<'a>,
    pub(super) execution_input: Demand<'a>,
}

impl Demand<'_> {
    /// More is read.
    pub(super) fn add(&mut self, more: &Self) {
        *self = self.or(more);
    }
}

impl<'a> Reads<'a> {
    /// The same, and all that is read there.
    pub(super) fn add(&mut self, more: &Self) {
        self.scope_input.add(&more.scope_input);
        self.scope_data.add(&more.scope_data);
        self.step_input.add(&more.step_input);
        self.result.add(&more.result);
        self.execution_input.add(&more.execution_input);
    }

    /// What a step that has succeeded gives to its scope and to all scopes is read.
    pub(super) fn given(&mut self, step: &'a Step, after: &Demand<'a>) {
        self.output(&step.output, after);
        if let Some(global) = &step.global {
            self.template(global, &Demand::All);
        }
    }

    /// What a step gives to its scope is read.
    pub(super) fn output(&mut self, output: &'a Output, of: &Demand<'a>) {
        match output {
            Output::Template(template) => self.template(template, of),
            Output::Result => self.result.add(of),
            Output::Input => self.step_input.add(of),
            Output::Empty => {}
        }
    }

    /// What a template makes is read.
    pub(super) fn template(&mut self, template: &'a Template, of: &Demand<'a>) {
        match template {
            Template::Constant(_) => {}
            Template::Expr(expr) => self.expr(expr, of),
            Template::Object(entries) => entries.iter().for_each(|(key, item)| self.template(item, &of.below(key))),
            Template::Array(items) => items.iter().for_each(|item| self.template(item, &of.of_elements())),
        }
    }

    fn expr(&mut self, expr: &'a Expr, of: &Demand<'a>) {
        match &expr.kind {
            ExprKind::Path(path) => self.path(path, of),
            ExprKind::Object(entries) => entries.iter().for_each(|(key, value)| self.expr(value, &of.below(key))),
            _ => expr.each(&mut |expr| self.all_of(expr)),
        }
    }

    /// An expression is worked with as a whole; those that it is made of come by themselves.
    pub(super) fn all_of(&mut self, expr: &'a Expr) {
        if let ExprKind::Path(path) = &expr.kind {
            self.path(path, &Demand::All);
        }
    }

    fn path(&mut self, path: &'a Path, of: &Demand<'a>) {
        let read = match path.root {
            Root::ScopeInput => &mut self.scope_input,
            Root::ScopeData => &mut self.scope_data,
            Root::StepInput => &mut self.step_input,
            Root::Result => &mut self.result,
            Root::Context(ContextField::ExecutionInput) => &mut self.execution_input,
            // An error has two keys, which nobody gives; what all scopes share is read by whoever likes.
            Root::Caught | Root::Global | Root::Context(_) => return,
        };
        read.add(&Demand::at(&path.segments, of.clone()));
    }
}

//! `$Context`: a tree that is made where it is read.

use super::super::literal::literal;
use super::scene::Place;
use super::variable::{data, input};
use super::{Machine, Scene};
use crate::diagnostics::{Code, guess, list};
use crate::expr;
use crate::ir::{Constant, ContextField, Expr, ExprKind, Missing, Path, Root, Segment, Ty};
use crate::source::Span;

const MEMBERS: [&str; 12] = [
    "$Context.Execution",
    "$Context.Execution.Name",
    "$Context.Execution.Input",
    "$Context.Execution.RoleArn",
    "$Context.Current",
    "$Context.Current.Name",
    "$Context.Current.Input",
    "$Context.Current.Output",
    "$Context.Current.Error.Code",
    "$Context.Current.Error.Detail",
    "$Context.Current.RetryCount",
    "$Context.Current.TaskToken",
];

impl Machine<'_> {
    pub(super) fn context(&mut self, path: &expr::Path, scene: Scene) -> Expr {
        let span = path.span;
        let keys = path.segments.iter().map_while(|segment| match segment {
            Segment::Key(key) => Some(key.as_str()),
            _ => None,
        });
        let keys: Vec<_> = keys.collect();
        let below = |depth: usize| path.segments.get(depth..).unwrap_or_default();
        let leaf = |depth: usize| below(depth).is_empty();
        match keys.as_slice() {
            [] if leaf(0) => object([("Execution", execution(span)), ("Current", current(scene, span))].into(), span),
            ["Execution"] if leaf(1) => execution(span),
            ["Execution", "Name"] if leaf(2) => field(ContextField::ExecutionName, span),
            ["Execution", "RoleArn"] if leaf(2) => field(ContextField::RoleArn, span),
            ["Execution", "Input", ..] => {
                let ty = if leaf(2) { Ty::Object } else { Ty::Any };
                data(Root::Context(ContextField::ExecutionInput), below(2), ty, span)
            }
            ["Current"] if leaf(1) => current(scene, span),
            ["Current", "Name"] if leaf(2) => field(ContextField::StepName, span),
            ["Current", "RetryCount"] if leaf(2) => field(ContextField::RetryCount, span),
            ["Current", "TaskToken"] if leaf(2) => field(ContextField::TaskToken, span),
            ["Current", "Input", ..] => input(below(2), scene, span),
            ["Current", "Output", ..] => self.output(below(2), scene, span, "$Context.Current.Output"),
            ["Current", "Error"] if leaf(2) => self.error(scene, span, error),
            ["Current", "Error", "Code"] if leaf(3) => self.error(scene, span, |span| caught("error", span)),
            ["Current", "Error", "Detail"] if leaf(3) => self.error(scene, span, |span| caught("cause", span)),
            keys => self.unknown_member(keys, span),
        }
    }

    fn error(&mut self, scene: Scene, span: Span, expr: impl FnOnce(Span) -> Expr) -> Expr {
        if scene.place == Place::Catch {
            return expr(span);
        }
        self.base
            .diags
            .report(Code::NoError, span, "there is no error here")
            .label("always null")
            .help("only the `OutputConstructor` of a rule of `Catch` reads it; hand it on from there");
        literal(Constant::Null, span)
    }

    fn unknown_member(&mut self, keys: &[&str], span: Span) -> Expr {
        let written = format!("$Context.{}", keys.join("."));
        let found = self.base.diags.report(Code::UnknownContext, span, format_args!("the context has no such member"));
        match guess(&written, MEMBERS) {
            Some(near) if near.name != written => found.meant(span, &written, &near),
            Some(near) => found.help(format_args!("`{}` has no members", near.name)),
            None => found.help(format_args!("the members are {}", list(MEMBERS))),
        };
        Expr { ty: Ty::Any, ..literal(Constant::Null, span) }
    }
}

fn execution(span: Span) -> Expr {
    let members = [
        ("Name", field(ContextField::ExecutionName, span)),
        ("Input", field(ContextField::ExecutionInput, span)),
        ("RoleArn", field(ContextField::RoleArn, span)),
    ];
    object(members.into(), span)
}

/// The state, as far as it has got.
fn current(scene: Scene, span: Span) -> Expr {
    let mut members = vec![("Name", field(ContextField::StepName, span)), ("Input", input(&[], scene, span))];
    match scene.place {
        Place::Output if scene.result => members.push(("Output", data(Root::Result, &[], Ty::Any, span))),
        Place::Output => members.push(("Output", input(&[], scene, span))),
        Place::Catch => members.push(("Error", error(span))),
        Place::Input | Place::State | Place::Item => {}
    }
    members.push(("RetryCount", field(ContextField::RetryCount, span)));
    if scene.token {
        members.push(("TaskToken", field(ContextField::TaskToken, span)));
    }
    object(members, span)
}

fn error(span: Span) -> Expr {
    object([("Code", caught("error", span)), ("Detail", caught("cause", span))].into(), span)
}

/// A part of the caught error, which always has both.
fn caught(key: &str, span: Span) -> Expr {
    let path = Path { root: Root::Caught, segments: vec![Segment::Key(key.to_owned())], missing: Missing::Null };
    Expr { kind: ExprKind::Path(path), ty: Ty::Text, span }
}

pub(super) fn field(field: ContextField, span: Span) -> Expr {
    let ty = match field {
        ContextField::ExecutionInput => Ty::Object,
        ContextField::RetryCount => Ty::Number,
        _ => Ty::Text,
    };
    data(Root::Context(field), &[], ty, span)
}

fn object(members: Vec<(&str, Expr)>, span: Span) -> Expr {
    let members = members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Expr { kind: ExprKind::Object(members), ty: Ty::Object, span }
}

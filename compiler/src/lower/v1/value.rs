//! Mappings, parameters and paths to templates and expressions.

use super::super::Lowering;
use super::super::literal::literal;
use crate::diagnostics::{Code, guess, list};
use crate::expr;
use crate::ir::{Constant, ContextField, Expr, ExprKind, Missing, Path, Root, Segment, Template, Ty, Words};
use crate::source::Span;
use crate::syntax::v1::{Mapping, Value, ValueKind};

/// Where a value stands, which says what `$input` and `$local` mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `inputMappings` of the flow.
    FlowInput,
    /// `outputMappings` of the flow.
    FlowOutput,
    /// `inputMappings` of a step.
    Input,
    /// `outputMappings` of a step.
    Output,
    /// `errorMappings`
    Error,
    /// What reads the input of the step as `$`.
    Parameter,
}

impl Lowering<'_> {
    pub(super) fn mappings(&mut self, mappings: &[Mapping], place: Place) -> Template {
        let entries =
            mappings.iter().map(|mapping| (mapping.target.node.clone(), self.template(&mapping.source, place)));
        Template::Object(entries.collect())
    }

    pub(super) fn template(&mut self, value: &Value, place: Place) -> Template {
        match &value.kind {
            ValueKind::Constant(constant) => Template::Constant(constant.clone()),
            ValueKind::Invalid => Template::Constant(Constant::Null),
            ValueKind::Path(path) => Template::Expr(self.path(path, place)),
            ValueKind::Array(items) => Template::Array(items.iter().map(|item| self.template(item, place)).collect()),
            ValueKind::Object(entries) => Template::Object(
                entries.iter().map(|(key, value)| (key.clone(), self.template(value, place))).collect(),
            ),
        }
    }

    /// A scalar parameter.
    pub(super) fn parameter(&mut self, value: &Value) -> Expr {
        match &value.kind {
            ValueKind::Path(path) => self.path(path, Place::Parameter),
            ValueKind::Constant(constant) => literal(constant.clone(), value.span),
            _ => literal(Constant::Null, value.span),
        }
    }

    pub(super) fn path(&mut self, path: &expr::Path, place: Place) -> Expr {
        let root = match (path.root, place) {
            (expr::Root::Context, _) => return self.context(path, place),
            (expr::Root::Local, Place::FlowInput) => {
                self.diags
                    .report(Code::WrongRoot, path.span, "`$local` cannot be read here")
                    .help("no step has run yet; the execution's input is `$input`");
                Root::ScopeInput
            }
            (expr::Root::Input, Place::FlowInput | Place::FlowOutput | Place::Input) => Root::ScopeInput,
            (expr::Root::Local, Place::FlowOutput | Place::Input) => Root::ScopeData,
            (expr::Root::Local, Place::Output) => Root::Result,
            (expr::Root::Local, Place::Error) => Root::Caught,
            _ => Root::StepInput,
        };
        let ty = match (root, path.segments.as_slice()) {
            (_, segments) if segments.contains(&Segment::Each) => Ty::Array,
            (Root::Result, []) => Ty::Any,
            (_, []) => Ty::Object,
            (Root::Caught, [Segment::Key(key)]) if key == "error" || key == "cause" => Ty::Text,
            _ => Ty::Any,
        };
        let kind = ExprKind::Path(Path { root, segments: path.segments.clone(), missing: Missing::Null });
        Expr { kind, ty, span: path.span }
    }

    fn context(&mut self, path: &expr::Path, place: Place) -> Expr {
        let keys = path.segments.iter().map(|segment| match segment {
            Segment::Key(key) => key.as_str(),
            _ => "[]",
        });
        let name = keys.collect::<Vec<_>>().join(".");
        let members = Words::V1.context;
        let written = format!("$context.{name}");
        let Some((_, field)) = members.iter().find(|(known, _)| *known == written) else {
            let known = || members.iter().map(|(known, _)| *known);
            let message = match name.as_str() {
                "" => "the context cannot be read as a whole".to_owned(),
                name => format!("the context has no member `$context.{name}`"),
            };
            let found = self.diags.report(Code::UnknownContext, path.span, message);
            match guess(&written, known()) {
                Some(near) => found.meant(path.span, &written, &near),
                None => found.help(format_args!("the members are {}", list(known()))),
            };
            return literal(Constant::Null, path.span);
        };
        let of_step = matches!(field, ContextField::StepName | ContextField::StepEventId | ContextField::TaskToken);
        if of_step && matches!(place, Place::FlowInput | Place::FlowOutput) {
            self.diags
                .report(Code::WrongRoot, path.span, format_args!("`$context.{name}` cannot be read here"))
                .help("no step is running here; `$context.execution.name` and `$context.flow.name` can be read");
        }
        let ty = if *field == ContextField::StepEventId { Ty::Number } else { Ty::Text };
        let kind = ExprKind::Path(Path { root: Root::Context(*field), segments: Vec::new(), missing: Missing::Null });
        Expr { kind, ty, span: path.span }
    }
}

/// Where the keys stand that mappings make.
pub(super) fn targets(mappings: Option<&[Mapping]>) -> Vec<Span> {
    mappings.unwrap_or_default().iter().map(|mapping| mapping.target.span).collect()
}

/// The input of the step as a whole.
pub(super) fn whole_input(span: Span) -> Expr {
    let kind = ExprKind::Path(Path { root: Root::StepInput, segments: Vec::new(), missing: Missing::Null });
    Expr { kind, ty: Ty::Object, span }
}

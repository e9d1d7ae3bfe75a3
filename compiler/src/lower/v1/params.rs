//! `serviceParams`: which there are for a resource, and what their constants must be.

use std::ops::RangeInclusive;

use super::super::Lowering;
use super::super::resource::{Kind, Named};
use crate::diagnostics::{Code, guess, list, nearest};
use crate::ir::Constant;
use crate::syntax::v1::{Parameter, Task, Value, ValueKind};

/// A parameter of a resource.
struct Known {
    name: &'static str,
    value: Form,
    need: Need,
}

/// What a constant must be. Data is not known before the flow runs.
enum Form {
    Any,
    Text,
    Object,
    Whole(RangeInclusive<i128>),
    /// One of several words, which is checked where it is read.
    Word,
}

#[derive(PartialEq)]
enum Need {
    Required,
    Optional,
    /// Documented as required, but the product has a default.
    Default(&'static str),
    /// Seen in published definitions, but the resource does not know it.
    Ignored,
}

use Need::{Default, Ignored, Optional, Required};

const fn known(name: &'static str, value: Form, need: Need) -> Known {
    Known { name, value, need }
}

const PRIORITY: RangeInclusive<i128> = 1..=16;
/// In seconds; 7 days at the most.
const DELAY: RangeInclusive<i128> = 0..=604_800;

const FUNCTION: &[Known] =
    &[known("InvocationType", Form::Word, Optional), known("StatefulAsyncInvocationID", Form::Text, Optional)];
const QUEUE: &[Known] = &[
    known("MessageBody", Form::Any, Required),
    known("Priority", Form::Whole(PRIORITY), Default("8")),
    known("DelaySeconds", Form::Whole(DELAY), Optional),
];
const TOPIC: &[Known] = &[
    known("MessageBody", Form::Any, Required),
    known("MessageTag", Form::Text, Optional),
    known("MessageAttributes", Form::Any, Optional),
    known("Priority", Form::Any, Ignored),
];
const FLOW: &[Known] = &[known("Input", Form::Object, Optional), known("ExecutionName", Form::Text, Optional)];
const START_EXECUTION: &[Known] = &[
    known("FlowName", Form::Text, Required),
    known("ExecutionName", Form::Text, Optional),
    known("Input", Form::Object, Optional),
];

/// The parameters of a resource and what it is called; none where any may be meant.
fn of(kind: Kind) -> Option<(&'static [Known], &'static str)> {
    match kind {
        Kind::Function => Some((FUNCTION, "a function")),
        Kind::Queue => Some((QUEUE, "a queue")),
        Kind::Topic => Some((TOPIC, "a topic")),
        Kind::Flow => Some((FLOW, "a flow")),
        Kind::StartExecution => Some((START_EXECUTION, "`StartExecution`")),
        Kind::Api | Kind::Unknown => None,
    }
}

/// The parameter of this name.
pub(super) fn find<'p>(params: &'p [Parameter], name: &str) -> Option<&'p Parameter> {
    params.iter().find(|param| param.key.node == name)
}

fn is_null(value: &Value) -> bool {
    value.kind == ValueKind::Constant(Constant::Null)
}

/// What a value is, with an article.
fn describe(value: &Value) -> &'static str {
    match &value.kind {
        ValueKind::Constant(Constant::Null) => "nothing",
        ValueKind::Constant(Constant::Bool(_)) => "a boolean",
        ValueKind::Constant(Constant::Integer(_) | Constant::Float(_)) => "a number",
        ValueKind::Constant(Constant::Text(_)) => "text",
        ValueKind::Constant(Constant::Array(_)) | ValueKind::Array(_) => "a list",
        ValueKind::Constant(Constant::Object(_)) | ValueKind::Object(_) => "a mapping",
        ValueKind::Path(_) | ValueKind::Invalid => "data",
    }
}

impl Lowering<'_> {
    /// Reports parameters that the resource does not have, those that it needs, and constants that it cannot take.
    pub(super) fn check_params(&mut self, task: &Task, named: &Named, params: &[Parameter]) {
        if matches!(named.kind, Kind::Function | Kind::Unknown) {
            self.needless_id(params);
        }
        let Some((known, what)) = of(named.kind) else { return };
        for param in params {
            match known.iter().find(|known| known.name == param.key.node) {
                Some(known) => self.check_param(param, known, what),
                None => self.unknown_param(param, known, what),
            }
        }
        for known in known {
            let misspelt = || params.iter().any(|param| nearest(&param.key.node, [known.name]).is_some());
            if find(params, known.name).is_some_and(|param| !is_null(&param.value)) || misspelt() {
                continue;
            }
            let span = params.first().map_or(task.head, |param| param.key.span);
            let name = known.name;
            match known.need {
                Required => self
                    .diags
                    .report(Code::MissingKey, span, format_args!("{what} needs the parameter `{name}`"))
                    .help("add it to `serviceParams`"),
                Default(value) => self
                    .diags
                    .report(
                        Code::DefaultParameter,
                        span,
                        format_args!("{what} is documented to need the parameter `{name}`"),
                    )
                    .help(format_args!("without it {value} is taken; add `{name}: {value}` to `serviceParams`")),
                Optional | Ignored => continue,
            };
        }
    }

    fn check_param(&mut self, param: &Parameter, known: &Known, what: &str) {
        let name = known.name;
        if known.need == Ignored {
            self.diags
                .report(Code::NoEffect, param.key.span, format_args!("{what} does not know the parameter `{name}`"))
                .label("has no effect")
                .help("remove it");
        }
        let expected = match (&known.value, &param.value.kind) {
            (Form::Any | Form::Word, _)
            | (_, ValueKind::Path(_) | ValueKind::Invalid)
            | (Form::Text, ValueKind::Constant(Constant::Text(_)))
            | (Form::Object, ValueKind::Object(_)) => return,
            (Form::Whole(range), ValueKind::Constant(Constant::Integer(value))) => {
                if !range.contains(value) {
                    let (from, to) = (range.start(), range.end());
                    self.diags
                        .report(Code::OutOfRange, param.value.span, format_args!("`{name}` cannot be {value}"))
                        .help(format_args!("write a whole number from {from} to {to}, or data as `$.name`"));
                }
                return;
            }
            (Form::Text, _) => "text",
            (Form::Object, _) => "a mapping",
            (Form::Whole(_), _) => "a whole number",
        };
        let help = match known.value {
            Form::Text => "write text in quotes, or data as `$.name`",
            Form::Object => "write a mapping, or data as `$.name`; `$` is the whole input of the step",
            _ => "write the number without quotes, or data as `$.name`",
        };
        self.diags
            .report(
                Code::WrongType,
                param.value.span,
                format_args!("expected {expected} as `{name}`, found {}", describe(&param.value)),
            )
            .help(help);
    }

    fn unknown_param(&mut self, param: &Parameter, known: &[Known], what: &str) {
        let name = &param.key.node;
        let names = || known.iter().filter(|known| known.need != Ignored).map(|known| known.name);
        let found = self
            .diags
            .report(Code::UnknownKey, param.key.span, format_args!("{what} has no parameter `{name}`"))
            .label("not known here");
        match guess(name, names()) {
            Some(near) => found.meant(param.key.span, name, &near),
            None => found.help(format_args!("known here: {}", list(names()))),
        };
    }

    /// An id belongs to asynchronous invocations.
    fn needless_id(&mut self, params: &[Parameter]) {
        let Some(id) = find(params, "StatefulAsyncInvocationID") else { return };
        let kind = find(params, "InvocationType");
        if kind.is_some_and(|kind| kind.value.kind != ValueKind::Constant(Constant::Text("Sync".to_owned()))) {
            return;
        }
        let found = self.diags.report(
            Code::NoEffect,
            id.key.span,
            "`StatefulAsyncInvocationID` has no effect without `InvocationType: Async`",
        );
        if let Some(kind) = kind {
            found.also(kind.value.span, "not asynchronous");
        }
        found.help("add `InvocationType: Async`, or remove the id");
    }
}

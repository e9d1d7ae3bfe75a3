//! Task steps: what they call, with which argument, and when they are over.

use super::resource::{self, Kind, Named};
use super::value::{Place, literal, whole_input};
use super::{Lowering, policy};
use crate::diagnostics::{Code, list, nearest};
use crate::ir::{
    Call, ChildMode, Constant, Expr, ExprKind, Invocation, Mode, ResultRule, Retry, StepKind, Task, Template, Ty,
};
use crate::syntax::Spanned;
use crate::syntax::v1::{self, Parameter, Pattern, ValueKind};

const STATEFUL: &str = "StatefulAsyncInvocationID";
const FUNCTION: [&str; 2] = ["InvocationType", STATEFUL];
const QUEUE: [&str; 3] = ["MessageBody", "Priority", "DelaySeconds"];
const TOPIC: [&str; 4] = ["MessageBody", "MessageTag", "MessageAttributes", "Priority"];
const FLOW: [&str; 2] = ["Input", "ExecutionName"];
const START_EXECUTION: [&str; 3] = ["FlowName", "ExecutionName", "Input"];

impl Lowering<'_> {
    /// The retry policies of a task.
    pub(super) fn retries(task: &v1::Task) -> Vec<Retry> {
        task.retry.iter().map(policy::retry).collect()
    }

    pub(super) fn task(&mut self, task: &v1::Task, name: &Spanned<String>) -> StepKind {
        let Some(named) = task.resource.as_ref().and_then(|resource| resource::read(resource, self.diags)) else {
            return StepKind::Pass; // the reason is reported
        };
        let pattern = task.pattern.as_ref().map_or(Pattern::RequestResponse, |pattern| pattern.node);
        let mode = match pattern {
            Pattern::RequestResponse => Mode::RequestResponse,
            Pattern::Sync => Mode::WaitForSystemCallback,
            Pattern::WaitForCallback => Mode::WaitForCallback,
        };
        let timeout = task.timeout.as_ref().map(|it| literal(Constant::Integer(it.node.into()), it.span));
        StepKind::Task(Task { call: self.call(task, named, pattern, name), mode, result: ResultRule::Object, timeout })
    }

    fn call(&mut self, task: &v1::Task, named: Named, pattern: Pattern, step: &Spanned<String>) -> Call {
        let params = task.params.as_ref().map_or(&[][..], |params| params.node.as_slice());
        match named.kind {
            Kind::Flow | Kind::StartExecution => self.child(task, &named, params, pattern),
            kind => {
                let (known, required) = match kind {
                    Kind::Function => (Some(&FUNCTION[..]), None),
                    Kind::Queue => (Some(&QUEUE[..]), Some("MessageBody")),
                    Kind::Topic => (Some(&TOPIC[..]), Some("MessageBody")),
                    _ => (None, None),
                };
                if let Some(known) = known {
                    self.known_params(params, known);
                }
                if let Some(required) = required {
                    self.required_param(task, params, required);
                }
                let message = params.iter().any(|param| param.key.node == "MessageBody");
                let argument = match kind {
                    Kind::Function => Template::Expr(whole_input(named.span)),
                    Kind::Unknown if !message => Template::Expr(whole_input(named.span)),
                    _ => self.params(params),
                };
                let name = if named.name.is_empty() { step.node.clone() } else { named.name };
                let function = self.function(named.resource, name, named.span);
                let invocation = self.invocation(params);
                let id = self.text_param(params, STATEFUL).filter(|_| invocation == Invocation::Async);
                Call::Function { function, argument, invocation, id }
            }
        }
    }

    fn child(&mut self, task: &v1::Task, named: &Named, params: &[Parameter], pattern: Pattern) -> Call {
        let start = named.kind == Kind::StartExecution;
        self.known_params(params, if start { &START_EXECUTION[..] } else { &FLOW[..] });
        let flow = if start {
            self.required_param(task, params, "FlowName");
            self.text_param(params, "FlowName").unwrap_or_else(|| literal(Constant::Null, named.span))
        } else {
            literal(Constant::Text(named.name.clone()), named.span)
        };
        let mode = if pattern == Pattern::Sync && !start { ChildMode::Wait } else { ChildMode::Start };
        let execution = self.text_param(params, "ExecutionName");
        let input = match find(params, "Input") {
            Some(param) => self.template(&param.value, Place::Parameter),
            None => Template::Expr(whole_input(named.span)),
        };
        Call::Child { flow, execution, input, mode }
    }

    fn invocation(&mut self, params: &[Parameter]) -> Invocation {
        let Some(param) = find(params, "InvocationType") else { return Invocation::Sync };
        let word = match &param.value.kind {
            ValueKind::Constant(Constant::Text(text)) => text.as_str(),
            _ => "",
        };
        match word {
            "Sync" => {}
            "Async" => return Invocation::Async,
            _ => {
                let message = "`InvocationType` is neither `Sync` nor `Async`";
                let found = self.diags.report(Code::UnknownValue, param.value.span, message);
                match nearest(word, ["Sync", "Async"]) {
                    Some(near) => found.help(format_args!("did you mean `{near}`?")),
                    None => found.help("write `Sync` or `Async`"),
                };
            }
        }
        Invocation::Sync
    }

    /// The parameters as an object; the message of a queue or a topic is text.
    fn params(&mut self, params: &[Parameter]) -> Template {
        let entries = params.iter().map(|param| {
            let template = match self.template(&param.value, Place::Parameter) {
                Template::Expr(expr) if param.key.node == "MessageBody" => {
                    let span = expr.span;
                    Template::Expr(Expr { kind: ExprKind::JsonText(Box::new(expr)), ty: Ty::Text, span })
                }
                template => template,
            };
            (param.key.node.clone(), template)
        });
        Template::Object(entries.collect())
    }

    fn text_param(&mut self, params: &[Parameter], key: &str) -> Option<Expr> {
        let param = find(params, key)?;
        match &param.value.kind {
            ValueKind::Path(_) | ValueKind::Constant(Constant::Text(_)) => Some(self.parameter(&param.value)),
            _ => {
                self.diags
                    .report(Code::WrongType, param.value.span, format_args!("expected text as `{key}`"))
                    .help("write text in quotes, or data as `$.name`");
                None
            }
        }
    }

    fn known_params(&mut self, params: &[Parameter], known: &[&str]) {
        for param in params.iter().filter(|param| !known.contains(&param.key.node.as_str())) {
            let name = &param.key.node;
            let found = self.diags.report(
                Code::UnknownKey,
                param.key.span,
                format_args!("the resource has no parameter `{name}`"),
            );
            found.label("not known here");
            match nearest(name, known.iter().copied()) {
                Some(near) => found.help(format_args!("did you mean `{near}`?")),
                None => found.help(format_args!("known here: {}", list(known.iter().copied()))),
            };
        }
    }

    fn required_param(&mut self, task: &v1::Task, params: &[Parameter], key: &str) {
        let misspelt = params.iter().any(|param| nearest(&param.key.node, [key]).is_some());
        if find(params, key).is_none() && !misspelt {
            let span = params.first().map_or(task.head, |param| param.key.span);
            self.diags
                .report(Code::MissingKey, span, format_args!("the resource needs the parameter `{key}`"))
                .help(format_args!("add it to `serviceParams`"));
        }
    }
}

fn find<'p>(params: &'p [Parameter], key: &str) -> Option<&'p Parameter> {
    params.iter().find(|param| param.key.node == key)
}

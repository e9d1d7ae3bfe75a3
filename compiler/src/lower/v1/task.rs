//! Task steps: what they call, with which argument, and when they are over.

use super::super::Lowering;
use super::super::literal::literal;
use super::super::resource::{Kind, Named};
use super::value::{Place, whole_input};
use super::{params, pattern, policy, resource};
use crate::diagnostics::{Code, guess};
use crate::ir::{
    Call, Callee, ChildMode, Constant, Expr, ExprKind, Invocation, Mode, ResultRule, Retry, StepKind, Task, Template,
    Ty,
};
use crate::syntax::Spanned;
use crate::syntax::v1::{self, Parameter, Pattern, ValueKind};

const STATEFUL: &str = "StatefulAsyncInvocationID";

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
        pattern::check(task, &named, self.diags);
        self.check_params(task, &named, params);
        match named.kind {
            Kind::Flow | Kind::StartExecution => self.child(&named, params, pattern),
            kind => {
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
                Call::Function { function: Callee::Known(function), argument, invocation, id }
            }
        }
    }

    fn child(&mut self, named: &Named, params: &[Parameter], pattern: Pattern) -> Call {
        let start = named.kind == Kind::StartExecution;
        let flow = if start {
            self.text_param(params, "FlowName").unwrap_or_else(|| literal(Constant::Null, named.span))
        } else {
            literal(Constant::Text(named.name.clone()), named.span)
        };
        let mode = if pattern == Pattern::Sync { ChildMode::Wait } else { ChildMode::Start };
        let execution = self.text_param(params, "ExecutionName");
        let input = match params::find(params, "Input") {
            Some(param) => self.template(&param.value, Place::Parameter),
            None => Template::Expr(whole_input(named.span)),
        };
        Call::Child { flow, execution, input, mode }
    }

    fn invocation(&mut self, params: &[Parameter]) -> Invocation {
        let Some(param) = params::find(params, "InvocationType") else { return Invocation::Sync };
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
                match guess(word, ["Sync", "Async"]) {
                    Some(near) => found.meant(param.value.span, word, &near),
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
        params::find(params, key).map(|param| self.parameter(&param.value))
    }
}

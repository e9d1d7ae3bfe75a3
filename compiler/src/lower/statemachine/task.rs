//! Tasks: what they call, with which argument, and when they are over.

use super::super::literal::literal;
use super::super::resource::{Kind, Named};
use super::action::{Action, ActionKind};
use super::target::Target;
use super::{Machine, Scene, params};
use crate::diagnostics::Code;
use crate::ir::{
    Call, Callee, ChildMode, Constant, Expr, ExprKind, Invocation, Mode, ResultRule, StepKind, Template, Ty,
};
use crate::syntax::Spanned;
use crate::syntax::statemachine::{self as syntax, Member, State};

impl Machine<'_> {
    pub(super) fn task(&mut self, task: &syntax::Task, state: &State, scene: Scene) -> StepKind {
        let action = task.action.as_ref().and_then(|action| self.action(action));
        let Some(action) = action else { return StepKind::Pass }; // the reason is reported
        if let Some(mode) = &task.mode {
            self.check_mode(&action, mode);
        }
        let Some(params) = &task.params else { return StepKind::Pass };
        self.check_params(&action, params, task.head);
        let mode = task.mode.as_ref().map_or(syntax::Mode::RequestComplete, |mode| mode.node);
        let call = match action.kind {
            ActionKind::Function => self.invoke(&action, params, task.mode.as_ref(), state, scene),
            ActionKind::Flow => self.start(&action, params, mode, scene),
            ActionKind::Message => self.send(&action, params, state, scene),
            ActionKind::Http => {
                let argument = self.request(params, action.span, scene);
                Some(self.operation(&action, argument))
            }
            ActionKind::Events | ActionKind::Sms | ActionKind::Oss | ActionKind::Other => {
                let argument = self.object(params, scene);
                Some(self.operation(&action, argument))
            }
        };
        let Some(call) = call else { return StepKind::Pass };
        let timeout = task.timeout.as_ref().map(|timeout| self.scalar(timeout, scene));
        let never = |timeout: &Expr| timeout.kind == ExprKind::Literal(Constant::Integer(0));
        let timeout = timeout.filter(|timeout| !never(timeout));
        if let Some(timeout) = &timeout {
            self.expect(timeout, &[Ty::Number, Ty::Text], "a number of seconds", "name a key: `$Input.seconds`");
        }
        StepKind::Task(crate::ir::Task { call, mode: lowered(mode), result: result(action.kind, mode), timeout })
    }

    /// `FC:InvokeFunction`
    fn invoke(
        &mut self,
        action: &Action,
        params: &[Member],
        mode: Option<&Spanned<syntax::Mode>>,
        state: &State,
        scene: Scene,
    ) -> Option<Call> {
        let function = self.resource(action, params, scene).map(|target| self.known_or_data(target, state));
        let invocation = self.invocation(params, mode, scene);
        let argument = self.body(params, "body", scene);
        Some(Call::Function { function: function?, argument, invocation, id: None })
    }

    fn invocation(&mut self, params: &[Member], mode: Option<&Spanned<syntax::Mode>>, scene: Scene) -> Invocation {
        let Some(param) = params::find(params, "invocationType") else { return Invocation::Sync };
        let written = self.scalar(&param.value, scene);
        let span = param.value.span;
        let word = match &written.kind {
            ExprKind::Literal(Constant::Text(word)) => word.as_str(),
            ExprKind::Literal(_) => return Invocation::Sync, // reported with the parameters
            _ => {
                self.base
                    .diags
                    .report(Code::NotSupported, span, "not supported yet: an `invocationType` that is data")
                    .help("let a `Choice` state lead to a task for `Sync` and to one for `Async`");
                return Invocation::Sync;
            }
        };
        let system = mode.filter(|mode| mode.node == syntax::Mode::WaitForSystemCallback);
        if let Some(mode) = system.filter(|_| word == "Sync") {
            self.base
                .diags
                .report(Code::ImpossiblePattern, span, "a function that is called by `Sync` starts no job to wait for")
                .also(mode.span, "waits for a job")
                .help("write `invocationType: Async`, or `TaskMode: RequestComplete`");
        }
        // Whoever waits for the end of the job calls the function until then.
        if word == "Async" && system.is_none() { Invocation::Async } else { Invocation::Sync }
    }

    /// `FNF:StartExecution`
    fn start(&mut self, action: &Action, params: &[Member], mode: syntax::Mode, scene: Scene) -> Option<Call> {
        let flow = match self.resource(action, params, scene) {
            Some(Target::Named(named)) => {
                let name = if named.kind == Kind::Flow { named.name } else { named.resource };
                literal(Constant::Text(name), named.span)
            }
            Some(Target::Data(expr)) => {
                let span = expr.span;
                Expr { kind: ExprKind::FlowOf(Box::new(expr)), ty: Ty::Text, span }
            }
            None => return None,
        };
        let execution = params::find(params, "executionName").map(|param| {
            let execution = self.scalar(&param.value, scene);
            if matches!(param.value.kind, syntax::ValueKind::Expr(_)) {
                self.expect(&execution, &[Ty::Text], "the name of an execution", "it is text");
            }
            execution
        });
        let input = self.body(params, "input", scene);
        let mode = match mode {
            syntax::Mode::WaitForSystemCallback => ChildMode::Wait,
            _ => ChildMode::Start,
        };
        Some(Call::Child { flow, execution, input, mode })
    }

    /// `MNS:SendMessage`
    fn send(&mut self, action: &Action, params: &[Member], state: &State, scene: Scene) -> Option<Call> {
        let target = self.resource(action, params, scene);
        if let Some(Target::Named(named)) = &target {
            self.needless(named.kind, params);
        }
        let argument = self.message(params, scene);
        let function = self.known_or_data(target?, state);
        Some(Call::Function { function, argument, invocation: Invocation::Sync, id: None })
    }

    /// Parameters that only queues or only topics have.
    fn needless(&mut self, kind: Kind, params: &[Member]) {
        let (what, names) = match kind {
            Kind::Queue => ("a queue", ["messageTag", "messageAttributes"]),
            Kind::Topic => ("a topic", ["priority", "delaySeconds"]),
            _ => return,
        };
        for param in names.into_iter().filter_map(|name| params::find(params, name)) {
            let name = &param.key.node;
            self.base
                .diags
                .report(Code::NoEffect, param.key.span, format_args!("{what} does not know the parameter `{name}`"))
                .label("has no effect")
                .help("remove it");
        }
    }

    fn operation(&mut self, action: &Action, argument: Template) -> Call {
        let function = self.base.function(action.text.clone(), action.api.clone(), action.span);
        Call::Function { function: Callee::Known(function), argument, invocation: Invocation::Sync, id: None }
    }

    fn known_or_data(&mut self, target: Target, state: &State) -> Callee {
        match target {
            Target::Named(Named { resource, name, span, .. }) => {
                let Spanned { node: step, .. } = &state.name;
                let name = if name.is_empty() { step.clone() } else { name };
                Callee::Known(self.base.function(resource, name, span))
            }
            Target::Data(expr) => Callee::Data(expr),
        }
    }
}

fn lowered(mode: syntax::Mode) -> Mode {
    match mode {
        syntax::Mode::RequestComplete => Mode::RequestResponse,
        syntax::Mode::WaitForSystemCallback => Mode::WaitForSystemCallback,
        syntax::Mode::WaitForCustomCallback => Mode::WaitForCallback,
    }
}

fn result(kind: ActionKind, mode: syntax::Mode) -> ResultRule {
    match (kind, mode) {
        (ActionKind::Function, syntax::Mode::RequestComplete) => ResultRule::Body,
        (ActionKind::Flow, syntax::Mode::RequestComplete) => ResultRule::Started,
        _ => ResultRule::Any,
    }
}

//! States, each with its templates and where control goes after it.

use super::super::literal::literal;
use super::super::names::Siblings;
use super::scene::Place;
use super::template::keys;
use super::{Machine, Scene};
use crate::diagnostics::Code;
use crate::ir::{
    ChoiceDefault, ChoiceEntry, Constant, Gather, Output, ScopeId, ScopeKind, Step, StepId, StepKind, Target, Template,
    Wait,
};
use crate::source::Span;
use crate::syntax::statemachine::{Choice, Member, Mode, Next, State, StateKind, Value};

/// How long a key of `$Global` may be, in bytes.
const MAX_GLOBAL_KEY: usize = 128;

impl Machine<'_> {
    /// Lowers a state, and then those that it holds.
    pub(super) fn state(&mut self, state: &State, scope: ScopeId, siblings: &Siblings<'_>) {
        self.calls = 0;
        let scene = scene(&state.kind);
        let input = state.input.as_ref().map(|members| self.object(members, scene.at(Place::Input)));
        let kind = self.kind(state, scene, siblings);
        let fails = matches!(state.kind, StateKind::Fail(_));
        let output = state.output.as_ref().map(|members| self.object(members, scene.at(Place::Output)));
        let output = match (output, scene.result) {
            (Some(template), _) if !fails => Output::Template(template),
            (_, true) => Output::Result,
            (_, false) => Output::Input,
        };
        let global = state.global.as_ref().map(|members| self.global(members, scene)).filter(|_| !fails);
        let catch = self.catches(&state.catch, scene, siblings);
        let next = match &state.next {
            Next::State(name) => self.base.target(name, "Next", siblings),
            Next::End => Target::End,
        };
        let id = StepId(self.base.steps.len());
        self.base.steps.push(Step {
            name: state.name.node.clone(),
            name_span: state.name.span,
            span: state.span,
            scope,
            kind,
            input,
            input_keys: keys(state.input.as_deref()),
            output,
            output_keys: keys(state.output.as_deref()),
            global,
            global_keys: keys(state.global.as_deref()),
            retry: state.retry.iter().map(Self::retry).collect(),
            catch,
            next,
        });
        self.nested(state, id);
    }

    fn global(&mut self, members: &[Member], scene: Scene) -> Template {
        for Member { key, .. } in members.iter().filter(|member| member.key.node.len() > MAX_GLOBAL_KEY) {
            let length = key.node.len();
            self.base
                .diags
                .report(Code::BeyondQuota, key.span, format_args!("this key of `$Global` has {length} bytes"))
                .help(format_args!("the service takes up to {MAX_GLOBAL_KEY}"));
        }
        self.object(members, scene.at(Place::Output))
    }

    /// What a state does, without the states that it holds.
    fn kind(&mut self, state: &State, scene: Scene, siblings: &Siblings<'_>) -> StepKind {
        match &state.kind {
            StateKind::Task(task) => self.task(task, state, scene),
            StateKind::Pass | StateKind::Invalid => StepKind::Pass,
            StateKind::Wait(seconds) => self.wait(seconds.as_ref(), scene, state.span),
            StateKind::Choice(choice) => self.choice(choice, scene, siblings),
            StateKind::Parallel(_) => StepKind::Parallel { branches: Vec::new(), gather: Gather::Branches },
            StateKind::Map(map) => self.map(map, scene),
            StateKind::Succeed => StepKind::Succeed,
            StateKind::Fail(fail) => StepKind::Fail {
                error: fail.code.as_ref().map(|code| code.node.clone()),
                cause: fail.detail.as_ref().map(|detail| detail.node.clone()),
            },
        }
    }

    fn nested(&mut self, state: &State, id: StepId) {
        match &state.kind {
            StateKind::Parallel(written) => {
                let scopes = written.iter().enumerate();
                let scopes = scopes.map(|(at, branch)| self.scope(branch, ScopeKind::Branch(at), Some(id))).collect();
                if let StepKind::Parallel { branches, .. } = &mut self.base.steps[id.0].kind {
                    *branches = scopes;
                }
            }
            StateKind::Map(map) => {
                let scope = self.processor(map, id);
                if let StepKind::Foreach(foreach) = &mut self.base.steps[id.0].kind {
                    foreach.body = scope;
                }
            }
            _ => {}
        }
    }

    fn wait(&mut self, seconds: Option<&Value>, scene: Scene, span: Span) -> StepKind {
        StepKind::Wait(Wait::Seconds(match seconds {
            Some(seconds) => self.scalar(seconds, scene),
            None => literal(Constant::Integer(1), span), // the reason is reported
        }))
    }

    fn choice(&mut self, choice: &Choice, scene: Scene, siblings: &Siblings<'_>) -> StepKind {
        let mut entries = Vec::with_capacity(choice.branches.len());
        for branch in &choice.branches {
            let condition = match &branch.condition {
                Some(condition) => self.condition(condition, scene),
                None => literal(Constant::Bool(false), branch.span),
            };
            let target = self.target(branch.next.as_ref(), "Next", siblings);
            entries.push(ChoiceEntry { condition, body: None, target });
        }
        let target = self.target(choice.default.as_ref(), "Default", siblings);
        StepKind::Choice { entries, default: ChoiceDefault { body: None, target } }
    }
}

fn scene(kind: &StateKind) -> Scene {
    let mode = |mode: Mode| match kind {
        StateKind::Task(task) => task.mode.as_ref().is_some_and(|it| it.node == mode),
        _ => false,
    };
    Scene {
        place: Place::State,
        result: matches!(kind, StateKind::Task(_) | StateKind::Parallel(_) | StateKind::Map(_)),
        token: mode(Mode::WaitForCustomCallback),
    }
}

//! Steps, each with its templates and where control goes after it.

use super::super::literal::literal;
use super::super::{Lowering, Siblings};
use super::value::{Place, targets};
use crate::ir::{
    ChoiceDefault, ChoiceEntry, Constant, Foreach, Gather, Output, ScopeId, ScopeKind, Step, StepId, StepKind, Target,
    Wait,
};
use crate::syntax::v1;

/// How many iterations run at once.
const CONCURRENCY: u32 = 100;

impl Lowering<'_> {
    /// Lowers a step; `following` is where control goes by itself.
    pub(super) fn step(&mut self, step: &v1::Step, scope: ScopeId, following: Target, siblings: &Siblings<'_>) {
        let id = StepId(self.steps.len());
        let last = step.end || matches!(step.kind, v1::StepKind::Succeed | v1::StepKind::Fail(_));
        let next = if last { Target::End } else { following };
        let input = step.inputs.as_ref().map(|mappings| self.mappings(mappings, Place::Input));
        let output = self.output(step);
        self.steps.push(Step {
            name: step.name.node.clone(),
            name_span: step.name.span,
            span: step.span,
            scope,
            kind: StepKind::Pass,
            input,
            input_keys: targets(step.inputs.as_deref()),
            output,
            output_keys: targets(step.outputs.as_deref()),
            global: None,
            global_keys: Vec::new(),
            retry: Vec::new(),
            catch: Vec::new(),
            next,
        });
        let kind = match &step.kind {
            v1::StepKind::Task(task) => {
                self.steps[id.0].retry = Self::retries(task);
                self.steps[id.0].catch = self.catches(task, siblings);
                self.task(task, &step.name)
            }
            v1::StepKind::Pass | v1::StepKind::Invalid => StepKind::Pass,
            v1::StepKind::Wait(wait) => self.wait(wait, step),
            v1::StepKind::Choice(choice) => self.choice(choice, id, next, siblings),
            v1::StepKind::Parallel(parallel) => {
                let mut branches = Vec::with_capacity(parallel.branches.len());
                for (at, branch) in parallel.branches.iter().enumerate() {
                    branches.push(self.scope(&branch.steps, ScopeKind::Branch(at), Some(id), branch.span));
                }
                StepKind::Parallel { branches, gather: Gather::Array }
            }
            v1::StepKind::Foreach(foreach) => self.foreach(foreach, id),
            v1::StepKind::Succeed => StepKind::Succeed,
            v1::StepKind::Fail(fail) => StepKind::Fail {
                error: fail.error.as_ref().map(|error| error.node.clone()),
                cause: fail.cause.as_ref().map(|cause| cause.node.clone()),
            },
        };
        self.steps[id.0].kind = kind;
    }

    fn output(&mut self, step: &v1::Step) -> Output {
        match (&step.outputs, &step.kind) {
            (Some(mappings), _) => Output::Template(self.mappings(mappings, Place::Output)),
            (None, v1::StepKind::Task(_) | v1::StepKind::Choice(_)) => Output::Result,
            (None, _) => Output::Empty,
        }
    }

    fn wait(&mut self, wait: &v1::Wait, step: &v1::Step) -> StepKind {
        StepKind::Wait(match wait {
            v1::Wait::Duration(value) => {
                let mut seconds = self.parameter(value);
                if let crate::ir::ExprKind::Literal(Constant::Text(text)) = &seconds.kind {
                    // A number may be written in quotes.
                    if let Ok(number) = text.trim().parse() {
                        seconds = literal(Constant::Integer(number), seconds.span);
                    }
                }
                Wait::Seconds(seconds)
            }
            v1::Wait::Timestamp(value) => Wait::Instant(self.parameter(value)),
            v1::Wait::Invalid => Wait::Seconds(literal(Constant::Integer(0), step.span)),
        })
    }

    fn choice(&mut self, choice: &v1::Choice, id: StepId, next: Target, siblings: &Siblings<'_>) -> StepKind {
        let mut entries = Vec::with_capacity(choice.entries.len());
        for (at, entry) in choice.entries.iter().enumerate() {
            let condition = match &entry.condition {
                Some(condition) => self.condition(condition),
                None => literal(Constant::Bool(false), entry.jump.span),
            };
            let (body, target) = self.jump(&entry.jump, at, id, next, siblings);
            entries.push(ChoiceEntry { condition, body, target });
        }
        let (body, target) = match &choice.default {
            Some(jump) => self.jump(jump, choice.entries.len(), id, next, siblings),
            None => (None, next),
        };
        StepKind::Choice { entries, default: ChoiceDefault { body, target } }
    }

    fn jump(
        &mut self,
        jump: &v1::Jump,
        at: usize,
        id: StepId,
        next: Target,
        siblings: &Siblings<'_>,
    ) -> (Option<ScopeId>, Target) {
        let steps = jump.steps.as_deref();
        let body = steps.map(|steps| self.scope(steps, ScopeKind::Choice(at), Some(id), jump.span));
        let target = match &jump.goto {
            Some(goto) => self.target(goto, "goto", siblings),
            None => next,
        };
        (body, target)
    }

    fn foreach(&mut self, foreach: &v1::Foreach, id: StepId) -> StepKind {
        let collection = match &foreach.collection {
            Some(value) => self.parameter(value),
            None => literal(Constant::Array(Vec::new()), foreach.steps_span),
        };
        StepKind::Foreach(Foreach {
            collection,
            item: foreach.item.as_ref().map(|item| item.node.clone()),
            index: foreach.index.as_ref().map(|index| index.node.clone()),
            body: self.scope(&foreach.steps, ScopeKind::Iteration, Some(id), foreach.steps_span),
            concurrency: CONCURRENCY,
            gather: Gather::Array,
        })
    }
}

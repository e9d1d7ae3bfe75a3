//! What steps get and what they do, one by one.

use super::Roots;
use crate::ir::{
    Call, Callee, DataRule, ExprKind, Flow, Foreach, Gather, Invocation, Mode, ResultRule, Step, StepId, StepKind,
    Task, Template,
};
use crate::types::{Shape, Types};

/// The resource whose result has a documented shape.
const HTTP: &str = "HTTP:Request";

impl Types {
    /// The input of a step that has data.
    pub(super) fn input_of(&self, flow: &Flow, id: StepId) -> Shape {
        let step = flow.step(id);
        let (data, scope) = (&self.step(id).data, flow.scope(step.scope));
        match (&step.input, scope.data) {
            (Some(template), _) => self.roots(flow, id).template(template).bounded(),
            (None, DataRule::Accumulate) => self.scope(step.scope).input.under(data, &self.names).bounded(),
            (None, DataRule::Replace) => data.clone(),
        }
    }

    /// The input of a step as its catch clauses see it.
    pub(super) fn input_when_caught(&self, flow: &Flow, id: StepId) -> Shape {
        let (step, known) = (flow.step(id), self.step(id));
        let Some(template) = &step.input else { return known.input.clone() };
        let token = token(step, true);
        let input = if token == Shape::Never {
            known.input.clone()
        } else {
            // The task token that the last attempt had is of no use any more.
            Roots { token, ..self.roots(flow, id) }.template(template).bounded()
        };
        // Where the input could not be made, a clause sees what it was to be made of.
        match flow.scope(step.scope).data {
            DataRule::Replace if can_fail(template) => input.join(&known.data, &self.names),
            _ => input,
        }
    }

    /// The input of an iteration; nothing where there is none.
    pub(super) fn iteration_of(&self, flow: &Flow, foreach: &Foreach, id: StepId) -> Option<Shape> {
        let roots = self.roots(flow, id);
        let element = roots.expr(&foreach.collection).elements(&self.names);
        if element.is_never() {
            return None;
        }
        if flow.scope(foreach.body).data == DataRule::Replace {
            return Some(element);
        }
        let own = match &foreach.item {
            None => Shape::open(),
            Some(item) => {
                let index = foreach.index.iter().map(|index| (index.as_str(), Shape::COUNT));
                Shape::object([(item.as_str(), element)].into_iter().chain(index))
            }
        };
        Some(roots.step_input.under(&own, &self.names))
    }

    /// The result of a step that is no choice; `Never` where no way was found yet that gives one.
    pub(super) fn result_of(&self, flow: &Flow, id: StepId, empty: &Shape) -> Shape {
        let step = flow.step(id);
        match &step.kind {
            StepKind::Task(task) => self.task(flow, task, id),
            StepKind::Parallel { branches, gather } => {
                let outcomes = branches.iter().map(|branch| &self.scope(*branch).outcome);
                if outcomes.clone().any(Shape::is_never) {
                    return Shape::Never; // the step ends when all of them have
                }
                match gather {
                    Gather::Branches => {
                        let keys = outcomes.enumerate().map(|(at, outcome)| (format!("Branch{at}"), outcome.clone()));
                        Shape::object(keys)
                    }
                    Gather::Array | Gather::Items => {
                        Shape::array(outcomes.fold(Shape::Never, |all, outcome| all.join(outcome, &self.names)))
                    }
                }
            }
            StepKind::Foreach(foreach) => {
                let outcomes = Shape::array(self.scope(foreach.body).outcome.clone());
                if foreach.gather == Gather::Items { Shape::object([("Items", outcomes)]) } else { outcomes }
            }
            _ => empty.clone(),
        }
    }

    fn task(&self, flow: &Flow, task: &Task, id: StepId) -> Shape {
        if task.result == ResultRule::Started {
            return Shape::object(["FlowName", "ExecutionName", "RequestID"].map(|key| (key, Shape::TEXT)));
        }
        let answer = self.answer(flow, task, id);
        match task.result {
            // Nothing but an object gets as far as this.
            ResultRule::Object => answer.as_object(&self.names).unwrap_or_else(Shape::open),
            ResultRule::Body => Shape::object([("Body", answer)]),
            ResultRule::Any | ResultRule::Started => answer,
        }
    }

    /// What the called side answers, or reports.
    fn answer(&self, flow: &Flow, task: &Task, id: StepId) -> Shape {
        match (self.declared.answer(id, task), &task.call) {
            (Some(declared), _) => Shape::of(declared),
            (None, Call::Function { function: Callee::Known(function), invocation: Invocation::Sync, .. })
                if task.mode == Mode::RequestResponse && flow.function(*function).resource == HTTP =>
            {
                Shape::object(["Header", "Code", "Body"].map(|key| (key, Shape::Any)))
            }
            (None, _) => Shape::Any,
        }
    }
}

/// The task token of a step.
pub(super) fn token(step: &Step, caught: bool) -> Shape {
    match &step.kind {
        StepKind::Task(task) if task.mode == Mode::WaitForCallback && caught => {
            Shape::OneOf([Shape::Null, Shape::TEXT].into())
        }
        StepKind::Task(task) if task.mode == Mode::WaitForCallback => Shape::TEXT,
        _ => Shape::Never,
    }
}

/// Whether data decides if a template can be made.
fn can_fail(template: &Template) -> bool {
    let mut can_fail = false;
    template.each(&mut |expr| can_fail |= !matches!(expr.kind, ExprKind::Literal(_) | ExprKind::Object(_)));
    can_fail
}

//! What follows for the data of each step from what is declared and from the flow itself: forward over the graph, joined
//! where ways meet, to a fixed point where there are loops.

mod builtin; // what built-in functions give
mod order; // which step is looked at first
mod roots; // what expressions and templates give
mod work; // what steps give

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub(crate) use order::{Half, Order};
pub(crate) use roots::Roots;

use super::shape::Expanded;
use super::{Declared, ScopeShapes, Shape, StepShapes, Types};
use crate::ir::{DataRule, Expr, ExprKind, Flow, Root, Scope, ScopeId, Step, StepId, StepKind, Target, Template};

/// So often what is known of the data of a step may turn out to be too little; then nothing is known of it.
const PATIENCE: u32 = 6;

/// What is known of the data of a flow.
pub(crate) fn infer(flow: &Flow, declared: Declared) -> Types {
    let mut inference = Inference::new(flow, declared);
    inference.start();
    loop {
        inference.follow();
        if !inference.is_shared_anew() {
            break;
        }
    }
    inference.types.settled(flow)
}

impl Types {
    /// What paths start from in a step, when it has its result.
    pub(crate) fn roots<'t>(&'t self, flow: &Flow, id: StepId) -> Roots<'t> {
        let (step, known) = (flow.step(id), self.step(id));
        Roots {
            scope_input: &self.scope(step.scope).input,
            scope_data: &known.data,
            step_input: known.input.clone(),
            result: known.result.clone(),
            token: work::token(step, false),
            ..self.nowhere()
        }
    }

    /// The same in a catch clause.
    pub(crate) fn roots_caught<'t>(&'t self, flow: &Flow, id: StepId) -> Roots<'t> {
        Roots {
            step_input: self.input_when_caught(flow, id),
            result: Shape::Never,
            caught: Shape::object([("error", Shape::TEXT), ("cause", Shape::TEXT)]),
            token: work::token(flow.step(id), true),
            ..self.roots(flow, id)
        }
    }

    /// The same in the template that makes the input of the flow's body.
    pub(crate) fn roots_at_start(&self) -> Roots<'_> {
        Roots { scope_input: &self.started, ..self.nowhere() }
    }

    /// The same in the template that makes the output of the flow.
    pub(crate) fn roots_at_end(&self, flow: &Flow) -> Roots<'_> {
        let body = self.scope(flow.body());
        Roots { scope_input: &body.input, scope_data: &body.outcome, ..self.nowhere() }
    }

    fn nowhere(&self) -> Roots<'_> {
        Roots {
            scope_input: &Shape::Never,
            scope_data: &Shape::Never,
            step_input: Shape::Never,
            result: Shape::Never,
            caught: Shape::Never,
            global: &self.global,
            started: &self.started,
            token: Shape::Never,
            names: &self.names,
        }
    }
}

struct Inference<'a> {
    flow: &'a Flow,
    types: Types,
    /// How often each step was looked at with data that had changed.
    visits: Vec<u32>,
    /// How often the input of each scope has changed.
    changes: Vec<u32>,
    /// What all scopes share, by what has been looked at so far.
    shared: Shape,
    global_changes: u32,
    /// The steps that make something of what all scopes share.
    global_readers: Vec<StepId>,
    order: Order,
    /// The places in the order that are to be looked at, each once.
    open: BinaryHeap<Reverse<usize>>,
    queued: Vec<bool>,
    empty: Shape,
}

impl<'a> Inference<'a> {
    fn new(flow: &'a Flow, declared: Declared) -> Self {
        let order = Order::new(flow);
        let names = Expanded::new(&declared);
        let never = |_: &Scope| ScopeShapes { input: Shape::Never, outcome: Shape::Never };
        let steps = flow.steps.iter().map(|step| StepShapes {
            data: Shape::Never,
            input: Shape::Never,
            result: Shape::Never,
            output: Shape::Never,
            caught: vec![Shape::Never; step.catch.len()],
        });
        let started = declared.input.as_ref().map_or(Shape::Any, Shape::of);
        let started = started.as_object(&names).unwrap_or_else(Shape::open);
        let shares = flow.steps.iter().any(|step| step.global.is_some());
        let ids = (0..flow.steps.len()).map(StepId);
        let global_readers = ids.filter(|id| shares && reads_global(flow.step(*id))).collect();
        Self {
            flow,
            types: Types {
                declared,
                steps: steps.collect(),
                scopes: flow.scopes.iter().map(never).collect(),
                started,
                global: Shape::empty(),
                names,
            },
            visits: vec![0; flow.steps.len()],
            changes: vec![0; flow.scopes.len()],
            shared: Shape::empty(),
            global_changes: 0,
            global_readers,
            queued: vec![false; order.items.len()],
            order,
            open: BinaryHeap::new(),
            empty: Shape::empty(),
        }
    }

    fn start(&mut self) {
        let input = match &self.flow.input {
            Some(template) => self.types.roots_at_start().template(template).bounded(),
            None => self.types.started.clone(),
        };
        self.open_scope(self.flow.body(), &input);
    }

    /// Looks at all steps that are to be looked at.
    fn follow(&mut self) {
        while let Some(Reverse(at)) = self.open.pop() {
            self.queued[at] = false;
            match self.order.items[at] {
                (id, Half::Enter) => self.enter(id),
                (id, Half::Leave) => self.leave(id),
            }
        }
    }

    /// Whether what all scopes share has changed; then those who make something of it are to be looked at again.
    fn is_shared_anew(&mut self) -> bool {
        if self.shared == self.types.global {
            return false;
        }
        self.global_changes += 1;
        let widen = self.global_changes > PATIENCE;
        self.types.global = if widen { Shape::open() } else { self.shared.clone() };
        self.shared = self.types.global.clone();
        for reader in self.global_readers.clone() {
            self.queue_step(reader);
        }
        true
    }

    fn queue(&mut self, at: usize) {
        if !std::mem::replace(&mut self.queued[at], true) {
            self.open.push(Reverse(at));
        }
    }

    fn queue_step(&mut self, id: StepId) {
        if !self.types.steps[id.0].data.is_never() {
            self.queue(self.order.enter[id.0]);
        }
    }

    /// A scope gets an input of this shape.
    fn open_scope(&mut self, id: ScopeId, input: &Shape) {
        let scope = self.flow.scope(id);
        let known = &self.types.scopes[id.0].input;
        let mut all = known.join(input, &self.types.names);
        if *known == all {
            return;
        }
        self.changes[id.0] += 1;
        all = if self.changes[id.0] > PATIENCE { widest(scope.data) } else { all.bounded() };
        self.types.scopes[id.0].input = all.clone();
        match scope.data {
            DataRule::Accumulate => {
                let empty = self.empty.clone();
                self.give(scope.entry, id, &empty);
                for step in &scope.steps {
                    self.queue_step(*step);
                }
            }
            DataRule::Replace => self.give(scope.entry, id, &all),
        }
    }

    /// Control goes to a target of a scope with data of this shape.
    fn give(&mut self, target: Target, scope: ScopeId, data: &Shape) {
        let known = match target {
            Target::Step(id) => &mut self.types.steps[id.0].data,
            Target::End => &mut self.types.scopes[scope.0].outcome,
        };
        let all = known.join(data, &self.types.names);
        if *known == all {
            return;
        }
        *known = all.bounded();
        match target {
            Target::Step(id) => {
                if self.visits[id.0] >= PATIENCE {
                    *known = widest(self.flow.scope(scope).data);
                }
                self.queue(self.order.enter[id.0]);
            }
            Target::End => {
                if let Some(parent) = self.flow.scope(scope).parent {
                    self.queue(self.order.leave[parent.0]);
                }
            }
        }
    }

    /// Looks at a step that has data: its input, and what the scopes that it holds get of it.
    fn enter(&mut self, id: StepId) {
        self.visits[id.0] += 1;
        let step = self.flow.step(id);
        let input = self.types.input_of(self.flow, id);
        self.types.steps[id.0].input = input.clone();
        match &step.kind {
            StepKind::Parallel { branches, .. } => {
                for branch in branches {
                    self.open_scope(*branch, &input);
                }
            }
            StepKind::Foreach(foreach) => {
                if let Some(given) = self.types.iteration_of(self.flow, foreach, id) {
                    self.open_scope(foreach.body, &given);
                }
            }
            StepKind::Choice { entries, default } => {
                for body in entries.iter().map(|entry| entry.body).chain([default.body]).flatten() {
                    self.open_scope(body, &input);
                }
            }
            _ => {}
        }
        self.queue(self.order.leave[id.0]);
    }

    /// Looks at what a step gives, and where control goes after it.
    fn leave(&mut self, id: StepId) {
        let step = self.flow.step(id);
        let rule = self.flow.scope(step.scope).data;
        for (at, catch) in step.catch.iter().enumerate() {
            let caught = self.types.roots_caught(self.flow, id).output(&catch.output, rule).bounded();
            self.types.steps[id.0].caught[at] = caught.clone();
            self.take_up(id, catch.target, &caught);
        }
        match &step.kind {
            StepKind::Fail { .. } => {}
            StepKind::Choice { entries, default } => {
                let ways =
                    entries.iter().map(|entry| (entry.body, entry.target)).chain([(default.body, default.target)]);
                let (mut results, mut outputs) = (Shape::Never, Shape::Never);
                let mut last = None;
                for (body, target) in ways {
                    let result = body.map_or(&self.empty, |body| &self.types.scope(body).outcome).clone();
                    if result.is_never() || last.as_ref() == Some(&(target, result.clone())) {
                        continue;
                    }
                    let output = self.output(step, id, result.clone(), rule);
                    results = results.join(&result, &self.types.names);
                    outputs = outputs.join(&output, &self.types.names);
                    self.take_up(id, target, &output);
                    last = Some((target, result));
                }
                self.left(step, id, results.bounded(), outputs.bounded());
            }
            _ => {
                let result = self.types.result_of(self.flow, id, &self.empty);
                if result.is_never() {
                    return;
                }
                let output = self.output(step, id, result.clone(), rule);
                self.left(step, id, result, output.clone());
                self.take_up(id, step.next, &output);
            }
        }
    }

    fn output(&self, step: &Step, id: StepId, result: Shape, rule: DataRule) -> Shape {
        let roots = Roots { result, ..self.types.roots(self.flow, id) };
        roots.output(&step.output, rule).bounded()
    }

    /// The step has succeeded.
    fn left(&mut self, step: &Step, id: StepId, result: Shape, output: Shape) {
        self.types.steps[id.0].result = result;
        self.types.steps[id.0].output = output;
        if let Some(template) = &step.global {
            self.share(id, template);
        }
    }

    /// What all scopes share gets keys; no step knows whether it has them yet.
    fn share(&mut self, id: StepId, template: &Template) {
        let added = self.types.roots(self.flow, id).template(template);
        let names = &self.types.names;
        self.shared = self.shared.join(&self.empty.under(&added, names), names).bounded();
    }

    /// The scope of a step takes up what that has given, and control goes on.
    fn take_up(&mut self, id: StepId, target: Target, output: &Shape) {
        let scope = self.flow.step(id).scope;
        match self.flow.scope(scope).data {
            DataRule::Replace => self.give(target, scope, output),
            DataRule::Accumulate => {
                let data = self.types.step(id).data.under(output, &self.types.names);
                self.give(target, scope, &data);
            }
        }
    }
}

impl Types {
    /// The same where nothing is known of keys whose value can never be made: that is reported where it is made, and no
    /// reason to say nothing of the steps that would read it.
    fn settled(mut self, flow: &Flow) -> Self {
        if flow.scope(flow.body()).data == DataRule::Accumulate {
            return self; // what leads nowhere is null there
        }
        for step in &mut self.steps {
            let StepShapes { data, input, result, output, caught } = step;
            for shape in [data, input, result, output].into_iter().chain(caught) {
                shape.settle();
            }
        }
        for scope in &mut self.scopes {
            scope.input.settle();
            scope.outcome.settle();
        }
        self.global.settle();
        self
    }
}

/// What is always true of the data of a scope.
fn widest(rule: DataRule) -> Shape {
    match rule {
        DataRule::Accumulate => Shape::open(),
        DataRule::Replace => Shape::Any,
    }
}

/// Whether what a step gives to others is made of what all scopes share.
fn reads_global(step: &Step) -> bool {
    let mut reads = false;
    let mut look = |expr: &Expr| reads |= matches!(&expr.kind, ExprKind::Path(path) if path.root == Root::Global);
    step.input.iter().for_each(|input| input.each(&mut look));
    if let StepKind::Foreach(foreach) = &step.kind {
        foreach.collection.each(&mut look);
    }
    step.each_after(&mut look);
    reads
}

//! Which step is looked at first: one after those that lead to it, as far as there are no loops, so that most are looked
//! at once. What a step holds comes between its entry and its end.

use crate::ir::{Flow, ScopeId, StepId, StepKind, Target};

/// A part of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// Its input, and what the scopes that it holds get.
    Enter,
    /// Its result and all that comes of it.
    Leave,
}

pub(crate) struct Order {
    pub(crate) items: Vec<(StepId, Half)>,
    /// The place of the entry of each step.
    pub(super) enter: Vec<usize>,
    /// The place of the end of each step.
    pub(super) leave: Vec<usize>,
}

impl Order {
    pub(crate) fn new(flow: &Flow) -> Self {
        let count = flow.steps.len();
        let mut order = Self { items: Vec::with_capacity(2 * count), enter: vec![0; count], leave: vec![0; count] };
        order.scope(flow, flow.body(), &mut vec![false; count]);
        order
    }

    fn scope(&mut self, flow: &Flow, id: ScopeId, seen: &mut [bool]) {
        for step in forward(flow, id, seen) {
            self.enter[step.0] = self.items.len();
            self.items.push((step, Half::Enter));
            match &flow.step(step).kind {
                StepKind::Parallel { branches, .. } => {
                    for branch in branches {
                        self.scope(flow, *branch, seen);
                    }
                }
                StepKind::Foreach(foreach) => self.scope(flow, foreach.body, seen),
                StepKind::Choice { entries, default } => {
                    let bodies = entries.iter().map(|entry| entry.body).chain([default.body]);
                    bodies.flatten().for_each(|body| self.scope(flow, body, seen));
                }
                _ => {}
            }
            self.leave[step.0] = self.items.len();
            self.items.push((step, Half::Leave));
        }
    }
}

/// The steps of a scope that control can come to, each after those that lead to it but for loops.
fn forward(flow: &Flow, id: ScopeId, seen: &mut [bool]) -> Vec<StepId> {
    let Target::Step(entry) = flow.scope(id).entry else { return Vec::new() };
    let next = |id: StepId| {
        let targets = flow.step(id).targets().into_iter();
        targets.filter_map(|target| if let Target::Step(id) = target { Some(id) } else { None }).collect::<Vec<_>>()
    };
    let mut finished = Vec::new();
    seen[entry.0] = true;
    let mut stack = vec![(entry, next(entry))];
    while let Some((id, targets)) = stack.last_mut() {
        match targets.pop() {
            Some(target) if !seen[target.0] => {
                seen[target.0] = true;
                stack.push((target, next(target)));
            }
            Some(_) => {}
            None => {
                finished.push(*id);
                stack.pop();
            }
        }
    }
    finished.reverse();
    finished
}

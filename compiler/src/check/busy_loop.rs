//! Loops that neither wait nor call anything.

use super::walk;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Flow, StepId, StepKind};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    let acts = acting(flow);
    // A loop among the steps that do not act is one that never does.
    let mut state = vec![State::New; flow.steps.len()];
    for start in (0..flow.steps.len()).map(StepId) {
        search(flow, start, &acts, &mut state, diags);
    }
}

/// Whether each step waits or calls something, itself or in what it holds.
fn acting(flow: &Flow) -> Vec<bool> {
    let mut acts: Vec<_> =
        flow.steps.iter().map(|it| matches!(it.kind, StepKind::Task(_) | StepKind::Wait(_))).collect();
    for at in (0..flow.steps.len()).rev() {
        let parent = flow.scope(flow.steps[at].scope).parent;
        if let Some(parent) = parent.filter(|_| acts[at]) {
            acts[parent.0] = true; // a step comes after the one that holds it
        }
    }
    acts
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

/// Goes through the steps that do not act, in depth; a step that leads to one still open closes a loop.
fn search(flow: &Flow, start: StepId, acts: &[bool], state: &mut [State], diags: &mut Diagnostics) {
    let follow = |id: StepId| walk::successors(flow.step(id)).filter(|next| !acts[next.0]).collect::<Vec<_>>();
    if acts[start.0] || state[start.0] != State::New {
        return;
    }
    state[start.0] = State::Open;
    let mut stack = vec![(start, follow(start))];
    while let Some((id, next)) = stack.last_mut() {
        let id = *id;
        match next.pop() {
            None => {
                state[id.0] = State::Done;
                stack.pop();
            }
            Some(next) if state[next.0] == State::New => {
                state[next.0] = State::Open;
                stack.push((next, follow(next)));
            }
            Some(next) if state[next.0] == State::Open => {
                let (from, to) = (flow.step(id), flow.step(next));
                let way = if id == next {
                    format!("of `{}`", from.name)
                } else {
                    format!("from `{}` to `{}`", from.name, to.name)
                };
                let message = format!("the loop {way} neither waits nor calls anything");
                let found = diags.report(Code::BusyLoop, from.name_span, message);
                if id == next {
                    found.label("goes back to itself");
                } else {
                    found.also(to.name_span, "the loop goes back here");
                }
                found.help(format_args!(
                    "put a `{}` or a `{}` {} into the loop; without one its conditions never change",
                    flow.words.wait, flow.words.task, flow.words.step
                ));
            }
            Some(_) => {}
        }
    }
}

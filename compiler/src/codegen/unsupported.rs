//! What a flow can ask for that cannot be generated yet.

use crate::{
    ir::{DataRule, Flow, Gather, Missing, Path, ResultRule, Root, Step, StepKind, Task},
    source::Span,
};

/// What of a flow cannot be generated yet: each place, and what it asks for.
pub fn unsupported(flow: &Flow) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for scope in &flow.scopes {
        if scope.data == DataRule::Replace {
            found.push((scope.span, "data that each step replaces".to_owned()));
        }
    }
    for template in flow.input.iter().chain(&flow.output) {
        let span = flow.scopes.first().map_or(Span::default(), |scope| scope.span);
        template.each_path(&mut |path, _| check_path(path, span, &mut found));
    }
    for step in &flow.steps {
        check_step(step, &mut found);
    }
    found
}

fn check_step(step: &Step, found: &mut Vec<(Span, String)>) {
    step.each_path(&mut |path, _| check_path(path, step.span, found));
    if step.global.is_some() {
        found.push((step.span, "`GlobalConstructor`".to_owned()));
    }
    if !step.retry.is_empty() && !matches!(step.kind, StepKind::Task(_)) {
        found.push((step.span, "retry policies of a step that is no task".to_owned()));
    }
    let gather = match &step.kind {
        StepKind::Task(task) => return check_task(step, task, found),
        StepKind::Parallel { gather, .. } => *gather,
        StepKind::Foreach(foreach) => {
            if foreach.item.is_none() {
                found.push((step.span, "iterations whose input is the element itself".to_owned()));
            }
            foreach.gather
        }
        _ => return,
    };
    if gather != Gather::Array {
        found.push((step.span, "results that are gathered in an object".to_owned()));
    }
}

fn check_task(step: &Step, task: &Task, found: &mut Vec<(Span, String)>) {
    let span = step.span;
    if task.result == ResultRule::Body {
        found.push((span, "results that are wrapped in `Body`".to_owned()));
    }
}

fn check_path(path: &Path, span: Span, found: &mut Vec<(Span, String)>) {
    if path.root == Root::Global {
        found.push((span, "`$Global`".to_owned()));
    }
    if path.missing == Missing::Fail {
        found.push((span, "paths that fail where they lead nowhere".to_owned()));
    }
}

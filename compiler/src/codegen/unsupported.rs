//! What a flow can ask for that cannot be generated yet.

use super::template;
use crate::{
    ir::{Call, DataRule, Flow, Gather, Missing, Output, Path, ResultRule, Root, Step, StepKind, Task, Wait},
    source::Span,
};

/// What of a flow cannot be generated yet: each place, and what it asks for.
pub(crate) fn unsupported(flow: &Flow) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for scope in &flow.scopes {
        if scope.data == DataRule::Replace {
            found.push((scope.span, "data that each step replaces".to_owned()));
        }
    }
    for template in flow.input.iter().chain(&flow.output) {
        let span = flow.scopes.first().map_or(Span::default(), |scope| scope.span);
        template::each_path(template, &mut |path| check_path(path, span, &mut found));
    }
    for step in &flow.steps {
        check_step(step, &mut found);
    }
    found
}

fn check_step(step: &Step, found: &mut Vec<(Span, String)>) {
    each_path(step, &mut |path| check_path(path, step.span, found));
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

/// Shows each path of a step to `look`.
fn each_path<'a>(step: &'a Step, look: &mut dyn FnMut(&'a Path)) {
    if let Some(input) = &step.input {
        template::each_path(input, look);
    }
    for output in std::iter::once(&step.output).chain(step.catch.iter().map(|clause| &clause.output)) {
        if let Output::Template(output) = output {
            template::each_path(output, look);
        }
    }
    match &step.kind {
        StepKind::Task(task) => {
            if let Some(limit) = &task.timeout {
                template::each_path_in(limit, look);
            }
            match &task.call {
                Call::Function { argument, id, .. } => {
                    template::each_path(argument, look);
                    if let Some(id) = id {
                        template::each_path_in(id, look);
                    }
                }
                Call::Child { flow, execution, input, .. } => {
                    template::each_path_in(flow, look);
                    if let Some(execution) = execution {
                        template::each_path_in(execution, look);
                    }
                    template::each_path(input, look);
                }
            }
        }
        StepKind::Wait(Wait::Seconds(expr) | Wait::Instant(expr)) => template::each_path_in(expr, look),
        StepKind::Choice { entries, .. } => {
            for entry in entries {
                template::each_path_in(&entry.condition, look);
            }
        }
        StepKind::Foreach(foreach) => template::each_path_in(&foreach.collection, look),
        StepKind::Pass | StepKind::Parallel { .. } | StepKind::Succeed | StepKind::Fail { .. } => {}
    }
}

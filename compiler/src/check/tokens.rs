//! Task tokens: handed over where a task waits for a callback, and nowhere else.

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Call, ContextField, Flow, Mode, Path, Root, Segment, Step, StepKind, Task, Template, Words};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    for step in &flow.steps {
        match &step.kind {
            StepKind::Task(task) if task.mode == Mode::WaitForCallback => {
                if !passes_token(step, task) {
                    diags
                        .report(
                            Code::TokenNotPassed,
                            step.name_span,
                            format_args!("`{}` waits for a callback, but hands nobody its task token", step.name),
                        )
                        .help(advice(step, flow.words));
                }
            }
            _ => needless(step, flow.words, diags),
        }
    }
}

fn is_token(path: &Path) -> bool {
    path.root == Root::Context(ContextField::TaskToken)
}

fn reads_token(template: &Template) -> bool {
    let mut found = false;
    template.each_path(&mut |path, _| found |= is_token(path));
    found
}

/// Whether what is called can learn the token.
fn passes_token(step: &Step, task: &Task) -> bool {
    let argument = match &task.call {
        Call::Function { argument, .. } => argument,
        Call::Child { input, .. } => input,
    };
    let Some(Template::Object(entries)) = &step.input else { return reads_token(argument) };
    let keys: Vec<_> = entries.iter().filter(|(_, value)| reads_token(value)).map(|(key, _)| key).collect();
    let mut passed = false;
    argument.each_path(&mut |path, _| {
        passed |= is_token(path);
        passed |= path.root == Root::StepInput
            && match path.segments.first() {
                None => !keys.is_empty(),
                Some(Segment::Key(key)) => keys.contains(&key),
                Some(_) => false,
            };
    });
    passed
}

fn advice(step: &Step, words: &Words) -> String {
    let mapped = step.input.as_ref().is_some_and(reads_token);
    if mapped {
        let Words { step, params, step_input, .. } = words;
        format!(
            "the token is in the {step}'s input, but the `{params}` leave it out; write `{step_input}` for the whole input"
        )
    } else {
        words.hand_over.to_owned()
    }
}

fn needless(step: &Step, words: &Words, diags: &mut Diagnostics) {
    step.each_path(&mut |path, expr| {
        if is_token(path) {
            diags
                .report(
                    Code::NoToken,
                    expr.span,
                    format_args!("there is no task token here: `{}` waits for no callback", step.name),
                )
                .also(step.name_span, format_args!("this {}", words.step))
                .help(format_args!("add `{}` to a task that is to be reported", words.callback));
        }
    });
}

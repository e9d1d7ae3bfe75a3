//! Results that are declared, and of which a step takes nothing.

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Call, DataRule, Flow, Mode, Output, Root, Step, StepId, StepKind, Task};
use crate::live::{Demand, Live};
use crate::types::{Presence, StepShapes, Ty, TypeKind, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    let mut live = None;
    for (at, step) in flow.steps.iter().enumerate() {
        let StepKind::Task(task) = &step.kind else { continue };
        let id = StepId(at);
        let tells = types.declared.answer(id, task).is_some_and(|ty| tells(ty, types));
        // Where no way leads to the step, that is a finding of its own.
        if !tells || types.step(id).data.is_never() || takes(step) {
            continue;
        }
        let live = live.get_or_insert_with(|| Live::of(flow));
        if !uses(flow, id, &live.result(step), types) {
            report(flow, step, task, diags);
        }
    }
}

/// Whether what is read later may be of the result of a step.
fn uses(flow: &Flow, id: StepId, read: &Demand<'_>, types: &Types) -> bool {
    let Demand::Keys(keys) = read else { return true };
    if flow.scope(flow.step(id).scope).data == DataRule::Replace {
        return !read.is_none();
    }
    let StepShapes { data, result, .. } = types.step(id);
    keys.iter().any(|(key, _)| match result.key(key, &types.names).1 {
        Presence::Always | Presence::Maybe => true,
        // The list has the key already, so that nobody waits for it.
        Presence::Unknown => data.key(key, &types.names).1 != Presence::Always,
        Presence::Never => false,
    })
}

/// Whether values of a type differ in anything that is known.
fn tells(ty: &Ty, types: &Types) -> bool {
    match ty {
        Ty::Any => false,
        Ty::Map(of) => **of != Ty::Any,
        Ty::Named(id) => match &types.declared.get(*id).kind {
            TypeKind::Struct { fields, .. } => fields.iter().any(|field| !field.required || tells(&field.ty, types)),
            TypeKind::Enum(texts) => texts.len() > 1,
            TypeKind::Union { .. } => true,
        },
        _ => true,
    }
}

/// Whether a step makes what it gives of its result. Where nothing reads that, it is a finding at the key.
fn takes(step: &Step) -> bool {
    let mut found = false;
    for template in step.output.template().into_iter().chain(&step.global) {
        template.each_path(&mut |path, _| found |= path.root == Root::Result);
    }
    found
}

fn report(flow: &Flow, step: &Step, task: &Task, diags: &mut Diagnostics) {
    let name = &step.name;
    let what = match (task.mode, &task.call) {
        (Mode::WaitForCallback, _) => "is reported with",
        (_, Call::Child { .. }) => "gets back from the flow that it starts",
        (_, Call::Function { .. }) => "gets back",
    };
    let output = flow.words.output;
    let help = match &step.output {
        Output::Result => "read it where it is wanted".to_owned(),
        _ => format!("take what is wanted of it by the `{output}` of `{name}`"),
    };
    diags
        .report(Code::UnusedResult, step.name_span, format_args!("nothing uses what `{name}` {what}"))
        .label("its result is declared, and lost here")
        .help(help);
}

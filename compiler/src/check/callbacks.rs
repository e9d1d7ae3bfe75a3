//! Tasks that wait for a callback as long as it takes.

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Flow, Mode, StepKind};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    if flow.timeout.is_some() {
        return;
    }
    for step in &flow.steps {
        let StepKind::Task(task) = &step.kind else { continue };
        if task.mode == Mode::WaitForCallback && task.timeout.is_none() {
            diags
                .report(
                    Code::EndlessCallback,
                    step.name_span,
                    format_args!("`{}` waits without a limit if nobody reports", step.name),
                )
                .help(format_args!("add `{}`; the task then fails with `FnF.TaskTimeout`", flow.words.timeout));
        }
    }
}

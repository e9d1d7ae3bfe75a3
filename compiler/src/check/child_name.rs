//! Child executions whose name is a constant.

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Call, Flow, StepKind, is_name, name_rule};

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    for step in &flow.steps {
        let StepKind::Task(task) = &step.kind else { continue };
        let Call::Child { execution: Some(execution), .. } = &task.call else { continue };
        let (Some(name), span) = (execution.text(), execution.span) else { continue };
        if !is_name(name) {
            diags
                .report(Code::ImpossibleName, span, format_args!("no execution can have the name `{name}`"))
                .label("the start fails")
                .help(name_rule());
            continue;
        }
        diags
            .report(
                Code::FixedName,
                span,
                format_args!("`{}` starts its execution under the same name each time", step.name),
            )
            .label("can be started once")
            .help("leave the name out, or make it of data that is another one each time");
    }
}

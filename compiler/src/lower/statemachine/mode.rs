//! Which modes an action can be called in.

use super::Machine;
use super::action::{Action, ActionKind};
use crate::diagnostics::Code;
use crate::syntax::Spanned;
use crate::syntax::statemachine::Mode;

enum Support {
    Documented,
    Undocumented,
    Impossible,
}

fn support(kind: ActionKind, mode: Mode) -> Support {
    match (kind, mode) {
        (_, Mode::RequestComplete) | (ActionKind::Function | ActionKind::Flow, _) => Support::Documented,
        (ActionKind::Other, _) => Support::Undocumented,
        (ActionKind::Oss, _) | (_, Mode::WaitForSystemCallback) => Support::Impossible,
        (_, Mode::WaitForCustomCallback) => Support::Documented,
    }
}

impl Machine<'_> {
    /// Reports a mode that the action does not have.
    pub(super) fn check_mode(&mut self, action: &Action, mode: &Spanned<Mode>) {
        let (text, written) = (&action.text, mode.node.text());
        let help = match mode.node {
            Mode::WaitForSystemCallback => "`RequestComplete` ends when the operation has answered",
            _ => "call a function that hands the task token on, or write `RequestComplete`",
        };
        match support(action.kind, mode.node) {
            Support::Documented => {}
            Support::Undocumented => {
                self.base
                    .diags
                    .report(
                        Code::UndocumentedPattern,
                        mode.span,
                        format_args!("nothing documents `{written}` for `{text}`"),
                    )
                    .also(action.span, "the operation")
                    .help(help);
            }
            Support::Impossible => {
                let found = self.base.diags.report(
                    Code::ImpossiblePattern,
                    mode.span,
                    format_args!("`{text}` cannot be called in the mode `{written}`"),
                );
                if mode.node == Mode::WaitForSystemCallback {
                    found.label("it starts no job to wait for");
                }
                found.also(action.span, "the operation").help(help);
            }
        }
    }
}

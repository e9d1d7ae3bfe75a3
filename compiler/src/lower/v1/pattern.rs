//! Which patterns a resource can be called with.

use super::super::resource::{Kind, Named};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::source::Span;
use crate::syntax::v1::{Pattern, Task};

/// Reports a pattern that the resource does not have.
pub(super) fn check(task: &Task, named: &Named, diags: &mut Diagnostics) {
    let Some(pattern) = &task.pattern else { return };
    match (named.kind, pattern.node) {
        (kind @ (Kind::Queue | Kind::Topic), Pattern::Sync) => {
            let what = if kind == Kind::Queue { "a queue" } else { "a topic" };
            diags
                .report(Code::ImpossiblePattern, pattern.span, format_args!("{what} cannot be called with `sync`"))
                .label("a message starts no job to wait for")
                .also(named.span, what)
                .help(
                    "`requestResponse` ends when the message is sent, `waitForCallback` when somebody reports the task \
                     token",
                );
        }
        (Kind::Api, Pattern::Sync) => {
            undocumented(named, "sync", pattern.span, diags)
                .help("the task ends when the operation has answered; write `requestResponse`");
        }
        (Kind::Api, Pattern::WaitForCallback) => {
            undocumented(named, "waitForCallback", pattern.span, diags)
                .help("the task ends when its task token is reported; call a function that hands the token on");
        }
        _ => {}
    }
}

fn undocumented<'d>(named: &Named, pattern: &str, span: Span, diags: &'d mut Diagnostics) -> &'d mut Diagnostic {
    diags
        .report(
            Code::UndocumentedPattern,
            span,
            format_args!("nothing documents `{pattern}` for the operation `{}`", named.resource),
        )
        .also(named.span, "the operation")
}

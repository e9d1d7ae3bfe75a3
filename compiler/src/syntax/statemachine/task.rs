//! `Task`: does something that another service offers.

use super::super::Spanned;
use super::super::read::Reader;
use super::{Member, Value, ValueKind};
use crate::diagnostics::{Change, Code, guess, list};
use crate::expr::{Expr, ExprKind};
use crate::ir::Constant;
use crate::source::Span;
use crate::yaml::{Cursor, Node};

/// The longest limit, in seconds: 7 days.
const MAX_TIMEOUT: i128 = 604_800;

/// What a task has of its own.
#[derive(Debug)]
pub(crate) struct Task {
    /// None where it could not be read; the reason is reported.
    pub(crate) action: Option<Spanned<String>>,
    pub(crate) mode: Option<Spanned<Mode>>,
    /// None where they could not be read; the reason is reported.
    pub(crate) params: Option<Vec<Member>>,
    /// In seconds; 0 is no limit.
    pub(crate) timeout: Option<Value>,
    /// What a finding about missing parameters shows.
    pub(crate) head: Span,
}

/// When the task is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    RequestComplete,
    WaitForSystemCallback,
    WaitForCustomCallback,
}

impl Mode {
    const ALL: [Self; 3] = [Self::RequestComplete, Self::WaitForSystemCallback, Self::WaitForCustomCallback];

    /// As it is written.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::RequestComplete => "RequestComplete",
            Self::WaitForSystemCallback => "WaitForSystemCallback",
            Self::WaitForCustomCallback => "WaitForCustomCallback",
        }
    }
}

impl Reader<'_> {
    pub(super) fn task_state(&mut self, keys: &mut Cursor<'_>) -> Task {
        let action = keys.require("Action", self.diags).and_then(|node| self.text(node));
        let mode = keys.optional("TaskMode").and_then(|node| self.mode(node));
        let params = keys.entry("Parameters").filter(|entry| !entry.value.is_null());
        let head = params.map_or(keys.head(), |entry| entry.key_span);
        let params = match params {
            Some(_) => self.constructor(keys, "Parameters"),
            None => Some(Vec::new()),
        };
        Task { action, mode, params, timeout: self.timeout(keys), head }
    }

    fn mode(&mut self, node: &Node) -> Option<Spanned<Mode>> {
        let Spanned { node: text, span } = self.text(node)?;
        let mode = match Mode::ALL.into_iter().find(|mode| mode.text() == text) {
            Some(mode) => mode,
            None if text == "WaitForUserCallback" => {
                self.diags
                    .report(Code::UndocumentedName, span, "`WaitForUserCallback` is read as `WaitForCustomCallback`")
                    .help("write `WaitForCustomCallback`")
                    .mend(mode_word(span, &text, Mode::WaitForCustomCallback));
                Mode::WaitForCustomCallback
            }
            None => {
                let words = Mode::ALL.map(Mode::text);
                let found = self.diags.report(Code::UnknownValue, span, format_args!("there is no mode `{text}`"));
                match (old_pattern(&text), guess(&text, words)) {
                    (Some(mode), _) => {
                        found.help(format_args!("write `{}`", mode.text())).mend(mode_word(span, &text, mode))
                    }
                    (None, Some(near)) => found.meant(span, &text, &near),
                    (None, None) => found.help(format_args!("the modes are {}", list(words))),
                };
                return None;
            }
        };
        Some(Spanned { node: mode, span })
    }

    fn timeout(&mut self, keys: &mut Cursor<'_>) -> Option<Value> {
        let plain = self.aliased(keys, "Timeout", "TimeoutSeconds");
        let mut value = self.scalar_or_expression(keys, (plain, "Timeout"), "Timeout.$")?;
        let (ValueKind::Constant(constant) | ValueKind::Expr(Expr { kind: ExprKind::Constant(constant), .. })) =
            &value.kind
        else {
            return Some(value);
        };
        let seconds = match constant {
            Constant::Integer(seconds) => Some(*seconds),
            Constant::Text(text) => text.parse().ok(),
            _ => None,
        };
        match seconds {
            Some(seconds @ 0..=MAX_TIMEOUT) => {
                value.kind = ValueKind::Constant(Constant::Integer(seconds));
                Some(value)
            }
            Some(seconds) => {
                self.diags
                    .report(Code::OutOfRange, value.span, format_args!("a limit cannot be {seconds} seconds"))
                    .help(format_args!("write a number from 0 to {MAX_TIMEOUT} (7 days); 0 is no limit"));
                None
            }
            None => {
                let shown = self.source.slice(value.span).to_owned();
                self.diags
                    .report(Code::WrongType, value.span, format_args!("`{shown}` is no number of seconds"))
                    .help("write a whole number of seconds, as `Timeout: 10`");
                None
            }
        }
    }
}

fn mode_word(span: Span, written: &str, mode: Mode) -> Change {
    Change::Word { span, from: written.to_owned(), to: mode.text().to_owned() }
}

/// The mode that a word means which `type: flow` has for it.
fn old_pattern(text: &str) -> Option<Mode> {
    Some(match text {
        "requestResponse" => Mode::RequestComplete,
        "sync" => Mode::WaitForSystemCallback,
        "waitForCallback" | "WaitForCallback" => Mode::WaitForCustomCallback,
        _ => return None,
    })
}

//! `retry` and `catch`.

use super::super::Spanned;
use super::super::read::{MAX_INTERVAL, Reader};
use super::foreign;
use crate::diagnostics::Code;
use crate::source::Span;
use crate::yaml::{Cursor, Node};

/// An item of `retry`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Retry {
    pub(crate) errors: Vec<String>,
    pub(crate) interval: Option<u64>,
    pub(crate) max_interval: Option<u64>,
    pub(crate) max_attempts: Option<u64>,
    pub(crate) multiplier: Option<f64>,
    pub(crate) span: Span,
}

/// An item of `catch`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Catch {
    pub(crate) errors: Vec<String>,
    pub(crate) goto: Option<Spanned<String>>,
    pub(crate) span: Span,
}

impl Reader<'_> {
    pub(super) fn retries(&mut self, node: &Node) -> Vec<Retry> {
        self.list(node, "retry policies").iter().filter_map(|item| self.retry(item)).collect()
    }

    fn retry(&mut self, node: &Node) -> Option<Retry> {
        let mut keys = Cursor::new(node, "a retry policy", self.diags)?;
        keys.foreign(foreign::RETRY);
        let retry = Retry {
            errors: keys.require("errors", self.diags).map(|node| self.errors(node, "errors")).unwrap_or_default(),
            interval: keys.take("intervalSeconds").and_then(|node| self.interval(node)),
            max_interval: keys.take("maxIntervalSeconds").and_then(|node| self.interval(node)),
            max_attempts: keys.take("maxAttempts").and_then(|node| self.whole(node)).map(|it| it.node),
            multiplier: keys.take("multiplier").and_then(|node| self.factor(node)),
            span: node.span,
        };
        keys.finish(self.diags);
        Some(retry)
    }

    fn interval(&mut self, node: &Node) -> Option<u64> {
        let Spanned { node: seconds, span } = self.whole(node)?;
        if seconds > MAX_INTERVAL {
            let message = format!("expected at most {MAX_INTERVAL} seconds, found `{seconds}`");
            self.diags.report(Code::OutOfRange, span, message).help("no interval can be longer than a day");
            return None;
        }
        Some(seconds)
    }

    pub(super) fn catches(&mut self, node: &Node) -> Vec<Catch> {
        if let Some(name) = node.as_text() {
            self.wrong_type(node, "a list of catch clauses")
                .help(format_args!("write `[{{errors: [FnF.ALL], goto: {name}}}]`"));
            return Vec::new();
        }
        self.list(node, "catch clauses").iter().filter_map(|item| self.catch(item)).collect()
    }

    fn catch(&mut self, node: &Node) -> Option<Catch> {
        let mut keys = Cursor::new(node, "a catch clause", self.diags)?;
        keys.foreign(foreign::CATCH);
        let errors = keys.require("errors", self.diags).map(|node| self.errors(node, "errors")).unwrap_or_default();
        if let Some(entry) = keys.refused("steps") {
            self.diags
                .report(Code::Reserved, entry.key_span, "`steps` of a catch clause is reserved, and not supported")
                .help("put the steps into the list of the task and name the first of them in `goto`");
        }
        let goto = keys.require("goto", self.diags).and_then(|node| self.text(node));
        keys.finish(self.diags);
        Some(Catch { errors, goto, span: node.span })
    }
}

//! `Retry` and `Catch`.

use super::super::Spanned;
use super::super::read::{MAX_INTERVAL, Reader};
use super::{Member, foreign};
use crate::diagnostics::{Change, Code};
use crate::source::Span;
use crate::yaml::{Cursor, Node, NodeKind};

/// An item of `Retry`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Retry {
    pub(crate) errors: Vec<String>,
    pub(crate) max_attempts: Option<u64>,
    pub(crate) interval: Option<u64>,
    pub(crate) backoff: Option<f64>,
    pub(crate) max_interval: Option<u64>,
    pub(crate) span: Span,
}

/// An item of `Catch`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Catch {
    pub(crate) errors: Vec<String>,
    pub(crate) output: Option<Vec<Member>>,
    pub(crate) next: Option<Spanned<String>>,
    pub(crate) span: Span,
}

impl Reader<'_> {
    pub(super) fn retry_rules(&mut self, keys: &mut Cursor<'_>) -> Vec<Retry> {
        let rules = self.rules(keys, "Retry");
        rules.iter().filter_map(|rule| self.retry_rule(rule)).collect()
    }

    pub(super) fn catch_rules(&mut self, keys: &mut Cursor<'_>) -> Vec<Catch> {
        let rules = self.rules(keys, "Catch");
        rules.iter().filter_map(|rule| self.catch_rule(rule)).collect()
    }

    /// A list of rules; one that stands alone is read as a list.
    fn rules<'n>(&mut self, keys: &mut Cursor<'n>, key: &'static str) -> &'n [Node] {
        let Some(node) = keys.optional(key) else { return &[] };
        if let NodeKind::Mapping(_) = node.kind {
            self.diags
                .report(
                    Code::UndocumentedForm,
                    node.head(),
                    format_args!("`{key}` has one rule, which is read as a list of one"),
                )
                .help("write `- ` before the first key of the rule, and indent the other keys alike")
                .mend(Change::List(node.span));
            return std::slice::from_ref(node);
        }
        self.list(node, "rules")
    }

    fn retry_rule(&mut self, node: &Node) -> Option<Retry> {
        let mut keys = Cursor::new(node, "a rule of `Retry`", self.diags)?;
        keys.foreign(foreign::RETRY);
        self.description(&mut keys);
        let retry = Retry {
            errors: keys.require("Errors", self.diags).map(|node| self.errors(node, "Errors")).unwrap_or_default(),
            max_attempts: keys.require("MaxAttempts", self.diags).and_then(|node| self.whole(node)).map(|it| it.node),
            interval: keys.require("IntervalSeconds", self.diags).and_then(|node| self.rule_interval(node)),
            backoff: keys.optional("BackoffRate").and_then(|node| self.factor(node)),
            max_interval: keys.optional("MaxBackoffSeconds").and_then(|node| self.rule_interval(node)),
            span: node.span,
        };
        self.finish(keys);
        Some(retry)
    }

    fn rule_interval(&mut self, node: &Node) -> Option<u64> {
        let Spanned { node: seconds, span } = self.whole(node)?;
        if !(1..=MAX_INTERVAL).contains(&seconds) {
            self.diags
                .report(
                    Code::OutOfRange,
                    span,
                    format_args!("expected from 1 to {MAX_INTERVAL} seconds, found `{seconds}`"),
                )
                .help("no interval is shorter than a second or longer than a day");
            return None;
        }
        Some(seconds)
    }

    fn catch_rule(&mut self, node: &Node) -> Option<Catch> {
        let mut keys = Cursor::new(node, "a rule of `Catch`", self.diags)?;
        keys.foreign(foreign::CATCH);
        self.description(&mut keys);
        let catch = Catch {
            errors: keys.require("Errors", self.diags).map(|node| self.errors(node, "Errors")).unwrap_or_default(),
            output: self.constructor(&mut keys, "OutputConstructor"),
            next: keys.require("Next", self.diags).and_then(|node| self.text(node)),
            span: node.span,
        };
        self.finish(keys);
        Some(catch)
    }
}

//! `StartAt` and `States`: the whole machine, a branch, what a `Map` runs.

use super::super::Spanned;
use super::super::read::Reader;
use super::State;
use crate::diagnostics::Code;
use crate::source::Span;
use crate::yaml::{Cursor, Node, NodeKind};

/// A list of states with the one that it starts with.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) start: Option<Spanned<String>>,
    pub(crate) states: Vec<State>,
    pub(crate) span: Span,
}

impl Reader<'_> {
    pub(super) fn scope(&mut self, keys: &mut Cursor<'_>, node: &Node) -> Scope {
        let start = keys.require("StartAt", self.diags).and_then(|node| self.text(node));
        let states = keys.require("States", self.diags).map(|node| self.states(node)).unwrap_or_default();
        Scope { start, states, span: node.span }
    }

    fn states(&mut self, node: &Node) -> Vec<State> {
        if let NodeKind::Mapping(entries) = &node.kind {
            let found = self.wrong_type(node, "a list of states");
            match entries.first() {
                Some(first) => found.help(format_args!("begin each state with `- Name: {}`", first.key)),
                None => found.help("begin each state with `- Name: …`"),
            };
            return Vec::new();
        }
        let items = self.list(node, "states");
        if items.is_empty() && matches!(node.kind, NodeKind::Sequence(_)) {
            self.diags
                .report(Code::EmptyList, node.span, "there is no state to start with")
                .help("add a state with `- Name: …`");
        }
        items.iter().filter_map(|item| self.state(item)).collect()
    }
}

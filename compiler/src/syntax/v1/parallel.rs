//! `parallel`: runs its branches side by side.

use super::Step;
use super::read::Reader;
use crate::diagnostics::Code;
use crate::source::Span;
use crate::yaml::{Cursor, Node, NodeKind};

/// What a parallel step has of its own.
#[derive(Debug)]
pub(crate) struct Parallel {
    pub(crate) branches: Vec<Branch>,
}

/// An item of `branches`.
#[derive(Debug)]
pub(crate) struct Branch {
    pub(crate) steps: Vec<Step>,
    pub(crate) span: Span,
}

impl Reader<'_> {
    pub(super) fn parallel(&mut self, keys: &mut Cursor<'_>) -> Parallel {
        let Some(entry) = keys.entry("branches") else {
            keys.require("branches", self.diags);
            return Parallel { branches: Vec::new() };
        };
        let items = self.list(&entry.value, "branches");
        if items.is_empty() && matches!(entry.value.kind, NodeKind::Sequence(_)) {
            self.diags
                .report(Code::EmptyList, entry.key_span.to(entry.value.span), "a `parallel` step needs a branch")
                .help("add a branch with `- steps:`");
        }
        Parallel { branches: items.iter().filter_map(|item| self.branch(item)).collect() }
    }

    fn branch(&mut self, node: &Node) -> Option<Branch> {
        let mut keys = Cursor::new(node, "a branch", self.diags)?;
        let steps = keys.require("steps", self.diags).map(|node| self.steps(node)).unwrap_or_default();
        keys.finish(self.diags);
        Some(Branch { steps, span: node.span })
    }
}

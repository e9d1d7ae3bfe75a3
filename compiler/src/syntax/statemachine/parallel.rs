//! `Parallel`: runs its branches side by side.

use super::super::read::Reader;
use super::Scope;
use crate::diagnostics::Code;
use crate::yaml::{Cursor, Node, NodeKind};

/// How many branches a state may have.
const MAX_BRANCHES: usize = 50;

impl Reader<'_> {
    pub(super) fn parallel_state(&mut self, keys: &mut Cursor<'_>) -> Vec<Scope> {
        let Some(node) = keys.require("Branches", self.diags) else { return Vec::new() };
        let items = self.list(node, "branches");
        if items.is_empty() && matches!(node.kind, NodeKind::Sequence(_)) {
            self.diags
                .report(Code::EmptyList, node.span, "a `Parallel` state needs a branch")
                .help("add a branch with `- StartAt: …` and `States:`");
        }
        if let Some(node) = items.get(MAX_BRANCHES) {
            self.diags
                .report(
                    Code::OutOfRange,
                    node.head(),
                    format_args!(
                        "a `Parallel` state has at most {MAX_BRANCHES} branches, this one has {}",
                        items.len()
                    ),
                )
                .label(format_args!("branch {MAX_BRANCHES}, counted from 0"))
                .help("a `Map` state takes any number of elements");
        }
        items.iter().filter_map(|item| self.parallel_branch(item)).collect()
    }

    fn parallel_branch(&mut self, node: &Node) -> Option<Scope> {
        let mut keys = Cursor::new(node, "a branch", self.diags)?;
        let scope = self.scope(&mut keys, node);
        self.description(&mut keys);
        self.finish(keys);
        Some(scope)
    }
}

//! `parallel`: runs its branches side by side.

use super::super::read::Reader;
use super::Step;
use crate::diagnostics::Code;
use crate::source::Span;
use crate::yaml::{Cursor, Node, NodeKind};

/// How many branches a step may have.
const MAX_BRANCHES: usize = 100;

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
        if let Some(node) = items.get(MAX_BRANCHES) {
            self.diags
                .report(
                    Code::OutOfRange,
                    node.head(),
                    format_args!("a `parallel` step has at most {MAX_BRANCHES} branches, this one has {}", items.len()),
                )
                .label(format_args!("branch {}", MAX_BRANCHES + 1))
                .help("a `foreach` step takes any number of elements");
        }
        Parallel { branches: items.iter().filter_map(|item| self.branch(item)).collect() }
    }

    fn branch(&mut self, node: &Node) -> Option<Branch> {
        let mut keys = Cursor::new(node, "a branch", self.diags)?;
        if keys.lacks(["steps"]) && keys.entry("type").is_some() {
            self.diags
                .report(Code::MissingKey, keys.head(), "a branch holds its steps under the key `steps`")
                .label("a step stands here instead")
                .help("write `- steps:`, and below it the steps, each with a `- ` of its own");
            return None;
        }
        let steps = keys.require("steps", self.diags).map(|node| self.steps(node)).unwrap_or_default();
        keys.finish(self.diags);
        Some(Branch { steps, span: node.span })
    }
}

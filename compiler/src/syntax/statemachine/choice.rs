//! `Choice`: goes on where the first true condition says.

use super::super::Spanned;
use super::super::read::Reader;
use super::foreign;
use crate::diagnostics::Code;
use crate::expr::Expr;
use crate::source::Span;
use crate::yaml::{Cursor, Node, NodeKind};

/// What a choice has of its own.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) branches: Vec<Branch>,
    pub(crate) default: Option<Spanned<String>>,
}

/// An item of `Branches`.
#[derive(Debug)]
pub(crate) struct Branch {
    pub(crate) condition: Option<Expr>,
    pub(crate) next: Option<Spanned<String>>,
    pub(crate) span: Span,
}

impl Reader<'_> {
    pub(super) fn choice_state(&mut self, keys: &mut Cursor<'_>) -> Choice {
        let node = keys.require("Branches", self.diags);
        let items = node.map(|node| self.list(node, "branches")).unwrap_or_default();
        if let Some(node) = node.filter(|node| items.is_empty() && matches!(node.kind, NodeKind::Sequence(_))) {
            self.diags
                .report(Code::EmptyList, node.span, "a `Choice` state needs a branch")
                .help("add one with `- Condition: …` and `Next: …`");
        }
        let branches = items.iter().filter_map(|item| self.choice_branch(item)).collect();
        let default = keys.require("Default", self.diags).and_then(|node| self.text(node));
        Choice { branches, default }
    }

    fn choice_branch(&mut self, node: &Node) -> Option<Branch> {
        let mut keys = Cursor::new(node, "a branch of a choice", self.diags)?;
        keys.foreign(foreign::BRANCH);
        let condition = keys.require("Condition", self.diags).map(|node| self.expression(node));
        let next = keys.require("Next", self.diags).and_then(|node| self.text(node));
        self.description(&mut keys);
        self.finish(keys);
        Some(Branch { condition, next, span: node.span })
    }
}

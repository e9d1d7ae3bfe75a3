//! `choice`: goes on where the first true condition says.

use super::super::Spanned;
use super::super::read::Reader;
use super::{Step, foreign};
use crate::diagnostics::Code;
use crate::expr::{self, Expr};
use crate::source::Span;
use crate::yaml::{Cursor, Node};

/// What a choice step has of its own.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) entries: Vec<ChoiceEntry>,
    pub(crate) default: Option<Jump>,
}

/// An item of `choices`.
#[derive(Debug)]
pub(crate) struct ChoiceEntry {
    pub(crate) condition: Option<Expr>,
    pub(crate) jump: Jump,
}

/// What is done when a condition is true, or none is.
#[derive(Debug)]
pub(crate) struct Jump {
    pub(crate) steps: Option<Vec<Step>>,
    pub(crate) goto: Option<Spanned<String>>,
    pub(crate) span: Span,
}

impl Reader<'_> {
    pub(super) fn choice(&mut self, keys: &mut Cursor<'_>) -> Choice {
        let entries = match keys.require("choices", self.diags) {
            Some(node) => self.list(node, "choices").iter().filter_map(|item| self.choice_entry(item)).collect(),
            None => Vec::new(),
        };
        let default = keys.take("default").and_then(|node| self.default(node));
        Choice { entries, default }
    }

    fn choice_entry(&mut self, node: &Node) -> Option<ChoiceEntry> {
        let mut keys = Cursor::new(node, "an entry of `choices`", self.diags)?;
        keys.foreign(foreign::ENTRY);
        let condition = keys.require("condition", self.diags);
        let condition = condition.map(|node| expr::condition(node, self.source, self.diags));
        let jump = self.jump(&mut keys, "this entry", node);
        keys.finish(self.diags);
        Some(ChoiceEntry { condition, jump })
    }

    fn default(&mut self, node: &Node) -> Option<Jump> {
        if node.is_null() {
            return None;
        }
        if let Some(name) = node.as_text() {
            self.wrong_type(node, "a mapping with `goto` or `steps`")
                .help(format_args!("write `goto: {name}` below it"));
            return None;
        }
        let mut keys = Cursor::new(node, "a `default`", self.diags)?;
        keys.foreign(foreign::ENTRY);
        let jump = self.jump(&mut keys, "this `default`", node);
        keys.finish(self.diags);
        Some(jump)
    }

    fn jump(&mut self, keys: &mut Cursor<'_>, what: &str, node: &Node) -> Jump {
        let (steps, goto) = (keys.take("steps"), keys.take("goto"));
        if steps.is_none() && goto.is_none() && keys.lacks(["steps", "goto"]) {
            self.diags
                .report(Code::EmptyChoice, keys.head(), format_args!("{what} has neither `steps` nor `goto`"))
                .help("when it is taken, the choice just ends; name a step with `goto` to go elsewhere");
        }
        Jump { steps: steps.map(|node| self.steps(node)), goto: goto.and_then(|node| self.text(node)), span: node.span }
    }
}

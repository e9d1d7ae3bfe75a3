//! `foreach`: runs its steps once for each element of an array.

use super::super::Spanned;
use super::read::Reader;
use super::{Step, Value};
use crate::source::Span;
use crate::yaml::Cursor;

/// What a foreach step has of its own.
#[derive(Debug)]
pub(crate) struct Foreach {
    pub(crate) collection: Option<Value>,
    pub(crate) item: Option<Spanned<String>>,
    pub(crate) index: Option<Spanned<String>>,
    pub(crate) steps: Vec<Step>,
    pub(crate) steps_span: Span,
}

impl Reader<'_> {
    pub(super) fn foreach(&mut self, keys: &mut Cursor<'_>) -> Foreach {
        let mut foreach =
            Foreach { collection: None, item: None, index: None, steps: Vec::new(), steps_span: keys.head() };
        let mapping = keys.require("iterationMapping", self.diags);
        if let Some(mut keys) = mapping.and_then(|node| Cursor::new(node, "an `iterationMapping`", self.diags)) {
            let collection = keys.require("collection", self.diags);
            foreach.collection = collection.and_then(|node| self.reference(node, "items"));
            foreach.item = keys.require("item", self.diags).and_then(|node| self.text(node));
            foreach.index = keys.take("index").and_then(|node| self.text(node));
            keys.finish(self.diags);
        }
        if let Some(node) = keys.require("steps", self.diags) {
            foreach.steps = self.steps(node);
            foreach.steps_span = node.span;
        }
        foreach
    }
}

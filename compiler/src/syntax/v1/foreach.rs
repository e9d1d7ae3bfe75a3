//! `foreach`: runs its steps once for each element of an array.

use super::super::Spanned;
use super::super::read::Reader;
use super::{Step, Value};
use crate::diagnostics::Code;
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
        let mut mapping = keys.require("iterationMapping", self.diags);
        if let Some((node, path)) = mapping.and_then(|node| node.as_text().map(|path| (node, path))) {
            self.wrong_type(node, "a mapping with `collection` and `item`")
                .help(format_args!("write `{{collection: {path}, item: item}}`"));
            mapping = None;
        }
        if let Some(mut keys) = mapping.and_then(|node| Cursor::new(node, "an `iterationMapping`", self.diags)) {
            let collection = keys.require("collection", self.diags);
            foreach.collection = collection.and_then(|node| self.reference(node, "items"));
            foreach.item = keys.require("item", self.diags).and_then(|node| self.text(node));
            foreach.index = keys.take("index").and_then(|node| self.text(node));
            keys.finish(self.diags);
            for name in foreach.item.iter().chain(&foreach.index) {
                self.plain_name(name);
            }
            if let (Some(item), Some(index)) = (&foreach.item, &foreach.index)
                && item.node == index.node
            {
                self.diags
                    .report(
                        Code::RepeatedTarget,
                        index.span,
                        format_args!("the element and its position have the same key `{}`", index.node),
                    )
                    .label("the position")
                    .also(item.span, "the element")
                    .help("one of the two is lost; give the position a key of its own");
            }
        }
        if let Some(node) = keys.require("steps", self.diags) {
            foreach.steps = self.steps(node);
            foreach.steps_span = node.span;
        }
        foreach
    }
}

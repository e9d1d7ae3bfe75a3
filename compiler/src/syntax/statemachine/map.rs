//! `Map`: runs its processor once for each element of an array.

use super::super::Spanned;
use super::super::read::Reader;
use super::{Member, Scope};
use crate::diagnostics::Code;
use crate::expr::Expr;
use crate::source::Span;
use crate::yaml::{Cursor, Entry, Node, NodeKind};

/// What a map has of its own.
#[derive(Debug)]
pub(crate) struct Map {
    pub(crate) items: Option<Expr>,
    pub(crate) concurrency: Option<Spanned<u64>>,
    pub(crate) processor: Option<Scope>,
    /// `ProcessorConfig`
    pub(crate) config: Option<Span>,
    pub(crate) item: Option<Vec<Member>>,
    pub(crate) distributed: Vec<Distributed>,
    pub(crate) span: Span,
}

/// A key that only iterations have that are executions of their own.
#[derive(Debug)]
pub(crate) struct Distributed {
    pub(crate) key: &'static str,
    pub(crate) span: Span,
}

const MODES: [(&str, ()); 2] = [("Express", ()), ("Standard", ())];

impl Reader<'_> {
    pub(super) fn map_state(&mut self, keys: &mut Cursor<'_>) -> Map {
        let mut map = Map {
            items: keys.require("ItemsPath", self.diags).map(|node| self.expression(node)),
            concurrency: self.concurrency(keys),
            processor: None,
            config: self.processor_config(keys),
            item: None,
            distributed: Vec::new(),
            span: keys.head(),
        };
        self.processor(keys, &mut map);
        self.distributed(keys, &mut map);
        map
    }

    fn processor(&mut self, keys: &mut Cursor<'_>, map: &mut Map) {
        // Null is no processor, and what is reported says so.
        let node = self.aliased(keys, "Processor", "ItemProcessor");
        let Some(node) = node.or_else(|| keys.require("Processor", self.diags)) else { return };
        let Some(mut keys) = Cursor::new(node, "a `Processor`", self.diags) else { return };
        if let Some(config) = self.processor_config(&mut keys) {
            map.config = Some(config);
        }
        self.description(&mut keys);
        map.processor = Some(self.scope(&mut keys, node));
        self.finish(keys);
    }

    /// One key, spelt in two ways in the documentation.
    fn concurrency(&mut self, keys: &mut Cursor<'_>) -> Option<Spanned<u64>> {
        let other = keys.refused("MaxConcuccency").map(|entry| &entry.value).filter(|node| !node.is_null());
        let number = keys.optional("MaxConcurrency").and_then(|node| self.concurrent(node));
        let other = other.and_then(|node| self.concurrent(node));
        if let (Some(number), Some(other)) = (&number, &other)
            && number.node != other.node
        {
            self.diags
                .report(
                    Code::ConflictingKeys,
                    other.span,
                    "`MaxConcurrency` and `MaxConcuccency` are one key, and differ",
                )
                .also(number.span, "the other one")
                .help("keep `MaxConcurrency`");
        }
        number.or(other)
    }

    fn concurrent(&mut self, node: &Node) -> Option<Spanned<u64>> {
        let number = self.whole(node)?;
        if number.node == 0 {
            self.diags
                .report(Code::OutOfRange, number.span, "no iteration could run")
                .help("write a number from 1 on; without the key it is 40");
            return None;
        }
        Some(number)
    }

    fn processor_config(&mut self, keys: &mut Cursor<'_>) -> Option<Span> {
        let entry = keys.entry("ProcessorConfig").filter(|entry| !entry.value.is_null())?;
        let mut keys = Cursor::new(&entry.value, "a `ProcessorConfig`", self.diags)?;
        if let Some(node) = keys.require("ExecutionMode", self.diags) {
            self.word(node, "mode of execution", &MODES);
        }
        self.finish(keys);
        Some(entry.key_span)
    }

    /// The keys that only iterations have that are executions of their own.
    fn distributed(&mut self, keys: &mut Cursor<'_>, map: &mut Map) {
        if let Some(entry) = given(keys, "ItemConstructor") {
            map.distributed.push(Distributed { key: "ItemConstructor", span: entry.key_span });
        }
        map.item = self.constructor(keys, "ItemConstructor");
        for key in ["ItemReader", "ItemBatcher", "ResultWriter"] {
            if let Some(entry) = given(keys, key) {
                if !matches!(entry.value.kind, NodeKind::Mapping(_)) {
                    self.wrong_type(&entry.value, "a mapping");
                }
                map.distributed.push(Distributed { key, span: entry.key_span });
            }
        }
        for key in ["MaxItems", "ToleratedFailedCount", "ToleratedFailedPercentage"] {
            if let Some(entry) = given(keys, key) {
                match entry.value.kind {
                    NodeKind::Mapping(_) => {}
                    _ if key == "ToleratedFailedPercentage" => self.percentage(&entry.value),
                    _ => {
                        self.whole(&entry.value);
                    }
                }
                map.distributed.push(Distributed { key, span: entry.key_span });
            }
        }
        map.distributed.sort_by_key(|it| it.span);
    }

    fn percentage(&mut self, node: &Node) {
        let Some(Spanned { node: percentage, span }) = self.number(node) else { return };
        if !(0.0..=100.0).contains(&percentage) {
            self.diags
                .report(Code::OutOfRange, span, format_args!("expected from 0 to 100, found `{percentage}`"))
                .help("so many percent of the iterations may fail");
        }
    }
}

fn given<'n>(keys: &mut Cursor<'n>, key: &'static str) -> Option<&'n Entry> {
    keys.entry(key).filter(|entry| !entry.value.is_null())
}

//! `inputMappings`, `outputMappings`, `errorMappings`.

use super::super::Spanned;
use super::super::read::Reader;
use super::value::Value;
use crate::diagnostics::Code;
use crate::yaml::{Cursor, Node, NodeKind};

/// A key of the object that the mappings make, and where its value comes from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mapping {
    pub(crate) target: Spanned<String>,
    pub(crate) source: Value,
}

impl Reader<'_> {
    /// The mappings under a key.
    pub(super) fn mappings(&mut self, keys: &mut Cursor<'_>, key: &'static str) -> Option<Vec<Mapping>> {
        let node = keys.take(key)?;
        if node.is_null() {
            return None;
        }
        let mut mappings: Vec<Mapping> = Vec::new();
        for item in self.items(node) {
            let Some(mapping) = self.mapping(item) else { continue };
            if let Some(first) = mappings.iter().position(|it| it.target.node == mapping.target.node) {
                let name = &mapping.target.node;
                self.diags
                    .report(
                        Code::RepeatedTarget,
                        mapping.target.span,
                        format_args!("the target `{name}` stands here twice"),
                    )
                    .label("this one wins")
                    .also(mappings[first].target.span, "this one is lost")
                    .help("keep one of the two");
                mappings.remove(first);
            }
            mappings.push(mapping);
        }
        Some(mappings)
    }

    fn items<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        if let NodeKind::Mapping(entries) = &node.kind
            && let Some(first) = entries.first()
        {
            let is_item = entries.iter().any(|entry| matches!(entry.key.as_str(), "target" | "source"));
            let in_braces = self.source.slice(node.span).starts_with('{');
            let key = &first.key;
            let found = self.wrong_type(node, "a list of items with `target` and `source`");
            found.help(if is_item && in_braces {
                "put it in brackets: `[{target: …, source: …}]`".to_owned()
            } else if is_item {
                "begin each item with `- `".to_owned()
            } else {
                format!("write an item for each key: `- {{target: {key}, source: …}}`")
            });
            return &[];
        }
        self.list(node, "items with `target` and `source`")
    }

    fn mapping(&mut self, node: &Node) -> Option<Mapping> {
        let mut keys = Cursor::new(node, "a mapping with `target` and `source`", self.diags)?;
        keys.rename("a mapping");
        let target = keys.require("target", self.diags).and_then(|node| self.target(node));
        let source = keys.require("source", self.diags).map(|node| self.source(node));
        keys.finish(self.diags);
        Some(Mapping { target: target?, source: source? })
    }

    /// The name of a key: literally what is written, also where it looks like a path.
    fn target(&mut self, node: &Node) -> Option<Spanned<String>> {
        if node.is_null() {
            self.wrong_type(node, "the name of a key").help("write a name such as `orderId`");
            return None;
        }
        let target = self.any_text(node)?;
        if target.node.is_empty() {
            self.diags
                .report(Code::WrongType, node.span, "expected the name of a key, found an empty text")
                .help("write a name such as `orderId`");
        }
        self.plain_name(&target);
        Some(target)
    }

    /// Reports the name of a key that looks like a path.
    pub(super) fn plain_name(&mut self, target: &Spanned<String>) {
        let name = target.node.as_str();
        if !name.starts_with('$') && !name.contains(['.', '[']) {
            return;
        }
        let plain = name.rsplit(['.', '$']).next().filter(|plain| !plain.is_empty() && !plain.contains('['));
        self.diags
            .report(
                Code::LiteralTarget,
                target.span,
                format_args!("`{name}` is the name of one key here, and no path can read it"),
            )
            .help(format_args!("write a plain name such as `{}`", plain.unwrap_or("orderId")));
    }
}

//! Events to the tree. Nothing here recurses, so that depth is bounded before anybody walks the tree.

use std::collections::HashMap;

use super::events::{self, Event, Piece};
use super::{Entry, HOW_TO_BEGIN, Node, NodeKind, Style};
use crate::diagnostics::{Code, Diagnostics};
use crate::source::{SourceFile, Span};

/// How deep values may be nested: a branch in a branch takes four levels, and so a hundred of them have room.
pub(super) const MAX_DEPTH: usize = 450;
/// How many values aliases may repeat.
const MAX_REPEATED: usize = 100_000;

/// Reads the text of a definition; none if it is no YAML, too complex or empty. The reason is reported.
pub(crate) fn read(source: &SourceFile, diags: &mut Diagnostics) -> Option<Node> {
    let node = Some(read_any(source, diags)?).filter(|node| !node.is_null());
    if node.is_none() {
        diags.report(Code::NotAFlow, Span::default(), "the definition is empty").help(HOW_TO_BEGIN);
    }
    node
}

/// Reads a text that may hold nothing, which is null; none if it is no YAML or too complex, which is reported.
pub(crate) fn read_any(source: &SourceFile, diags: &mut Diagnostics) -> Option<Node> {
    let pieces = events::read(source, diags)?;
    let mut builder = Builder { open: Vec::new(), root: None, anchors: HashMap::new(), repeated: 0 };
    for piece in pieces {
        if builder.take(piece, diags).is_err() {
            return None;
        }
    }
    Some(builder.root.map_or_else(|| Node::null(Span::default()), |sized| sized.node))
}

/// The finding is reported, and the tree cannot be built.
struct Abort;

struct Builder {
    /// The lists and mappings that have begun.
    open: Vec<Open>,
    root: Option<Sized>,
    anchors: HashMap<usize, Sized>,
    repeated: usize,
}

/// A list or mapping that has begun.
struct Open {
    node: Node,
    anchor: Option<usize>,
    /// The key whose value comes next.
    key: Option<(String, Span)>,
    is_mapping: bool,
    seen: HashMap<String, Span>,
    size: usize,
    height: usize,
}

/// A value with what it costs to repeat it.
#[derive(Clone)]
struct Sized {
    node: Node,
    size: usize,
    height: usize,
}

impl Builder {
    fn take(&mut self, piece: Piece, diags: &mut Diagnostics) -> Result<(), Abort> {
        let Piece { event, span, tag, anchor } = piece;
        match event {
            Event::Sequence | Event::Mapping => {
                let is_mapping = matches!(event, Event::Mapping);
                let kind = if is_mapping { NodeKind::Mapping(Vec::new()) } else { NodeKind::Sequence(Vec::new()) };
                let node = Node { kind, span, tag };
                self.count(0, self.open.len() + 1, span, diags)?;
                self.open.push(Open { node, anchor, key: None, is_mapping, seen: HashMap::new(), size: 1, height: 1 });
            }
            Event::End => {
                let Some(mut open) = self.open.pop() else { return Ok(()) };
                if open.is_mapping && open.key.is_some() {
                    open.add(Sized { node: Node::null(span), size: 1, height: 1 }, diags);
                }
                if span.end > span.start {
                    open.node.span = open.node.span.to(span); // a closing bracket
                }
                self.close(Sized { node: open.node, size: open.size, height: open.height }, open.anchor, diags);
            }
            Event::Scalar(scalar) => {
                self.count(0, self.open.len() + 1, span, diags)?;
                let node = Node { kind: NodeKind::Scalar(scalar), span, tag };
                self.close(Sized { node, size: 1, height: 1 }, anchor, diags);
            }
            Event::Alias(name) => {
                let Some(sized) = self.anchors.get(&name) else {
                    diags.report(Code::TooComplex, span, "this alias stands inside of the value that it means");
                    return Err(Abort);
                };
                let (size, height) = (sized.size, sized.height);
                self.count(size, self.open.len() + height, span, diags)?;
                let Some(sized) = self.anchors.get(&name).cloned() else { return Ok(()) };
                self.close(sized, None, diags);
            }
        }
        Ok(())
    }

    fn count(&mut self, repeated: usize, depth: usize, span: Span, diags: &mut Diagnostics) -> Result<(), Abort> {
        self.repeated += repeated;
        let message = if depth > MAX_DEPTH {
            format!("the definition is nested deeper than {MAX_DEPTH} levels")
        } else if self.repeated > MAX_REPEATED {
            format!("the aliases of the definition repeat more than {MAX_REPEATED} values")
        } else {
            return Ok(());
        };
        diags.report(Code::TooComplex, span, message).help("move parts of it to a flow of their own");
        Err(Abort)
    }

    /// A value is complete.
    fn close(&mut self, sized: Sized, anchor: Option<usize>, diags: &mut Diagnostics) {
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, sized.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.add(sized, diags),
            None => self.root = Some(sized),
        }
    }
}

impl Open {
    fn add(&mut self, sized: Sized, diags: &mut Diagnostics) {
        let Sized { node, size, height } = sized;
        self.size += size;
        self.height = self.height.max(height + 1);
        if node.span.start >= self.node.span.start {
            self.node.span = self.node.span.to(node.span); // not so for what an alias repeats
        }
        match &mut self.node.kind {
            NodeKind::Sequence(items) => items.push(node),
            NodeKind::Mapping(entries) => match self.key.take() {
                None => self.key = Some(key(&node, diags)),
                Some((key, key_span)) => {
                    if let Some(first) = self.seen.get(&key) {
                        diags
                            .report(Code::DuplicateKey, key_span, format_args!("the key `{key}` stands here twice"))
                            .label("again here")
                            .also(*first, "first here")
                            .help("keep one of the two");
                    } else {
                        self.seen.insert(key.clone(), key_span);
                        entries.push(Entry { key, key_span, value: node });
                    }
                }
            },
            NodeKind::Scalar(_) => {}
        }
    }
}

fn key(node: &Node, diags: &mut Diagnostics) -> (String, Span) {
    match &node.kind {
        NodeKind::Scalar(scalar) => {
            if scalar.text == "<<" && scalar.style == Style::Plain {
                diags
                    .report(Code::NotSupported, node.span, "not supported yet: a merge key")
                    .help("write the keys themselves, or let an alias repeat the whole mapping; `\"<<\"` is a key like any other");
            }
            (scalar.text.clone(), node.span)
        }
        _ => {
            diags
                .report(Code::WrongType, node.head(), format_args!("expected a key, found {}", node.describe()))
                .help("a placeholder in braces, such as `{name}`, must be quoted");
            (String::new(), node.span)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn tree(text: &str) -> (Option<Node>, Vec<&'static str>) {
        let mut diags = Diagnostics::default();
        let node = read(&SourceFile::new("f.yaml", text), &mut diags);
        (node, diags.iter().map(|it| it.code.id()).collect())
    }

    #[test]
    fn spans_are_bytes_of_the_file() {
        let text = "价: !Ref a/b\nlist:\n  - \"x\"\n  - {k: 'v'}\n";
        let (node, codes) = tree(text);
        assert!(codes.is_empty());
        let Some(Node { kind: NodeKind::Mapping(entries), .. }) = node else { panic!("no mapping") };
        let slice = |span: Span| &text[span.start..span.end];
        assert_eq!(slice(entries[0].key_span), "价");
        assert_eq!(slice(entries[0].value.span), "a/b");
        assert_eq!(entries[0].value.tag.as_ref().map(|tag| slice(tag.span)), Some("!Ref"));
        assert_eq!(slice(entries[1].value.span).trim_end(), "- \"x\"\n  - {k: 'v'}");
    }

    #[test]
    fn duplicate_keys_are_found() {
        assert_eq!(tree("a: 1\nb: {c: 1, c: 2}\na: 3\n").1, ["F0103", "F0103"]);
    }

    #[test]
    fn aliases_are_resolved() {
        let (node, codes) = tree("a: &x [1]\nb: *x\n");
        assert!(codes.is_empty());
        let Some(Node { kind: NodeKind::Mapping(entries), .. }) = node else { panic!("no mapping") };
        assert_eq!(entries[0].value, entries[1].value);
    }

    #[test]
    fn aliases_cost_what_they_repeat() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..10 {
            let alias = format!("*a{}, ", level - 1).repeat(10);
            let _ = writeln!(bomb, "a{level}: &a{level} [{}]", alias.trim_end_matches(", "));
        }
        assert_eq!(tree(&bomb).1, ["F0104"]);
        assert_eq!(tree("a: &a [*a]").1, ["F0104"]);
    }

    #[test]
    fn depth_is_bounded() {
        assert_eq!(tree(&"[".repeat(10_000)).1, ["F0104"]);
        assert_eq!(tree(&format!("{}{}", "[".repeat(500), "]".repeat(500))).1, ["F0104"]);
        assert!(tree(&format!("{}{}", "[".repeat(440), "]".repeat(440))).1.is_empty());
        let mut chain = "a0: &a0 [x]\n".to_owned();
        for level in 1..500 {
            let _ = writeln!(chain, "a{level}: &a{level} [*a{}]", level - 1);
        }
        assert_eq!(tree(&chain).1, ["F0104"]);
    }

    #[test]
    fn empty_text_is_no_flow() {
        for text in ["", "\u{feff}", "# nothing\n", "---\n", "~"] {
            assert_eq!(tree(text).1, ["F0106"], "{text:?}");
        }
    }
}

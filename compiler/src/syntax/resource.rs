//! What a task calls, as it is written.

use super::Spanned;
use super::read::Reader;
use crate::yaml::{Node, NodeKind};

/// What is called.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Resource {
    /// `resourceArn`, with the tag before it: `!Ref`.
    Arn { tag: Option<String>, text: Spanned<String> },
    /// `action`
    Action(Spanned<String>),
}

impl Reader<'_> {
    /// A `resourceArn`.
    pub(super) fn arn(&mut self, node: &Node) -> Option<Resource> {
        let (tag, value) = match &node.kind {
            NodeKind::Mapping(entries) => match entries.as_slice() {
                // The long forms of tags: `Fn::GetAtt: [reserve, Arn]`.
                [entry] if entry.key == "Ref" || entry.key.starts_with("Fn::") => {
                    (Some(format!("!{}", entry.key.trim_start_matches("Fn::"))), &entry.value)
                }
                _ => (None, node),
            },
            _ => (node.tag.as_ref().map(|tag| tag.text.clone()), node),
        };
        let text = match &value.kind {
            NodeKind::Mapping(_) => {
                self.wrong_type(value, "text").help(
                    "a placeholder in braces must be quoted; functions of deployment tools are read as tags: `!Ref`",
                );
                return None;
            }
            NodeKind::Sequence(items) if tag.is_some() => {
                let parts: Vec<_> = items.iter().filter_map(|item| Some(self.text(item)?.node)).collect();
                Spanned { node: parts.join("."), span: value.head() }
            }
            _ => self.text(value)?,
        };
        Some(Resource::Arn { tag, text })
    }
}

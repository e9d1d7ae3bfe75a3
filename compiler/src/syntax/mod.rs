//! The definition as it is written: every field has its type and its place, and nothing is resolved.

mod constant;
mod error_name;
mod read;
mod resource;
pub(crate) mod v1;

pub(crate) use resource::Resource;

use crate::diagnostics::{Code, Diagnostics, nearest};
use crate::source::{SourceFile, Span};
use crate::yaml::{self, Entry, Node, NodeKind};

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spanned<T> {
    pub(crate) node: T,
    pub(crate) span: Span,
}

/// A definition in one of the dialects.
#[derive(Debug)]
pub(crate) enum Document {
    /// `type: flow`
    V1(v1::Flow),
}

/// Reads a definition; none where there is nothing to go on with, which is reported.
pub(crate) fn parse(source: &SourceFile, diags: &mut Diagnostics) -> Option<Document> {
    let node = yaml::read(source, diags)?;
    let NodeKind::Mapping(entries) = &node.kind else {
        diags
            .report(Code::NotAFlow, node.head(), format_args!("expected a flow definition, found {}", node.describe()))
            .help("a definition begins with `version: v1`, `type: flow` and `steps:`");
        return None;
    };
    ignored_tags(&node, diags);
    dialect(entries, &node, diags)?;
    Some(Document::V1(v1::read(&node, source, diags)))
}

/// Makes sure that the definition is written in a dialect that is known.
fn dialect(entries: &[Entry], node: &Node, diags: &mut Diagnostics) -> Option<()> {
    let find = |key: &str| entries.iter().find(|entry| entry.key == key);
    let other = find("Type").or_else(|| find("States")).or_else(|| find("StartAt"));
    if let Some(entry) = other.filter(|_| find("type").is_none()) {
        diags
            .report(
                Code::NotSupported,
                entry.key_span.to(entry.value.head()),
                "definitions of `Type: StateMachine` are not supported yet",
            )
            .help("write the flow with `type: flow` and `steps:`");
        return None;
    }
    if let Some(entry) = find("type") {
        let text = entry.value.as_text().unwrap_or_default();
        if text != "flow" {
            let found =
                diags.report(Code::NotAFlow, entry.value.head(), format_args!("expected `type: flow`, found `{text}`"));
            if nearest(text, ["flow"]).is_some() {
                found.help("did you mean `flow`?");
            }
            return None;
        }
        return Some(());
    }
    if find("steps").is_none() {
        let misspelt = entries.iter().find_map(|entry| Some((entry, nearest(&entry.key, ["type", "steps"])?)));
        let found = diags.report(Code::NotAFlow, node.head(), "this is no flow definition: there are no `steps`");
        match misspelt {
            Some((entry, key)) => found.also(entry.key_span, format_args!("did you mean `{key}`?")),
            None => found,
        }
        .help("a definition begins with `version: v1`, `type: flow` and `steps:`");
        return None;
    }
    Some(()) // the missing `type` is reported with the other keys
}

/// Reports tags that mean nothing where they stand.
fn ignored_tags(node: &Node, diags: &mut Diagnostics) {
    if let Some(tag) = node.tag.as_ref().filter(|tag| !tag.text.starts_with("!!") && tag.text != "!") {
        diags
            .report(Code::IgnoredTag, tag.span, format_args!("the tag `{}` has no meaning here", tag.text))
            .help("tags of deployment tools are read in `resourceArn` only; write the value itself");
    }
    match &node.kind {
        NodeKind::Scalar(_) => {}
        NodeKind::Sequence(items) => items.iter().for_each(|item| ignored_tags(item, diags)),
        NodeKind::Mapping(entries) => entries
            .iter()
            .filter(|entry| entry.key != "resourceArn")
            .for_each(|entry| ignored_tags(&entry.value, diags)),
    }
}

//! The definition as it is written: every field has its type and its place, and nothing is resolved.

mod constant;
mod error_name;
mod read;
mod resource;
pub(crate) mod statemachine;
pub(crate) mod v1;

pub(crate) use read::MAX_INTERVAL;
pub(crate) use resource::Resource;

use crate::diagnostics::{Change, Code, Diagnostics, guess, nearest};
use crate::source::{SourceFile, Span};
use crate::yaml::{self, Entry, HOW_TO_BEGIN, Node, NodeKind};

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
    /// `Type: StateMachine`
    StateMachine(statemachine::Machine),
}

/// Reads a definition; none where there is nothing to go on with, which is reported.
pub(crate) fn parse(source: &SourceFile, diags: &mut Diagnostics) -> Option<Document> {
    let node = yaml::read(source, diags)?;
    let NodeKind::Mapping(entries) = &node.kind else {
        diags
            .report(Code::NotAFlow, node.head(), format_args!("expected a flow definition, found {}", node.describe()))
            .help(HOW_TO_BEGIN);
        return None;
    };
    ignored_tags(&node, diags);
    Some(match dialect(entries, &node, diags)? {
        Dialect::V1 => Document::V1(v1::read(&node, source, diags)),
        Dialect::StateMachine => Document::StateMachine(statemachine::read(&node, source, diags)),
    })
}

#[derive(Debug, Clone, Copy)]
enum Dialect {
    V1,
    StateMachine,
}

/// The dialect that the definition is written in, told by its header.
fn dialect(entries: &[Entry], node: &Node, diags: &mut Diagnostics) -> Option<Dialect> {
    let find = |key: &str| entries.iter().find(|entry| entry.key == key);
    if let Some(entry) = find("type") {
        is(entry, "type", "flow", diags)?;
        return Some(Dialect::V1);
    }
    if let Some(entry) = find("Type") {
        is(entry, "Type", "StateMachine", diags)?;
        return Some(Dialect::StateMachine);
    }
    // The missing key is reported with the other ones.
    if find("steps").is_some() {
        return Some(Dialect::V1);
    }
    if find("States").or_else(|| find("StartAt")).is_some() {
        return Some(Dialect::StateMachine);
    }
    let misspelt = entries.iter().find_map(|entry| Some((entry, nearest(&entry.key, ["type", "steps"])?)));
    let found =
        diags.report(Code::NotAFlow, node.head(), "this is no flow definition: there are neither `steps` nor `States`");
    match misspelt {
        Some((entry, key)) => found.also(entry.key_span, format_args!("did you mean `{key}`?")),
        None => found,
    }
    .help(HOW_TO_BEGIN);
    None
}

/// Makes sure that a header says what it must.
fn is(entry: &Entry, key: &str, expected: &str, diags: &mut Diagnostics) -> Option<()> {
    let text = entry.value.as_text().unwrap_or_default();
    if text == expected {
        return Some(());
    }
    let found =
        diags.report(Code::NotAFlow, entry.value.head(), format_args!("expected `{key}: {expected}`, found `{text}`"));
    if let Some(near) = guess(text, [expected]) {
        found.meant(entry.value.span, text, &near);
    } else if matches!((key, text), ("type", "StateMachine") | ("Type", "flow")) {
        let other = if key == "type" { "Type" } else { "type" };
        let change = Change::Word { span: entry.key_span, from: key.to_owned(), to: other.to_owned() };
        found.help(format_args!("write `{other}: {text}`")).mend(change);
    }
    None
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
            .filter(|entry| entry.key != "resourceArn" && !is_negation(entry))
            .for_each(|entry| ignored_tags(&entry.value, diags)),
    }
}

/// Whether an expression that begins with `!` is a tag by YAML, which is reported where it is read.
fn is_negation(entry: &Entry) -> bool {
    let expression = matches!(entry.key.as_str(), "Condition" | "ItemsPath") || entry.key.ends_with(".$");
    expression && matches!(entry.value.kind, NodeKind::Scalar(_))
}

//! The one place that knows the YAML parser: text to events with byte spans.

use granit_parser::{ErrorKind, Event as Parsed, Parser, ScalarStyle, options};

use super::{Scalar, Style, Tag, bare, blanks, build::MAX_DEPTH, tabs};
use crate::diagnostics::{Change, Code, Diagnostics};
use crate::source::{SourceFile, Span};

/// What the text says, piece by piece.
#[derive(Debug)]
pub(crate) enum Event {
    Scalar(Scalar),
    /// A list begins.
    Sequence,
    /// A mapping begins.
    Mapping,
    /// The innermost list or mapping ends.
    End,
    /// A value that was given a name before.
    Alias(usize),
}

/// An event with what belongs to it.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) event: Event,
    pub(crate) span: Span,
    pub(crate) tag: Option<Tag>,
    /// The name under which aliases refer to the value.
    pub(crate) anchor: Option<usize>,
}

/// The pieces of the first document of the text; none after a syntax error, which is reported.
pub(crate) fn read(source: &SourceFile, diags: &mut Diagnostics) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut documents = 0;
    // One more than what is allowed, so that the limit is one of ours, and is explained.
    let options =
        options! { emit_comments: false, flow_nesting_limit: MAX_DEPTH + 1, block_nesting_limit: MAX_DEPTH + 1 };
    for next in Parser::new_from_str_with_options(source.text(), options) {
        let (event, at) = match next {
            Ok(parsed) => parsed,
            Err(error) => {
                let place = error.marker().byte_offset().unwrap_or_default();
                report(error.kind(), place, source, diags);
                return None;
            }
        };
        let span = at.byte_range().map(Span::from).unwrap_or_default();
        let tag = at.tag_span().and_then(|tag| tag.byte_range()).map(Span::from);
        let tag = tag.map(|span| Tag { text: source.slice(span).to_owned(), span });
        let (event, anchor) = match event {
            Parsed::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    diags
                        .report(Code::SeveralDocuments, span, "the file holds more than one document")
                        .label("a second document starts here")
                        .help("write one definition a file");
                    break;
                }
                continue;
            }
            Parsed::Scalar(text, style, anchor, _) => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted => Style::SingleQuoted,
                    ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                // The parser writes `~` for a value that is not there.
                let text =
                    if span.start == span.end && style == Style::Plain { String::new() } else { text.into_owned() };
                (Event::Scalar(Scalar { text, style }), anchor)
            }
            Parsed::SequenceStart(_, anchor, _) => (Event::Sequence, anchor),
            Parsed::MappingStart(_, anchor, _) => (Event::Mapping, anchor),
            Parsed::SequenceEnd | Parsed::MappingEnd => (Event::End, 0),
            Parsed::Alias(anchor) => (Event::Alias(anchor), 0),
            _ => continue,
        };
        pieces.push(Piece { event, span, tag, anchor: (anchor != 0).then_some(anchor) });
    }
    Some(pieces)
}

fn report(kind: &ErrorKind, place: usize, source: &SourceFile, diags: &mut Diagnostics) {
    let place = place.min(source.text().len());
    let char = source.text().get(place..).and_then(|rest| rest.chars().next());
    let span = Span::new(place, place + char.map_or(0, char::len_utf8));
    match kind {
        ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => {
            let span = tab_after(source, place).unwrap_or(span);
            let found = diags
                .report(Code::TabIndentation, span, "a tab indents this line")
                .label("a tab")
                .help("YAML allows only spaces here; replace the tab by spaces");
            if let Some(change) = tabs::to_spaces(source) {
                found.mend(change);
            }
            return;
        }
        ErrorKind::RecursionLimitExceeded => {
            diags
                .report(Code::TooComplex, span, format_args!("the definition is nested deeper than {MAX_DEPTH} levels"))
                .help("move parts of it to a flow of their own");
            return;
        }
        _ => {}
    }
    if let Some(missing) = blanks::missing(source, place) {
        diags
            .report(Code::YamlSyntax, missing.span, missing.message)
            .label("a blank is missing here")
            .help(missing.help)
            .mend(Change::insert(missing.at, " "));
        return;
    }
    let (message, help) = explain(kind);
    let (message, help) = match bare::explain(kind, source, place) {
        Some(bare) => (bare.message.map_or(message, str::to_owned), Some(bare.help)),
        None => (message, help.map(str::to_owned)),
    };
    let found = diags.report(Code::YamlSyntax, span, message);
    if let Some(help) = help {
        found.help(help);
    }
}

/// What is wrong, and what to write instead where that is known.
fn explain(kind: &ErrorKind) -> (String, Option<&'static str>) {
    match kind {
        ErrorKind::UnknownAnchor => {
            ("this alias has no anchor".to_owned(), Some("put `&name` before the value that `*name` means"))
        }
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => (
            "a `:` cannot stand here".to_owned(),
            Some("check the indentation of this line and the one before; text with `: ` in it must be quoted"),
        ),
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidSimpleKey | ErrorKind::SimpleKeyExpected => (
            "expected `key: value`".to_owned(),
            Some("keys of one mapping must be indented alike, with a blank after each `:`"),
        ),
        ErrorKind::ExpectedBlockSequenceEntry => (
            "expected a list item".to_owned(),
            Some("indent this line like the lines that it belongs to; items of a list begin with `- `"),
        ),
        ErrorKind::BlockSequenceEntryNotAllowed => (
            "a list item cannot stand here".to_owned(),
            Some("items of one list must be indented alike, each in a line of its own"),
        ),
        ErrorKind::InvalidQuotedScalarIndent | ErrorKind::DocumentIndicatorInQuotedScalar => (
            "a text in quotes goes on here, but this line is not indented".to_owned(),
            Some("add the closing quote that is missing before, or indent the line"),
        ),
        ErrorKind::InvalidIndentation => (
            "the indentation of this line fits no line above".to_owned(),
            Some("lines that belong together must be indented alike"),
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            "a text in quotes ends before this".to_owned(),
            Some("text that only begins with a quote must be quoted as a whole: `'\"a\" == $Input.b'`"),
        ),
        ErrorKind::UnclosedQuotedScalar => ("this quote is never closed".to_owned(), Some("add the closing quote")),
        ErrorKind::UnclosedFlowCollection { open } => {
            (format!("`{open}` is never closed"), Some("add the closing bracket"))
        }
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MissingAnchorOrAliasName => (
            "this cannot go on here without quotes".to_owned(),
            Some("in braces and brackets, text with one of `[]{},` in it must be quoted: `\"$local[0].id\"`"),
        ),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => (format!("`{close}` closes a `{open}`"), None),
        ErrorKind::UnexpectedCharacter { character: '`' } => {
            ("a backquote cannot begin a value".to_owned(), Some("put the whole value in single quotes"))
        }
        ErrorKind::UnexpectedCharacter { character } => (
            format!("`{}` cannot begin a value", character.escape_debug()),
            Some("text that begins with such a character must be quoted"),
        ),
        ErrorKind::UnknownQuotedScalarEscape => (
            "this escape does not exist".to_owned(),
            Some("write `\\\\` for a backslash, or use single quotes, in which a backslash is only a backslash"),
        ),
        other => (format!("this is no YAML: {other}"), None),
    }
}

/// The first tab that indents a line, from the line of a place on.
fn tab_after(source: &SourceFile, place: usize) -> Option<Span> {
    let (line, _) = source.line_column(place);
    let mut start = source.line_start(line);
    for line in source.text().get(start..)?.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t') {
            return Some(Span::new(start + tab, start + tab + 1));
        }
        start += line.len();
    }
    None
}

//! Where the characters of a scalar stand in the file.

use super::{Node, NodeKind, Style};
use crate::source::{SourceFile, Span};

/// Maps places in the text of a scalar to places in the file.
#[derive(Debug, Default)]
pub(crate) struct Offsets {
    /// What each byte of the text is part of in the file, and where its end is; empty where that is not known.
    places: Vec<Span>,
    whole: Span,
}

impl Offsets {
    /// The map of a scalar.
    pub(crate) fn new(node: &Node, source: &SourceFile) -> Self {
        let places = match &node.kind {
            NodeKind::Scalar(scalar) => align(&scalar.text, scalar.style, source.slice(node.span), node.span.start),
            _ => None,
        };
        Self { places: places.unwrap_or_default(), whole: node.span }
    }

    /// The place in the file of a place in the text; the whole scalar where that is not known.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        match (self.places.get(start), self.places.get(end)) {
            (Some(first), Some(_)) if start == end => Span::new(first.start, first.start),
            // The end is behind the last character, not before the next one, which may be in another line.
            (Some(first), Some(_)) => Span::new(first.start, self.places[start.max(end.saturating_sub(1))].end),
            _ => self.whole,
        }
    }
}

/// Walks the text and the raw slice side by side.
fn align(text: &str, style: Style, raw: &str, start: usize) -> Option<Vec<Span>> {
    let quote = match style {
        Style::SingleQuoted | Style::DoubleQuoted => 1,
        Style::Plain | Style::Block => 0,
    };
    let body = raw.get(quote..raw.len().checked_sub(quote)?)?;
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut at = 0;
    for (index, char) in text.char_indices() {
        let rest = body.get(at..)?;
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        let width = match rest.chars().next() {
            Some('\'') if style == Style::SingleQuoted && rest.starts_with("''") && char == '\'' => 2,
            Some('\\') if style == Style::DoubleQuoted => escape(rest)?,
            // Line breaks with the indentation after them stand for a blank or for fewer line breaks.
            _ if char == ' ' && rest[..blank].contains('\n') => blank,
            _ if char == '\n' && rest[..blank].contains('\n') => {
                let after = &text[index + 1..];
                let kept = after.len() - after.trim_start_matches([' ', '\t']).len();
                if after.starts_with('\n') { rest.find('\n')? + 1 } else { blank.saturating_sub(kept).max(1) }
            }
            Some(same) if same == char => char.len_utf8(),
            None if char == '\n' && style == Style::Block => 0,
            _ => return None,
        };
        let first = start + quote + at;
        let place = Span::new(first, first + if rest[..width].contains('\n') { width.min(1) } else { width });
        places.extend(std::iter::repeat_n(place, char.len_utf8()));
        at += width;
    }
    places.push(Span::new(start + quote + at, start + quote + at));
    Some(places)
}

/// How long an escape in double quotes is.
fn escape(rest: &str) -> Option<usize> {
    Some(match rest.as_bytes().get(1)? {
        b'x' => 4,
        b'u' => 6,
        b'U' => 10,
        b'\n' | b'\r' => return None,
        _ => 2,
    })
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::diagnostics::Diagnostics;

    /// The place in the file of a word in the value of `c`.
    fn place(text: &str, word: &str) -> String {
        let source = SourceFile::new("f.yaml", text);
        let node = read(&source, &mut Diagnostics::default()).unwrap();
        let NodeKind::Mapping(entries) = node.kind else { panic!("no mapping") };
        let NodeKind::Scalar(scalar) = &entries[0].value.kind else { panic!("no scalar") };
        let at = scalar.text.find(word).unwrap();
        let span = Offsets::new(&entries[0].value, &source).span(at, at + word.len());
        source.slice(span).to_owned()
    }

    #[test]
    fn places_are_exact() {
        assert_eq!(place("c: $.a == 价格\n", "价格"), "价格");
        assert_eq!(place("c: '$.a == ''b'' && word'\n", "word"), "word");
        assert_eq!(place("c: \"$.a == \\\"b\\\" \\u0026& word\"\n", "word"), "word");
        assert_eq!(place("c: $.a\n   && word\n", "word"), "word");
        assert_eq!(place("c: >\n  $.a\n  && word\n", "word"), "word");
        assert_eq!(place("c: >-\n  $.a &&\n\n  word || x\n", "word"), "word");
        assert_eq!(place("c: |\n  $.a\n  && word\n", "word"), "word");
        assert_eq!(place("c: |\n  $.a\n\n    && word\n", "word"), "word");
        assert_eq!(place("c: \"$.a == \\u4ef7\\u683c\"\n", "价格"), "\\u4ef7\\u683c");
        assert_eq!(place("c: \"$.a\r\n   && word\"\r\n", "word"), "word");
    }

    #[test]
    fn what_cannot_be_placed_is_the_whole_scalar() {
        assert_eq!(place("c: \"a \\\n  word\"\n", "word"), "\"a \\\n  word\"");
    }
}

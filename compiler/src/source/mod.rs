//! The text of a definition, what stands beside it, and places in these.

mod sidecar;

use std::ops::Range;

pub use sidecar::Sidecar;
pub(crate) use sidecar::relative;

/// A range of bytes in the text of a definition: [`SourceFile::slice`] gives what stands there,
/// [`SourceFile::line_column`] where that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub(crate) start: usize,
    /// Not before the start.
    pub(crate) end: usize,
}

impl Span {
    /// A span from byte `start` up to byte `end`.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub(crate) fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The first byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte after the last one; not before the first one.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// From the first byte up to the one after the last.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A flow definition as it was read: the path that messages show, and the text. Nothing here reads files.
///
/// A mark of the byte order at its beginning is left out, and lines end in `\n` alone, as YAML reads them. So a definition
/// is the same flow, with the same digest, however an editor or a checkout of git has stored it.
///
/// ```
/// use flowsmith_compiler::{SourceFile, analyze};
///
/// let source = SourceFile::new("flows/order.yaml", "version: v1\ntype: flow\nsteps: []\nowner: Ada\n");
/// let (_, findings) = analyze(&source).unwrap();
/// let place = findings.iter().next().unwrap().primary.span;
/// assert_eq!(source.slice(place), "owner");
/// assert_eq!(source.line_column(place.start()), (4, 1));
/// assert_eq!(source.stem(), "order");
/// ```
#[derive(Debug, Clone)]
pub struct SourceFile {
    path: String,
    text: String,
    /// The byte at which each line starts.
    lines: Vec<usize>,
    /// Whether it is stored with a mark of the byte order.
    mark: bool,
    /// The bytes of those ends of lines that are stored as `\r\n`.
    returns: Vec<usize>,
    types: Option<Box<Sidecar>>,
}

/// The mark of the byte order.
const MARK: &str = "\u{feff}";

impl SourceFile {
    /// A definition with the path that messages show for it.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (text, mark, returns) = plain(text.into());
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { path: path.into(), text, lines, mark, returns, types: None }
    }

    /// The definition with the types of its data, which stand beside it. The digest of its flow stays the same.
    #[must_use]
    pub fn with_types(mut self, types: Sidecar) -> Self {
        self.types = Some(Box::new(types));
        self
    }

    /// The types of its data, if some stand beside it.
    #[must_use]
    pub fn types(&self) -> Option<&Sidecar> {
        self.types.as_deref()
    }

    /// The definition with another text.
    pub(crate) fn with_text(&self, text: String) -> Self {
        Self { types: self.types.clone(), ..Self::new(self.path(), text) }
    }

    /// One of the files that belong to the definition: 0 is the definition itself, 1 the sidecar.
    pub(crate) fn file(&self, number: usize) -> Option<&Self> {
        match number.checked_sub(1) {
            None => Some(self),
            Some(at) => self.types()?.files().nth(at).map(|(_, file)| file),
        }
    }

    /// The path that messages show.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, which spans are about.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text at `span`; empty where the span does not fit the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The line and the column of a byte, both from 1; columns count characters.
    #[must_use]
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= byte).max(1);
        let start = self.lines[line - 1];
        let column = self.text.get(start..byte.min(self.text.len())).map_or(0, |before| before.chars().count());
        (line, column + 1)
    }

    /// The byte of the text as it is stored that a byte of this text is.
    ///
    /// ```
    /// # use flowsmith_compiler::SourceFile;
    /// let source = SourceFile::new("order.yaml", "type: flow\r\nsteps: []\r\n");
    /// assert_eq!(source.text().find("steps"), Some(11));
    /// assert_eq!(source.stored_byte(11), 12);
    /// ```
    #[must_use]
    pub fn stored_byte(&self, byte: usize) -> usize {
        self.mark().len() + byte + self.returns.partition_point(|at| *at < byte)
    }

    /// What is stored in front of the text.
    pub(crate) fn mark(&self) -> &'static str {
        if self.mark { MARK } else { "" }
    }

    /// The text at `span` as it is stored.
    pub(crate) fn stored(&self, span: Span) -> String {
        let mut text = String::new();
        let mut at = span.start;
        let first = self.returns.partition_point(|at| *at < span.start);
        for end in self.returns[first..].iter().take_while(|at| **at < span.end) {
            text.push_str(self.slice(Span::new(at, *end)));
            text.push('\r');
            at = *end;
        }
        text.push_str(self.slice(Span::new(at, span.end)));
        text
    }

    /// The byte that a line starts with, from 1; the end of the text for a line that it does not have.
    pub(crate) fn line_start(&self, line: usize) -> usize {
        self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    /// The name of the file without folders and ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or_default();
        name.split('.').find(|part| !part.is_empty()).unwrap_or("flow")
    }
}

/// The text without what says nothing: a mark of the byte order, and `\r` in front of `\n`; and where these have been.
fn plain(mut text: String) -> (String, bool, Vec<usize>) {
    let mark = text.starts_with(MARK);
    if mark {
        text.drain(..MARK.len());
    }
    let returns: Vec<_> = text.match_indices("\r\n").enumerate().map(|(before, (at, _))| at - before).collect();
    let text = if returns.is_empty() { text } else { text.replace("\r\n", "\n") };
    (text, mark, returns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_do_not_depend_on_how_a_text_is_stored() {
        for text in
            ["type: flow\nname: 价格 1\n", "\u{feff}type: flow\r\nname: 价格 1\r\n", "type: flow\r\nname: 价格 1\n"]
        {
            let source = SourceFile::new("flows\\order.yaml", text);
            let at = source.text().find('1').unwrap();
            assert_eq!(source.line_column(at), (2, 10), "{text:?}");
            assert_eq!(source.line_column(0), (1, 1), "{text:?}");
            assert_eq!(source.text().len(), source.line_start(3), "{text:?}");
            assert_eq!(source.stem(), "order");
        }
    }

    #[test]
    fn the_text_as_it_is_stored_is_kept() {
        for stored in ["", "a", "\u{feff}", "\u{feff}a\r\nb\n\r\nc", "\r\n", "a\r\r\n价\r\n", "a\rb\n"] {
            let source = SourceFile::new("f.yaml", stored);
            let end = source.text().len();
            assert_eq!(source.mark().to_owned() + &source.stored(Span::new(0, end)), stored, "{stored:?}");
            assert_eq!(source.stored_byte(end), stored.len(), "{stored:?}");
            for (at, char) in source.text().char_indices() {
                let place = source.stored_byte(at);
                let expected = if char == '\n' { ['\r', '\n'] } else { [char; 2] };
                assert!(stored[place..].starts_with(expected), "{stored:?} {at}");
            }
        }
    }

    #[test]
    fn what_is_no_end_of_a_line_stays() {
        assert_eq!(SourceFile::new("f.yaml", "a\rb\n\r\u{feff}").text(), "a\rb\n\r\u{feff}");
    }
}

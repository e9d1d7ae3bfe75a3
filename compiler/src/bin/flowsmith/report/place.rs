//! Where something is, as tools take it.

use flowsmith_compiler::{SourceFile, Span};
use serde::Serialize;

/// Lines and columns from 1, columns in characters; bytes from 0, in the file as it is stored. The end is behind the last
/// character.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
}

impl Place {
    pub(super) fn new(span: Span, source: &SourceFile) -> Self {
        let text = source.text();
        let whole = |byte: usize| (byte..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let (start, end) = (whole(span.start()), whole(span.end()));
        let (line, column) = source.line_column(start);
        let (end_line, end_column) = source.line_column(end);
        let (byte_start, byte_end) = (source.stored_byte(start), source.stored_byte(end));
        Self { line, column, end_line, end_column, byte_start, byte_end }
    }
}

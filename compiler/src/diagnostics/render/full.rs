//! A finding with the lines that it is about. The first line stands alone, because rustc puts it behind its `error:`.

use std::collections::BTreeMap;
use std::fmt;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents, ThemeCharacters, ThemeStyles,
};

use super::super::{Diagnostic, Label, Severity};
use crate::source::{SourceFile, Span};

/// How many bytes of lines are drawn whole; of longer ones, only what stands around a place.
const LONG: usize = 2_000;
/// How many bytes around a place in a long line are drawn.
const AROUND: usize = 60;

/// The findings, with an empty line between them.
pub(crate) fn full<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>, source: &SourceFile) -> String {
    texts(diagnostics, source, GraphicalTheme::unicode_nocolor(), first_line)
}

/// The same in the colours of a terminal.
pub(crate) fn colored<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>, source: &SourceFile) -> String {
    let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles: ThemeStyles::ansi() };
    texts(diagnostics, source, theme, |diagnostic| {
        let color = match diagnostic.severity {
            Severity::Error => 31,
            Severity::Warning => 33,
            Severity::Note => 36,
        };
        let first = first_line(diagnostic);
        let (kind, message) = first.split_once(": ").unwrap_or((&first, ""));
        format!("\x1b[1;{color}m{kind}\x1b[0m\x1b[1m: {message}\x1b[0m")
    })
}

fn texts<'a>(
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
    source: &SourceFile,
    theme: GraphicalTheme,
    first: impl Fn(&Diagnostic) -> String,
) -> String {
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(90)
        .with_break_words(false)
        .with_word_separator(textwrap::WordSeparator::AsciiSpace)
        .with_word_splitter(textwrap::WordSplitter::NoHyphenation);
    let mut files = BTreeMap::new();
    let mut parts = Vec::new();
    for it in diagnostics {
        for label in std::iter::once(&it.primary).chain(&it.secondary) {
            files.entry(label.file).or_insert_with(|| Lines::new(label.source(source)));
        }
        parts.push(render(it, first(it), &files, &handler));
    }
    parts.join("\n")
}

/// What is wrong, in one line.
fn first_line(diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, severity, message, .. } = diagnostic;
    format!("{}[{}]: {message}", severity.word(), code.id())
}

fn render(
    diagnostic: &Diagnostic,
    first: String,
    files: &BTreeMap<usize, Lines<'_>>,
    handler: &GraphicalReportHandler,
) -> String {
    // The finding's own place comes first, with what is near it; other places follow.
    let own = &diagnostic.primary;
    let is_near = |it: &&Label| it.file == own.file && files[&own.file].near(own, it);
    let (near, far): (Vec<_>, Vec<_>) = diagnostic.secondary.iter().partition(is_near);
    let primary = (true, own);
    let mut snippets = vec![std::iter::once(primary).chain(near.into_iter().map(|it| (false, it))).collect::<Vec<_>>()];
    snippets.extend(far.into_iter().map(|it| vec![(false, it)]));
    let last = snippets.len() - 1;
    let mut text = first;
    for (at, labels) in snippets.into_iter().enumerate() {
        let help = diagnostic.help.as_deref().filter(|_| at == last);
        let mut snippet = String::new();
        let lines = &files[&labels.first().map_or(own, |(_, label)| label).file];
        let (line, column) = lines.source.line_column(own.span.start);
        if handler.render_report(&mut snippet, &Report { labels, help, lines }).is_err() {
            snippet = format!("\n  --> {}:{line}:{column}", lines.source.path());
        }
        // miette's own first line repeats the message, which is empty for it.
        for line in snippet.lines().skip(1) {
            text.push('\n');
            text.push_str(line.trim_end());
        }
    }
    text.push('\n');
    text
}

/// A snippet as miette takes it.
struct Report<'a> {
    /// The places, with whether each is the finding's own.
    labels: Vec<(bool, &'a Label)>,
    help: Option<&'a str>,
    lines: &'a Lines<'a>,
}

impl fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.labels.fmt(f)
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Report<'_> {}

impl miette::Diagnostic for Report<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.map(|help| Box::new(help) as _)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.lines)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().map(|(primary, label)| {
            let span = self.lines.fit(label.span);
            let text = Some(label.text.clone()).filter(|text| !text.is_empty());
            let at = SourceSpan::new(span.start.into(), span.end - span.start);
            if *primary { LabeledSpan::new_primary_with_span(text, at) } else { LabeledSpan::new_with_span(text, at) }
        })))
    }
}

/// The text of a file as miette takes it.
struct Lines<'a> {
    source: &'a SourceFile,
    /// The text with a visible character for each that has no width or moves the cursor; all bytes keep their places.
    clean: String,
}

impl<'a> Lines<'a> {
    fn new(source: &'a SourceFile) -> Self {
        Self { source, clean: clean(source.text()) }
    }
}

impl Lines<'_> {
    /// The span in one line, on characters that can be seen.
    fn fit(&self, span: Span) -> Span {
        let text = &self.clean;
        let last = text.trim_end().len();
        if span.start >= last {
            return Span::new(last, last);
        }
        let boundary = |at: &usize| text.is_char_boundary(*at);
        let start = (0..=span.start).rev().find(boundary).unwrap_or_default();
        let end = (span.end.min(last).max(start)..=last).find(boundary).unwrap_or(last);
        let end = (start + LONG.min(end - start)..=end).find(boundary).unwrap_or(end);
        let line = text[start..end].split('\n').next().unwrap_or_default().trim_end_matches('\r');
        if line.is_empty() && span.end > span.start {
            // The span begins with the end of a line.
            let before = text[..start].trim_end_matches(['\n', '\r', ' ']).len();
            return Span::new(before, before);
        }
        let visible = Some(line.trim_end().len()).filter(|len| *len > 0).unwrap_or(line.len());
        Span::new(start, start + visible)
    }

    /// Whether two places fit into one snippet.
    fn near(&self, a: &Label, b: &Label) -> bool {
        let line = |label: &Label| self.source.line_column(self.fit(label.span).start).0;
        let (first, last) = (line(a).min(line(b)), line(a).max(line(b)));
        last - first <= 3 && self.line_start(last + 2) - self.line_start(first.saturating_sub(1)) <= LONG
    }

    fn line_start(&self, line: usize) -> usize {
        self.source.line_start(line)
    }

    /// What stands around a place in its line.
    fn part<'a>(
        &'a self,
        span: &SourceSpan,
        line: usize,
        column: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (from, to) = (span.offset(), span.offset() + span.len());
        let first = self.line_start(line).max(from.saturating_sub(AROUND));
        let end = self.line_start(line + 1).min(to + AROUND);
        let start = (first..=from).find(|at| self.clean.is_char_boundary(*at)).unwrap_or(from);
        let end = (to..=end).rev().find(|at| self.clean.is_char_boundary(*at)).unwrap_or(to);
        let text = self.clean.get(start..end).ok_or(MietteError::OutOfBounds)?;
        let before = text[..from - start].chars().count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.source.path().to_owned(),
            text.as_bytes(),
            SourceSpan::new(start.into(), end - start),
            line - 1,
            column - 1 - before,
            1,
        )))
    }
}

impl SourceCode for Lines<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (line, column) = self.source.line_column(span.offset());
        let (end_line, _) = self.source.line_column(span.offset() + span.len());
        let first = line.saturating_sub(before).max(1);
        let last = end_line + after;
        let start = self.line_start(first);
        let end = self.line_start(last + 1);
        if end - start > LONG {
            return self.part(span, line, column);
        }
        Ok(Box::new(MietteSpanContents::new_named(
            self.source.path().to_owned(),
            self.clean.as_bytes().get(start..end).ok_or(MietteError::OutOfBounds)?,
            SourceSpan::new(start.into(), end - start),
            if before == 0 { line - 1 } else { first - 1 },
            if before == 0 { column - 1 } else { 0 },
            last - first + 1,
        )))
    }
}

fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for char in text.chars() {
        let visible = match char {
            '\n' | '\t' => char,
            '\r' => ' ',
            '\u{2028}' | '\u{2029}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                '\u{fffd}'
            }
            _ if char.is_control() && char.len_utf8() == 1 => '?',
            _ if char.is_control() => '¿',
            _ => char,
        };
        clean.push(visible);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::super::super::{Code, Diagnostics};
    use super::*;

    #[test]
    fn cleaning_keeps_all_places() {
        for text in ["a\r\nb\rc\0", "\u{feff}x\u{85}y\u{2028}z\u{202e}", "\u{7f}\u{1b}[31m"] {
            assert_eq!(clean(text).len(), text.len());
        }
    }

    #[test]
    fn any_span_in_any_text_is_rendered() {
        let texts =
            ["", "\n", "a", "a\r\n\tb: 价格\r\n", "a\rb\0c", "\u{feff}a: b\n\n\n", "x: 👩‍👩‍👧 y", "中\n中", "a\n\n\nb"];
        for text in texts {
            let source = SourceFile::new("f.yaml", text);
            for start in 0..=text.len() + 2 {
                for end in start..=text.len() + 2 {
                    let mut diags = Diagnostics::default();
                    diags.report(Code::YamlSyntax, Span::new(start, end), "no").also(Span::new(0, end), "here");
                    assert!(diags.render_full(&source).starts_with("error[F0101]: no\n"));
                    assert!(diags.render_colored(&source).starts_with("\u{1b}[1;31merror[F0101]\u{1b}[0m"));
                    assert!(diags.render_short(&source).contains("error[F0101]: no"));
                }
            }
        }
    }
}

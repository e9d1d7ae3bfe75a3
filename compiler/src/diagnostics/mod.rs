//! Findings as plain data; how they look is up to the renderers.

mod codes;
mod fix;
mod levels;
mod render;
mod suggest;

use std::fmt::{self, Display};

pub use codes::{Code, UnknownCode};
pub(crate) use fix::{Change, apply};
pub use fix::{Edit, Fix};
pub use levels::{Level, LevelError, Levels, Target};
pub(crate) use suggest::{Guess, guess, is_close, list, nearest};

use crate::source::{SourceFile, Span};

/// How many names are looked through, in all findings together, for one that was meant.
const MAX_SEARCHED: usize = 100_000;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// The definition cannot be compiled.
    Error,
    /// The definition can be compiled, but something in it is most likely a mistake.
    Warning,
    /// Something worth knowing.
    Note,
}

impl Severity {
    /// The word that messages begin with.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A place in the definition, or in the files beside it, with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is said about it; may be empty.
    pub text: String,
    /// Which file the place is in ([`SourceFile::file`]).
    file: usize,
}

impl Label {
    /// The file that the place is in: the definition, or one beside it.
    #[must_use]
    pub fn source<'s>(&self, definition: &'s SourceFile) -> &'s SourceFile {
        definition.file(self.file).unwrap_or(definition)
    }
}

/// A finding. It renders itself with the definition that it is about; without, it is displayed as
/// ``error[F0201]: unknown step `x` ``.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Its stable code.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Where it is wrong.
    pub primary: Label,
    /// Other places that explain it.
    pub secondary: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
    fix: Option<fix::Draft>,
}

impl Diagnostic {
    /// Says something about the place of the finding.
    pub(crate) fn label(&mut self, text: impl Display) -> &mut Self {
        self.primary.text = one_line(text);
        self
    }

    /// Shows another place.
    pub(crate) fn also(&mut self, span: Span, text: impl Display) -> &mut Self {
        let file = self.primary.file;
        self.secondary.push(Label { span, text: one_line(text), file });
        self
    }

    /// Says what to write instead.
    pub(crate) fn help(&mut self, text: impl Display) -> &mut Self {
        let lines: Vec<_> = text.to_string().lines().map(one_line).collect();
        self.help = Some(lines.join("\n"));
        self
    }

    /// Says how a machine can mend it; nobody has to look at that.
    pub(crate) fn mend(&mut self, change: Change) -> &mut Self {
        self.fix = Some(fix::Draft { change, safe: true });
        self
    }

    /// Says how a machine can mend it, if that is what was meant.
    pub(crate) fn propose(&mut self, change: Change) -> &mut Self {
        self.fix = Some(fix::Draft { change, safe: false });
        self
    }

    /// Asks whether another word of the language was meant.
    pub(crate) fn meant(&mut self, span: Span, written: &str, guess: &Guess<'_>) -> &mut Self {
        self.guessed(span, written, guess.name, guess.is_sure())
    }

    /// Asks whether another name of the definition was meant.
    pub(crate) fn meant_name(&mut self, span: Span, written: &str, guess: &Guess<'_>) -> &mut Self {
        self.guessed(span, written, guess.name, guess.is_sure_of_name())
    }

    fn guessed(&mut self, span: Span, from: &str, to: &str, sure: bool) -> &mut Self {
        // Where it is only a warning, the definition has a meaning, which would become another.
        let safe = sure && self.code.severity() == Severity::Error;
        let change = Change::Word { span, from: from.to_owned(), to: to.to_owned() };
        self.fix = Some(fix::Draft { change, safe });
        self.help(format_args!("did you mean `{to}`?"))
    }

    /// How a machine can change the text so that the finding is gone: that of the file which the finding is in.
    #[must_use]
    pub fn fix(&self, source: &SourceFile) -> Option<Fix> {
        let mut fix = self.fix.as_ref()?.resolve(self.primary.source(source))?;
        fix.safe &= self.primary.file == 0; // nothing but the definition is mended
        Some(fix)
    }

    /// The finding with the lines that it is about.
    #[must_use]
    pub fn render_full(&self, source: &SourceFile) -> String {
        render::full(std::iter::once(self), source)
    }

    /// As [`Self::render_full`], in the colours of a terminal.
    #[must_use]
    pub fn render_colored(&self, source: &SourceFile) -> String {
        render::colored(std::iter::once(self), source)
    }

    /// The finding in one line: ``order.yaml:12:9: error[F0201]: unknown step `x` ``.
    #[must_use]
    pub fn render_short(&self, source: &SourceFile) -> String {
        render::short(self, source)
    }
}

impl Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.code, self.message)
    }
}

/// The findings of a definition, in the order of their places once a stage hands them out; those in files beside it come
/// last.
///
/// ```
/// use flowsmith_compiler::{Severity, SourceFile, analyze};
///
/// let text = "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: hello\n    goto: bye\n";
/// let source = SourceFile::new("hello.yaml", text);
/// let findings = analyze(&source).unwrap_err();
/// assert_eq!(findings.render_short(&source), "hello.yaml:6:5: error[F0110]: a `pass` step has no key `goto`");
/// for finding in &findings {
///     assert_eq!((finding.code.id(), finding.severity), ("F0110", Severity::Error));
/// }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    searched: usize,
}

impl Diagnostics {
    /// Adds a finding; what it returns takes labels and help.
    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Display) -> &mut Diagnostic {
        let at = self.list.len();
        self.list.push(Diagnostic {
            code,
            severity: code.severity(),
            message: one_line(message),
            primary: Label { span, text: String::new(), file: 0 },
            secondary: Vec::new(),
            help: None,
            fix: None,
        });
        &mut self.list[at]
    }

    /// As [`Self::report`], in a file beside the definition.
    pub(crate) fn report_in(&mut self, file: usize, code: Code, span: Span, message: impl Display) -> &mut Diagnostic {
        let found = self.report(code, span, message);
        found.primary.file = file;
        found
    }

    /// Takes the findings in a file beside the definition that was read like a definition.
    pub(crate) fn take_in(&mut self, file: usize, found: Self) {
        for mut finding in found.list {
            for label in std::iter::once(&mut finding.primary).chain(&mut finding.secondary) {
                label.file = if label.file == 0 { file } else { label.file };
            }
            self.list.push(finding);
        }
    }

    /// Whether a suggestion may be sought among so many names of the definition. Without a bound, each of many mistakes
    /// in a long definition would look through all of it.
    pub(crate) fn may_search(&mut self, names: usize) -> bool {
        self.searched = self.searched.saturating_add(names);
        self.searched <= MAX_SEARCHED
    }

    /// Stops the pipeline if errors were reported.
    pub(crate) fn gate(&mut self) -> Result<(), Self> {
        if self.has_errors() { Err(std::mem::take(self).finish()) } else { Ok(()) }
    }

    /// The findings in the order of their places, each once.
    pub(crate) fn finish(mut self) -> Self {
        let place = |it: &Diagnostic| (it.primary.file, it.primary.span, it.severity, it.code.id());
        self.list.sort_by(|a, b| place(a).cmp(&place(b)));
        self.list.dedup(); // an alias shows the same text twice
        self
    }

    /// Whether one of the findings is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|it| it.severity == Severity::Error)
    }

    /// Whether there are no findings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many findings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// All findings with the lines that they are about.
    #[must_use]
    pub fn render_full(&self, source: &SourceFile) -> String {
        render::full(self.list.iter(), source)
    }

    /// As [`Self::render_full`], in the colours of a terminal.
    #[must_use]
    pub fn render_colored(&self, source: &SourceFile) -> String {
        render::colored(self.list.iter(), source)
    }

    /// All findings, a line each.
    #[must_use]
    pub fn render_short(&self, source: &SourceFile) -> String {
        let lines: Vec<_> = self.list.iter().map(|it| it.render_short(source)).collect();
        lines.join("\n")
    }
}

/// A text without what ends a line or moves a cursor; what definitions say may have that.
fn one_line(text: impl Display) -> String {
    let mut text = text.to_string();
    if text.contains(char::is_control) {
        text = text.replace(char::is_control, " ");
    }
    text
}

/// A line for each, without places: [`render_full`](Diagnostics::render_full) shows these.
impl Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, finding) in self.list.iter().enumerate() {
            let before = if at == 0 { "" } else { "\n" };
            write!(f, "{before}{finding}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

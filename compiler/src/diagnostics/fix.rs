//! What a machine can change in the text so that a finding is gone.

use std::collections::BTreeMap;

use crate::source::{SourceFile, Span};
use crate::yaml;

/// A change of the text that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fix {
    /// What becomes what, in the order of the places, which do not overlap. All of it belongs together.
    pub edits: Vec<Edit>,
    /// Whether nobody has to look at it: what was refused is read as it was meant, what was accepted keeps its meaning.
    pub safe: bool,
}

/// What stands in a place becomes another text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// The place; where it is empty, the text is put in.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// A fix as it is proposed, without the text of the definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) change: Change,
    pub(super) safe: bool,
}

/// What is to be changed in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// A word in a place becomes another, whether or not it stands in quotes.
    Word { span: Span, from: String, to: String },
    /// An operand or an operator of an expression becomes another.
    Operand { span: Span, to: String },
    /// Places become these texts.
    Texts(Vec<(Span, String)>),
    /// Quotes are put around a place.
    Quote(Span),
    /// The quotes around a place are taken away.
    Unquote(Span),
    /// Brackets or a `-` make a list of what stands alone.
    List(Span),
}

impl Change {
    /// Something is put in.
    pub(crate) fn insert(at: usize, text: &str) -> Self {
        Self::Texts(vec![(Span::new(at, at), text.to_owned())])
    }

    fn edits(&self, source: &SourceFile) -> Option<Vec<(Span, String)>> {
        match self {
            Self::Word { span, from, to } => word(*span, from, to, source).map(|edit| vec![edit]),
            Self::Operand { span, to } => operand(*span, to, source).map(|edit| vec![edit]),
            Self::Texts(edits) => Some(edits.clone()),
            Self::Quote(span) => Some(vec![(before(*span), "\"".to_owned()), (behind(*span), "\"".to_owned())])
                .filter(|_| !source.slice(*span).contains(['"', '\\', '\n'])),
            Self::Unquote(span) => {
                let bare = ['"', '\''].into_iter().find_map(|quote| {
                    let text = source.slice(*span).strip_prefix(quote)?.strip_suffix(quote)?;
                    Some(text.to_owned())
                });
                Some(vec![(*span, bare?)])
            }
            Self::List(span) => list(*span, source),
        }
    }
}

impl Draft {
    /// The fix in a text; none where the places do not hold what is expected there.
    pub(super) fn resolve(&self, source: &SourceFile) -> Option<Fix> {
        let mut edits = self.change.edits(source)?;
        if edits.iter().any(|(span, _)| source.text().get(span.range()).is_none()) {
            return None;
        }
        edits.sort_by_key(|(span, _)| *span);
        let edits = edits.into_iter().map(|(span, text)| Edit { span, text }).collect();
        Some(Fix { edits, safe: self.safe })
    }
}

/// The definition as it was stored, with the edits of fixes in it, and how many fixes these are. Of those that overlap the
/// first one counts.
pub(crate) fn apply<'f>(source: &SourceFile, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, usize) {
    let mut edits: BTreeMap<Span, &str> = BTreeMap::new();
    let mut applied = 0;
    for fix in fixes {
        let is_free = |span: Span| {
            let left = edits.range(..=Span::new(span.end(), usize::MAX)).next_back();
            left.is_none_or(|(taken, _)| taken.end() < span.start())
        };
        if !fix.edits.is_empty() && fix.edits.iter().all(|edit| is_free(edit.span)) {
            edits.extend(fix.edits.iter().map(|edit| (edit.span, edit.text.as_str())));
            applied += 1;
        }
    }
    let mut text = source.mark().to_owned();
    let mut at = 0;
    for (span, new) in edits {
        text += &source.stored(Span::new(at, span.start()));
        text += new;
        at = span.end();
    }
    text += &source.stored(Span::new(at, source.text().len()));
    (text, applied)
}

fn before(span: Span) -> Span {
    Span::new(span.start(), span.start())
}

fn behind(span: Span) -> Span {
    Span::new(span.end(), span.end())
}

fn word(span: Span, from: &str, to: &str, source: &SourceFile) -> Option<(Span, String)> {
    let mut found = source.slice(span).match_indices(from);
    let (at, _) = found.next().filter(|_| !from.is_empty())?;
    let whole = Span::new(span.start() + at, span.start() + at + from.len());
    (found.next().is_none() && yaml::is_plain(to)).then(|| (whole, to.to_owned()))
}

/// Within quotes of YAML, other quotes would have to be written otherwise.
fn operand(span: Span, to: &str, source: &SourceFile) -> Option<(Span, String)> {
    let (line, _) = source.line_column(span.start());
    let before = source.slice(Span::new(source.line_start(line), span.start()));
    let even = |quote| before.matches(quote).count() % 2 == 0;
    (!to.contains('"') || (even('"') && even('\''))).then(|| (span, to.to_owned()))
}

/// A value as the only item of a list.
fn list(span: Span, source: &SourceFile) -> Option<Vec<(Span, String)>> {
    let text = source.slice(span);
    let (line, _) = source.line_column(span.start());
    let indent = source.slice(Span::new(source.line_start(line), span.start()));
    if text.starts_with('{') || !text.contains(": ") && !text.contains('\n') {
        return Some(vec![(before(span), "[".to_owned()), (behind(span), "]".to_owned())]);
    }
    if !indent.chars().all(|char| char == ' ') {
        return None;
    }
    let mut edits = vec![(before(span), "- ".to_owned())];
    for (at, _) in text.match_indices('\n').filter(|(at, _)| !text[at + 1..].starts_with('\n')) {
        let start = span.start() + at + 1;
        edits.push((Span::new(start, start), "  ".to_owned()));
    }
    Some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(text: &str, changes: &[Change]) -> String {
        let source = SourceFile::new("f.yaml", text);
        let fixes: Vec<_> =
            changes.iter().filter_map(|change| Draft { change: change.clone(), safe: true }.resolve(&source)).collect();
        apply(&source, &fixes).0
    }

    fn word(start: usize, end: usize, from: &str, to: &str) -> Change {
        Change::Word { span: Span::new(start, end), from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn only_the_bytes_of_the_place_change() {
        let text = "\u{feff}a: \"aprove\" # 价格\r\n\r\nb: c\r\n";
        let expected = text.replace("aprove", "approve");
        assert_eq!(fixed(text, &[word(3, 11, "aprove", "approve")]), expected);
        assert_eq!(fixed("a: aprove", &[word(3, 9, "aprove", "approve")]), "a: approve");
        assert_eq!(fixed(text, &[]), text);
    }

    #[test]
    fn a_word_that_is_not_there_once_is_left() {
        for (from, to) in [("x", "y"), ("a", "b"), ("", "b"), ("ab", "c: d"), ("ab", "[c"), ("ab", "true")] {
            assert_eq!(fixed("ab a", &[word(0, 4, from, to)]), "ab a", "{from} {to}");
        }
    }

    #[test]
    fn of_fixes_that_overlap_the_first_counts() {
        let both = [word(0, 2, "ab", "x"), word(1, 3, "bc", "y"), word(4, 5, "d", "z")];
        assert_eq!(fixed("abc d", &both), "xc z");
        let insert = Change::insert(1, "-");
        assert_eq!(fixed("ab", &[insert.clone(), insert]), "a-b");
    }

    #[test]
    fn quotes_are_put_and_taken() {
        assert_eq!(fixed("a: 12", &[Change::Quote(Span::new(3, 5))]), "a: \"12\"");
        assert_eq!(fixed("a: '12'", &[Change::Unquote(Span::new(3, 7))]), "a: 12");
        assert_eq!(fixed("a: 12", &[Change::Unquote(Span::new(3, 5))]), "a: 12");
        let done = Change::Operand { span: Span::new(8, 11), to: "\"d\"".to_owned() };
        assert_eq!(
            fixed("c: $.a = 'd'", &[Change::Operand { span: Span::new(9, 12), to: "\"d\"".to_owned() }]),
            "c: $.a = \"d\""
        );
        assert_eq!(fixed("c: \"$.a='d'\"", std::slice::from_ref(&done)), "c: \"$.a='d'\"");
    }

    #[test]
    fn what_stands_alone_becomes_an_item() {
        let list = |start, end| [Change::List(Span::new(start, end))];
        assert_eq!(fixed("R:\n  A: b # c\n\n  D: e\n", &list(5, 21)), "R:\n  - A: b # c\n\n    D: e\n");
        assert_eq!(fixed("R: {A: b}", &list(3, 9)), "R: [{A: b}]");
        assert_eq!(fixed("R: Busy", &list(3, 7)), "R: [Busy]");
    }
}

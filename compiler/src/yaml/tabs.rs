//! Spaces for the tabs that indent lines.

use super::{Node, build};
use crate::diagnostics::{Change, Diagnostics};
use crate::source::{SourceFile, Span};

/// How wide editors show a tab.
const WIDTHS: [usize; 3] = [2, 4, 8];

/// Spaces for all tabs that indent lines, as wide as makes YAML of the text; none where widths make different things of it.
pub(super) fn to_spaces(source: &SourceFile) -> Option<Change> {
    let in_block = |line: &str| line.trim_end().ends_with(['|', '>', '-', '+']) && line.contains(['|', '>']);
    if source.text().lines().any(in_block) {
        return None; // a tab may be part of a text
    }
    let mut found: Option<(Node, Vec<(Span, String)>)> = None;
    for width in WIDTHS {
        let edits = edits(source.text(), width);
        if edits.is_empty() {
            return None;
        }
        let mut diags = Diagnostics::default();
        let text = SourceFile::new(source.path(), changed(source.text(), &edits));
        let Some(node) = build::read(&text, &mut diags).filter(|_| !diags.has_errors()) else { continue };
        match &found {
            Some((known, _)) if !known.means_the_same(&node) => return None,
            Some(_) => {}
            None => found = Some((node, edits)),
        }
    }
    found.map(|(_, edits)| Change::Texts(edits))
}

fn edits(text: &str, width: usize) -> Vec<(Span, String)> {
    let mut edits = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        if let Some(first) = indent.find('\t').filter(|_| !line.trim().is_empty()) {
            let column = indent.chars().fold(0, |column, char| match char {
                '\t' => (column / width + 1) * width,
                _ => column + 1,
            });
            edits.push((Span::new(start + first, start + indent.len()), " ".repeat(column - first)));
        }
        start += line.len();
    }
    edits
}

fn changed(text: &str, edits: &[(Span, String)]) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in edits {
        changed.push_str(&text[at..span.start()]);
        changed.push_str(new);
        at = span.end();
    }
    changed + &text[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spaces(text: &str) -> Option<String> {
        match to_spaces(&SourceFile::new("f.yaml", text)) {
            Some(Change::Texts(edits)) => Some(changed(text, &edits)),
            _ => None,
        }
    }

    #[test]
    fn tabs_become_what_makes_sense() {
        for (text, expected) in [
            ("a:\n\tb: 1\n\tc: 2\n", Some("a:\n  b: 1\n  c: 2\n")),
            ("a:\n  - b: 1\n\tc: 2\n", Some("a:\n  - b: 1\n    c: 2\n")),
            ("a:\n\t- b: 1\n\t  c: 2\n\t\n\td: 3", None),
            ("a:\n\tb: 1\n        c: 2\n", Some("a:\n        b: 1\n        c: 2\n")),
            ("a:\n    b:\n\tc: 1\n", None),
            ("a: |\n\tb\n", None),
            ("a: 1\n", None),
        ] {
            assert_eq!(spaces(text).as_deref(), expected, "{text:?}");
        }
    }
}

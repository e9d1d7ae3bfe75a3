//! Definitions with all in them mended that a machine can mend.

use crate::{
    Code, Diagnostics, Levels, analyze,
    diagnostics::{Fix, apply},
    source::SourceFile,
};

/// How often the text is read again. One mistake can hide others, but not without an end.
const MOST_ROUNDS: usize = 100;

/// A definition in which safe fixes were applied.
#[derive(Debug)]
#[non_exhaustive]
pub struct Mended {
    /// The definition.
    pub source: SourceFile,
    /// Its text as it is to be stored, if it is another one than before.
    pub text: Option<String>,
    /// How many fixes were applied.
    pub fixes: usize,
}

/// Applies the safe fixes of findings until there are none left. What the levels hide is not touched.
pub fn mend(source: SourceFile, levels: &Levels) -> Mended {
    let mut mended = Mended { source, text: None, fixes: 0 };
    let mut found = findings(&mended.source, levels);
    for _ in 0..MOST_ROUNDS {
        let fixes: Vec<Fix> =
            found.iter().filter_map(|finding| finding.fix(&mended.source)).filter(|fix| fix.safe).collect();
        // All at once; if two of them do not go together, one of them.
        let singles = fixes.iter().take(MOST_ROUNDS).map(std::slice::from_ref);
        let next = std::iter::once(fixes.as_slice()).chain(singles).find_map(|fixes| {
            let (text, applied) = apply(&mended.source, fixes);
            let source = mended.source.with_text(text.clone());
            if source.text() == mended.source.text() {
                return None;
            }
            let left = findings(&source, levels);
            let is_better = !breaks(&found, &left);
            is_better.then(|| (Mended { source, text: Some(text), fixes: mended.fixes + applied }, left))
        });
        let Some((next, left)) = next else { break };
        mended = next;
        found = left;
    }
    mended
}

fn findings(source: &SourceFile, levels: &Levels) -> Diagnostics {
    levels.apply(analyze(source).map_or_else(|found| found, |(_, found)| found))
}

/// Whether a text that was YAML is none any more.
fn breaks(before: &Diagnostics, after: &Diagnostics) -> bool {
    let broken = |found: &Diagnostics| {
        found.iter().any(|it| matches!(it.code, Code::YamlSyntax | Code::TabIndentation | Code::DuplicateKey))
    };
    broken(after) && !broken(before)
}

//! One JSON object a finding, in a line of its own.

use flowsmith_compiler::{Diagnostic, Diagnostics, SourceFile};
use serde::Serialize;

use super::place::Place;

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    place: Place,
    related: Vec<Related<'a>>,
    fix: Option<Fix>,
}

/// Another place that explains the finding.
#[derive(Serialize)]
struct Related<'a> {
    /// The file that it is in, if that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    message: Option<&'a str>,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Fix {
    safe: bool,
    edits: Vec<Edit>,
}

#[derive(Serialize)]
struct Edit {
    text: String,
    #[serde(flatten)]
    place: Place,
}

pub(super) fn report(all: &[(&SourceFile, &Diagnostics)]) -> serde_json::Result<String> {
    let mut text = String::new();
    for (source, findings) in all {
        for it in *findings {
            text += &serde_json::to_string(&finding(it, source))?;
            text.push('\n');
        }
    }
    Ok(text)
}

fn finding<'a>(it: &'a Diagnostic, source: &'a SourceFile) -> Finding<'a> {
    let file = it.primary.source(source);
    let related = it.secondary.iter().map(|label| Related {
        file: Some(label.source(source).path()).filter(|path| *path != file.path()),
        message: Some(label.text.as_str()).filter(|text| !text.is_empty()),
        place: Place::new(label.span, label.source(source)),
    });
    Finding {
        file: file.path(),
        code: it.code.id(),
        severity: it.severity.word(),
        message: &it.message,
        help: it.help.as_deref(),
        place: Place::new(it.primary.span, file),
        related: related.collect(),
        fix: it.fix(source).map(|fix| Fix {
            safe: fix.safe,
            edits: fix
                .edits
                .into_iter()
                .map(|edit| Edit { place: Place::new(edit.span, file), text: edit.text })
                .collect(),
        }),
    }
}

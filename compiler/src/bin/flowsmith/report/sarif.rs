//! A SARIF 2.1.0 log with one run.

use std::fmt::Write as _;

use flowsmith_compiler::{Code, Diagnostic, Diagnostics, Fix, Label, SourceFile, Span};
use serde_json::{Value, json};

use super::{message, place::Place};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn report(all: &[(&SourceFile, &Diagnostics)]) -> serde_json::Result<String> {
    let is_found = |code: &&Code| all.iter().any(|(_, findings)| findings.iter().any(|it| it.code == **code));
    let codes: Vec<Code> = Code::ALL.iter().filter(is_found).copied().collect();
    let results = all.iter().flat_map(|(source, findings)| findings.iter().map(|it| result(it, source, &codes)));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "flowsmith",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    serde_json::to_string_pretty(&log).map(|text| text + "\n")
}

fn rule(code: Code) -> Value {
    let explanation = code.explain();
    let short = explanation.split_inclusive(". ").next().unwrap_or_default().trim_end();
    json!({
        "id": code.id(),
        "name": format!("{code:?}"),
        "shortDescription": {"text": short},
        "fullDescription": {"text": explanation},
        "help": {"text": format!("flowsmith explain {code}")},
        "defaultConfiguration": {"level": code.severity().word()},
    })
}

fn result(it: &Diagnostic, source: &SourceFile, codes: &[Code]) -> Value {
    let mut result = json!({
        "ruleId": it.code.id(),
        "ruleIndex": codes.iter().position(|code| *code == it.code),
        "level": it.severity.word(),
        "message": {"text": message(it)},
        "locations": [location(&it.primary, source)],
    });
    if !it.secondary.is_empty() {
        result["relatedLocations"] = it.secondary.iter().map(|label| location(label, source)).collect();
    }
    if let Some(fix) = it.fix(source) {
        result["fixes"] = json!([change(&fix, it.primary.source(source))]);
    }
    result
}

fn location(label: &Label, source: &SourceFile) -> Value {
    let source = label.source(source);
    let place = json!({"artifactLocation": {"uri": uri(source.path())}, "region": region(label.span, source)});
    match label.text.as_str() {
        "" => json!({"physicalLocation": place}),
        text => json!({"physicalLocation": place, "message": {"text": text}}),
    }
}

fn change(fix: &Fix, source: &SourceFile) -> Value {
    let replacements = fix
        .edits
        .iter()
        .map(|edit| json!({"deletedRegion": region(edit.span, source), "insertedContent": {"text": edit.text}}));
    let safe = if fix.safe { "`flowsmith check --fix` does this" } else { "if this was meant" };
    json!({
        "description": {"text": safe},
        "artifactChanges": [{
            "artifactLocation": {"uri": uri(source.path())},
            "replacements": replacements.collect::<Vec<_>>(),
        }],
    })
}

fn region(span: Span, source: &SourceFile) -> Value {
    let Place { line, column, end_line, end_column, byte_start, byte_end } = Place::new(span, source);
    json!({
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "byteOffset": byte_start,
        "byteLength": byte_end - byte_start,
    })
}

/// A path as a URI: relative to the folder that the command runs in, or of the whole machine.
fn uri(path: &str) -> String {
    let slash = if path.starts_with('/') { "file://" } else { "" };
    let drive = if path.get(1..3) == Some(":/") { "file:///" } else { "" };
    let mut uri = format!("{slash}{drive}");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (byte == b':' && !drive.is_empty()) {
            uri.push(byte as char);
        } else {
            let _ = write!(uri, "%{byte:02X}"); // a string takes everything
        }
    }
    uri
}

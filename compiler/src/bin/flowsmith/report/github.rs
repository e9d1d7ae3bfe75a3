//! Workflow commands of GitHub Actions: `::error file=order.yaml,line=12,…::message`.

use std::fmt::Write as _;

use flowsmith_compiler::{Diagnostics, Severity, SourceFile};

use super::{message, place::Place};

pub(super) fn report(all: &[(&SourceFile, &Diagnostics)]) -> String {
    let mut text = String::new();
    for (source, findings) in all {
        for it in *findings {
            let command = match it.severity {
                Severity::Error => "error",
                Severity::Note => "notice",
                _ => "warning",
            };
            let file = it.primary.source(source);
            let Place { line, column, end_line, end_column, .. } = Place::new(it.primary.span, file);
            let _ = writeln!(
                text,
                "::{command} file={},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}",
                property(file.path()),
                it.code,
                data(&message(it)),
            ); // a string takes everything
        }
    }
    text
}

/// The message: as it is but for ends of lines.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value between commas, before the last colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

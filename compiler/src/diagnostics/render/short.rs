//! A finding in one line.

use super::super::Diagnostic;
use crate::source::SourceFile;

/// ``order.yaml:12:9: error[F0201]: unknown step `x` ``
pub(crate) fn short(diagnostic: &Diagnostic, source: &SourceFile) -> String {
    let source = diagnostic.primary.source(source);
    let (line, column) = source.line_column(diagnostic.primary.span.start);
    let Diagnostic { code, severity, message, .. } = diagnostic;
    format!("{}:{line}:{column}: {}[{}]: {message}", source.path(), severity.word(), code.id())
}

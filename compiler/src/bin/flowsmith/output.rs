//! What a command prints.

use std::io::{self, Write};

use flowsmith_compiler::{Diagnostics, Severity};

use crate::Trouble;

/// Prints what was asked for. Somebody who stops reading has enough.
pub(crate) fn print(text: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(vec![format!("cannot write to the standard output: {error}")])
        }
        _ => Ok(()),
    }
}

/// Says something beside what was asked for: lines that end, or one that does not.
pub(crate) fn say(text: &str) {
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let _ = io::stderr().write_all(format!("{text}{end}").as_bytes());
}

/// How many findings there are of each severity: `1 error and 2 warnings`.
pub(crate) fn count<'a>(findings: impl IntoIterator<Item = &'a Diagnostics>) -> String {
    let findings: Vec<_> = findings.into_iter().flatten().collect();
    let mut parts = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let number = findings.iter().filter(|it| it.severity == severity).count();
        if number > 0 {
            parts.push(plural(number, severity.word()));
        }
    }
    let mut text = parts.pop().unwrap_or_else(|| "nothing found".to_owned());
    if !parts.is_empty() {
        text = format!("{} and {text}", parts.join(", "));
    }
    text
}

/// `1 file`, `2 files`
pub(crate) fn plural(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

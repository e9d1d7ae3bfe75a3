//! What a command prints.

use std::io::{self, IsTerminal, Write};

use flowsmith_compiler::{Diagnostics, Severity, SourceFile};

use crate::Trouble;

/// How findings look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// With the lines that they are about
    Full,
    /// A line each
    Short,
}

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

/// Findings as they are shown on a stream.
pub(crate) fn findings(
    findings: &Diagnostics,
    source: &SourceFile,
    format: Format,
    stream: &impl IsTerminal,
) -> String {
    if findings.is_empty() {
        return String::new();
    }
    match format {
        Format::Short => findings.render_short(source) + "\n",
        Format::Full if colors(stream) => findings.render_colored(source) + "\n",
        Format::Full => findings.render_full(source) + "\n",
    }
}

fn colors(stream: &impl IsTerminal) -> bool {
    let set = |name| std::env::var_os(name).unwrap_or_default();
    stream.is_terminal() && set("NO_COLOR").is_empty() && set("TERM") != "dumb"
}

/// How many findings there are of each severity: `1 error and 2 warnings`.
pub(crate) fn count(findings: &[&Diagnostics]) -> String {
    let mut parts = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let number = findings.iter().copied().flatten().filter(|it| it.severity == severity).count();
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

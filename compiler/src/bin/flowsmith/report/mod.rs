//! Findings in the formats of people and of tools.

mod github;
mod json;
mod place;
mod sarif;

use std::io::IsTerminal;

use flowsmith_compiler::{Diagnostic, Diagnostics, SourceFile};

use crate::Trouble;

/// How findings look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// With the lines that they are about
    Full,
    /// A line each
    Short,
    /// A JSON object each, in a line of its own
    Json,
    /// One SARIF 2.1.0 log for all, as code scanning takes it
    Sarif,
    /// Workflow commands, which GitHub Actions shows beside the lines
    Github,
}

impl Format {
    /// Whether a tool reads it, which takes no other lines.
    pub(crate) fn is_for_tools(self) -> bool {
        matches!(self, Self::Json | Self::Sarif)
    }
}

/// The findings of definitions as they are shown on a stream.
pub(crate) fn report(
    all: &[(&SourceFile, &Diagnostics)],
    format: Format,
    stream: &impl IsTerminal,
) -> Result<String, Trouble> {
    let each = |render: &dyn Fn(&Diagnostics, &SourceFile) -> String| {
        let found = all.iter().filter(|(_, findings)| !findings.is_empty());
        found.map(|(source, findings)| render(findings, source) + "\n").collect()
    };
    let text = match format {
        Format::Full if colors(stream) => Ok(each(&Diagnostics::render_colored)),
        Format::Full => Ok(each(&Diagnostics::render_full)),
        Format::Short => Ok(each(&Diagnostics::render_short)),
        Format::Json => json::report(all),
        Format::Sarif => sarif::report(all),
        Format::Github => Ok(github::report(all)),
    };
    text.map_err(|error| vec![format!("cannot write the findings: {error}")])
}

/// What is wrong, and in a line of its own what to write instead.
fn message(finding: &Diagnostic) -> String {
    match &finding.help {
        Some(help) => format!("{}\nhelp: {help}", finding.message),
        None => finding.message.clone(),
    }
}

fn colors(stream: &impl IsTerminal) -> bool {
    let set = |name| std::env::var_os(name).unwrap_or_default();
    stream.is_terminal() && set("NO_COLOR").is_empty() && set("TERM") != "dumb"
}

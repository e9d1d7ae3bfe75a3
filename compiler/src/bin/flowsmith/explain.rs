//! `flowsmith explain` and `flowsmith codes`

use std::fmt::Write as _;

use flowsmith_compiler::Code;

use crate::{Ending, Trouble, output};

const EXAMPLES: &str = "\
Examples:
  flowsmith explain F0412
  flowsmith explain f0305 F0314

`flowsmith codes` lists all codes.";

/// Explain a code: what it means, why it is worth a finding, an example, and what to write instead
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Codes of findings
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let mut pages = Vec::new();
    let mut trouble = Trouble::new();
    for code in &args.codes {
        match code.parse() {
            Ok(code) => pages.push(page(code)),
            Err(error) => trouble.push(format!("{error}; `flowsmith codes` lists all")),
        }
    }
    if !trouble.is_empty() {
        return Err(trouble);
    }
    output::print(&pages.join("\n\n"))?;
    Ok(Ending::Fine)
}

fn page(code: Code) -> String {
    let mut text = format!("{code}: {} ({})\n\n{}\n\n", code.title(), code.severity(), wrapped(code.explain()));
    let mut in_block = false;
    for line in code.page().lines() {
        if line.starts_with("```") {
            in_block = !in_block;
        } else if in_block && !line.is_empty() {
            let _ = writeln!(text, "    {line}"); // a string takes everything
        } else {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

/// A text in lines of a terminal.
fn wrapped(text: &str) -> String {
    let mut wrapped = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if width > 0 {
            let fits = width + 1 + length <= 100;
            wrapped.push(if fits { ' ' } else { '\n' });
            width = if fits { width + 1 } else { 0 };
        }
        wrapped.push_str(word);
        width += length;
    }
    wrapped
}

const LIST_EXAMPLES: &str = "\
Examples:
  flowsmith codes
  flowsmith codes | grep warning

`flowsmith explain F0412` says more about one of them.";

/// List all codes of findings, with the level that each has by default
#[derive(clap::Args)]
#[command(after_help = LIST_EXAMPLES)]
pub(crate) struct ListArgs {}

pub(crate) fn list(_: &ListArgs) -> Result<Ending, Trouble> {
    let mut text = String::new();
    for code in Code::ALL {
        let _ = writeln!(text, "{code}  {:7}  {}", code.severity(), first(code.explain())); // a string takes everything
    }
    output::print(&text)?;
    Ok(Ending::Fine)
}

/// What a text says before it goes into detail.
fn first(text: &str) -> &str {
    let ends = text.match_indices([':', '.']).map(|(at, _)| at).filter(|at| {
        let is_end = text[at + 1..].starts_with(' ') || at + 1 == text.len();
        is_end && text[..*at].matches('`').count().is_multiple_of(2)
    });
    text.split_at(ends.min().unwrap_or(text.len())).0
}

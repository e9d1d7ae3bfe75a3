//! `flowsmith check`

use std::{io, path::PathBuf};

use flowsmith_compiler::{Diagnostics, codegen, compile};

use crate::{
    Ending, Trouble, input, levels,
    output::{self, Format, count, findings, plural, say},
};

const EXAMPLES: &str = "\
Examples:
  flowsmith check order.yaml
  flowsmith check flows --deny warnings --allow F0311
  flowsmith check --format short flows | grep F0412
  git show HEAD~1:order.yaml | flowsmith check -";

/// Check definitions and show everything that is found in them
///
/// Findings go to the standard output, in the order of their places, and a summary to the standard
/// error. What passes can be compiled by `build`, by `flow!` and by a build script.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Args {
    /// Definitions, folders with some (`*.yaml`, `*.yml`), or the standard input
    #[arg(required = true, value_name = "FILE|DIR|-")]
    paths: Vec<PathBuf>,

    /// How findings look
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,

    #[command(flatten)]
    levels: levels::Args,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let mut options = codegen::Options::default();
    options.levels = args.levels.read()?;
    let input = input::all(&args.paths);

    let mut all: Vec<Diagnostics> = Vec::new();
    let mut text = String::new();
    for source in &input.sources {
        let found = compile(source, &options).map_or_else(|findings| findings, |output| output.findings);
        text += &findings(&found, source, args.format, &io::stdout());
        all.push(found);
    }
    output::print(&text)?;

    let (checked, found) = (plural(all.len(), "definition"), count(&all.iter().collect::<Vec<_>>()));
    let skipped = match input.others {
        0 => String::new(),
        others => format!("; skipped {}", plural(others, "other YAML file")),
    };
    if !all.is_empty() {
        say(&format!("checked {checked}: {found}{skipped}"));
    }
    if !input.trouble.is_empty() {
        return Err(input.trouble);
    }
    Ok(if all.iter().any(Diagnostics::has_errors) { Ending::Findings } else { Ending::Fine })
}

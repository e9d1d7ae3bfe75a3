//! `flowsmith types`

use std::path::PathBuf;

use crate::{Ending, Trouble, input, output};

const EXAMPLES: &str = "\
Examples:
  flowsmith types order.yaml
  diff <(flowsmith types old.yaml) <(flowsmith types new.yaml)   # whose data has changed?

In what is printed, `note?: text` is a key that need not be there, `…` stands for keys that nobody
knows, and `any` for what nobody knows.";

/// Print what is known of the data of a flow before it runs
///
/// First what an execution starts with and what the steps read of it, then for each step its input, its
/// result and what it gives to the steps after it. All of it follows from the definition and from the types
/// that are declared beside it. Findings go to the standard error.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Args {
    /// A definition; `-` is the standard input
    #[arg(value_name = "FILE|-")]
    path: PathBuf,
    /// The types of the definition, if they are not in `order.types.yaml` beside `order.yaml`
    #[arg(long, value_name = "FILE")]
    types: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let Some(known) = input::analyzed_by(&args.path, args.types.as_deref(), flowsmith_compiler::known)? else {
        return Ok(Ending::Findings);
    };
    output::print(&known)?;
    Ok(Ending::Fine)
}

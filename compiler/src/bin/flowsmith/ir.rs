//! `flowsmith ir`

use std::path::PathBuf;

use flowsmith_compiler::ir;

use crate::{Ending, Trouble, input, output};

const EXAMPLES: &str = "\
Examples:
  flowsmith ir order.yaml
  diff <(flowsmith ir old.yaml) <(flowsmith ir new.yaml)       # do two definitions mean the same?";

/// Print the graph that a definition means, with every default filled in
///
/// It is the intermediate form from which code is generated: names are resolved, mappings are templates.
/// Findings go to the standard error. The form may change with each version.
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
    let Some(flow) = input::analyzed(&args.path, args.types.as_deref())? else { return Ok(Ending::Findings) };
    output::print(&ir::print(&flow))?;
    Ok(Ending::Fine)
}

//! `flowsmith graph`

use std::path::PathBuf;

use flowsmith_compiler::{graph, shell::write_all};

use crate::{Ending, Trouble, input, output};

const EXAMPLES: &str = "\
Examples:
  flowsmith graph order.yaml                                   # Mermaid, for Markdown
  flowsmith graph order.yaml --format svg -o order.svg         # for a browser
  flowsmith graph order.yaml --format dot | dot -Tpng > order.png";

/// Draw a definition as a picture
///
/// Branches, loops, catch clauses and steps that wait for a report look different. Findings go to the
/// standard error.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Args {
    /// A definition; `-` is the standard input
    #[arg(value_name = "FILE|-")]
    path: PathBuf,

    /// The types of the definition, if they are not in `order.types.yaml` beside `order.yaml`
    #[arg(long, value_name = "FILE")]
    types: Option<PathBuf>,

    /// What to draw
    #[arg(long, value_name = "mermaid|dot|svg", default_value = "mermaid")]
    format: graph::Format,

    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let Some(flow) = input::analyzed(&args.path, args.types.as_deref())? else { return Ok(Ending::Findings) };
    let picture = graph::render(&flow, args.format);
    match &args.output {
        Some(file) => write_all(&[(file.clone(), picture)]).map_err(|sentence| vec![sentence])?,
        None => output::print(&picture)?,
    }
    Ok(Ending::Fine)
}

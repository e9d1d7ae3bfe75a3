//! `flowsmith schema`

use std::path::PathBuf;

use flowsmith_compiler::shell::write_all;

use crate::{Ending, Trouble, output};

const V1: &str = include_str!("../../../schema/v1.json");
const STATE_MACHINE: &str = include_str!("../../../schema/statemachine.json");
const TYPES: &str = include_str!("../../../schema/types.json");

const EXAMPLES: &str = "\
Examples:
  flowsmith schema v1 -o flow.schema.json
  flowsmith schema state-machine -o machine.schema.json
  flowsmith schema types -o types.schema.json          # of `order.types.yaml`

As the first line of a definition, for editors with a YAML language server:
  # yaml-language-server: $schema=./flow.schema.json

or in the settings of Visual Studio Code:
  \"yaml.schemas\": {\"./flow.schema.json\": \"flows/*.yaml\"}";

/// Print the JSON Schema of a dialect or of sidecars, for completion and hover in editors
///
/// It knows every key, its values and its default, and finds keys that do not exist. What no schema can
/// know, as where a `goto` leads, `flowsmith check` finds.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Args {
    /// What it is for
    #[arg(value_enum)]
    of: Of,

    /// Where to write it to; else it is printed
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Of {
    /// `type: flow`, version v1
    V1,
    /// `Type: StateMachine`, version v1
    #[value(alias = "statemachine")]
    StateMachine,
    /// Types beside a definition: `order.types.yaml`
    Types,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let schema = match args.of {
        Of::V1 => V1,
        Of::StateMachine => STATE_MACHINE,
        Of::Types => TYPES,
    };
    match &args.output {
        Some(file) => write_all(&[(file.clone(), schema.to_owned())]).map_err(|sentence| vec![sentence])?,
        None => output::print(schema)?,
    }
    Ok(Ending::Fine)
}

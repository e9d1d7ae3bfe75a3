//! `flowsmith new`

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use flowsmith_compiler::{SourceFile, codegen, shell::shown};

use crate::{Ending, Trouble, output};

const FLOW: &str = include_str!("starter.yaml");
const STATE_MACHINE: &str = include_str!("starter_machine.yaml");

const EXAMPLES: &str = "\
Examples:
  flowsmith new order                # order.yaml
  flowsmith new flows/order.yml
  flowsmith new order --dialect state-machine";

/// Write a commented definition to begin with
///
/// It can be compiled as it is. A file that exists is not replaced.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Args {
    /// The name of the flow, or the path of its file
    #[arg(value_name = "NAME")]
    name: PathBuf,

    /// The dialect of the definition
    #[arg(long, value_enum, default_value_t = Dialect::V1)]
    dialect: Dialect,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Dialect {
    /// `type: flow`, version v1
    #[value(alias = "flow")]
    V1,
    /// `Type: StateMachine`, version v1
    #[value(alias = "statemachine")]
    StateMachine,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let yaml = args.name.extension().is_some_and(|it| it == "yaml" || it == "yml");
    let mut file = args.name.clone().into_os_string();
    if !yaml {
        file.push(".yaml");
    }
    let file = PathBuf::from(file);
    let shown = shown(&file);
    let source = SourceFile::new(shown.clone(), "");
    create(&file, &starter(args.dialect, source.stem())).map_err(|error| {
        vec![match error.kind() {
            io::ErrorKind::AlreadyExists => format!("`{shown}` exists already"),
            io::ErrorKind::NotFound => format!("there is no folder for `{shown}`"),
            _ => format!("cannot write `{shown}`: {error}"),
        }]
    })?;

    let plain = shown.chars().all(|char| char.is_alphanumeric() || "/._-:".contains(char));
    let word = if plain { shown.clone() } else { format!("{shown:?}") }; // as a shell takes it for one
    let module = codegen::module_name(&source, &codegen::Options::default());
    output::print(&format!(
        "wrote {shown}\n\n  flowsmith check {word}\n\nand in Rust:\n\n  flowsmith::flow!({shown:?}); // pub mod {module}\n"
    ))?;
    Ok(Ending::Fine)
}

/// The definition to begin with. One of the two dialects has the name of the flow in it.
fn starter(dialect: Dialect, stem: &str) -> String {
    let sound = stem.starts_with(|char: char| char.is_ascii_alphabetic())
        && stem.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-'));
    match dialect {
        Dialect::V1 => FLOW.to_owned(),
        Dialect::StateMachine if sound => STATE_MACHINE.replace("\nName: order\n", &format!("\nName: {stem}\n")),
        Dialect::StateMachine => STATE_MACHINE.to_owned(),
    }
}

/// Writes the starter to a file of its own, whole or not at all.
fn create(file: &Path, starter: &str) -> io::Result<()> {
    let mut created = fs::File::create_new(file)?;
    created.write_all(starter.as_bytes()).inspect_err(|_| drop(fs::remove_file(file)))
}

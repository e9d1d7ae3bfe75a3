//! `flowsmith`: the compiler on the command line. A file for each command; what they do is done by the library.

mod build;
mod check;
mod explain;
mod graph;
mod input;
mod ir;
mod levels;
mod new;
mod output;
mod report;
mod schema;
mod types;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const ABOUT: &str = "\
Compiles flow definitions (FDL, the language of Serverless Workflow and CloudFlow) to Rust, which
the crate `flowsmith` runs.

In a Rust project, `flowsmith::flow!(\"order.yaml\")` or a build script does the same without this
tool. It is for checking definitions by hand, in an editor or in CI, and for generated code that is
checked in.";

const EXAMPLES: &str = "\
Examples:
  flowsmith new order                                  # a commented order.yaml to begin with
  flowsmith check flows                                # every definition in a folder
  flowsmith check --deny warnings order.yaml           # in CI
  flowsmith check flows --fix                          # mend what is safe to mend
  flowsmith explain F0412                              # what a finding means
  flowsmith build order.yaml -o src/order.rs           # the module `order`
  flowsmith build order.yaml -o src/order.rs --check   # in CI: is that file up to date?
  flowsmith graph order.yaml --format svg -o order.svg # a picture of it
  flowsmith types order.yaml                           # what is known of its data
  flowsmith schema v1 -o flow.schema.json              # completion in editors

Exit codes:
  0  all is well
  1  a definition has errors, or a generated file is stale
  2  wrong usage, or a file cannot be read or written

Colours are used on a terminal only; set NO_COLOR to have none.";

#[derive(Parser)]
#[command(name = "flowsmith", version, about = "Compiles flow definitions to Rust", long_about = ABOUT)]
#[command(after_help = EXAMPLES, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Build(build::Args),
    Explain(explain::Args),
    Codes(explain::ListArgs),
    Graph(graph::Args),
    Ir(ir::Args),
    New(new::Args),
    Schema(schema::Args),
    Types(types::Args),
}

/// How a command ends that could do its work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Fine,
    /// A definition has errors, or a file is stale.
    Findings,
}

/// Why a command could not do its work: one sentence or more.
type Trouble = Vec<String>;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print(); // nobody reads it where this fails
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let ending = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Codes(args) => explain::list(&args),
        Command::Graph(args) => graph::run(&args),
        Command::Ir(args) => ir::run(&args),
        Command::New(args) => new::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Types(args) => types::run(&args),
    };
    match ending {
        Ok(Ending::Fine) => ExitCode::SUCCESS,
        Ok(Ending::Findings) => ExitCode::from(1),
        Err(trouble) => {
            for sentence in trouble {
                output::say(&format!("error: {sentence}"));
            }
            ExitCode::from(2)
        }
    }
}

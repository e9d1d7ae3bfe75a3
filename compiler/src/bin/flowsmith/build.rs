//! `flowsmith build`

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{
    codegen::Options,
    shell::{self, Compiled, Definition, compile_all, shown, write_all},
};
use proc_macro2::TokenStream;

use crate::{
    Ending, Trouble, input, levels,
    output::{self, count, say},
    report::{Format, report},
};

const EXAMPLES: &str = "\
Examples:
  flowsmith build order.yaml                                   # to the standard output
  flowsmith build order.yaml -o src/order.rs
  flowsmith build flows --out-dir src/flows                    # a file for each definition
  flowsmith build flows --out-dir src/flows --check            # in CI
  flowsmith build old/order.yaml --mod legacy --crate ::durable -o src/legacy.rs

Use a generated file with `include!(\"order.rs\");`, which rustfmt leaves alone. Generate it again when
`flowsmith` is updated: a runtime that it does not fit refuses to compile it, with one sentence.";

/// Compile definitions to Rust
///
/// Writes formatted modules, or nothing at all: an error in one definition leaves every file as it was.
/// Findings go to the standard error. Files that are up to date are not touched.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
#[command(group(clap::ArgGroup::new("destination").args(["output", "out_dir"])))]
pub(crate) struct Args {
    /// Definitions, or folders with some (`*.yaml`, `*.yml`)
    #[arg(required = true, value_name = "FILE|DIR")]
    paths: Vec<PathBuf>,

    /// Write all modules to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write each module to a file of its name in this folder
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,

    /// Write nothing; end with 1 if a file is not what would be written
    #[arg(long, requires = "destination")]
    check: bool,

    /// The name of the module, for one definition that is not to be named after its file
    #[arg(long = "mod", value_name = "NAME")]
    module: Option<String>,

    /// Where the runtime is found
    #[arg(long = "crate", value_name = "PATH", default_value = "::flowsmith")]
    krate: String,

    /// The types of the definition, if they are not in `order.types.yaml` beside `order.yaml`
    #[arg(long, value_name = "FILE")]
    types: Option<PathBuf>,

    /// How findings look
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,

    #[command(flatten)]
    levels: levels::Args,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let mut options = Options::default();
    options.levels = args.levels.read()?;
    options.krate = shell::krate(&args.krate).map_err(|sentence| vec![sentence])?;
    options.module.clone_from(&args.module);

    let compiled = compile(args, &options)?;
    let all: Vec<_> = compiled.iter().map(|one| (&one.source, one.findings())).collect();
    say(&report(&all, args.format, &io::stderr())?);
    if compiled.iter().any(|one| one.result.is_err()) {
        if !args.format.is_for_tools() {
            say(&format!("nothing is written: {}", count(all.iter().map(|(_, findings)| *findings))));
        }
        return Ok(Ending::Findings);
    }

    let Some(files) = files(args, compiled)? else { return Ok(Ending::Fine) };
    if args.check {
        return Ok(check(&files));
    }
    write_all(&files).map_err(|sentence| vec![sentence])?;
    Ok(Ending::Fine)
}

fn compile(args: &Args, options: &Options) -> Result<Vec<Compiled>, Trouble> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(vec!["a flow is named after its file, so the standard input cannot be built".to_owned()]);
    }
    let input = input::all(&args.paths, args.types.as_deref());
    if !input.trouble.is_empty() {
        return Err(input.trouble);
    }
    if args.module.is_some() && input.sources.len() > 1 {
        return Err(vec![format!("`--mod` names one module, but there are {} definitions", input.sources.len())]);
    }
    let definitions = input.sources.into_iter().map(|source| Definition { source, module: None });
    compile_all(definitions.collect(), options).map_err(|sentence| vec![sentence])
}

/// The files to write; none where the modules go to the standard output.
fn files(args: &Args, compiled: Vec<Compiled>) -> Result<Option<Vec<(PathBuf, String)>>, Trouble> {
    let mut modules: Vec<(SourcePath, String, TokenStream)> = Vec::new();
    for Compiled { source, module, result } in compiled {
        modules.extend(result.ok().map(|output| (source.path().to_owned(), module, output.tokens)));
    }
    let text = |sources: &[&str], tokens| shell::text(sources, tokens).map_err(|error| vec![error.to_string()]);
    if let Some(folder) = &args.out_dir {
        let file = |(source, module, tokens): (SourcePath, String, TokenStream)| {
            Ok((folder.join(format!("{module}.rs")), text(&[&source], tokens)?))
        };
        return modules.into_iter().map(file).collect::<Result<_, Trouble>>().map(Some);
    }
    let sources: Vec<&str> = modules.iter().map(|(source, ..)| source.as_str()).collect();
    let all = text(&sources, modules.iter().map(|(.., tokens)| tokens.clone()).collect())?;
    match &args.output {
        Some(file) => Ok(Some(vec![(file.clone(), all)])),
        None => output::print(&all).map(|()| None),
    }
}

/// The path of a definition as it is shown.
type SourcePath = String;

/// Says which files are not what would be written.
fn check(files: &[(PathBuf, String)]) -> Ending {
    let mut ending = Ending::Fine;
    for (file, text) in files {
        let file_text = fs::read(file).map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n"));
        let what = match file_text {
            Ok(known) if known == *text => continue,
            Ok(_) => "is stale",
            Err(error) if error.kind() == io::ErrorKind::NotFound => "is missing",
            Err(_) => "cannot be read",
        };
        say(&format!("`{}` {what}: run this again without `--check`", shown(file)));
        ending = Ending::Findings;
    }
    ending
}

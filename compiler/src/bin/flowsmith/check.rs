//! `flowsmith check`

use std::{
    io,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{
    Diagnostics, SourceFile, codegen, compile,
    shell::{mend, write_all},
};

use crate::{
    Ending, Trouble,
    input::{self, Input},
    levels,
    output::{self, count, plural, say},
    report::{Format, report},
};

const EXAMPLES: &str = "\
Examples:
  flowsmith check order.yaml
  flowsmith check flows --deny warnings --allow F0311
  flowsmith check flows --fix                          # then look at what your version control shows
  flowsmith check flows --format short | grep F0412
  flowsmith check flows --format json | jq -r .code | sort | uniq -c
  flowsmith check flows --format sarif > findings.sarif
  git show HEAD~1:order.yaml | flowsmith check -

`flowsmith explain F0412` says more about a code. In JSON, lines and columns begin with 1 and columns count
characters; bytes are those of the file.";

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

    /// The types of the definition, if they are not in `order.types.yaml` beside `order.yaml`
    #[arg(long, value_name = "FILE")]
    types: Option<PathBuf>,

    /// How findings look
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,

    /// Mend the files first, where that is safe
    ///
    /// What was refused is then read as it was meant, what was accepted keeps its meaning. Nothing else
    /// is changed, neither comments nor layout. What is left is shown.
    #[arg(long, verbatim_doc_comment)]
    fix: bool,

    #[command(flatten)]
    levels: levels::Args,
}

pub(crate) fn run(args: &Args) -> Result<Ending, Trouble> {
    let mut options = codegen::Options::default();
    options.levels = args.levels.read()?;
    if args.fix && args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(vec!["the standard input cannot be changed: `--fix` takes files and folders".to_owned()]);
    }
    let mut input = input::all(&args.paths, args.types.as_deref());
    let fixed = if args.fix { fix(&mut input, &options)? } else { String::new() };

    let find = |source: &SourceFile| compile(source, &options).map_or_else(|found| found, |output| output.findings);
    let all: Vec<(&SourceFile, Diagnostics)> = input.sources.iter().map(|source| (source, find(source))).collect();
    let shown: Vec<_> = all.iter().map(|(source, findings)| (*source, findings)).collect();
    output::print(&report(&shown, args.format, &io::stdout())?)?;

    let (checked, found) = (plural(all.len(), "definition"), count(all.iter().map(|(_, findings)| findings)));
    let skipped = match input.others {
        0 => String::new(),
        others => format!("; skipped {}", plural(others, "other YAML file")),
    };
    if !all.is_empty() {
        say(&format!("checked {checked}: {fixed}{found}{skipped}"));
    }
    if !input.trouble.is_empty() {
        return Err(input.trouble);
    }
    Ok(if all.iter().any(|(_, findings)| findings.has_errors()) { Ending::Findings } else { Ending::Fine })
}

/// Changes the files, and gives what is to be said about that.
fn fix(input: &mut Input, options: &codegen::Options) -> Result<String, Trouble> {
    let mut files = Vec::new();
    let mut applied = 0;
    for (source, file) in input.sources.iter_mut().zip(&input.files) {
        let mended = mend(source.clone(), &options.levels);
        if let Some(text) = mended.text {
            files.push((file.clone(), text));
            applied += mended.fixes;
            *source = mended.source;
        }
    }
    write_all(&files).map_err(|sentence| vec![sentence])?;
    Ok(match files.len() {
        0 => "nothing to fix, ".to_owned(),
        changed => format!("{} in {}, ", fixes(applied), plural(changed, "file")),
    })
}

fn fixes(number: usize) -> String {
    if number == 1 { "1 fix".to_owned() } else { format!("{number} fixes") }
}

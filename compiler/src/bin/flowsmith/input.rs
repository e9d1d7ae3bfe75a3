//! The definitions that a command is given: files, folders, the standard input.

use std::{
    collections::BTreeSet,
    io::{self, Read},
    path::{Path, PathBuf},
};

use flowsmith_compiler::{
    Diagnostics, SourceFile, analyze,
    ir::Flow,
    shell::{Loaded, definition_of, load, search, shown},
};

use crate::{
    Trouble,
    output::say,
    report::{Format, report},
};

/// What stands behind paths.
#[derive(Debug, Default)]
pub(crate) struct Input {
    pub(crate) sources: Vec<SourceFile>,
    /// The files that they are from.
    pub(crate) files: Vec<PathBuf>,
    /// How many YAML files in folders are no definitions.
    pub(crate) others: usize,
    /// What could not be read.
    pub(crate) trouble: Trouble,
}

/// Reads files, every definition in folders, and for `-` the standard input; of one definition, the types may be given.
pub(crate) fn all(paths: &[PathBuf], types: Option<&Path>) -> Input {
    let mut input = Input::default();
    let mut known = BTreeSet::new();
    for path in paths {
        let files = if path.is_dir() { folder(path, &mut input) } else { vec![file(path)] };
        for file in files {
            if !known.insert(shown(&file)) {
                continue;
            }
            match one(&file, types) {
                Ok(source) => {
                    input.sources.push(source);
                    input.files.push(file);
                }
                Err(sentence) => input.trouble.push(sentence),
            }
        }
    }
    if types.is_some() && input.sources.len() > 1 {
        let several = format!("`--types` are those of one definition, but there are {}", input.sources.len());
        return Input { trouble: vec![several], ..Input::default() };
    }
    input
}

/// A file; a sidecar stands for its definition, since patterns of file names give both.
fn file(path: &Path) -> PathBuf {
    definition_of(path).unwrap_or_else(|| path.to_owned())
}

/// Reads a file, or for `-` the standard input, with the types that are given or stand beside it.
fn one(path: &Path, types: Option<&Path>) -> Result<SourceFile, String> {
    let folder = Path::new("");
    if path != Path::new("-") {
        return load(folder, path, types).map(|loaded| loaded.source);
    }
    let mut bytes = Vec::new();
    let input = std::io::stdin().read_to_end(&mut bytes);
    input.map_err(|error| format!("cannot read the standard input: {error}"))?;
    let text = String::from_utf8(bytes);
    let text = text.map_err(|_| "the standard input is no UTF-8 text, which a flow definition has to be".to_owned())?;
    let loaded = Loaded { source: SourceFile::new("<stdin>", text), files: Vec::new() };
    match types {
        Some(types) => loaded.with_types(folder, types).map(|loaded| loaded.source),
        None => Ok(loaded.source),
    }
}

fn folder(path: &Path, input: &mut Input) -> Vec<PathBuf> {
    let found = search(path).and_then(|found| {
        input.others += found.others;
        found.some(path)
    });
    found.unwrap_or_else(|sentence| {
        input.trouble.push(sentence);
        Vec::new()
    })
}

/// The graph of a definition, or none where it has errors. What is found is said.
pub(crate) fn analyzed(path: &Path, types: Option<&Path>) -> Result<Option<Flow>, Trouble> {
    analyzed_by(path, types, analyze)
}

/// What an analysis gives of a definition, or nothing where it has errors. What is found is said.
pub(crate) fn analyzed_by<T>(
    path: &Path,
    types: Option<&Path>,
    analyze: fn(&SourceFile) -> Result<(T, Diagnostics), Diagnostics>,
) -> Result<Option<T>, Trouble> {
    let source = one(path, types).map_err(|sentence| vec![sentence])?;
    let (known, found) = match analyze(&source) {
        Ok((known, found)) => (Some(known), found),
        Err(found) => (None, found),
    };
    say(&report(&[(&source, &found)], Format::Full, &io::stderr())?);
    Ok(known)
}

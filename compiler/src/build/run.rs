//! What a build script does: finds, reads and compiles definitions, tells cargo, writes modules.

use std::{
    collections::BTreeSet,
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use super::{Build, Failed};
use crate::{
    diagnostics::Severity,
    shell::{self, Compiled, Definition, Loaded, load, search, shown},
};

/// A definition or a folder of them.
#[derive(Debug, Clone)]
pub(super) struct Input {
    pub(super) path: PathBuf,
    /// The name of the module, where one is asked for.
    pub(super) module: Option<String>,
    /// Its types, where these do not stand beside it under its name.
    pub(super) types: Option<PathBuf>,
}

/// Runs a build.
pub(super) fn run(build: Build, cargo: &mut dyn Write, people: &mut dyn Write) -> Result<(), Failed> {
    let Build { inputs, options, out_dir, mistakes } = build;
    failed_by(&mistakes)?;
    let out_dir = match out_dir.or_else(|| env::var_os("OUT_DIR").map(PathBuf::from)) {
        Some(folder) => folder.join("flowsmith"),
        None => return Err(Failed("`OUT_DIR` is not set: this is to be run by a build script".to_owned())),
    };

    let (definitions, mistakes) = definitions(&inputs, cargo);
    failed_by(&mistakes)?;
    let compiled = shell::compile_all(definitions, &options).map_err(Failed)?;

    for one in &compiled {
        show(one, cargo, people);
    }
    ending(&compiled)?;

    let mut files = Vec::new();
    for Compiled { source, module, result } in compiled {
        let Ok(output) = result else { continue };
        let text = shell::text(&[source.path()], output.tokens);
        files.push((out_dir.join(format!("{module}.rs")), text.map_err(|error| Failed(error.to_string()))?));
    }
    shell::write_all(&files).map_err(Failed)?;
    remove_others(&out_dir, files.into_iter().map(|(file, _)| file));
    Ok(())
}

/// Removes the modules of definitions that are gone; what other builds of the same script have written stays.
fn remove_others(folder: &Path, files: impl Iterator<Item = PathBuf>) {
    static WRITTEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    written.extend(files);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.path();
        if file.extension().is_some_and(|it| it == "rs") && !written.contains(&file) {
            let _ = fs::remove_file(file);
        }
    }
}

/// The definitions that are meant, and what is wrong with the inputs.
fn definitions(inputs: &[Input], cargo: &mut dyn Write) -> (Vec<Definition>, Vec<String>) {
    let (mut definitions, mut mistakes) = (Vec::new(), Vec::new());
    if inputs.is_empty() {
        mistakes.push("no flow definition is given: add one with `flow`".to_owned());
    }
    let mut known = BTreeSet::new();
    for Input { path, module, types } in inputs {
        tell(cargo, &format!("cargo::rerun-if-changed={}", path.display()));
        let files = match (path.is_dir(), module) {
            (false, _) => Ok(vec![path.clone()]),
            (true, _) if types.is_some() => {
                Err(format!("`{}` is a folder: only the types of a file can be given", shown(path)))
            }
            (true, Some(module)) => {
                Err(format!("`{}` is a folder: only a file can be the module `{module}`", shown(path)))
            }
            (true, None) => search(path).and_then(|found| found.some(path)),
        };
        let files = files.unwrap_or_else(|mistake| {
            mistakes.push(mistake);
            Vec::new()
        });
        for file in files {
            if module.is_none() && !known.insert(file.clone()) {
                continue; // named, and in a folder that is named
            }
            if file != *path {
                tell(cargo, &format!("cargo::rerun-if-changed={}", file.display()));
            }
            match load(Path::new(""), &file, types.as_deref()) {
                Ok(Loaded { source, files }) => {
                    for beside in &files[1..] {
                        tell(cargo, &format!("cargo::rerun-if-changed={}", beside.display()));
                    }
                    definitions.push(Definition { source, module: module.clone() });
                }
                Err(mistake) => mistakes.push(mistake),
            }
        }
    }
    (definitions, mistakes)
}

/// Shows what was found in a definition. Of a script that succeeds, cargo shows nothing but warnings.
fn show(compiled: &Compiled, cargo: &mut dyn Write, people: &mut dyn Write) {
    for finding in compiled.findings() {
        let text = finding.render_full(&compiled.source);
        if finding.severity == Severity::Warning {
            for line in text.lines() {
                tell(cargo, &format!("cargo::warning={line}"));
            }
        } else {
            tell(people, &text);
        }
    }
}

/// How the build ends for its definitions.
fn ending(compiled: &[Compiled]) -> Result<(), Failed> {
    let mut parts = Vec::new();
    for one in compiled {
        let errors = one.findings().iter().filter(|it| it.severity == Severity::Error).count();
        let noun = if errors == 1 { "error" } else { "errors" };
        if errors > 0 {
            parts.push(format!("{errors} {noun} in the flow definition `{}`", one.source.path()));
        }
    }
    failed_by(&parts)
}

fn failed_by(reasons: &[String]) -> Result<(), Failed> {
    if reasons.is_empty() { Ok(()) } else { Err(Failed(reasons.join("\n       "))) }
}

/// Where nobody listens any more, cargo has given the build up.
fn tell(to: &mut dyn Write, text: &str) {
    let _ = writeln!(to, "{text}");
}

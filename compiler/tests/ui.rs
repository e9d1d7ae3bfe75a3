//! One folder a case: `flow.yaml`, its sidecar `flow.types.yaml` if it has one, with the files in `parts/` that it
//! refers to, and the findings as they are shown. `UPDATE=1` writes what is shown now.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read their cases")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use flowsmith_compiler::{Code, Diagnostics, Sidecar, SourceFile, codegen, compile};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// What is found in the definition of a case.
fn findings(case: &Path) -> (SourceFile, Diagnostics) {
    let read = |path: &str| SourceFile::new(path, fs::read_to_string(case.join(path)).unwrap());
    let mut source = read("flow.yaml");
    if case.join("flow.types.yaml").exists() {
        let mut sidecar = Sidecar::new(read("flow.types.yaml"));
        for part in fs::read_dir(case.join("parts")).into_iter().flatten() {
            let path = format!("parts/{}", part.unwrap().file_name().to_str().unwrap());
            sidecar = sidecar.with_file(&path, read(&path));
        }
        source = source.with_types(sidecar);
    }
    let findings = compile(&source, &codegen::Options::default()).map_or_else(|findings| findings, |it| it.findings);
    (source, findings)
}

#[test]
fn findings_are_shown_as_expected() {
    let mut failures = Vec::new();
    for case in cases() {
        let (source, findings) = findings(&case);
        let shown = findings.render_full(&source);
        let file = case.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &shown).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if shown != expected {
            failures.push(format!("{}\nexpected:\n{expected}\nshown:\n{shown}", case.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_code_has_a_case_of_its_name() {
    let mut missing: BTreeSet<_> = Code::ALL.iter().map(|code| code.id()).collect();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let (_, findings) = findings(&case);
        let shown: BTreeSet<_> = findings.iter().map(|it| it.code.id()).collect();
        if let Some(code) = name.split('-').next().filter(|id| shown.contains(id)) {
            missing.remove(code);
        }
    }
    assert!(missing.is_empty(), "no case for {missing:?}: make `tests/ui/<code>-<what>/flow.yaml`, which has it");
}

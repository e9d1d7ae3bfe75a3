//! Definitions that must be accepted: our own, and published ones where they are at hand.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests read their cases and say what they skip"
)]

use std::fs;
use std::path::{Path, PathBuf};

use flowsmith_compiler::{Code, Diagnostics, Severity, SourceFile, analyze, ir, known};

fn definitions(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        eprintln!("skipped: there is no folder {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    files
}

fn own() -> Vec<PathBuf> {
    definitions(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/definitions"))
}

fn published() -> Vec<PathBuf> {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    let mut files = definitions(&shared.join("corpus"));
    files.extend(definitions(&shared.join("sources/flows")));
    files.retain(|file| {
        let name = file.file_name().unwrap().to_string_lossy();
        // Another dialect, and a step without a flow around it.
        !name.starts_with("cloudflow-") && name != "callback-1-mapping.yaml"
    });
    files
}

#[test]
fn published_definitions_are_accepted() {
    for file in published() {
        let source = SourceFile::new(file.to_string_lossy(), fs::read_to_string(&file).unwrap());
        match analyze(&source) {
            Ok((flow, findings)) => {
                assert!(!ir::print(&flow).is_empty());
                // One of them leaves out how its function gets the token.
                let mut grave = findings.iter().filter(|it| it.severity != Severity::Note);
                assert!(grave.all(|it| it.code == Code::TokenNotPassed), "{}", findings.render_full(&source));
            }
            Err(findings) => panic!("{}", findings.render_full(&source)),
        }
    }
}

/// Compares what is printed of our own definitions with the files beside them.
fn compare(ending: &str, print: impl Fn(&SourceFile) -> Result<(String, Diagnostics), Diagnostics>) {
    let mut failures = Vec::new();
    let files = own();
    assert!(!files.is_empty());
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let source = SourceFile::new(name, fs::read_to_string(&file).unwrap());
        let (printed, findings) = print(&source).unwrap_or_else(|findings| panic!("{}", findings.render_full(&source)));
        let grave = findings.iter().filter(|it| it.severity != Severity::Note).count();
        assert_eq!(grave, 0, "{}", findings.render_full(&source));
        let golden = file.with_extension(ending);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &printed).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if printed != expected {
            failures.push(format!("{}\nexpected:\n{expected}\nprinted:\n{printed}", file.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn own_definitions_have_the_expected_graph() {
    compare("ir.txt", |source| analyze(source).map(|(flow, findings)| (ir::print(&flow), findings)));
}

#[test]
fn of_the_data_of_own_definitions_is_known_what_is_expected() {
    compare("types.txt", known);
}

#[test]
fn what_is_known_of_published_definitions_can_be_read() {
    for file in published() {
        let source = SourceFile::new(file.to_string_lossy(), fs::read_to_string(&file).unwrap());
        let (printed, _) = known(&source).unwrap_or_else(|findings| panic!("{}", findings.render_full(&source)));
        let long = printed.lines().find(|line| line.chars().count() > 100);
        assert_eq!(long, None, "{}", file.display());
        assert!(printed.contains("\n  input     "), "{printed}");
    }
}

//! Whatever is accepted is generated: our own definitions, and published ones where they are at hand.

#![expect(clippy::disallowed_methods, clippy::print_stderr, reason = "tests read their cases and say what they skip")]

use std::fs;
use std::path::{Path, PathBuf};

use flowsmith_compiler::{Code, SourceFile, analyze, codegen, compile};

fn definitions(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        eprintln!("skipped: there is no folder {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    files
}

fn all() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../../shared");
    let folders = [root.join("tests/definitions"), shared.join("corpus"), shared.join("sources/flows")];
    let files = folders.iter().flat_map(|folder| definitions(folder));
    files
        .map(|file| {
            SourceFile::new(file.to_string_lossy(), fs::read_to_string(&file).expect("a definition can be read"))
        })
        .collect()
}

#[test]
fn what_is_accepted_is_generated_as_rust() {
    let mut generated = 0;
    for source in all() {
        if analyze(&source).is_err() {
            continue;
        }
        match compile(&source, &codegen::Options::default()) {
            Ok(output) => {
                let text = codegen::format(output.tokens).unwrap_or_else(|error| panic!("{}: {error}", source.path()));
                assert!(text.contains("impl<F: Functions> rt::Flow for Flow<F> {"), "{}", source.path());
                generated += 1;
            }
            Err(findings) => {
                let all_known = findings
                    .iter()
                    .filter(|it| it.severity == flowsmith_compiler::Severity::Error)
                    .all(|it| it.code == Code::NotSupported);
                assert!(all_known, "{}", findings.render_full(&source));
            }
        }
    }
    assert!(generated > 0);
}

#[test]
fn the_same_definition_gives_the_same_code() {
    for source in all() {
        let generate = || compile(&source, &codegen::Options::default()).map(|output| output.tokens.to_string());
        assert_eq!(generate().ok(), generate().ok(), "{}", source.path());
    }
}

#[test]
fn the_module_is_named_as_asked() {
    let source =
        SourceFile::new("flows/my order.v2.yaml", "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: a}\n");
    let text = |options: &codegen::Options| codegen::format(compile(&source, options).unwrap().tokens).unwrap();
    let mut options = codegen::Options::default();
    assert!(text(&options).contains("pub mod my_order {"));
    options.module = Some("Orders".to_owned());
    options.krate = "::other".parse().unwrap();
    let text = text(&options);
    assert!(text.contains("pub mod Orders {") && text.contains("use ::other::__private::{self as rt, prelude::*};"));
}

#[test]
fn a_stub_has_what_every_flow_has() {
    let source = SourceFile::new("1st try.yaml", "broken");
    let text = codegen::format(codegen::stub(&source, &codegen::Options::default())).unwrap();
    for item in [
        "pub mod flow_1st_try {",
        "pub type Input",
        "pub type Output",
        "pub trait Functions",
        "pub struct Remote",
        "pub struct Flow",
    ] {
        assert!(text.contains(item), "{item}");
    }
}

//! What is found in definitions whose types are declared, ours and published ones, stands in `types/*.txt`.

#![expect(clippy::disallowed_methods, clippy::print_stderr, reason = "tests read their cases and say what they skip")]

use std::{fs, path::Path};

use flowsmith_compiler::{
    Code, Sidecar, SourceFile, codegen, compile,
    shell::{definition_of, load},
};

#[path = "../definitions.rs"]
mod definitions;

/// Where else sidecars stand beside definitions.
const ELSEWHERE: [&str; 4] = ["../flows", "../definitions", "../../docs/samples", "../../examples"];

#[test]
fn what_is_found_in_definitions_with_types_is_what_is_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut failures = Vec::new();
    let mut checked = 0;
    for pair in definitions::all(root).unwrap() {
        let Some(definition) = &pair.definition else {
            eprintln!("skipped: there is no definition {}.yaml", pair.name);
            continue;
        };
        checked += 1;
        let read = |file: &Path, name: String| SourceFile::new(name, fs::read_to_string(file).unwrap());
        let sidecar = Sidecar::new(read(&pair.sidecar, format!("{}.types.yaml", pair.name)));
        let source = read(definition, format!("{}.yaml", pair.name)).with_types(sidecar);
        let output = compile(&source, &codegen::Options::default());
        let output = output.unwrap_or_else(|findings| panic!("{}", findings.render_full(&source)));
        let code = codegen::format(output.tokens).unwrap();
        assert!(code.contains("mod types {"), "{}: nothing is typed", pair.name);
        // Without the name of the file, which stands in that of the golden.
        let found = output.findings.render_short(&source).replace(&format!("{}.", pair.name), "");
        let found = if found.is_empty() { found } else { found + "\n" };
        let golden = root.join("types").join(format!("{}.txt", pair.name));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &found).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default().replace("\r\n", "\n");
        if found != expected {
            failures.push(format!("{}\nexpected:\n{expected}\nfound:\n{found}", pair.name));
        }
    }
    assert!(checked > 0, "one definition is ours");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn nothing_that_cases_and_examples_declare_is_contradicted_by_their_flows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<_> = ELSEWHERE.iter().map(|folder| root.join(folder)).collect();
    let (mut checked, mut contradicted) = (0, Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let Some(definition) = definition_of(&path) else { continue };
        let source = load(Path::new("."), &definition, None).unwrap().source;
        let output = compile(&source, &codegen::Options::default()).unwrap();
        checked += 1;
        contradicted
            .extend(output.findings.iter().filter(|it| it.code == Code::UnfitData).map(|it| it.render_short(&source)));
    }
    assert!(checked > 100, "{checked} definitions with sidecars");
    assert!(contradicted.is_empty(), "{}", contradicted.join("\n"));
}

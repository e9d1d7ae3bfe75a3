//! What is found in definitions whose types are declared, ours and published ones, stands in `types/*.txt`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests read their cases and say what they skip"
)]

use std::{fs, path::Path};

use flowsmith_compiler::{Sidecar, SourceFile, codegen, compile};

#[path = "../definitions.rs"]
mod definitions;

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

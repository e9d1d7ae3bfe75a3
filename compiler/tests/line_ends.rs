//! However the lines of a definition end, it is the same flow: git and editors of Windows store a copy of their own.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read definitions")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{SourceFile, analyze, codegen, compile, shell};

/// Our own definitions, right ones and wrong ones, under the path that both copies are shown by.
fn definitions() -> Vec<(String, String)> {
    let folder = |path: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder("ui")).unwrap().map(|entry| entry.unwrap().path().join("flow.yaml")).collect();
    files.extend(shell::search(&folder("definitions")).unwrap().definitions);
    files.sort();
    let read = |file: PathBuf| (shell::shown(&file), fs::read_to_string(&file).unwrap().replace("\r\n", "\n"));
    files.into_iter().map(read).collect()
}

#[test]
fn a_copy_with_crlf_has_the_same_findings_code_and_digest() {
    let all = definitions();
    assert!(all.len() > 60, "{} definitions", all.len());
    let mut flows = 0;
    for (path, text) in all {
        let outcome = |text: String| {
            let source = SourceFile::new(path.clone(), text);
            let digest = analyze(&source).ok().map(|(flow, _)| flow.digest);
            let (code, findings) = match compile(&source, &codegen::Options::default()) {
                Ok(output) => (Some(output.tokens.to_string()), output.findings),
                Err(findings) => (None, findings),
            };
            (digest, code, findings.render_full(&source), findings.render_short(&source))
        };
        let plain = outcome(text.clone());
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(outcome(crlf.clone()), plain, "{path}");
        assert_eq!(outcome(format!("\u{feff}{crlf}")), plain, "{path}, with a mark of the byte order");
        flows += usize::from(plain.0.is_some());
    }
    assert!(flows > 20, "{flows} flows");
}

#[test]
fn places_in_a_copy_with_crlf_are_lines_and_columns_as_an_editor_counts() {
    let text = "\u{feff}version: v1\r\ntype: flow\r\nsteps:\r\n  - type: choice\r\n    name: 价格\r\n    choices:\r\n      - condition: |\r\n          $.a == 1\r\n          && $.b = 2\r\n        goto: nowhere\r\n";
    let source = SourceFile::new("flows/order.yaml", text);
    let findings = analyze(&source).unwrap_err().render_short(&source);
    let places: Vec<_> = findings.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["flows/order.yaml:9:18", "flows/order.yaml:10:15"], "{findings}");
}

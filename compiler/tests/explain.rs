//! The pages of codes: `src/diagnostics/explain/`. `UPDATE=1` writes what is found in their examples.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read the pages")]

use std::fs;
use std::path::{Path, PathBuf};

use flowsmith_compiler::{Code, Diagnostics, Sidecar, SourceFile, codegen, compile};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostics/explain")
}

/// The parts between fences: a text, the example, its findings, a text, what to write instead, and nothing. A definition may
/// be followed by its sidecar, behind a comment with its name.
fn parts(page: &str) -> Vec<&str> {
    page.split("```").collect()
}

fn findings(text: &str) -> (SourceFile, Diagnostics) {
    let text = text.strip_prefix("yaml\n").unwrap();
    let (definition, types) =
        text.split_once("# flow.types.yaml\n").map_or((text, None), |(text, types)| (text, Some(types)));
    let mut source = SourceFile::new("flow.yaml", definition);
    if let Some(types) = types {
        source = source.with_types(Sidecar::new(SourceFile::new("flow.types.yaml", types)));
    }
    let found = compile(&source, &codegen::Options::default()).map_or_else(|found| found, |it| it.findings);
    (source, found)
}

#[test]
fn an_example_has_what_its_page_is_about_and_nothing_else() {
    let mut failures = Vec::new();
    for code in Code::ALL {
        let file = folder().join(format!("{code}.md"));
        let page = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let [why, example, between, _, instead, corrected, end] = parts(&page)[..] else { panic!("{code}: {page}") };
        let is_text = |part: &str| part.trim_end().ends_with('.') && part.ends_with("\n\n");
        assert!(is_text(why) && is_text(instead) && between == "\n\n" && end == "\n", "{code}");
        let (source, found) = findings(example);
        if found.is_empty() || found.iter().any(|it| it.code != *code) {
            failures.push(format!("{code}, the example:\n{}", found.render_full(&source)));
        }
        let shown = format!("text\n{}\n", found.render_full(&source).trim_end());
        let expected = [why, example, between, &shown, instead, corrected, end].join("```");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &expected).unwrap();
        } else if page != expected {
            failures.push(format!("{code}: the example has other findings\n{shown}"));
        }
        let (source, found) = findings(corrected);
        if !found.is_empty() {
            failures.push(format!("{code}, what to write instead:\n{}", found.render_full(&source)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn each_page_is_that_of_a_code() {
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.strip_suffix(".md").is_some_and(|id| id.parse::<Code>().is_ok()), "{name}");
    }
}

#[test]
fn pages_fit_a_terminal() {
    for code in Code::ALL {
        for line in code.page().lines() {
            assert!(line.chars().count() <= 160, "{code}: {line}");
        }
    }
}

//! What is accepted is valid.

use std::{
    fs,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{Code, Severity, SourceFile, analyze};

use crate::{Schema, TYPES, dialect};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The files of YAML in a folder and in those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else if path.extension().is_some_and(|it| it == "yaml" || it == "yml") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The definitions in some folders that are accepted; those with warnings too, but for keys that have no effect.
fn accepted(folders: &[&str], warned: bool) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for path in folders {
        let folder = folder(path);
        if !folder.exists() {
            eprintln!("skipped: there is no folder {path}");
            continue;
        }
        for file in files(&folder) {
            let text = fs::read_to_string(&file).unwrap();
            let source = SourceFile::new(file.to_string_lossy(), text.clone());
            let Ok((_, findings)) = analyze(&source) else { continue };
            let valid = |code: Code, severity: Severity| {
                severity == Severity::Note || warned && !matches!(code, Code::UnknownTopLevelKey)
            };
            if findings.iter().all(|it| valid(it.code, it.severity)) {
                found.push((file, text));
            }
        }
    }
    found
}

fn all_valid(definitions: &[(PathBuf, String)]) {
    let schemas = Schema::both();
    let mut failures = Vec::new();
    for (file, text) in definitions {
        let Some(dialect) = dialect(text) else { continue };
        failures.extend(schemas[dialect].errors(text).into_iter().map(|error| format!("{}{error}", file.display())));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn own_definitions() {
    let folders = [
        "tests/flows",
        "tests/definitions",
        "compiler/tests/definitions",
        "compiler/tests/graph",
        "docs/samples",
        "examples",
    ];
    let definitions = accepted(&folders, true);
    assert!(definitions.len() > 150, "{}", definitions.len());
    all_valid(&definitions);
}

#[test]
fn what_the_checks_accept_without_a_warning() {
    all_valid(&accepted(&["compiler/tests/ui"], false));
}

#[test]
fn what_the_command_new_begins_with() {
    let starters = accepted(&["compiler/src/bin/flowsmith"], true);
    assert_eq!(starters.len(), 2);
    all_valid(&starters);
}

#[test]
fn published_definitions() {
    all_valid(&accepted(&["../shared/corpus", "../shared/sources/flows"], true));
}

#[test]
fn the_schemas_describe_all_that_an_editor_shows() {
    fn visit(value: &serde_json::Value, path: &str, root: &serde_json::Value) {
        if let Some(properties) = value.get("properties").and_then(|it| it.as_object()) {
            for (key, property) in properties {
                // A key may itself be called `properties`.
                let condition = path.ends_with("/if") || path.ends_with("/then") || !property.is_object();
                let target = property.get("$ref").and_then(|it| it.as_str()).map(|it| it.trim_start_matches('#'));
                let described = target.map_or(property, |target| root.pointer(target).unwrap());
                assert!(condition || described.get("description").is_some(), "{path}/{key} has no description");
            }
        }
        if let Some(map) = value.as_object() {
            for (key, value) in map {
                visit(value, &format!("{path}/{key}"), root);
            }
        }
        if let Some(list) = value.as_array() {
            for value in list {
                visit(value, path, root);
            }
        }
    }
    for schema in Schema::both().into_iter().chain([Schema::new(TYPES)]) {
        visit(&schema.json, "", &schema.json);
    }
}

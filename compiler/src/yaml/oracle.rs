//! Our reading of YAML compared with that of another reader.

#![expect(clippy::disallowed_methods, clippy::print_stderr, reason = "tests read their cases and say what they skip")]

use std::fs;
use std::path::Path;

use serde_yaml::Value;

use super::{Node, NodeKind, read};
use crate::diagnostics::Diagnostics;
use crate::ir::Constant;
use crate::source::SourceFile;

fn same(ours: &Node, theirs: &Value) -> bool {
    let theirs = match theirs {
        Value::Tagged(tagged) => &tagged.value,
        other => other,
    };
    match (&ours.kind, theirs) {
        (NodeKind::Sequence(items), Value::Sequence(values)) => {
            items.len() == values.len() && items.iter().zip(values).all(|(item, value)| same(item, value))
        }
        (NodeKind::Mapping(entries), Value::Mapping(values)) => {
            let get =
                |key: &str| values.iter().find(|(name, _)| text(name).as_deref() == Some(key)).map(|(_, value)| value);
            entries.len() == values.len()
                && entries.iter().all(|entry| get(&entry.key).is_some_and(|value| same(&entry.value, value)))
        }
        (NodeKind::Scalar(scalar), _) => match (ours.scalar(), theirs) {
            // Their reader keeps the type of a scalar with a tag of its own.
            (Some(Constant::Null), Value::Null) => true,
            (Some(Constant::Bool(ours)), Value::Bool(theirs)) => ours == *theirs,
            (Some(Constant::Integer(ours)), Value::Number(theirs)) => {
                theirs.as_i64().map(i128::from).or(theirs.as_u64().map(i128::from)) == Some(ours)
            }
            (Some(Constant::Float(ours)), Value::Number(theirs)) => theirs
                .as_f64()
                .is_some_and(|theirs| ours.to_bits() == theirs.to_bits() || ours.is_nan() && theirs.is_nan()),
            (_, Value::String(theirs)) => scalar.text == *theirs,
            _ => false,
        },
        _ => false,
    }
}

/// A key as it is written.
fn text(key: &Value) -> Option<String> {
    match key {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

fn compare(name: &str, text: &str) {
    let mut diags = Diagnostics::default();
    let ours = read(&SourceFile::new(name, text), &mut diags);
    match (ours, serde_yaml::from_str::<Value>(text)) {
        (Some(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{name}: {ours:#?}\n{theirs:#?}"),
        (None, _) | (_, Err(_)) => assert!(!diags.is_empty(), "{name}: only one reader takes it"),
    }
}

#[test]
fn both_readers_agree_on_scalars() {
    let words = [
        "",
        "~",
        "null",
        "Null",
        "true",
        "TRUE",
        "yes",
        "no",
        "on",
        "1",
        "-1",
        "+1",
        "0",
        "-0",
        "007",
        "014",
        "0o14",
        "0x1F",
        "0b11",
        "1_000",
        "1:30",
        "1.5",
        "-1.5e3",
        ".5",
        "1.",
        "1e3",
        "+.inf",
        "-.INF",
        ".nan",
        "2026-11-21",
        "2026-11-21T08:00:00Z",
        "18446744073709551615",
        "-9223372036854775808",
        "\"1\"",
        "'a''b'",
        "\"\\u4ef7\\n\\x41\"",
        "a b",
        "$.a[0]",
        "=",
        "0x",
        "1e",
        "!!str 1",
        "\"\"",
        "''",
        "12e03",
        "-",
        "--",
        "a#b",
        "a: b",
    ];
    for word in words {
        compare(word, &format!("key: {word}\n"));
        compare(word, &format!("- [{word}, {word}]\n"));
    }
}

#[test]
fn both_readers_agree_on_shapes() {
    for text in [
        "a: |\n  x\n   y\n\n  z\nb: >-\n  f\n  g\n\n  h\nc: |+\n  k\n\n",
        "a: &x {k: 1}\nb: *x\nc: [*x, *x]\n",
        "a:\n- 1\n-\n- - 2\n  - 3\n",
        "\"k\": \"v\\\n  w\"\n? x\n: y\n",
        "one: two\n  three\nfour: 'five\n  six'\n",
        "{\"version\": \"v1\", \"steps\": [{}, [], null]}",
        "a: 1\r\nb:\r\n  - x\r\n",
        "a: !Ref x/y\nb: !Sub 'z'\n",
    ] {
        compare(text, text);
    }
}

#[test]
fn both_readers_agree_on_definitions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests/definitions", "/../../shared/corpus", "/../../shared/sources/flows"] {
        let folder = root.join(format!("./{folder}"));
        let Ok(entries) = fs::read_dir(&folder) else {
            eprintln!("skipped: there is no folder {}", folder.display());
            continue;
        };
        for entry in entries {
            let file = entry.unwrap().path();
            if file.extension().is_some_and(|ending| ending == "yaml") {
                compare(&file.to_string_lossy(), &fs::read_to_string(&file).unwrap());
            }
        }
    }
}

//! The schema of sidecars takes what is accepted, and finds mistakes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use flowsmith_compiler::{Severity, Sidecar, SourceFile, analyze};

use crate::{Schema, TYPES};

/// The cases of findings with a sidecar.
fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let cases = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    cases.filter(|case| case.join("flow.types.yaml").exists()).collect()
}

#[test]
fn what_is_accepted_is_valid() {
    let schema = Schema::new(TYPES);
    let mut accepted = 0;
    for case in cases() {
        let [definition, types] =
            ["flow.yaml", "flow.types.yaml"].map(|file| fs::read_to_string(case.join(file)).unwrap());
        let sidecar = Sidecar::new(SourceFile::new("flow.types.yaml", types.clone()));
        let source = SourceFile::new("flow.yaml", definition).with_types(sidecar);
        let (Ok((_, findings)) | Err(findings)) = analyze(&source);
        if findings.iter().all(|it| it.severity != Severity::Error) {
            assert_eq!(schema.errors(&types), [""; 0], "{}", case.display());
            accepted += 1;
        }
    }
    assert!(accepted >= 3, "{accepted}");
    let all = "$schema: ./types.schema.json\nadditionalProperties: false\ninput:\n  type: object\n  required: [id]\n  \
        properties: {id: {type: string}, at: {type: [string, \"null\"], format: date-time}, any: true}\n\
        functions:\n  f: {input: {$ref: '#/$defs/A'}, output: {}}\nreports:\nflows: {g: {output: {type: object}}}\n\
        $defs:\n  A: {oneOf: [{properties: {k: {const: a}}}], discriminator: {propertyName: k, mapping: {a: A}}, x-b: 1}\n";
    assert_eq!(schema.errors(all), [""; 0]);
}

#[test]
fn mistakes_are_invalid() {
    let schema = Schema::new(TYPES);
    for case in ["F0503-unknown-keyword", "F0504-unsupported-schema", "sidecar-shapes"] {
        let file = cases().into_iter().find(|path| path.ends_with(case)).unwrap().join("flow.types.yaml");
        assert!(!schema.errors(&fs::read_to_string(file).unwrap()).is_empty(), "{case}");
    }
}

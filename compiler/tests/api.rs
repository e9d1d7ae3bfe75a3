//! What users rely on and no other test would miss. If this compiles, it holds.

use std::{error::Error, fmt::Display, hash::Hash};

use flowsmith_compiler::{
    Code, Diagnostic, Diagnostics, Label, Level, LevelError, Levels, Output, Severity, SourceFile, Span,
    build::{Build, Failed},
    codegen::{FormatError, Options},
    graph::{Format, UnknownFormat},
    ir,
};

const fn data<T: Send + Sync + std::fmt::Debug + Clone + PartialEq>() {}
const fn word<T: Send + Sync + std::fmt::Debug + Display + Copy + Eq + Hash>() {}
const fn error<T: Error + 'static>() {}
const fn options<T: std::fmt::Debug + Clone + Default>() {}
const fn shared<T: Send + Sync>() {}

#[test]
fn findings_and_flows_go_to_any_thread() {
    data::<Diagnostic>();
    data::<Diagnostics>();
    data::<Label>();
    data::<Levels>();
    data::<Span>();
    data::<ir::Flow>();
    word::<Code>();
    word::<Severity>();
    word::<Level>();
    word::<Format>();
    shared::<SourceFile>();
}

#[test]
fn errors_are_errors() {
    error::<Diagnostics>();
    error::<LevelError>();
    error::<FormatError>();
    error::<UnknownFormat>();
    error::<Failed>();
}

#[test]
fn options_have_defaults() {
    options::<Options>();
    options::<Levels>();
    options::<Build>();
    let _: Option<Output> = None;
}

#[test]
fn findings_say_what_they_are_without_their_definition() {
    let text = "version: v1\ntype: flow\nowner: Ada\nsteps:\n  - {type: pass, name: a, goto: nowhere}\n";
    let findings = flowsmith_compiler::analyze(&SourceFile::new("a.yaml", text)).unwrap_err();
    let lines: Vec<_> = findings.iter().map(Diagnostic::to_string).collect();
    assert_eq!(lines[1], "error[F0110]: a `pass` step has no key `goto`");
    assert_eq!(findings.to_string(), lines.join("\n"));
}

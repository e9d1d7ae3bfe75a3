//! Published definitions, unmodified, run with scripted functions to what a careful reader of them expects. They are no
//! part of the repository, and `runs/` holds only what is said about them. Beside each test stands a case of our own that
//! does the same; where the definitions are not at hand, these are all that is checked.

#![expect(clippy::disallowed_methods, reason = "runs are files")]

mod batches;
mod children;
mod machines;
mod samples;
mod sources;

use std::{collections::BTreeSet, fs, path::PathBuf};

use flowsmith_tests::{
    cases::{Case, PUBLISHED, REFUSED},
    script::Run,
};

use crate::check;

fn at_hand() -> bool {
    if PUBLISHED.is_empty() {
        println!("skipped: no ../shared, where published definitions would be");
    }
    !PUBLISHED.is_empty()
}

fn published(document: &str) -> Option<&'static Case> {
    let case = PUBLISHED.iter().find(|case| case.folder == document);
    assert!(case.is_some() || !at_hand(), "{document} does not compile: {REFUSED:?}");
    case
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("published").join("runs")
}

/// The runs of a definition; there are some even where the definition is not at hand.
fn runs(document: &str) -> Vec<Run> {
    let path = folder().join(document);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Plays all runs of a published definition on every engine and through crashes.
fn play(document: &str) {
    let runs = runs(document);
    let Some(case) = published(document) else { return };
    for run in runs {
        println!("{document}: {}", run.name);
        check::everywhere(case, &run);
    }
}

#[test]
fn every_published_definition_compiles_but_those_that_are_broken() {
    if !at_hand() {
        return;
    }
    for (document, findings) in REFUSED {
        println!("refused: {document}: {}", findings.lines().next().unwrap_or_default());
        assert!(machines::BROKEN.iter().any(|(broken, _)| broken == document), "{document}:\n{findings}");
    }
    assert!(PUBLISHED.len() >= 21, "the corpus has 21 definitions, here are {PUBLISHED:?}");
}

#[test]
fn every_published_definition_that_compiles_has_runs() {
    let written: BTreeSet<_> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for document in &written {
        assert!(!runs(document).is_empty(), "{document}: no runs");
    }
    if at_hand() {
        let compiled: BTreeSet<_> = PUBLISHED.iter().map(|case| case.folder.to_owned()).collect();
        assert_eq!(written, compiled);
    }
}

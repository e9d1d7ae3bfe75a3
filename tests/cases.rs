//! The cases under `flows/`, and published definitions where they are at hand, compiled by the build script.

use std::path::PathBuf;

use crate::{
    script::Run,
    world::{Express, Register},
};

/// A folder under `flows/`, or a published definition.
#[derive(Clone, Copy)]
pub struct Case {
    /// The feature and the name; the file of a published definition.
    pub folder: &'static str,
    /// The name of the flow that runs: the one in `flow.yaml`, or the published one.
    pub flow: &'static str,
    /// Adds its flows to an engine.
    pub register: Register,
    /// Runs the flow in memory.
    pub express: Express,
    /// How it runs with the types that are declared beside its definitions, where these have a sidecar.
    pub typed: Option<Typed>,
    /// Whether it is the one with these types.
    pub is_typed: bool,
}

/// How a case runs whose definitions have sidecars.
#[derive(Debug, Clone, Copy)]
pub struct Typed {
    /// Adds its flows to an engine.
    pub register: Register,
    /// Runs the flow in memory.
    pub express: Express,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.folder)?;
        f.write_str(if self.is_typed { " with declared types" } else { "" })
    }
}

impl Case {
    /// Its folder.
    pub fn path(&self) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("flows").join(self.folder)
    }

    /// The same case with the types that are declared beside its definitions.
    pub fn typed(&self) -> Option<Self> {
        let Typed { register, express } = self.typed?;
        Some(Self { register, express, typed: None, is_typed: true, ..*self })
    }

    /// Its runs.
    ///
    /// # Panics
    ///
    /// `run.yaml` is missing or cannot be read.
    #[expect(clippy::disallowed_methods, reason = "tests read files")]
    pub fn runs(&self) -> Vec<Run> {
        let path = self.path().join("run.yaml");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The case in a folder.
    ///
    /// # Panics
    ///
    /// There is none.
    pub fn named(folder: &str) -> Self {
        *CASES.iter().find(|case| case.folder == folder).unwrap_or_else(|| panic!("no case {folder}"))
    }
}

/// The cases to run: those whose folder contains what the variable `CASE` says, all of them without it.
///
/// `CASE=foreach cargo test -p flowsmith-tests` checks the cases of one feature, `CASE=foreach/nested` one case, on every
/// engine and with their goldens.
///
/// # Panics
///
/// There is no such case.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    let only = std::env::var("CASE").unwrap_or_default();
    let mut cases = CASES.iter().filter(move |case| case.folder.contains(&only)).peekable();
    assert!(cases.peek().is_some(), "no folder of a case contains what `CASE` says");
    cases
}

/// The text of the module that a definition of a case compiles to; it is what the tests run.
///
/// # Panics
///
/// The case has no such definition.
#[expect(clippy::disallowed_methods, reason = "tests read files")]
pub fn code(case: &Case, stem: &str) -> String {
    let typed = if case.is_typed { "_typed" } else { "" };
    let file = format!("{}/{}{typed}_{stem}.rs", env!("OUT_DIR"), case.folder.replace(['/', '-'], "_"));
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

include!(concat!(env!("OUT_DIR"), "/cases.rs"));

include!(concat!(env!("OUT_DIR"), "/published.rs"));

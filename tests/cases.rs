//! The cases under `flows/`, compiled by the build script.

use std::{path::PathBuf, pin::Pin};

use flowsmith::{Engine, StepError, Value};

use crate::{script::Run, world::Register};

/// A boxed run in memory.
pub type ExpressRun<'a> = Pin<Box<dyn Future<Output = Result<Value, StepError>> + Send + 'a>>;

/// A folder under `flows/`.
#[derive(Clone, Copy)]
pub struct Case {
    /// The feature and the name.
    pub folder: &'static str,
    /// The name of the flow in `flow.yaml`.
    pub flow: &'static str,
    /// Adds its flows to an engine.
    pub register: Register,
    /// Runs `flow.yaml` in memory.
    pub express: for<'a> fn(&'a Engine, Value) -> ExpressRun<'a>,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.folder)
    }
}

impl Case {
    /// Its folder.
    pub fn path(&self) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("flows").join(self.folder)
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

include!(concat!(env!("OUT_DIR"), "/cases.rs"));

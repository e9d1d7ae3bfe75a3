//! The shell for build scripts: definitions in, modules in `OUT_DIR` out.
//!
//! `build.rs`, with `flowsmith-compiler` among the build dependencies:
//!
//! ```no_run
//! fn main() -> Result<(), flowsmith_compiler::build::Failed> {
//!     flowsmith_compiler::build::Build::new().flow("order.yaml").run()
//! }
//! ```
//!
//! In the crate, `flowsmith::include_flow!("order");` stands for `pub mod order { … }`.

mod failed;
mod run;

use std::{io::Write, path::PathBuf};

use self::run::Input;
use crate::{
    codegen::Options,
    diagnostics::{Level, LevelError, Target},
    shell,
};

pub use failed::Failed;

/// Compiles definitions in a build script.
///
/// Warnings are shown by cargo as warnings of the package; errors fail the build, all of them at once, and then nothing
/// is written. Cargo runs the script again when a definition or its types change or a folder gets another one. A module that
/// has not changed is not written again.
///
/// ```no_run
/// use flowsmith_compiler::build::{Build, Failed};
///
/// fn main() -> Result<(), Failed> {
///     Build::new()
///         .flow("flows") // every definition in the folder
///         .flow_as("legacy", "old/order.yaml") // include_flow!("legacy")
///         .deny("warnings")
///         .allow("F0311")
///         .run()
/// }
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is compiled before `run`"]
pub struct Build {
    inputs: Vec<Input>,
    options: Options,
    out_dir: Option<PathBuf>,
    /// What is wrong with the options; `run` says so.
    mistakes: Vec<String>,
}

impl Build {
    /// No definitions yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a definition, named after its file, or a folder: every definition `*.yaml` or `*.yml` in it and in the folders
    /// in it. Paths lead from the folder of the package's `Cargo.toml`.
    pub fn flow(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.push(Input { path: path.into(), module: None, types: None });
        self
    }

    /// Adds a definition whose module has a name of its own.
    pub fn flow_as(mut self, module: &str, file: impl Into<PathBuf>) -> Self {
        self.inputs.push(Input { path: file.into(), module: Some(module.to_owned()), types: None });
        self
    }

    /// Gives the definition that was added last its types, where these are not in `order.types.yaml` beside `order.yaml`.
    pub fn types(mut self, file: impl Into<PathBuf>) -> Self {
        let file = file.into();
        match self.inputs.last_mut() {
            Some(input) => input.types = Some(file),
            None => {
                let file = shell::shown(&file);
                self.mistakes.push(format!("`{file}` has the types of no definition: add that with `flow` first"));
            }
        }
        self
    }

    /// Where the runtime is found if it is renamed: `::durable`. Without, it is `::flowsmith`.
    pub fn krate(mut self, path: &str) -> Self {
        match shell::krate(path) {
            Ok(krate) => self.options.krate = krate,
            Err(mistake) => self.mistakes.push(mistake),
        }
        self
    }

    /// Does not show findings with a code, or with any that is a warning (`warnings`) or no error (`all`).
    pub fn allow(self, codes: &str) -> Self {
        self.level(codes, Level::Allow)
    }

    /// Shows findings with a code, or with any (`warnings`, `all`), as warnings: notes, which are not shown otherwise.
    pub fn warn(self, codes: &str) -> Self {
        self.level(codes, Level::Warn)
    }

    /// Fails the build for findings with a code, or with any (`warnings`, `all`).
    pub fn deny(self, codes: &str) -> Self {
        self.level(codes, Level::Deny)
    }

    /// Fails the build for what a target refuses, unless the levels of single codes say otherwise.
    pub fn target(mut self, target: Target) -> Self {
        self.options.levels.target(target);
        self
    }

    /// Writes to the folder `flowsmith` in another folder than `OUT_DIR`. `include_flow!` does not find it there.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Compiles the definitions. To be returned from `main`.
    ///
    /// # Errors
    ///
    /// A definition has errors, which have been shown then, as they are by `flowsmith check`; a file cannot be read or
    /// written; or an option is wrong: a code that does not exist, two definitions of one name, no definition at all.
    /// Nothing is written then.
    pub fn run(self) -> Result<(), Failed> {
        self.run_on(&mut std::io::stdout(), &mut std::io::stderr())
    }

    /// As [`Self::run`], for tests: `cargo` gets what cargo reads, `people` what people do.
    #[doc(hidden)]
    pub fn run_on(self, cargo: &mut dyn Write, people: &mut dyn Write) -> Result<(), Failed> {
        run::run(self, cargo, people)
    }

    fn level(mut self, codes: &str, level: Level) -> Self {
        let set = self.options.levels.set(codes, level);
        self.mistakes.extend(set.err().as_ref().map(LevelError::to_string));
        self
    }
}

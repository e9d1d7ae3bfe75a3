//! Fuzz targets as ordinary functions: libFuzzer calls them from `fuzz/fuzz_targets/`, the driver of this package on any
//! toolchain. A target panics where something does not hold.

mod compile;
mod corpus;
mod dictionary;
mod embed;
mod mutate;
mod random;
mod shrink;
mod yaml;

pub use compile::compile;
pub use corpus::Corpus;
pub use embed::{condition, expression};
pub use mutate::mutant;
pub use random::Random;
pub use shrink::shrink;
pub use yaml::yaml;

/// What was seen of a text: the codes that were found, and `accepted`. A text that shows something new is worth keeping.
pub type Seen = Vec<&'static str>;

/// A function that is tried with any text.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, also that of its harness.
    pub name: &'static str,
    /// What is tried.
    pub run: fn(&str) -> Seen,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self { name: "yaml", run: yaml },
        Self { name: "condition", run: condition },
        Self { name: "expression", run: expression },
        Self { name: "compile", run: compile },
    ];
}

//! Crates, each in a module, that compile without a warning; they run, too.

mod hygiene;
mod long_form;
mod no_prelude;

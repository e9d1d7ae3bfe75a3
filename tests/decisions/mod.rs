//! Decisions about the language.

mod children;
mod concurrency;
mod deadlines;
mod reports;

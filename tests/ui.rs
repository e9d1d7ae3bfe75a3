//! What users see of `flow!`: crates that compile, and what the compiler says of those that do not.

#[path = "ui/pass/mod.rs"]
mod pass;

/// `TRYBUILD=overwrite cargo test -p flowsmith-tests ui` writes what the compiler says now.
#[test]
fn mistakes_are_shown_with_their_place() {
    trybuild::TestCases::new().compile_fail("ui/fail/*.rs");
}

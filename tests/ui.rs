//! What users see of `flow!`: crates that compile, and what the compiler says of those that do not.

#[path = "ui/pass/mod.rs"]
mod pass;

use std::path::Path;

use flowsmith::__private::CONTRACT;

/// `TRYBUILD=overwrite cargo test -p flowsmith-tests ui` writes what the compiler says now.
#[test]
fn mistakes_are_shown_with_their_place() {
    trybuild::TestCases::new().compile_fail("ui/fail/*.rs");
}

#[test]
fn code_of_the_contract_before_is_among_the_mistakes() {
    let before = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("ui/fail/contract_{}.rs", CONTRACT - 1));
    assert!(before.exists(), "there is no {}", before.display());
}

//! rustc is told which definitions it has read, so that a change of one compiles its flow again.

use std::path::Path;

#[test]
#[expect(clippy::disallowed_methods, reason = "what rustc has noted is a file")]
fn a_definition_is_an_input_of_its_crate() {
    // Beside this binary, which holds `flow!("definitions/names.yaml")`, stands what it depends on.
    let notes = std::env::current_exe().unwrap().with_extension("d");
    let notes = std::fs::read_to_string(&notes).unwrap_or_else(|error| panic!("{}: {error}", notes.display()));
    let definition = Path::new("tests").join("definitions").join("names.yaml");
    let inputs = || notes.lines().flat_map(|line| line.trim_end_matches(':').split_whitespace());
    assert!(inputs().any(|input| Path::new(input).ends_with(&definition)), "{notes}");
}

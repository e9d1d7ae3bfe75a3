//! Published state machines. Most are broken: each has the finding that says so, at its place, and runs once it is written
//! as its findings say.

use flowsmith_tests::cases::REFUSED;

use super::{at_hand, play};

/// The broken ones: the code of each finding with its place.
pub(super) const BROKEN: &[(&str, &[(&str, &str)])] = &[
    ("cloudflow-1.yaml", &[("F0206", ":11:20"), ("F0114", ":12:23")]),
    ("cloudflow-2.yaml", &[("F0101", ":6:3")]),
    ("cloudflow-3.yaml", &[("F0102", ":23:7")]),
    ("cloudflow-5.yaml", &[("F0201", ":22:13")]),
];

/// Ours: `F0206-*`, `F0114-*`, `F0101-*`, `F0102-*` and `F0201-*` of the findings.
#[test]
fn each_broken_one_has_the_finding_that_says_what_is_wrong() {
    if !at_hand() {
        return;
    }
    for (document, expected) in BROKEN {
        let findings = REFUSED.iter().find(|(refused, _)| refused == document).map(|(_, findings)| findings);
        let findings = findings.unwrap_or_else(|| panic!("{document} is not refused"));
        for (code, place) in *expected {
            let found = findings.contains(&format!("[{code}]")) && findings.contains(&format!("{document}{place}"));
            assert!(found, "{document}: no {code} at {place}:\n{findings}");
        }
    }
}

/// Ours: `flows/machine/task`.
#[test]
fn one_function_whose_resource_was_left_open() {
    play("corrected-cloudflow-1.yaml");
}

/// Ours: `flows/machine/modes`.
#[test]
fn a_function_that_is_waited_for_and_one_in_the_background() {
    play("corrected-cloudflow-2.yaml");
}

/// Ours: `flows/machine/callback`.
#[test]
fn a_token_in_the_body_of_a_function_in_the_background() {
    play("corrected-cloudflow-3.yaml");
}

/// Ours: `flows/machine/task`.
#[test]
fn arguments_that_are_expressions() {
    play("cloudflow-4.yaml");
}

/// Ours: `flows/machine/choice`.
#[test]
fn a_choice_by_what_a_function_has_measured() {
    play("corrected-cloudflow-5.yaml");
}

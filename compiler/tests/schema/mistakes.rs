//! Mistakes that a schema can know are found, where they are.

use std::{fs, path::Path};

use crate::{Schema, dialect};

/// Cases of mistakes in keys, types, words and ranges.
const CASES: &[&str] = &[
    "F0108-version",
    "F0110-keys",
    "F0110-misplaced-key",
    "F0110-parameters",
    "F0110-action-parameters",
    "F0110-rules",
    "F0110-top",
    "F0110-unknown-key",
    "F0111-top-level-key",
    "F0112-missing-key",
    "F0112-misspelt-type",
    "F0112-parameters",
    "F0112-states",
    "F0113-map-of-states",
    "F0113-parameters",
    "F0113-states",
    "F0113-target",
    "F0113-wrong-type",
    "F0114-unknown-value",
    "F0114-words",
    "F0115-conflicting-keys",
    "F0115-states",
    "F0116-reserved",
    "F0117-empty-list",
    "F0117-states",
    "F0303-numbers",
    "F0303-out-of-range",
    "F0303-parameters",
    "F0303-retry",
    "F0303-timeout",
];

#[test]
fn cases_of_mistakes_are_invalid() {
    let schemas = Schema::both();
    for case in CASES {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui").join(case).join("flow.yaml");
        let text = fs::read_to_string(file).unwrap();
        let dialect = dialect(&text).unwrap_or_else(|| panic!("{case}"));
        assert!(!schemas[dialect].errors(&text).is_empty(), "{case} is valid");
    }
}

#[test]
fn one_mistake_is_one_error_at_its_place() {
    let [flow, machine] = Schema::both();
    let step = |step: &str| format!("version: v1\ntype: flow\nsteps: [{step}]\n");
    let state = |state: &str| format!("Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\nStates: [{state}]\n");
    for (schema, text, place, part) in [
        (&flow, step("{type: pass, name: a, outputMapings: []}"), "/steps/0", "'outputMapings' was unexpected"),
        (&flow, step("{type: pas, name: a}"), "/steps/0/type", "\"pas\" is not one of"),
        (&flow, step("{type: pass}"), "/steps/0", "\"name\" is a required property"),
        (&flow, step("{type: pass, name: 1}"), "/steps/0/name", "1 is not of type \"string\""),
        (
            &flow,
            step("{type: task, name: a, action: 'A:B', timeoutSeconds: 0}"),
            "/steps/0/timeoutSeconds",
            "0 is less",
        ),
        (
            &flow,
            step("{type: parallel, name: a, branches: [{steps: [{type: pass, name: b, end: maybe}]}]}"),
            "/steps/0/branches/0/steps/0/end",
            "\"maybe\" is not of type \"boolean\"",
        ),
        (&machine, state("{Name: a, Type: Pass, End: true, Nxet: b}"), "/States/0", "'Nxet' was unexpected"),
        (&machine, state("{Name: a, Type: Pass}"), "/States/0", "\"Next\" is a required property"),
        (&machine, state("{Name: a, Type: Wait, Seconds: 301, End: true}"), "/States/0/Seconds", "301 is greater"),
        (
            &machine,
            state("{Name: a, Type: Choice, Branches: [{Next: a}], Default: a}"),
            "/States/0/Branches/0",
            "Condition",
        ),
        (
            &machine,
            state(
                "{Name: a, Type: Task, Action: 'A:B', Retry: [{Errors: [E], MaxAttempts: x, IntervalSeconds: 1}], End: true}",
            ),
            "/States/0/Retry/0/MaxAttempts",
            "\"x\" is not of type \"integer\"",
        ),
    ] {
        let errors = schema.errors(&text);
        assert!(
            errors.len() == 1 && errors[0].starts_with(&format!("{place}: ")) && errors[0].contains(part),
            "{errors:#?}"
        );
    }
}

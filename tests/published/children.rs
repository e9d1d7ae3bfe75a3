//! Published flows that start others, with these.

use super::play;

/// Ours: `flows/relied_on/13_child_reports`.
#[test]
fn forked_flows_report_to_the_one_that_forked_them() {
    play("awesome-fnf__fork-flows__flows-main.yaml");
}

/// Ours: `flows/relied_on/13_child_reports`.
#[test]
fn a_forked_flow_has_its_end_reported_by_functions() {
    play("awesome-fnf__fork-flows__flows-subflow.yaml");
}

/// Ours: `flows/child/stopped`.
#[test]
fn a_stopped_child_leads_to_the_step_after() {
    play("awesome-fnf__post-execution-actions__flows-main.flow.yaml");
}

/// Ours: `flows/child/stopped`.
#[test]
fn a_child_gives_what_its_function_returns() {
    play("awesome-fnf__post-execution-actions__flows-child.flow.yaml");
}

/// Ours: `flows/child/review`.
#[test]
fn an_audit_is_tried_again_by_the_flow_that_asked_for_it() {
    play("awesome-fnf__subflow-best-practice__Flow-main.yaml");
}

/// Ours: `flows/child/review`.
#[test]
fn an_audit_turns_errors_of_its_function_into_its_own() {
    play("awesome-fnf__subflow-best-practice__Flow-audit.yaml");
}

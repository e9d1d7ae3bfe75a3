//! Small published flows: one step or two, with their retries and their data.

use super::play;

/// Ours: `flows/relied_on/08_wait_from_input`.
#[test]
fn a_wait_lasts_as_long_as_the_input_says() {
    play("landing-with-terraform__fnf-execution-docs-Example-main.yaml");
}

/// Ours: `flows/relied_on/10_bare_pass_and_constants`.
#[test]
fn a_bare_pass_gives_nothing() {
    play("landing-with-terraform__fnf-flow-docs-Example-main.yaml");
}

/// Ours: `flows/relied_on/10_bare_pass_and_constants`.
#[test]
fn constants_of_any_shape_and_the_whole_input_reach_the_function() {
    play("awesome-fnf__http-task__http-tasks.flow.yaml");
}

/// Ours: `flows/task/action`.
#[test]
fn an_operation_of_another_product_is_called_with_its_parameters() {
    play("awesome-fnf__ID-card-Identification__flow-definition.yaml");
}

/// Ours: `flows/relied_on/05_whole_input`.
#[test]
fn a_function_gets_the_results_of_the_one_before_a_pause() {
    play("awesome-fnf__oss-copy__test-flows-compare.flow.yaml");
}

/// Ours: `flows/choice/nested_loop`.
#[test]
fn faces_are_looked_at_one_by_one_within_a_choice() {
    play("awesome-fnf__detect-mask__viapi-detect-mask-demo-flow-serial@8b5bda8.yaml");
}

/// Ours: `flows/choice/nested_loop`.
#[test]
fn faces_are_looked_at_one_by_one_within_a_choice_within_a_choice() {
    play("awesome-fnf__detect-mask__detect-mask-flow.yaml");
}

//! The examples of the documents that the project started from.

use flowsmith_tests::cases::PUBLISHED;

use super::{at_hand, play};
use crate::check;

/// Ours: `flows/relied_on/18_placeholders`.
#[test]
fn async_1_synchronous_gives_what_the_function_returns() {
    play("async-1-synchronous.yaml");
}

/// Ours: `flows/async/background`.
#[test]
fn async_2_request_response_goes_on_while_the_function_runs() {
    play("async-2-request-response.yaml");
}

/// Ours: `flows/task/asynchronous`.
#[test]
fn async_3_sync_gives_what_the_function_returns_in_the_end() {
    play("async-3-sync.yaml");
}

/// Ours: `flows/callback/token_from_history`.
#[test]
fn async_4_wait_for_callback_gives_what_is_reported_for_the_token_that_the_history_shows() {
    play("async-4-wait-for-callback.yaml");
}

/// Ours: `flows/task/asynchronous`.
#[test]
fn async_5_stateful_calls_the_function_with_the_name_of_the_execution() {
    play("async-5-stateful.yaml");
}

/// Ours: `flows/callback/echo`.
#[test]
fn callback_1_mapping_makes_the_reported_field_the_output() {
    play("callback-1-mapping.yaml");
}

/// Ours: `flows/callback/echo`.
#[test]
fn callback_2_echo_ends_with_the_status_that_is_reported() {
    play("callback-2-echo.yaml");
}

/// Ours: `flows/queue/callback`.
#[test]
fn mns_1_queue_callback_ends_with_what_the_worker_reports() {
    play("mns-1-queue-callback.yaml");
}

/// Ours: `flows/queue/three_serial`.
#[test]
fn mns_1_queue_callback_with_three_serial_tasks_ends_with_what_the_workers_report() {
    play("thrice-mns-1-queue-callback.yaml");
}

/// The order of its keys is nobody's promise.
#[test]
fn mns_1_queue_callback_sends_its_mapped_input_as_json_text() {
    if !at_hand() {
        return;
    }
    let case = PUBLISHED.iter().find(|case| case.folder == "mns-1-queue-callback.yaml").unwrap();
    for run in super::runs(case.folder) {
        let (_, world) = check::standard(case, &run);
        for message in world.inputs().values().flatten() {
            let body: flowsmith::Value = serde_json::from_str(message["MessageBody"].as_str().unwrap()).unwrap();
            assert_eq!(body, flowsmith::json!({"task_token": "<token>", "key": "value"}));
        }
    }
}

//! Published definitions, unmodified. They are no part of the repository: without them, what stands beside each test in
//! `flows/` is all that is checked.

use flowsmith::Value;
use flowsmith_tests::{
    cases::{Case, PUBLISHED, REFUSED},
    script::Run,
};

use crate::check;

fn published(document: &str) -> Option<&'static Case> {
    let case = PUBLISHED.iter().find(|case| case.folder == document);
    if PUBLISHED.is_empty() {
        println!("skipped: no ../shared, where published definitions would be");
    } else {
        assert!(case.is_some(), "{document} does not compile: {REFUSED:?}");
    }
    case
}

/// Runs a published definition on every engine and through crashes; gives the inputs of its functions.
fn inputs(case: &Case, run: &str) -> Vec<Value> {
    let run: Run = serde_yaml::from_str(run).unwrap();
    let (ending, world) = check::standard(case, &run);
    check::crashed_after_every_turn(case, &run, &ending);
    check::express(case, &run);
    world.inputs()
}

const QUEUE: &str = "
name: a worker reports what the document shows
functions:
  acs:mns:::/queues/fnf-demo/messages: [{report: {after: 3600, output: {key: value}}}]
output: {key: value}
";

/// A message holds, as JSON text, the token and the key of the input mappings.
fn check_message(input: &Value) {
    let body: Value = serde_json::from_str(input["MessageBody"].as_str().unwrap()).unwrap();
    assert_eq!(body["key"], "value");
    assert!(body["task_token"].is_string());
    assert_eq!(body.as_object().unwrap().len(), 2);
    assert_eq!(input["Priority"], 1);
}

/// Ours: `flows/callback/echo`.
#[test]
fn callback_2_echo_ends_with_the_status_that_is_reported() {
    let Some(case) = published("callback-2-echo.yaml") else { return };
    let inputs = inputs(
        case,
        "
name: the function echoes its input, then the token is reported
functions:
  acs:fc:::services/fnf-demo/functions/echo: [{echo: true, report: {after: 3600, output: {status: ok}}}]
output: {s: ok}
",
    );
    assert_eq!(inputs.len(), 1);
    assert!(inputs[0]["taskToken"].is_string());
}

/// Ours: `flows/queue/callback`.
#[test]
fn mns_1_queue_callback_ends_with_what_the_worker_reports() {
    let Some(case) = published("mns-1-queue-callback.yaml") else { return };
    let inputs = inputs(case, QUEUE);
    assert_eq!(inputs.len(), 1);
    inputs.iter().for_each(check_message);
}

/// Ours: `flows/queue/three_serial`.
#[test]
fn mns_1_queue_callback_with_three_serial_tasks_ends_with_what_the_workers_report() {
    let Some(case) = published("thrice-mns-1-queue-callback.yaml") else { return };
    let inputs = inputs(case, QUEUE);
    assert_eq!(inputs.len(), 3);
    inputs.iter().for_each(check_message);
}

#[test]
fn published_definitions_compile() {
    for case in PUBLISHED {
        println!("compiled: {}", case.folder);
    }
    for (document, findings) in REFUSED {
        println!("refused: {document}: {}", findings.lines().next().unwrap_or_default());
        // Not supported yet; or the other dialect, and an example that is a part of a definition.
        let known = document.starts_with("cloudflow-") || *document == "callback-1-mapping.yaml";
        assert!(known || findings.contains("error[F0901]"), "{document}:\n{findings}");
    }
    if PUBLISHED.is_empty() {
        println!("skipped: no ../shared, where published definitions would be");
    }
}

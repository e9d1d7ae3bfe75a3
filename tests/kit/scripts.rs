//! What functions answer and what is reported.

use flowsmith::{
    Call, StepError, Value, json,
    testing::{Test, computes, days, echoes, fails, hangs, hours, minutes, panics, returns, seconds},
};

use super::claim as test;

const TWO: [&str; 2] = ["roof", "door"];

#[test]
fn calls_are_answered_in_order_and_the_last_answer_serves_the_rest() {
    let run = test()
        .function("assess", [fails("Busy", ""), returns(json!({"value": 5}))])
        .function("pay", [returns(json!({"receipt": 1})), returns(json!({"receipt": 2}))])
        .run(json!({"claim": "c", "parts": ["roof", "door", "sill"]}));
    run.succeeded_with(json!({"by": "Ada", "receipts": [1, 2, 2], "audited": "yes"}));
    run.called("assess").times(2);
    run.took(minutes(1) + days(1) + hours(1));
}

#[test]
fn an_answer_may_take_its_time_and_be_given_several_times() {
    let run = test()
        .function("assess", [fails("Busy", "").times(2).after(minutes(10)), returns(json!({"value": 5}))])
        .run(json!({"claim": "c", "parts": TWO}));
    run.succeeded();
    run.called("assess").times(3);
    assert_eq!(run.calls()[2].time, minutes(10 + 1 + 10 + 2));
}

#[test]
fn an_answer_may_be_meant_for_some_inputs_only_or_made_of_them() {
    let pay = [
        computes(|input: Value| Ok(json!({"receipt": format!("for the {}", input["part"].as_str().unwrap_or("?"))}))),
        returns(json!({"receipt": "the door, twice"})).when(json!({"part": "door"})),
    ];
    let run = test().function("pay", pay).run(json!({"claim": "c", "parts": ["door", "roof", "door"]}));
    assert_eq!(run.succeeded()["receipts"], json!(["for the door", "for the roof", "the door, twice"]));
}

#[test]
fn a_function_may_echo_panic_or_never_return() {
    let run = test().function("pay", echoes()).run(json!({"claim": "c", "parts": TWO}));
    assert_eq!(run.succeeded()["receipts"], json!([]));

    let run = test().function("pay", panics("no ink")).run(json!({"claim": "c", "parts": TWO}));
    run.failed_with("FC.Unknown");

    let run = test().function("askTheBoss", hangs()).run(json!({"claim": "c", "parts": TWO}));
    run.failed_with("Refused").took(days(7));
}

#[test]
fn a_report_comes_when_its_step_waits() {
    let slow = test()
        .function("askTheBoss", returns(json!({})).after(hours(1)))
        .report("approval", returns(json!({"by": "Bob"})).after(days(6)));
    let run = slow.run(json!({"claim": "c", "parts": TWO}));
    assert_eq!(run.succeeded()["by"], "Bob");
    run.took(hours(1) + days(6) + days(1) + hours(1));

    let run = test().report("approval", fails("Declined", "no")).run(json!({"claim": "c", "parts": TWO}));
    run.failed_with("Refused").took(seconds(0));
    run.never_called("pay");

    let by_value = computes(|input: Value| match input["value"].as_i64() {
        Some(value) if value < 50 => Ok(json!({"by": "the machine"})),
        _ => Err(StepError::new("Declined", "too dear")),
    });
    let run = test().report("approval", by_value.clone()).run(json!({"claim": "c", "parts": TWO}));
    run.failed_with("Refused");
    let run = test().report("approval", by_value).function("assess", returns(json!({"value": 3})));
    assert_eq!(run.run(json!({"claim": "c", "parts": TWO})).succeeded()["by"], "the machine");
}

#[test]
fn a_report_that_never_comes_or_comes_too_late_is_a_timeout() {
    for reply in [hangs(), returns(json!({"by": "Zoe"})).after(days(8))] {
        let run = test().report("approval", reply).run(json!({"claim": "c", "parts": TWO}));
        run.failed_with("Refused").took(days(7));
        run.has_event(flowsmith::EventKind::TaskTimedOut, "approval");
    }
}

#[derive(Debug)]
struct Office;

impl super::claim::Functions for Office {
    async fn assess(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        Ok(json!({"value": input["claim"].as_str().map(str::len)}))
    }

    async fn ask_the_boss(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
        Ok(json!({}))
    }
}

/// The flow with functions of its own, scripts for the rest.
fn office() -> Test {
    Test::new(super::claim::Flow::new(Office))
        .flow(super::claim_audit::Flow::remote())
        .function("pay", returns(json!({"receipt": 1})))
        .invoker("letters", |_: Value| async { Ok(json!({"MessageId": "m"})) })
        .function("file", returns(json!({})))
        .report("approval", computes(|input: Value| Ok(json!({"by": input["value"]}))))
}

#[test]
fn functions_of_the_flow_and_scripts_go_together_on_both_engines() {
    for test in [office(), office().express()] {
        let run = test.run(json!({"claim": "four", "parts": TWO}));
        run.succeeded_with(json!({"by": 4, "receipts": [1, 1], "audited": "yes"}));
        run.called_in_order(["pay", "pay", "letters", "file"]).took(days(1) + hours(1));
        run.called("letters").once().with(json!({"MessageBody": "\"four\"", "Priority": 8}));
    }
}

#[test]
fn time_starts_where_the_test_says() {
    let run = test().starting_at("2026-03-01T08:00:00Z").run(json!({"claim": "c", "parts": TWO}));
    assert_eq!(run.history()[0].time.to_string(), "2026-03-01T08:00:00Z");
}

#[test]
fn an_execution_can_be_stopped() {
    let run = test().stop(hours(2), "Cancelled", "by the customer").run(json!({"claim": "c", "parts": TWO}));
    assert_eq!(*run.stopped(), StepError::new("Cancelled", "by the customer"));
    run.took(hours(2)).entered(["assess", "approval", "rest"]);
}

#[tokio::test]
async fn a_test_may_stand_within_a_runtime() {
    test().run(json!({"claim": "c", "parts": TWO})).succeeded();
}

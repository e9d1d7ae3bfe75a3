//! What a test that fails says: each message is a golden in this folder. `UPDATE=1 cargo test -p flowsmith-tests
//! kit::messages` writes them.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use flowsmith::{
    Call, StepError, Value, json,
    testing::{Run, Test, computes, days, everywhere, fails, hangs, hours, panics, returns},
};

use super::claim;

/// Checks the message of a test that fails.
#[expect(clippy::disallowed_methods, reason = "tests read files")]
fn golden(name: &str, test: impl FnOnce()) {
    let panic = catch_unwind(AssertUnwindSafe(test)).expect_err("it fails");
    let message = match panic.downcast::<String>() {
        Ok(message) => *message,
        Err(panic) => (*panic.downcast::<&str>().expect("a message")).to_owned(),
    };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("kit").join(name).with_extension("txt");
    let message = format!("{}\n", message.trim_end());
    for line in message.lines() {
        assert!(line.chars().count() <= 100 || !line.starts_with(' '), "too wide: {line}");
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &message).expect("it can be written");
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(message, known, "{}", file.display());
}

fn input() -> Value {
    json!({"claim": "the storm of the 12th, as reported by the neighbours", "parts": ["roof", "door"]})
}

fn approved() -> Run {
    claim().report("approval", returns(json!({"by": "Ada"})).after(days(3))).run(input())
}

#[test]
fn it_should_have_succeeded() {
    golden("failed", || {
        let run = claim()
            .function("assess", [fails("Busy", "too many claims"), returns(json!({"value": 70}))])
            .report("approval", fails("Declined", "we have no money").after(hours(30)))
            .run(input());
        run.succeeded_with(json!({"by": "Ada"}));
    });
}

#[test]
fn another_output() {
    golden("output", || {
        approved().succeeded_with(json!({"by": "Bob", "receipts": [1, 1], "audited": "yes"}));
    });
}

#[test]
fn another_number_of_calls() {
    golden("times", || {
        approved().called("pay").times(3);
    });
}

#[test]
fn another_input() {
    golden("input", || {
        approved().called("ask_the_boss").with(json!({"value": 7, "token": "<token>"}));
    });
}

#[test]
fn other_steps() {
    golden("steps", || {
        approved().entered(["assess", "approval", "payments"]);
    });
}

#[test]
fn a_step_that_is_misspelt_in_a_report() {
    golden("unknown_step", || {
        let test = Test::new(super::claim::Flow::remote()).flow(super::claim_audit::Flow::remote());
        let test = test.function("assess", returns(json!({"value": 70}))).function("ask_the_boss", returns(json!({})));
        test.report("aproval", returns(json!({"by": "Ada"}))).run(input()).succeeded();
    });
}

#[test]
fn a_function_that_is_misspelt() {
    golden("unknown_function", || drop(claim().function("ases", returns(json!({}))).run(input())));
}

#[test]
fn a_function_that_the_test_forgets() {
    golden("unscripted", || {
        let test = Test::new(super::claim::Flow::remote()).flow(super::claim_audit::Flow::remote());
        drop(test.function("assess", returns(json!({"value": 70}))).run(input()));
    });
}

#[test]
fn a_flow_that_the_test_forgets() {
    golden("missing_flow", || drop(Test::new(super::claim::Flow::remote()).run(input())));
}

#[derive(Debug)]
struct Office;

impl super::claim::Functions for Office {
    async fn pay(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
        Ok(json!({}))
    }
}

#[test]
fn a_script_that_nobody_would_ask() {
    golden("implemented", || {
        let test = Test::new(super::claim::Flow::new(Office)).flow(super::claim_audit::Flow::remote());
        drop(test.function("pay", returns(json!({}))).run(input()));
    });
}

#[test]
fn a_run_that_does_not_end() {
    golden("endless", || drop(claim().function("assess", hangs()).run(input())));
}

#[test]
fn a_task_that_nobody_reports() {
    let test = || {
        let test = Test::new(super::refund::Flow::remote()).function("pay", returns(json!({"paid": true})));
        test.function("ask", returns(json!({})).after(hours(1))).report("approval", returns(json!({})))
    };
    golden("unreported", || drop(test().run(json!({"amount": 40}))));
    golden("unreported_in_memory", || drop(test().express().run(json!({"amount": 40}))));
}

#[test]
fn a_report_that_is_refused() {
    golden("refused", || drop(claim().report("approval", returns(json!("Ada"))).run(input())));
}

#[test]
fn a_report_that_panics() {
    golden("report_panics", || drop(claim().report("approval", panics("no")).run(input())));
}

#[test]
fn an_input_that_no_reply_is_meant_for() {
    golden("no_reply", || {
        drop(claim().function("pay", returns(json!({"receipt": 1})).when(json!({"part": "roof"}))).run(input()));
    });
}

#[test]
fn an_input_that_does_not_fit() {
    golden("misfit", || drop(claim().function("pay", computes(|part: u64| Ok(part))).run(input())));
}

#[test]
fn a_run_in_memory_that_fails() {
    golden("express", || {
        claim().express().function("assess", fails("Fraud", "again")).run(input()).succeeded();
    });
}

#[test]
fn a_history_in_memory() {
    golden("no_history", || drop(claim().express().run(input()).steps()));
}

#[test]
fn a_crash_that_changes_the_run() {
    golden("crash", || {
        let calls = std::sync::atomic::AtomicU64::new(0);
        let count = std::sync::Arc::new(calls);
        let test = || {
            let count = std::sync::Arc::clone(&count);
            let next = move |_: Value| Ok(json!({"value": count.fetch_add(1, std::sync::atomic::Ordering::SeqCst)}));
            claim().function("assess", computes(next))
        };
        everywhere(test, json!({"claim": "c", "parts": []}), |_| {});
    });
}

#[test]
fn a_crash_that_does_not_come() {
    golden("no_crash", || drop(claim().lose(99).run(json!({"claim": "c", "parts": []}))));
}

#[test]
fn a_history_that_is_long() {
    golden("long", || {
        let parts: Vec<_> = (0..30).map(|part| format!("part {part}")).collect();
        claim().run(json!({"claim": "c", "parts": parts})).called("pay").once();
    });
}

//! Crashes, and the same test on all engines.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use flowsmith::{
    MemoryQueue, json,
    testing::{Test, days, everywhere, fails, hours, returns, through_crashes},
};
use flowsmith_tests::cases::async_background::flow as background;

use super::claim;

#[test]
fn a_run_ends_the_same_whatever_crashes_come_and_in_memory() {
    let runs = AtomicUsize::new(0);
    let test = || {
        claim()
            .function("assess", [fails("Busy", ""), returns(json!({"value": 70}))])
            .report("approval", returns(json!({"by": "Ada"})).after(days(3)))
    };
    everywhere(test, json!({"claim": "c", "parts": ["roof", "door"]}), |run| {
        runs.fetch_add(1, SeqCst);
        run.succeeded_with(json!({"by": "Ada", "receipts": [1, 1], "audited": "yes"}));
        run.called("pay").times(2).with(json!({"part": "roof"}));
    });
    let runs = runs.into_inner();
    assert!(runs > 30, "only {runs} runs: the crashes came");
}

#[test]
fn a_queue_in_memory_gets_a_message_once() {
    let queue = MemoryQueue::new("letters");
    drop(claim().invoker("letters", queue.clone()).crash_after_every_turn().run(json!({"claim": "c", "parts": []})));
    assert_eq!(queue.peek().map(|message| message.body).as_deref(), Some("\"c\""));
    assert_eq!(queue.len(), 1);
}

#[test]
fn one_crash_can_be_chosen() {
    for test in [claim().crash_after(4), claim().lose(4), claim().crash_after_every_turn()] {
        let run = test.run(json!({"claim": "c", "parts": ["roof"]}));
        run.succeeded();
        run.called("assess").once();
    }
    // The turn in which its result would have been kept.
    let run = claim().lose(3).run(json!({"claim": "c", "parts": []}));
    assert_eq!(run.calls()[0].repeats, 1, "{run}");
}

#[test]
fn what_is_stopped_and_what_runs_in_the_background_survives_crashes() {
    through_crashes(
        || claim().stop(hours(1), "Cancelled", ""),
        json!({"claim": "c", "parts": []}),
        |run| {
            run.stopped();
        },
    );
    let mailing = || {
        Test::new(background::Flow::remote())
            .function("mail", returns(json!({"sent": true})).after(hours(5)))
            .function("pack", returns(json!({"packed": true})))
    };
    through_crashes(mailing, json!({"customer": "ada"}), |run| {
        run.succeeded();
        assert_eq!(run.jobs()[0].output, Some(json!({"sent": true})));
    });
}

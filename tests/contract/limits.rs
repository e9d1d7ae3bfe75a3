//! Limits: what is too much is refused where it comes in, or ends the execution; what is accepted stays.

use std::time::Duration;

use flowsmith::{
    Engine, EngineBuilder, Error, EventKind, ExecutionStatus, Limits, StepError, TaskToken, Timestamp, TokioClock,
    Value, json,
    testing::{Run, Test, computes, fails, returns, seconds},
};

flowsmith::flow!("definitions/ask.yaml");
flowsmith::flow!("definitions/counting.yaml");
flowsmith::flow!("definitions/gathering.yaml");
flowsmith::flow!("definitions/gathering_again.yaml");
flowsmith::flow!("definitions/growing.yaml");
flowsmith::flow!("definitions/passing.yaml");
flowsmith::flow!("definitions/piling.yaml");
flowsmith::flow!("definitions/punctual.yaml");
flowsmith::flow!("definitions/sleepy.yaml");

const MEGABYTE: usize = 1 << 20;

fn builder(limits: Limits) -> EngineBuilder {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    Engine::builder().limits(limits).clock(clock)
}

fn long(bytes: usize) -> Value {
    json!({"text": "x".repeat(bytes)})
}

fn status(run: &Run) -> ExecutionStatus {
    run.result().map_or_else(|failure| failure.status, |_| ExecutionStatus::Succeeded)
}

/// Counts to a number in rounds of 11 events.
fn count_to(rounds: u64, limits: Limits) -> Run {
    let add = computes(|input: Value| Ok(json!({"n": input["n"].as_u64().unwrap_or_default() + 1})));
    Test::new(counting::Flow::remote()).function("add", add).limits(limits).run(json!({"n": 0, "rounds": rounds}))
}

#[test]
fn an_execution_has_as_many_events_as_it_may_and_no_more() {
    let run = count_to(5, Limits::default());
    run.succeeded();
    let needs = run.history().len() as u64;
    for (events, expected) in
        [(needs, ExecutionStatus::Succeeded), (needs - 1, ExecutionStatus::Failed), (2, ExecutionStatus::Failed)]
    {
        let mut limits = Limits::default();
        limits.events = events;
        let run = count_to(5, limits);
        assert_eq!(status(&run), expected, "{events} events are allowed, {needs} needed");
        let ids: Vec<_> = run.history().iter().map(|event| event.event_id).collect();
        assert_eq!(ids, (1..=events).collect::<Vec<_>>());
    }
}

#[test]
fn an_endless_loop_ends_at_the_vendor_s_5_000_events_and_nothing_catches_that() {
    let run = count_to(u64::MAX, Limits::cloudflow());
    run.failed_with("FnF.EventsLimitExceeded");
    assert_eq!(run.history().len(), 5_000);
    let last = run.history().last().unwrap();
    assert_eq!(last.kind, EventKind::ExecutionFailed);
    assert_eq!(last.detail["error"], "FnF.EventsLimitExceeded");
}

#[tokio::test(start_paused = true)]
async fn ten_megabytes_pass_by_default_and_are_refused_under_the_vendor_s_limits() {
    let engine = builder(Limits::default()).flow(passing::Flow::remote()).build().await.unwrap();
    let execution = engine.start("passing", "one", long(10 * MEGABYTE)).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), long(10 * MEGABYTE));
    assert!(execution.history().await.unwrap().iter().all(|event| event.detail.to_string().len() < 100));

    let engine = builder(Limits::cloudflow()).flow(passing::Flow::remote()).build().await.unwrap();
    let refused = engine.start("passing", "one", long(10 * MEGABYTE)).await.unwrap_err();
    assert!(matches!(refused, Error::EntityTooLarge { limit: 32_768, .. }), "{refused}");
    assert!(matches!(engine.execution("passing", "one").await, Err(Error::ExecutionNotExists { .. })));
    // Twice 20 KiB: each is little enough, the step holds too much.
    let execution = engine.start("passing", "two", long(20 << 10)).await.unwrap();
    let failure = execution.wait().await.unwrap().unwrap_err();
    assert_eq!((failure.status, &*failure.error.code), (ExecutionStatus::Failed, "FnF.DataLimitExceeded"));
    let execution = engine.start("passing", "three", long(10 << 10)).await.unwrap();
    execution.wait().await.unwrap().unwrap();
}

#[test]
fn data_that_doubles_with_every_step_ends_at_the_limit() {
    let mut limits = Limits::default();
    limits.data = MEGABYTE;
    let run = Test::new(growing::Flow::remote()).limits(limits).run(long(1_000));
    run.failed_with("FnF.DataLimitExceeded").has_event(EventKind::ExecutionFailed, "");
}

#[tokio::test(start_paused = true)]
async fn a_result_that_is_too_long_ends_the_execution_and_a_report_that_is_too_long_is_refused() {
    let give = returns(long(40 << 10));
    let counting = Test::new(counting::Flow::remote()).function("add", give).limits(Limits::cloudflow());
    counting.run(json!({"n": 0, "rounds": 1})).failed_with("FnF.DataLimitExceeded");

    let (sender, mut tokens) = tokio::sync::mpsc::unbounded_channel();
    let ask = move |input: Value| {
        let _ = sender.send(TaskToken::new(input["token"].as_str().unwrap_or_default()));
        async { Ok(Value::Null) }
    };
    let engine = builder(Limits::cloudflow()).flow(ask::Flow::remote());
    let engine = engine.function("acs:fc:::services/s/functions/ask", ask).build().await.unwrap();
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    let token = tokens.recv().await.unwrap();
    let refused = engine.report_task_succeeded(&token, &long(40 << 10).to_string()).await.unwrap_err();
    assert!(matches!(refused, Error::EntityTooLarge { .. }), "{refused}");
    for (code, cause) in [("E".repeat(129), String::new()), ("E".to_owned(), "é".repeat(4_097))] {
        let refused = engine.report_task_failed(&token, StepError::new(code.clone(), cause.clone())).await.unwrap_err();
        assert!(matches!(refused, Error::InvalidArgument(_)), "{refused}");
        let refused = execution.stop(StepError::new(code, cause)).await.unwrap_err();
        assert!(matches!(refused, Error::InvalidArgument(_)), "{refused}");
    }
    engine.report_task_succeeded(&token, r#"{"answer": "yes"}"#).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"answer": "yes"}));
}

#[test]
fn a_wait_that_data_makes_too_long_fails_its_step() {
    for configure in [|test| test, Test::express] {
        let wait = |seconds: u64| {
            let test = Test::new(sleepy::Flow::remote()).limits(Limits::cloudflow());
            configure(test).run(json!({"seconds": seconds}))
        };
        wait(172_800).took(seconds(172_800)).succeeded();
        wait(172_801).took(seconds(0)).failed_with("FnF.RuntimeError");
    }
}

#[test]
fn an_execution_takes_no_longer_than_the_engine_allows() {
    let mut limits = Limits::default();
    limits.duration = seconds(60);
    let wait = |seconds: u64| Test::new(sleepy::Flow::remote()).limits(limits).run(json!({"seconds": seconds}));
    wait(61).timed_out().took(seconds(60));
    wait(59).took(seconds(59)).succeeded();
}

#[test]
fn what_an_execution_ends_with_is_within_the_limit() {
    let pile = |bytes: usize| Test::new(piling::Flow::remote()).limits(Limits::cloudflow()).run(long(bytes));
    pile(30 << 10).failed_with("FnF.DataLimitExceeded");
    pile(10 << 10).succeeded();
}

#[test]
fn what_a_foreach_gathers_is_within_the_limit() {
    let gather = |items: usize| {
        let mut limits = Limits::default();
        limits.data = 10_000;
        let test = Test::new(gathering::Flow::remote()).function("work", returns(long(4_000))).limits(limits);
        test.run(json!({"items": (0..items).collect::<Vec<_>>()}))
    };
    gather(100).failed_with("FnF.DataLimitExceeded");
    gather(2).succeeded();
}

#[test]
fn a_step_that_maps_no_input_may_use_all_of_its_data() {
    let result = long(100);
    let size = result.to_string().len();
    for (step_data, ends) in [(2 * size, true), (2 * size - 1, false)] {
        let mut limits = Limits::default();
        limits.step_data = step_data;
        let run = Test::new(punctual::Flow::remote()).function("work", returns(&result)).limits(limits).run(json!({}));
        assert_eq!(run.result().is_ok(), ends, "{step_data} bytes for {size} twice");
    }
}

#[test]
fn what_an_attempt_that_has_failed_had_gathered_counts_no_more() {
    let result = long(100);
    let size = result.to_string().len();
    for (step_data, ends) in [(3 * size, true), (size, false)] {
        let mut limits = Limits::default();
        limits.step_data = step_data;
        let test = Test::new(gathering_again::Flow::remote()).function("work", returns(&result));
        let run = test
            .function("fail", [fails("Busy", "").times(3), returns(json!({}))])
            .limits(limits)
            .crash_after_every_turn()
            .run(json!({}));
        assert_eq!(run.result().is_ok(), ends, "{step_data} bytes for {size} in each of four attempts");
    }
}

#[tokio::test(start_paused = true)]
async fn a_report_that_is_answered_with_an_event_is_in_the_history() {
    let mut answered = Vec::new();
    for events in 6..12 {
        let (sender, mut tokens) = tokio::sync::mpsc::unbounded_channel();
        let ask = move |input: Value| {
            let _ = sender.send(TaskToken::new(input["token"].as_str().unwrap_or_default()));
            async { Ok(Value::Null) }
        };
        let mut limits = Limits::default();
        limits.events = events;
        let builder = builder(limits).flow(ask::Flow::remote());
        let engine = builder.function("acs:fc:::services/s/functions/ask", ask).build().await.unwrap();
        let execution = engine.start("ask", "one", json!({})).await.unwrap();
        let token = tokens.recv().await.unwrap();
        tokio::time::sleep(Duration::from_secs(1)).await;
        let report = engine.report_task_succeeded(&token, r#"{"answer": 1}"#).await;
        let history = execution.history().await.unwrap();
        assert_eq!(history.last().unwrap().event_id, history.len() as u64);
        if let Ok(event) = report {
            assert_eq!(history[usize::try_from(event).unwrap() - 1].kind, EventKind::TaskSucceeded);
            answered.push(events);
        }
    }
    assert_eq!(answered, [8, 9, 10, 11]);
}

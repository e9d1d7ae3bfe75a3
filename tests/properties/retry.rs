//! The wait before retry number n is `interval × multiplierⁿ⁻¹`, and never longer than the longest.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{__private::RetryPolicy, Call, Engine, EventKind, StepError, Timestamp, TokioClock, Value, json};
use flowsmith_tests::{cases::Case, script::Run};
use proptest::prelude::*;

use super::cases;
use crate::check;

flowsmith::flow!("definitions/backing_off.yaml");

const BACKING_OFF: Case = Case {
    folder: "backing_off.yaml",
    flow: <backing_off::Flow as flowsmith::Flow>::NAME,
    register: |builder| builder.flow(backing_off::Flow::remote()),
    express: |engine, input| Box::pin(async move { engine.run_express(&backing_off::Flow::remote(), input).await }),
    typed: None,
    is_typed: false,
};

const RUN: &str = "
name: it never succeeds
functions:
  acs:fc:::services/s/functions/work: [{error: Busy, cause: as always}]
error: {error: Busy, cause: as always}
";

#[test]
fn attempts_are_apart_as_the_policy_says() {
    let run: Run = serde_yaml::from_str(RUN).unwrap();
    let (ending, _) = check::standard(&BACKING_OFF, &run);
    check::crashed_after_every_turn(&BACKING_OFF, &run, &ending);
    check::express(&BACKING_OFF, &run);
    let times: Vec<_> =
        ending.history.iter().filter(|event| event.kind == EventKind::TaskScheduled).map(|event| event.time).collect();
    let waits: Vec<_> = times.windows(2).map(|pair| pair[1].since(pair[0]).as_millis()).collect();
    assert_eq!(waits, [4_000, 6_000, 9_000, 13_500, 20_000, 20_000]);
}

/// The waits of the documentation.
#[test]
fn retries_of_10_seconds_that_double_come_after_10_20_and_40_seconds() {
    let case = Case::named("decisions/retry_delays");
    let runs = case.runs();
    let waits = runs[..2].iter().map(|run| {
        let (ending, _) = check::standard(&case, run);
        let scheduled = ending.history.iter().filter(|event| event.kind == EventKind::TaskScheduled);
        let times: Vec<_> = scheduled.map(|event| event.time).collect();
        times.windows(2).map(|pair| pair[1].since(pair[0]).as_secs()).collect::<Vec<_>>()
    });
    assert_eq!(waits.collect::<Vec<_>>(), [[10, 20, 40], [1, 2, 4]]);
}

/// Fails so many times, then succeeds.
#[derive(Clone)]
struct Stubborn(Arc<AtomicU32>);

impl backing_off::Functions for Stubborn {
    async fn work(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
        match self.0.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)) {
            Ok(_) => Err(StepError::new("Busy", "")),
            Err(_) => Ok(json!({})),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_flow_takes_as_long_as_its_waits_on_each_engine() {
    let waits = [4_000, 6_000, 9_000, 13_500, 20_000, 20_000];
    for failures in 0..=7 {
        let flow = || backing_off::Flow::new(Stubborn(Arc::new(failures.into())));
        let clock = TokioClock::starting_at(Timestamp::from_millis(0));
        let engine = Engine::builder().clock(clock).flow(flow()).build().await.unwrap();
        let begun = tokio::time::Instant::now();
        let durable = engine.start("backing_off", "one", json!({})).await.unwrap().wait().await.unwrap();
        let halfway = tokio::time::Instant::now();
        let in_memory = engine.run_express(&flow(), json!({})).await;
        let total: u64 = waits.iter().take(failures as usize).sum();
        for elapsed in [halfway - begun, halfway.elapsed()] {
            assert_eq!(elapsed, Duration::from_millis(total), "{failures} failures");
        }
        assert_eq!([durable.is_ok(), in_memory.is_ok()], [failures <= 6; 2]);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn waits_match_the_formula(
        interval in 1_u64..=86_400,
        longest in 1_u64..=86_400,
        max_attempts in 0_u32..40,
        multiplier in 1.0_f64..10.0,
    ) {
        let policy = RetryPolicy {
            errors: &["FnF.ALL"],
            interval,
            max_interval: longest,
            max_attempts,
            multiplier,
        };
        let longest = Duration::from_secs(longest);
        let mut exact = Duration::from_secs(interval).as_secs_f64();
        for retry in 1..=max_attempts {
            let wait = policy.delay(retry).unwrap();
            let expected = exact.min(longest.as_secs_f64());
            prop_assert!((wait.as_secs_f64() - expected).abs() < 1e-6, "retry {retry}: {wait:?}, not {expected} s");
            prop_assert!(wait <= longest);
            exact = expected * multiplier;
        }
        prop_assert_eq!(policy.delay(0), None);
        prop_assert_eq!(policy.delay(max_attempts + 1), None);
    }
}

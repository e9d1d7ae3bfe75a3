//! The wait before retry number n is `interval × multiplierⁿ⁻¹`, and never longer than the longest.

use std::time::Duration;

use flowsmith::{EventKind, RetryPolicy};
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

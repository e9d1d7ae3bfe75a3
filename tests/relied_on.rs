//! What published flows rely on. Each point has a case under `flows/relied_on`; here is what more than their outputs and
//! their time has to show.

use std::{
    collections::BTreeSet,
    sync::{Arc, OnceLock},
    time::Duration,
};

use flowsmith::{Engine, Error, EventKind, StepError, TaskToken, Timestamp, TokioClock, Value, json};
use flowsmith_tests::{
    cases::{CASES, Case},
    script::Run,
};

use crate::check;

/// How many points there are.
const POINTS: usize = 18;

#[test]
fn every_point_has_a_case() {
    let points: BTreeSet<_> =
        CASES.iter().filter_map(|case| case.folder.strip_prefix("relied_on/")?.get(..2)?.parse().ok()).collect();
    assert_eq!(points, (1..=POINTS).collect());
}

/// Point 7.
#[test]
fn sixty_waits_go_on_side_by_side() {
    let case = Case::named("relied_on/07_waits_side_by_side");
    let instants: Vec<_> = (0..60).map(|second| format!("2026-01-01T00:00:{:02}Z", 59 - second)).collect();
    let counts: Vec<_> = (1..=60).rev().collect();
    let functions = (1..=60).map(|n| json!({"return": {"n": n}})).collect::<Vec<_>>();
    let run = json!({
        "name": "sixty",
        "input": {"instants": instants},
        "functions": {"acs:fc:::services/desk/functions/remind": functions},
        "output": {"count": counts},
        "seconds": 59,
    });
    let run: Run = serde_json::from_value(run).unwrap();
    let (ending, _) = check::standard(&case, &run);
    check::crashed_after_every_turn(&case, &run, &ending);
    check::express(&case, &run);
    let of = |kind| move |event: &flowsmith::HistoryEvent| event.kind == kind && event.step_name == "sleep";
    let begun = ending.history.iter().rposition(of(EventKind::StepEntered)).unwrap();
    // The wait that is over at once is the last of them.
    let over = ending.history.iter().position(of(EventKind::StepExited)).unwrap();
    assert_eq!(over, begun + 3, "all waits have begun before one is over");
    assert_eq!(ending.history.iter().filter(|event| of(EventKind::StepExited)(event)).count(), 60);
}

/// A runner that reports, and fails as the API refuses it.
async fn reach(engine: Arc<OnceLock<Engine>>, after: u64, lane: &str, input: Value) -> Result<Value, StepError> {
    tokio::time::sleep(Duration::from_secs(after)).await;
    let token = TaskToken::from(input["token"].as_str().unwrap());
    match engine.get().unwrap().report_task_succeeded(&token, &json!({"lane": lane}).to_string()).await {
        Ok(_) => Ok(json!({"place": "won"})),
        Err(error @ Error::TaskAlreadyCompleted) => Err(StepError::new("TaskAlreadyCompleted", error.to_string())),
        Err(error) => Err(StepError::new("Other", error.to_string())),
    }
}

/// Point 11.
#[tokio::test(start_paused = true)]
async fn of_three_that_report_one_token_the_first_wins_and_the_others_are_told() {
    let case = Case::named("relied_on/11_first_report_wins");
    let shared = Arc::<OnceLock<Engine>>::default();
    let mut builder = (case.register)(Engine::builder()).clock(TokioClock::starting_at(Timestamp::from_millis(0)));
    for (lane, after) in [("inner", 30), ("middle", 10), ("outer", 20)] {
        let shared = Arc::clone(&shared);
        let run = move |input: Value| reach(Arc::clone(&shared), after, lane, input);
        builder = builder.function(format!("acs:fc:::services/race/functions/{lane}"), run);
    }
    shared.set(builder.build().await.unwrap()).unwrap();
    let engine = shared.get().unwrap();
    let race = engine.start(case.flow, "race", json!({})).await.unwrap();
    assert_eq!(race.wait().await.unwrap().unwrap(), json!({"winner": "middle"}));
    let runners = engine.execution("runners", "child-1-4").await.unwrap();
    assert_eq!(runners.wait().await.unwrap().unwrap(), json!({"places": ["beaten", "won", "beaten"]}));
    let forged = TaskToken::from("1-4-00000000000000000000000000000000");
    let refused = engine.report_task_succeeded(&forged, "{}").await.unwrap_err();
    assert!(matches!(refused, Error::InvalidArgument(_)), "a token that never was is refused otherwise: {refused}");
    engine.close();
}

/// Point 16.
#[test]
fn the_last_of_sixteen_waits_that_double_is_cut_to_a_day() {
    let case = Case::named("relied_on/16_long_retries");
    let run = &case.runs()[1];
    let (ending, _) = check::standard(&case, run);
    let attempts = ending.history.iter().filter(|event| event.kind == EventKind::TaskScheduled);
    let times: Vec<_> = attempts.map(|event| event.time).collect();
    let waits: Vec<_> = times.windows(2).map(|pair| pair[1].since(pair[0]).as_secs()).collect();
    let expected: Vec<_> = (0..16).map(|retry| (3_u64 << retry).min(86_400)).collect();
    assert_eq!(waits, expected);
}

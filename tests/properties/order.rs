//! Branches and iterations may end in any order: results are in the order of the definition or the collection, the first
//! failure is the error of the step, and ends the others.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use flowsmith::{Call, Engine, StepError, Timestamp, TokioClock, Value, json};
use flowsmith_tests::{cases::Case, script::Run};
use proptest::prelude::*;

use super::cases;
use crate::check;

flowsmith::flow!("definitions/racing.yaml");
flowsmith::flow!("definitions/ticking.yaml");
flowsmith::flow!("definitions/waiting.yaml");

/// A branch or an iteration: how long it runs, and whether it fails then.
#[derive(Debug, Clone, Copy)]
struct Child {
    seconds: u64,
    fails: bool,
}

/// The functions of the race; they note who has arrived.
#[derive(Clone, Default)]
struct Track(Arc<Mutex<Vec<u64>>>);

impl racing::Functions for Track {
    async fn run(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        tokio::time::sleep(Duration::from_secs(input["item"]["seconds"].as_u64().unwrap())).await;
        if input["item"]["fails"] == true {
            return Err(StepError::new(format!("Failed{}", input["index"]), ""));
        }
        Ok(json!({"index": input["index"]}))
    }

    async fn arrive(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        self.0.lock().unwrap().push(input["index"].as_u64().unwrap());
        Ok(json!({}))
    }
}

/// What a race came to: the order of the results or the error, and who arrived, in that order.
#[derive(Debug, PartialEq)]
struct Finish {
    result: Result<Value, String>,
    arrived: Vec<u64>,
}

/// What it has to come to, if no two children end at once.
fn expected(children: &[Child]) -> Finish {
    let mut by_time: Vec<_> = (0_u64..).zip(children).collect();
    by_time.sort_by_key(|(_, child)| child.seconds);
    let failed = by_time.iter().position(|(_, child)| child.fails);
    let result = match failed {
        Some(at) => Err(format!("Failed{}", by_time[at].0)),
        None => Ok(json!({"order": (0..children.len()).collect::<Vec<_>>()})),
    };
    let arrived = by_time[..failed.unwrap_or(children.len())].iter().map(|(index, _)| *index);
    Finish { result, arrived: arrived.collect() }
}

/// Runs a race on the durable engine and in memory.
async fn race(side: &str, children: &[Child]) -> [Finish; 2] {
    let items: Vec<_> = children.iter().map(|child| json!({"seconds": child.seconds, "fails": child.fails})).collect();
    let input = json!({"side": side, "items": items});
    let (durable, in_memory) = (Track::default(), Track::default());
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let engine = Engine::builder().clock(clock).flow(racing::Flow::new(durable.clone())).build().await.unwrap();
    let execution = engine.start("racing", "one", &input).await.unwrap();
    let first = execution.wait().await.unwrap().map_err(|failure| failure.error);
    let second = engine.run_express(&racing::Flow::new(in_memory.clone()), input).await;
    // Whoever was not ended with the step would arrive now.
    tokio::time::sleep(Duration::from_secs(1_000)).await;
    [(first, durable), (second, in_memory)].map(|(result, track)| Finish {
        result: result.map_err(|error| error.code.into_owned()),
        arrived: track.0.lock().unwrap().clone(),
    })
}

/// Runs a future in time that only waiting moves.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(future)
}

/// All orders of the numbers below `count`.
fn permutations(count: u64) -> Vec<Vec<u64>> {
    if count == 0 {
        return vec![vec![]];
    }
    let shorter = permutations(count - 1);
    let places = |order: Vec<u64>| {
        (0..=order.len()).map(move |at| {
            let mut order = order.clone();
            order.insert(at, count - 1);
            order
        })
    };
    shorter.into_iter().flat_map(places).collect()
}

/// Children that end in this order; the bits of `failing` say which of them fail.
fn children(order: &[u64], failing: u32) -> Vec<Child> {
    let child = |(index, place): (usize, &u64)| Child { seconds: 10 * (place + 1), fails: failing >> index & 1 == 1 };
    order.iter().enumerate().map(child).collect()
}

#[test]
fn branches_end_in_every_order_and_any_of_them_fail() {
    block_on(async {
        for order in permutations(4) {
            for failing in 0..1 << 4 {
                let children = children(&order, failing);
                for finish in race("parallel", &children).await {
                    assert_eq!(finish, expected(&children), "{children:?}");
                }
            }
        }
    });
}

#[test]
fn iterations_end_in_every_order_and_any_of_them_fail() {
    block_on(async {
        for order in permutations(4) {
            for failing in 0..1 << 4 {
                let children = children(&order, failing);
                for finish in race("foreach", &children).await {
                    assert_eq!(finish, expected(&children), "{children:?}");
                }
            }
        }
        for order in permutations(5) {
            for finish in race("foreach", &children(&order, 0)).await {
                assert_eq!(finish, expected(&children(&order, 0)), "{order:?}");
            }
        }
    });
}

const WAITING: Case = Case {
    folder: "waiting.yaml",
    flow: <waiting::Flow as flowsmith::Flow>::NAME,
    register: |builder| builder.flow(waiting::Flow::remote()),
    express: |engine, input| Box::pin(async move { engine.run_express(&waiting::Flow::remote(), input).await }),
    typed: None,
    is_typed: false,
};

const TICKING: Case = Case {
    folder: "ticking.yaml",
    flow: <ticking::Flow as flowsmith::Flow>::NAME,
    register: |builder| builder.flow(ticking::Flow::remote()),
    express: |engine, input| Box::pin(async move { engine.run_express(&ticking::Flow::remote(), input).await }),
    typed: None,
    is_typed: false,
};

/// Runs on every engine and through crashes after so many turns each.
fn check_everywhere(case: &Case, run: &Run, turns: usize) {
    check::express(case, run);
    let (expected, _) = check::standard(case, run);
    let (ending, _) = check::crashed(case, run, |_| turns);
    check::same("crashes", &ending, &expected);
}

fn run(input: Value) -> Run {
    Run { input, ..serde_yaml::from_str("name: any order").unwrap() }
}

/// More iterations than run at once, so that some begin when others have ended, and more steps than a turn has.
const MOST: usize = 300;

/// Iterations that wait for so many seconds each, on every engine and through crashes after so many turns.
fn check_waits(waits: &[u64], turns: usize) {
    let mut run = run(json!({"waits": waits}));
    run.output = Some(json!({"order": (0..waits.len()).collect::<Vec<_>>()}));
    check_everywhere(&WAITING, &run, turns);
}

#[test]
fn iterations_that_pause_go_on_in_order_after_a_crash() {
    // The turn has had its steps when iteration 100 takes the place of 96: it pauses as 97 to 99 do, and goes on after them.
    check_waits(&[&[9; 96][..], &[0], &[9; 4]].concat(), 1);
    // All of them pause, again and again.
    check_waits(&[0; 400], 2);
}

#[test]
fn iterations_that_pause_go_on_in_order_beside_those_that_are_due_after_a_crash() {
    // What follows the first iteration that ends pauses, when the second is due, too.
    check_waits(&[[5; 100], [0; 100]].concat(), 1);
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn many_results_are_in_order_whatever_ends_first(
        waits in (1_u64..50).prop_flat_map(|longest| prop::collection::vec(0..longest, 0..MOST)),
        turns in 1_usize..40,
    ) {
        check_waits(&waits, turns);
    }

    #[test]
    fn of_many_iterations_that_end_in_any_order_the_first_failure_counts(
        (order, fails) in (0_u64..40).prop_flat_map(|count| {
            let fails = prop::collection::vec(prop::bool::weighted(0.1), usize::try_from(count).unwrap());
            (Just((0..count).collect::<Vec<_>>()).prop_shuffle(), fails)
        }),
    ) {
        let both = order.into_iter().zip(fails);
        let children: Vec<_> = both.map(|(place, fails)| Child { seconds: 10 * (place + 1), fails }).collect();
        for finish in block_on(race("foreach", &children)) {
            prop_assert_eq!(finish, expected(&children));
        }
    }

    #[test]
    fn of_two_failures_at_one_instant_the_one_of_the_earlier_iteration_counts(
        count in 2_usize..30,
        picked in any::<[prop::sample::Index; 2]>(),
        turns in 1_usize..40,
    ) {
        let [first, second] = picked.map(|index| index.index(count));
        let mut run = run(json!({"waits": vec![5; count], "first": first, "second": second}));
        run.error = Some(StepError::new(if first <= second { "First" } else { "Second" }, ""));
        check_everywhere(&TICKING, &run, turns);
    }
}

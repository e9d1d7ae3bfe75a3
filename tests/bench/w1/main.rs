//! W1: a sequence of three steps with mappings, one in flight, on the Express engine, beside a program written by hand
//! that does the same on the same data. `cargo bench -p flowsmith-tests --bench w1`
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark takes the time")]

mod machine;
mod typed;
mod untyped;

use std::{
    hint::black_box,
    pin::Pin,
    time::{Duration, Instant},
};

use flowsmith::{Engine, Value, json};

/// So many times both sides take their turn.
const ROUNDS: usize = 400;

/// So many executions a turn.
const EXECUTIONS: u32 = 2_000;

fn input() -> Value {
    json!({"order": {"id": "o-123", "items": ["a", "b"]}, "n": 7})
}

/// One turn of one side.
type Side<'a> = Box<dyn FnMut() -> Pin<Box<dyn Future<Output = ()> + 'a>> + 'a>;

/// One turn of a side that makes this call.
macro_rules! side {
    ($call:expr) => {
        Box::new(move || {
            Box::pin(async move {
                for _ in 0..EXECUTIONS {
                    black_box($call.await.is_ok());
                }
            })
        })
    };
}

/// The time of each turn, smallest first, in nanoseconds an execution.
fn sorted(mut turns: Vec<Duration>) -> Vec<f64> {
    turns.sort();
    turns.into_iter().map(|turn| turn.as_secs_f64() * 1e9 / f64::from(EXECUTIONS)).collect()
}

async fn compare(name: &str, mut by_hand: Side<'_>, mut generated: Side<'_>) {
    // `cargo bench` hands on what stands behind `--`: the name of one.
    if std::env::args().skip(1).any(|only| !only.starts_with("--") && name != only) {
        return;
    }
    let (mut first, mut second, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS + 20 {
        let start = Instant::now();
        by_hand().await;
        let hand = start.elapsed();
        let start = Instant::now();
        generated().await;
        let flow = start.elapsed();
        // The first ones warm up.
        if round >= 20 {
            first.push(hand);
            second.push(flow);
            ratios.push(flow.as_secs_f64() / hand.as_secs_f64());
        }
    }
    ratios.sort_by(f64::total_cmp);
    let (first, second) = (sorted(first), sorted(second));
    let at = |sorted: &[f64], part: usize| sorted[(sorted.len() - 1) * part / 100];
    println!(
        "W1 {name:<8}  by hand {:>6.0} ns   flow {:>6.0} ns   ratio {:.2} (of pairs: 10 % {:.2}, median {:.2}, 90 % {:.2})",
        at(&first, 50),
        at(&second, 50),
        at(&second, 50) / at(&first, 50),
        at(&ratios, 10),
        at(&ratios, 50),
        at(&ratios, 90),
    );
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    runtime.block_on(async {
        let engine = &Engine::builder().build().await.expect("an engine");

        let functions = &typed::Same;
        let flow = &typed::Flow::new(typed::Same);
        let data = &typed::input();
        let expected = engine.run_express(flow, data.clone()).await;
        assert_eq!(typed::by_hand(functions, data.clone()).await, expected);
        assert_eq!(typed::by_hand_moved(functions, data.clone()).await, expected);
        compare(
            "typed",
            side!(typed::by_hand(black_box(functions), data.clone())),
            side!(engine.run_express(black_box(flow), data.clone())),
        )
        .await;
        // The same flow beside somebody who copies nothing.
        compare(
            "moved",
            side!(typed::by_hand_moved(black_box(functions), data.clone())),
            side!(engine.run_express(black_box(flow), data.clone())),
        )
        .await;

        let functions = &untyped::Same;
        let flow = &untyped::w1::Flow::new(untyped::Same);
        let data = &input();
        assert_eq!(untyped::by_hand(functions, data.clone()).await, engine.run_express(flow, data.clone()).await);
        compare(
            "untyped",
            side!(untyped::by_hand(black_box(functions), data.clone())),
            side!(engine.run_express(black_box(flow), data.clone())),
        )
        .await;

        let functions = &untyped::Same;
        let flow = &machine::w1_machine::Flow::new(untyped::Same);
        let data = &input();
        assert_eq!(machine::by_hand(functions, data.clone()).await, engine.run_express(flow, data.clone()).await);
        compare(
            "machine",
            side!(machine::by_hand(black_box(functions), data.clone())),
            side!(engine.run_express(black_box(flow), data.clone())),
        )
        .await;
    });
}

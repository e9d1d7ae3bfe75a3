//! One test on all engines and through all crashes.

use serde::Serialize;

use super::{json, names::times, run::Run, table, test::Test, time};

/// Of a long run, so many turns are chosen to crash in.
const CRASHES: usize = 100;

/// Runs a test on the durable engine; with a crash after every turn; with a crash after each turn, and one that loses it;
/// and in memory. `check` is held against each run; besides, each must end like the first: with the same result and the
/// same calls, on the durable engine in the same time and with the same events.
///
/// `test` builds the test anew each time, so that functions with a state of their own begin anew, too. A flow that needs
/// what only the durable engine has is run by [`through_crashes`].
///
/// ```
/// # #[cfg(feature = "macros")]
/// # fn main() {
/// use flowsmith::{flow, json, testing::{Test, days, everywhere, returns}};
///
/// flow!("src/testing/refund.yaml"); // pub mod refund { … }
///
/// let test = || {
///     Test::new(refund::Flow::remote())
///         .function("pay", returns(json!({"paid": true})))
///         .function("ask", returns(json!({})))
///         .report("approve", returns(json!({"by": "Ada"})).after(days(3)))
/// };
/// everywhere(test, json!({"amount": 40}), |run| {
///     run.succeeded_with(json!({"paid": true, "approved_by": "Ada"}));
///     run.called("pay").once();
/// });
/// # }
/// # #[cfg(not(feature = "macros"))]
/// # fn main() {}
/// ```
///
/// # Panics
///
/// `check` panics, a run ends otherwise than the first, or the test is wrong ([`Test::run`]).
#[track_caller]
pub fn everywhere(test: impl Fn() -> Test, input: impl Serialize, check: impl Fn(&Run)) {
    let input = json::value(&input, "the input");
    let first = durable(&test, &input, &check);
    let run = test().express().run(&input);
    check(&run);
    same(&first, &run);
}

/// Like [`everywhere`], but only on the durable engine.
///
/// # Panics
///
/// `check` panics, a run ends otherwise than the first, or the test is wrong ([`Test::run`]).
#[track_caller]
pub fn through_crashes(test: impl Fn() -> Test, input: impl Serialize, check: impl Fn(&Run)) {
    durable(&test, &json::value(&input, "the input"), &check);
}

#[track_caller]
fn durable(test: &impl Fn() -> Test, input: &crate::Value, check: &impl Fn(&Run)) -> Run {
    let first = test().run(input);
    check(&first);
    let turns = first.ended().transactions;
    let chosen = (1..=turns).step_by(turns.div_ceil(CRASHES).max(1));
    let crashing = chosen.flat_map(|turn| [test().crash_after(turn), test().lose(turn)]);
    for test in [test().crash_after_every_turn()].into_iter().chain(crashing) {
        let run = test.run(input);
        check(&run);
        same(&first, &run);
    }
    first
}

/// Fails unless a run ended like the first.
#[track_caller]
fn same(first: &Run, run: &Run) {
    if first.result() != run.result() {
        run.fail(&format!("the run ended otherwise than without crashes, on the durable engine:\n{}", result(first)));
    }
    let calls = |run: &Run| sorted(run.calls().iter().map(|call| format!("`{}` with {}", call.function, call.input)));
    if let Some(difference) = differs(&calls(first), &calls(run)) {
        run.fail(&format!("the calls are others than without crashes, on the durable engine: {difference}"));
    }
    let (Some(expected), Some(found)) = (&first.ended().main, &run.ended().main) else { return };
    let facts =
        |history| sorted(table::facts(history).into_iter().map(|(at, fact)| format!("{fact} at {}", time::text(at))));
    if let Some(difference) = differs(&facts(&expected.history), &facts(&found.history)) {
        run.fail(&format!("the history is another one than without crashes: {difference}"));
    }
}

fn result(run: &Run) -> String {
    run.result().map_or_else(ToString::to_string, ToString::to_string)
}

/// What is open side by side may go on in another order after a crash.
fn sorted(facts: impl Iterator<Item = String>) -> Vec<String> {
    let mut facts: Vec<_> = facts.collect();
    facts.sort_unstable();
    facts
}

/// What one list has and the other has not.
fn differs(expected: &[String], found: &[String]) -> Option<String> {
    let count = |list: &[String], fact: &String| list.iter().filter(|it| *it == fact).count();
    let all = expected.iter().chain(found);
    let odd =
        all.map(|fact| (fact, count(expected, fact), count(found, fact))).find(|(_, wanted, came)| wanted != came)?;
    let (fact, wanted, came) = odd;
    Some(format!("expected {}, found {}: {fact}", times(wanted), times(came)))
}

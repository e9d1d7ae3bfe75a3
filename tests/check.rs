//! What every run is held to.

use std::{collections::BTreeMap, fmt::Write as _, time::Duration};

use flowsmith::{EventKind, HistoryEvent, StepError, Value};
use flowsmith_tests::{
    cases::Case,
    script::Run,
    world::{Ending, World},
};

/// Longer than any run.
const A_YEAR: Duration = Duration::from_secs(365 * 86_400);

/// Runs something in time that only waiting moves. What waits for nothing fails, instead of waiting for ever.
fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async { tokio::time::timeout(A_YEAR, future).await }).expect("it ends within a year")
}

/// Runs on the durable engine to the end, whatever that is.
pub(crate) fn ends(case: &Case, run: &Run) -> (Ending, World) {
    block_on(async {
        // Its clock starts here, where time stands still.
        let world = World::new(case.register, run);
        (world.run(case.flow, &run.input).await, world)
    })
}

/// Runs on the durable engine and checks the ending. Gives the world, too: what was called.
pub(crate) fn standard(case: &Case, run: &Run) -> (Ending, World) {
    let (ending, world) = ends(case, run);
    let place = format!("{case:?}, run `{}`", run.name);
    expect(&place, run, ending.result.as_ref().map_err(|failure| &failure.error));
    if let (Some(first), Some(last)) = (ending.history.first(), ending.history.last()) {
        took(&place, run, last.time.since(first.time));
    }
    called(&place, run, &world);
    if let Some(expected) = &run.steps {
        let entered = ending.history.iter().filter(|event| event.kind == EventKind::StepEntered);
        let entered: Vec<_> = entered.map(|event| event.step_name.as_str()).collect();
        assert_eq!(&entered, expected, "{place}: the steps that are entered");
    }
    for (left, result) in run.leaves.iter().zip(&ending.others) {
        let place = format!("{place}, execution `{}` of `{}`", left.name, left.flow);
        same_result(&place, result.as_ref(), left.output.as_ref(), left.error.as_ref());
    }
    let ids: Vec<_> = ending.history.iter().map(|event| event.event_id).collect();
    assert_eq!(ids, (1..=ending.history.len() as u64).collect::<Vec<_>>(), "{place}: event ids have no gaps");
    assert_eq!(ending.rows, 0, "{place}: nothing is left of an execution that is over");
    (ending, world)
}

/// Runs in memory and checks the result.
pub(crate) fn express(case: &Case, run: &Run) {
    let place = format!("{case:?} in memory, run `{}`", run.name);
    let (result, world, time) = block_on(async {
        let world = World::new(case.register, run);
        let begin = world.now();
        let result = world.run_express(case.express, &run.input).await;
        let time = world.now().since(begin);
        (result, world, time)
    });
    expect(&place, run, result.as_ref());
    if run.finds.is_empty() {
        took(&place, run, time);
    }
    called(&place, run, &world);
}

/// Runs on the durable engine, there with a crash after every turn, and in memory where that gives the same.
pub(crate) fn everywhere(case: &Case, run: &Run) {
    let (ending, _) = standard(case, run);
    crashed_after_every_turn(case, run, &ending);
    if run.express {
        express(case, run);
    }
}

/// Runs with a crash after every turn; it must end as it does without.
pub(crate) fn crashed_after_every_turn(case: &Case, run: &Run, expected: &Ending) {
    let (ending, _) = crashed(case, run, |_| 1);
    same(&format!("{case:?}, run `{}`, crash after every turn", run.name), &ending, expected);
}

/// Runs with a crash after every turn, and the flows of one case and of the other by turns; it must end as it does without.
pub(crate) fn crashed_by_turns(case: &Case, other: &Case, run: &Run, expected: &Ending) {
    let (ending, world) = block_on(async {
        let world = World::by_turns([case.register, other.register], run);
        (world.run_crashing(case.flow, &run.input, |_| 1).await.0, world)
    });
    let place = format!("{case:?}, run `{}`, then {other:?} after a crash after every turn", run.name);
    called_in_any_order(&place, run, &world);
    same(&place, &ending, expected);
}

/// Runs with crashes: life number `n`, from 0, ends after `budget(n)` turns. Gives the turns of the last life, too.
pub(crate) fn crashed(case: &Case, run: &Run, budget: impl Fn(usize) -> usize) -> (Ending, usize) {
    let (ended, world) = block_on(async {
        let world = World::new(case.register, run);
        (world.run_crashing(case.flow, &run.input, budget).await, world)
    });
    called_in_any_order(&format!("{case:?}, run `{}`, with crashes", run.name), run, &world);
    ended
}

/// Runs with a crash that loses transaction number `turn` of the first life.
pub(crate) fn losing(case: &Case, run: &Run, turn: usize) -> Ending {
    let (ending, world) = block_on(async {
        let mut world = World::new(case.register, run);
        world.loses = true;
        let budget = |life| if life == 0 { turn } else { usize::MAX };
        (world.run_crashing(case.flow, &run.input, budget).await.0, world)
    });
    called_in_any_order(&format!("{case:?}, run `{}`, turn {turn} is lost", run.name), run, &world);
    ending
}

/// Fails unless two runs ended alike, with the same history.
pub(crate) fn same(place: &str, ending: &Ending, expected: &Ending) {
    assert_eq!(history(ending), history(expected), "{place}");
    assert_eq!(ending, expected, "{place}");
}

fn expect(place: &str, run: &Run, result: Result<&Value, &StepError>) {
    same_result(place, result, run.output.as_ref(), run.error.as_ref());
}

fn same_result(place: &str, result: Result<&Value, &StepError>, output: Option<&Value>, error: Option<&StepError>) {
    match (result, output, error) {
        (Ok(output), Some(expected), None) => assert_eq!(output, expected, "{place}"),
        (Err(error), None, Some(expected)) => assert_eq!(error, expected, "{place}"),
        (result, ..) => panic!("{place}: expected {output:?} {error:?}, found {result:?}"),
    }
}

fn took(place: &str, run: &Run, time: Duration) {
    if let Some(seconds) = run.seconds {
        assert_eq!(time, Duration::from_secs_f64(seconds), "{place}: the time that it takes");
    }
}

fn called(place: &str, run: &Run, world: &World) {
    if let Some(expected) = &run.calls {
        assert_eq!(&world.inputs(), expected, "{place}: what functions are called with");
    }
}

/// After a crash, what is open side by side may go on in another order.
fn called_in_any_order(place: &str, run: &Run, world: &World) {
    assert_eq!(world.changed(), [], "{place}: an attempt that is made again has the same input");
    let sorted = |mut inputs: BTreeMap<String, Vec<Value>>| {
        for inputs in inputs.values_mut() {
            inputs.sort_by_cached_key(Value::to_string);
        }
        inputs
    };
    if let Some(expected) = &run.calls {
        assert_eq!(sorted(world.inputs()), sorted(expected.clone()), "{place}: what functions are called with");
    }
}

/// The history as text.
pub(crate) fn history(ending: &Ending) -> String {
    let mut text = String::new();
    for event in &ending.history {
        let HistoryEvent { event_id, schedule_event_id, time, kind, step_name, detail, .. } = event;
        writeln!(text, "{event_id:>3} {schedule_event_id:>3} {time} {kind} {step_name} {detail}").unwrap();
    }
    text
}

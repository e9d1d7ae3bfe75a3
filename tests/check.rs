//! What every run is held to.

use std::time::Duration;

use flowsmith::{StepError, Value};
use flowsmith_tests::{
    cases::Case,
    script::Run,
    world::{Ending, World},
};

/// Longer than any run.
const A_YEAR: Duration = Duration::from_secs(365 * 86_400);

/// Runs something in time that only waiting moves. What waits for nothing fails, instead of waiting for ever.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async { tokio::time::timeout(A_YEAR, future).await }).expect("it ends within a year")
}

/// Runs on the durable engine and checks the ending. Gives the world, too: what was called.
pub(crate) fn standard(case: &Case, run: &Run) -> (Ending, World) {
    let world = World::new(case.register, run);
    let ending = block_on(world.run(case.flow, &run.input));
    let place = format!("{}, run `{}`", case.folder, run.name);
    expect(&place, run, ending.result.as_ref().map_err(|failure| &failure.error));
    let ids: Vec<_> = ending.history.iter().map(|event| event.event_id).collect();
    assert_eq!(ids, (1..=ending.history.len() as u64).collect::<Vec<_>>(), "{place}: event ids have no gaps");
    assert_eq!(ending.rows, 0, "{place}: nothing is left of an execution that is over");
    (ending, world)
}

/// Runs in memory and checks the result.
pub(crate) fn express(case: &Case, run: &Run) {
    let world = World::new(case.register, run);
    let result = block_on(world.run_express(case.express, &run.input));
    expect(&format!("{} in memory, run `{}`", case.folder, run.name), run, result.as_ref());
}

/// Runs with a crash after every turn; it must end as it does without.
pub(crate) fn crashed_after_every_turn(case: &Case, run: &Run, expected: &Ending) {
    let world = World::new(case.register, run);
    let (ending, _) = block_on(world.run_crashing(case.flow, &run.input, |_| 1));
    same(&format!("{}, run `{}`, crash after every turn", case.folder, run.name), &ending, expected);
}

/// Fails unless two runs ended alike, with the same history.
pub(crate) fn same(place: &str, ending: &Ending, expected: &Ending) {
    assert_eq!(history(ending), history(expected), "{place}");
    assert_eq!(ending, expected, "{place}");
}

fn expect(place: &str, run: &Run, result: Result<&Value, &StepError>) {
    match (result, &run.output, &run.error) {
        (Ok(output), Some(expected), None) => assert_eq!(output, expected, "{place}"),
        (Err(error), None, Some(expected)) => assert_eq!(error, expected, "{place}"),
        (result, ..) => panic!("{place}: expected {:?} {:?}, found {result:?}", run.output, run.error),
    }
}

/// The history as text.
pub(crate) fn history(ending: &Ending) -> String {
    ending
        .history
        .iter()
        .map(|event| {
            let detail = Value::to_string(&event.detail);
            format!(
                "{:>3} {:>3} {} {} {} {detail}\n",
                event.event_id, event.schedule_event_id, event.time, event.kind, event.step_name
            )
        })
        .collect()
}

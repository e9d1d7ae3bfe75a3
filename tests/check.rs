//! What every run is held to.

use std::{fmt::Write as _, time::Duration};

use flowsmith::{HistoryEvent, StepError, Value};
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

/// Runs on the durable engine and checks the ending. Gives the world, too: what was called.
pub(crate) fn standard(case: &Case, run: &Run) -> (Ending, World) {
    let (ending, world) = block_on(async {
        // Its clock starts here, where time stands still.
        let world = World::new(case.register, run);
        (world.run(case.flow, &run.input).await, world)
    });
    let place = format!("{}, run `{}`", case.folder, run.name);
    expect(&place, run, ending.result.as_ref().map_err(|failure| &failure.error));
    let ids: Vec<_> = ending.history.iter().map(|event| event.event_id).collect();
    assert_eq!(ids, (1..=ending.history.len() as u64).collect::<Vec<_>>(), "{place}: event ids have no gaps");
    assert_eq!(ending.rows, 0, "{place}: nothing is left of an execution that is over");
    (ending, world)
}

/// Runs in memory and checks the result.
pub(crate) fn express(case: &Case, run: &Run) {
    let result = block_on(async { World::new(case.register, run).run_express(case.express, &run.input).await });
    expect(&format!("{} in memory, run `{}`", case.folder, run.name), run, result.as_ref());
}

/// Runs with a crash after every turn; it must end as it does without.
pub(crate) fn crashed_after_every_turn(case: &Case, run: &Run, expected: &Ending) {
    let (ending, _) = crashed(case, run, |_| 1);
    same(&format!("{}, run `{}`, crash after every turn", case.folder, run.name), &ending, expected);
}

/// Runs with crashes: life number `n`, from 0, ends after `budget(n)` turns. Gives the turns of the last life, too.
pub(crate) fn crashed(case: &Case, run: &Run, budget: impl Fn(usize) -> usize) -> (Ending, usize) {
    block_on(async { World::new(case.register, run).run_crashing(case.flow, &run.input, budget).await })
}

/// Runs with a crash that loses transaction number `turn` of the first life.
pub(crate) fn losing(case: &Case, run: &Run, turn: usize) -> Ending {
    block_on(async {
        let mut world = World::new(case.register, run);
        world.loses = true;
        let budget = |life| if life == 0 { turn } else { usize::MAX };
        world.run_crashing(case.flow, &run.input, budget).await.0
    })
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
    let mut text = String::new();
    for event in &ending.history {
        let HistoryEvent { event_id, schedule_event_id, time, kind, step_name, detail, .. } = event;
        writeln!(text, "{event_id:>3} {schedule_event_id:>3} {time} {kind} {step_name} {detail}").unwrap();
    }
    text
}

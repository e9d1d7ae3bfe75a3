//! Every run of every case gives what it says, on every engine, and whatever crashes come.

use flowsmith::Value;
use flowsmith_tests::{
    cases::{CASES, Case},
    script::Run,
    world::{Ending, World},
};

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap()
}

fn check(case: &Case, run: &Run, ending: &Ending) {
    let place = format!("{}, run `{}`", case.folder, run.name);
    match (&ending.result, &run.output, &run.error) {
        (Ok(output), Some(expected), None) => assert_eq!(output, expected, "{place}"),
        (Err(failure), None, Some(expected)) => assert_eq!(&failure.error, expected, "{place}"),
        (result, ..) => panic!("{place}: expected {:?} {:?}, found {result:?}", run.output, run.error),
    }
    let ids: Vec<_> = ending.history.iter().map(|event| event.event_id).collect();
    assert_eq!(ids, (1..=ending.history.len() as u64).collect::<Vec<_>>(), "{place}: event ids have no gaps");
    assert_eq!(ending.rows, 0, "{place}: nothing is left of an execution that is over");
}

/// The history as text, for comparison.
fn show(ending: &Ending) -> String {
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

#[test]
fn standard() {
    for case in CASES.iter().filter(|case| std::env::var("CASE").map_or(true, |only| case.folder.contains(&only))) {
        for run in case.runs() {
            runtime().block_on(async {
                let world = World::new(case.register, &run);
                check(case, &run, &world.run(case.flow, &run.input).await);
            });
        }
    }
}

#[test]
fn express() {
    for case in CASES.iter().filter(|case| std::env::var("CASE").map_or(true, |only| case.folder.contains(&only))) {
        for run in case.runs().iter().filter(|run| run.express) {
            let place = format!("{}, run `{}`", case.folder, run.name);
            runtime().block_on(async {
                let world = World::new(case.register, run);
                let engine = world.open(world.store.clone()).await.unwrap();
                match ((case.express)(&engine, run.input.clone()).await, &run.output, &run.error) {
                    (Ok(output), Some(expected), None) => assert_eq!(&output, expected, "{place}"),
                    (Err(error), None, Some(expected)) => assert_eq!(&error, expected, "{place}"),
                    (result, ..) => panic!("{place}: expected {:?} {:?}, found {result:?}", run.output, run.error),
                }
                world.close();
            });
        }
    }
}

#[test]
fn a_crash_after_any_one_turn_changes_nothing() {
    for case in CASES.iter().filter(|case| std::env::var("CASE").map_or(true, |only| case.folder.contains(&only))) {
        for run in case.runs() {
            let (expected, turns) = runtime().block_on(async {
                let world = World::new(case.register, &run);
                world.run_crashing(case.flow, &run.input, |_| usize::MAX).await
            });
            for turn in 1..=turns {
                let (ending, _) = runtime().block_on(async {
                    let world = World::new(case.register, &run);
                    world.run_crashing(case.flow, &run.input, |life| if life == 0 { turn } else { usize::MAX }).await
                });
                let place = format!("{}, run `{}`, crash after turn {turn}", case.folder, run.name);
                assert_eq!(show(&ending), show(&expected), "{place}");
                assert_eq!(ending, expected, "{place}");
            }
        }
    }
}

#[test]
fn a_crash_after_every_turn_changes_nothing() {
    for case in CASES.iter().filter(|case| std::env::var("CASE").map_or(true, |only| case.folder.contains(&only))) {
        for run in case.runs() {
            let expected =
                runtime().block_on(async { World::new(case.register, &run).run(case.flow, &run.input).await });
            let (ending, _) = runtime().block_on(async {
                let world = World::new(case.register, &run);
                world.run_crashing(case.flow, &run.input, |_| 1).await
            });
            let place = format!("{}, run `{}`", case.folder, run.name);
            assert_eq!(show(&ending), show(&expected), "{place}");
            assert_eq!(ending, expected, "{place}");
        }
    }
}

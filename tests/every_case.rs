//! Every run of every case gives what it says, on every engine, and whatever crashes come.

use flowsmith_tests::cases::cases;

use crate::check;

#[test]
fn standard() {
    for case in cases() {
        for run in case.runs() {
            check::standard(case, &run);
        }
    }
}

#[test]
fn express() {
    for case in cases() {
        for run in case.runs().iter().filter(|run| run.express) {
            check::express(case, run);
        }
    }
}

#[test]
fn a_crash_in_or_after_any_one_turn_changes_nothing() {
    for case in cases() {
        for run in case.runs() {
            let crashed = |after: usize| {
                let budget = move |life| if life == 0 { after } else { usize::MAX };
                check::crashed(case, &run, budget)
            };
            let (expected, turns) = crashed(usize::MAX);
            for turn in 1..=turns {
                let place = format!("{}, run `{}`, crash after turn {turn}", case.folder, run.name);
                check::same(&place, &crashed(turn).0, &expected);
                let place = format!("{}, run `{}`, turn {turn} is lost", case.folder, run.name);
                check::same(&place, &check::losing(case, &run, turn), &expected);
            }
        }
    }
}

#[test]
fn a_crash_after_every_turn_changes_nothing() {
    for case in cases() {
        for run in case.runs() {
            let (expected, _) = check::standard(case, &run);
            check::crashed_after_every_turn(case, &run, &expected);
        }
    }
}

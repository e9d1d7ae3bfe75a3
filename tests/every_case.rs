//! Every run of every case gives what it says, on every engine, and whatever crashes come; with the types that are declared
//! beside its definitions, and without.

use flowsmith_tests::cases::{Case, cases};

use crate::check;

/// Each case as its definitions are alone, then with what is declared beside them.
fn in_both_ways() -> impl Iterator<Item = Case> {
    cases().flat_map(|case| [Some(*case), case.typed()].into_iter().flatten())
}

#[test]
fn standard() {
    for case in in_both_ways() {
        for run in case.runs() {
            check::standard(&case, &run);
        }
    }
}

#[test]
fn express() {
    for case in in_both_ways() {
        for run in case.runs().iter().filter(|run| run.express) {
            check::express(&case, run);
        }
    }
}

#[test]
fn a_crash_in_or_after_any_one_turn_changes_nothing() {
    for case in in_both_ways() {
        for run in case.runs() {
            let crashed = |after: usize| {
                let budget = move |life| if life == 0 { after } else { usize::MAX };
                check::crashed(&case, &run, budget)
            };
            let (expected, turns) = crashed(usize::MAX);
            for turn in 1..=turns {
                let place = format!("{case:?}, run `{}`, crash after turn {turn}", run.name);
                check::same(&place, &crashed(turn).0, &expected);
                let place = format!("{case:?}, run `{}`, turn {turn} is lost", run.name);
                check::same(&place, &check::losing(&case, &run, turn), &expected);
            }
        }
    }
}

#[test]
fn a_crash_after_every_turn_changes_nothing() {
    for case in in_both_ways() {
        for run in case.runs() {
            let (expected, _) = check::standard(&case, &run);
            check::crashed_after_every_turn(&case, &run, &expected);
        }
    }
}

#[test]
fn what_was_begun_without_declared_types_goes_on_with_them_and_back() {
    for case in cases() {
        let Some(typed) = case.typed() else { continue };
        for run in case.runs() {
            let (expected, _) = check::standard(case, &run);
            check::crashed_by_turns(case, &typed, &run, &expected);
            check::crashed_by_turns(&typed, case, &run, &expected);
        }
    }
}

#[test]
fn every_case_has_declared_types() {
    for case in cases() {
        assert!(case.typed.is_some(), "there is no `flow.types.yaml` in {case:?}");
    }
}

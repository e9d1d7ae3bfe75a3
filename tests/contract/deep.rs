//! Steps a hundred levels deep, and hundreds in one list, run on the stack that threads have.

use flowsmith_tests::{cases::Case, script::Run};

use crate::check;

flowsmith::flow!("definitions/deep.yaml");
// The first sum starts from nothing.
flowsmith::flow!(path = "definitions/long.yaml", allow(F0412));

/// The stack of the threads of tests and of most runtimes.
const STACK: usize = 2 << 20;

const DEEP: Case = Case {
    folder: "definitions/deep.yaml",
    flow: "deep",
    register: |builder| builder.flow(deep::Flow::remote()),
    express: |engine, input| Box::pin(async move { engine.run_express(&deep::Flow::remote(), input).await }),
    typed: None,
    is_typed: false,
};

const LONG: Case = Case {
    folder: "definitions/long.yaml",
    flow: "long",
    register: |builder| builder.flow(long::Flow::remote()),
    express: |engine, input| Box::pin(async move { engine.run_express(&long::Flow::remote(), input).await }),
    typed: None,
    is_typed: false,
};

fn deep_run() -> Run {
    let text = "{name: to the bottom, input: {items: [1], n: 1}, output: {}, \
                functions: {acs:fc:::services/s/functions/call: [{error: Busy}, {return: {done: true}}]}}";
    serde_yaml::from_str(text).unwrap()
}

/// Counts the 83 tasks of the list, and the 50 after the place that the last step goes back to.
fn long_run() -> Run {
    let answers: Vec<_> = (1..=133).map(|n| format!("{{return: {{n: {n}}}}}")).collect();
    let text = format!(
        "{{name: to the end, input: {{}}, output: {{n: 133}}, functions: {{acs:fc:::services/s/functions/add: [{}]}}}}",
        answers.join(", ")
    );
    serde_yaml::from_str(&text).unwrap()
}

fn on_its_own_stack(case: &'static Case, run: fn() -> Run, test: impl FnOnce(&Case, &Run) + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || test(case, &run())).unwrap();
    thread.join().unwrap();
}

#[test]
fn a_hundred_levels_run_in_memory() {
    on_its_own_stack(&DEEP, deep_run, check::express);
}

#[test]
fn a_hundred_levels_survive_a_crash_after_every_turn() {
    on_its_own_stack(&DEEP, deep_run, |case, run| {
        let (ending, world) = check::standard(case, run);
        assert_eq!(world.calls().len(), 2);
        check::crashed_after_every_turn(case, run, &ending);
    });
}

#[test]
fn a_list_of_250_steps_runs_in_memory() {
    on_its_own_stack(&LONG, long_run, check::express);
}

#[test]
fn a_list_of_250_steps_survives_a_crash_after_every_turn() {
    on_its_own_stack(&LONG, long_run, |case, run| {
        let (ending, world) = check::standard(case, run);
        assert_eq!(world.calls().len(), 133);
        check::crashed_after_every_turn(case, run, &ending);
    });
}

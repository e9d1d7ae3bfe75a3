//! Steps a hundred levels deep run on the stack that threads have.

use flowsmith_tests::{cases::Case, script::Run};

use crate::check;

flowsmith::flow!("definitions/deep.yaml");

/// The stack of the threads of tests and of most runtimes, in a build without optimisation.
const STACK: usize = 2 << 20;

const RUN: &str = r#"
name: to the bottom
input: {items: [1], n: 1}
functions:
  acs:fc:::services/s/functions/call: [{error: Busy}, {return: {done: true}}]
output: {}
"#;

fn on_its_own_stack(test: impl FnOnce(&Case, &Run) + Send + 'static) {
    let case = Case {
        folder: "definitions/deep.yaml",
        flow: "deep",
        register: |builder| builder.flow(deep::Flow::remote()),
        express: |engine, input| Box::pin(async move { engine.run_express(&deep::Flow::remote(), input).await }),
    };
    let run: Run = serde_yaml::from_str(RUN).unwrap();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || test(&case, &run)).unwrap();
    thread.join().unwrap();
}

#[test]
fn a_hundred_levels_run_in_memory() {
    on_its_own_stack(check::express);
}

#[test]
fn a_hundred_levels_survive_a_crash_after_every_turn() {
    on_its_own_stack(|case, run| {
        let (ending, world) = check::standard(case, run);
        assert_eq!(world.calls().len(), 2);
        check::crashed_after_every_turn(case, run, &ending);
    });
}

//! Steps may have any name.

use flowsmith::Value;
use flowsmith_tests::{cases::Case, script::Run};

use crate::check;

flowsmith::flow!("definitions/names.yaml");
flowsmith::flow!("definitions/report_module.yaml");

const NAMES: Case = Case {
    folder: "names.yaml",
    flow: <names::Flow as flowsmith::Flow>::NAME,
    register: |builder| builder.flow(names::Flow::remote()),
    express: |engine, input| Box::pin(async move { engine.run_express(&names::Flow::remote(), input).await }),
    typed: None,
    is_typed: false,
};

const RUN: &str = "
name: by a keyword
input: {路线: fn, 类型: [a, b]}
functions:
  acs:fc:::services/s/functions/self: [{return: {first: self}}]
  acs:fc:::services/s/functions/Self: [{return: {second: Self}}]
  acs:fc:::services/s/functions/2nd-try: [{return: {third: 2nd-try}}]
output:
  spaces: reserve the stock
  type: fn
  Self: Self
  self: self
  before: Self
  clash-1: print label
  clash-2: Print Label
  clash-3: print-label
  clash-4: print_label_2
  long: true
  longer: true
  first: self
  second: Self
  third: 2nd-try
  branches: [await, 等待]
  each: [a, b]
";

#[test]
fn a_flow_runs_whatever_its_names() {
    let mut run: Run = serde_yaml::from_str(RUN).unwrap();
    let (ending, world) = check::standard(&NAMES, &run);
    check::crashed_after_every_turn(&NAMES, &run, &ending);
    check::express(&NAMES, &run);
    assert_eq!(world.calls().len(), 3);

    // The names of the definition are what is seen, whatever they are in Rust.
    let entered: Vec<_> = ending.history.iter().map(|event| event.step_name.as_str()).collect();
    for name in ["选择 路线", "Self", "self", "print label", "Print Label", "1st try", "42", "🦀", ".!?"] {
        assert!(entered.contains(&name), "{name}");
    }

    run.input["路线"] = Value::Null;
    if let Some(Value::Object(output)) = &mut run.output {
        output.remove("type");
    }
    check::standard(&NAMES, &run);
}

#[test]
fn a_module_that_reports_keeps_its_name_whatever_other_steps_there_are() {
    // If it were named after the steps of `each`, this would not compile.
    let _ = report_module::each_body::report;
}

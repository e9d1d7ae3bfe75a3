//! What is read of the data of small definitions.

use super::*;
use crate::SourceFile;

/// Analyses a definition and says what is read of the input and at the steps that are named.
fn read(text: &str, names: &[&str]) -> Vec<String> {
    let source = SourceFile::new("flow.yaml", text);
    let (flow, _) = crate::analyze(&source).unwrap_or_else(|found| panic!("{}", found.render_full(&source)));
    let live = Live::of(&flow);
    let mut said = vec![format!("input: {}", shown(live.input(flow.body())))];
    for name in names {
        let id = flow.steps.iter().position(|step| step.name == *name).map(StepId).unwrap();
        said.push(format!("{name}: {} -> {}", shown(live.data(id)), shown(&live.after(flow.step(id)))));
    }
    said
}

fn shown(demand: &Demand<'_>) -> String {
    match demand {
        Demand::All => "all".to_owned(),
        Demand::Keys(keys) => {
            let entries = keys.iter().map(|(key, below)| match below {
                Demand::All => key.to_owned(),
                below @ Demand::Keys(_) => format!("{key}: {}", shown(below)),
            });
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn check_v1(steps: &str, names: &[&str], expected: &[&str]) {
    assert_eq!(read(&format!("version: v1\ntype: flow\n{steps}"), names), expected);
}

fn check_machine(states: &str, names: &[&str], expected: &[&str]) {
    let head = "Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\nStates:\n";
    assert_eq!(read(&format!("{head}{states}"), names), expected);
}

#[test]
fn data_that_steps_add_to() {
    let steps = "
steps:
  - type: pass
    name: a
    outputMappings: [{target: x, source: $input.i.x}, {target: y, source: $input.j}]
  - type: wait
    name: b
    inputMappings: [{target: y, source: $local.y.z}, {target: idle, source: $local.x}]
    duration: $.y
    outputMappings: [{target: y, source: 1}]
outputMappings: [{target: x, source: $local.x.q}, {target: y, source: $local.y}, {target: n, source: $input.n}]
";
    // What is given again is not read before; a mapping whose value goes nowhere looks for its key.
    check_v1(
        steps,
        &["a", "b"],
        &[
            "input: {i: {x: {q}}, j: {z}, n}",
            "a: {i: {x: {q}}, j: {z}} -> {x: {q}, y: {z}}",
            "b: {x: {q}, y: {z}} -> {x: {q}, y}",
        ],
    );
}

#[test]
fn without_mappings_a_step_reads_both_the_input_and_the_data() {
    let steps = "
steps:
  - {type: wait, name: a, duration: $.s}
  - {type: task, name: b, resourceArn: 'acs:fc:::services/s/functions/f'}
outputMappings: []
";
    check_v1(steps, &["a", "b"], &["input: all", "a: all -> all", "b: all -> {}"]);
    let steps = "
steps:
  - {type: wait, name: a, duration: $.s}
outputMappings: []
";
    check_v1(steps, &["a"], &["input: {s}", "a: {s} -> {}"]);
    // Without mappings of the flow, all of its data is the output.
    check_v1("steps: [{type: wait, name: a, duration: 1}]", &["a"], &["input: {}", "a: all -> all"]);
}

#[test]
fn a_loop_reads_what_its_next_round_reads() {
    let steps = "
steps:
  - type: wait
    name: a
    inputMappings: [{target: s, source: $local.s}]
    duration: $.s
  - type: pass
    name: b
    inputMappings: [{target: n, source: $local.n}]
    outputMappings: [{target: n, source: $input.n}]
  - type: choice
    name: c
    inputMappings: [{target: n, source: $local.n.left}]
    choices: [{condition: $.n > 0, goto: a}]
outputMappings: []
";
    check_v1(
        steps,
        &["a", "b", "c"],
        &[
            "input: {}",
            "a: {n: {left}, s} -> {n: {left}, s}",
            "b: {n: {left}, s} -> {n: {left}, s}",
            "c: {n: {left}, s} -> {n: {left}, s}",
        ],
    );
}

#[test]
fn errors_that_are_caught_keep_the_data() {
    let steps = "
steps:
  - type: task
    name: a
    resourceArn: acs:fc:::services/s/functions/f
    inputMappings: [{target: id, source: $input.id}, {target: no, source: $input.no}]
    errorMappings: [{target: why, source: $local.cause}, {target: id, source: $input.id}]
    catch: [{errors: [FnF.ALL], goto: c}]
  - {type: succeed, name: b}
  - type: wait
    name: c
    inputMappings: [{target: s, source: $local.s}, {target: why, source: $local.why}]
    duration: $.s
outputMappings: []
";
    check_v1(steps, &["a", "c"], &["input: {id, no}", "a: {s} -> {}", "c: {s, why: {}} -> {}"]);
}

#[test]
fn a_choice_gives_the_data_of_its_steps() {
    let steps = "
steps:
  - type: choice
    name: a
    choices:
      - condition: $.kind == 1
        steps:
          - {type: pass, name: b, outputMappings: [{target: r, source: $input.r}, {target: t, source: $input.t}]}
    default: {goto: c}
  - {type: pass, name: c}
outputMappings: [{target: r, source: $local.r}]
";
    check_v1(
        steps,
        &["a", "b", "c"],
        &["input: {kind, r, t: {}}", "a: {kind, r, t: {}} -> {r}", "b: {r, t: {}} -> {r}", "c: {r} -> {r}"],
    );
}

#[test]
fn elements_are_read_as_a_whole_or_not_at_all() {
    let steps = |read: &str| {
        format!(
            "
steps:
  - type: foreach
    name: a
    iterationMapping: {{collection: $.list, item: it, index: at}}
    steps:
      - type: pass
        name: b
        outputMappings: [{{target: x, source: $input.it.x}}, {{target: y, source: $input.y}}]
    outputMappings: [{{target: r, source: {read}}}]
outputMappings: [{{target: r, source: $local.r}}]
"
        )
    };
    check_v1(&steps("'$local[*].x'"), &["a", "b"], &["input: {list, y}", "a: {list, y} -> {r}", "b: all -> all"]);
    check_v1(
        &steps("$input.n"),
        &["a", "b"],
        &["input: {list, n, y: {}}", "a: {list, n, y: {}} -> {r}", "b: {it: {x: {}}, y: {}} -> {}"],
    );
}

#[test]
fn branches_read_the_input_of_their_step() {
    let steps = "
steps:
  - type: parallel
    name: a
    inputMappings: [{target: p, source: $input.q}]
    branches:
      - steps: [{type: wait, name: b, duration: $.p.s}]
      - steps: [{type: wait, name: c, duration: $.p.t}]
outputMappings: []
";
    check_v1(steps, &["a", "b"], &["input: {q: {s, t}}", "a: {} -> {}", "b: {p: {s}} -> {}"]);
}

#[test]
fn data_that_states_replace() {
    let states = "
  - {Name: a, Type: Pass, OutputConstructor: {x.$: $Input.in, y.$: $Input.other, z: {w.$: $Input.w}}, Next: b}
  - {Name: b, Type: Wait, Seconds.$: $Input.x.s, Next: c}
  - Name: c
    Type: Task
    Action: FC:InvokeFunction
    InputConstructor: {v.$: $Input.z}
    Parameters: {resourceArn: acs:fc:::services/s/functions/f, invocationType: Sync, body: {k.$: $Input.v.w}}
    OutputConstructor: {k.$: $Output.Body}
    End: true
";
    check_machine(
        states,
        &["a", "b", "c"],
        &[
            "input: {in: {s}, other: {}, w}",
            "a: {in: {s}, other: {}, w} -> {x: {s}, z: {w}}",
            "b: {x: {s}, z: {w}} -> {z: {w}}",
            "c: {z: {w}} -> all",
        ],
    );
}

#[test]
fn results_of_branches_are_told_apart() {
    let states = "
  - Name: a
    Type: Parallel
    Branches:
      - {StartAt: b, States: [{Name: b, Type: Pass, OutputConstructor: {x.$: $Input.x, y.$: $Input.y}, End: true}]}
      - {StartAt: c, States: [{Name: c, Type: Pass, End: true}]}
    OutputConstructor: {r.$: $Output.Branch0.x, s.$: $Input.s}
    End: true
";
    check_machine(
        states,
        &["a", "b", "c"],
        &["input: {s, x, y: {}}", "a: {s, x, y: {}} -> all", "b: {x, y: {}} -> {x}", "c: {} -> {}"],
    );
}

#[test]
fn what_the_execution_started_with_is_read_anywhere() {
    let states = "
  - {Name: a, Type: Pass, OutputConstructor: {x.$: $Input.x}, Next: b}
  - Name: b
    Type: Map
    ItemsPath: $Input.x.list
    Processor:
      StartAt: c
      States: [{Name: c, Type: Pass, OutputConstructor: {n.$: $Input.n, id.$: $Context.Execution.Input.id}, End: true}]
    Catch: [{Errors: [FnF.ALL], OutputConstructor: {y.$: $Context.Current.Input.y}, Next: d}]
    OutputConstructor: {r.$: $Output.Items}
    End: true
  - {Name: d, Type: Fail, Code: E, Detail: why}
";
    check_machine(
        states,
        &["a", "b", "c"],
        &[
            "input: {id, x: {list}}",
            "a: {x: {list}} -> {x: {list}, y: {}}",
            "b: {x: {list}, y: {}} -> all",
            "c: {n} -> all",
        ],
    );
}

#[test]
fn a_state_that_puts_its_data_into_itself_ends() {
    let states = "
  - {Name: a, Type: Pass, OutputConstructor: {x.$: $Input, y.$: $Input.y.y}, Next: b}
  - {Name: b, Type: Choice, Branches: [{Condition: $Input.x.z, Next: a}], Default: c}
  - {Name: c, Type: Task, Action: 'A:B', Parameters: {y.$: $Input.y}, OutputConstructor: {}, End: true}
";
    let source = SourceFile::new(
        "flow.yaml",
        format!("Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\nStates:\n{states}"),
    );
    let (flow, _) = crate::analyze(&source).unwrap();
    let live = Live::of(&flow);
    assert!(live.input(flow.body()).reads("z") && !live.input(flow.body()).reads("w"));
}

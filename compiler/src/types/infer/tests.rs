//! Definitions, and what is known of their steps.

use std::fmt::Write as _;

use super::infer;
use crate::SourceFile;
use crate::ir::{Flow, FunctionId, ScopeId, StepId};
use crate::types::{Declared, FieldDef, Integer, Shape, Signature, Ty, TypeDef, TypeId, TypeKind, Types};

const V1: &str = "version: v1\ntype: flow\nname: f\n";
const MACHINE: &str = "Type: StateMachine\nName: m\nSpecVersion: v1\n";

fn flow(text: &str) -> Flow {
    let source = SourceFile::new("f.yaml", text);
    match crate::analyze(&source) {
        Ok((flow, _)) => flow,
        Err(findings) => panic!("{}", findings.render_full(&source)),
    }
}

/// `name: input -> result -> output`, with `catch output` for each clause, and the end.
fn printed(flow: &Flow, types: &Types) -> String {
    let text = |shape: &Shape| shape.text(&types.declared);
    let mut all = String::new();
    for (at, step) in flow.steps.iter().enumerate() {
        let known = types.step(StepId(at));
        let _ =
            write!(all, "{}: {} -> {} -> {}", step.name, text(&known.input), text(&known.result), text(&known.output));
        for caught in &known.caught {
            let _ = write!(all, " catch {}", text(caught));
        }
        all.push('\n');
    }
    let _ = write!(all, "end: {}", text(&types.scope(flow.body()).outcome));
    all
}

fn check_with(text: &str, declared: impl FnOnce(&Flow) -> Declared, expected: &str) {
    let flow = flow(text);
    let types = infer(&flow, declared(&flow));
    let found = printed(&flow, &types);
    let expected: Vec<_> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(found, expected.join("\n"), "\n{text}\nfound:\n{found}\n");
}

fn check(text: &str, expected: &str) {
    check_with(text, |_| Declared::default(), expected);
}

fn v1(steps: &str, expected: &str) {
    check(&format!("{V1}{steps}"), expected);
}

fn machine(states: &str, expected: &str) {
    check(&format!("{MACHINE}{states}"), expected);
}

#[test]
fn steps_add_to_the_data() {
    v1(
        "
inputMappings: [{target: order, source: $input.order}]
steps:
  - type: pass
    name: one
    outputMappings: [{target: n, source: 1}, {target: word, source: hello}]
  - type: pass
    name: two
    outputMappings: [{target: n, source: 5}, {target: all, source: $input}, {target: none, source: $input.nope}]
",
        "
one: {order: any} -> {} -> {n: 1, word: \"hello\"}
two: {n: 1, order: any, word: \"hello\"} -> {} -> {all: {n: 1, order: any, word: \"hello\"}, n: 5, none: null}
end: {all: {n: 1, order: any, word: \"hello\"}, n: 5, none: null, word: \"hello\"}
",
    );
}

#[test]
fn ways_meet_with_keys_that_may_be_absent() {
    v1(
        "
steps:
  - type: choice
    name: which
    choices:
      - {condition: $.n > 1, goto: large}
    default: {goto: small}
  - type: pass
    name: large
    outputMappings: [{target: size, source: large}, {target: extra, source: true}]
    end: true
  - type: pass
    name: small
    outputMappings: [{target: size, source: 3}]
",
        "
which: {…} -> {} -> {}
large: {…} -> {} -> {extra: boolean, size: \"large\"}
small: {…} -> {} -> {size: 3}
end: {extra?: boolean, size: 3 | \"large\"}
",
    );
    machine(
        "
StartAt: which
States:
  - {Name: which, Type: Choice, Branches: [{Condition: $Input.n > 1, Next: large}], Default: small}
  - {Name: large, Type: Pass, OutputConstructor: {size: large, extra: true}, Next: last}
  - {Name: small, Type: Pass, OutputConstructor: {size: 3, kept.$: $Input.n}, Next: last}
  - {Name: last, Type: Succeed, OutputConstructor: {size.$: $Input.size, extra.$: $Input.extra}}
",
        "
which: {…} -> {} -> {…}
large: {…} -> {} -> {extra: boolean, size: \"large\"}
small: {…} -> {} -> {kept: any, size: 3}
last: {extra?: boolean, kept?: any, size: 3 | \"large\"} -> {} -> {extra: boolean, size: 3 | \"large\"}
end: {extra: boolean, size: 3 | \"large\"}
",
    );
}

#[test]
fn loops_come_to_a_fixed_point() {
    machine(
        "
StartAt: first
States:
  - {Name: first, Type: Pass, OutputConstructor: {n: 0}, Next: again}
  - {Name: again, Type: Pass, OutputConstructor: {n.$: 'intAdd($Input.n, 1)', text: x}, Next: done}
  - {Name: done, Type: Choice, Branches: [{Condition: $Input.n > 9, Next: end}], Default: again}
  - {Name: end, Type: Succeed}
",
        "
first: {…} -> {} -> {n: 0}
again: {n: integer, text?: \"x\"} -> {} -> {n: integer, text: \"x\"}
done: {n: integer, text: \"x\"} -> {} -> {n: integer, text: \"x\"}
end: {n: integer, text: \"x\"} -> {} -> {n: integer, text: \"x\"}
end: {n: integer, text: \"x\"}
",
    );
    // The data is put into itself again and again.
    machine(
        "
StartAt: wrap
States:
  - {Name: wrap, Type: Pass, InputConstructor: {in.$: $Input}, Next: wait}
  - {Name: wait, Type: Choice, Branches: [{Condition: $Context.Execution.Input.n > 9, Next: end}], Default: wrap}
  - {Name: end, Type: Succeed}
",
        "
wrap: {in: {…}} -> {} -> {in: {…}}
wait: {in: {…}} -> {} -> {in: {…}}
end: {in: {…}} -> {} -> {in: {…}}
end: {in: {…}}
",
    );
}

#[test]
fn tasks_give_what_their_kind_gives() {
    v1(
        "
steps:
  - type: task
    name: call
    resourceArn: acs:fc:::services/s/functions/f
    catch: [{errors: [FnF.ALL], goto: last}]
    errorMappings: [{target: why, source: $local.cause}, {target: all, source: $local}]
  - type: pass
    name: last
",
        "
call: {…} -> {…} -> {…} catch {all: {cause: text, error: text}, why: text}
last: {…} -> {} -> {}
end: {…}
",
    );
    machine(
        "
StartAt: call
States:
  - Name: call
    Type: Task
    Action: FC:InvokeFunction
    Parameters: {resourceArn: 'acs:fc:::functions/f', invocationType: Sync}
    Catch: [{Errors: [Bad], Next: request, OutputConstructor: {code.$: $Context.Current.Error.Code}}]
    Next: request
  - Name: request
    Type: Task
    Action: HTTP:Request
    Parameters: {url: 'https://example.com', method: GET}
    Next: start
  - Name: start
    Type: Task
    Action: FNF:StartExecution
    Parameters: {resourceArn: 'acs:fnf:::flow/child'}
    GlobalConstructor: {id.$: $Output.ExecutionName}
    Next: end
  - {Name: end, Type: Succeed, OutputConstructor: {id.$: $Global.id}}
",
        "
call: {…} -> {Body: any} -> {Body: any} catch {code: text}
request: {Body?: any, code?: text} -> {Body: any, Code: any, Header: any} -> {Body: any, Code: any, Header: any}
start: {Body: any, Code: any, Header: any} -> {ExecutionName: text, FlowName: text, RequestID: text} -> {ExecutionName: text, FlowName: text, RequestID: text}
end: {ExecutionName: text, FlowName: text, RequestID: text} -> {} -> {id: text}
end: {id: text}
",
    );
}

#[test]
fn nested_steps_get_what_is_around_them_and_give_what_gathers_them() {
    v1(
        "
steps:
  - type: foreach
    name: each
    inputMappings: [{target: orders, source: [{id: 1}, {id: 2}]}]
    iterationMapping: {collection: $.orders, item: order, index: at}
    steps:
      - {type: pass, name: one, outputMappings: [{target: id, source: $input.order.id}, {target: at, source: $input.at}]}
    outputMappings: [{target: ids, source: '$local[*].id'}, {target: first, source: '$local[0].at'}]
  - type: parallel
    name: both
    branches:
      - steps: [{type: pass, name: left, outputMappings: [{target: l, source: $input.ids}]}]
      - steps: []
    outputMappings: [{target: parts, source: $local}]
  - type: choice
    name: which
    choices:
      - condition: $.first == 0
        steps: [{type: pass, name: inner, outputMappings: [{target: made, source: here}]}]
",
        "
each: {orders: [{id: 1..2}]} -> [{at: integer ≥ 0, id: 1..2}] -> {first: integer ≥ 0 | null, ids: [1..2]}
one: {at: integer ≥ 0, order: {id: 1..2}, orders: [{id: 1..2}]} -> {} -> {at: integer ≥ 0, id: 1..2}
both: {first: integer ≥ 0 | null, ids: [1..2], …} -> [{l?: [1..2]}] -> {parts: [{l?: [1..2]}]}
left: {first: integer ≥ 0 | null, ids: [1..2], …} -> {} -> {l: [1..2]}
which: {first: integer ≥ 0 | null, ids: [1..2], parts: [{l?: [1..2]}], …} -> {made?: \"here\"} -> {made?: \"here\"}
inner: {first: integer ≥ 0 | null, ids: [1..2], parts: [{l?: [1..2]}], …} -> {} -> {made: \"here\"}
end: {first: integer ≥ 0 | null, ids: [1..2], made?: \"here\", parts: [{l?: [1..2]}]}
",
    );
    machine(
        "
StartAt: map
States:
  - Name: map
    Type: Map
    InputConstructor: {items: [{id: 1}]}
    ItemsPath: $Input.items
    Processor:
      StartAt: one
      States: [{Name: one, Type: Pass, OutputConstructor: {twice.$: 'toArray($Input.id, \"x\")'}, End: true}]
    OutputConstructor: {ids.$: $Output.Items, one.$: '$Output.Items[0].twice'}
    Next: both
  - Name: both
    Type: Parallel
    Branches:
      - {StartAt: left, States: [{Name: left, Type: Wait, Seconds: 1, OutputConstructor: {n: true}, End: true}]}
    End: true
",
        "
map: {items: [{id: 1}]} -> {Items: [{twice: [1 | \"x\"]}]} -> {ids: [{twice: [1 | \"x\"]}], one: [1 | \"x\"]}
one: {id: 1} -> {} -> {twice: [1 | \"x\"]}
both: {ids: [{twice: [1 | \"x\"]}], one: [1 | \"x\"]} -> {Branch0: {n: boolean}} -> {Branch0: {n: boolean}}
left: {ids: [{twice: [1 | \"x\"]}], one: [1 | \"x\"]} -> {} -> {n: boolean}
end: {Branch0: {n: boolean}}
",
    );
}

#[test]
fn what_no_way_leads_to_has_no_data() {
    v1(
        "
steps:
  - {type: succeed, name: stop}
  - {type: pass, name: lost}
",
        "
stop: {…} -> {} -> {}
lost: never -> never -> never
end: {}
",
    );
    machine(
        "
StartAt: fails
States:
  - {Name: fails, Type: Pass, InputConstructor: {a: 1}, OutputConstructor: {b.$: $Input.c}, Next: end}
  - {Name: end, Type: Succeed}
",
        "
fails: {a: 1} -> {} -> {b: any}
end: {b: any} -> {} -> {b: any}
end: {b: any}
",
    );
}

#[test]
fn built_in_functions_give_what_they_are_documented_to_give() {
    machine(
        "
StartAt: all
States:
  - Name: all
    Type: Pass
    InputConstructor: {a: {x: 1}, b: [{y: t}]}
    OutputConstructor:
      length.$: 'length($Input.b)'
      merged.$: 'jsonMerge($Input.a, $Input.b[0])'
      got.$: 'get($Input.a, \"x\")'
      values.$: 'mapValues($Input.a)'
      parts.$: 'split(\"a b\", \" \")'
      json.$: 'stringToJson(\"1\")'
      less.$: -$Input.a.x
    End: true
",
        "
all: {a: {x: 1}, b: [{y: \"t\"}]} -> {} -> {got: 1, json: any, length: integer ≥ 0, less: -1, merged: {x: 1, y: \"t\"}, parts: [text], values: [1]}
end: {got: 1, json: any, length: integer ≥ 0, less: -1, merged: {x: 1, y: \"t\"}, parts: [text], values: [1]}
",
    );
}

fn field(key: &str, ty: Ty, required: bool) -> FieldDef {
    FieldDef { key: key.to_owned(), ty, required, doc: None }
}

fn def(name: &str, kind: TypeKind) -> TypeDef {
    TypeDef { name: name.to_owned(), doc: None, kind }
}

/// An input of three keys, and a function that gives a line.
fn declared(others: Option<Ty>) -> Declared {
    let fields = vec![
        field("state", Ty::Named(TypeId(1)), true),
        field("note", Ty::Text, false),
        field("lines", Ty::List(Box::new(Ty::Named(TypeId(2)))), true),
    ];
    let line = TypeKind::Struct { fields: vec![field("qty", Ty::Integer(Integer::I64), true)], others };
    let output = Some(Ty::Named(TypeId(2)));
    Declared {
        types: vec![
            def("input", TypeKind::Struct { fields, others: None }),
            def("input state", TypeKind::Enum(vec!["new".to_owned(), "old".to_owned()])),
            def("input lines", line),
        ],
        input: Some(Ty::Named(TypeId(0))),
        functions: [(FunctionId(0), Signature { input: None, output })].into(),
        ..Declared::default()
    }
}

const DECLARED: &str = "
steps:
  - {type: task, name: call, resourceArn: 'acs:fc:::services/s/functions/f'}
  - type: pass
    name: last
    inputMappings: [{target: lines, source: $input.lines}, {target: state, source: $input.state}]
    outputMappings:
      - {target: state, source: $input.state}
      - {target: first, source: '$input.lines[0]'}
      - {target: quantities, source: '$input.lines[*].qty'}
  - {type: pass, name: end}
";

#[test]
fn declared_types_keep_their_names() {
    check_with(
        &format!("{V1}{DECLARED}"),
        |_| declared(None),
        "
call: Input -> InputLines -> InputLines
last: {lines: [InputLines], state: InputState} -> {} -> {first: InputLines | null, quantities: [integer], state: InputState}
end: {first: InputLines | null, lines: [InputLines], note?: text, qty: integer, quantities: [integer], state: InputState} -> {} -> {}
end: {first: InputLines | null, qty: integer, quantities: [integer], state: InputState}
",
    );
}

/// A function that may give any further key may give one that hides what is known.
#[test]
fn open_objects_hide_what_is_below_them() {
    check_with(
        &format!("{V1}{DECLARED}"),
        |_| declared(Some(Ty::Any)),
        "
call: Input -> InputLines -> InputLines
last: {lines: [InputLines], state: InputState} -> {} -> {first: InputLines | null, quantities: [integer], state: InputState}
end: {first: InputLines | null, lines: any, qty: integer, quantities: [integer], state: InputState, …} -> {} -> {}
end: {first: InputLines | null, qty: integer, quantities: [integer], state: InputState, …}
",
    );
}

#[test]
fn as_many_keys_as_there_are_steps_take_no_longer() {
    let mut text = format!("{V1}steps:\n");
    for step in 0..500 {
        let _ = writeln!(text, "  - {{type: pass, name: s{step}, outputMappings: [{{target: k{step}, source: 1}}]}}");
    }
    let flow = flow(&text);
    let types = infer(&flow, Declared::default());
    let Shape::Object(record) = &types.scope(ScopeId(0)).outcome else { panic!() };
    assert_eq!((record.fields.len(), &record.others), (100, &Shape::Any));
}

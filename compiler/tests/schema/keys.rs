//! The readers say which keys they know when they meet one that they do not; the schemas have these keys, and no other.

use std::collections::BTreeSet;

use flowsmith_compiler::{Code, SourceFile, analyze};
use serde_json::Value;

use crate::Schema;

/// A key that is near to none.
const UNKNOWN: &str = "qqqqqqqqqqqqqqqqqqqq: 1";

/// The mappings of `type: flow`: where the schema has them, and a definition with the unknown key in such a mapping.
const FLOW: &[(&str, &str)] = &[
    ("", "^"),
    ("task", "steps: [{type: task, name: a, action: 'A:B', ^}]"),
    ("pass", "steps: [{type: pass, name: a, ^}]"),
    ("wait", "steps: [{type: wait, name: a, duration: 1, ^}]"),
    ("choice", "steps: [{type: choice, name: a, choices: [], ^}]"),
    ("parallel", "steps: [{type: parallel, name: a, branches: [], ^}]"),
    ("foreach", "steps: [{type: foreach, name: a, steps: [], ^}]"),
    ("succeed", "steps: [{type: succeed, name: a, ^}]"),
    ("fail", "steps: [{type: fail, name: a, ^}]"),
    ("mapping", "outputMappings: [{target: a, source: b, ^}]"),
    ("choiceEntry", "steps: [{type: choice, name: a, choices: [{condition: true, ^}]}]"),
    ("jump", "steps: [{type: choice, name: a, choices: [], default: {^}}]"),
    ("branch", "steps: [{type: parallel, name: a, branches: [{steps: [], ^}]}]"),
    ("iterationMapping", "steps: [{type: foreach, name: a, steps: [], iterationMapping: {^}}]"),
    ("retry", "steps: [{type: task, name: a, action: 'A:B', retry: [{^}]}]"),
    ("catch", "steps: [{type: task, name: a, action: 'A:B', catch: [{^}]}]"),
    (
        "functionParams",
        "steps: [{type: task, name: a, resourceArn: 'acs:fc:::services/s/functions/f', serviceParams: {^}}]",
    ),
    ("queueParams", "steps: [{type: task, name: a, resourceArn: 'acs:mns:::/queues/q/messages', serviceParams: {^}}]"),
    ("topicParams", "steps: [{type: task, name: a, resourceArn: 'acs:mns:::/topics/q/messages', serviceParams: {^}}]"),
    ("flowParams", "steps: [{type: task, name: a, resourceArn: 'acs:fnf:::flow/f', serviceParams: {^}}]"),
    ("startParams", "steps: [{type: task, name: a, action: 'fnf:StartExecution', serviceParams: {^}}]"),
];

/// The same of `Type: StateMachine`.
const MACHINE: &[(&str, &str)] = &[
    ("", "^"),
    ("Task", "States: [{Name: a, Type: Task, ^}]"),
    ("Pass", "States: [{Name: a, Type: Pass, ^}]"),
    ("Wait", "States: [{Name: a, Type: Wait, ^}]"),
    ("Choice", "States: [{Name: a, Type: Choice, ^}]"),
    ("Parallel", "States: [{Name: a, Type: Parallel, ^}]"),
    ("Map", "States: [{Name: a, Type: Map, ^}]"),
    ("Succeed", "States: [{Name: a, Type: Succeed, ^}]"),
    ("Fail", "States: [{Name: a, Type: Fail, ^}]"),
    ("retryRule", "States: [{Name: a, Type: Task, Retry: [{^}]}]"),
    ("catchRule", "States: [{Name: a, Type: Task, Catch: [{^}]}]"),
    ("choiceBranch", "States: [{Name: a, Type: Choice, Branches: [{^}]}]"),
    ("branch", "States: [{Name: a, Type: Parallel, Branches: [{^}]}]"),
    ("processor", "States: [{Name: a, Type: Map, Processor: {^}}]"),
    ("ProcessorConfig", "States: [{Name: a, Type: Map, ProcessorConfig: {^}}]"),
    ("functionParameters", "States: [{Name: a, Type: Task, Action: 'FC:InvokeFunction', Parameters: {^}}]"),
    ("flowParameters", "States: [{Name: a, Type: Task, Action: 'FNF:StartExecution', Parameters: {^}}]"),
    ("messageParameters", "States: [{Name: a, Type: Task, Action: 'MNS:SendMessage', Parameters: {^}}]"),
    ("httpParameters", "States: [{Name: a, Type: Task, Action: 'HTTP:Request', Parameters: {^}}]"),
];

/// The keys that a reader says it knows.
fn read(definition: &str) -> BTreeSet<String> {
    let findings = match analyze(&SourceFile::new("f.yaml", definition)) {
        Ok((_, findings)) | Err(findings) => findings,
    };
    let unknown = |code: Code| matches!(code, Code::UnknownKey | Code::UnknownTopLevelKey);
    let finding = findings.iter().find(|it| unknown(it.code) && it.message.contains("qqq")).unwrap_or_else(|| {
        panic!("no unknown key in {definition}");
    });
    let help = finding.help.as_deref().unwrap();
    let known = help.strip_prefix("known here: ").unwrap_or_else(|| panic!("{help}"));
    known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The keys that a schema proposes in a mapping, and those that it takes without proposing them.
fn written(schema: &Value, path: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let mapping = if path.is_empty() { schema } else { &schema["definitions"][path] };
    assert_eq!(mapping["additionalProperties"], false, "{path}");
    let properties = mapping["properties"].as_object().unwrap_or_else(|| panic!("no mapping `{path}`"));
    let is_old = |key: &&String| properties[key.as_str()].get("deprecationMessage").is_some();
    let (old, new) = properties.keys().partition::<Vec<_>, _>(is_old);
    (new.into_iter().cloned().collect(), old.into_iter().cloned().collect())
}

#[test]
fn the_keys_of_the_readers_are_those_of_the_schemas() {
    let heads = ["version: v1\ntype: flow\n", "Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\n"];
    let mut failures = Vec::new();
    for ((schema, head), mappings) in Schema::both().iter().zip(heads).zip([FLOW, MACHINE]) {
        for (path, place) in mappings {
            let mut definition = format!("{head}{}\n", place.replace('^', UNKNOWN));
            if !place.contains("teps:") && head.starts_with("version") {
                definition.push_str("steps: []\n");
            }
            let read = read(&definition);
            let (mut written, _) = written(&schema.json, path);
            if path.ends_with("Parameters") {
                // Each parameter can be given by an expression.
                assert!(read.iter().all(|key| written.contains(&format!("{key}.$"))), "{path}: {written:?}");
                written.retain(|key| !key.ends_with(".$"));
            }
            if read != written {
                let (missing, more) = (read.difference(&written), written.difference(&read));
                failures.push(format!(
                    "`{path}` lacks {:?} and has {:?}",
                    missing.collect::<Vec<_>>(),
                    more.collect::<Vec<_>>()
                ));
            }
        }
        // No mapping of the schema is left out.
        let closed = schema.json["definitions"].as_object().unwrap().iter();
        let closed = closed.filter(|(_, it)| it["additionalProperties"] == false).map(|(name, _)| name.as_str());
        let known: BTreeSet<_> = mappings.iter().map(|(path, _)| *path).filter(|path| !path.is_empty()).collect();
        assert_eq!(closed.collect::<BTreeSet<_>>(), known);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// A new mapping that is read needs a line above.
#[test]
fn every_mapping_that_is_read_is_tried() {
    let count = |folder: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/syntax").join(folder);
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files.map(|file| std::fs::read_to_string(file).unwrap().matches("Cursor::new(").count()).sum::<usize>()
    };
    // Kinds of steps have a mapping each, which are read at one place; parameters are read elsewhere.
    let places = |mappings: &[(&str, &str)], kinds: usize, parameters: usize| mappings.len() - (kinds - 1) - parameters;
    assert_eq!(count("v1"), places(FLOW, 8, 5));
    assert_eq!(count("statemachine"), places(MACHINE, 8, 4));
}

#[test]
fn names_that_are_not_proposed_are_taken() {
    let [_, schema] = Schema::both();
    let old = MACHINE.iter().flat_map(|(path, _)| written(&schema.json, path).1);
    let old: BTreeSet<_> = old.collect();
    assert_eq!(
        old.iter().map(String::as_str).collect::<Vec<_>>(),
        ["ItemProcessor", "MaxConcuccency", "TimeoutSeconds"]
    );
    let definition = "Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\nStates:\n  \
                      - {Name: a, Type: Task, Action: 'A:B', TimeoutSeconds: 3, Next: b}\n  \
                      - {Name: b, Type: Map, ItemsPath: $Input.i, MaxConcuccency: 2, End: true,\n     \
                      ItemProcessor: {StartAt: c, States: [{Name: c, Type: Succeed}]}}\n";
    assert!(analyze(&SourceFile::new("f.yaml", definition)).is_ok());
    assert_eq!(schema.errors(definition), [""; 0]);
}

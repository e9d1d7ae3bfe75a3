//! The reader of YAML.

use flowsmith_compiler::{
    SourceFile, analyze,
    ir::{Constant, Output, Template},
};
use serde_yaml::Value;

use crate::{Seen, compile};

const BEFORE: &str = "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: a\n    outputMappings:\n      - target: t\n        \
                      source:\n";

/// Reads any text as a whole definition and as a constant in one, and compares the constant with what another reader
/// makes of it.
///
/// # Panics
///
/// Something that does not depend on the text does not hold, or the readers differ.
pub fn yaml(text: &str) -> Seen {
    let mut seen = compile(text);
    let mut definition = BEFORE.to_owned();
    for line in text.lines() {
        definition.push_str("          ");
        definition.push_str(line);
        definition.push('\n');
    }
    seen.extend(compile(&definition));
    seen.sort_unstable();
    seen.dedup();

    // Ends of lines in YAML 1.1 only, which the other reader knows, and tags, with which nothing need be a constant.
    if text.contains(['\u{85}', '\u{2028}', '\u{2029}', '!']) {
        return seen;
    }
    if let (Some(ours), Some(theirs)) = (ours(&definition), theirs(&definition)) {
        assert!(same(&ours, &theirs), "two readers differ in\n{definition}\nours: {ours:?}\ntheirs: {theirs:?}");
    }
    seen
}

/// The constant, where nothing is found in it: what looks like a reference is none.
fn ours(definition: &str) -> Option<Constant> {
    let (flow, findings) = analyze(&SourceFile::new("flow.yaml", definition)).ok()?;
    match flow.steps.into_iter().next()?.output {
        Output::Template(Template::Object(entries)) if findings.is_empty() => match entries.into_iter().next()? {
            (_, Template::Constant(constant)) => Some(constant),
            _ => None,
        },
        _ => None,
    }
}

fn theirs(definition: &str) -> Option<Value> {
    let value: Value = serde_yaml::from_str(definition).ok()?;
    value.get("steps")?.get(0)?.get("outputMappings")?.get(0)?.get("source").cloned()
}

fn same(ours: &Constant, theirs: &Value) -> bool {
    match (ours, theirs) {
        (_, Value::Tagged(_)) | (Constant::Null, Value::Null) => true,
        (Constant::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Constant::Integer(ours), Value::Number(theirs)) => {
            theirs.as_i64().map(i128::from).or(theirs.as_u64().map(i128::from)) == Some(*ours)
        }
        (Constant::Float(ours), Value::Number(theirs)) => {
            theirs.as_f64().is_some_and(|theirs| ours.to_bits() == theirs.to_bits())
        }
        (Constant::Text(ours), Value::String(theirs)) => ours == theirs,
        (Constant::Array(ours), Value::Sequence(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Constant::Object(ours), Value::Mapping(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().zip(theirs).all(|((key, ours), (name, theirs))| {
                    name.as_str().is_none_or(|name| name == key) && same(ours, theirs)
                })
        }
        _ => false,
    }
}

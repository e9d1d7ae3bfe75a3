//! The schemas that editors get: they know the keys that the readers know, take what is accepted, and find mistakes.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests read their cases and say what they skip"
)]

mod definitions;
mod keys;
mod mistakes;
mod types;

use jsonschema::Validator;
use serde_json::{Map, Value};

const V1: &str = include_str!("../../schema/v1.json");
const STATE_MACHINE: &str = include_str!("../../schema/statemachine.json");
const TYPES: &str = include_str!("../../schema/types.json");

/// A schema with what it makes of definitions.
struct Schema {
    json: Value,
    validator: Validator,
}

impl Schema {
    fn new(text: &str) -> Self {
        let json: Value = serde_json::from_str(text).unwrap();
        assert!(jsonschema::meta::is_valid(&json));
        let validator = jsonschema::draft7::new(&json).unwrap();
        Self { json, validator }
    }

    /// The schemas of both dialects.
    fn both() -> [Self; 2] {
        [Self::new(V1), Self::new(STATE_MACHINE)]
    }

    /// What is wrong with a definition: the place and the reason, a line each.
    fn errors(&self, definition: &str) -> Vec<String> {
        let value = json(serde_yaml::from_str(definition).unwrap());
        self.validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }
}

/// Which of the two schemas a definition is for; none where it is in neither dialect.
fn dialect(definition: &str) -> Option<usize> {
    let value: serde_yaml::Value = serde_yaml::from_str(definition).ok()?;
    let has = |keys: &[&str]| keys.iter().any(|key| value.get(key).is_some());
    [has(&["type", "steps"]), has(&["Type", "States"])].iter().position(|it| *it)
}

/// A definition as an editor has it; what a tag marks stands without it.
fn json(yaml: serde_yaml::Value) -> Value {
    use serde_yaml::Value as Yaml;
    match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => value.into(),
        Yaml::Number(number) => serde_json::to_value(number).unwrap_or(Value::Null),
        Yaml::String(text) => text.into(),
        Yaml::Sequence(items) => items.into_iter().map(json).collect(),
        Yaml::Mapping(entries) => {
            let key = |key: Yaml| match key {
                Yaml::String(text) => text,
                other => serde_yaml::to_string(&other).unwrap().trim().to_owned(),
            };
            Value::Object(entries.into_iter().map(|(name, value)| (key(name), json(value))).collect::<Map<_, _>>())
        }
        Yaml::Tagged(tagged) => json(tagged.value),
    }
}

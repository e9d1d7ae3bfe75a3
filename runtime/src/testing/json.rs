//! JSON in tests: comparison, and task tokens, which are not the same on every engine.

use serde::Serialize;

use crate::{token::TaskToken, value::Value};

/// What stands where a task token was.
const TOKEN: &str = "<token>";

/// A value as JSON.
///
/// # Panics
///
/// It is none.
#[track_caller]
pub(super) fn value(it: &impl Serialize, what: &str) -> Value {
    serde_json::to_value(it).unwrap_or_else(|error| panic!("{what} is no JSON: {error}"))
}

/// Whether a value has all of `part`; what `part` does not name may be anything.
pub(super) fn includes(value: &Value, part: &Value) -> bool {
    match (value, part) {
        (Value::Object(value), Value::Object(part)) => {
            part.iter().all(|(key, part)| value.get(key).is_some_and(|value| includes(value, part)))
        }
        _ => value == part,
    }
}

/// Puts `<token>` where task tokens stand, within texts too: what a flow sends to a queue holds its token in a message.
///
/// ```
/// use flowsmith::{json, testing::hide_tokens};
///
/// let mut input = json!({"order": 7, "token": "1-5-0000000000000000000000000000002a"});
/// hide_tokens(&mut input);
/// assert_eq!(input, json!({"order": 7, "token": "<token>"}));
/// ```
pub fn hide_tokens(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some(hidden) = without_tokens(text) {
                *text = hidden;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide_tokens),
        Value::Object(entries) => entries.values_mut().for_each(hide_tokens),
        _ => {}
    }
}

/// A text with its tokens hidden, if it has some.
fn without_tokens(text: &str) -> Option<String> {
    let outside = |c: char| !(c.is_ascii_hexdigit() || c == '-');
    let is_token = |word: &&str| TaskToken::new(*word).parse().is_some();
    let tokens: Vec<_> = text.split(outside).filter(is_token).collect();
    (!tokens.is_empty()).then(|| tokens.iter().fold(text.to_owned(), |text, token| text.replace(token, TOKEN)))
}

/// Where two values differ first, and how, in a sentence; none where they do not.
pub(super) fn difference(expected: &Value, found: &Value) -> Option<String> {
    let mut path = "$".to_owned();
    let (expected, found) = first_difference(expected, found, &mut path)?;
    let shown = |value: Option<&Value>| value.map_or_else(|| "nothing".to_owned(), Value::to_string);
    Some(format!("at {path}: expected {}, found {}", shown(expected), shown(found)))
}

type Pair<'a> = (Option<&'a Value>, Option<&'a Value>);

fn first_difference<'a>(expected: &'a Value, found: &'a Value, path: &mut String) -> Option<Pair<'a>> {
    let length = path.len();
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let more = found.keys().filter(|key| !expected.contains_key(*key));
            for key in expected.keys().chain(more) {
                path.extend([".", key]);
                match (expected.get(key), found.get(key)) {
                    (Some(expected), Some(found)) => {
                        if let Some(pair) = first_difference(expected, found, path) {
                            return Some(pair);
                        }
                    }
                    pair => return Some(pair),
                }
                path.truncate(length);
            }
            None
        }
        (Value::Array(expected), Value::Array(found)) => {
            for index in 0..expected.len().max(found.len()) {
                path.extend(["[", &index.to_string(), "]"]);
                match (expected.get(index), found.get(index)) {
                    (Some(expected), Some(found)) => {
                        if let Some(pair) = first_difference(expected, found, path) {
                            return Some(pair);
                        }
                    }
                    pair => return Some(pair),
                }
                path.truncate(length);
            }
            None
        }
        _ => (expected != found).then_some((Some(expected), Some(found))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::store::ExecutionId;

    #[test]
    fn tokens_are_hidden_wherever_they_stand_and_nothing_else_is() {
        let token = TaskToken::mint(ExecutionId(10), 4, 77);
        let body = json!({"task_token": token.as_str(), "order": "a-b-c"}).to_string();
        let mut value = json!({"token": token.as_str(), "all": [{"MessageBody": body}], "day": "2026-01-01"});
        hide_tokens(&mut value);
        let body = json!({"task_token": "<token>", "order": "a-b-c"}).to_string();
        assert_eq!(value, json!({"token": "<token>", "all": [{"MessageBody": body}], "day": "2026-01-01"}));
    }

    #[test]
    fn the_first_difference_is_named_by_its_path() {
        let expected = json!({"a": [1, {"b": 2}], "c": null});
        assert_eq!(difference(&expected, &expected), None);
        let say = |found: Value| difference(&expected, &found).unwrap();
        assert_eq!(say(json!({"a": [1, {"b": "2"}], "c": null})), r#"at $.a[1].b: expected 2, found "2""#);
        assert_eq!(say(json!({"a": [1], "c": null})), r#"at $.a[1]: expected {"b":2}, found nothing"#);
        assert_eq!(say(json!({"a": [1, {"b": 2}]})), "at $.c: expected null, found nothing");
        assert_eq!(say(json!({"a": [1, {"b": 2}], "c": null, "d": 4})), "at $.d: expected nothing, found 4");
        assert_eq!(say(json!(7)), r#"at $: expected {"a":[1,{"b":2}],"c":null}, found 7"#);
    }

    #[test]
    fn a_part_may_leave_fields_out_but_no_items() {
        assert!(includes(&json!({"a": {"b": 1, "c": 2}, "d": [1]}), &json!({"a": {"c": 2}})));
        assert!(!includes(&json!({"a": {"b": 1}}), &json!({"a": {"c": 2}})));
        assert!(!includes(&json!({"d": [1, 2]}), &json!({"d": [1]})));
    }
}

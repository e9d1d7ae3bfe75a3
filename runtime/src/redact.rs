//! What is not shown: marked fields and task tokens.

use std::{collections::BTreeSet, fmt, sync::Arc};

use crate::{
    token::TaskToken,
    value::{Object, Value},
};

/// What stands for a field that is not shown.
const REDACTED: &str = "(redacted)";

/// The names of the fields that are not shown ([`EngineBuilder::redact`](crate::EngineBuilder::redact)).
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Redaction(Arc<BTreeSet<String>>);

impl Redaction {
    pub(crate) fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self(Arc::new(names.into_iter().collect()))
    }

    /// Takes the marked fields out of a value, however deep they are.
    pub(crate) fn apply(&self, value: &mut Value) {
        if self.0.is_empty() {
            return;
        }
        match value {
            Value::String(text) => {
                if let Some(mut inner) = json_in(text) {
                    self.apply(&mut inner);
                    *text = inner.to_string();
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            Value::Object(entries) => {
                for (key, value) in entries {
                    if self.0.contains(key) {
                        *value = REDACTED.into();
                    } else {
                        self.apply(value);
                    }
                }
            }
            _ => {}
        }
    }

    /// The value, for `Debug`: without marked fields and task tokens.
    pub(crate) fn shown<'a>(&'a self, value: &'a Value) -> impl fmt::Debug + 'a {
        Shown { value, redaction: self }
    }
}

struct Shown<'a> {
    value: &'a Value,
    redaction: &'a Redaction,
}

impl Shown<'_> {
    fn of<'a>(&'a self, value: &'a Value) -> Shown<'a> {
        Shown { value, redaction: self.redaction }
    }

    fn entries(&self, entries: &Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (key, value) in entries {
            if self.redaction.0.contains(key) {
                map.entry(key, &format_args!("{REDACTED}"));
            } else {
                map.entry(key, &self.of(value));
            }
        }
        map.finish()
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Value::Array(items) => f.debug_list().entries(items.iter().map(|item| self.of(item))).finish(),
            Value::Object(entries) => self.entries(entries, f),
            Value::String(text) => match json_in(text).filter(|_| !self.redaction.0.is_empty()) {
                Some(mut inner) => {
                    self.redaction.apply(&mut inner);
                    f.write_str(&without_tokens(&inner.to_string()))
                }
                None => f.write_str(&without_tokens(text)),
            },
            plain => write!(f, "{plain}"),
        }
    }
}

/// The object or the array that a text holds, as the message of a queue does.
fn json_in(text: &str) -> Option<Value> {
    text.starts_with(['{', '[']).then(|| serde_json::from_str(text).ok()).flatten()
}

/// A text as JSON, with its task tokens taken out, wherever they stand in it.
fn without_tokens(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut shown = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let end = rest[start..].find(|c| !is_part(c)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        shown.push_str(&rest[..start]);
        shown.push_str(if holds_token(word) { "(task token)" } else { word });
        rest = &rest[end..];
    }
    shown.push_str(rest);
    Value::String(shown).to_string()
}

/// Whether some three parts of a word in a row are a token.
fn holds_token(word: &str) -> bool {
    let parts: Vec<_> = word.split('-').collect();
    parts.windows(3).any(|parts| TaskToken::new(parts.join("-")).parse().is_some())
}

/// Bytes, for `Debug`: how many.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl fmt::Debug for Bytes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::store::ExecutionId;

    #[test]
    fn marked_fields_and_tokens_are_not_shown_wherever_they_are() {
        let token = TaskToken::mint(ExecutionId(10), 4, 77);
        let value = json!({
            "card": {"number": "4111"},
            "orders": [{"pin": 1234, "note": "a-b-c"}],
            "token": token.as_str(),
            "MessageBody": json!({"task_token": token.as_str(), "pin": 99}).to_string(),
            "text": format!("callback-{token}"),
        });
        let redaction = Redaction::new(["card".to_owned(), "pin".to_owned()]);
        let shown = format!("{:?}", redaction.shown(&value));
        assert_eq!(
            shown,
            r#"{"MessageBody": "{\"pin\":\"(redacted)\",\"task_token\":\"(task token)\"}", "card": (redacted), "#
                .to_owned()
                + r#""orders": [{"note": "a-b-c", "pin": (redacted)}], "text": "(task token)", "token": "(task token)"}"#
        );
        let mut value = value;
        redaction.apply(&mut value);
        assert_eq!((&value["card"], &value["orders"][0]["pin"]), (&json!(REDACTED), &json!(REDACTED)));
        assert!(value["MessageBody"].as_str().is_some_and(|body| body.contains(r#""pin":"(redacted)""#)), "{value}");
    }
}

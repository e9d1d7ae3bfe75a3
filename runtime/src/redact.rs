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
            Value::String(text) => f.write_str(&without_tokens(text)),
            plain => write!(f, "{plain}"),
        }
    }
}

/// A text as JSON, with its task tokens taken out: it may hold some in a message.
fn without_tokens(text: &str) -> String {
    let part = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut shown = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(part) {
        let end = rest[start..].find(|c| !part(c)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        shown.push_str(&rest[..start]);
        shown.push_str(if TaskToken::new(word).parse().is_some() { "(task token)" } else { word });
        rest = &rest[end..];
    }
    shown.push_str(rest);
    Value::String(shown).to_string()
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
            "MessageBody": json!({"task_token": token.as_str()}).to_string(),
        });
        let redaction = Redaction::new(["card".to_owned(), "pin".to_owned()]);
        let shown = format!("{:?}", redaction.shown(&value));
        assert_eq!(
            shown,
            r#"{"MessageBody": "{\"task_token\":\"(task token)\"}", "card": (redacted), "#.to_owned()
                + r#""orders": [{"note": "a-b-c", "pin": (redacted)}], "token": "(task token)"}"#
        );
        let mut value = value;
        redaction.apply(&mut value);
        assert_eq!((&value["card"], &value["orders"][0]["pin"]), (&json!(REDACTED), &json!(REDACTED)));
    }
}

//! What is known of a value, for people.

use super::{Record, Shape};
use crate::types::declared::Declared;

impl Shape {
    /// The shape in one line: `{id: text, items: [{sku: text}], note?: text, …}`.
    pub(crate) fn text(&self, declared: &Declared) -> String {
        match self {
            Self::Never => "never".to_owned(),
            Self::Any => "any".to_owned(),
            Self::Null => "null".to_owned(),
            Self::Bool => "boolean".to_owned(),
            Self::Integer(least, most) => integer(*least, *most),
            Self::Number => "number".to_owned(),
            Self::Text(None) => "text".to_owned(),
            Self::Text(Some(texts)) => {
                let texts: Vec<_> = texts.iter().map(|text| format!("{text:?}")).collect();
                texts.join(" | ")
            }
            Self::Timestamp => "timestamp".to_owned(),
            Self::Array(of) if of.is_never() => "[]".to_owned(),
            Self::Array(of) => format!("[{}]", of.text(declared)),
            Self::Object(record) => record.text(declared),
            Self::Named(id) => camel(&declared.get(*id).name),
            Self::OneOf(shapes) => {
                // What is there first, null last.
                let (null, others): (Vec<_>, Vec<_>) = shapes.iter().partition(|shape| **shape == Self::Null);
                let texts: Vec<_> = others.into_iter().chain(null).map(|shape| shape.text(declared)).collect();
                texts.join(" | ")
            }
        }
    }
}

impl Record {
    fn text(&self, declared: &Declared) -> String {
        let mut members: Vec<_> = self
            .fields
            .iter()
            .map(|(key, field)| {
                let mark = if field.always { "" } else { "?" };
                format!("{}{mark}: {}", self::key(key), field.shape.text(declared))
            })
            .collect();
        match &self.others {
            Shape::Never => {}
            Shape::Any => members.push("…".to_owned()),
            others => members.push(format!("…: {}", others.text(declared))),
        }
        format!("{{{}}}", members.join(", "))
    }
}

/// A key, quoted where it could be taken for something else.
fn key(key: &str) -> String {
    let plain = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-');
    if !key.is_empty() && key.chars().all(plain) { key.to_owned() } else { format!("{key:?}") }
}

fn integer(least: i128, most: i128) -> String {
    let wide = |bound: i128| bound <= i64::MIN.into() || bound >= i64::MAX.into();
    if least == most {
        least.to_string()
    } else if least == 0 && wide(most) {
        "integer ≥ 0".to_owned()
    } else if wide(least) || wide(most) {
        "integer".to_owned()
    } else {
        format!("{least}..{most}")
    }
}

/// Words as the name of a type.
pub(crate) fn camel(words: &str) -> String {
    words
        .split(|char: char| !char.is_alphanumeric())
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
        })
        .collect()
}

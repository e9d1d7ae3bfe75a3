//! JSON text, read and written.

use crate::{
    error::StepError,
    scope::Here,
    value::{DEEPEST, Value, too_deep},
};

/// `stringToJson(text)`: what a string is as JSON. Anything else has been read before, and stays as it is.
pub fn string_to_json(here: &Here<'_>, value: &Value) -> Result<Value, StepError> {
    let Value::String(text) = value else {
        return Ok(value.clone());
    };
    if too_deep(text) {
        return Err(here.error(format_args!("stringToJson() reads data of at most {DEEPEST} levels, this is deeper")));
    }
    serde_json::from_str(text).map_err(|error| here.error(format_args!("stringToJson() cannot read the text: {error}")))
}

/// `jsonToString(value)`: the value as JSON text; a string comes in quotes.
pub fn json_to_string(_: &Here<'_>, value: &Value) -> Result<Value, StepError> {
    Ok(value.to_string().into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    #[test]
    fn text_is_read_once() {
        for (value, expected) in [
            (json!(r#" {"价格": [1, 2.5, "\u4ef7"]} "#), json!({"价格": [1, 2.5, "价"]})),
            (json!("18446744073709551615"), json!(u64::MAX)),
            (json!("\"7\""), json!("7")),
            (json!("null"), json!(null)),
            (json!(null), json!(null)),
            (json!({"a": "[1]"}), json!({"a": "[1]"})),
            (json!([7]), json!([7])),
        ] {
            assert_eq!(string_to_json(&here(), &value), Ok(expected), "{value}");
        }
    }

    #[test]
    fn what_is_no_json_is_an_error_with_its_place() {
        for (text, reason) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("{\"a\":\n oops}", "expected value at line 2 column 2"),
            ("[1] 2", "trailing characters at line 1 column 5"),
            ("1e999", "number out of range at line 1 column 5"),
        ] {
            fails(string_to_json(&here(), &json!(text)), &format!("stringToJson() cannot read the text: {reason}"));
        }
    }

    #[test]
    fn depth_is_bounded_as_elsewhere() {
        let nested = |levels: usize| json!(format!("{}{}", "[".repeat(levels), "]".repeat(levels)));
        assert!(string_to_json(&here(), &nested(DEEPEST)).is_ok());
        for levels in [DEEPEST + 1, 1_000_000] {
            let sentence = "stringToJson() reads data of at most 100 levels, this is deeper";
            fails(string_to_json(&here(), &nested(levels)), sentence);
        }
    }

    #[test]
    fn any_value_is_written() {
        for (value, expected) in [
            (json!({"a": [1, 2.0, null]}), r#"{"a":[1,2.0,null]}"#),
            (json!("价\n"), r#""价\n""#),
            (json!(u64::MAX), "18446744073709551615"),
            (json!({}), "{}"),
        ] {
            assert_eq!(json_to_string(&here(), &value), Ok(json!(expected)), "{value}");
        }
    }
}

//! Operators, and what generated code asks of single values.

use super::{shown, string, wrong};
use crate::{
    error::StepError,
    scope::Here,
    typed::present,
    value::{Operand, Value, of_whole, same},
};

/// `item in collection`: whether an array holds the value, or an object has the key.
pub fn is_in(here: &Here<'_>, item: &Value, collection: &Value) -> Result<bool, StepError> {
    match collection {
        Value::Array(items) => Ok(items.iter().any(|it| same(it, item))),
        Value::Object(entries) => {
            Ok(entries.contains_key(string(here, "`in` takes a string on the left of an object", item)?))
        }
        other => Err(wrong(here, "`in` takes an array or an object on its right", other)),
    }
}

/// `-value`, of a number.
pub fn negative(here: &Here<'_>, value: &Value) -> Result<Value, StepError> {
    let Value::Number(number) = value else {
        return Err(wrong(here, "`-` takes a number", value));
    };
    match number.into() {
        Operand::Integer(whole) => of_whole(-whole).ok_or_else(|| beyond(here, "`-`", -whole)),
        _ => Ok(number.as_f64().map_or(Value::Null, |float| Value::from(-float))),
    }
}

/// The error of whole numbers whose result is too large.
#[cold]
pub(super) fn beyond(here: &Here<'_>, name: &str, result: i128) -> StepError {
    here.error(format_args!("{name} gives whole numbers of at most 64 bits, this would be {result}"))
}

/// A string as it is, anything else as JSON text.
pub fn text(value: &Value) -> Value {
    match value {
        Value::String(_) => value.clone(),
        other => other.to_string().into(),
    }
}

/// The name of the flow that a resource `acs:fnf:<region>:<account>:flow/<name>` is.
pub fn flow_of(here: &Here<'_>, value: &Value) -> Result<Value, StepError> {
    const FORM: &str = "acs:fnf:<region>:<account>:flow/<name>";
    let resource = string(here, &format!("the flow to start is written `{FORM}`"), value)?;
    match name_of_flow(resource) {
        Some(name) => Ok(name.into()),
        None => Err(here.error(format_args!("`{}` names no flow: this is written `{FORM}`", shown(resource)))),
    }
}

fn name_of_flow(resource: &str) -> Option<&str> {
    let mut parts = resource.strip_prefix("acs:fnf:")?.splitn(3, ':').skip(2);
    let name = parts.next()?.strip_prefix("flow/")?;
    (!name.is_empty() && !name.contains(['/', ':'])).then_some(name)
}

/// What a path leads to; `path` is how the definition writes it.
pub fn found<'a>(here: &Here<'_>, path: &str, value: Option<&'a Value>) -> Result<&'a Value, StepError> {
    present(here, path, value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    #[test]
    fn in_finds_values_in_arrays_and_keys_in_objects_without_conversions() {
        for (item, collection, expected) in [
            (json!(1), json!([2, 1.0]), true),
            (json!("1"), json!([1]), false),
            (json!(true), json!(["true", 1]), false),
            (json!(null), json!([null]), true),
            (json!(null), json!([]), false),
            (json!({"a": [1]}), json!([{"a": [1.0]}]), true),
            (json!(9_007_199_254_740_993_i64), json!([9_007_199_254_740_992.0]), false),
            (json!("价格"), json!({"价格": null}), true),
            (json!("b"), json!({"a": "b"}), false),
        ] {
            assert_eq!(is_in(&here(), &item, &collection), Ok(expected), "{item} in {collection}");
        }
        fails(is_in(&here(), &json!(1), &json!({"1": 1})), "`in` takes a string on the left of an object, this is 1");
        let sentence = "`in` takes an array or an object on its right, this is a string";
        fails(is_in(&here(), &json!("a"), &json!("abc")), sentence);
    }

    #[test]
    fn the_negative_of_a_whole_number_is_exact() {
        for (value, expected) in [
            (json!(1), json!(-1)),
            (json!(0), json!(0)),
            (json!(1.5), json!(-1.5)),
            (json!(i64::MIN), json!(1_u64 << 63)),
            (json!(1_u64 << 63), json!(i64::MIN)),
        ] {
            assert_eq!(negative(&here(), &value), Ok(expected), "{value}");
        }
        fails(
            negative(&here(), &json!(u64::MAX)),
            "`-` gives whole numbers of at most 64 bits, this would be -18446744073709551615",
        );
        fails(negative(&here(), &json!("1")), "`-` takes a number, this is a string");
    }

    #[test]
    fn a_string_is_its_own_text() {
        assert_eq!(text(&json!("a \"b\"")), json!("a \"b\""));
        assert_eq!(text(&json!({"a": [1, null]})), json!(r#"{"a":[1,null]}"#));
        assert_eq!(text(&json!(null)), json!("null"));
    }

    #[test]
    fn a_flow_is_found_in_its_resource() {
        for resource in ["acs:fnf:::flow/child", "acs:fnf:cn-hangzhou:123:flow/child"] {
            assert_eq!(flow_of(&here(), &json!(resource)), Ok(json!("child")), "{resource}");
        }
        for resource in
            ["", "child", "acs:fnf:flow/child", "acs:fnf:::flow/", "acs:fnf:::flow/a/b", "acs:fc:::flow/child"]
        {
            let sentence = "names no flow: this is written `acs:fnf:<region>:<account>:flow/<name>`";
            fails(flow_of(&here(), &json!(resource)), &format!("`{resource}` {sentence}"));
        }
        fails(
            flow_of(&here(), &json!(7)),
            "the flow to start is written `acs:fnf:<region>:<account>:flow/<name>`, this is 7",
        );
    }

    #[test]
    fn a_path_that_leads_nowhere_is_named() {
        assert_eq!(found(&here(), "$Input.a", Some(&json!(null))), Ok(&json!(null)));
        fails(found(&here(), "$Input.a", None), "there is nothing at `$Input.a`");
    }
}

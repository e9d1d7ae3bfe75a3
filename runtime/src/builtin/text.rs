//! Functions of strings.

use super::string;
use crate::{error::StepError, scope::Here, value::Value};

/// `format(template, values...)`: the template with each `{}` replaced by the next value, a string as it is, anything
/// else as JSON.
///
/// As many values are given as there are `{}`. There is no way to escape one: a value may be `{}` itself, for what was
/// filled in is not looked at again.
pub fn format(here: &Here<'_>, template: &Value, values: &[&Value]) -> Result<Value, StepError> {
    const HOLE: &str = "{}";
    let template = string(here, "format() takes a string as its template", template)?;
    let holes = template.matches(HOLE).count();
    if holes != values.len() {
        let values = values.len();
        let needs = "format() needs a value for each `{}` of its template";
        return Err(
            here.error(format_args!("{needs}: the template has {holes} of these, the number of values is {values}"))
        );
    }
    let mut parts = template.split(HOLE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (value, part) in values.iter().zip(parts) {
        match value {
            Value::String(value) => text.push_str(value),
            other => text.push_str(&other.to_string()),
        }
        text.push_str(part);
    }
    Ok(text.into())
}

/// `split(text, separator)`: the parts of a string between separators. An empty separator splits between all characters.
pub fn split(here: &Here<'_>, text: &Value, separator: &Value) -> Result<Value, StepError> {
    let text = string(here, "split() takes a string as its first argument", text)?;
    let separator = string(here, "split() takes a string as its separator", separator)?;
    Ok(match separator {
        "" => text.chars().map(String::from).collect(),
        separator => text.split(separator).collect(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    #[test]
    fn a_template_is_filled_in_order() {
        for (template, values, expected) in [
            ("", vec![], ""),
            ("no holes: { } {a} }{", vec![], "no holes: { } {a} }{"),
            ("{} costs {}", vec![json!("价格"), json!(12.5)], "价格 costs 12.5"),
            ("{}{}", vec![json!("{}"), json!("{}")], "{}{}"),
            ("{{}}", vec![json!(1)], "{1}"),
            ("{}, {}, {}", vec![json!({"a": "b"}), json!([1, "x"]), json!(null)], r#"{"a":"b"}, [1,"x"], null"#),
            ("{}", vec![json!(u64::MAX)], "18446744073709551615"),
            ("{}", vec![json!(true)], "true"),
        ] {
            let values: Vec<_> = values.iter().collect();
            assert_eq!(format(&here(), &json!(template), &values), Ok(json!(expected)), "{template}");
        }
    }

    #[test]
    fn a_template_has_a_value_for_each_hole() {
        let needs = "format() needs a value for each `{}` of its template: the template has";
        let one = &json!(1);
        fails(format(&here(), &json!("{} {}"), &[one]), &format!("{needs} 2 of these, the number of values is 1"));
        fails(format(&here(), &json!("{0}"), &[one]), &format!("{needs} 0 of these, the number of values is 1"));
        fails(format(&here(), &json!(7), &[]), "format() takes a string as its template, this is 7");
    }

    #[test]
    fn a_string_is_split_at_each_separator() {
        for (text, separator, expected) in [
            ("a,b,,c", ",", json!(["a", "b", "", "c"])),
            (",", ",", json!(["", ""])),
            ("abc", ",", json!(["abc"])),
            ("", ",", json!([""])),
            ("价、格、", "、", json!(["价", "格", ""])),
            ("a价🦀", "", json!(["a", "价", "🦀"])),
            ("", "", json!([])),
        ] {
            assert_eq!(split(&here(), &json!(text), &json!(separator)), Ok(expected), "{text:?} {separator:?}");
        }
        fails(split(&here(), &json!(1), &json!(",")), "split() takes a string as its first argument, this is 1");
        fails(split(&here(), &json!(""), &json!(null)), "split() takes a string as its separator, this is null");
    }
}

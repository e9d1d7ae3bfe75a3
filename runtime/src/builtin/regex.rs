//! `regexMatchString`.

use std::cell::RefCell;

use regex_lite::{Regex, RegexBuilder};

use super::string;
use crate::{error::StepError, scope::Here, value::Value};

/// The longest pattern, in bytes.
const LONGEST: usize = 10_000;
/// How large a pattern may become, in bytes: repetitions are written out. It bounds the time for a character of a text, too.
const LARGEST: usize = 256 * 1024;
/// How many patterns a thread keeps compiled. A flow has a few.
const KEPT: usize = 16;

thread_local! {
    /// The patterns that were used last, the last one first.
    static COMPILED: RefCell<Vec<Regex>> = const { RefCell::new(Vec::new()) };
}

/// `regexMatchString(text, pattern)`: whether a part of a string matches; `^` and `$` make that the whole.
///
/// The time is linear in the text, so there are neither references back nor looks around. `\d`, `\w`, `\s`, `\b` and
/// case are those of ASCII; `\p{…}` is not known.
pub fn regex_match_string(here: &Here<'_>, text: &Value, pattern: &Value) -> Result<bool, StepError> {
    let text = string(here, "regexMatchString() takes a string as its first argument", text)?;
    let pattern = string(here, "regexMatchString() takes a string as its pattern", pattern)?;
    let regex = compiled(pattern)
        .map_err(|reason| here.error(format_args!("regexMatchString() cannot read its pattern: {reason}")))?;
    Ok(regex.is_match(text))
}

fn compiled(pattern: &str) -> Result<Regex, String> {
    if pattern.len() > LONGEST {
        return Err(format!("it is {} bytes long, at most {LONGEST} are allowed", pattern.len()));
    }
    COMPILED.with_borrow_mut(|kept| {
        if let Some(index) = kept.iter().position(|regex| regex.as_str() == pattern) {
            kept[..=index].rotate_right(1);
        } else {
            let regex = RegexBuilder::new(pattern).size_limit(LARGEST).build().map_err(|error| error.to_string())?;
            kept.truncate(KEPT - 1);
            kept.insert(0, regex);
        }
        Ok(kept[0].clone())
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    fn matches(text: &str, pattern: &str) -> Result<bool, StepError> {
        regex_match_string(&here(), &json!(text), &json!(pattern))
    }

    #[test]
    fn a_part_of_the_text_matches() {
        for (text, pattern, expected) in [
            ("order-17", r"\d+", true),
            ("order-17", r"^\d+$", false),
            ("order-17", r"^order-\d{2}$", true),
            ("", "", true),
            ("", ".", false),
            ("价格", "^.{2}$", true),
            ("价格", "^[一-龥]+$", true),
            ("ORDER", "(?i)order", true),
            ("a\nb", "(?m)^b$", true),
            ("c", "a|b", false),
        ] {
            assert_eq!(matches(text, pattern), Ok(expected), "{text:?} {pattern:?}");
        }
    }

    #[test]
    fn a_pattern_that_cannot_be_read_is_an_error() {
        for pattern in
            ["(", "[a", "a{2,1}", r"(a)\1", "(?=a)", r"\p{Han}", "*", "\\", "a{1000}{1000}", "(?:){4294967295}"]
        {
            let error = matches("a", pattern).unwrap_err();
            let sentence = "step `sum` (order.yaml:7): regexMatchString() cannot read its pattern: ";
            assert!(error.cause.starts_with(sentence), "{pattern}: {error}");
        }
        let nested = format!("{}{}", "(?:".repeat(2_000), ")".repeat(2_000));
        assert!(matches("a", &nested).is_err());
        fails(
            matches("a", &"a".repeat(LONGEST + 1)),
            "regexMatchString() cannot read its pattern: it is 10001 bytes long, at most 10000 are allowed",
        );
    }

    #[test]
    fn a_pattern_is_a_string_as_the_text_is() {
        let call = |text, pattern| regex_match_string(&here(), &text, &pattern);
        let takes = "regexMatchString() takes a string as its";
        fails(call(json!(17), json!("1")), &format!("{takes} first argument, this is 17"));
        fails(call(json!("17"), json!(null)), &format!("{takes} pattern, this is null"));
    }

    #[test]
    fn no_pattern_takes_time_beyond_measure() {
        assert_eq!(matches(&"a".repeat(10_000), "(a*)*$|(a|aa)+b"), Ok(true));
        assert_eq!(matches(&"a".repeat(10_000), "(a|aa)+b"), Ok(false));
    }

    #[test]
    fn the_patterns_used_last_are_kept() {
        let kept =
            || COMPILED.with_borrow(|kept| kept.iter().map(|regex| regex.as_str().to_owned()).collect::<Vec<_>>());
        for number in 0..2 * KEPT {
            assert_eq!(matches(&number.to_string(), &format!("^{number}$")), Ok(true));
        }
        assert_eq!(kept().len(), KEPT);
        assert_eq!(kept()[0], "^31$");
        assert_eq!(matches("18", "^18$"), Ok(true));
        assert_eq!(kept()[..2], ["^18$", "^31$"]);
        assert_eq!(kept().len(), KEPT);
    }
}

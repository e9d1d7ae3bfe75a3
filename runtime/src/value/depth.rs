//! How deep data may be nested: what is kept must be readable again.

use crate::error::StepError;

/// The deepest nesting of arrays and objects that is taken in. Readers of JSON give up at 128 levels, and rows add a few
/// of their own.
pub(crate) const DEEPEST: usize = 100;

/// Whether a JSON text is nested deeper than [`DEEPEST`].
pub(crate) fn too_deep(json: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in json.bytes() {
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'[' | b'{' => {
                depth += 1;
                if depth > DEEPEST {
                    return true;
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// The error of a step whose data is nested too deep.
#[cold]
pub(crate) fn nested_too_deep(code: &'static str) -> StepError {
    StepError::new(code, format!("the data is nested deeper than {DEEPEST} levels"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_do_not_count() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(!too_deep(&nested(DEEPEST)));
        assert!(too_deep(&nested(DEEPEST + 1)));
        assert!(!too_deep(&format!(r#"{{"a": "\"{}\\"}}"#, "[".repeat(1_000))));
        assert!(!too_deep(&"[[]],".repeat(1_000)));
    }
}

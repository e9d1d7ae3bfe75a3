//! `toBase64` and `fromBase64`.

use base64::{
    DecodeError, Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use super::string;
use crate::{error::StepError, scope::Here, value::Value};

/// The standard alphabet. It writes `=` at the end, and reads with and without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// `toBase64(text)`: the UTF-8 of a string in base64.
pub fn to_base64(here: &Here<'_>, text: &Value) -> Result<Value, StepError> {
    let text = string(here, "toBase64() takes a string", text)?;
    Ok(BASE64.encode(text).into())
}

/// `fromBase64(text)`: the text whose UTF-8 stands there in base64. Line breaks are skipped.
pub fn from_base64(here: &Here<'_>, text: &Value) -> Result<Value, StepError> {
    let text = string(here, "fromBase64() takes a string", text)?;
    let text = text.replace(['\r', '\n'], "");
    let bytes = BASE64.decode(&text).map_err(|error| {
        let reason = match error {
            DecodeError::InvalidByte(at, _) => format!("character {} does not belong to it", before(&text, at) + 1),
            _ => "its end is wrong".to_owned(),
        };
        here.error(format_args!("fromBase64() takes base64, this is none: {reason}"))
    })?;
    let text = String::from_utf8(bytes);
    text.map(Value::from).map_err(|_| here.error("fromBase64() gives text, this is base64 of something else"))
}

/// How many characters begin before a byte.
fn before(text: &str, at: usize) -> usize {
    text.char_indices().take_while(|(start, _)| *start < at).count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    #[test]
    fn text_goes_there_and_back() {
        for (text, base64) in [
            // RFC 4648.
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("价格", "5Lu35qC8"),
            ("~~~???", "fn5+Pz8/"),
        ] {
            assert_eq!(to_base64(&here(), &json!(text)), Ok(json!(base64)), "{text}");
            assert_eq!(from_base64(&here(), &json!(base64)), Ok(json!(text)), "{base64}");
        }
    }

    #[test]
    fn padding_may_be_left_out_and_lines_broken() {
        for base64 in ["Zm9vYg==", "Zm9vYg", "Zm9v\r\nYg==\n"] {
            assert_eq!(from_base64(&here(), &json!(base64)), Ok(json!("foob")), "{base64:?}");
        }
    }

    #[test]
    fn what_is_no_base64_of_text_fails() {
        let none = "fromBase64() takes base64, this is none:";
        for (base64, reason) in [
            ("Zm9 v", "character 4 does not belong to it"),
            ("Zm-_", "character 3 does not belong to it"),
            ("价Zm9v", "character 1 does not belong to it"),
            ("Z", "its end is wrong"),
            ("Zm9vZ", "its end is wrong"),
            ("Zh==", "its end is wrong"),
        ] {
            fails(from_base64(&here(), &json!(base64)), &format!("{none} {reason}"));
        }
        fails(from_base64(&here(), &json!("/w==")), "fromBase64() gives text, this is base64 of something else");
        fails(from_base64(&here(), &json!(null)), "fromBase64() takes a string, this is null");
        fails(to_base64(&here(), &json!({})), "toBase64() takes a string, this is an object");
    }
}

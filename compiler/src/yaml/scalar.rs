//! The types of plain scalars, after the core schema of YAML 1.2.

use crate::ir::Constant;

/// The value of a plain scalar.
pub(crate) fn plain(text: &str) -> Constant {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Constant::Null,
        "true" | "True" | "TRUE" => Constant::Bool(true),
        "false" | "False" | "FALSE" => Constant::Bool(false),
        _ => integer(text).or_else(|| float(text)).unwrap_or_else(|| Constant::Text(text.to_owned())),
    }
}

/// Whether a text is the same text without quotes, wherever it stands.
pub(crate) fn is_plain(text: &str) -> bool {
    text.starts_with(|char: char| char.is_alphanumeric() || matches!(char, '_' | '$'))
        && text.ends_with(|char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '-' | '.'))
        && text.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '$' | '-' | '.' | ':' | '/' | ' '))
        && !text.contains(": ")
        && matches!(plain(text), Constant::Text(_))
}

fn integer(text: &str) -> Option<Constant> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits),
    };
    let leading_zero = radix == 10 && digits.len() > 1 && digits.starts_with('0');
    if digits.is_empty() || leading_zero || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    let value = i128::from_str_radix(digits, radix).ok()?;
    Some(Constant::Integer(if negative { -value } else { value }))
}

fn float(text: &str) -> Option<Constant> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned {
        ".inf" | ".Inf" | ".INF" => {
            return Some(Constant::Float(if text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY }));
        }
        ".nan" | ".NaN" | ".NAN" if text == unsigned => return Some(Constant::Float(f64::NAN)),
        _ => {}
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let number = digits(whole) && digits(fraction) && (!whole.is_empty() || !fraction.is_empty());
    let exponent = exponent.is_none_or(|it| !it.is_empty() && digits(it));
    // `014` is text, as it was an octal number once.
    let zeros = whole.len() > 1 && whole.starts_with('0') && whole.len() == unsigned.len();
    if !number || !exponent || zeros {
        return None;
    }
    text.parse().ok().map(Constant::Float)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_have_types() {
        for (text, value) in [
            ("", Constant::Null),
            ("~", Constant::Null),
            ("True", Constant::Bool(true)),
            ("12", Constant::Integer(12)),
            ("-1", Constant::Integer(-1)),
            ("0x1F", Constant::Integer(31)),
            ("0o14", Constant::Integer(12)),
            ("123456789012345678901", Constant::Integer(123_456_789_012_345_678_901)),
            ("1.5", Constant::Float(1.5)),
            ("-.5e3", Constant::Float(-500.0)),
            ("1e3", Constant::Float(1000.0)),
        ] {
            assert_eq!(plain(text), value, "{text}");
        }
    }

    #[test]
    fn other_plain_scalars_are_text() {
        for text in ["yes", "014", "1_000", "1:30", "2026-11-21", "0x", "-", ".", "e3", "1e", "+", "0x-1", "tRue"] {
            assert_eq!(plain(text), Constant::Text(text.to_owned()), "{text}");
        }
    }
}

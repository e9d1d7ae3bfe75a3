//! Whole numbers by value: exact, in the range of the integers that JSON data holds.

use super::{Operand, Value};

/// From here on a float is beyond the range of `u64`.
const BEYOND: f64 = 18_446_744_073_709_551_616.0;

/// The whole number that a number is, however it is written: `2.0` is 2. None for anything else, and beyond the ranges of
/// `i64` and `u64`.
#[expect(clippy::cast_possible_truncation, reason = "floats beyond the range are handled before the cast")]
pub(crate) fn whole(value: &Value) -> Option<i128> {
    match value.as_number()?.into() {
        Operand::Integer(whole) => Some(whole),
        Operand::Float(float) if float.fract() == 0.0 && float.abs() < BEYOND => Some(float as i128),
        _ => None,
    }
}

/// The number as data; none beyond the ranges of `i64` and `u64`.
pub(crate) fn of_whole(whole: i128) -> Option<Value> {
    let small = i64::try_from(whole).map(Value::from);
    small.or_else(|_| u64::try_from(whole).map(Value::from)).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_is_whole_by_its_value() {
        for (value, expected) in [
            (json!(2), Some(2)),
            (json!(-2.0), Some(-2)),
            (json!(-0.0), Some(0)),
            (json!(u64::MAX), Some(u64::MAX.into())),
            (json!(i64::MIN), Some(i64::MIN.into())),
            (json!(1e18), Some(1_000_000_000_000_000_000)),
            (json!(1e300), None),
            (json!(-1e300), None),
            (json!(1.5), None),
            (json!("2"), None),
            (json!(null), None),
        ] {
            assert_eq!(whole(&value), expected, "{value}");
        }
    }

    #[test]
    fn what_is_beyond_64_bits_is_no_data() {
        assert_eq!(of_whole(u64::MAX.into()), Some(json!(u64::MAX)));
        assert_eq!(of_whole(i64::MIN.into()), Some(json!(i64::MIN)));
        assert_eq!(of_whole(i128::from(u64::MAX) + 1), None);
        assert_eq!(of_whole(i128::from(i64::MIN) - 1), None);
    }
}

//! Comparison and truth, as both dialects have them: numbers by value, then booleans, then deep equality.

use std::{cmp::Ordering, fmt, time::Duration};

use serde_json::Number;

use super::{Value, describe};

/// A side of a comparison.
#[derive(Debug, Clone, Copy)]
pub enum Operand<'a> {
    /// Null, and a path that leads nowhere.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(&'a str),
    /// An array or an object.
    Tree(&'a Value),
}

/// What an ordering relation makes of null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nulls {
    /// The relation does not hold (v1).
    False,
    /// It is an error (`StateMachine`).
    Fail,
}

/// How a value is read as a boolean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// Null is false, the texts `true` and `false` count, a number is true unless it is 0 (v1).
    Lenient,
    /// Null is false; anything else that is no boolean is an error (`StateMachine`).
    Strict,
}

impl<'a> From<&'a Value> for Operand<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => number.into(),
            Value::String(text) => Self::Text(text),
            Value::Array(_) | Value::Object(_) => Self::Tree(value),
        }
    }
}

impl<'a> From<Option<&'a Value>> for Operand<'a> {
    fn from(value: Option<&'a Value>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

impl From<&Number> for Operand<'_> {
    fn from(number: &Number) -> Self {
        match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(whole), _, _) => Self::Integer(whole.into()),
            (_, Some(whole), _) => Self::Integer(whole.into()),
            (_, _, Some(float)) => Self::Float(float),
            _ => Self::Null,
        }
    }
}

impl From<bool> for Operand<'_> {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<i128> for Operand<'_> {
    fn from(whole: i128) -> Self {
        Self::Integer(whole)
    }
}

impl From<f64> for Operand<'_> {
    fn from(float: f64) -> Self {
        Self::Float(float)
    }
}

impl<'a> From<&'a str> for Operand<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// A number, exact where it is whole.
#[derive(Clone, Copy)]
enum Numeric {
    Integer(i128),
    Float(f64),
}

impl Numeric {
    fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(left), Self::Integer(right)) => Some(left.cmp(&right)),
            (Self::Float(left), Self::Float(right)) => left.partial_cmp(&right),
            (Self::Integer(left), Self::Float(right)) => whole_to_float(left, right),
            (Self::Float(left), Self::Integer(right)) => whole_to_float(right, left).map(Ordering::reverse),
        }
    }
}

/// Compares without rounding the whole number: a float is its whole part and a fraction.
#[expect(clippy::cast_possible_truncation, reason = "floats beyond i128 are handled before the cast")]
fn whole_to_float(whole: i128, float: f64) -> Option<Ordering> {
    const BOUND: f64 = 1.0e38;
    if float.is_nan() {
        return None;
    }
    if float.abs() > BOUND {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let floor = float.floor();
    Some(whole.cmp(&(floor as i128)).then(if float > floor { Ordering::Less } else { Ordering::Equal }))
}

impl Operand<'_> {
    /// The number that this is or, as text, spells in the way of JSON.
    fn numeric(self) -> Option<Numeric> {
        match self {
            Self::Integer(whole) => Some(Numeric::Integer(whole)),
            Self::Float(float) => Some(Numeric::Float(float)),
            // What reads JSON would skip the blanks around it.
            Self::Text(text)
                if text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
                    && text.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                let number: Number = serde_json::from_str(text).ok()?;
                Self::from(&number).numeric()
            }
            _ => None,
        }
    }

    fn boolean(self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(flag),
            Self::Text("true") => Some(true),
            Self::Text("false") => Some(false),
            _ => None,
        }
    }

    /// The time that this number of seconds is; `None` for anything but a number from 0 up.
    #[expect(clippy::cast_precision_loss, reason = "more seconds than a float holds exactly are out of any range")]
    pub(crate) fn seconds(self) -> Option<Duration> {
        match self.numeric()? {
            Numeric::Integer(whole) => Duration::try_from_secs_f64(whole as f64).ok(),
            Numeric::Float(float) => Duration::try_from_secs_f64(float).ok(),
        }
    }
}

impl fmt::Display for Operand<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(flag) => flag.fmt(f),
            Self::Integer(whole) => whole.fmt(f),
            Self::Float(float) => float.fmt(f),
            Self::Text(_) => f.write_str("a string"),
            Self::Tree(value) => f.write_str(describe(value)),
        }
    }
}

/// `==`: as numbers if both are or spell numbers, else as booleans, else as trees.
pub(crate) fn equal(left: Operand<'_>, right: Operand<'_>) -> bool {
    if let (Operand::Text(left), Operand::Text(right)) = (left, right)
        && left == right
    {
        return true;
    }
    if let (Some(left), Some(right)) = (left.numeric(), right.numeric()) {
        return left.compare(right) == Some(Ordering::Equal);
    }
    if let (Some(left), Some(right)) = (left.boolean(), right.boolean()) {
        return left == right;
    }
    match (left, right) {
        (Operand::Null, Operand::Null) => true,
        (Operand::Text(left), Operand::Text(right)) => left == right,
        (Operand::Tree(left), Operand::Tree(right)) => same(left, right),
        _ => false,
    }
}

/// Deep equality without conversions: numbers by value, anything else only if it is of the same type.
pub(crate) fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, left)| right.get(key).is_some_and(|right| same(left, right)))
        }
        (Value::Number(left), Value::Number(right)) => equal(left.into(), right.into()),
        _ => left == right,
    }
}

/// The order of two values; `None` where null takes part and `nulls` lets it.
///
/// # Errors
///
/// A sentence, when the two have no order.
pub(crate) fn order(left: Operand<'_>, right: Operand<'_>, nulls: Nulls) -> Result<Option<Ordering>, String> {
    if let (Some(left), Some(right)) = (left.numeric(), right.numeric()) {
        return Ok(left.compare(right));
    }
    match (left, right) {
        (Operand::Text(left), Operand::Text(right)) => Ok(Some(left.cmp(right))),
        (Operand::Null, _) | (_, Operand::Null) if nulls == Nulls::False => Ok(None),
        _ => Err(format!("{left} and {right} have no order")),
    }
}

/// The value read as a boolean.
///
/// # Errors
///
/// A sentence, when the value is none.
pub(crate) fn truth(value: Operand<'_>, rule: Truth) -> Result<bool, String> {
    match (value, rule) {
        (Operand::Bool(flag), _) => Ok(flag),
        (Operand::Integer(whole), Truth::Lenient) => Ok(whole != 0),
        (Operand::Float(float), Truth::Lenient) => Ok(float != 0.0),
        (Operand::Text("true"), Truth::Lenient) => Ok(true),
        (Operand::Null, _) | (Operand::Text("false"), Truth::Lenient) => Ok(false),
        _ => Err(format!("{value} is no boolean")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[expect(clippy::needless_pass_by_value, reason = "the calls read better")]
    fn eq(left: Value, right: Value) -> bool {
        equal((&left).into(), (&right).into())
    }

    #[test]
    fn equality_tries_numbers_then_booleans_then_trees() {
        assert!(eq(json!(1), json!(1.0)));
        assert!(eq(json!("1"), json!("1.0")));
        assert!(eq(json!("10"), json!(10)));
        assert!(eq(json!(true), json!("true")));
        assert!(!eq(json!(true), json!(1)));
        assert!(!eq(json!(false), json!(null)));
        assert!(eq(json!(null), json!(null)));
        assert!(eq(json!([1, {"a": 2}]), json!([1.0, {"a": 2}])));
        assert!(!eq(json!(["1"]), json!([1])));
    }

    #[test]
    fn whole_numbers_stay_exact_beyond_the_floats() {
        assert!(!eq(json!(9_007_199_254_740_993_i64), json!(9_007_199_254_740_992_i64)));
        assert!(!eq(json!(9_007_199_254_740_993_i64), json!(9_007_199_254_740_992.0)));
        assert!(eq(json!(u64::MAX), json!("18446744073709551615")));
    }

    #[test]
    fn numeric_text_is_a_json_number_only() {
        for text in ["1_000", "0x10", " 1", "1 ", "1\n", "+1", "01", "1.", "Infinity", ""] {
            assert!(!eq(json!(text), json!(1)) && Operand::Text(text).numeric().is_none(), "{text}");
        }
    }

    #[test]
    fn order_is_numeric_where_it_can_be() {
        let cmp = |left: Value, right: Value, nulls| order((&left).into(), (&right).into(), nulls);
        assert_eq!(cmp(json!("10"), json!("9"), Nulls::False), Ok(Some(Ordering::Greater)));
        assert_eq!(cmp(json!("b"), json!("a"), Nulls::False), Ok(Some(Ordering::Greater)));
        assert_eq!(cmp(json!(-1), json!(-0.5), Nulls::False), Ok(Some(Ordering::Less)));
        assert_eq!(cmp(json!(null), json!(1), Nulls::False), Ok(None));
        assert!(cmp(json!(null), json!(1), Nulls::Fail).is_err());
        assert!(cmp(json!([]), json!(1), Nulls::False).is_err());
        assert!(cmp(json!("x"), json!(1), Nulls::False).is_err());
    }

    #[test]
    fn truth_of_texts_and_numbers_is_lenient_in_v1_only() {
        assert_eq!(truth("true".into(), Truth::Lenient), Ok(true));
        assert_eq!(truth(2.into(), Truth::Lenient), Ok(true));
        assert_eq!(truth(Operand::Null, Truth::Strict), Ok(false));
        assert!(truth("true".into(), Truth::Strict).is_err());
        assert!(truth("yes".into(), Truth::Lenient).is_err());
    }
}

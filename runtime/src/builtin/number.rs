//! Sums.

use super::{integer, operators::beyond};
use crate::{
    error::StepError,
    scope::Here,
    value::{Value, of_whole},
};

/// `intAdd(first, second)`: the sum of two whole numbers. `2.0` is one, as it equals 2; the sum is written without a point.
pub fn int_add(here: &Here<'_>, first: &Value, second: &Value) -> Result<Value, StepError> {
    let first = integer(here, "intAdd() takes a whole number of at most 64 bits as its first argument", first)?;
    let second = integer(here, "intAdd() takes a whole number of at most 64 bits as its second argument", second)?;
    // Neither has more than 65 bits with its sign.
    let sum = first + second;
    of_whole(sum).ok_or_else(|| beyond(here, "intAdd()", sum))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    #[test]
    fn sums_are_exact() {
        for (first, second, expected) in [
            (json!(1), json!(2), json!(3)),
            (json!(1.0), json!(-3), json!(-2)),
            (json!(9_007_199_254_740_992_i64), json!(1), json!(9_007_199_254_740_993_i64)),
            (json!(i64::MAX), json!(1), json!(9_223_372_036_854_775_808_u64)),
            (json!(u64::MAX), json!(i64::MIN), json!(i64::MAX)),
            (json!(u64::MAX), json!(0), json!(u64::MAX)),
        ] {
            assert_eq!(int_add(&here(), &first, &second), Ok(expected), "{first} + {second}");
        }
    }

    #[test]
    fn what_is_no_whole_number_or_becomes_too_large_fails() {
        let takes =
            |which| format!("intAdd() takes a whole number of at most 64 bits as its {which} argument, this is");
        fails(int_add(&here(), &json!(1.5), &json!(1)), &format!("{} 1.5", takes("first")));
        fails(int_add(&here(), &json!(1), &json!("1")), &format!("{} a string", takes("second")));
        fails(int_add(&here(), &json!(1), &json!(1e300)), &format!("{} 1e+300", takes("second")));
        let gives = "intAdd() gives whole numbers of at most 64 bits, this would be";
        fails(int_add(&here(), &json!(u64::MAX), &json!(1)), &format!("{gives} 18446744073709551616"));
        fails(int_add(&here(), &json!(i64::MIN), &json!(-1)), &format!("{gives} -9223372036854775809"));
    }
}

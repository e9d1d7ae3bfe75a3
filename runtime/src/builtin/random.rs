//! What is drawn at random: a function of the execution's seed and of where the call stands.
//!
//! So a step that runs again after a crash draws what it drew before, and nothing has to be recorded.

use super::{integer, sip};
use crate::{context::Context, error::StepError, scope::Here, value::Value};

/// `uuid()`: a text that no other call of any execution gives; `number` tells it from other calls of its step.
pub fn uuid<C: Context>(cx: &C, here: &Here<'_>, number: u32) -> Result<Value, StepError> {
    Ok(uuid_text(bits(cx.seed()?, here, number)).into())
}

/// `randomInt(least, most)`: a whole number from the one to the other, both of which it can be.
pub fn random_int<C: Context>(
    cx: &C,
    here: &Here<'_>,
    number: u32,
    least: &Value,
    most: &Value,
) -> Result<Value, StepError> {
    between(bits(cx.seed()?, here, number), here, least, most)
}

/// What a call draws in the attempt that its step is at.
fn bits(seed: u128, here: &Here<'_>, number: u32) -> u128 {
    draw(seed, &here.path.to_string(), here.retries(), number)
}

fn between(bits: u128, here: &Here<'_>, least: &Value, most: &Value) -> Result<Value, StepError> {
    let least = bound(here, "randomInt() takes a whole number as its first argument", least)?;
    let most = bound(here, "randomInt() takes a whole number as its second argument", most)?;
    if least > most {
        return Err(here.error(format_args!("randomInt() finds no whole number from {least} to {most}")));
    }
    Ok(int_between(bits, least, most).into())
}

fn bound(here: &Here<'_>, takes: &str, value: &Value) -> Result<i64, StepError> {
    let whole = integer(here, takes, value)?;
    i64::try_from(whole).map_err(|_| here.error(format_args!("{takes}, {} at most, this is {whole}", i64::MAX)))
}

/// 128 bits for one call of a step's attempt: other bits for any other seed, path, number of retries or call.
///
/// This must never change, nor [`uuid_text`] and [`int_between`], nor how a path is written: executions that were
/// suspended by one version and are resumed by another have to draw again what they have drawn.
///
/// It is SipHash-2-4-128 under the seed, of the path and then both numbers, of four bytes each.
pub(crate) fn draw(seed: u128, path: &str, retries: u32, number: u32) -> u128 {
    let mut message = Vec::with_capacity(path.len() + 8);
    message.extend_from_slice(path.as_bytes());
    message.extend_from_slice(&retries.to_le_bytes());
    message.extend_from_slice(&number.to_le_bytes());
    sip::hash(seed, &message)
}

/// The bits as a UUID of version 4 (random) and variant 1 (RFC 9562), which have a fixed place in it.
pub(crate) fn uuid_text(bits: u128) -> String {
    const VERSION: u32 = 76;
    const VARIANT: u32 = 62;
    let bits = bits & !(0xf << VERSION) | 4 << VERSION;
    let digits = format!("{:032x}", bits & !(0b11 << VARIANT) | 0b10 << VARIANT);
    format!("{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
}

/// The whole number that the bits stand for, from `least` to `most`, both included; `least` where there is none.
///
/// Of the 2^128 values of the bits each number has as many as any other, or one more.
pub(crate) fn int_between(bits: u128, least: i64, most: i64) -> i64 {
    let Some(steps) = u64::try_from(i128::from(most) - i128::from(least)).ok() else {
        return least;
    };
    let offset = bits % (u128::from(steps) + 1);
    // The remainder has 64 bits.
    let offset = u64::try_from(offset).unwrap_or(steps);
    least.wrapping_add_unsigned(offset)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use super::{super::tests::*, *};

    /// Recorded executions rely on these: a test that fails here says that the function is wrong, not the table.
    #[test]
    fn draws_never_change() {
        for (seed, path, retries, number, expected) in [
            (0, "", 0, 0, 0x716d_4466_c592_7c5f_87cb_bd3a_05d9_7ba3),
            (0, "a@1", 0, 0, 0xeccf_44aa_de7d_727e_6235_d728_dafc_a2f1),
            (0, "a@1", 1, 0, 0x92b1_6c4e_93df_14ca_63cf_89eb_d435_b29f),
            (0, "a@1", 0, 1, 0x0309_668c_6a3b_f42c_cfae_075b_131b_8cfe),
            (0, "a@2", 0, 0, 0x2ddf_c542_31d6_6d85_a483_fc06_88d0_d1ce),
            (1, "a@1", 0, 0, 0x9098_9866_3754_7e95_5c6d_3fbe_063c_65a0),
            (1 << 127, "a@1", 0, 0, 0xdf4e_e63b_9c09_a9b6_0a00_5f5c_9801_5929),
            (u128::MAX, "预订@1[4294967295]/b%2F@2(0)", u32::MAX, u32::MAX, 0x53a9_1e9b_a8ac_9d75_27de_5f2d_ee8d_f5c6),
        ] {
            let drawn = draw(seed, path, retries, number);
            assert_eq!(drawn, expected, "{seed:#x} {path:?} {retries} {number}: {drawn:#034x}");
        }
    }

    #[test]
    fn draws_differ_wherever_they_are_made() {
        let mut seen = HashSet::new();
        for seed in [0, 1, 2, u128::MAX] {
            for path in ["", "a", "a@1", "a@11", "a@1[0]", "a@1[1]", "b@1"] {
                for retries in [0, 1, 2, 256, u32::MAX] {
                    for number in [0, 1, 2, 256, u32::MAX] {
                        assert!(seen.insert(draw(seed, path, retries, number)), "{seed} {path} {retries} {number}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_uuid_has_its_version_and_variant() {
        for (bits, expected) in [
            (0, "00000000-0000-4000-8000-000000000000"),
            (u128::MAX, "ffffffff-ffff-4fff-bfff-ffffffffffff"),
            (0x0123_4567_89ab_cdef_0123_4567_89ab_cdef, "01234567-89ab-4def-8123-456789abcdef"),
        ] {
            assert_eq!(uuid_text(bits), expected);
        }
    }

    #[test]
    fn a_number_is_between_its_bounds() {
        for (bits, least, most, expected) in [
            (0, 1, 6, 1),
            (5, 1, 6, 6),
            (6, 1, 6, 1),
            (u128::MAX, 7, 7, 7),
            (0, i64::MIN, i64::MAX, i64::MIN),
            (u64::MAX.into(), i64::MIN, i64::MAX, i64::MAX),
            (u128::MAX, i64::MIN, i64::MAX, i64::MAX),
            (u128::MAX, -1, 0, 0),
            (3, 2, 1, 2),
        ] {
            assert_eq!(int_between(bits, least, most), expected, "{bits:#x} from {least} to {most}");
        }
    }

    #[test]
    fn numbers_are_drawn_evenly() {
        let mut counts = [0_u32; 6];
        for number in 0..6_000 {
            let drawn = int_between(draw(7, "dice@1", 0, number), 0, 5);
            counts[usize::try_from(drawn).unwrap()] += 1;
        }
        assert!(counts.iter().all(|count| (850..1_150).contains(count)), "{counts:?}");
    }

    #[test]
    fn a_call_draws_by_seed_place_retries_and_number() {
        let (first, third) = (here(), here());
        third.tries(3);
        let uuid = |seed, here, number| uuid_text(bits(seed, here, number));
        let drawn = uuid(1, &third, 3);
        assert_eq!(drawn, "7160c607-1f9f-404f-8de3-7b15956c2e59");
        for other in [uuid(2, &third, 3), uuid(1, &first, 3), uuid(1, &third, 0)] {
            assert_ne!(drawn, other);
        }
        let int = |least, most| between(bits(1, &third, 3), &third, &least, &most);
        assert_eq!(int(json!(1), json!(1_000_000)), Ok(json!(745_690)));
        assert_eq!(int(json!(5), json!(5.0)), Ok(json!(5)));
        assert_eq!(int(json!(i64::MIN), json!(i64::MAX)).map(|int| int.is_i64()), Ok(true));
        fails(int(json!(2), json!(1)), "randomInt() finds no whole number from 2 to 1");
        fails(int(json!("1"), json!(1)), "randomInt() takes a whole number as its first argument, this is a string");
        fails(
            int(json!(1), json!(u64::MAX)),
            "randomInt() takes a whole number as its second argument, 9223372036854775807 at most, this is \
             18446744073709551615",
        );
    }
}

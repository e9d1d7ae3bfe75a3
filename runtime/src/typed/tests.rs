//! What fits, and what is said of what does not.

use std::collections::BTreeMap;

use serde_json::{Number, json};

use super::*;

/// A struct as `flow!` writes it for a closed object.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Value")]
struct Line {
    sku: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[expect(clippy::option_option, reason = "a key that may be missing, and null")]
    note: Option<Option<String>>,
}

impl Typed for Line {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        let mut fields = Fields::of(value, at)?;
        let made = Self { sku: fields.required("sku")?, note: fields.optional("note")? };
        fields.close()?;
        Ok(made)
    }
}

impl TryFrom<Value> for Line {
    type Error = Misfit;

    fn try_from(value: Value) -> Result<Self, Misfit> {
        Self::from_json(value, &Spot::Root)
    }
}

fn read<T: Typed>(value: Value) -> Result<T, String> {
    T::from_json(value, &Spot::Root).map_err(|misfit| misfit.to_string())
}

/// What is read is written as it was.
fn keeps<T: Typed + PartialEq + fmt::Debug>(value: Value) {
    let data: T = read(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&data).unwrap(), value);
    assert_eq!(serde_json::from_value::<T>(value).unwrap(), data, "serde reads the same");
}

fn refuses<T: Typed + fmt::Debug>(value: Value, expected: &str) {
    assert_eq!(read::<T>(value).unwrap_err(), expected);
}

#[test]
fn what_fits_comes_out_as_it_went_in() {
    keeps::<bool>(json!(true));
    keeps::<i64>(json!(i64::MIN));
    keeps::<u64>(json!(u64::MAX));
    keeps::<i128>(json!(u64::MAX));
    keeps::<i128>(json!(-3));
    keeps::<f64>(json!(1.5));
    keeps::<Number>(json!(5));
    keeps::<Number>(json!(5.0));
    keeps::<String>(json!("a"));
    keeps::<DateTime>(json!("2026-01-31T09:00:00+01:00"));
    keeps::<Option<i64>>(json!(null));
    keeps::<Vec<Option<bool>>>(json!([true, null]));
    keeps::<BTreeMap<String, i64>>(json!({"a": 1, "b": 2}));
    keeps::<Value>(json!({"a": [null]}));
    keeps::<Line>(json!({"sku": "a"}));
    keeps::<Line>(json!({"sku": "a", "note": null}));
    keeps::<Line>(json!({"sku": "a", "note": "b"}));
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    refuses::<bool>(json!("true"), "expected true or false, found the text `true`");
    refuses::<i64>(json!(u64::MAX), "expected a whole number from -2⁶³ to 2⁶³ - 1, found `18446744073709551615`");
    refuses::<i64>(json!(1.0), "expected a whole number from -2⁶³ to 2⁶³ - 1, found `1.0`");
    refuses::<u64>(json!(-1), "expected a whole number from 0 to 2⁶⁴ - 1, found `-1`");
    refuses::<String>(json!(null), "expected text, found null");
    refuses::<DateTime>(json!("soon"), "expected a timestamp in RFC 3339, found the text `soon`");
    refuses::<Vec<i64>>(json!({}), "expected an array, found an object");
    refuses::<Vec<Line>>(json!([{"sku": "a"}, {"sku": 2}]), "at `[1].sku`: expected text, found `2`");
    refuses::<Line>(json!({"note": "a"}), "at `sku`: expected a value, found nothing");
    refuses::<Line>(json!({"sku": "a", "extra": 1}), "at `extra`: expected no such key, found one");
    refuses::<BTreeMap<String, Vec<Line>>>(json!({"a": [{"sku": []}]}), "at `a[0].sku`: expected text, found an array");
    let long = "x".repeat(1_000);
    assert!(read::<bool>(json!(long)).unwrap_err().len() < 100, "what is found is cut");
}

#[test]
fn a_key_that_was_kept_under_another_type_is_kept_as_it_is() {
    let kept = json!({"sku": 5});
    let slot: Slot<Line> = serde_json::from_value(kept.clone()).unwrap();
    assert!(slot.get().is_none() && !slot.is_absent());
    let unreadable = slot.unreadable("line").unwrap();
    let expected = "what is kept under `line` does not fit its declared type: at `sku`: expected text, found `5`";
    assert_eq!(unreadable.to_string(), expected);
    assert_eq!(serde_json::to_value(&slot).unwrap(), kept);
}

#[test]
fn what_a_step_does_not_give_stays() {
    let mut slot = Slot::Held(1);
    slot.take_up(Slot::Absent);
    assert_eq!(slot.get(), Some(&1));
    slot.take_up(Slot::Held(2));
    assert_eq!((slot.take(), slot.is_absent()), (Some(2), true));
}

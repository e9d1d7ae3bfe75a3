//! Comparison and truth of any two values, against a naive reading of the rules.

use flowsmith::{
    __private::{self as rt, Here, Nulls, Path, Step, Truth},
    Value, json,
};
use proptest::prelude::*;

use super::{cases, model::Outcome};

/// Where one value stands beside another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Side {
    None,
    Less,
    Same,
    More,
}

/// The number of quarters that a number is, or a text that spells one. All numbers here are whole in quarters.
#[expect(clippy::cast_possible_truncation, reason = "no number here has more quarters than that")]
fn quarters(value: &Value) -> Option<i128> {
    match value {
        Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(whole), _) => Some(i128::from(whole) * 4),
            (None, Some(whole)) => Some(i128::from(whole) * 4),
            (None, None) => Some((number.as_f64()? * 4.0) as i128),
        },
        Value::String(text) if text.trim() == text => {
            let number = serde_json::from_str(text).ok().filter(Value::is_number)?;
            quarters(&number)
        }
        _ => None,
    }
}

fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

pub(super) fn equal(left: &Value, right: &Value) -> bool {
    match (quarters(left), quarters(right), boolean(left), boolean(right)) {
        (Some(left), Some(right), ..) => left == right,
        (.., Some(left), Some(right)) => left == right,
        _ => alike(left, right),
    }
}

/// Deep equality; numbers are equal by value, and text is no number.
fn alike(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(_), Value::Number(_)) => quarters(left) == quarters(right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| alike(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let within = |(key, value): (&String, &Value)| right.get(key).is_some_and(|other| alike(value, other));
            left.len() == right.len() && left.iter().all(within)
        }
        _ => left == right,
    }
}

pub(super) fn order(left: &Value, right: &Value) -> Outcome<Side> {
    let ordering = match (quarters(left), quarters(right), left, right) {
        (Some(left), Some(right), ..) => left.cmp(&right),
        (_, _, Value::String(left), Value::String(right)) => left.cmp(right),
        (_, _, Value::Null, _) | (_, _, _, Value::Null) => return Ok(Side::None),
        _ => return Err("FnF.RuntimeError".to_owned()),
    };
    Ok([Side::Less, Side::Same, Side::More][usize::try_from(ordering as i8 + 1).unwrap()])
}

pub(super) fn truth(value: &Value) -> Outcome<bool> {
    match value {
        Value::Null => Ok(false),
        Value::Number(_) => Ok(quarters(value) != Some(0)),
        _ => boolean(value).ok_or_else(|| "FnF.RuntimeError".to_owned()),
    }
}

/// A number that is whole in quarters; integers are as large as JSON has them here.
#[expect(clippy::cast_precision_loss, reason = "no number here has more quarters than a float holds")]
fn whole_in_quarters() -> impl Strategy<Value = Value> {
    prop_oneof![
        (-8_i64..8).prop_map(|quarters| json!(quarters as f64 / 4.0)),
        (-(1_i64 << 52)..1 << 52).prop_map(|quarters| json!(quarters as f64 / 4.0)),
        (-3_i64..3).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Neighbours that floats cannot tell apart.
        ((1_i64 << 53) - 2..(1 << 53) + 4).prop_map(Value::from),
        ((1_i64 << 53) - 2..(1 << 53) + 4).prop_map(|whole| json!(whole as f64)),
        (u64::MAX - 2..=u64::MAX).prop_map(Value::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        whole_in_quarters().prop_map(|number| number.to_string()),
        prop::sample::select(vec![
            "", "a", "A", "b", "价格", "true", "false", "True", "1e2", "1E+2", "100", "-0", "0.25", "01", "+1", ".5",
            "1.", " 1", "1 ", "1\n", "0x1", "1_0", "NaN", "Infinity", "null", "-", "[1]",
        ])
        .prop_map(str::to_owned),
        "[a-c0-2 ]{0,3}",
    ]
}

pub(super) fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        whole_in_quarters(),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        let key = prop::sample::select(vec!["a", "b", "价"]).prop_map(str::to_owned);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..3)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

static STEP: Step = Step { name: "step", place: "here" };

static HERE: Here<'static> = Here::new(Path::ROOT, &STEP, 1);

#[test]
fn text_with_blanks_is_no_number() {
    for text in [" 1", "1 ", "1\n", "\t1"] {
        assert!(!rt::eq(text, 1.0) && rt::lt(&HERE, Nulls::False, text, 2.0).is_err(), "{text:?}");
    }
}

/// What the runtime makes of all relations between two values.
fn relations(left: &Value, right: &Value) -> (bool, [Outcome<bool>; 4]) {
    let ordered = [
        rt::lt(&HERE, Nulls::False, left, right),
        rt::le(&HERE, Nulls::False, left, right),
        rt::gt(&HERE, Nulls::False, left, right),
        rt::ge(&HERE, Nulls::False, left, right),
    ];
    (rt::eq(left, right), ordered.map(|holds| holds.map_err(|error| error.code.into_owned())))
}

fn modelled(left: &Value, right: &Value) -> (bool, [Outcome<bool>; 4]) {
    let holds = |sides: [Side; 2]| order(left, right).map(|side| sides.contains(&side));
    let [lt, gt] = [[Side::Less; 2], [Side::More; 2]];
    let [le, ge] = [[Side::Less, Side::Same], [Side::More, Side::Same]];
    (equal(left, right), [lt, le, gt, ge].map(holds))
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn any_two_values_compare_as_the_rules_say(left in any_value(), right in any_value()) {
        prop_assert_eq!(relations(&left, &right), modelled(&left, &right));
        prop_assert_eq!(rt::eq(&left, &left.clone()), true);
        prop_assert_eq!(rt::eq(&left, &right), rt::eq(&right, &left));
    }

    #[test]
    fn numbers_and_texts_of_numbers_compare_exactly(left in whole_in_quarters(), right in whole_in_quarters()) {
        let texts = [&left, &right].map(|number| Value::from(number.to_string()));
        for (left, right) in [(&left, &right), (&texts[0], &right), (&left, &texts[1]), (&texts[0], &texts[1])] {
            prop_assert_eq!(relations(left, right), modelled(left, right));
        }
    }

    #[test]
    fn any_value_is_true_false_or_an_error(value in any_value()) {
        let found = rt::truth(&HERE, Truth::Lenient, &value).map_err(|error| error.code.into_owned());
        prop_assert_eq!(found, truth(&value));
    }
}

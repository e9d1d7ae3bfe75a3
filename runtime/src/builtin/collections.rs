//! Functions of arrays and objects.

use std::{
    collections::HashSet,
    hash::{Hash, Hasher},
};

use super::{array, integer, object, shown, string, wrong};
use crate::{
    error::StepError,
    scope::Here,
    value::{Object, Value, same, whole},
};

/// `length(value)`: how many elements an array, entries an object, or characters a string has.
pub fn length(here: &Here<'_>, value: &Value) -> Result<Value, StepError> {
    match value {
        Value::Array(items) => Ok(items.len().into()),
        Value::Object(entries) => Ok(entries.len().into()),
        Value::String(text) => Ok(text.chars().count().into()),
        other => Err(wrong(here, "length() takes an array, an object or a string", other)),
    }
}

/// `arrayContains(array, value)`: whether an element equals the value.
pub fn array_contains(here: &Here<'_>, collection: &Value, value: &Value) -> Result<bool, StepError> {
    let items = array(here, "arrayContains() takes an array as its first argument", collection)?;
    Ok(items.iter().any(|item| same(item, value)))
}

/// `arrayUnique(array)`: each value once, where it stands first.
pub fn array_unique(here: &Here<'_>, collection: &Value) -> Result<Value, StepError> {
    let items = array(here, "arrayUnique() takes an array", collection)?;
    let mut seen = HashSet::with_capacity(items.len());
    Ok(items.iter().filter(|item| seen.insert(Same(item))).cloned().collect())
}

/// A value as what it equals: two that are the same have one hash.
struct Same<'a>(&'a Value);

impl PartialEq for Same<'_> {
    fn eq(&self, other: &Self) -> bool {
        same(self.0, other.0)
    }
}

impl Eq for Same<'_> {}

impl Hash for Same<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.0 {
            Value::Null => state.write_u8(0),
            Value::Bool(flag) => flag.hash(state),
            // A whole number has two spellings; any other that equals it is the same float.
            Value::Number(number) => match whole(self.0) {
                Some(whole) => whole.hash(state),
                None => number.as_f64().map(f64::to_bits).hash(state),
            },
            Value::String(text) => text.hash(state),
            Value::Array(items) => {
                state.write_usize(items.len());
                for item in items {
                    Same(item).hash(state);
                }
            }
            Value::Object(entries) => {
                state.write_usize(entries.len());
                for (key, value) in sorted(entries) {
                    key.hash(state);
                    Same(value).hash(state);
                }
            }
        }
    }
}

/// `mapKeys(object)`: its keys, sorted.
pub fn map_keys(here: &Here<'_>, value: &Value) -> Result<Value, StepError> {
    let entries = object(here, "mapKeys() takes an object", value)?;
    Ok(sorted(entries).into_iter().map(|(key, _)| key.as_str()).collect())
}

/// `mapValues(object)`: its values in the order of their keys.
pub fn map_values(here: &Here<'_>, value: &Value) -> Result<Value, StepError> {
    let entries = object(here, "mapValues() takes an object", value)?;
    Ok(sorted(entries).into_iter().map(|(_, value)| value.clone()).collect())
}

/// The entries in the order of their keys. Another crate of the build may have asked `serde_json` to keep that in which
/// they were inserted.
fn sorted(entries: &Object) -> Vec<(&String, &Value)> {
    let mut entries: Vec<_> = entries.iter().collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    entries
}

/// `jsonMerge(first, second)`: the keys of both objects; where both have one, the second wins as a whole.
pub fn json_merge(here: &Here<'_>, first: &Value, second: &Value) -> Result<Value, StepError> {
    let first = object(here, "jsonMerge() takes an object as its first argument", first)?;
    let second = object(here, "jsonMerge() takes an object as its second argument", second)?;
    let mut merged = first.clone();
    merged.extend(second.iter().map(|(key, value)| (key.clone(), value.clone())));
    Ok(Value::Object(merged))
}

/// `get(collection, key)`: the element of an array, from 0, or the value under a key of an object.
pub fn get(here: &Here<'_>, collection: &Value, key: &Value) -> Result<Value, StepError> {
    match collection {
        Value::Array(items) => {
            let index = integer(here, "get() takes a whole number as the index of an array", key)?;
            let item = usize::try_from(index).ok().and_then(|index| items.get(index));
            item.cloned().ok_or_else(|| {
                let length = items.len();
                here.error(format_args!("get() finds no element {index}: the array has {length}, counted from 0"))
            })
        }
        Value::Object(entries) => {
            let key = string(here, "get() takes a string as the key of an object", key)?;
            let value = entries.get(key).cloned();
            value.ok_or_else(|| here.error(format_args!("get() finds no key `{}` in the object", shown(key))))
        }
        other => Err(wrong(here, "get() takes an array or an object as its first argument", other)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    #[test]
    fn length_counts_elements_entries_and_characters() {
        for (value, expected) in [
            (json!([]), 0),
            (json!([null, [1, 2]]), 2),
            (json!({}), 0),
            (json!({"a": {"b": 1, "c": 2}}), 1),
            (json!(""), 0),
            (json!("价格🦀"), 3),
        ] {
            assert_eq!(length(&here(), &value), Ok(json!(expected)), "{value}");
        }
        fails(length(&here(), &json!(null)), "length() takes an array, an object or a string, this is null");
        fails(length(&here(), &json!(12)), "length() takes an array, an object or a string, this is 12");
    }

    #[test]
    fn array_contains_converts_nothing() {
        for (collection, value, expected) in [
            (json!([1, 2]), json!(2.0), true),
            (json!(["2"]), json!(2), false),
            (json!([false]), json!(null), false),
            (json!([[], {}]), json!({}), true),
            (json!([{"b": 1, "a": [u64::MAX]}]), json!({"a": [u64::MAX], "b": 1.0}), true),
            (json!([]), json!([]), false),
        ] {
            assert_eq!(array_contains(&here(), &collection, &value), Ok(expected), "{value} in {collection}");
        }
        let sentence = "arrayContains() takes an array as its first argument, this is an object";
        fails(array_contains(&here(), &json!({}), &json!(1)), sentence);
    }

    #[test]
    fn array_unique_keeps_the_first_of_equal_values() {
        for (value, expected) in [
            (json!([]), json!([])),
            (json!([2, 1, 2.0, "2", 1]), json!([2, 1, "2"])),
            (json!([0, -0.0, false, null, "", [], {}]), json!([0, false, null, "", [], {}])),
            (json!([1.5, 1.5, 1e300, 1e300, -1e300]), json!([1.5, 1e300, -1e300])),
            (json!([u64::MAX, 18_446_744_073_709_551_616.0]), json!([u64::MAX, 18_446_744_073_709_551_616.0])),
            (
                json!([9_007_199_254_740_993_i64, 9_007_199_254_740_992.0]),
                json!([9_007_199_254_740_993_i64, 9_007_199_254_740_992.0]),
            ),
            (json!([{"a": 1, "b": 2}, {"b": 2.0, "a": 1}, {"a": 1}]), json!([{"a": 1, "b": 2}, {"a": 1}])),
            (json!([["a", "b"], ["ab"], ["a", "b"]]), json!([["a", "b"], ["ab"]])),
        ] {
            assert_eq!(array_unique(&here(), &value), Ok(expected), "{value}");
        }
        fails(array_unique(&here(), &json!("aa")), "arrayUnique() takes an array, this is a string");
    }

    #[test]
    fn array_unique_is_linear() {
        let many: Value = (0..200_000).map(|n| json!({"n": n % 100_000})).collect();
        assert_eq!(array_unique(&here(), &many).unwrap().as_array().map(Vec::len), Some(100_000));
    }

    #[test]
    fn keys_and_values_are_sorted_by_key() {
        let object = json!({"b": 1, "ä": 2, "a": [3], "B": null});
        assert_eq!(map_keys(&here(), &object), Ok(json!(["B", "a", "b", "ä"])));
        assert_eq!(map_values(&here(), &object), Ok(json!([null, [3], 1, 2])));
        assert_eq!(map_keys(&here(), &json!({})), Ok(json!([])));
        assert_eq!(map_values(&here(), &json!({})), Ok(json!([])));
        fails(map_keys(&here(), &json!([])), "mapKeys() takes an object, this is an array");
        fails(map_values(&here(), &json!(true)), "mapValues() takes an object, this is a boolean");
    }

    #[test]
    fn a_merge_is_shallow_and_its_second_wins() {
        for (first, second, expected) in [
            (json!({"a": 1, "b": {"x": 1}}), json!({"b": {"y": 2}}), json!({"a": 1, "b": {"y": 2}})),
            (json!({"a": 1}), json!({"a": null}), json!({"a": null})),
            (json!({}), json!({}), json!({})),
        ] {
            assert_eq!(json_merge(&here(), &first, &second), Ok(expected), "{first} {second}");
        }
        let sentence = |which| format!("jsonMerge() takes an object as its {which} argument, this is null");
        fails(json_merge(&here(), &json!(null), &json!(null)), &sentence("first"));
        fails(json_merge(&here(), &json!({}), &json!(null)), &sentence("second"));
    }

    #[test]
    fn get_takes_an_index_from_0_or_a_key() {
        for (collection, key, expected) in [
            (json!(["a", "b"]), json!(0), json!("a")),
            (json!(["a", "b"]), json!(1.0), json!("b")),
            (json!({"": 1, "价格": null}), json!("价格"), json!(null)),
            (json!({"": 1}), json!(""), json!(1)),
        ] {
            assert_eq!(get(&here(), &collection, &key), Ok(expected), "{collection} {key}");
        }
        for (collection, key, sentence) in [
            (json!(["a"]), json!(1), "get() finds no element 1: the array has 1, counted from 0"),
            (json!([]), json!(-1), "get() finds no element -1: the array has 0, counted from 0"),
            (json!(["a"]), json!(0.5), "get() takes a whole number as the index of an array, this is 0.5"),
            (json!(["a"]), json!("0"), "get() takes a whole number as the index of an array, this is a string"),
            (json!({"a": 1}), json!("b"), "get() finds no key `b` in the object"),
            (json!({"0": 1}), json!(0), "get() takes a string as the key of an object, this is 0"),
            (json!("abc"), json!(0), "get() takes an array or an object as its first argument, this is a string"),
        ] {
            fails(get(&here(), &collection, &key), sentence);
        }
    }
}

//! Steps down a path that may lead nowhere.

use super::Value;

/// What generated code walks data with: each step down a path that leads nowhere gives `None`.
pub trait Look<'a> {
    /// The value under `key`, if this is an object that has one.
    fn key(self, key: &str) -> Option<&'a Value>;
    /// The element at `index`, if this is an array that has one.
    fn at(self, index: usize) -> Option<&'a Value>;
    /// The elements of an array; none of anything else.
    fn each(self) -> std::slice::Iter<'a, Value>;
    /// A copy; null for a path that leads nowhere.
    fn or_null(self) -> Value;
}

impl<'a> Look<'a> for Option<&'a Value> {
    #[inline]
    fn key(self, key: &str) -> Option<&'a Value> {
        self?.as_object()?.get(key)
    }

    #[inline]
    fn at(self, index: usize) -> Option<&'a Value> {
        self?.as_array()?.get(index)
    }

    #[inline]
    fn each(self) -> std::slice::Iter<'a, Value> {
        match self {
            Some(Value::Array(items)) => items.iter(),
            _ => [].iter(),
        }
    }

    #[inline]
    fn or_null(self) -> Value {
        self.cloned().unwrap_or_default()
    }
}

impl<'a> Look<'a> for &'a Value {
    #[inline]
    fn key(self, key: &str) -> Option<&'a Value> {
        Some(self).key(key)
    }

    #[inline]
    fn at(self, index: usize) -> Option<&'a Value> {
        Some(self).at(index)
    }

    #[inline]
    fn each(self) -> std::slice::Iter<'a, Value> {
        Some(self).each()
    }

    #[inline]
    fn or_null(self) -> Value {
        self.clone()
    }
}

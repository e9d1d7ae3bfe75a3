//! What an execution waits for, in the order in which it is delivered.

use std::cmp::Ordering;

use crate::clock::Timestamp;

/// An instant, and the key of the row that is due then.
///
/// At one instant siblings act in the order of the definition and of the collection, so numbers in keys count as
/// numbers; the limit of the whole execution, whose path is empty, comes last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Due {
    pub(super) at: Timestamp,
    pub(super) key: String,
}

impl Ord for Due {
    fn cmp(&self, other: &Self) -> Ordering {
        let of_execution = |due: &Self| due.key.starts_with('!');
        self.at
            .cmp(&other.at)
            .then_with(|| of_execution(self).cmp(&of_execution(other)))
            .then_with(|| by_number(&self.key, &other.key))
    }
}

impl PartialOrd for Due {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares texts, and numbers in them by value.
fn by_number(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left.as_bytes(), right.as_bytes());
    loop {
        let same = a.iter().zip(b).take_while(|(a, b)| a == b && !a.is_ascii_digit()).count();
        (a, b) = (&a[same..], &b[same..]);
        let (number_a, number_b) = (digits(a), digits(b));
        if number_a.is_empty() || number_b.is_empty() {
            return a.cmp(b).then_with(|| left.cmp(right));
        }
        let (value_a, value_b) = (significant(number_a), significant(number_b));
        let order = value_a.len().cmp(&value_b.len()).then_with(|| value_a.cmp(value_b));
        if order.is_ne() {
            return order;
        }
        (a, b) = (&a[number_a.len()..], &b[number_b.len()..]);
    }
}

/// The digits at the front.
fn digits(text: &[u8]) -> &[u8] {
    let end = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    &text[..end]
}

/// The digits without the zeros before them.
fn significant(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|byte| **byte == b'0').count();
    &digits[zeros..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_as_numbers_and_the_execution_comes_last() {
        let order = ["all@1(0)/a@1!t", "all@1[2]/rest@1!t", "all@1[10]/rest@1!t", "all@1[10]/rest@2!t", "é@1!t", "!t"];
        let dues = order.map(|key| Due { at: Timestamp::from_millis(5), key: key.to_owned() });
        assert!(dues.is_sorted());
        let earlier = Due { at: Timestamp::from_millis(4), key: "!t".to_owned() };
        assert!(earlier < dues[0]);
    }

    #[test]
    fn different_keys_are_never_taken_for_one() {
        assert_ne!(by_number("a01", "a1"), Ordering::Equal);
        assert_eq!(by_number("a1", "a1"), Ordering::Equal);
        assert_eq!(by_number("ä1", "ö1"), "ä".cmp("ö"));
    }
}

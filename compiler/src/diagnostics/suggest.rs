//! Did you mean …?

/// The name that a word is taken for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Guess<'a> {
    pub(crate) name: &'a str,
    word_is_long: bool,
    distance: usize,
    /// Whether no other name is as near.
    alone: bool,
    /// Whether the two are told apart by more than their end or their digits, as `order-1` and `order-2` are not.
    alike: bool,
}

impl Guess<'_> {
    /// Whether nothing else of the language can be meant.
    pub(crate) fn is_sure(&self) -> bool {
        self.alone && (self.distance == 0 || (self.word_is_long && self.distance <= 2))
    }

    /// Whether nothing else of the definition can be meant; names often differ by a letter or a digit.
    pub(crate) fn is_sure_of_name(&self) -> bool {
        self.is_sure() && self.alike
    }
}

/// The name that is nearest to `word`, if one is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    guess(word, names).map(|guess| guess.name)
}

/// As [`nearest`], with how sure that is.
pub(crate) fn guess<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Guess<'a>> {
    let length = word.chars().count();
    if length > 64 {
        return None; // no name; and the distance would be slow
    }
    let allowed = (length / 3).max(1);
    let lower = word.to_lowercase();
    let near = names
        .into_iter()
        .filter(|name| !name.is_empty() && name.chars().count().abs_diff(length) <= allowed)
        .map(|name| (distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed);
    let mut best: Option<Guess<'a>> = None;
    for (distance, name) in near {
        match &mut best {
            Some(best) if best.distance < distance => {}
            Some(best) if best.distance == distance => best.alone = best.alone && best.name == name,
            _ => {
                let alike = are_alike(&lower, &name.to_lowercase());
                best = Some(Guess { name, word_is_long: length > 2, distance, alone: true, alike });
            }
        }
    }
    best
}

/// Whether two words have the same digits, and end alike or have the same letters.
fn are_alike(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let letters = |text: &str| {
        let mut letters: Vec<_> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    digits(a) == digits(b) && (a.chars().last() == b.chars().last() || letters(a) == letters(b))
}

/// Whether a word is another one but for a letter or two, or for capitals.
pub(crate) fn is_close(word: &str, other: &str) -> bool {
    word.len().abs_diff(other.len()) <= 8 && distance(&word.to_lowercase(), &other.to_lowercase()) <= 2
}

/// `` `a`, `b` and `c` ``
pub(crate) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
    }
}

/// The number of letters to insert, remove, replace or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found() {
        let names = ["approve", "reject", "refund"];
        assert_eq!(nearest("aprove", names), Some("approve"));
        assert_eq!(nearest("Reject", names), Some("reject"));
        assert_eq!(nearest("refudn", names), Some("refund"));
    }

    #[test]
    fn far_names_are_not() {
        assert_eq!(nearest("ship", ["approve", "reject"]), None);
        assert_eq!(nearest("", ["a"]), Some("a"));
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn what_may_mean_something_else_is_not_sure() {
        let sure = |word, names: &[&'static str]| {
            let guess = guess(word, names.iter().copied()).unwrap();
            (guess.is_sure(), guess.is_sure_of_name())
        };
        assert_eq!(sure("aprove", &["approve", "reject"]), (true, true));
        assert_eq!(sure("APPROVE", &["approve"]), (true, true));
        assert_eq!(sure("refudn", &["refund"]), (true, true));
        assert_eq!(sure("outputMapping", &["outputMappings"]), (true, false));
        assert_eq!(sure("step2", &["step1"]), (true, false));
        assert_eq!(sure("order-c", &["order-a", "order-b"]), (false, false));
        assert_eq!(sure("b", &["a"]), (false, false));
        assert_eq!(sure("tsk", &["task"]), (true, true));
    }

    #[test]
    fn swapped_letters_count_once() {
        assert_eq!(distance("ab", "ba"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("价格", "价各"), 1);
    }

    #[test]
    fn lists_read_well() {
        assert_eq!(list(["a"]), "`a`");
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` and `c`");
    }
}

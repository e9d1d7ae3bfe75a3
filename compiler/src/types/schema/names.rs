//! Words for the names of types, each handed out once.

use std::collections::HashMap;

/// The words that a type is to be named by.
#[derive(Debug, Clone)]
pub(super) struct Name {
    words: String,
    /// Whether nobody else gets them.
    own: bool,
}

impl Name {
    /// Words that may be those of another type, too.
    pub(super) fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), own: false }
    }

    /// Words that [`Names::unique`] has given.
    pub(super) fn own(words: impl Into<String>) -> Self {
        Self { words: words.into(), own: true }
    }

    /// The name of a part.
    pub(super) fn part(&self, word: &str) -> Self {
        Self::new(format!("{} {word}", self.words))
    }
}

/// The names that are taken, as code does not tell them apart: without capitals and whatever is neither letter nor digit.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// With the number of the next clash.
    taken: HashMap<String, usize>,
}

impl Names {
    /// The words of a name that is told from all others; a later one gets a number.
    pub(super) fn take(&mut self, name: &Name) -> String {
        if name.own { name.words.clone() } else { self.unique(&name.words) }
    }

    /// The words with a number if they are taken.
    pub(super) fn unique(&mut self, words: &str) -> String {
        let Some(mut number) = self.taken.get(&folded(words)).copied() else {
            self.taken.insert(folded(words), 2);
            return words.to_owned();
        };
        loop {
            let numbered = format!("{words} {number}");
            number += 1;
            if !self.taken.contains_key(&folded(&numbered)) {
                self.taken.insert(folded(words), number);
                self.taken.insert(folded(&numbered), 2);
                return numbered;
            }
        }
    }
}

fn folded(words: &str) -> String {
    words.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut names = Names::default();
        let all = ["order", "Order", "input order", "inputOrder", "order"].map(|words| names.unique(words));
        assert_eq!(all, ["order", "Order 2", "input order", "inputOrder 2", "order 3"]);
        assert_eq!(names.take(&Name::own("order")), "order");
        assert_eq!(names.take(&Name::own("a").part("b")), "a b");
    }
}

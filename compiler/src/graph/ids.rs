//! Names that every format can take, close to those of the definition.

use std::collections::HashSet;

/// Gives each name once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
}

impl Ids {
    /// A name of letters, digits and `_`. The prefix keeps it apart from the words of a format (`end`, `graph`).
    pub(super) fn id(&mut self, prefix: &str, name: &str) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let stem: String = name.chars().take(32).map(plain).collect();
        let stem = stem.trim_matches('_');
        let wanted = if stem.is_empty() { prefix.to_owned() } else { format!("{prefix}_{stem}") };
        let mut id = wanted.clone();
        let mut number = 1;
        while !self.taken.insert(id.clone()) {
            number += 1;
            id = format!("{wanted}_{number}");
        }
        id
    }
}

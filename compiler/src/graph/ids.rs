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
        let named = (!stem.is_empty()).then(|| format!("{prefix}_{stem}"));
        let base = named.clone().unwrap_or_else(|| prefix.to_owned());
        let numbered = (if named.is_some() { 2.. } else { 1.. }).map(|number: usize| format!("{base}_{number}"));
        for id in named.into_iter().chain(numbered) {
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
        base // the numbers never end
    }
}

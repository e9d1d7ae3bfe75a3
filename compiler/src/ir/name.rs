//! The names that flows and executions can have.

/// How many characters a name may have.
pub(crate) const MAX_NAME: usize = 128;

/// What a name is made of, in words.
pub(crate) const NAME_RULE: &str = "a name has up to 128 letters, digits, `_` and `-`, and begins with a letter or `_`";

/// Whether a flow or an execution can have this name.
pub(crate) fn is_name(text: &str) -> bool {
    let letter = |char: char| char.is_ascii_alphabetic() || char == '_';
    text.starts_with(letter)
        && text.chars().all(|char| letter(char) || char.is_ascii_digit() || char == '-')
        && text.len() <= MAX_NAME
}

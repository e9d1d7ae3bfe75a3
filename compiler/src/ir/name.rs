//! Names as the service takes them.

/// How many characters the name of a flow, of an execution or of an error may have.
pub(crate) const MAX_NAME: usize = 128;

/// What the name of a flow or of an execution is made of, in words.
pub(crate) fn name_rule() -> String {
    format!("a name has up to {MAX_NAME} letters, digits, `_` and `-`, and begins with a letter or `_`")
}

/// Whether a flow or an execution can have this name.
pub(crate) fn is_name(text: &str) -> bool {
    let letter = |char: char| char.is_ascii_alphabetic() || char == '_';
    text.starts_with(letter)
        && text.chars().all(|char| letter(char) || char.is_ascii_digit() || char == '-')
        && text.len() <= MAX_NAME
}

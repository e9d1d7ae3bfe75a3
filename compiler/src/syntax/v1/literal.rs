//! Texts that look like references, but stand where only constants do.

use super::super::read::Reader;
use crate::diagnostics::Code;
use crate::expr::{self, Root};
use crate::yaml::Node;

/// Where a constant text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The whole source of a mapping.
    Source,
    /// In an object or an array that is the source of a mapping.
    InSource,
    /// A parameter, or something in one.
    Parameter,
    /// `error` or `cause` of a fail step.
    Failure,
}

impl Reader<'_> {
    /// Reports a constant text that seems to be meant as a reference.
    pub(super) fn literal_reference(&mut self, text: &str, node: &Node, place: Place) {
        let Some(reference) = find(text, place) else { return };
        let whole = reference == text;
        let help = match place {
            Place::InSource => {
                format!(
                    "references are read where they are the whole `source`: give `{reference}` a mapping of its own"
                )
            }
            Place::Failure => "`error` and `cause` are constants; to fail with data, let a function fail".to_owned(),
            Place::Source | Place::Parameter if !whole => {
                "a reference stands alone; let a function put the text together".to_owned()
            }
            Place::Source => match reference {
                "$" => "write `$input` for the whole input".to_owned(),
                _ if reference.starts_with("$[") => format!("write `$input{}`", &reference[1..]),
                _ => format!("references begin with `$input`, `$local` or `$context`: `$input.{}`", &reference[1..]),
            },
            Place::Parameter => format!("write `$.{}`: `$` is the input of the step", &reference[1..]),
        };
        let message = if whole {
            format!("`{reference}` is plain text here")
        } else {
            format!("`{reference}` is not filled in within a text")
        };
        self.diags.report(Code::LiteralReference, node.span, message).label("a constant").help(help);
    }
}

/// The part of a text that looks like a reference.
fn find(text: &str, place: Place) -> Option<&str> {
    if text == "$" {
        return Some(text);
    }
    text.match_indices('$').map(|(at, _)| &text[at..]).find_map(|rest| {
        let begins = rest.len() == text.len();
        let (name, known) = match expr::root_of(rest)? {
            Ok(root) => (root.text().len(), root != Root::Whole),
            Err(name) if begins && name.starts_with(char::is_alphabetic) => (name.len() + 1, false),
            Err(_) => return None,
        };
        let path = &rest[name..];
        let key = path.strip_prefix('.').is_some_and(|key| key.starts_with(char::is_alphabetic));
        let whole = begins && (known && path.is_empty() || path.starts_with('['));
        let meant = whole || key && (begins || known || place == Place::Parameter);
        meant.then(|| &rest[..name + end(path)])
    })
}

/// Where the path ends that a text begins with.
fn end(path: &str) -> usize {
    let end = path.find(|char: char| !char.is_alphanumeric() && !"._-[]*".contains(char)).unwrap_or(path.len());
    path[..end].trim_end_matches(['.', '-']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_told_from_text() {
        for (text, found) in [
            ("$", Some("$")),
            ("$input", Some("$input")),
            ("$item.id", Some("$item.id")),
            ("$.id", Some("$.id")),
            ("$[0]", Some("$[0]")),
            ("order $input.id, please", Some("$input.id")),
            ("see $local.a[0].b.", Some("$local.a[0].b")),
            ("a $.id", None),
            ("$5.00", None),
            ("US$ 5", None),
            ("${region}", None),
            ("$HOME", None),
            ("$$", None),
            ("", None),
        ] {
            assert_eq!(find(text, Place::Source), found, "{text}");
        }
        assert_eq!(find("a $.id", Place::Parameter), Some("$.id"));
        assert_eq!(find("a $. b", Place::Parameter), None);
    }
}

//! Values that stand without the quotes that YAML asks for: what has gone wrong shows in the midst of them.

use granit_parser::ErrorKind;

use crate::source::SourceFile;

/// What is to be said about such a value.
pub(super) struct Bare {
    /// What is wrong, where that can be said better.
    pub(super) message: Option<&'static str>,
    pub(super) help: String,
}

/// So long a value is shown with its quotes.
const SHOWN: usize = 60;

/// What is said about a fault in the midst of a value; none where it is none, or nothing better is known.
pub(super) fn explain(kind: &ErrorKind, source: &SourceFile, place: usize) -> Option<Bare> {
    let (number, _) = source.line_column(place);
    let (start, end) = (source.line_start(number), source.line_start(number + 1));
    let line = source.text().get(start..end)?.trim_end();
    let (before, after) = line.split_at_checked(place.checked_sub(start)?)?;
    let value = value(line).filter(|value| line.len() - value.len() < before.len());
    match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            let value = value.filter(|value| !value.starts_with(['\'', '"', '{', '[', '&', '*', '!']))?;
            Some(Bare { message: None, help: format!("text with `: ` in it must be quoted{}", as_a_whole(value)) })
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidSimpleKey | ErrorKind::SimpleKeyExpected => {
            let value = value.filter(|value| value.starts_with(['{', '[']))?;
            before.trim_end().ends_with(['}', ']']).then(|| Bare {
                message: Some("a value in braces or brackets ends before this"),
                help: format!("text that begins with a brace or a bracket must be quoted{}", as_a_whole(value)),
            })
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar if after.starts_with(char::is_alphanumeric) => {
            Some(Bare { message: None, help: "within single quotes, a single quote is written twice: `''`".to_owned() })
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            let value = value.filter(|value| value.starts_with(['\'', '"']))?;
            let help = format!("text that only begins with a quote must be quoted{}", as_a_whole(value));
            Some(Bare { message: None, help })
        }
        ErrorKind::UnclosedQuotedScalar if before.contains(['{', '[']) => Some(Bare {
            message: None,
            help:
                "add the closing quote; in braces and brackets, text with a comma or a quote in it must be quoted as a \
                   whole"
                    .to_owned(),
        }),
        _ => None,
    }
}

/// The value in a line `key: value`.
fn value(line: &str) -> Option<&str> {
    let item = line.trim_start();
    let item = item.strip_prefix("- ").unwrap_or(item);
    let (_, value) = item.split_once(": ")?;
    Some(value.trim_start())
}

/// How the value is to be written.
fn as_a_whole(value: &str) -> String {
    if value.contains('\'') || value.contains(" #") || value.chars().count() > SHOWN {
        return " as a whole".to_owned();
    }
    format!(" as a whole: `'{value}'`")
}

#[cfg(test)]
mod tests {
    use crate::SourceFile;
    use crate::diagnostics::Diagnostics;

    fn check(text: &str, expected: &str) {
        let source = SourceFile::new("f.yaml", text);
        let mut diags = Diagnostics::default();
        super::super::read(&source, &mut diags);
        let found: Vec<_> = diags.iter().collect();
        let [only] = found[..] else { panic!("{text}: {}", diags.render_short(&source)) };
        assert_eq!(format!("{}: {}", only.message, only.help.as_deref().unwrap_or("no help")), expected, "{text}");
    }

    #[test]
    fn what_must_be_quoted_is_shown_with_its_quotes() {
        let braces = "a value in braces or brackets ends before this: \
                      text that begins with a brace or a bracket must be quoted";
        let colon = "a `:` cannot stand here: text with `: ` in it must be quoted";
        for (text, expected) in [
            ("a: {region}/x\n", format!("{braces} as a whole: `'{{region}}/x'`")),
            ("- a: [1] + 2\n", format!("{braces} as a whole: `'[1] + 2'`")),
            ("a: {it} is 'it'\n", format!("{braces} as a whole")),
            ("a: format(\"b: {}\", $.c)\n", format!("{colon} as a whole: `'format(\"b: {{}}\", $.c)'`")),
            ("a: b: c # d\n", format!("{colon} as a whole")),
        ] {
            check(text, &expected);
        }
    }

    #[test]
    fn quotes_within_values_are_explained() {
        check(
            "a: 'it's'\n",
            "a text in quotes ends before this: within single quotes, a single quote is written twice: `''`",
        );
        check(
            "a: {b: c(\"x, {}\", d)}\n",
            "this quote is never closed: add the closing quote; in braces and brackets, text with a comma or a quote in it \
             must be quoted as a whole",
        );
        check("`a`: b\n", "a backquote cannot begin a value: put the whole value in single quotes");
    }

    #[test]
    fn other_faults_keep_their_explanation() {
        check(
            "a: b\n  c: d\n",
            "a `:` cannot stand here: check the indentation of this line and the one before; text with `: ` in it must be \
             quoted",
        );
    }
}

//! Blanks that are missing after `-` and `:`. What YAML makes of such a line is text, and the fault shows in the next one.

use crate::source::{SourceFile, Span};

/// A place where a blank is missing, and what is to be said about it.
pub(super) struct Missing {
    pub(super) span: Span,
    pub(super) message: &'static str,
    pub(super) help: String,
    /// Where the blank is to be.
    pub(super) at: usize,
}

/// The blank that is missing in the line of a fault or in the one before it.
pub(super) fn missing(source: &SourceFile, place: usize) -> Option<Missing> {
    let (number, _) = source.line_column(place);
    let line = |number: usize| {
        let (start, end) = (source.line_start(number), source.line_start(number + 1));
        (start, source.text().get(start..end).unwrap_or_default())
    };
    let is_text = |number: &usize| {
        let text = line(*number).1.trim();
        !text.is_empty() && !text.starts_with('#')
    };
    let before = (1..number).rev().take(20).find(is_text);
    before.into_iter().chain([number]).map(line).find_map(|(start, text)| in_line(start, text))
}

fn in_line(start: usize, line: &str) -> Option<Missing> {
    let text = line.trim_end();
    let trimmed = text.trim_start();
    let start = start + text.len() - trimmed.len();
    if let Some(item) = trimmed.strip_prefix('-').filter(|item| key(item).is_some()) {
        return Some(Missing {
            span: Span::new(start, start + 1),
            message: "this `-` begins no list item",
            help: format!("write `- {item}`"),
            at: start + 1,
        });
    }
    let item = trimmed.strip_prefix("- ").unwrap_or(trimmed);
    let key = key(item)?;
    let value = &item[key.len() + 1..];
    if value.is_empty() || value.starts_with([' ', '/', ':']) {
        return None;
    }
    let colon = start + (trimmed.len() - item.len()) + key.len();
    Some(Missing {
        span: Span::new(colon, colon + 1),
        message: "this `:` ends no key",
        help: format!("write `{key}: {value}`"),
        at: colon + 1,
    })
}

/// The key that a text begins with.
fn key(text: &str) -> Option<&str> {
    let key = &text[..text.find(':')?];
    let sound = key.starts_with(char::is_alphabetic)
        && key.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '.' | '$' | '-'));
    sound.then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help(text: &str, word: &str) -> Option<String> {
        let source = SourceFile::new("f.yaml", text);
        missing(&source, text.find(word).unwrap()).map(|it| format!("{}|{}", source.slice(it.span), it.help))
    }

    #[test]
    fn the_line_before_is_looked_at() {
        for (text, expected) in [
            ("-Name: a\n  Fault: b", Some("-|write `- Name: a`")),
            ("Condition:$Input.a\nFault: b", Some(":|write `Condition: $Input.a`")),
            ("- Condition:$Input.a\n\n  # comment\n  Fault: b", Some(":|write `Condition: $Input.a`")),
            ("Fault:x", Some(":|write `Fault: x`")),
            ("- Name: a\n Fault: b", None),
            ("url: http://a:80\n Fault: b", None),
            ("http://a:80\n Fault: b", None),
            ("a::b\n Fault: b", None),
            ("Fault", None),
            ("价:值\nFault", Some(":|write `价: 值`")),
        ] {
            assert_eq!(help(text, "Fault").as_deref(), expected, "{text}");
        }
    }
}

//! Text in quotes, with its escapes.

use super::Reporter;
use super::grammar::Grammar;
use crate::diagnostics::{Change, Code};

/// Reads the text whose opening quote stands at `start`, none where it could not be read; also gives where it ends.
pub(super) fn scan(
    text: &str,
    start: usize,
    grammar: &Grammar,
    reporter: &mut Reporter<'_>,
) -> (Option<String>, usize) {
    let quote = text.as_bytes()[start] as char;
    let allowed = grammar.quotes.contains(&quote);
    let mut value = String::new();
    let mut ok = true;
    let mut at = start + 1;
    while let Some(char) = text[at..].chars().next() {
        if char == quote {
            if !allowed {
                ok = false;
                let message = "text cannot stand in single quotes here";
                let found = reporter
                    .report(Code::ExpressionSyntax, &(start..at + 1), message)
                    .help(format_args!("write {}", in_quotes(&value)));
                if !value.contains(['"', '\\']) {
                    found.mend(Change::Operand { span: found.primary.span, to: format!("\"{value}\"") });
                }
            }
            return (ok.then_some(value), at + 1);
        }
        let after = text[at + char.len_utf8()..].chars().next();
        let escape = after.filter(|_| char == '\\' && quote != '`' && allowed);
        let (meant, width) = match escape {
            None => (Some(char), char.len_utf8()),
            Some('u') => unicode(&text[at..]),
            Some(escaped) => {
                let meant = grammar.escapes.iter().find(|(written, _)| *written == escaped).map(|(_, meant)| *meant);
                (meant, 1 + escaped.len_utf8())
            }
        };
        if let Some(meant) = meant {
            value.push(meant);
        } else {
            ok = false;
            let what = &text[at..at + width];
            reporter
                .report(Code::ExpressionSyntax, &(at..at + width), format_args!("`{what}` is no escape"))
                .help("write `\\\\` for a backslash, or put the text in backquotes");
        }
        at += width;
    }
    let help = format!("add the closing {}", if quote == '`' { "backquote" } else { "quote" });
    reporter.unclosed(&(start..text.len()), "this text", &help);
    (None, text.len())
}

/// What the `\u` that `rest` begins with means, and how long it is. What JSON has to write as two is read as one.
fn unicode(rest: &str) -> (Option<char>, usize) {
    let unit = |at: usize| {
        let digits = rest.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let Some(first) = unit(0) else { return (None, 2) };
    let char = |units: &[u16]| char::decode_utf16(units.iter().copied()).next()?.ok();
    match (char(&[first]), unit(6)) {
        (Some(char), _) => (Some(char), 6),
        (None, Some(second)) => char(&[first, second]).map_or((None, 2), |char| (Some(char), 12)),
        (None, None) => (None, 2),
    }
}

/// A text as conditions write it.
fn in_quotes(text: &str) -> String {
    if text.contains('"') { format!("it in backquotes: `` `{text}` ``") } else { format!("`\"{text}\"`") }
}

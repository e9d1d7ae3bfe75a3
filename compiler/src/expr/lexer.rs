//! Text to tokens. What is no token is reported, and a stand-in takes its place.

use super::token::{Token, TokenKind};
use super::{Reporter, path};
use crate::diagnostics::Code;
use crate::ir::{Constant, Relation};

/// Operators that people try and that are not documented, longer ones first.
const OTHERS: [&str; 24] = [
    "===", "!==", "**", "=~", "!~", "<<", ">>", "??", "->", "=>", "=<", "<>", "+", "-", "*", "/", "%", "^", "&", "|",
    "~", "?", ":", "!",
];

/// The tokens of a condition.
pub(super) fn tokens(text: &str, reporter: &mut Reporter<'_>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        let start = at;
        let kind = match char {
            _ if char.is_whitespace() => {
                at += char.len_utf8();
                continue;
            }
            '$' => {
                let (path, end) = path::scan(text, at, reporter);
                at = end;
                TokenKind::Path(path)
            }
            '"' | '`' | '\'' => {
                let (constant, end) = quoted(text, at, reporter);
                at = end;
                TokenKind::Constant(constant)
            }
            '0'..='9' => {
                let (constant, end) = number(text, at, reporter);
                at = end;
                TokenKind::Constant(constant)
            }
            _ if char.is_alphabetic() || char == '_' => {
                let name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '.' | '-');
                at += text[at..].find(|char| !name(char)).unwrap_or(text.len() - at);
                match &text[start..at] {
                    "true" => TokenKind::Constant(Some(Constant::Bool(true))),
                    "false" => TokenKind::Constant(Some(Constant::Bool(false))),
                    word => TokenKind::Word(word.to_owned()),
                }
            }
            _ => {
                let (kind, width) = operator(&text[at..], char);
                at += width;
                kind
            }
        };
        tokens.push(Token { kind, range: start..at });
    }
    tokens
}

fn operator(rest: &str, char: char) -> (TokenKind, usize) {
    let documented = [
        ("&&", TokenKind::And),
        ("||", TokenKind::Or),
        ("==", TokenKind::Relation(Relation::Eq)),
        ("!=", TokenKind::Relation(Relation::Ne)),
        ("<=", TokenKind::Relation(Relation::Le)),
        (">=", TokenKind::Relation(Relation::Ge)),
        ("(", TokenKind::Open),
        (")", TokenKind::Close),
    ];
    let long = OTHERS.iter().take_while(|it| it.len() > 1).find(|it| rest.starts_with(**it));
    if let Some(other) = long {
        return (TokenKind::Other(other), other.len());
    }
    if let Some((text, kind)) = documented.into_iter().find(|(text, _)| rest.starts_with(text)) {
        return (kind, text.len());
    }
    let kind = match char {
        '<' => TokenKind::Relation(Relation::Lt),
        '>' => TokenKind::Relation(Relation::Gt),
        '=' => TokenKind::Assign,
        _ => OTHERS.iter().find(|it| rest.starts_with(**it)).map_or(TokenKind::Stray(char), |it| TokenKind::Other(it)),
    };
    (kind, char.len_utf8())
}

fn number(text: &str, start: usize, reporter: &mut Reporter<'_>) -> (Option<Constant>, usize) {
    let rest = &text[start..];
    let mut end = 0;
    let mut before = ' ';
    for char in rest.chars() {
        let sign = matches!(char, '+' | '-') && matches!(before, 'e' | 'E');
        if !char.is_alphanumeric() && char != '.' && char != '_' && !sign {
            break;
        }
        end += char.len_utf8();
        before = char;
    }
    let digits = &rest[..end];
    let number = constant(digits);
    if number.is_none() {
        reporter
            .report(Code::ExpressionSyntax, &(start..start + end), format_args!("`{digits}` is no number"))
            .help("numbers are written `1`, `-1` or `12.5`; text stands in double quotes");
    }
    (number, start + end)
}

/// A number without a sign.
fn constant(digits: &str) -> Option<Constant> {
    if digits.bytes().all(|byte| byte.is_ascii_digit())
        && let Ok(integer) = digits.parse()
    {
        return Some(Constant::Integer(integer));
    }
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    digits.parse().ok().filter(|float: &f64| plain && float.is_finite() && !digits.ends_with('.')).map(Constant::Float)
}

fn quoted(text: &str, start: usize, reporter: &mut Reporter<'_>) -> (Option<Constant>, usize) {
    let quote = text.as_bytes()[start] as char;
    let mut value = String::new();
    let mut ok = true;
    let mut chars = text[start + 1..].char_indices();
    while let Some((at, char)) = chars.next() {
        let at = start + 1 + at;
        if char == quote {
            if quote == '\'' {
                ok = false;
                reporter
                    .report(Code::ExpressionSyntax, &(start..at + 1), "text cannot stand in single quotes here")
                    .help(format_args!("write {}", in_quotes(&value)));
            }
            return (ok.then_some(Constant::Text(value)), at + 1);
        }
        if char != '\\' || quote != '"' {
            value.push(char);
            continue;
        }
        match chars.next() {
            Some((_, escaped @ ('"' | '\\' | '/' | '\''))) => value.push(escaped),
            Some((_, 'n')) => value.push('\n'),
            Some((_, 't')) => value.push('\t'),
            Some((_, 'r')) => value.push('\r'),
            Some((_, 'u')) => {
                let digits = text.get(at + 2..at + 6).unwrap_or_default();
                let code = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 4);
                match code.and_then(char::from_u32) {
                    Some(char) => {
                        value.push(char);
                        chars.nth(3);
                    }
                    None => {
                        ok = false;
                        bad_escape(&(at..at + 2), "u", reporter);
                    }
                }
            }
            Some((_, other)) => {
                ok = false;
                bad_escape(&(at..at + 1 + other.len_utf8()), other, reporter);
            }
            None => break,
        }
    }
    let help = format!("add the closing {}", if quote == '`' { "backquote" } else { "quote" });
    reporter.report(Code::ExpressionSyntax, &(start..text.len()), "this text is never closed").help(help);
    (None, text.len())
}

/// A text as conditions write it.
fn in_quotes(text: &str) -> String {
    if text.contains('"') { format!("it in backquotes: `` `{text}` ``") } else { format!("`\"{text}\"`") }
}

fn bad_escape(range: &std::ops::Range<usize>, what: impl std::fmt::Display, reporter: &mut Reporter<'_>) {
    reporter
        .report(Code::ExpressionSyntax, range, format_args!("`\\{what}` is no escape"))
        .help("write `\\\\` for a backslash, or put the text in backquotes");
}

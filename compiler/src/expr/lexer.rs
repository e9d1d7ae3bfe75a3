//! Text to tokens. What is no token is reported, and a stand-in takes its place.

use super::grammar::Grammar;
use super::token::{Token, TokenKind};
use super::{Reporter, Root, path, quoted};
use crate::diagnostics::Code;
use crate::ir::Constant;

/// Operators that people try and that are not documented between two operands, longer ones first.
const OTHERS: [&str; 24] = [
    "===", "!==", "**", "=~", "!~", "<<", ">>", "??", "->", "=>", "=<", "<>", "+", "-", "*", "/", "%", "^", "&", "|",
    "~", "?", ":", "!",
];

/// The tokens of an expression.
pub(super) fn tokens(text: &str, grammar: &Grammar, reporter: &mut Reporter<'_>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        let start = at;
        let kind = match char {
            _ if char.is_whitespace() => {
                at += char.len_utf8();
                continue;
            }
            // Without a root that is only `$`, this is how other languages fill data in.
            '$' if text[at..].starts_with("${") && grammar.root(Root::Whole.name()).is_none() => {
                at += 1;
                TokenKind::Stray('$')
            }
            '$' => {
                let (path, end) = path::scan(text, at, grammar, reporter);
                at = end;
                TokenKind::Path(path)
            }
            '"' | '`' | '\'' => {
                let (value, end) = quoted::scan(text, at, grammar, reporter);
                at = end;
                TokenKind::Constant(value.map(Constant::Text))
            }
            '0'..='9' => {
                let (constant, end) = number(text, at, reporter);
                at = end;
                TokenKind::Constant(constant)
            }
            _ if char.is_alphabetic() || char == '_' => {
                let name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '.' | '-');
                at += text[at..].find(|char| !name(char)).unwrap_or(text.len() - at);
                word(&text[start..at], grammar)
            }
            _ => {
                let (kind, width) = operator(&text[at..], char, grammar);
                at += width;
                kind
            }
        };
        tokens.push(Token { kind, range: start..at });
    }
    tokens
}

fn word(word: &str, grammar: &Grammar) -> TokenKind {
    match word {
        "true" => TokenKind::Constant(Some(Constant::Bool(true))),
        "false" => TokenKind::Constant(Some(Constant::Bool(false))),
        _ => grammar.infix(word).map_or_else(|| TokenKind::Word(word.to_owned()), TokenKind::Infix),
    }
}

fn operator(rest: &str, char: char, grammar: &Grammar) -> (TokenKind, usize) {
    let long = OTHERS.iter().take_while(|it| it.len() > 1).find(|it| rest.starts_with(**it));
    if let Some(other) = long {
        return (TokenKind::Other(other), other.len());
    }
    if let Some((sign, infix)) = grammar.infix.iter().find(|(sign, _)| rest.starts_with(sign)) {
        return (TokenKind::Infix(*infix), sign.len());
    }
    let kind = match char {
        '(' => TokenKind::Open,
        ')' => TokenKind::Close,
        '=' => TokenKind::Assign,
        _ if grammar.brackets.contains(&char) => TokenKind::Bracket(char),
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

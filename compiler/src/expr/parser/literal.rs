//! JSON literals: arrays and objects of constants.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::token::{Token, TokenKind};
use super::super::{Expr, ExprKind};
use super::Parser;
use crate::diagnostics::Code;
use crate::ir::Constant;

const HELP: &str = "JSON literals are written `[1, \"text\"]` and `{\"key\": 1}`, of constants only";

/// The rest of the literal is not read.
struct Broken;

impl Parser<'_> {
    /// Reads the literal that the last token opens.
    pub(super) fn literal(&mut self, open: char, range: &Range<usize>) -> Expr {
        let start = self.at - 1;
        let depth = self.depth;
        let constant = self.container(open, range);
        if constant.is_err() && !self.stopped {
            // Literals that this one stands in have been opened since, and closing them is no mistake.
            for _ in depth..self.depth {
                self.skip_to_close();
            }
        }
        self.depth = depth;
        let span = self.span(&self.since(start));
        self.no_path_behind();
        Expr { kind: constant.map_or(ExprKind::Invalid, ExprKind::Constant), span }
    }

    fn container(&mut self, open: char, range: &Range<usize>) -> Result<Constant, Broken> {
        self.enter(range).map_err(|_| Broken)?;
        let constant = if open == '[' { self.array(range)? } else { self.object(range)? };
        self.depth -= 1;
        Ok(constant)
    }

    fn array(&mut self, open: &Range<usize>) -> Result<Constant, Broken> {
        let mut items = Vec::new();
        if self.takes(']') {
            return Ok(Constant::Array(items));
        }
        loop {
            items.push(self.constant()?);
            if self.goes_on(']', open)? {
                continue;
            }
            return Ok(Constant::Array(items));
        }
    }

    fn object(&mut self, open: &Range<usize>) -> Result<Constant, Broken> {
        let mut entries = Vec::new();
        let mut keys = BTreeSet::new();
        if self.takes('}') {
            return Ok(Constant::Object(entries));
        }
        loop {
            let (key, range) = self.key(open)?;
            if !keys.insert(key.clone()) {
                self.reporter
                    .report(Code::DuplicateKey, &range, format_args!("the key `{}` is there twice", key.escape_debug()))
                    .help("keep one of the two");
            }
            entries.push((key, self.constant()?));
            if !self.goes_on('}', open)? {
                return Ok(Constant::Object(entries));
            }
        }
    }

    /// Takes a key and the colon behind it.
    fn key(&mut self, open: &Range<usize>) -> Result<(String, Range<usize>), Broken> {
        let (key, range) = match self.next() {
            Some(Token { kind: TokenKind::Constant(Some(Constant::Text(key))), range }) => (key, range),
            Some(Token { kind: TokenKind::Constant(None), .. }) => return Err(Broken),
            Some(Token { kind: TokenKind::Word(word), range }) => {
                self.reporter
                    .report(Code::ExpressionSyntax, &range, "a key of a JSON literal stands in quotes")
                    .help(format_args!("write `\"{word}\"`"));
                (word, range)
            }
            Some(Token { range, .. }) => return self.broken(&range, "expected a key in quotes before this"),
            None => return self.unclosed_literal('}', open),
        };
        match self.next() {
            Some(Token { kind: TokenKind::Other(":"), .. }) => Ok((key, range)),
            Some(Token { range, .. }) => self.broken(&range, "expected `:` before this"),
            None => self.unclosed_literal('}', open),
        }
    }

    /// Takes the comma, or the bracket that ends the literal.
    fn goes_on(&mut self, close: char, open: &Range<usize>) -> Result<bool, Broken> {
        if self.takes(',') {
            return Ok(true);
        }
        if self.takes(close) {
            return Ok(false);
        }
        match self.next() {
            Some(Token { range, .. }) => self.broken(&range, &format!("expected `,` or `{close}` before this")),
            None => self.unclosed_literal(close, open),
        }
    }

    fn constant(&mut self) -> Result<Constant, Broken> {
        let before = self.before();
        let Some(Token { kind, range }) = self.next() else {
            if !self.stopped {
                self.reporter.ends(&before, "expected a constant after this", HELP);
            }
            return Err(Broken);
        };
        match kind {
            TokenKind::Constant(constant) => Ok(constant.unwrap_or(Constant::Null)),
            TokenKind::Bracket(open @ ('[' | '{')) => self.container(open, &range),
            TokenKind::Other("-") if self.number().is_some() => match self.negative(&range).kind {
                ExprKind::Constant(number) => Ok(number),
                _ => Err(Broken),
            },
            TokenKind::Word(word) if word == "null" => Ok(Constant::Null),
            TokenKind::Word(_) if self.opens() => Ok(self.data_within(&range)),
            TokenKind::Word(word) => {
                self.reporter
                    .report(Code::BareWord, &range, format_args!("`{word}` is neither a constant nor text"))
                    .help(format_args!(
                        "write `\"{word}\"` for text; the others are numbers, `true`, `false` and `null`"
                    ));
                Ok(Constant::Null)
            }
            TokenKind::Path(Some(_)) => Ok(self.data_within(&range)),
            TokenKind::Path(None) => Ok(Constant::Null),
            _ => self.broken(&range, "expected a constant before this"),
        }
    }

    /// Reports data or a call, neither of which can stand in a literal.
    fn data_within(&mut self, range: &Range<usize>) -> Constant {
        self.reporter
            .report(Code::ExpressionSyntax, range, "JSON literals are made of constants only")
            .help("`toArray(...)` makes an array of data, a nested key that ends in `.$` an object of it");
        if self.opens() {
            self.at += 1;
            self.skip_to_close();
        }
        Constant::Null
    }

    fn unclosed_literal<T>(&mut self, close: char, open: &Range<usize>) -> Result<T, Broken> {
        let what = if close == ']' { "this `[`" } else { "this `{`" };
        self.unclosed(open, what, &format!("add the closing `{close}`"));
        Err(Broken)
    }

    /// Reports a token that does not fit, which is left to be read again.
    fn broken<T>(&mut self, range: &Range<usize>, message: &str) -> Result<T, Broken> {
        self.reporter.report(Code::ExpressionSyntax, range, message).help(HELP);
        let left = self.tokens.get(self.at.wrapping_sub(1)).is_some_and(|token| token.range == *range);
        self.at -= usize::from(left);
        Err(Broken)
    }
}

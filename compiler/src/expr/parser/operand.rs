//! Operands: constants, data, groups, and what stands before one.

use std::ops::Range;

use super::super::token::{Token, TokenKind};
use super::super::{Expr, ExprKind, Path, arguments};
use super::Parser;
use crate::diagnostics::Code;
use crate::ir::{Constant, Ty};

impl Parser<'_> {
    pub(super) fn operand(&mut self) -> Expr {
        let before = self.before();
        let Some(Token { kind, range }) = self.next() else {
            self.unfinished(&before);
            return self.invalid(&before);
        };
        let kind = match kind {
            TokenKind::Path(path) => path.map_or(ExprKind::Invalid, |path| self.data(path, &range)),
            TokenKind::Constant(constant) => constant.map_or(ExprKind::Invalid, ExprKind::Constant),
            TokenKind::Open => return self.group(&range),
            TokenKind::Bracket(open @ ('[' | '{')) => return self.literal(open, &range),
            TokenKind::Other("-") if self.number().is_some() => return self.negative(&range),
            TokenKind::Other(sign) if self.grammar.prefix.contains(&sign) => return self.prefix(sign, &range),
            TokenKind::Other(other @ ("!" | "~" | "+" | "-")) => return self.undocumented_prefix(other, &range),
            TokenKind::Word(word) if word.eq_ignore_ascii_case("not") => {
                return self.undocumented_prefix(&word, &range);
            }
            TokenKind::Word(word) if self.grammar.has_calls() && self.opens() => {
                return self.call(&word, &range);
            }
            TokenKind::Word(word) => {
                self.word(&word, &range);
                ExprKind::Invalid
            }
            TokenKind::Stray(char) => {
                self.stray(char, &range);
                ExprKind::Invalid
            }
            TokenKind::Close
            | TokenKind::Bracket(_)
            | TokenKind::Infix(_)
            | TokenKind::Assign
            | TokenKind::Other(_) => {
                self.at -= 1; // an operator is read by whoever waits for one
                self.reporter
                    .report(Code::ExpressionSyntax, &range, "expected a value before this")
                    .help(self.grammar.words.values);
                ExprKind::Invalid
            }
        };
        Expr { kind, span: self.span(&range) }
    }

    /// Reports that the text ends where a value should stand.
    fn unfinished(&mut self, before: &Range<usize>) {
        if self.stopped {
            return;
        }
        let message = if self.tokens.is_empty() { "expected a value" } else { "expected a value after this" };
        self.reporter.ends(before, message, self.grammar.words.values);
    }

    /// Whether a `(` comes next.
    pub(super) fn opens(&self) -> bool {
        matches!(self.peek(), Some(Token { kind: TokenKind::Open, .. }))
    }

    /// The number that comes next.
    pub(super) fn number(&self) -> Option<&Constant> {
        match &self.peek()?.kind {
            TokenKind::Constant(Some(number @ (Constant::Integer(_) | Constant::Float(_)))) => Some(number),
            _ => None,
        }
    }

    /// Reads the number behind a `-`.
    pub(super) fn negative(&mut self, sign: &Range<usize>) -> Expr {
        let kind = match self.number() {
            Some(Constant::Integer(integer)) => ExprKind::Constant(Constant::Integer(-integer)),
            Some(Constant::Float(float)) => ExprKind::Constant(Constant::Float(-float)),
            _ => ExprKind::Invalid,
        };
        self.at += 1;
        Expr { kind, span: self.span(&(sign.start..self.before().end)) }
    }

    fn prefix(&mut self, sign: &str, range: &Range<usize>) -> Expr {
        let start = self.at - 1;
        if let Err(stopped) = self.enter(range).and_then(|()| self.count(range)) {
            return stopped;
        }
        let operand = self.operand();
        self.depth -= 1;
        let span = self.span(&self.since(start));
        if sign == "!" {
            return Expr { kind: ExprKind::Not(Box::new(operand)), span };
        }
        let ty = arguments::type_of(&operand);
        if !matches!(ty, Ty::Number | Ty::Any) {
            let message = format!("`-` stands before a number, this is {}", arguments::describe(ty));
            self.reporter.report_at(Code::ExpressionSyntax, operand.span, message).help(self.grammar.words.documented);
        }
        Expr { kind: ExprKind::Negative(Box::new(operand)), span }
    }

    fn group(&mut self, open: &Range<usize>) -> Expr {
        if let Err(stopped) = self.enter(open) {
            return stopped;
        }
        let inner = self.expr(0);
        self.depth -= 1;
        match self.peek() {
            Some(Token { kind: TokenKind::Close, .. }) => {
                self.at += 1;
                self.no_path_behind();
            }
            None => self.unclosed(open, "this `(`", "add the closing `)`"),
            _ => {} // what follows is reported as one that lacks an operator
        }
        inner
    }

    fn data(&mut self, path: Path, range: &Range<usize>) -> ExprKind {
        if self.grammar.has_calls() && self.opens() {
            self.called(range);
            return ExprKind::Invalid;
        }
        let Some((_, help)) = self.grammar.unreadable.iter().find(|(root, _)| *root == path.root) else {
            return ExprKind::Path(path);
        };
        let message = format!("{} cannot read `{}`", self.grammar.words.a_noun, path.root.text());
        self.reporter.report(Code::WrongRoot, range, message).help(help);
        ExprKind::Invalid
    }
}

//! Calls of built-in functions.

use std::ops::Range;

use super::super::grammar::TRIED;
use super::super::token::{Token, TokenKind};
use super::super::{Expr, ExprKind, arguments};
use super::{MAX_CALLS, Parser};
use crate::diagnostics::{Change, Code, guess, list};
use crate::ir::Builtin;

impl Parser<'_> {
    /// Reads the call of what a word names; the `(` comes next.
    pub(super) fn call(&mut self, name: &str, range: &Range<usize>) -> Expr {
        let start = self.at - 1;
        let function = Builtin::named(name);
        if function.is_none() {
            self.unknown_function(name, range);
        }
        self.at += 1;
        let open = self.before();
        self.calls += 1;
        if self.calls > MAX_CALLS {
            return self.stop(range, format!("calls are nested deeper than {MAX_CALLS} levels"));
        }
        if let Err(stopped) = self.enter(range).and_then(|()| self.count(range)) {
            return stopped;
        }
        let args = self.arguments(&open);
        self.depth -= 1;
        self.calls -= 1;
        let span = self.span(&self.since(start));
        self.no_path_behind();
        let kind = match (function, args) {
            (Some(function), Some(args)) => {
                arguments::check(function, &args, span, &mut self.reporter);
                ExprKind::Call(function, args)
            }
            _ => ExprKind::Invalid,
        };
        Expr { kind, span }
    }

    /// Reads what is between the parentheses; none where that could not be read to its end.
    fn arguments(&mut self, open: &Range<usize>) -> Option<Vec<Expr>> {
        let mut args = Vec::new();
        if self.closes() {
            return Some(args);
        }
        while let Some(Token { kind, range }) = self.peek().cloned() {
            if matches!(kind, TokenKind::Close | TokenKind::Bracket(',')) {
                self.wrong_token(&range, "expected an argument before this");
                return None;
            }
            args.push(self.expr(0));
            if self.closes() {
                return Some(args);
            }
            if !self.takes(',') {
                break;
            }
        }
        match self.peek().cloned() {
            None => self.unclosed(open, "this `(`", "add the closing `)`"),
            Some(Token { kind: TokenKind::Stray(char), range }) => self.stray(char, &range),
            Some(Token { range, .. }) => self.wrong_token(&range, "expected `,` or `)` before this"),
        }
        None
    }

    /// Reports a token that does not fit, and goes behind the call.
    fn wrong_token(&mut self, range: &Range<usize>, message: &str) {
        self.reporter.report(Code::ExpressionSyntax, range, message).help("arguments are separated by commas");
        self.skip_to_close();
    }

    /// Takes the `)` if it comes next.
    fn closes(&mut self) -> bool {
        let next = matches!(self.peek(), Some(Token { kind: TokenKind::Close, .. }));
        self.at += usize::from(next);
        next
    }

    /// Reports data that is called; the `(` comes next.
    pub(super) fn called(&mut self, range: &Range<usize>) {
        self.reporter
            .report(Code::UnknownFunction, range, "data cannot be called")
            .help("functions are called by their own names: `length($Input.name)`");
        self.at += 1;
        self.skip_to_close();
    }

    fn unknown_function(&mut self, name: &str, range: &Range<usize>) {
        let last = name.rsplit('.').next().unwrap_or(name);
        let lower = last.to_lowercase();
        let tried = TRIED.iter().find(|(tried, _)| *tried == lower).map(|(_, function)| function.name());
        let names = || Builtin::ALL.iter().map(|function| function.name());
        let found = self.reporter.report(Code::UnknownFunction, range, format_args!("there is no function `{name}`"));
        let span = found.primary.span;
        match (tried, guess(last, names())) {
            // What another language has may take other arguments.
            (Some(known), _) => found
                .help(format_args!("did you mean `{known}`?"))
                .propose(Change::Operand { span, to: known.to_owned() }),
            (None, Some(known)) => found.meant(span, name, &known),
            (None, None) => found.help(format_args!("the functions are {}", list(names()))),
        };
    }
}

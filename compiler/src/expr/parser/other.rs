//! What the grammar does not have: reported with what to write instead.

use std::ops::Range;

use super::super::Expr;
use super::super::token::{Token, TokenKind};
use super::Parser;
use crate::diagnostics::Code;
use crate::ir::Builtin;

impl Parser<'_> {
    /// Reports an operator between two operands that is not documented.
    pub(super) fn undocumented(&mut self, kind: &TokenKind, range: &Range<usize>) {
        match kind {
            TokenKind::Assign => {
                self.reporter
                    .replace(Code::SingleEquals, range, "`=` is not an operator", "==")
                    .help("write `==` to compare");
            }
            TokenKind::Word(word) => {
                // What `not` stands before is read with it, or it would be reported as another operator.
                let negated = word.eq_ignore_ascii_case("not") && self.is_in();
                if negated {
                    self.at += 1;
                    let range = range.start..self.before().end;
                    self.not_part(&range, "not in", self.instead("not in"));
                } else {
                    self.not_part(range, word, self.instead(&word.to_lowercase()));
                }
            }
            TokenKind::Other(":") if self.ternary => {}
            TokenKind::Other("?") => {
                self.ternary = true;
                self.not_part(range, "? :", self.instead("? :"));
            }
            TokenKind::Other(other) => self.not_part(range, other, self.instead(other)),
            _ => {}
        }
    }

    /// Whether a documented `in` comes next.
    fn is_in(&self) -> bool {
        matches!(self.peek(), Some(Token { kind: TokenKind::Infix(super::Infix::In), .. }))
    }

    fn instead(&self, operator: &str) -> &'static str {
        let words = &self.grammar.words;
        words.instead.iter().find(|(it, _)| *it == operator).map_or(words.documented, |(_, instead)| *instead)
    }

    pub(super) fn not_part(&mut self, range: &Range<usize>, operator: &str, help: &str) {
        let language = self.grammar.words.language;
        let message = format_args!("`{operator}` is not part of {language}");
        let own = help.strip_prefix("write `").and_then(|rest| rest.strip_suffix('`')).filter(|own| is_operator(own));
        match own {
            Some(own) => self.reporter.replace(Code::UnknownOperator, range, message, own),
            None => self.reporter.report(Code::UnknownOperator, range, message),
        }
        .help(help);
    }

    /// Reports an operator before an operand that is not documented.
    pub(super) fn undocumented_prefix(&mut self, operator: &str, range: &Range<usize>) -> Expr {
        let marked = match self.peek() {
            Some(Token { kind: TokenKind::Constant(Some(_)), range: digits }) if operator == "-" => {
                range.start..digits.end
            }
            _ => range.clone(),
        };
        let words = &self.grammar.words;
        let lower = operator.to_lowercase();
        let instead = words.instead_before.iter().find(|(it, _)| *it == lower);
        self.not_part(&marked, operator, instead.map_or(words.documented, |(_, instead)| *instead));
        let start = self.at - 1;
        if let Err(stopped) = self.enter(range) {
            return stopped;
        }
        self.operand();
        self.depth -= 1;
        self.invalid(&self.since(start))
    }

    /// Reports what begins no token. What follows is not read: brackets and braces would be reported one by one.
    pub(super) fn stray(&mut self, char: char, range: &Range<usize>) {
        let words = &self.grammar.words;
        let help = if char == '$' { "write `$Input.name`, without braces" } else { words.documented };
        let shown = char.escape_debug();
        self.reporter
            .report(Code::ExpressionSyntax, range, format_args!("`{shown}` cannot stand in {}", words.a_noun))
            .help(help);
        self.stopped = true;
    }

    /// Reports a bracket or a comma where none can stand.
    pub(super) fn misplaced(&mut self, bracket: char, range: &Range<usize>) {
        let (message, help) = match bracket {
            ',' => ("this `,` separates nothing", "commas stand between arguments and in JSON literals"),
            ']' => ("this `]` closes nothing", "remove it, or add a `[`"),
            _ => ("this `}` closes nothing", "remove it, or add a `{`"),
        };
        self.reporter.report(Code::ExpressionSyntax, range, message).help(help);
        self.stopped = true;
    }

    /// Reports a path that goes on behind what is no path.
    pub(super) fn no_path_behind(&mut self) {
        if !self.grammar.has_calls() {
            return; // nothing to write instead
        }
        let start = self.at;
        loop {
            match self.peek().map(|token| &token.kind) {
                Some(TokenKind::Bracket('[')) => {
                    self.at += 1;
                    self.skip_to_close();
                }
                Some(TokenKind::Stray('.')) => {
                    self.at += 1;
                    let word = matches!(self.peek(), Some(Token { kind: TokenKind::Word(_), .. }));
                    self.at += usize::from(word);
                }
                _ => break,
            }
        }
        if self.at > start {
            let range = self.since(start);
            self.reporter
                .report(Code::UnsupportedPath, &range, "a path cannot go on behind this")
                .help("write `get(value, 0)` or `get(value, \"key\")`");
        }
    }

    /// Reports a word that is no call.
    pub(super) fn word(&mut self, word: &str, range: &Range<usize>) {
        if matches!(self.peek(), Some(Token { kind: TokenKind::Open, .. })) {
            let help = self.grammar.words.documented;
            self.not_part(range, &format!("{word}()"), help);
            return;
        }
        let words = &self.grammar.words;
        let message = format_args!("`{word}` is neither data nor text");
        let root = self.root(word);
        let function = Builtin::named(word).filter(|_| self.grammar.has_calls());
        match (word, function, root) {
            ("null" | "nil" | "None" | "undefined", ..) => {
                self.reporter.report(Code::BareWord, range, message).help(words.null)
            }
            ("True" | "TRUE", ..) => self.reporter.replace(Code::BareWord, range, message, "true").help("write `true`"),
            ("False" | "FALSE", ..) => {
                self.reporter.replace(Code::BareWord, range, message, "false").help("write `false`")
            }
            (_, Some(function), _) => self
                .reporter
                .report(Code::BareWord, range, message)
                .help(format_args!("write `{}` to call the function", function.signature())),
            (_, _, Some(meant)) => self
                .reporter
                .replace(Code::BareWord, range, message, &meant)
                .help(format_args!("did you mean `{meant}`?")),
            _ => self
                .reporter
                .report(Code::BareWord, range, message)
                .help(format_args!("write `{}{word}` for data or `\"{word}\"` for text", words.data)),
        };
        if self.takes('[') {
            self.skip_to_close();
        }
    }

    /// The data that a word without `$` is most likely meant to be.
    fn root(&self, word: &str) -> Option<String> {
        if !self.grammar.has_calls() {
            return None;
        }
        let (first, behind) = word.find('.').map_or((word, ""), |at| word.split_at(at));
        let root = self.grammar.paths.roots.iter().find(|root| root.name().eq_ignore_ascii_case(first))?;
        Some(format!("{}{behind}", root.text()))
    }
}

/// Whether a text is an operator between two operands.
fn is_operator(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| "&|=!<>".contains(char))
}

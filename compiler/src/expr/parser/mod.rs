//! Tokens to a tree: operator precedence, with a bound on depth and size.

mod operand;
mod call;
mod literal;
mod other;

use std::ops::Range;

use super::grammar::{Grammar, Infix, STATE_MACHINE, V1};
use super::token::{Token, TokenKind};
use super::{Expr, ExprKind, Reporter, lexer};
use crate::diagnostics::{Code, Diagnostics};
use crate::source::{SourceFile, Span};
use crate::yaml::{Node, NodeKind, Offsets, Style};

/// How deep parentheses and JSON literals may be nested.
const MAX_DEPTH: usize = 64;
/// How many operators and calls an expression may have.
const MAX_OPERATORS: usize = 256;
/// How deep calls may be nested, as documented.
const MAX_CALLS: usize = 10;

/// Reads the condition that a scalar holds; the result is [`ExprKind::Invalid`] where it could not be read, which is
/// reported.
pub(crate) fn condition(node: &Node, source: &SourceFile, diags: &mut Diagnostics) -> Expr {
    Expr { span: node.span, ..read(node, source, &V1, diags) }
}

/// Reads the expression of `StateMachine` that a scalar holds; the result is [`ExprKind::Invalid`] where it could not be
/// read, which is reported.
pub(crate) fn expression(node: &Node, source: &SourceFile, diags: &mut Diagnostics) -> Expr {
    let invalid = Expr { kind: ExprKind::Invalid, span: node.span };
    let is_scalar = matches!(node.kind, NodeKind::Scalar(_));
    if let Some(tag) = node.tag.as_ref().filter(|tag| is_scalar && !KNOWN_TAGS.contains(&tag.text.as_str())) {
        let written = source.slice(tag.span.to(node.span)).trim_end();
        let plain = written.len() <= 60 && !written.contains(['\'', '\n']);
        let shown = if plain { written } else { "!$Input.done" };
        diags
            .report(Code::ExpressionSyntax, tag.span, format_args!("`{}` is a YAML tag here", tag.text))
            .help(format_args!("a value that begins with `!` stands in quotes: `'{shown}'`"));
        return invalid;
    }
    if node.is_null() {
        let words = &STATE_MACHINE.words;
        diags
            .report(Code::WrongType, node.span, format_args!("expected {}, found {}", words.a_noun, node.describe()))
            .help(format_args!("{} is text such as {}", words.a_noun, words.sample));
        return invalid;
    }
    read(node, source, &STATE_MACHINE, diags)
}

/// The tags of YAML itself. Any other one is the beginning of an expression with `!`.
const KNOWN_TAGS: [&str; 5] = ["!!str", "!!int", "!!float", "!!bool", "!!null"];

fn read(node: &Node, source: &SourceFile, grammar: &'static Grammar, diags: &mut Diagnostics) -> Expr {
    let invalid = Expr { kind: ExprKind::Invalid, span: node.span };
    let words = &grammar.words;
    let NodeKind::Scalar(scalar) = &node.kind else {
        let found = node.describe();
        let quotes = if grammar.brackets.is_empty() { "" } else { "; a JSON literal stands in quotes" };
        diags
            .report(Code::WrongType, node.head(), format_args!("expected {}, found {found}", words.a_noun))
            .help(format_args!("{} is text such as {}{quotes}", words.a_noun, words.sample));
        return invalid;
    };
    let offsets = Offsets::new(node, source);
    let mut reporter = Reporter::new(diags, &offsets);
    reporter.comment = grammar.has_calls() && scalar.style == Style::Plain && comment_follows(node, source);
    let tokens = lexer::tokens(&scalar.text, grammar, &mut reporter);
    if tokens.is_empty() {
        diags
            .report(Code::ExpressionSyntax, node.span, format_args!("the {} is empty", words.noun))
            .help(format_args!("write {} such as {}", words.a_noun, words.sample));
        return invalid;
    }
    let mut parser = Parser {
        tokens,
        at: 0,
        end: scalar.text.len(),
        grammar,
        reporter,
        depth: 0,
        calls: 0,
        operators: 0,
        stopped: false,
        ternary: false,
    };
    let expr = parser.expr(0);
    parser.rest();
    if parser.reporter.broken { invalid } else { expr }
}

/// Whether a YAML comment stands behind a value, in the same line.
fn comment_follows(node: &Node, source: &SourceFile) -> bool {
    let rest = source.text().get(node.span.end..).unwrap_or_default();
    rest.starts_with([' ', '\t']) && rest.trim_start_matches([' ', '\t']).starts_with('#')
}

/// How tight comparisons bind.
const COMPARISON: u8 = 3;

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    /// The end of the text.
    end: usize,
    grammar: &'static Grammar,
    reporter: Reporter<'a>,
    depth: usize,
    /// How many calls the current place is in.
    calls: usize,
    operators: usize,
    /// Nothing more is read.
    stopped: bool,
    /// A `?` was reported, so its `:` is not.
    ternary: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        if self.stopped { None } else { self.tokens.get(self.at) }
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.peek().cloned()?;
        self.at += 1;
        Some(token)
    }

    /// Takes the bracket or comma if it comes next.
    fn takes(&mut self, bracket: char) -> bool {
        let next = matches!(self.peek(), Some(Token { kind: TokenKind::Bracket(it), .. }) if *it == bracket);
        self.at += usize::from(next);
        next
    }

    /// The range of the token before the current one.
    fn before(&self) -> Range<usize> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0..self.end, |token| token.range.clone())
    }

    /// The range from a token to the one before the current one.
    fn since(&self, token: usize) -> Range<usize> {
        let start = self.tokens.get(token).map_or(self.end, |token| token.range.start);
        start..self.before().end.max(start)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.reporter.offsets.span(range.start, range.end)
    }

    fn invalid(&self, range: &Range<usize>) -> Expr {
        Expr { kind: ExprKind::Invalid, span: self.span(range) }
    }

    fn stop(&mut self, range: &Range<usize>, message: String) -> Expr {
        if !self.stopped {
            let help = self.grammar.words.too_complex;
            self.reporter.report(Code::TooComplex, range, message).help(help);
        }
        self.stopped = true;
        self.invalid(range)
    }

    /// How tight an operator binds, documented or not; none for what cannot stand between two operands.
    fn binding(&self, kind: &TokenKind) -> Option<u8> {
        match kind {
            TokenKind::Infix(Infix::Or) | TokenKind::Other("?" | ":") => Some(1),
            TokenKind::Infix(Infix::And) => Some(2),
            TokenKind::Infix(Infix::Relation(_) | Infix::In)
            | TokenKind::Assign
            | TokenKind::Other("=~" | "!~" | "===" | "!==" | "<>") => Some(COMPARISON),
            // Comparisons on both sides of what is meant to be `&&` are not chained.
            TokenKind::Other("|") if !self.grammar.consequences => Some(1),
            TokenKind::Other("&") if !self.grammar.consequences => Some(2),
            TokenKind::Other(other) if *other != "!" => Some(4),
            TokenKind::Word(word) => Some(match word.to_lowercase().as_str() {
                "or" => 1,
                "and" => 2,
                _ => COMPARISON,
            }),
            _ => None,
        }
    }

    /// Reports what is open where the text ends.
    fn unclosed(&mut self, range: &Range<usize>, what: &str, help: &str) {
        let again = self.reporter.ended && !self.grammar.consequences;
        if !self.stopped && !again {
            self.reporter.unclosed(range, what, help);
        }
    }

    /// Goes a level down; stops where that is too deep.
    fn enter(&mut self, range: &Range<usize>) -> Result<(), Expr> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let noun = self.grammar.words.noun;
            return Err(self.stop(range, format!("the {noun} is nested deeper than {MAX_DEPTH} levels")));
        }
        Ok(())
    }

    /// Counts an operator; stops where there are too many.
    fn count(&mut self, range: &Range<usize>) -> Result<(), Expr> {
        self.operators += 1;
        if self.operators > MAX_OPERATORS {
            let noun = self.grammar.words.noun;
            return Err(self.stop(range, format!("the {noun} has more than {MAX_OPERATORS} operators")));
        }
        Ok(())
    }

    /// An expression whose operators bind tighter than `power`.
    fn expr(&mut self, power: u8) -> Expr {
        let start = self.at;
        let mut left = self.operand();
        while let Some(Token { kind, range }) = self.peek().cloned() {
            let Some(own) = self.binding(&kind) else { return left };
            let chained = own == COMPARISON && power == COMPARISON;
            if own <= power && !chained {
                return left;
            }
            self.at += 1;
            if let Err(stopped) = self.count(&range) {
                return stopped;
            }
            if chained {
                self.reporter
                    .report(Code::ExpressionSyntax, &range, "comparisons cannot be chained")
                    .help("join two comparisons with `&&`");
                self.operand();
                continue;
            }
            self.undocumented(&kind, &range);
            let right = self.expr(own);
            let span = self.span(&self.since(start));
            let (left_side, right_side) = (Box::new(left), Box::new(right));
            let kind = match kind {
                TokenKind::Infix(Infix::Or) => ExprKind::Or(left_side, right_side),
                TokenKind::Infix(Infix::And) => ExprKind::And(left_side, right_side),
                TokenKind::Infix(Infix::In) => ExprKind::In(left_side, right_side),
                TokenKind::Infix(Infix::Relation(relation)) => ExprKind::Compare(relation, left_side, right_side),
                _ => ExprKind::Invalid,
            };
            left = Expr { kind, span };
        }
        left
    }

    /// What is left when the expression should be over.
    fn rest(&mut self) {
        let consequences = self.grammar.consequences;
        while let Some(Token { kind, range }) = self.next().filter(|_| consequences || !self.reporter.broken) {
            match kind {
                TokenKind::Close => {
                    self.reporter
                        .report(Code::ExpressionSyntax, &range, "this `)` closes nothing")
                        .help("remove it, or add a `(`");
                }
                TokenKind::Stray(char) => self.stray(char, &range),
                TokenKind::Bracket(bracket @ (',' | ']' | '}')) => self.misplaced(bracket, &range),
                _ => {
                    self.at -= 1;
                    if !self.reporter.broken || !matches!(kind, TokenKind::Open) {
                        self.reporter
                            .report(Code::ExpressionSyntax, &range, "expected an operator before this")
                            .help(self.grammar.words.documented);
                    }
                    if !consequences {
                        return;
                    }
                    let start = self.at;
                    self.expr(0);
                    self.at = self.at.max(start + 1);
                }
            }
        }
    }

    /// Goes behind the bracket that closes the one that was read last; nothing between is looked at.
    fn skip_to_close(&mut self) {
        let mut open = 1_usize;
        while let Some(Token { kind, .. }) = self.next() {
            match kind {
                TokenKind::Open | TokenKind::Bracket('[' | '{') => open += 1,
                TokenKind::Close | TokenKind::Bracket(']' | '}') => open -= 1,
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }
}

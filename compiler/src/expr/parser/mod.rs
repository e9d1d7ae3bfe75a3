//! Tokens to a tree: operator precedence, with a bound on depth and size.

use std::ops::Range;

use super::token::{Token, TokenKind};
use super::{Expr, ExprKind, Reporter, Root, lexer};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Constant;
use crate::source::{SourceFile, Span};
use crate::yaml::{Node, NodeKind, Offsets};

/// How deep parentheses may be nested.
const MAX_DEPTH: usize = 64;
/// How many operators a condition may have.
const MAX_OPERATORS: usize = 256;

const DOCUMENTED: &str =
    "conditions are made of `==` `!=` `<` `<=` `>` `>=`, `&&`, `||` and parentheses; let a function compute the rest";

/// Reads the condition that a scalar holds; the result is [`ExprKind::Invalid`] where it could not be read, which is
/// reported.
pub(crate) fn condition(node: &Node, source: &SourceFile, diags: &mut Diagnostics) -> Expr {
    let invalid = Expr { kind: ExprKind::Invalid, span: node.span };
    let NodeKind::Scalar(scalar) = &node.kind else {
        diags
            .report(Code::WrongType, node.head(), format_args!("expected a condition, found {}", node.describe()))
            .help("a condition is text such as `$.status == \"ok\"`");
        return invalid;
    };
    let offsets = Offsets::new(node, source);
    let mut reporter = Reporter::new(diags, &offsets);
    let tokens = lexer::tokens(&scalar.text, &mut reporter);
    if tokens.is_empty() {
        diags
            .report(Code::ExpressionSyntax, node.span, "the condition is empty")
            .help("write a condition such as `$.status == \"ok\"`");
        return invalid;
    }
    let mut parser = Parser {
        tokens,
        at: 0,
        end: scalar.text.len(),
        reporter,
        depth: 0,
        operators: 0,
        stopped: false,
        ternary: false,
    };
    let mut expr = parser.expr(0);
    parser.rest();
    let broken = parser.reporter.count > 0;
    if broken {
        expr.kind = ExprKind::Invalid;
    }
    Expr { span: node.span, ..expr }
}

/// How tight comparisons bind.
const COMPARISON: u8 = 3;

/// How tight an operator binds, documented or not; none for what cannot stand between two operands.
fn binding(kind: &TokenKind) -> Option<u8> {
    match kind {
        TokenKind::Or | TokenKind::Other("?" | ":") => Some(1),
        TokenKind::And => Some(2),
        TokenKind::Relation(_) | TokenKind::Assign | TokenKind::Other("=~" | "!~" | "===" | "!==" | "<>") => {
            Some(COMPARISON)
        }
        TokenKind::Other(other) if *other != "!" => Some(4),
        TokenKind::Word(word) => Some(match word.to_lowercase().as_str() {
            "or" => 1,
            "and" => 2,
            _ => COMPARISON,
        }),
        _ => None,
    }
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    /// The end of the text.
    end: usize,
    reporter: Reporter<'a>,
    depth: usize,
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
        let token = self.peek().cloned();
        self.at += 1;
        token
    }

    /// The range of the token before the current one.
    fn before(&self) -> Range<usize> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0..self.end, |token| token.range.clone())
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.reporter.offsets.span(range.start, range.end)
    }

    fn stop(&mut self, range: &Range<usize>, message: String) -> Expr {
        if !self.stopped {
            self.reporter.report(Code::TooComplex, range, message).help("let a function compute the condition");
        }
        self.stopped = true;
        Expr { kind: ExprKind::Invalid, span: self.span(range) }
    }

    /// An expression whose operators bind tighter than `power`.
    fn expr(&mut self, power: u8) -> Expr {
        let mut left = self.operand();
        while let Some(token) = self.peek().cloned() {
            let Token { kind, range } = token;
            let Some(own) = binding(&kind) else { return left };
            let chained = own == COMPARISON && power == COMPARISON;
            if own <= power && !chained {
                return left;
            }
            self.next();
            self.operators += 1;
            if self.operators > MAX_OPERATORS {
                return self.stop(&range, format!("the condition has more than {MAX_OPERATORS} operators"));
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
            let span = left.span.to(right.span);
            let (left_side, right_side) = (Box::new(left), Box::new(right));
            let kind = match kind {
                TokenKind::Or => ExprKind::Or(left_side, right_side),
                TokenKind::And => ExprKind::And(left_side, right_side),
                TokenKind::Relation(relation) => ExprKind::Compare(relation, left_side, right_side),
                _ => ExprKind::Invalid,
            };
            left = Expr { kind, span };
        }
        left
    }

    /// Reports an operator that is not documented.
    fn undocumented(&mut self, kind: &TokenKind, range: &Range<usize>) {
        match kind {
            TokenKind::Assign => {
                self.reporter.report(Code::SingleEquals, range, "`=` is not an operator").help("write `==` to compare");
            }
            TokenKind::Word(word) => {
                let help = match word.to_lowercase().as_str() {
                    "and" => "write `&&`",
                    "or" => "write `||`",
                    _ => DOCUMENTED,
                };
                self.not_part(range, word, help);
            }
            TokenKind::Other(":") if self.ternary => {}
            TokenKind::Other("?") => {
                self.ternary = true;
                self.not_part(range, "? :", DOCUMENTED);
            }
            TokenKind::Other("&") => self.not_part(range, "&", "write `&&`"),
            TokenKind::Other("|") => self.not_part(range, "|", "write `||`"),
            TokenKind::Other("<>") => self.not_part(range, "<>", "write `!=`"),
            TokenKind::Other("=>") => self.not_part(range, "=>", "write `>=`"),
            TokenKind::Other("=<") => self.not_part(range, "=<", "write `<=`"),
            TokenKind::Other("===") => self.not_part(range, "===", "write `==`"),
            TokenKind::Other("!==") => self.not_part(range, "!==", "write `!=`"),
            TokenKind::Other(other) => self.not_part(range, other, DOCUMENTED),
            _ => {}
        }
    }

    fn not_part(&mut self, range: &Range<usize>, operator: &str, help: &str) {
        self.reporter
            .report(Code::UnknownOperator, range, format_args!("`{operator}` is not part of FDL conditions"))
            .help(help);
    }

    fn operand(&mut self) -> Expr {
        let before = self.before();
        let Some(Token { kind, range }) = self.next() else {
            if !self.stopped {
                let message = if self.tokens.is_empty() { "expected a value" } else { "expected a value after this" };
                self.reporter
                    .report(Code::ExpressionSyntax, &before, message)
                    .help("values are `$.name`, `\"text\"`, numbers, `true` and `false`");
            }
            return Expr { kind: ExprKind::Invalid, span: self.span(&before) };
        };
        let span = self.span(&range);
        let kind = match kind {
            TokenKind::Path(path) => match path {
                Some(path) if path.root == Root::Whole => ExprKind::Path(path),
                Some(path) => {
                    self.wrong_root(path.root, &range);
                    ExprKind::Invalid
                }
                None => ExprKind::Invalid,
            },
            TokenKind::Constant(constant) => constant.map_or(ExprKind::Invalid, ExprKind::Constant),
            TokenKind::Open => return self.group(&range),
            TokenKind::Other("-") => match self.peek().cloned() {
                Some(Token { kind: TokenKind::Constant(Some(constant)), range: digits }) => {
                    self.next();
                    let span = span.to(self.span(&digits));
                    return Expr { kind: self.negative(&constant, &(range.start..digits.end)), span };
                }
                _ => return self.prefix("-", &range),
            },
            TokenKind::Other(other @ ("!" | "~" | "+")) => return self.prefix(other, &range),
            TokenKind::Word(word) if word.eq_ignore_ascii_case("not") => return self.prefix(&word, &range),
            TokenKind::Word(word) => {
                self.word(&word, &range);
                ExprKind::Invalid
            }
            TokenKind::Stray(char) => {
                self.stray(char, &range);
                ExprKind::Invalid
            }
            TokenKind::Close
            | TokenKind::Relation(_)
            | TokenKind::And
            | TokenKind::Or
            | TokenKind::Assign
            | TokenKind::Other(_) => {
                self.at -= 1; // an operator is read by whoever waits for one
                self.reporter
                    .report(Code::ExpressionSyntax, &range, "expected a value before this")
                    .help("values are `$.name`, `\"text\"`, numbers, `true` and `false`");
                ExprKind::Invalid
            }
        };
        Expr { kind, span }
    }

    /// Reports what begins no token. What follows is not read: brackets and braces would be reported one by one.
    fn stray(&mut self, char: char, range: &Range<usize>) {
        let shown = char.escape_debug();
        self.reporter
            .report(Code::ExpressionSyntax, range, format_args!("`{shown}` cannot stand in a condition"))
            .help(DOCUMENTED);
        self.stopped = true;
    }

    fn negative(&mut self, constant: &Constant, range: &Range<usize>) -> ExprKind {
        match constant {
            Constant::Integer(integer) => ExprKind::Constant(Constant::Integer(-integer)),
            Constant::Float(float) => ExprKind::Constant(Constant::Float(-float)),
            _ => {
                self.not_part(range, "-", DOCUMENTED);
                ExprKind::Invalid
            }
        }
    }

    fn prefix(&mut self, operator: &str, range: &Range<usize>) -> Expr {
        let negation = "write `$.flag == false`, or turn the comparison around; conditions are made of `==` `!=` `<` `<=` \
                        `>` `>=`, `&&`, `||` and parentheses";
        self.not_part(range, operator, if matches!(operator, "~" | "+" | "-") { DOCUMENTED } else { negation });
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return self.stop(range, format!("the condition is nested deeper than {MAX_DEPTH} levels"));
        }
        let operand = self.operand();
        self.depth -= 1;
        Expr { kind: ExprKind::Invalid, span: self.span(range).to(operand.span) }
    }

    fn group(&mut self, open: &Range<usize>) -> Expr {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return self.stop(open, format!("the condition is nested deeper than {MAX_DEPTH} levels"));
        }
        let inner = self.expr(0);
        self.depth -= 1;
        match self.peek() {
            Some(Token { kind: TokenKind::Close, .. }) => {
                self.next();
            }
            None if !self.stopped => {
                self.reporter
                    .report(Code::ExpressionSyntax, open, "this `(` is never closed")
                    .help("add the closing `)`");
            }
            _ => {} // what follows is reported as one that lacks an operator
        }
        inner
    }

    fn wrong_root(&mut self, root: Root, range: &Range<usize>) {
        let help = match root {
            Root::Input => "write `$.name`: `$` is the input of the step, after its `inputMappings`",
            _ => "bring the value in with `inputMappings` and write `$.name`: `$` is the input of the step",
        };
        self.reporter
            .report(Code::WrongRoot, range, format_args!("a condition cannot read `{}`", root.text()))
            .help(help);
    }

    fn word(&mut self, word: &str, range: &Range<usize>) {
        if matches!(self.peek(), Some(Token { kind: TokenKind::Open, .. })) {
            self.not_part(range, &format!("{word}()"), DOCUMENTED);
            return;
        }
        let help = match word {
            "null" | "nil" | "None" | "undefined" => {
                "there is no null in conditions; a field that is missing counts as false".to_owned()
            }
            "True" | "TRUE" => "write `true`".to_owned(),
            "False" | "FALSE" => "write `false`".to_owned(),
            _ => format!("write `$.{word}` for data or `\"{word}\"` for text"),
        };
        self.reporter.report(Code::BareWord, range, format_args!("`{word}` is neither data nor text")).help(help);
    }

    /// What is left when the condition should be over.
    fn rest(&mut self) {
        while let Some(Token { kind, range }) = self.next() {
            match kind {
                TokenKind::Close => {
                    self.reporter
                        .report(Code::ExpressionSyntax, &range, "this `)` closes nothing")
                        .help("remove it, or add a `(`");
                }
                TokenKind::Stray(char) => self.stray(char, &range),
                _ => {
                    self.at -= 1;
                    if self.reporter.count == 0 || !matches!(kind, TokenKind::Open) {
                        self.reporter
                            .report(Code::ExpressionSyntax, &range, "expected an operator before this")
                            .help(DOCUMENTED);
                    }
                    let start = self.at;
                    self.expr(0);
                    self.at = self.at.max(start + 1);
                }
            }
        }
    }
}

//! The expression forms of the language: conditions and the paths in mappings and parameters of v1, and the expressions of
//! `StateMachine`. Text to trees whose spans are places in the file.

mod grammar;
mod token;
mod lexer;
mod quoted;
mod path;
mod parser;
mod arguments;

pub(crate) use parser::condition;
pub(crate) use parser::expression;
pub(crate) use path::reads_like_variable;
pub(crate) use path::{path, root_of};

use std::fmt::Display;
use std::ops::Range;

use crate::diagnostics::{Change, Code, Diagnostic, Diagnostics, Severity};
use crate::ir::{Builtin, Constant, Relation, Segment};
use crate::source::Span;
use crate::yaml::Offsets;

/// An expression as written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expr {
    pub(crate) kind: ExprKind,
    pub(crate) span: Span,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ExprKind {
    Constant(Constant),
    Path(Path),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    /// `!` (`StateMachine`)
    Not(Box<Expr>),
    /// `-` before anything but a number (`StateMachine`)
    Negative(Box<Expr>),
    /// `in` (`StateMachine`)
    In(Box<Expr>, Box<Expr>),
    /// A built-in function with as many arguments as it takes (`StateMachine`).
    Call(Builtin, Vec<Expr>),
    Compare(Relation, Box<Expr>, Box<Expr>),
    /// Something that could not be read; the reason is reported.
    Invalid,
}

/// A path as written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Path {
    pub(crate) root: Root,
    pub(crate) segments: Vec<Segment>,
    pub(crate) span: Span,
}

/// What a path begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Root {
    /// `$`
    Whole,
    /// `$input`
    Input,
    /// `$local`
    Local,
    /// `$context`
    Context,
    /// `$Input`
    StateInput,
    /// `$Output`
    StateOutput,
    /// `$Global`
    Global,
    /// `$Item`
    Item,
    /// `$Context`
    StateContext,
}

impl Root {
    /// How it is written.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Whole => "$",
            Self::Input => "$input",
            Self::Local => "$local",
            Self::Context => "$context",
            Self::StateInput => "$Input",
            Self::StateOutput => "$Output",
            Self::Global => "$Global",
            Self::Item => "$Item",
            Self::StateContext => "$Context",
        }
    }

    /// What stands behind the `$`.
    fn name(self) -> &'static str {
        &self.text()[1..]
    }
}

/// How many mistakes of one expression are reported.
const MAX_FINDINGS: usize = 5;

/// Reports mistakes of one expression, not too many.
struct Reporter<'a> {
    diags: &'a mut Diagnostics,
    offsets: &'a Offsets,
    count: usize,
    /// One of them is an error.
    broken: bool,
    /// A YAML comment begins where the text ends.
    comment: bool,
    /// It was reported that the text ends too early.
    ended: bool,
    /// Takes what is beyond the limit.
    spare: Diagnostics,
}

impl<'a> Reporter<'a> {
    fn new(diags: &'a mut Diagnostics, offsets: &'a Offsets) -> Self {
        Self { diags, offsets, count: 0, broken: false, comment: false, ended: false, spare: Diagnostics::default() }
    }

    fn report(&mut self, code: Code, range: &Range<usize>, message: impl Display) -> &mut Diagnostic {
        let span = self.offsets.span(range.start, range.end);
        self.report_at(code, span, message)
    }

    /// Reports what becomes another text, and nobody has to look at that.
    fn replace(&mut self, code: Code, range: &Range<usize>, message: impl Display, to: &str) -> &mut Diagnostic {
        let span = self.offsets.span(range.start, range.end);
        self.report_at(code, span, message).mend(Change::Operand { span, to: to.to_owned() })
    }

    fn report_at(&mut self, code: Code, span: Span, message: impl Display) -> &mut Diagnostic {
        self.count += 1;
        self.broken |= code.severity() == Severity::Error;
        if self.count > MAX_FINDINGS {
            self.spare = Diagnostics::default();
            self.spare.report(code, span, message)
        } else {
            self.diags.report(code, span, message)
        }
    }

    /// Reports that something is still open where the text ends.
    fn unclosed(&mut self, range: &Range<usize>, what: &str, help: &str) {
        self.ends(range, format_args!("{what} is never closed"), help);
    }

    /// Reports that the text ends too early.
    fn ends(&mut self, range: &Range<usize>, message: impl Display, help: &str) {
        let help = if self.comment { COMMENT } else { help };
        self.report(Code::ExpressionSyntax, range, message).help(help);
        self.ended = true;
    }
}

const COMMENT: &str = "the value ends before ` #`, which starts a YAML comment: put the whole value in quotes";

#[cfg(test)]
mod tests;

//! The expression forms of the language: conditions, and the paths in mappings and parameters. Text to trees whose spans
//! are places in the file.

mod expression;
mod lexer;
mod parser;
mod path;
mod token;

pub(crate) use expression::{expression, reads_like_variable};
pub(crate) use parser::condition;
pub(crate) use path::{path, root_of};

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
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
}

/// How many mistakes of one expression are reported.
const MAX_FINDINGS: usize = 5;

/// Reports mistakes of one expression, not too many.
struct Reporter<'a> {
    diags: &'a mut Diagnostics,
    offsets: &'a Offsets,
    count: usize,
    /// Takes what is beyond the limit.
    spare: Diagnostics,
}

impl<'a> Reporter<'a> {
    fn new(diags: &'a mut Diagnostics, offsets: &'a Offsets) -> Self {
        Self { diags, offsets, count: 0, spare: Diagnostics::default() }
    }

    fn report(
        &mut self,
        code: Code,
        range: &std::ops::Range<usize>,
        message: impl std::fmt::Display,
    ) -> &mut Diagnostic {
        self.count += 1;
        let span = self.offsets.span(range.start, range.end);
        if self.count > MAX_FINDINGS {
            self.spare = Diagnostics::default();
            self.spare.report(code, span, message)
        } else {
            self.diags.report(code, span, message)
        }
    }
}

#[cfg(test)]
mod tests;

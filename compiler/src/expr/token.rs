//! The tokens of conditions and expressions.

use std::ops::Range;

use super::Path;
use super::grammar::Infix;
use crate::ir::Constant;

/// A token with its range in the text of the expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) range: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TokenKind {
    /// A path; none where it could not be read.
    Path(Option<Path>),
    /// A number, a text, `true` or `false`; none where it could not be read.
    Constant(Option<Constant>),
    /// A name without `$`.
    Word(String),
    /// A documented operator between two operands.
    Infix(Infix),
    Open,
    Close,
    /// A bracket or a comma of JSON literals and calls.
    Bracket(char),
    /// A single `=`.
    Assign,
    /// An operator that is not documented between two operands.
    Other(&'static str),
    /// A character that begins no token.
    Stray(char),
}

//! Expressions: typed trees over the data of a scope and a step.

use super::{BuiltinCall, Constant};
use crate::source::Span;

/// An expression with the type that is known of it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Expr {
    /// What it computes.
    pub kind: ExprKind,
    /// What is known of its value.
    pub ty: Ty,
    /// Where it stands.
    pub span: Span,
}

impl Expr {
    /// The path, where the expression is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        match &self.kind {
            ExprKind::Path(path) => Some(path),
            _ => None,
        }
    }

    /// The text, where the expression is a constant one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            ExprKind::Literal(Constant::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// What is known of a value before a flow runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ty {
    /// JSON null.
    Null,
    /// A boolean.
    Bool,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
    /// Not known.
    Any,
}

/// What an expression computes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ExprKind {
    /// A constant.
    Literal(Constant),
    /// Data.
    Path(Path),
    /// Both are true; the second is not looked at when the first is false.
    And(Box<Expr>, Box<Expr>),
    /// One is true; the second is not looked at when the first is true.
    Or(Box<Expr>, Box<Expr>),
    /// The operand is false.
    Not(Box<Expr>),
    /// A comparison.
    Compare(Box<Compare>),
    /// The operand read as a boolean.
    Bool(Box<Expr>, Truth),
    /// The operand written as JSON text.
    JsonText(Box<Expr>),
    /// The operand as it is where it is text, else written as JSON text.
    Text(Box<Expr>),
    /// The number with the other sign.
    Negative(Box<Expr>),
    /// The array on the right has the value on the left, or the object on the right has the key on the left.
    In(Box<Expr>, Box<Expr>),
    /// A built-in function is called.
    Call(BuiltinCall),
    /// An object; keys are unique.
    Object(Vec<(String, Expr)>),
    /// The name of the flow that a resource names.
    FlowOf(Box<Expr>),
}

/// A comparison.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Compare {
    /// How the operands are compared.
    pub relation: Relation,
    /// The left operand.
    pub left: Expr,
    /// The right operand.
    pub right: Expr,
    /// What an ordering relation makes of null.
    pub null: NullOrder,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Relation {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Relation {
    /// As it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    /// The same for operands that have changed places.
    pub(crate) const fn mirrored(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            same => same,
        }
    }
}

/// What an ordering relation makes of null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NullOrder {
    /// The relation does not hold (v1).
    False,
    /// `FnF.RuntimeError` (`StateMachine`).
    Fail,
}

/// How a value is read as a boolean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Truth {
    /// Null is false, the texts `true` and `false` count, a number is true unless 0 (v1).
    Lenient,
    /// Null is false, anything else that is no boolean is `FnF.RuntimeError` (`StateMachine`).
    Strict,
}

/// A path into data.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Path {
    /// Where it starts.
    pub root: Root,
    /// The steps down.
    pub segments: Vec<Segment>,
    /// What a path that leads nowhere gives.
    pub missing: Missing,
}

/// Where a path starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Root {
    /// The input of the scope that the step belongs to.
    ScopeInput,
    /// The live data of that scope (v1: `$local`).
    ScopeData,
    /// The step's own input.
    StepInput,
    /// The step's raw result.
    Result,
    /// The error that a catch clause has caught: an object with the keys `error` and `cause`.
    Caught,
    /// The cell that all scopes of an execution share (`$Global`).
    Global,
    /// A member of the context object.
    Context(ContextField),
}

/// A member of the context object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContextField {
    /// The name of the execution.
    ExecutionName,
    /// The name of the flow.
    FlowName,
    /// The name of the step.
    StepName,
    /// The id of the event that the step was entered with, a number.
    StepEventId,
    /// The task token of the attempt.
    TaskToken,
    /// The input of the execution, an object.
    ExecutionInput,
    /// The role that the execution has in the cloud; empty here.
    RoleArn,
    /// How often the step has been tried again so far, a number.
    RetryCount,
}

/// A step down a path.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Segment {
    /// `.key`
    Key(String),
    /// `[n]`
    Index(usize),
    /// `[*]`; what follows is applied to each element, and the results make one flat array.
    Each,
}

/// What a path that leads nowhere gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Missing {
    /// Null (v1).
    Null,
    /// `FnF.RuntimeError` (`StateMachine`).
    Fail,
}

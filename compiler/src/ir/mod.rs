//! The one graph that both dialects lower to: scopes, steps, templates, policies, targets.
//!
//! Names are resolved to ids; every span is kept for the findings. Where the dialects differ in meaning, the IR says
//! which rule holds, so that no later stage asks for the dialect.
//!
//! For tools that look at flows: [`analyze`](crate::analyze) gives a [`Flow`]. All of it grows with the language.

mod builtin;
mod expr;
mod name;
mod parts;
mod print;
mod task;
mod template;
mod walk;
mod words;

pub use builtin::{Builtin, BuiltinCall};
pub use expr::{Compare, ContextField, Expr, ExprKind, Missing, NullOrder, Path, Relation, Root, Segment, Truth, Ty};
pub(crate) use name::{MAX_NAME, is_name, name_rule};
pub(crate) use print::constant_text;
pub use print::print;
pub use task::{Call, Callee, Catch, ChildMode, Function, FunctionId, Invocation, Mode, ResultRule, Retry, Task};
pub use template::{Constant, Template};
pub use words::Words;

use crate::source::Span;

/// A flow: a tree of scopes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Flow {
    /// The name in the definition, or the stem of its file.
    pub name: String,
    /// A hash of the definition's text, in hexadecimal.
    pub digest: String,
    /// Indexed by [`ScopeId`]; the first one is the flow's body.
    pub scopes: Vec<Scope>,
    /// Indexed by [`StepId`], in the order of the definition.
    pub steps: Vec<Step>,
    /// What the steps call, each resource once; indexed by [`FunctionId`].
    pub functions: Vec<Function>,
    /// Builds the input of the body from the execution's input ([`Root::ScopeInput`]).
    pub input: Option<Template>,
    /// Builds the execution's output from the body's input ([`Root::ScopeInput`]) and its data ([`Root::ScopeData`]);
    /// without one, the body's data is the output.
    pub output: Option<Template>,
    /// The limit for a whole execution, in seconds.
    pub timeout: Option<u64>,
    /// What the definition calls things, for messages.
    pub words: &'static Words,
}

/// A scope in [`Flow::scopes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub(crate) usize);

/// A step in [`Flow::steps`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub(crate) usize);

impl Flow {
    /// The scope with this id.
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0]
    }

    /// The step with this id.
    pub fn step(&self, id: StepId) -> &Step {
        &self.steps[id.0]
    }

    /// The function with this id.
    pub fn function(&self, id: FunctionId) -> &Function {
        &self.functions[id.0]
    }

    /// The id of the flow's body.
    pub fn body(&self) -> ScopeId {
        ScopeId(0)
    }
}

/// A graph of steps with one entry and data of its own.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Scope {
    /// What the scope is the body of.
    pub kind: ScopeKind,
    /// The step that holds the scope; none for the flow's body.
    pub parent: Option<StepId>,
    /// Where the scope starts; an empty scope ends at once.
    pub entry: Target,
    /// Its own steps, in the order of the definition.
    pub steps: Vec<StepId>,
    /// How the data of the scope takes up the output of a step.
    pub data: DataRule,
    /// Where the scope stands in the definition.
    pub span: Span,
}

/// What a scope is the body of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ScopeKind {
    /// The flow.
    Flow,
    /// An entry of a choice, counted from 0; the default comes after the last entry.
    Choice(usize),
    /// A branch of a parallel step, counted from 0.
    Branch(usize),
    /// The iterations of a foreach step.
    Iteration,
}

/// How the data of a scope takes up the output of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DataRule {
    /// The keys of the output are added, later ones win; the data starts empty (v1: `$local`).
    Accumulate,
    /// The output takes the place of the data, which starts as the scope's input (`StateMachine`).
    Replace,
}

/// Where control goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Target {
    /// To a step of the same scope.
    Step(StepId),
    /// Out of the scope.
    End,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Step {
    /// The name in the definition.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// Where the whole step stands.
    pub span: Span,
    /// The scope that it belongs to.
    pub scope: ScopeId,
    /// What it does.
    pub kind: StepKind,
    /// Builds the step's input ([`Root::StepInput`]) from [`Root::ScopeInput`] and [`Root::ScopeData`]. Without one the
    /// input is the scope's input overlaid with its data (`Accumulate`), or the scope's data (`Replace`).
    pub input: Option<Template>,
    /// Where the keys of that stand, in their order.
    pub input_keys: Vec<Span>,
    /// What the step gives to its scope when it succeeds.
    pub output: Output,
    /// Where the keys of an output that is a template stand, in the order of its keys.
    pub output_keys: Vec<Span>,
    /// Adds keys to the cell that all scopes share ([`Root::Global`]), from [`Root::StepInput`] and [`Root::Result`],
    /// when the step has succeeded (`GlobalConstructor`).
    pub global: Option<Template>,
    /// Where the keys of that stand, in their order.
    pub global_keys: Vec<Span>,
    /// The first policy that names the error decides; each has a count of its own.
    pub retry: Vec<Retry>,
    /// The first clause that names the error decides, when no policy tries again.
    pub catch: Vec<Catch>,
    /// Where control goes when the step has succeeded; for a choice, each entry says it.
    pub next: Target,
}

/// What a step gives to its scope.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Output {
    /// Built from [`Root::StepInput`] and [`Root::Result`].
    Template(Template),
    /// The step's result as it is.
    Result,
    /// The step's input as it is.
    Input,
    /// An object without keys.
    Empty,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "most steps are tasks")]
#[non_exhaustive]
pub enum StepKind {
    /// Calls a resource.
    Task(Task),
    /// Nothing: only its templates count. The result is an object without keys.
    Pass,
    /// Waits.
    Wait(Wait),
    /// Goes on where the first true condition says. The result is the data of the entry's body, or empty.
    #[non_exhaustive]
    Choice {
        /// Tried in order.
        entries: Vec<ChoiceEntry>,
        /// Taken when no condition is true.
        default: ChoiceDefault,
    },
    /// Runs its branches side by side.
    #[non_exhaustive]
    Parallel {
        /// In the order of the definition.
        branches: Vec<ScopeId>,
        /// How the results of the branches make the step's result.
        gather: Gather,
    },
    /// Runs its body once for each element of a collection.
    Foreach(Foreach),
    /// Ends its scope well.
    Succeed,
    /// Fails with an error.
    #[non_exhaustive]
    Fail {
        /// The error's code; empty where the definition gives none.
        error: Option<String>,
        /// The error's cause.
        cause: Option<String>,
    },
}

/// Until when a wait step waits; the expressions read [`Root::StepInput`] or are literals.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Wait {
    /// A number of seconds.
    Seconds(Expr),
    /// An instant as RFC 3339 text.
    Instant(Expr),
}

/// An entry of a choice.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChoiceEntry {
    /// Reads [`Root::StepInput`]; its type is [`Ty::Bool`].
    pub condition: Expr,
    /// Run when the condition is true.
    pub body: Option<ScopeId>,
    /// Where control goes afterwards.
    pub target: Target,
}

/// What a choice does when no condition is true.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChoiceDefault {
    /// Run first.
    pub body: Option<ScopeId>,
    /// Where control goes afterwards.
    pub target: Target,
}

/// How the results of branches or iterations make the result of their step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Gather {
    /// An array in order (v1).
    Array,
    /// An object with the keys `Branch0`, `Branch1`, … (`StateMachine`: `Parallel`).
    Branches,
    /// An object with the one key `Items`, an array (`StateMachine`: `Map`).
    Items,
}

/// A foreach step.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Foreach {
    /// Gives the array; reads [`Root::StepInput`].
    pub collection: Expr,
    /// The key under which the element is added to the iteration's input; none: the element is the input.
    pub item: Option<String>,
    /// The key under which the position, from 0, is added to the iteration's input.
    pub index: Option<String>,
    /// Run once for each element.
    pub body: ScopeId,
    /// How many iterations run at once at the most.
    pub concurrency: u32,
    /// How the results of the iterations make the step's result.
    pub gather: Gather,
}

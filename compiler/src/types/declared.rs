//! What is declared beside a definition: the types that the flow, its functions and its reports have.

use std::collections::BTreeMap;

use crate::ir::{Call, Callee, ChildMode, Expr, FunctionId, Invocation, Mode, StepId, Task};

/// The declarations of a sidecar, with its names resolved. Without a sidecar all of it is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Declared {
    /// Indexed by [`TypeId`].
    pub(crate) types: Vec<TypeDef>,
    /// What an execution starts with.
    pub(crate) input: Option<Ty>,
    /// What an execution ends with.
    pub(crate) output: Option<Ty>,
    /// By the function that a step calls.
    pub(crate) functions: BTreeMap<FunctionId, Signature>,
    /// What a task token of a step is reported with.
    pub(crate) reports: BTreeMap<StepId, Ty>,
    /// By the name of a flow that a step starts.
    pub(crate) flows: BTreeMap<String, Signature>,
}

/// What a function or a flow takes and gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Signature {
    pub(crate) input: Option<Ty>,
    pub(crate) output: Option<Ty>,
}

/// A type in [`Declared::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(pub(crate) usize);

/// A declared type. Schemas that describe no type of their own are one of these; the others have an entry in
/// [`Declared::types`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Ty {
    /// Any JSON.
    Any,
    Bool,
    /// A whole number.
    Integer(Integer),
    /// Any number, as it is written (`serde_json::Number`).
    Number,
    /// A number that is an `f64` (`format: double`).
    Double,
    Text,
    /// Text that is an RFC 3339 timestamp (`format: date-time`).
    Timestamp,
    List(Box<Ty>),
    /// An object of any keys with values of one type.
    Map(Box<Ty>),
    /// Null or the type, which is neither `Any` nor `Nullable`.
    Nullable(Box<Ty>),
    Named(TypeId),
}

/// The Rust type of whole numbers: the smallest of these that holds the range which is declared; `i64` without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Integer {
    I64,
    U64,
    I128,
}

/// A type with a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TypeDef {
    /// Words for its name in Rust, each once in [`Declared::types`] (`reserve input`, `reserve input order`, `Address`).
    pub(crate) name: String,
    /// The description.
    pub(crate) doc: Option<String>,
    pub(crate) kind: TypeKind,
}

/// What a type with a name is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TypeKind {
    /// An object with these keys.
    Struct {
        /// In the order of the schema; keys are unique.
        fields: Vec<FieldDef>,
        /// What other keys hold; nothing where there are no others (`additionalProperties: false`).
        others: Option<Ty>,
    },
    /// One of these texts (`enum` or `const`).
    Enum(Vec<String>),
    /// One of several objects, told apart by the text under a key (`oneOf` with a `discriminator`).
    Union {
        /// The key.
        tag: String,
        /// The text, and the object without that key, which is a `Struct`.
        variants: Vec<(String, TypeId)>,
    },
}

/// A key of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FieldDef {
    pub(crate) key: String,
    pub(crate) ty: Ty,
    /// Whether it is always there.
    pub(crate) required: bool,
    /// The description.
    pub(crate) doc: Option<String>,
}

impl Declared {
    /// The type with this id.
    pub(crate) fn get(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// What the called side of a task answers, or reports.
    pub(crate) fn answer(&self, id: StepId, task: &Task) -> Option<&Ty> {
        match (&task.call, task.mode) {
            (_, Mode::WaitForCallback) => self.reports.get(&id),
            (Call::Child { flow, mode: ChildMode::Wait, .. }, _) => self.child(flow)?.output.as_ref(),
            // What is accepted is not done yet.
            (Call::Child { .. } | Call::Function { function: Callee::Data(_), .. }, _)
            | (Call::Function { invocation: Invocation::Async, .. }, Mode::RequestResponse) => None,
            (Call::Function { function: Callee::Known(function), .. }, _) => {
                self.functions.get(function)?.output.as_ref()
            }
        }
    }

    /// What the flow that a step starts takes and gives, where the definition names it.
    pub(crate) fn child(&self, flow: &Expr) -> Option<&Signature> {
        self.flows.get(flow.text()?)
    }

    /// Whether nothing is declared.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

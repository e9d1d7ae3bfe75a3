//! What the roots of paths are in generated code.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use proc_macro2::TokenStream;
use quote::quote;

use super::typed::{Known, Place, Slots};
use crate::ir::{DataRule, Root, Words};

/// How generated code holds the data that a root stands for.
#[derive(Debug, Clone, Default)]
pub(super) enum Holder {
    /// There is none here; it reads as null.
    #[default]
    Absent,
    /// An object without keys, which is not held at all.
    Empty,
    /// An `rt::Data`, owned or borrowed.
    Layers(TokenStream),
    /// An `rt::Object`.
    Object(TokenStream),
    /// An `rt::Object` that is not needed afterwards.
    Last(TokenStream),
    /// An `rt::Value`.
    Value(TokenStream),
    /// An `rt::Value` that is not needed afterwards.
    LastValue(TokenStream),
    /// An `rt::Value` that stands under the one key `Body` of an object.
    Body(TokenStream),
    /// Data of a declared type.
    Typed(Place),
    /// Data of a declared type that stands under the one key `Body` of an object.
    TypedBody(Place),
    /// The data of a scope whose keys are known.
    Slots(TokenStream, Rc<Slots>),
    /// An array of data of different types, each in a variable of its own.
    Tuple(Vec<Place>),
    /// An object laid over another one.
    Over(Box<Holder>, Box<Holder>),
}

/// How generated code holds the task token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Token {
    /// There is none.
    #[default]
    Absent,
    /// `token: &rt::TaskToken`
    Given,
    /// `token: Option<&rt::TaskToken>`
    Optional,
}

/// What a step function has used so far of what it can have.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// The parameter `input`.
    pub(super) input: Cell<bool>,
    /// The parameter `scope`.
    pub(super) scope: Cell<bool>,
    /// The parameter `scope`, to move data out of it.
    pub(super) taken: Cell<bool>,
    /// The input of the step.
    pub(super) step_input: Cell<bool>,
    /// The result of the step.
    pub(super) result: Cell<bool>,
    /// The error that was caught.
    pub(super) caught: Cell<bool>,
}

/// Where an expression or a template is evaluated.
#[derive(Debug, Clone)]
pub(super) struct Env<'a> {
    /// [`Root::ScopeInput`]
    pub(super) scope_input: Holder,
    /// [`Root::ScopeData`]
    pub(super) scope_data: Holder,
    /// [`Root::StepInput`]
    pub(super) step_input: Holder,
    /// [`Root::Result`]
    pub(super) result: Holder,
    /// [`Root::Caught`]
    pub(super) caught: Holder,
    /// [`Root::Global`]
    pub(super) global: Holder,
    /// The task token.
    pub(super) token: Token,
    /// Whether there is a step, in `here`.
    pub(super) in_step: bool,
    /// The keys of the result that are read once and so can be moved out of it.
    pub(super) movable: BTreeSet<String>,
    /// The keys of what roots stand for that nothing else reads, and so can be moved out.
    pub(super) spent: Vec<(Root, String)>,
    /// The keys of the scope's data that stand in variables of their own.
    pub(super) bound: BTreeMap<String, Place>,
    /// The declared types.
    pub(super) known: Known<'a>,
    /// Where uses are noted.
    pub(super) uses: &'a Uses,
    /// What the definition calls things, for messages.
    pub(super) words: &'static Words,
}

impl<'a> Env<'a> {
    /// Without any data.
    pub(super) fn empty(uses: &'a Uses, known: Known<'a>, words: &'static Words) -> Self {
        Self {
            scope_input: Holder::Absent,
            scope_data: Holder::Absent,
            step_input: Holder::Absent,
            result: Holder::Absent,
            caught: Holder::Absent,
            global: Holder::Absent,
            token: Token::Absent,
            in_step: false,
            movable: BTreeSet::new(),
            spent: Vec::new(),
            bound: BTreeMap::new(),
            known,
            uses,
            words,
        }
    }

    /// In a step, before its input is known.
    pub(super) fn in_step(rule: DataRule, uses: &'a Uses, known: Known<'a>, words: &'static Words) -> Self {
        let empty = Self { in_step: true, global: Holder::Object(quote!(global)), ..Self::empty(uses, known, words) };
        match rule {
            DataRule::Accumulate => Self {
                scope_input: Holder::Layers(quote!(input)),
                scope_data: Holder::Object(quote!(scope.local)),
                ..empty
            },
            DataRule::Replace => Self { scope_data: Holder::Value(quote!(data)), ..empty },
        }
    }

    /// How a root is held.
    pub(super) fn holder(&self, root: Root) -> &Holder {
        match root {
            Root::ScopeInput => &self.scope_input,
            Root::ScopeData => &self.scope_data,
            Root::StepInput => &self.step_input,
            Root::Result => &self.result,
            Root::Caught => &self.caught,
            Root::Global => &self.global,
            Root::Context(_) => &Holder::Absent,
        }
    }

    /// Notes that generated code names what a root stands for.
    pub(super) fn note(&self, root: Root) {
        let Uses { input, scope, step_input, result, caught, .. } = self.uses;
        match root {
            Root::ScopeInput => input.set(true),
            Root::ScopeData => scope.set(true),
            Root::StepInput => step_input.set(true),
            Root::Result => result.set(true),
            Root::Caught => caught.set(true),
            Root::Global | Root::Context(_) => {}
        }
    }
}

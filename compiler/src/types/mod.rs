//! What is known of the data of a flow before it runs: what is declared beside the definition, and what follows from that
//! and from the flow itself. What is not known is `Any`, and never a mistake.

mod declared; // the sidecar, with its names resolved

mod schema; // the sidecar, read

mod instant; // text that is one

mod shape; // what is known of a value

mod infer; // what follows for each step

mod demand; // what the flow asks of its input

mod print; // for people

#[cfg(test)]
pub(crate) use declared::Signature;
pub(crate) use declared::{Declared, FieldDef, Integer, Ty, TypeDef, TypeId, TypeKind};
pub(crate) use infer::{Half, Order, Roots, infer};
pub(crate) use instant::{is_instant, may_be_instant};
pub(crate) use print::print;
pub(crate) use schema::{declare, missing};
pub(crate) use shape::{Expanded, Found, Kinds, Lost, Misfit, Presence, Reason, Shape};

use crate::ir::{ScopeId, StepId};

/// What is known of the data of a flow.
#[derive(Debug)]
pub(crate) struct Types {
    pub(crate) declared: Declared,
    /// Indexed by [`StepId`].
    pub(crate) steps: Vec<StepShapes>,
    /// Indexed by [`ScopeId`].
    pub(crate) scopes: Vec<ScopeShapes>,
    /// What an execution starts with ([`crate::ir::ContextField::ExecutionInput`]).
    pub(crate) started: Shape,
    /// What all scopes share ([`crate::ir::Root::Global`]).
    pub(crate) global: Shape,
    /// What is behind the names of declared types.
    pub(crate) names: Expanded,
}

/// The data of a step. All of it is `Never` where no way leads to the step.
#[derive(Debug, Clone)]
pub(crate) struct StepShapes {
    /// The data of its scope when it is entered.
    pub(crate) data: Shape,
    /// Its own input ([`crate::ir::Root::StepInput`]).
    pub(crate) input: Shape,
    /// Its raw result ([`crate::ir::Root::Result`]).
    pub(crate) result: Shape,
    /// What it gives to its scope when it has succeeded.
    pub(crate) output: Shape,
    /// What it gives to its scope when a clause has caught its error, by clause.
    pub(crate) caught: Vec<Shape>,
}

/// The data of a scope.
#[derive(Debug, Clone)]
pub(crate) struct ScopeShapes {
    /// Its input ([`crate::ir::Root::ScopeInput`]).
    pub(crate) input: Shape,
    /// Its data at its end.
    pub(crate) outcome: Shape,
}

impl Types {
    /// The data of a step.
    pub(crate) fn step(&self, id: StepId) -> &StepShapes {
        &self.steps[id.0]
    }

    /// The data of a scope.
    pub(crate) fn scope(&self, id: ScopeId) -> &ScopeShapes {
        &self.scopes[id.0]
    }
}

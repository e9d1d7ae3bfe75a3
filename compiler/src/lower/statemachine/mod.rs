//! `Type: StateMachine`

mod action;
mod argument;
mod context;
mod map;
mod mode;
mod params;
mod policy;
mod scene;
mod state;
mod target;
mod task;
mod template;
mod variable;

use scene::Scene;

use super::names::Siblings;
use super::{Lowering, Tree, digest};
use crate::diagnostics::Diagnostics;
use crate::ir::{DataRule, Flow, ScopeId, ScopeKind, StepId, Target, Words};
use crate::source::SourceFile;
use crate::syntax::{Spanned, statemachine as syntax};

/// Lowers a flow.
pub(super) fn lower<'a>(written: &'a syntax::Machine, source: &SourceFile, diags: &'a mut Diagnostics) -> Flow {
    let words = &Words::STATE_MACHINE;
    let mut machine = Machine { base: Lowering::new(&written.body.states, words, diags), calls: 0 };
    machine.scope(&written.body, ScopeKind::Flow, None);
    let Lowering { scopes, steps, functions, .. } = machine.base;
    Flow {
        name: written.name.as_ref().map_or_else(|| source.stem().to_owned(), |name| name.node.clone()),
        digest: digest::digest(source.text()),
        input: None,
        output: None,
        timeout: None,
        scopes,
        steps,
        functions,
        words,
    }
}

struct Machine<'a> {
    base: Lowering<'a>,
    /// How many calls of built-in functions the state has had so far.
    calls: u32,
}

impl Tree for syntax::State {
    fn name(&self) -> &Spanned<String> {
        &self.name
    }

    fn nested(&self) -> Vec<&[Self]> {
        match &self.kind {
            syntax::StateKind::Parallel(branches) => branches.iter().map(|branch| branch.states.as_slice()).collect(),
            syntax::StateKind::Map(map) => map.processor.iter().map(|processor| processor.states.as_slice()).collect(),
            _ => Vec::new(),
        }
    }
}

impl Machine<'_> {
    /// Lowers a list of states with all that it holds.
    fn scope(&mut self, scope: &syntax::Scope, kind: ScopeKind, parent: Option<StepId>) -> ScopeId {
        let siblings = self.base.siblings(&scope.states);
        let entry = match &scope.start {
            Some(start) => self.base.target(start, "StartAt", &siblings),
            None => siblings.ids.first().map_or(Target::End, |first| Target::Step(*first)),
        };
        let id = ScopeId(self.base.scopes.len());
        self.base.scopes.push(crate::ir::Scope {
            kind,
            parent,
            entry,
            steps: siblings.ids.clone(),
            data: DataRule::Replace,
            span: scope.span,
        });
        for state in &scope.states {
            self.state(state, id, &siblings);
        }
        id
    }

    fn target(&mut self, name: Option<&Spanned<String>>, key: &str, siblings: &Siblings<'_>) -> Target {
        name.map_or(Target::End, |name| self.base.target(name, key, siblings))
    }
}

//! `type: flow`

mod condition;
mod params;
mod pattern;
mod policy;
mod resource;
mod step;
mod task;
mod value;

use value::Place;

use super::{Lowering, Tree, digest};
use crate::diagnostics::Diagnostics;
use crate::ir::{DataRule, Flow, Scope, ScopeId, ScopeKind, StepId, Target, Words};
use crate::source::{SourceFile, Span};
use crate::syntax::{Spanned, v1};

/// Lowers a flow.
pub(super) fn lower<'a>(flow: &'a v1::Flow, source: &SourceFile, diags: &'a mut Diagnostics) -> Flow {
    let mut lowering = Lowering::new(&flow.steps, &Words::V1, diags);
    lowering.scope(&flow.steps, ScopeKind::Flow, None, flow.span);
    Flow {
        name: flow.name.as_ref().map_or_else(|| source.stem().to_owned(), |name| name.node.clone()),
        digest: digest::digest(source.text()),
        input: flow.inputs.as_ref().map(|mappings| lowering.mappings(mappings, Place::FlowInput)),
        output: flow.outputs.as_ref().map(|mappings| lowering.mappings(mappings, Place::FlowOutput)),
        timeout: flow.timeout.as_ref().map(|timeout| timeout.node),
        scopes: lowering.scopes,
        steps: lowering.steps,
        functions: lowering.functions,
        words: &Words::V1,
    }
}

impl Tree for v1::Step {
    fn name(&self) -> &Spanned<String> {
        &self.name
    }

    fn nested(&self) -> Vec<&[Self]> {
        match &self.kind {
            v1::StepKind::Choice(choice) => {
                let entries = choice.entries.iter().filter_map(|entry| entry.jump.steps.as_deref());
                entries.chain(choice.default.iter().filter_map(|jump| jump.steps.as_deref())).collect()
            }
            v1::StepKind::Parallel(parallel) => {
                parallel.branches.iter().map(|branch| branch.steps.as_slice()).collect()
            }
            v1::StepKind::Foreach(foreach) => vec![&foreach.steps],
            _ => Vec::new(),
        }
    }
}

impl Lowering<'_> {
    /// Lowers a list of steps with all that it holds.
    fn scope(&mut self, steps: &[v1::Step], kind: ScopeKind, parent: Option<StepId>, span: Span) -> ScopeId {
        let id = ScopeId(self.scopes.len());
        let siblings = self.siblings(steps);
        let ids = siblings.ids.clone();
        self.scopes.push(Scope {
            kind,
            parent,
            entry: ids.first().map_or(Target::End, |first| Target::Step(*first)),
            steps: ids.clone(),
            data: DataRule::Accumulate,
            span,
        });
        for (at, step) in steps.iter().enumerate() {
            let following = ids.get(at + 1).map_or(Target::End, |next| Target::Step(*next));
            self.step(step, id, following, &siblings);
        }
        id
    }
}

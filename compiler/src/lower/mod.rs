//! The definition as written to the one graph. Afterwards there are ids instead of names, templates instead of mappings,
//! and every default is filled in.

mod arn;
mod condition;
mod digest;
mod names;
mod params;
mod pattern;
mod policy;
mod resource;
mod step;
mod task;
mod value;

use std::collections::HashMap;

use names::Names;
use value::Place;

use crate::diagnostics::Diagnostics;
use crate::ir::{DataRule, Flow, Function, FunctionId, Scope, ScopeId, ScopeKind, Step, StepId, Target, Words};
use crate::source::{SourceFile, Span};
use crate::syntax::{Document, v1};

/// Lowers a definition; what is wrong is reported and has a stand-in.
pub(crate) fn lower(document: &Document, source: &SourceFile, diags: &mut Diagnostics) -> Flow {
    let Document::V1(flow) = document;
    let names = Names::new(&flow.steps, diags);
    let mut lowering = Lowering {
        diags,
        names,
        scopes: Vec::new(),
        steps: Vec::new(),
        functions: Vec::new(),
        by_resource: HashMap::new(),
    };
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

struct Lowering<'a> {
    diags: &'a mut Diagnostics,
    names: Names<'a>,
    scopes: Vec<Scope>,
    steps: Vec<Step>,
    functions: Vec<Function>,
    by_resource: HashMap<String, FunctionId>,
}

/// The steps of one list by their names, while it is lowered.
type Siblings<'a> = HashMap<&'a str, StepId>;

impl<'a> Lowering<'a> {
    /// Lowers a list of steps with all that it holds.
    fn scope(&mut self, steps: &'a [v1::Step], kind: ScopeKind, parent: Option<StepId>, span: Span) -> ScopeId {
        let id = ScopeId(self.scopes.len());
        let mut next = self.steps.len();
        let mut ids = Vec::with_capacity(steps.len());
        let mut siblings = Siblings::new();
        for step in steps {
            ids.push(StepId(next));
            siblings.entry(step.name.node.as_str()).or_insert(StepId(next));
            next += names::size(step); // a step comes before those that it holds
        }
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

    fn function(&mut self, resource: String, name: String, span: Span) -> FunctionId {
        let next = FunctionId(self.functions.len());
        let id = *self.by_resource.entry(resource.clone()).or_insert(next);
        if id == next {
            self.functions.push(Function { resource, name, span });
        }
        id
    }
}

//! The definition as written to the one graph. Afterwards there are ids instead of names, templates instead of mappings,
//! and every default is filled in. Each dialect has a folder; what both need stands here.

mod arn;
mod digest;
mod expression;
mod literal;
mod names;
mod resource;
mod statemachine;
mod v1;

use std::collections::HashMap;

use names::{Names, Siblings, Tree};

use crate::diagnostics::Diagnostics;
use crate::ir::{Flow, Function, FunctionId, Scope, Step, Words};
use crate::source::{SourceFile, Span};
use crate::syntax::Document;

/// Lowers a definition; what is wrong is reported and has a stand-in.
pub(crate) fn lower(document: &Document, source: &SourceFile, diags: &mut Diagnostics) -> Flow {
    match document {
        Document::V1(flow) => v1::lower(flow, source, diags),
        Document::StateMachine(machine) => statemachine::lower(machine, source, diags),
    }
}

struct Lowering<'a> {
    diags: &'a mut Diagnostics,
    words: &'static Words,
    names: Names<'a>,
    scopes: Vec<Scope>,
    steps: Vec<Step>,
    functions: Vec<Function>,
    by_resource: HashMap<String, FunctionId>,
}

impl<'a> Lowering<'a> {
    fn new(steps: &'a [impl Tree], words: &'static Words, diags: &'a mut Diagnostics) -> Self {
        let names = Names::new(steps, words, diags);
        Self {
            diags,
            words,
            names,
            scopes: Vec::new(),
            steps: Vec::new(),
            functions: Vec::new(),
            by_resource: HashMap::new(),
        }
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

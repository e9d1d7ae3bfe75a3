//! Spans for `tracing`: executions, the steps in them, the attempts in those, under the names of the definition. They
//! hold no data: that may be secret.

use std::collections::HashMap;

use tracing::Span;

use crate::{
    path::{Path, Segment},
    store::{
        ExecutionId,
        rows::{RowKind, is_beneath, key},
    },
};

/// The spans of an execution that is in memory. One that comes back gets new ones.
#[derive(Debug)]
pub(super) struct Spans {
    execution: Span,
    /// The step that a scope stands at, by the key of the scope's checkpoint.
    steps: HashMap<String, Span>,
}

impl Spans {
    pub(super) fn new(flow: &str, name: &str, id: ExecutionId) -> Self {
        let execution = tracing::info_span!("execution", flow, name, id = id.0);
        Self { execution, steps: HashMap::new() }
    }

    pub(super) fn execution(&self) -> &Span {
        &self.execution
    }

    /// The step at `here` is entered.
    pub(super) fn enter(&mut self, here: &Path<'_>) {
        if !self.execution.is_disabled() {
            let span = self.make(here);
            self.steps.insert(scope_key(here), span);
        }
    }

    /// The step at `here` is left.
    pub(super) fn leave(&mut self, here: &Path<'_>) {
        if !self.steps.is_empty() {
            self.steps.remove(&scope_key(here));
            self.cancel(&here.to_string());
        }
    }

    /// The branches and iterations beneath a path are left where they stand.
    pub(super) fn cancel(&mut self, path: &str) {
        self.steps.retain(|scope, _| !is_beneath(scope, path));
    }

    /// A span for an attempt at a path.
    pub(super) fn attempt(&mut self, path: &Path<'_>, resource: &str, repeat: bool) -> Span {
        let Some(step) = path.above().filter(|_| !self.execution.is_disabled()) else { return Span::none() };
        let (parent, number) = (self.step(step), path.segment().number());
        tracing::info_span!(parent: &parent, "attempt", resource, number, repeat)
    }

    fn step(&mut self, here: &Path<'_>) -> Span {
        let key = scope_key(here);
        if let Some(known) = self.steps.get(&key) {
            return known.clone();
        }
        let span = self.make(here);
        self.steps.insert(key, span.clone());
        span
    }

    fn make(&mut self, here: &Path<'_>) -> Span {
        let around = here.above().and_then(Path::above).map(Path::at_step);
        let parent = match around {
            Some(step) if matches!(step.segment(), Segment::Step(..)) => self.step(step),
            _ => self.execution.clone(),
        };
        let name = here.step().map_or("", |step| step.name);
        tracing::info_span!(parent: &parent, "step", name, path = %here)
    }
}

/// The key of the checkpoint of the scope that a step is in.
fn scope_key(here: &Path<'_>) -> String {
    key(here.above().copied().unwrap_or(Path::ROOT), RowKind::Checkpoint)
}

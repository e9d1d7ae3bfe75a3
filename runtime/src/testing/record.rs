//! What is kept of an execution.

use std::time::Duration;

use super::json::hide_tokens;
use crate::{
    engine::{ExecutionDescription, JobDescription},
    history::HistoryEvent,
};

/// What is kept of an execution when a run is over. Task tokens are `<token>`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExecutionRecord {
    /// How it stands.
    pub description: ExecutionDescription,
    /// Its events.
    pub history: Vec<HistoryEvent>,
    /// The background jobs that it has handed over.
    pub jobs: Vec<JobDescription>,
}

impl ExecutionRecord {
    pub(super) fn new(
        mut description: ExecutionDescription,
        mut history: Vec<HistoryEvent>,
        mut jobs: Vec<JobDescription>,
    ) -> Self {
        hide_tokens(&mut description.input);
        description.output.iter_mut().for_each(hide_tokens);
        history.iter_mut().map(|event| &mut event.detail).for_each(hide_tokens);
        jobs.iter_mut().filter_map(|job| job.output.as_mut()).for_each(hide_tokens);
        Self { description, history, jobs }
    }

    pub(super) fn is(&self, flow: &str, name: &str) -> bool {
        self.description.flow == flow && self.description.name == name
    }

    /// How long it took, or has taken so far.
    pub(super) fn took(&self) -> Option<Duration> {
        Some(self.history.last()?.time.since(self.history.first()?.time))
    }
}

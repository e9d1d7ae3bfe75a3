//! Retry policies and catch clauses with their defaults.

use super::super::{Lowering, Siblings};
use super::value::{Place, targets};
use crate::ir::{Catch, Output, Retry, Target};
use crate::syntax::MAX_INTERVAL;
use crate::syntax::v1;

/// A retry policy with its defaults.
pub(super) fn retry(retry: &v1::Retry) -> Retry {
    Retry {
        errors: retry.errors.clone(),
        interval: retry.interval.unwrap_or(1),
        max_interval: retry.max_interval.unwrap_or(MAX_INTERVAL),
        max_attempts: retry.max_attempts.map_or(3, |attempts| u32::try_from(attempts).unwrap_or(u32::MAX)),
        multiplier: retry.multiplier.unwrap_or(2.0),
        span: retry.span,
    }
}

impl Lowering<'_> {
    pub(super) fn catches(&mut self, task: &v1::Task, siblings: &Siblings<'_>) -> Vec<Catch> {
        let output = match &task.errors {
            Some(mappings) => Output::Template(self.mappings(mappings, Place::Error)),
            None => Output::Empty,
        };
        let output_keys = targets(task.errors.as_deref());
        let mut clauses = Vec::with_capacity(task.catch.len());
        for catch in &task.catch {
            let target = match &catch.goto {
                Some(goto) => self.target(goto, "goto", siblings),
                None => Target::End,
            };
            clauses.push(Catch {
                errors: catch.errors.clone(),
                output: output.clone(),
                output_keys: output_keys.clone(),
                target,
                span: catch.span,
            });
        }
        clauses
    }
}

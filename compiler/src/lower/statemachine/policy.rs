//! Rules of `Retry` and `Catch` with their defaults.

use super::super::names::Siblings;
use super::scene::Place;
use super::template::keys;
use super::{Machine, Scene};
use crate::diagnostics::Code;
use crate::ir::{Catch, Output, Retry};
use crate::syntax::MAX_INTERVAL;
use crate::syntax::statemachine as syntax;

impl Machine<'_> {
    pub(super) fn retry(retry: &syntax::Retry) -> Retry {
        Retry {
            errors: retry.errors.clone(),
            interval: retry.interval.unwrap_or(1),
            max_interval: retry.max_interval.unwrap_or(MAX_INTERVAL),
            max_attempts: retry.max_attempts.map_or(0, |attempts| u32::try_from(attempts).unwrap_or(u32::MAX)),
            multiplier: retry.backoff.unwrap_or(1.0),
            span: retry.span,
        }
    }

    pub(super) fn catches(&mut self, rules: &[syntax::Catch], scene: Scene, siblings: &Siblings<'_>) -> Vec<Catch> {
        let mut clauses = Vec::with_capacity(rules.len());
        for rule in rules {
            let output = match &rule.output {
                Some(members) => Output::Template(self.object(members, scene.at(Place::Catch))),
                None => {
                    self.caught_input(rule);
                    Output::Input
                }
            };
            let target = self.target(rule.next.as_ref(), "Next", siblings);
            clauses.push(Catch {
                errors: rule.errors.clone(),
                output,
                output_keys: keys(rule.output.as_deref()),
                target,
                span: rule.span,
            });
        }
        clauses
    }

    fn caught_input(&mut self, rule: &syntax::Catch) {
        if let Some(next) = &rule.next {
            self.base
                .diags
                .report(
                    Code::CaughtInput,
                    next.span,
                    format_args!("`{}` gets the input of the state that has failed", next.node),
                )
                .help("add an `OutputConstructor` to the rule to hand on the error: `$Context.Current.Error`");
        }
    }
}

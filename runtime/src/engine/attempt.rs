//! Attempts of tasks: scheduled once, performed until they are settled.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use tracing::Instrument as _;

use super::{
    Error, Standard,
    detail::{detail, raw},
    effects::Effect,
    live::{around, last_event, shallow},
    turn::Turn,
};
use crate::{
    context::Attempt,
    error::{Halt, Res, StepError, codes},
    flow::Function,
    guard::{self, guarded},
    history::EventKind,
    path::{Path, Segment},
    store::rows::{self, Phase, Row, RowKind, key},
};

/// The step that an attempt belongs to.
fn of_attempt(attempt: &Attempt<'_>) -> (String, &'static str) {
    around(attempt.path.above().unwrap_or(&Path::ROOT))
}

/// The outcome of a settled attempt; a result that does not fit its type is an error of the task.
pub(super) fn outcome<T: DeserializeOwned>(turn: &mut Turn, key: &str) -> Option<Res<Result<T, StepError>>> {
    let attempt = turn.attempt(key)?;
    let Phase::Closed(outcome) = &attempt.phase else { return None };
    Some(Ok(match outcome {
        Err(error) => Err(error.clone()),
        Ok(json) => serde_json::from_str(json.get()).map_err(|error| {
            let path = key.split('!').next().unwrap_or_default();
            StepError::new(codes::INVALID_LOCAL, format!("`{path}`: the result of the task does not fit: {error}"))
        }),
    }))
}

impl Standard {
    /// Schedules an attempt that is not there yet, and gives its row's key.
    pub(super) fn schedule(&self, attempt: &Attempt<'_>, with_token: bool) -> Res<String> {
        let row = key(attempt.path, RowKind::Attempt);
        let mut turn = self.0.turn();
        if turn.row(&row).is_some() {
            return Ok(row);
        }
        let secret = if with_token { Some(self.secret(&mut turn)?) } else { None };
        let (checkpoint, step) = of_attempt(attempt);
        let number = match attempt.path.segment() {
            Segment::Attempt(number) => number,
            _ => 1,
        };
        let deadline = attempt.timeout.map(|timeout| turn.now.after(timeout));
        let fixed = [("attempt", number.into())];
        let event = detail(usize::MAX, &fixed, "deadline", deadline.map(|at| at.to_string()).as_ref());
        let after = last_event(&turn, &checkpoint);
        let scheduled = turn.secret_event(EventKind::TaskScheduled, after, step, event, secret);
        turn.put(
            row.clone(),
            Row::Attempt(rows::Attempt {
                step: step.to_owned(),
                scheduled,
                started: 0,
                secret,
                deadline,
                child: None,
                phase: Phase::Scheduled,
            }),
        );
        Ok(row)
    }

    fn secret(&self, turn: &mut Turn) -> Res<u128> {
        self.0.core.entropy.bits().map_err(|error| {
            turn.fatal = Some(Error::Quarantined { execution: turn.id, reason: error.to_string() });
            Halt::Stopped
        })
    }

    /// Whether the effect of an attempt has to be started: it is neither under way in this process nor over.
    pub(super) fn is_idle(&self, row: &str) -> bool {
        let turn = self.0.turn();
        turn.attempt(row).is_some_and(|attempt| matches!(attempt.phase, Phase::Scheduled))
            && !turn.running.contains_key(row)
    }

    /// Starts the effect of an attempt that is idle.
    pub(super) fn start(&self, row: &str, resource: &str, input: &RawValue, effect: &mut dyn FnMut(bool) -> Effect) {
        let mut turn = self.0.turn();
        let Some(attempt) = turn.attempt(row) else { return };
        let repeat = attempt.started != 0;
        if !repeat {
            let (scheduled, step) = (attempt.scheduled, attempt.step.clone());
            let event = detail(turn.limits.event_detail, &[("resource", resource.into())], "input", Some(input));
            let started = turn.event(EventKind::TaskStarted, scheduled, &step, event);
            turn.change_attempt(row, |attempt| attempt.started = started);
        }
        turn.running.insert(row.to_owned(), None);
        turn.effects.push(effect(repeat));
    }

    /// Calls the function of an attempt unless that is under way or over.
    pub(super) fn perform<F: Function<H>, H: Send + Sync + 'static>(
        &self,
        attempt: &Attempt<'_>,
        row: &str,
        host: &Arc<H>,
        input: F::In,
    ) {
        if !self.is_idle(row) {
            return;
        }
        let shown = raw(&input);
        let mut input = Some(input);
        let resource = attempt.resource_of::<F, H>();
        self.start(row, resource, &shown, &mut |repeat| {
            let (live, host, path, input) =
                (Arc::clone(&self.0), Arc::clone(host), attempt.path.to_string(), input.take());
            let invocation = attempt.invocation.map(str::to_owned);
            let span = self.0.spans().attempt(attempt.path, resource, repeat);
            let resource = resource.to_owned();
            let call = async move {
                let Some(input) = input else { return Err(guard::unfinished(&resource)) };
                let execution = live.turn().id;
                live.core.claim(execution, &path, &resource, invocation.as_deref()).await?;
                let _admitted = live.core.admit(&resource).await;
                let call = live.call(&path, &resource, repeat, invocation.as_deref());
                let result = guarded(&resource, async { F::call(&host, call, input).await }).await?;
                let result = serde_json::value::to_raw_value(&result).map_err(|error| {
                    StepError::new(codes::INVALID_LOCAL, format!("the result of the task is no JSON: {error}"))
                })?;
                shallow(result, codes::INVALID_LOCAL)
            };
            Effect::Call { row: row.to_owned(), call: Box::pin(call.instrument(span)) }
        });
    }

    /// Hands the call of an attempt over to the background unless that is under way or over.
    pub(super) fn hand_over<F: Function<H>, H: Send + Sync + 'static>(
        &self,
        attempt: &Attempt<'_>,
        row: &str,
        input: &F::In,
    ) {
        if !self.is_idle(row) {
            return;
        }
        let (input, resource) = (raw(input), attempt.resource_of::<F, H>());
        self.start(row, resource, &input, &mut |_| {
            let (live, step) = (Arc::clone(&self.0), attempt.path.step());
            let job = rows::Job {
                flow: live.start.flow.clone(),
                execution: live.start.name.clone(),
                step: step.map_or("", |step| step.name).to_owned(),
                path: attempt.path.to_string(),
                resource: resource.to_owned(),
                invocation: attempt.invocation.map(str::to_owned),
                input: input.clone(),
                accepted: live.core.clock.now(),
                ended: None,
            };
            let accept = async move {
                let execution = live.turn().id;
                live.core.accept(execution, job).await
            };
            Effect::Call { row: row.to_owned(), call: Box::pin(accept) }
        });
    }
}

//! What a turn records, and what counts against the limits.

use serde::Serialize;
use serde_json::value::RawValue;

use super::{Turn, gatherer};
use crate::{
    engine::detail::{detail, raw, weighed},
    error::StepError,
    history::EventKind,
    store::rows::{EventRow, Row},
};

impl Turn {
    /// Adds an event and gives its id.
    pub(in crate::engine) fn event(
        &mut self,
        kind: EventKind,
        schedule: u64,
        step: &str,
        detail: Box<RawValue>,
    ) -> u64 {
        self.secret_event(kind, schedule, step, detail, None)
    }

    pub(in crate::engine) fn secret_event(
        &mut self,
        kind: EventKind,
        schedule: u64,
        step: &str,
        detail: Box<RawValue>,
        secret: Option<u128>,
    ) -> u64 {
        let id = self.progress.next_event;
        if id >= self.limits.events && !kind.ends_execution() {
            self.exceed(self.limits.too_many_events());
        }
        self.progress.next_event = id.saturating_add(1);
        tracing::debug!(event = id, %kind, step, "recorded");
        let row = EventRow { kind, schedule, step: step.to_owned(), time: self.now, detail, secret };
        self.events.push((id, row));
        id
    }

    /// An event that says which error there was.
    pub(in crate::engine) fn error_event(
        &mut self,
        kind: EventKind,
        schedule: u64,
        step: &str,
        error: &StepError,
    ) -> u64 {
        let detail = raw(error);
        self.event(kind, schedule, step, detail)
    }

    /// A detail with one key; left out where its value is too large to keep.
    pub(in crate::engine) fn detail<T: Serialize + ?Sized>(&self, key: &str, value: &T) -> Box<RawValue> {
        detail(self.limits.event_detail, &[], key, Some(value))
    }

    /// The same, for data of the step whose scope has this checkpoint: it counts against the limits.
    pub(in crate::engine) fn weighed<T: Serialize + ?Sized>(
        &mut self,
        checkpoint: &str,
        key: &str,
        value: &T,
    ) -> Box<RawValue> {
        let limits = (self.limits.event_detail, self.limits.data);
        let (detail, size) = weighed(limits, &[], key, Some(value));
        // Null stands for an input that is not mapped.
        if size > "null".len() {
            self.weigh(checkpoint, size);
        }
        detail
    }

    /// Notes that the execution has gone beyond a limit.
    pub(in crate::engine) fn exceed(&mut self, error: StepError) {
        self.exceeded.get_or_insert(error);
    }

    /// Keeps the outcome of a branch or an iteration; all of a step together are a datum.
    pub(in crate::engine) fn gather(&mut self, key: String, outcome: Box<RawValue>) {
        let gathered = self.gathered.entry(gatherer(&key).to_owned()).or_default();
        *gathered = gathered.saturating_add(outcome.get().len());
        if *gathered > self.limits.data {
            self.exceed(self.limits.too_much_data());
        }
        self.put(key, Row::Outcome(outcome));
    }

    /// Takes up the size of a datum of the step whose scope has this checkpoint.
    pub(in crate::engine) fn weigh(&mut self, checkpoint: &str, size: usize) {
        if size > self.limits.data {
            self.exceed(self.limits.too_much_data());
        }
        if self.limits.step_data == usize::MAX {
            return;
        }
        let Some(Row::Checkpoint(kept)) = self.rows.get_mut(checkpoint) else { return };
        kept.size = kept.size.saturating_add(size);
        if kept.size > self.limits.step_data {
            self.exceed(self.limits.too_much_in_step());
        }
        self.changed.insert(checkpoint.to_owned());
    }

    /// Takes back the size of what an attempt of a step has gathered: the next one begins anew.
    pub(in crate::engine) fn lighten(&mut self, checkpoint: &str, attempt: &str) {
        let Some(gathered) = self.gathered.get(attempt).filter(|_| self.limits.step_data != usize::MAX) else { return };
        let Some(Row::Checkpoint(kept)) = self.rows.get_mut(checkpoint) else { return };
        kept.size = kept.size.saturating_sub(*gathered);
        self.changed.insert(checkpoint.to_owned());
    }

    /// Takes back the events that go beyond the limit, and the end that the flow itself has come to.
    pub(in crate::engine) fn cut_events(&mut self) {
        let limit = self.limits.events;
        let goes = |(id, event): &(u64, EventRow)| *id >= limit || event.kind.ends_execution();
        if let Some(first) = self.events.iter().position(goes) {
            self.progress.next_event = self.events[first].0;
            self.events.truncate(first);
        }
    }
}

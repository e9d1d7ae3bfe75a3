//! A turn: what one outcome leads to, gathered until it is committed as a whole.

mod events; // what it records, and what counts against the limits

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    task::Waker,
};

use tokio::task::AbortHandle;

use super::{Error, Limits, due::Due, effects::Effect, mailbox::Outcome};
use crate::{
    clock::Timestamp,
    error::StepError,
    store::{
        Batch, ExecutionId, Orphan, Progress, codec,
        rows::{Attempt, EventRow, Phase, Row, is_beneath},
    },
};

/// An execution in memory: its rows, and what has changed since the last commit.
pub(super) struct Turn {
    pub(super) id: ExecutionId,
    pub(super) now: Timestamp,
    pub(super) progress: Progress,
    pub(super) limits: Limits,
    rows: BTreeMap<String, Row>,
    /// The rows of attempts by the ids of the events that scheduled them, which tokens name.
    attempts: HashMap<u64, String>,
    /// The bytes of the outcomes that open steps, or attempts of them, have gathered, by the path of these.
    gathered: HashMap<String, usize>,
    changed: BTreeSet<String>,
    due: BTreeSet<Due>,
    events: Vec<(u64, EventRow)>,
    pub(super) effects: Vec<Effect>,
    /// The effects under way in this process that an attempt waits for.
    pub(super) running: HashMap<String, Option<AbortHandle>>,
    wakers: HashMap<String, Waker>,
    /// How many steps were entered since the turn began.
    pub(super) entries: u32,
    /// The flow lets others work before it goes on.
    pub(super) yielded: bool,
    /// Something that was scheduled is left to the next engine.
    withheld: bool,
    /// A limit that the execution has gone beyond: it fails at the end of the turn.
    pub(super) exceeded: Option<StepError>,
    /// Why the execution cannot go on in this engine.
    pub(super) fatal: Option<Error>,
}

impl Turn {
    pub(super) fn new(
        id: ExecutionId,
        progress: Progress,
        limits: Limits,
        stored: Vec<(String, Vec<u8>)>,
        now: Timestamp,
    ) -> Result<Self, Error> {
        if !(2..u64::MAX / 2).contains(&progress.next_event) {
            let reason = format!("the next event cannot have the id {}", progress.next_event);
            return Err(Error::Unreadable { execution: id, row: "progress".to_owned(), reason });
        }
        let mut rows = BTreeMap::new();
        let mut gathered: HashMap<String, usize> = HashMap::new();
        let mut attempts = HashMap::new();
        let mut due = BTreeSet::new();
        for (key, bytes) in stored {
            let row = codec::decode(&bytes).map_err(|reason| Error::Unreadable {
                execution: id,
                row: key.clone(),
                reason,
            })?;
            if let Some(at) = due_time(&row) {
                due.insert(Due { at, key: key.clone() });
            }
            if let Row::Attempt(attempt) = &row {
                attempts.insert(attempt.scheduled, key.clone());
            }
            if let Row::Outcome(json) = &row {
                *gathered.entry(gatherer(&key).to_owned()).or_default() += json.get().len();
            }
            rows.insert(key, row);
        }
        Ok(Self {
            id,
            now: now.max(progress.updated),
            progress,
            limits,
            rows,
            gathered,
            attempts,
            changed: BTreeSet::new(),
            due,
            events: Vec::new(),
            effects: Vec::new(),
            running: HashMap::new(),
            wakers: HashMap::new(),
            entries: 0,
            yielded: false,
            withheld: false,
            exceeded: None,
            fatal: None,
        })
    }

    pub(super) fn begin(&mut self, now: Timestamp) {
        // Time does not go back within an execution, whatever the clock does.
        self.now = self.now.max(now);
        self.entries = 0;
        self.yielded = false;
    }

    pub(super) fn row(&self, key: &str) -> Option<&Row> {
        self.rows.get(key)
    }

    pub(super) fn attempt(&self, key: &str) -> Option<&Attempt> {
        match self.rows.get(key) {
            Some(Row::Attempt(attempt)) => Some(attempt),
            _ => None,
        }
    }

    /// The row of the attempt that an event scheduled.
    pub(super) fn attempt_scheduled_at(&self, event_id: u64) -> Option<String> {
        self.attempts.get(&event_id).cloned()
    }

    /// Writes a row.
    pub(super) fn put(&mut self, key: String, row: Row) {
        self.forget_due(&key);
        if let Some(at) = due_time(&row) {
            self.due.insert(Due { at, key: key.clone() });
        }
        if let Row::Attempt(attempt) = &row {
            self.attempts.insert(attempt.scheduled, key.clone());
        }
        self.changed.insert(key.clone());
        self.rows.insert(key, row);
    }

    /// Changes a row that is an attempt.
    pub(super) fn change_attempt(&mut self, key: &str, change: impl FnOnce(&mut Attempt)) {
        self.forget_due(key);
        if let Some(Row::Attempt(attempt)) = self.rows.get_mut(key) {
            change(attempt);
            if let Some(deadline) = attempt.deadline.filter(|_| attempt.is_open()) {
                self.due.insert(Due { at: deadline, key: key.to_owned() });
            }
            self.changed.insert(key.to_owned());
        }
    }

    /// Changes the row of a scope's checkpoint.
    pub(super) fn checkpoint(&mut self, key: &str) -> Option<&mut crate::store::rows::Checkpoint> {
        match self.rows.get_mut(key) {
            Some(Row::Checkpoint(checkpoint)) => {
                self.changed.insert(key.to_owned());
                Some(checkpoint)
            }
            _ => None,
        }
    }

    /// Settles an attempt, once and for all, and wakes who waits for it.
    pub(super) fn settle(&mut self, key: &str, outcome: Outcome) {
        self.change_attempt(key, |attempt| attempt.phase = Phase::Closed(outcome));
        self.wake(key);
    }

    /// Ends a timer, and wakes who waits for it.
    pub(super) fn ring(&mut self, key: &str) {
        self.forget_due(key);
        if let Some(Row::Timer(timer)) = self.rows.get_mut(key) {
            timer.over = true;
            self.changed.insert(key.to_owned());
        }
        self.wake(key);
    }

    /// The key of the earliest timer or deadline that has passed.
    pub(super) fn earliest_due(&self) -> Option<String> {
        self.due.first().filter(|due| due.at <= self.now).map(|due| due.key.clone())
    }

    fn forget_due(&mut self, key: &str) {
        if let Some(at) = self.rows.get(key).and_then(due_time) {
            self.due.remove(&Due { at, key: key.to_owned() });
        }
    }

    /// Drops all rows beneath a path and those of the path itself, and ends what is under way for them.
    pub(super) fn drop_beneath(&mut self, path: &str) {
        let dropped: Vec<String> = self
            .rows
            .range(path.to_owned()..)
            .map(|(key, _)| key)
            .take_while(|key| key.starts_with(path))
            .filter(|key| is_beneath(key, path))
            .cloned()
            .collect();
        for key in dropped {
            self.forget_due(&key);
            match self.rows.remove(&key) {
                Some(Row::Attempt(attempt)) => {
                    self.attempts.remove(&attempt.scheduled);
                    if attempt.is_open() {
                        self.abandon(&key, attempt.child);
                    }
                }
                // The outcomes of a step are dropped together.
                Some(Row::Outcome(_)) => drop(self.gathered.remove(gatherer(&key))),
                _ => {}
            }
            self.abort(&key);
            self.changed.insert(key);
        }
    }

    /// Gives up the child execution of an attempt, if it has one.
    pub(super) fn abandon(&mut self, row: &str, child: Option<(String, String)>) {
        let Some((flow, name)) = child else { return };
        let orphan = Orphan { flow, name, row: row.to_owned() };
        self.effects.push(Effect::StopChild(orphan.clone()));
        self.progress.orphans.push(orphan);
    }

    /// Notes that an effect is left to the next engine.
    pub(super) fn withhold(&mut self, row: &str) {
        self.running.remove(row);
        self.withheld = true;
    }

    /// Drops everything: the execution is over.
    pub(super) fn drop_all(&mut self) {
        self.drop_beneath("");
    }

    /// Whether an effect waits to be launched that calls or starts something.
    pub(super) fn asks_for_a_place(&self) -> bool {
        self.effects.iter().any(|effect| !matches!(effect, Effect::StopChild(_)))
    }

    /// Lets go of what is under way for an attempt that was settled otherwise: it may go on, and does not count any more.
    pub(super) fn disown(&mut self, key: &str) {
        self.effects.retain(|effect| !effect.is_for(key));
        self.running.remove(key);
    }

    /// Ends the effect that is under way for an attempt.
    pub(super) fn abort(&mut self, key: &str) {
        self.effects.retain(|effect| !effect.is_for(key));
        if let Some(Some(handle)) = self.running.remove(key) {
            handle.abort();
        }
    }

    /// Ends all effects that are under way.
    pub(super) fn abort_all(&mut self) {
        for handle in std::mem::take(&mut self.running).into_values().flatten() {
            handle.abort();
        }
    }

    pub(super) fn listen(&mut self, key: &str, waker: &Waker) {
        match self.wakers.get_mut(key) {
            Some(known) => known.clone_from(waker),
            None => drop(self.wakers.insert(key.to_owned(), waker.clone())),
        }
    }

    pub(super) fn unlisten(&mut self, key: &str) {
        self.wakers.remove(key);
    }

    fn wake(&mut self, key: &str) {
        if let Some(waker) = self.wakers.remove(key) {
            waker.wake();
        }
    }

    /// Whether the flow waits for nothing but reports and timers.
    pub(super) fn can_be_suspended(&self) -> bool {
        self.running.is_empty() && self.effects.is_empty() && !self.yielded
    }

    /// What has changed since the last commit; `None` where nothing has.
    pub(super) fn batch(&mut self, committed: &Progress) -> Result<Option<Batch>, Error> {
        if !self.progress.status.is_over() {
            self.progress.wake_at = self.due.first().map(|due| due.at);
            self.progress.active = !self.can_be_suspended() || self.withheld || !self.progress.orphans.is_empty();
        }
        if self.changed.is_empty() && self.events.is_empty() && self.progress == *committed {
            return Ok(None);
        }
        let execution = self.id;
        self.progress.updated = self.now;
        let unwritable = |row: &str| {
            let row = row.to_owned();
            move |reason| Error::Unreadable { execution, row, reason }
        };
        let mut batch = Batch { progress: Some(self.progress.clone()), ..Batch::default() };
        if self.rows.is_empty() {
            batch.clear = true;
            self.changed.clear();
        }
        for key in std::mem::take(&mut self.changed) {
            match self.rows.get(&key) {
                Some(row) => {
                    let bytes = codec::encode(row).map_err(unwritable(&key))?;
                    batch.put.push((key, bytes));
                }
                None => batch.delete.push(key),
            }
        }
        for (id, event) in std::mem::take(&mut self.events) {
            batch.events.push((id, codec::encode(&event).map_err(unwritable("event"))?));
        }
        Ok(Some(batch))
    }
}

/// The path of the step, or of its attempt, that gathers the outcome with this key.
fn gatherer(key: &str) -> &str {
    key.rfind(['[', '(']).map_or("", |end| &key[..end])
}

fn due_time(row: &Row) -> Option<Timestamp> {
    match row {
        Row::Timer(timer) if !timer.over => Some(timer.due),
        Row::Attempt(attempt) if attempt.is_open() => attempt.deadline,
        _ => None,
    }
}

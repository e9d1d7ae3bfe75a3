//! What the parts of an engine share.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use serde_json::value::RawValue;
use tokio::{sync::oneshot, task::AbortHandle};

use super::{
    EngineBuilder, Error, Limits,
    admission::{Admission, Place},
    detail::detail,
    mailbox::{Mailbox, Message},
    registry::Registered,
    tasks::{Tasks, until},
    timers::Timers,
};
use crate::{
    clock::{Clock, before},
    entropy::Entropy,
    history::EventKind,
    invoke::Invokers,
    store::{
        Created, ExecutionId, ExecutionRow, ExecutionStatus, JobId, NewExecution, Parent, Progress, Store, StoreLock,
        codec, rows::EventRow,
    },
    value::{DEEPEST, too_deep},
};

/// What the parts of an engine share.
pub(crate) struct Core {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) invokers: Invokers,
    pub(super) flows: BTreeMap<&'static str, Arc<dyn Registered>>,
    pub(crate) limits: Limits,
    pub(super) admission: Admission,
    pub(super) tasks: Arc<Tasks>,
    pub(super) timers: Timers,
    /// The executions that are in memory.
    live: Mutex<HashMap<ExecutionId, Arc<Mailbox>>>,
    /// Who waits for the end of an execution.
    waiting: Mutex<Waiting>,
    /// The executions that cannot go on, with the reason.
    quarantine: Mutex<BTreeMap<ExecutionId, Error>>,
    /// How many calls of functions are under way, those included that no attempt waits for any more.
    calls: AtomicUsize,
    /// The background jobs that are under way.
    pub(super) jobs: Mutex<BTreeSet<JobId>>,
    pub(crate) express: crate::express::Tokens,
}

/// Who waits for the end of an execution.
#[derive(Default)]
struct Waiting {
    closed: bool,
    ends: HashMap<ExecutionId, Vec<oneshot::Sender<()>>>,
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long a store rests that has failed.
pub(super) const REST: Duration = Duration::from_secs(1);

/// A call of a function, which a shutdown waits for.
pub(crate) struct CallUnderWay(Arc<Core>);

impl Drop for CallUnderWay {
    fn drop(&mut self) {
        self.0.calls.fetch_sub(1, Ordering::AcqRel);
        self.0.admission.left.notify_waiters();
    }
}

/// What is needed to start an execution.
pub(super) struct Start {
    pub(super) flow: String,
    pub(super) name: String,
    pub(super) input: Vec<u8>,
    pub(super) parent: Option<Parent>,
}

impl Core {
    pub(super) fn new(builder: EngineBuilder, lock: StoreLock) -> Self {
        Self {
            admission: Admission::new(&builder.limits, builder.concurrency),
            store: builder.store,
            clock: builder.clock,
            entropy: builder.entropy,
            invokers: builder.invokers,
            flows: builder.flows,
            limits: builder.limits,
            tasks: Arc::new(Tasks::new(lock)),
            timers: Timers::default(),
            live: Mutex::default(),
            waiting: Mutex::default(),
            quarantine: Mutex::default(),
            calls: AtomicUsize::new(0),
            jobs: Mutex::default(),
            express: crate::express::Tokens::default(),
        }
    }

    pub(super) fn flow(&self, name: &str) -> Result<&Arc<dyn Registered>, Error> {
        self.flows.get(name).ok_or_else(|| Error::FlowNotExists {
            flow: name.to_owned(),
            known: self.flows.keys().map(|name| (*name).to_owned()).collect(),
        })
    }

    pub(crate) fn find_flow(&self, name: &str) -> Result<Arc<dyn Registered>, Error> {
        self.flow(name).cloned()
    }

    /// Runs something on its own, for as long as the engine lives; a closed engine runs nothing.
    pub(crate) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) -> Option<AbortHandle> {
        self.tasks.spawn(work)
    }

    /// Whether there are functions that have to be [admitted](Self::admit).
    #[inline]
    pub(crate) fn limits_calls(&self) -> bool {
        self.admission.limits_calls()
    }

    /// Waits until a function may be called.
    pub(crate) async fn admit(&self, resource: &str) -> Place {
        self.admission.function(resource).await
    }

    /// Counts a call until what is given is dropped.
    pub(crate) fn call_begins(self: &Arc<Self>) -> CallUnderWay {
        self.calls.fetch_add(1, Ordering::AcqRel);
        CallUnderWay(Arc::clone(self))
    }

    /// Refuses what is longer than data may be.
    pub(super) fn check_size(&self, what: &'static str, size: usize) -> Result<(), Error> {
        let limit = self.limits.data;
        if size > limit { Err(Error::EntityTooLarge { what, size, limit }) } else { Ok(()) }
    }

    /// Keeps a new execution and lets it run; gives the one that has the name where that is taken.
    pub(super) async fn start(self: &Arc<Self>, start: Start) -> Result<Result<ExecutionId, ExecutionRow>, Error> {
        if self.admission.is_draining() {
            return Err(Error::Closed);
        }
        let digest = self.flow(&start.flow)?.digest().to_owned();
        super::check_name(&start.name)?;
        self.check_size("an input", start.input.len())?;
        let now = self.clock.now();
        let seed = self.entropy.bits()?;
        let input = RawValue::from_string(String::from_utf8(start.input.clone()).unwrap_or_default());
        let input = input.map_err(|error| Error::InvalidArgument(format!("the input is no JSON: {error}")))?;
        if too_deep(input.get()) {
            return Err(Error::InvalidArgument(format!("the input is nested deeper than {DEEPEST} levels")));
        }
        let event = EventRow {
            kind: EventKind::ExecutionStarted,
            schedule: 0,
            step: String::new(),
            time: now,
            detail: detail(self.limits.event_detail, &[], "input", Some(&input)),
            secret: None,
        };
        let new = NewExecution {
            flow: start.flow,
            name: start.name,
            digest,
            input: start.input,
            parent: start.parent,
            seed,
            started: now,
            event: codec::encode(&event).map_err(Error::InvalidArgument)?,
            progress: Progress {
                status: ExecutionStatus::Starting,
                next_event: 2,
                wake_at: None,
                active: true,
                updated: now,
                stopped: None,
                output: None,
                error: None,
                orphans: Vec::new(),
            },
        };
        // On its own, so that an execution that is kept is driven even if the caller has stopped waiting.
        let (sender, created) = oneshot::channel();
        let core = Arc::clone(self);
        self.tasks.spawn(async move {
            let created = core.store.create(new).await;
            match &created {
                Ok(Created::New(id)) => core.wake(*id, |_| {}),
                // An earlier start may have been cut off before this.
                Ok(Created::Taken(row)) if !row.progress.status.is_over() => core.wake(row.id, |_| {}),
                _ => {}
            }
            let _ = sender.send(created);
        });
        match created.await.map_err(|_| Error::Closed)?? {
            Created::Taken(row) => Ok(Err(*row)),
            Created::New(id) => Ok(Ok(id)),
        }
    }

    /// Brings an execution into memory, if it is not, after its mailbox was given what wakes it.
    pub(super) fn wake(self: &Arc<Self>, id: ExecutionId, with: impl FnOnce(&Mailbox)) {
        let mut live = lock(&self.live);
        if let Some(mailbox) = live.get(&id) {
            with(mailbox);
            return;
        }
        let mailbox = Arc::new(Mailbox::default());
        with(&mailbox);
        live.insert(id, Arc::clone(&mailbox));
        let driver = super::driver::drive(Arc::clone(self), id, Arc::clone(&mailbox));
        if self.tasks.spawn(driver).is_none() {
            live.remove(&id);
            mailbox.refuse(&Error::Closed);
        }
    }

    /// A timer of the execution may be due.
    pub(super) fn nudge(self: &Arc<Self>, id: ExecutionId) {
        if !self.admission.is_draining() && !lock(&self.quarantine).contains_key(&id) {
            self.wake(id, Mailbox::due);
        }
    }

    /// Lets an execution leave memory, unless something has reached it.
    pub(super) fn suspend(&self, id: ExecutionId, mailbox: &Arc<Mailbox>) -> bool {
        let mut live = lock(&self.live);
        if !mailbox.is_empty() {
            return false;
        }
        live.remove(&id);
        drop(live);
        self.admission.left.notify_waiters();
        true
    }

    /// Takes an execution out of memory if this is still its mailbox.
    pub(super) fn retire(&self, id: ExecutionId, mailbox: &Arc<Mailbox>) {
        let mut live = lock(&self.live);
        if live.get(&id).is_some_and(|known| Arc::ptr_eq(known, mailbox)) {
            live.remove(&id);
            self.admission.left.notify_waiters();
        }
    }

    /// Notes why an execution cannot go on, and tells who waits for its end.
    pub(super) fn quarantine(&self, id: ExecutionId, error: Error) {
        lock(&self.quarantine).insert(id, error);
        self.ended(id);
    }

    /// Notes that an execution goes on after all.
    pub(super) fn release(&self, id: ExecutionId) {
        lock(&self.quarantine).remove(&id);
    }

    pub(super) fn quarantined(&self, id: ExecutionId) -> Option<Error> {
        lock(&self.quarantine).get(&id).cloned()
    }

    pub(super) fn quarantine_list(&self) -> Vec<Error> {
        lock(&self.quarantine).values().cloned().collect()
    }

    /// Sends a message to an execution and waits for the answer.
    pub(super) async fn ask<T>(
        self: &Arc<Self>,
        id: ExecutionId,
        message: impl FnOnce(oneshot::Sender<Result<T, Error>>) -> Message,
    ) -> Result<T, Error> {
        let (sender, answer) = oneshot::channel();
        self.wake(id, |mailbox| mailbox.push(message(sender)));
        answer.await.unwrap_or(Err(Error::Closed))
    }

    /// Waits until an execution is over, or cannot go on.
    pub(super) async fn wait(&self, id: ExecutionId) -> Result<ExecutionRow, Error> {
        loop {
            let (sender, ended) = oneshot::channel();
            {
                let mut waiting = lock(&self.waiting);
                if waiting.closed {
                    return Err(Error::Closed);
                }
                let waiting = waiting.ends.entry(id).or_default();
                waiting.retain(|other| !other.is_closed());
                waiting.push(sender);
            }
            let Some(row) = self.store.execution(id).await? else {
                return Err(Error::InvalidArgument(format!("the store has no execution {id}")));
            };
            if row.progress.status.is_over() {
                drop(ended);
                self.forget_waiting(id);
                return Ok(row);
            }
            if let Some(error) = self.quarantined(id) {
                return Err(error);
            }
            ended.await.map_err(|_| Error::Closed)?;
        }
    }

    /// Forgets those who have stopped waiting for the end of an execution.
    fn forget_waiting(&self, id: ExecutionId) {
        let mut waiting = lock(&self.waiting);
        if let Some(others) = waiting.ends.get_mut(&id) {
            others.retain(|other| !other.is_closed());
            if others.is_empty() {
                waiting.ends.remove(&id);
            }
        }
    }

    /// Tells who waits for the end of an execution.
    pub(super) fn ended(&self, id: ExecutionId) {
        let waiting = lock(&self.waiting).ends.remove(&id).unwrap_or_default();
        for waiting in waiting {
            let _ = waiting.send(());
        }
    }

    /// Lets what is under way end, until `limit`; then closes, and waits until nothing is left of the engine.
    pub(super) async fn shutdown(&self, limit: Duration) -> usize {
        self.admission.drain();
        let deadline = self.clock.now().after(limit);
        // Those that have nothing under way leave.
        lock(&self.live).values().for_each(|mailbox| mailbox.due());
        let left = || lock(&self.live).len() + lock(&self.jobs).len() + self.calls.load(Ordering::Acquire);
        let drained = until(&self.admission.left, || left() == 0);
        before(&*self.clock, deadline, drained).await;
        let cut_off = lock(&self.jobs).len() + self.calls.load(Ordering::Acquire);
        self.close();
        self.tasks.ended().await;
        cut_off
    }

    /// Ends all that is under way, as a crash would.
    pub(super) fn close(&self) {
        self.tasks.close();
        let waiting = {
            let mut waiting = lock(&self.waiting);
            waiting.closed = true;
            std::mem::take(&mut waiting.ends)
        };
        drop(waiting);
        let live = std::mem::take(&mut *lock(&self.live));
        for mailbox in live.into_values() {
            mailbox.refuse(&Error::Closed);
        }
    }

    /// Lets a store that has failed have some rest.
    pub(super) async fn rest(&self) {
        self.clock.sleep_until(self.clock.now().after(REST)).await;
    }
}

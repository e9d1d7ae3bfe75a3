//! The turns of an execution: what has come is delivered, the flow is polled, what follows is committed.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context as Poller, Poll, Wake, Waker},
    time::Duration,
};

use crate::{
    engine::{
        Error,
        admission::Place,
        deliver::{self, Reply},
        effects, ending,
        live::Live,
        mailbox::{Mailbox, Next},
        registry::Registered,
        standard::{Standard, outcome_of},
    },
    error::{Halt, Res},
    guard,
    store::{ExecutionStatus, Progress, rows, rows::Row},
    value::Value,
};

/// Set when the flow has something to do.
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Release);
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.store(true, Ordering::Release);
    }
}

type Running = Pin<Box<dyn Future<Output = Res<Value>> + Send>>;

/// An execution in memory.
pub(super) struct Driver {
    pub(super) live: Arc<Live>,
    pub(super) mailbox: Arc<Mailbox>,
    pub(super) span: tracing::Span,
    /// Held while effects may be under way.
    pub(super) place: Place,
    flow: Option<Arc<dyn Registered>>,
    future: Option<Running>,
    woken: Arc<Woken>,
    committed: Progress,
    /// From this id on, events of the last turn were too many, and are not kept.
    cut: Option<u64>,
}

impl Drop for Driver {
    /// What is under way for an execution that leaves memory would be started again when it comes back.
    fn drop(&mut self) {
        self.live.turn().abort_all();
    }
}

impl Driver {
    /// An execution that stands where `committed` says.
    pub(super) fn new(
        live: Arc<Live>,
        mailbox: Arc<Mailbox>,
        span: tracing::Span,
        place: Place,
        flow: Option<Arc<dyn Registered>>,
        committed: Progress,
    ) -> Self {
        let woken = Arc::new(Woken(AtomicBool::new(true)));
        Self { live, mailbox, span, place, flow, future: None, woken, committed, cut: None }
    }

    /// Brings the flow back to where its rows say it stands.
    fn begin(&mut self) -> Result<(), Error> {
        let start = &self.live.start;
        let Some(flow) = &self.flow else {
            let known = self.live.core.flows.keys().map(|name| (*name).to_owned()).collect();
            return Err(Error::FlowNotExists { flow: start.flow.clone(), known });
        };
        if flow.digest() != start.digest {
            let reason = format!(
                "it was started with another version of flow `{}` (digest {}, this engine has {})",
                start.flow,
                start.digest,
                flow.digest()
            );
            return Err(Error::Quarantined { execution: self.live.turn().id, reason });
        }
        if self.committed.status == ExecutionStatus::Starting {
            self.live.turn().progress.status = ExecutionStatus::Running;
        }
        let input = serde_json::from_slice(&start.input).map_err(|error| Error::Unreadable {
            execution: self.live.turn().id,
            row: "input".to_owned(),
            reason: error.to_string(),
        })?;
        let limit = flow.timeout_seconds().map_or(Duration::MAX, Duration::from_secs);
        let limit = limit.min(self.live.core.limits.duration);
        if limit < Duration::MAX {
            let due = start.started.after(limit);
            let mut turn = self.live.turn();
            let key = deliver::execution_timer();
            if turn.row(&key).is_none() {
                turn.put(key, Row::Timer(rows::Timer { due, over: false }));
            }
        }
        self.future = Some(Arc::clone(flow).run(Standard(Arc::clone(&self.live)), input));
        Ok(())
    }

    pub(super) async fn come_back(&mut self) -> Result<(), Error> {
        self.begin()?;
        self.go_on().await
    }

    /// The same, as the next turn would have been: a flow that had let others work goes on beside what is due.
    pub(super) async fn come_back_with_what_is_due(&mut self) -> Result<(), Error> {
        self.begin()?;
        deliver::due(&mut self.live.turn());
        self.go_on().await
    }

    async fn go_on(&mut self) -> Result<(), Error> {
        self.poll_and_commit().await?;
        if self.live.turn().earliest_due().is_some() {
            // What has become late while nobody looked is not tried once more.
            self.mailbox.due();
        } else {
            self.launch_if_there_is_a_place();
        }
        Ok(())
    }

    /// Whether there are effects that have to wait until fewer executions are under way.
    pub(super) fn waits_for_a_place(&self) -> bool {
        self.place.is_none() && !self.live.core.admission.is_draining() && self.live.turn().asks_for_a_place()
    }

    fn launch_if_there_is_a_place(&self) {
        if !self.waits_for_a_place() {
            effects::launch(&self.live, &self.mailbox);
        }
    }

    pub(super) fn deliver(&mut self, next: Option<Next>) -> Reply {
        let _in_span = self.span.enter();
        let mut turn = self.live.turn();
        turn.begin(self.live.core.clock.now());
        match next {
            None => Reply::Nothing,
            Some(Next::Message(message)) => deliver::message(&mut turn, message),
            Some(Next::Due) => {
                deliver::due(&mut turn);
                if turn.earliest_due().is_some() {
                    self.mailbox.due();
                }
                Reply::Nothing
            }
        }
    }

    pub(super) fn over(&self) -> bool {
        self.live.turn().progress.status.is_over()
    }

    /// Polls the flow until it is idle, commits what has followed, and only then starts effects and answers.
    pub(super) async fn turn(&mut self, reply: Reply) -> Result<(), Error> {
        let result = self.poll_and_commit().await;
        match &result {
            Ok(()) => {
                self.launch_if_there_is_a_place();
                reply.send(self.cut);
            }
            Err(error) => reply.refuse(error.clone()),
        }
        result
    }

    async fn poll_and_commit(&mut self) -> Result<(), Error> {
        self.poll()?;
        self.keep_to_limits();
        let batch = self.live.turn().batch(&self.committed)?;
        if let Some(batch) = batch {
            let id = self.live.turn().id;
            self.live.core.store.commit(id, batch).await?;
            self.committed = self.live.turn().progress.clone();
            self.live.core.timers.expect(self.committed.wake_at);
        }
        Ok(())
    }

    fn poll(&mut self) -> Result<(), Error> {
        let span = self.span.clone();
        let _in_span = span.enter();
        let waker = Waker::from(Arc::clone(&self.woken));
        while !self.over() {
            let Some(future) = &mut self.future else { break };
            if !self.woken.0.swap(false, Ordering::AcqRel) {
                break;
            }
            let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(&mut Poller::from_waker(&waker))));
            let mut turn = self.live.turn();
            if let Some(error) = turn.fatal.take() {
                return Err(error);
            }
            match polled {
                Err(panic) => {
                    let reason = format!("its flow panicked: {}", guard::message(panic.as_ref()));
                    return Err(Error::Quarantined { execution: turn.id, reason });
                }
                Ok(Poll::Ready(Ok(output))) => {
                    deliver::finish(&mut turn, ExecutionStatus::Succeeded, outcome_of(Ok(output)));
                }
                Ok(Poll::Ready(Err(Halt::Failed(error)))) => {
                    deliver::finish(&mut turn, ExecutionStatus::Failed, Err(error));
                }
                Ok(Poll::Ready(Err(Halt::Stopped))) if turn.exceeded.is_some() => break,
                Ok(Poll::Ready(Err(Halt::Stopped))) => {
                    let reason = "its flow stopped without being asked to".to_owned();
                    return Err(Error::Quarantined { execution: turn.id, reason });
                }
                Ok(Poll::Pending) if turn.yielded => break,
                Ok(Poll::Pending) => {}
            }
        }
        if self.over() {
            self.leave_flow();
        }
        Ok(())
    }

    /// Ends an execution that has gone beyond a limit in this turn.
    fn keep_to_limits(&mut self) {
        let mut turn = self.live.turn();
        let Some(error) = turn.exceeded.take() else { return };
        turn.cut_events();
        // The last event is that of the failure.
        self.cut = Some(turn.progress.next_event);
        deliver::finish(&mut turn, ExecutionStatus::Failed, Err(error));
        drop(turn);
        self.leave_flow();
    }

    /// Drops the flow of an execution that is over.
    fn leave_flow(&mut self) {
        self.future = None;
        let mut turn = self.live.turn();
        // The parent has yet to be told, and orphans to be stopped.
        let told = self.live.start.parent.as_ref().is_none_or(|parent| !parent.waits);
        turn.progress.active = !told || !turn.progress.orphans.is_empty();
    }

    /// Tells everybody who waits for the end.
    pub(super) async fn end(&mut self) -> Result<(), Error> {
        // The parent may need it.
        self.place = None;
        let (core, id, start) = (&self.live.core, self.live.turn().id, &self.live.start);
        tracing::info!(parent: &self.span, flow = start.flow, execution = start.name, status = %self.committed.status, "over");
        core.ended(id);
        ending::after(core, id, &self.mailbox, start, self.committed.clone()).await
    }
}

//! The driver of an execution that is in memory: turn after turn, until it ends or is suspended.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::{Pin, pin},
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context as Poller, Poll, Wake, Waker},
    time::Duration,
};

use super::{
    Error,
    admission::Place,
    core::Core,
    deliver::{self, Reply},
    effects::{self, Effect},
    ending,
    live::Live,
    mailbox::{Mailbox, Message, Next},
    registry::Registered,
    spans::Spans,
    standard::{Standard, outcome_of},
    turn::Turn,
};
use crate::{
    call::ExecutionName,
    control::{race, yield_once},
    error::{Halt, Res},
    guard,
    store::{ExecutionId, ExecutionStatus, Progress, rows, rows::Row},
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

struct Driver {
    live: Arc<Live>,
    mailbox: Arc<Mailbox>,
    span: tracing::Span,
    /// Held while effects may be under way.
    place: Place,
    flow: Option<Arc<dyn Registered>>,
    future: Option<Running>,
    woken: Arc<Woken>,
    committed: Progress,
    /// From this id on, events of the last turn were too many, and are not kept.
    cut: Option<u64>,
}

/// Drives an execution until it is over or suspended. Its messages are answered, whatever happens.
pub(super) async fn drive(core: Arc<Core>, id: ExecutionId, mailbox: Arc<Mailbox>) {
    let _leaving = Leaving { core: Arc::clone(&core), id, mailbox: Arc::clone(&mailbox) };
    let Err(error) = run(&core, id, &mailbox).await else { return };
    tracing::error!(execution = %id, %error, "the execution is left as it is");
    let passing = matches!(error, Error::Store(_));
    if !passing {
        core.quarantine(id, error.clone());
    }
    core.retire(id, &mailbox);
    mailbox.refuse(&error);
    if passing {
        // What is kept is as it was; the execution is taken up again from there.
        core.rest().await;
        core.wake(id, |_| {});
    }
}

/// Sees to it that nobody waits for a driver that has gone, however it went.
struct Leaving {
    core: Arc<Core>,
    id: ExecutionId,
    mailbox: Arc<Mailbox>,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.core.retire(self.id, &self.mailbox);
        self.mailbox.refuse(&Error::Closed);
    }
}

async fn run(core: &Arc<Core>, id: ExecutionId, mailbox: &Arc<Mailbox>) -> Result<(), Error> {
    let Some(row) = core.store.execution(id).await? else {
        return Err(Error::InvalidArgument(format!("the store has no execution {id}")));
    };
    if row.progress.status.is_over() {
        row.progress.orphans.iter().for_each(|orphan| core.stop_orphan(id, orphan.clone()));
        return ending::after(core, id, mailbox, &row.start, row.progress).await;
    }
    let starts = row.progress.status == ExecutionStatus::Starting;
    let (place, first) = if starts { place_to_start(core, mailbox).await } else { (None, mailbox.take()) };
    if starts && first.is_none() && core.admission.is_draining() && core.suspend(id, mailbox) {
        return Ok(());
    }
    let stops = matches!(first, Some(Next::Message(Message::Stop { .. })));
    let turn = match load(core, id, &row.progress).await {
        // A stop does not need to know what it stops.
        Err(Error::Unreadable { .. }) if stops => {
            Turn::new(id, row.progress.clone(), core.limits, Vec::new(), core.clock.now())?
        }
        Err(error) => {
            if let Some(Next::Message(message)) = first {
                message.refuse(error.clone());
            }
            return Err(error);
        }
        Ok(turn) => turn,
    };
    let flow = core.flows.get(row.start.flow.as_str()).cloned();
    let name = ExecutionName::Given(row.start.name.clone().into());
    let spans = Spans::new(&row.start.flow, &row.start.name, id);
    let span = spans.execution().clone();
    let (turn, spans) = (Mutex::new(turn), Mutex::new(spans));
    let live = Arc::new(Live { core: Arc::clone(core), start: row.start, name, input: OnceLock::new(), turn, spans });
    let mut driver = Driver {
        live,
        mailbox: Arc::clone(mailbox),
        span,
        place,
        flow,
        future: None,
        woken: Arc::new(Woken(AtomicBool::new(true))),
        committed: row.progress,
        cut: None,
    };
    // A stop is for any execution, even for one whose flow is not registered.
    let mut reply = match first {
        Some(Next::Message(message @ Message::Stop { .. })) => deliver::message(&mut driver.live.turn(), message),
        Some(Next::Message(message)) => {
            // The flow finds itself where it was before a message is delivered.
            if let Err(error) = driver.come_back().await {
                message.refuse(error.clone());
                return Err(error);
            }
            core.release(id);
            driver.deliver(Some(Next::Message(message)))
        }
        Some(Next::Due) | None => {
            driver.come_back_with_what_is_due().await?;
            core.release(id);
            driver.deliver(mailbox.take())
        }
    };
    let mut waiting: Option<Pin<Box<dyn Future<Output = Place> + Send + '_>>> = None;
    loop {
        driver.turn(reply).await?;
        if driver.over() {
            return driver.end().await;
        }
        if core.admission.is_draining() && driver.live.turn().running.is_empty() && core.suspend(id, mailbox) {
            tracing::debug!(parent: &driver.span, "left to the next engine");
            return Ok(());
        }
        let yielded = driver.live.turn().yielded;
        if yielded {
            // The store may answer at once: the executor has to get a chance all the same.
            yield_once().await;
        }
        let next = loop {
            if let Some(next) = mailbox.take() {
                break Some(next);
            }
            if yielded {
                break None;
            }
            if driver.live.turn().can_be_suspended() {
                if core.suspend(id, mailbox) {
                    tracing::debug!(parent: &driver.span, "suspended");
                    return Ok(());
                }
            } else if driver.waits_for_a_place() {
                // What others wait for is delivered all the same: they may be who has the places.
                let place = waiting.get_or_insert_with(|| Box::pin(core.admission.execution()));
                if let Ok(place) = race(place.as_mut(), mailbox.listen()).await {
                    waiting = None;
                    driver.place = place;
                    effects::launch(&driver.live, &driver.mailbox);
                }
            } else {
                mailbox.listen().await;
            }
        };
        reply = driver.deliver(next);
    }
}

/// Reads what is kept of an execution.
async fn load(core: &Core, id: ExecutionId, progress: &Progress) -> Result<Turn, Error> {
    let stored = core.store.rows(id).await?;
    let mut turn = Turn::new(id, progress.clone(), core.limits, stored, core.clock.now())?;
    turn.effects.extend(progress.orphans.iter().cloned().map(Effect::StopChild));
    Ok(turn)
}

impl Drop for Driver {
    /// What is under way for an execution that leaves memory would be started again when it comes back.
    fn drop(&mut self) {
        self.live.turn().abort_all();
    }
}

/// Waits until an execution may start, or until somebody stops it before that.
async fn place_to_start(core: &Core, mailbox: &Mailbox) -> (Place, Option<Next>) {
    let mut place = pin!(core.admission.execution());
    loop {
        if let Ok(place) = race(place.as_mut(), mailbox.listen()).await {
            return (place, mailbox.take());
        }
        match mailbox.take() {
            Some(Next::Due) if !core.admission.is_draining() => {}
            Some(Next::Due) | None => return (None, None),
            first => return (None, first),
        }
    }
}

impl Driver {
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

    async fn come_back(&mut self) -> Result<(), Error> {
        self.begin()?;
        self.go_on().await
    }

    /// The same, as the next turn would have been: a flow that had let others work goes on beside what is due.
    async fn come_back_with_what_is_due(&mut self) -> Result<(), Error> {
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
    fn waits_for_a_place(&self) -> bool {
        self.place.is_none() && !self.live.core.admission.is_draining() && self.live.turn().asks_for_a_place()
    }

    fn launch_if_there_is_a_place(&self) {
        if !self.waits_for_a_place() {
            effects::launch(&self.live, &self.mailbox);
        }
    }

    fn deliver(&mut self, next: Option<Next>) -> Reply {
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

    fn over(&self) -> bool {
        self.live.turn().progress.status.is_over()
    }

    /// Polls the flow until it is idle, commits what has followed, and only then starts effects and answers.
    async fn turn(&mut self, reply: Reply) -> Result<(), Error> {
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
    async fn end(&mut self) -> Result<(), Error> {
        // The parent may need it.
        self.place = None;
        let (core, id, start) = (&self.live.core, self.live.turn().id, &self.live.start);
        tracing::info!(parent: &self.span, flow = start.flow, execution = start.name, status = %self.committed.status, "over");
        core.ended(id);
        ending::after(core, id, &self.mailbox, start, self.committed.clone()).await
    }
}

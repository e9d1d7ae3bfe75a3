//! The driver of an execution that is in memory: turn after turn, until it ends or is suspended.

mod turns; // what is done in a turn

use std::{
    pin::{Pin, pin},
    sync::{Arc, Mutex, OnceLock},
};

use self::turns::Driver;
use super::{
    Error,
    admission::Place,
    core::Core,
    deliver,
    effects::{self, Effect},
    ending,
    live::Live,
    mailbox::{Mailbox, Message, Next},
    spans::Spans,
    turn::Turn,
};
use crate::{
    call::ExecutionName,
    control::{race, yield_once},
    store::{ExecutionId, ExecutionStatus, Progress},
};

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
    let mut driver = Driver::new(live, Arc::clone(mailbox), span, place, flow, row.progress);
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

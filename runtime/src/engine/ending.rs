//! What reaches an execution that is over, and what it still has to see to.

use std::sync::Arc;

use super::{
    Error,
    core::Core,
    mailbox::{Mailbox, Message, Next},
};
use crate::store::{Batch, ExecutionId, NewExecution, Orphan, Progress};

/// Tells the parent, answers what reaches an execution that is over, and lets it go.
pub(super) async fn after(
    core: &Arc<Core>,
    id: ExecutionId,
    mailbox: &Arc<Mailbox>,
    start: &NewExecution,
    mut end: Progress,
) -> Result<(), Error> {
    core.release(id);
    let told = !end.active || core.tell_parent(id, start, &end).await;
    keep(core, id, &mut end, told, |_| {}).await?;
    loop {
        while let Some(next) = mailbox.take() {
            match next {
                Next::Message(message @ Message::Stop { .. }) => {
                    message.refuse(Error::ExecutionAlreadyCompleted { status: end.status });
                }
                Next::Message(Message::ChildEnded { answer, .. }) => drop(answer.send(Ok(()))),
                Next::Message(Message::ChildStarted { row, child: Some((flow, name)), started: Ok(_) }) => {
                    let orphan = Orphan { flow, name, row };
                    keep(core, id, &mut end, told, |end| end.orphans.push(orphan.clone())).await?;
                    core.stop_orphan(id, orphan);
                }
                Next::Message(Message::OrphanStopped { orphan }) => {
                    keep(core, id, &mut end, told, |end| end.orphans.retain(|other| *other != orphan)).await?;
                }
                Next::Message(message) => message.refuse(Error::TaskAlreadyCompleted),
                Next::Due => {}
            }
        }
        if core.suspend(id, mailbox) {
            return Ok(());
        }
    }
}

/// Keeps how the execution stands, if that has changed.
async fn keep(
    core: &Core,
    id: ExecutionId,
    end: &mut Progress,
    told: bool,
    change: impl FnOnce(&mut Progress),
) -> Result<(), Error> {
    let before = end.clone();
    change(end);
    end.active = !told || !end.orphans.is_empty();
    if *end != before {
        core.store.commit(id, Batch { progress: Some(end.clone()), ..Batch::default() }).await?;
    }
    Ok(())
}

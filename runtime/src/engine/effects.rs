//! What a turn does to the world: effects start when the turn is committed, and answer by messages.

use std::{pin::Pin, sync::Arc};

use super::{
    children::Closed,
    live::Live,
    mailbox::{Mailbox, Message, Outcome},
};
use crate::{
    context::ChildMode,
    store::{Orphan, Parent},
};

/// An effect that starts once the turn is committed.
pub(super) enum Effect {
    /// Call a function.
    Call { row: String, call: Pin<Box<dyn Future<Output = Outcome> + Send>> },
    /// Start a child execution.
    StartChild { row: String, flow: String, execution: String, input: Vec<u8>, mode: ChildMode },
    /// Stop a child execution that nobody waits for any more.
    StopChild(Orphan),
}

impl Effect {
    /// Whether it is for the attempt in this row.
    pub(super) fn is_for(&self, key: &str) -> bool {
        match self {
            Self::Call { row, .. } | Self::StartChild { row, .. } => row == key,
            Self::StopChild(_) => false,
        }
    }
}

/// Starts what the turn has asked for; on an engine that is being shut down, the next one does.
pub(super) fn launch(live: &Live, mailbox: &Arc<Mailbox>) {
    let effects = std::mem::take(&mut live.turn().effects);
    let draining = live.core.admission.is_draining();
    for effect in effects {
        match effect {
            Effect::Call { row, .. } | Effect::StartChild { row, .. } if draining => {
                live.turn().withhold(&row);
            }
            effect => start(effect, live, mailbox),
        }
    }
}

fn start(effect: Effect, live: &Live, mailbox: &Arc<Mailbox>) {
    let (core, mailbox) = (&live.core, Arc::clone(mailbox));
    match effect {
        Effect::Call { row, call } => {
            let (key, under_way) = (row.clone(), core.call_begins());
            let handle = core.tasks.spawn(async move {
                let _under_way = under_way;
                let outcome = call.await;
                mailbox.push(Message::Returned { row, outcome });
            });
            if let Some(running) = live.turn().running.get_mut(&key) {
                *running = handle;
            }
        }
        Effect::StartChild { row, flow, execution, input, mode } => {
            let (id, core) = (live.turn().id, Arc::clone(core));
            live.core.tasks.spawn(async move {
                let waits = mode == ChildMode::Wait;
                let parent = Parent { execution: id, row: row.clone(), waits };
                let message = match core.start_child(parent, mode, &flow, &execution, input).await {
                    Ok(started) => {
                        let child = waits.then_some((flow, execution));
                        Message::ChildStarted { row, child, started }
                    }
                    Err(Closed) => Message::Withheld { row },
                };
                // The parent may have left memory, or be over.
                core.wake(id, |mailbox| mailbox.push(message));
            });
        }
        Effect::StopChild(child) => core.stop_orphan(live.turn().id, child),
    }
}

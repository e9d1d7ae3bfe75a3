//! Child executions: started, stopped when they are given up, and heard when they end.

use std::sync::Arc;

use serde_json::{json, value::RawValue};

use super::{
    Error,
    core::{Core, Start},
    detail::raw,
    mailbox::{Message, Outcome},
};
use crate::{
    context::ChildMode,
    error::{StepError, codes},
    store::{ExecutionId, ExecutionStatus, NewExecution, Orphan, Parent, Progress},
};

/// The engine is closed: what was asked for is left to the next one.
pub(super) struct Closed;

impl Core {
    /// Starts a child execution for an attempt; the same attempt starts no second one. Gives what the task gets that waits
    /// for no more than the start.
    ///
    /// # Errors
    ///
    /// The outer one: the engine is closed, and the next one starts the child.
    pub(super) async fn start_child(
        self: &Arc<Self>,
        parent: Parent,
        mode: ChildMode,
        flow: &str,
        name: &str,
        input: Vec<u8>,
    ) -> Result<Outcome, Closed> {
        let shown = started(flow, name);
        let start = || Start {
            flow: flow.to_owned(),
            name: name.to_owned(),
            input: input.clone(),
            parent: Some(parent.clone()),
        };
        let begun = loop {
            match self.start(start()).await {
                Err(Error::Store(error)) => {
                    tracing::error!(%error, "a child execution cannot be kept");
                    self.rest().await;
                }
                begun => break begun,
            }
        };
        Ok(match begun {
            Ok(Ok(_)) => Ok(shown),
            // Ours, from before a crash; it may have ended unheard.
            Ok(Err(taken)) if taken.start.parent.as_ref() == Some(&parent) => {
                self.wake(taken.id, |_| {});
                Ok(shown)
            }
            // `StartExecution` starts nothing under a name that runs. Who needs more than the start must start it itself.
            Ok(Err(taken)) if mode == ChildMode::Start && !taken.progress.status.is_over() => Ok(shown),
            Ok(Err(_)) => Err(StepError::new(
                codes::EXECUTION_ALREADY_EXISTS,
                format!("flow `{flow}` has an execution `{name}` already"),
            )),
            Err(Error::FlowNotExists { .. }) => {
                Err(StepError::new(codes::FLOW_NOT_EXISTS, format!("no flow `{flow}` is registered")))
            }
            Err(Error::Closed) => return Err(Closed),
            Err(error) => Err(StepError::new(codes::RUNTIME_ERROR, error.to_string())),
        })
    }

    /// Stops a child execution that its parent has given up, and lets the parent know that this is done.
    pub(super) fn stop_orphan(self: &Arc<Self>, parent: ExecutionId, orphan: Orphan) {
        let core = Arc::clone(self);
        self.tasks.spawn(async move {
            loop {
                match core.try_stop(parent, &orphan).await {
                    Ok(()) | Err(Error::ExecutionAlreadyCompleted { .. }) => break,
                    Err(Error::Store(_)) => core.rest().await,
                    Err(error) => {
                        // It stays on the list; the next engine tries again.
                        tracing::warn!(%error, flow = orphan.flow, child = orphan.name, "an orphan could not be stopped");
                        return;
                    }
                }
            }
            core.wake(parent, |mailbox| mailbox.push(Message::OrphanStopped { orphan }));
        });
    }

    async fn try_stop(self: &Arc<Self>, parent: ExecutionId, orphan: &Orphan) -> Result<(), Error> {
        let Some(child) = self.store.find(&orphan.flow, &orphan.name).await? else { return Ok(()) };
        let ours = |known: &Parent| known.execution == parent && known.row == orphan.row;
        if !child.start.parent.as_ref().is_some_and(ours) {
            return Ok(());
        }
        let error = StepError::new(codes::EXECUTION_STOPPED, "the task that had started it was given up");
        self.ask(child.id, |answer| Message::Stop { error, answer }).await
    }

    /// Tells the parent of a child execution that this is over. Gives whether it knows.
    pub(super) async fn tell_parent(
        self: &Arc<Self>,
        child: ExecutionId,
        start: &NewExecution,
        end: &Progress,
    ) -> bool {
        let Some(parent) = start.parent.as_ref().filter(|parent| parent.waits) else { return true };
        loop {
            let (row, started, outcome) = (parent.row.clone(), started(&start.flow, &start.name), child_outcome(end));
            let ended = |answer| Message::ChildEnded { row, started, outcome, answer };
            match self.ask(parent.execution, ended).await {
                Ok(()) => return true,
                Err(Error::Store(_)) => self.rest().await,
                // It stays on the list, and is told again when the engine is opened the next time.
                Err(error) => {
                    tracing::warn!(%error, %child, "the parent could not be told that its child is over");
                    return false;
                }
            }
        }
    }
}

/// What a task gets of a child execution that was started.
fn started(flow: &str, name: &str) -> Box<RawValue> {
    raw(&json!({ "FlowName": flow, "Name": name, "ExecutionName": name }))
}

/// How the end of a child looks to its parent.
fn child_outcome(end: &Progress) -> Outcome {
    match end.status {
        ExecutionStatus::Succeeded => {
            let output = end.output.clone().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
            RawValue::from_string(output)
                .map_err(|error| StepError::new(codes::INVALID_LOCAL, format!("the output of the child: {error}")))
        }
        status => Err(match &end.error {
            Some(error) if !error.code.is_empty() => error.clone(),
            _ if status == ExecutionStatus::Stopped => {
                StepError::new(codes::EXECUTION_STOPPED, "the child execution was stopped")
            }
            error => crate::task::child_failure(error.clone().unwrap_or_else(|| StepError::new("", ""))),
        }),
    }
}

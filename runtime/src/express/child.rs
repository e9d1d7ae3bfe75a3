//! Executions that an Express execution starts, and waits for.

use std::{pin::pin, sync::Arc};

use tokio::{sync::oneshot, task::AbortHandle};

use super::{Express, closed};
use crate::{
    context::{Attempt, Child, ChildMode, Payload},
    engine::check_name,
    error::{Halt, StepError, codes},
    task::child_failure,
};

/// So many children within children, and no more.
const DEEPEST: usize = 100;

/// Ends a task when nobody waits for it any more.
struct AbortOnDrop(AbortHandle);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Express<'_> {
    /// Runs a child on a task of its own.
    pub(super) async fn run_child<I: Payload, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        child: Child<'_, I>,
    ) -> Result<O, StepError> {
        if child.mode != ChildMode::Wait {
            let cause = "an Express execution can only wait for the end of a child: start this flow on the engine";
            return Err(StepError::new(codes::RUNTIME_ERROR, cause));
        }
        let Ok(flow) = self.core.find_flow(child.flow) else {
            return Err(StepError::new(codes::FLOW_NOT_EXISTS, format!("no flow `{}` is registered", child.flow)));
        };
        if let Err(error) = child.execution.map_or(Ok(()), check_name) {
            return Err(StepError::new(codes::RUNTIME_ERROR, error.to_string()));
        }
        let input = serde_json::to_value(&child.input)
            .map_err(|error| StepError::new(codes::RUNTIME_ERROR, error.to_string()))?;
        if self.depth == DEEPEST {
            let cause = format!("children are nested deeper than {DEEPEST}: start this flow on the durable engine");
            return Err(StepError::new(codes::RUNTIME_ERROR, cause));
        }
        let name = child.execution.map_or_else(|| format!("{}.{}", self.name.get(), attempt.path), str::to_owned);
        // On its own, so that deep nesting does not need a deep stack.
        let (sender, ended) = oneshot::channel();
        let (core, flow_name, depth) = (Arc::clone(self.core), child.flow.to_owned(), self.depth + 1);
        let task = self.core.spawn(async move {
            let context = Express { depth, ..Express::new(&core, &flow_name, Some(name.into())) };
            let _ = sender.send(flow.express(context, input).await);
        });
        let Some(task) = task else { return Err(closed()) };
        let _task = AbortOnDrop(task);
        let ended = async {
            match ended.await {
                Ok(Ok(output)) => Ok(output),
                Ok(Err(Halt::Failed(error))) => Err(child_failure(error)),
                Ok(Err(Halt::Stopped)) | Err(_) => Err(closed()),
            }
        };
        self.in_time(attempt, pin!(ended)).await.and_then(|output| output).and_then(|output| {
            serde_json::from_value(output).map_err(|error| {
                StepError::new(codes::INVALID_LOCAL, format!("the output of the child does not fit: {error}"))
            })
        })
    }
}

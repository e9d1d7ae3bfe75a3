//! Background jobs: calls that go on whatever becomes of the execution that asked for them.

use std::sync::Arc;

use tokio::sync::oneshot;
use tracing::Instrument as _;

use super::{
    Error,
    core::{Core, lock},
    detail::raw,
    live::shallow,
    mailbox::Outcome,
};
use crate::{
    call::{Call, ExecutionName, Place},
    clock::Timestamp,
    error::{StepError, codes},
    guard::guarded,
    invoke::canonical,
    store::{
        Accepted, ExecutionId, JobId, NewJob, codec,
        rows::{Job, JobEnd},
    },
    value::Value,
};

/// How many open jobs are read at once.
const PAGE: usize = 256;

/// How a background job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JobStatus {
    /// It is accepted, and has not ended.
    Open,
    /// The function has returned.
    Succeeded,
    /// The function has failed.
    Failed,
}

/// A background job: a call that a task with `pattern: requestResponse` or `waitForCallback` and
/// `InvocationType: Async` has handed over. It is performed at least once, and goes on when its execution is over.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct JobDescription {
    /// Its id in the store.
    pub id: JobId,
    /// The step that handed it over.
    pub step: String,
    /// The path of the attempt.
    pub path: String,
    /// The resource that it calls.
    pub resource: String,
    /// The id of the stateful invocation (`StatefulAsyncInvocationID`), where it has one.
    pub invocation_id: Option<String>,
    /// How it stands.
    pub status: JobStatus,
    /// What the function returned.
    pub output: Option<Value>,
    /// What the function failed with.
    pub error: Option<StepError>,
    /// When it was accepted.
    pub accepted: Timestamp,
    /// When it ended.
    pub ended: Option<Timestamp>,
}

impl std::fmt::Debug for JobDescription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JobDescription")
            .field("id", &self.id)
            .field("path", &self.path)
            .field("resource", &self.resource)
            .field("status", &self.status)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

impl JobDescription {
    pub(crate) fn decode(execution: ExecutionId, id: JobId, bytes: &[u8]) -> Result<Self, Error> {
        let unreadable = |reason| Error::Unreadable { execution, row: format!("job {id}"), reason };
        let job: Job = codec::decode(bytes).map_err(unreadable)?;
        let (status, output, error, ended) = match job.ended {
            None => (JobStatus::Open, None, None, None),
            Some(JobEnd { time, outcome: Ok(output) }) => {
                let output = serde_json::from_str(output.get()).map_err(|error| unreadable(error.to_string()))?;
                (JobStatus::Succeeded, Some(output), None, Some(time))
            }
            Some(JobEnd { time, outcome: Err(error) }) => (JobStatus::Failed, None, Some(error), Some(time)),
        };
        Ok(Self {
            id,
            step: job.step,
            path: job.path,
            resource: job.resource,
            invocation_id: job.invocation,
            status,
            output,
            error,
            accepted: job.accepted,
            ended,
        })
    }
}

impl Core {
    /// Takes the id of a stateful invocation for an attempt; the other attempts of its step may take it again.
    pub(super) async fn claim(
        &self,
        execution: ExecutionId,
        path: &str,
        resource: &str,
        invocation: Option<&str>,
    ) -> Result<(), StepError> {
        let Some(invocation) = invocation else { return Ok(()) };
        let step = path.rsplit_once('#').map_or(path, |(step, _)| step);
        let owner = format!("{execution}/{step}");
        loop {
            match self.store.claim(&canonical(resource), invocation, &owner).await {
                Ok(true) => return Ok(()),
                Ok(false) => {
                    let cause = format!(
                        "`{resource}` has been invoked under the id `{invocation}` before: `StatefulAsyncInvocationID` \
                         must be another one for each invocation"
                    );
                    return Err(StepError::new(codes::INVOCATION_EXISTS, cause));
                }
                Err(error) => {
                    tracing::error!(%error, "the id of an invocation cannot be kept");
                    self.rest().await;
                }
            }
        }
    }

    /// Keeps a job of an attempt, which may have one already, and starts it.
    pub(super) async fn accept(self: &Arc<Self>, execution: ExecutionId, job: Job) -> Outcome {
        self.claim(execution, &job.path, &job.resource, job.invocation.as_deref()).await?;
        let bytes = codec::encode(&job).map_err(|error| StepError::new(codes::RUNTIME_ERROR, error))?;
        let new = NewJob { execution, attempt: job.path.clone(), bytes };
        // On its own, so that a job that is kept is performed even if the attempt is given up meanwhile.
        let (sender, accepted) = oneshot::channel();
        let core = Arc::clone(self);
        self.tasks.spawn(async move {
            loop {
                match core.store.accept(new.clone()).await {
                    Ok(Accepted::New(id)) => break core.spawn_job(id, job, false),
                    // It was taken up when it was accepted, or when the store was opened.
                    Ok(Accepted::Known(_)) => break,
                    Err(error) => {
                        tracing::error!(%error, "a background job cannot be kept");
                        core.rest().await;
                    }
                }
            }
            let _ = sender.send(());
        });
        if accepted.await.is_err() {
            // The engine is closed; the next one does it.
            std::future::pending::<()>().await;
        }
        Ok(raw(&serde_json::Map::new()))
    }

    /// Goes on with the jobs that were open when the store was left.
    pub(super) async fn take_up_jobs(self: &Arc<Self>) -> Result<(), Error> {
        let mut after = None;
        loop {
            let page = self.store.open_jobs(after, PAGE).await?;
            after = page.last().map(|(id, _)| *id);
            let last = page.len() < PAGE;
            for (id, bytes) in page {
                match codec::decode(&bytes) {
                    Ok(job) => self.spawn_job(id, job, true),
                    Err(reason) => tracing::error!(job = %id, reason, "a background job cannot be read"),
                }
            }
            if last {
                return Ok(());
            }
        }
    }

    fn spawn_job(self: &Arc<Self>, id: JobId, job: Job, repeat: bool) {
        let Job { flow, execution, step, resource, .. } = &job;
        let span = tracing::info_span!("job", id = id.0, flow, execution, step, resource, repeat);
        self.tasks.spawn(run(Arc::clone(self), id, job, repeat).instrument(span));
    }

    /// The jobs of an execution.
    pub(super) async fn jobs(&self, execution: ExecutionId) -> Result<Vec<JobDescription>, Error> {
        let jobs = self.store.jobs(execution).await?;
        jobs.iter().map(|(id, bytes)| JobDescription::decode(execution, *id, bytes)).collect()
    }
}

/// Takes a job off the list of those under way when it ends, however it ends.
struct UnderWay<'a>(&'a Core, JobId);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        lock(&self.0.jobs).remove(&self.1);
        self.0.admission.left.notify_waiters();
    }
}

/// Performs a job and keeps how it ends.
async fn run(core: Arc<Core>, id: JobId, job: Job, repeat: bool) {
    if core.admission.is_draining() {
        return;
    }
    lock(&core.jobs).insert(id);
    let _under_way = UnderWay(&core, id);
    let Some(flow) = core.flows.get(job.flow.as_str()) else {
        tracing::error!(flow = job.flow, "the flow of a background job is not registered: the job stays open");
        return;
    };
    let outcome = {
        let execution = ExecutionName::Given(job.execution.as_str().into());
        let call = Call {
            place: Place::Text(&job.path),
            flow: &job.flow,
            execution: &execution,
            resource: &job.resource,
            repeat,
            invocation: job.invocation.as_deref(),
            invokers: &core.invokers,
        };
        perform(&core, flow.as_ref(), call, &job).await
    };
    let failed = outcome.as_ref().err();
    if let Some(error) = failed {
        tracing::warn!(%error, "a background job failed");
    }
    let job = Job { ended: Some(JobEnd { time: core.clock.now(), outcome }), ..job };
    let Ok(bytes) = codec::encode(&job) else { return };
    while let Err(error) = core.store.close_job(id, bytes.clone()).await {
        tracing::error!(%error, "the end of a background job cannot be kept");
        core.rest().await;
    }
}

async fn perform(core: &Core, flow: &dyn super::Registered, call: Call<'_>, job: &Job) -> Outcome {
    let input = serde_json::from_str(job.input.get())
        .map_err(|error| StepError::new(codes::RUNTIME_ERROR, format!("the input of the job: {error}")))?;
    let _admitted = core.admit(&job.resource).await;
    let result = guarded(&job.resource, flow.dispatch(&job.resource, call, input)).await?;
    let result = shallow(raw(&result), codes::INVALID_LOCAL)?;
    if result.get().len() > core.limits.data {
        return Err(core.limits.too_much_data());
    }
    Ok(result)
}

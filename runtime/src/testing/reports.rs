//! Reports of task tokens, by the names of the steps that wait.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::{mpsc::UnboundedReceiver, watch};

use super::{
    calls::Recorder,
    script::{Lines, Script},
    waiting::Waiting,
};
use crate::{
    control::race,
    engine::{Engine, Error},
    error::StepError,
    token::TaskToken,
    value::Value,
};

/// What is reported, and what was waited for.
#[derive(Debug)]
pub(super) struct Reports {
    scripts: Mutex<BTreeMap<String, (Lines, bool)>>,
    unanswered: Mutex<Vec<(String, Duration)>>,
    recorder: Arc<Recorder>,
}

impl Reports {
    pub(super) fn new(scripts: BTreeMap<String, Script>, recorder: Arc<Recorder>) -> Self {
        let scripts = scripts.into_iter().map(|(step, script)| (step, (Lines::new(script), false))).collect();
        Self { scripts: Mutex::new(scripts), unanswered: Mutex::default(), recorder }
    }

    /// The steps for which there is a report that nothing has waited for.
    pub(super) fn unused(&self) -> Vec<String> {
        let scripts = self.scripts.lock().unwrap_or_else(PoisonError::into_inner);
        scripts.iter().filter(|(_, (_, used))| !used).map(|(step, _)| step.clone()).collect()
    }

    /// The steps that have waited without a report, and since when.
    pub(super) fn unanswered(&self) -> Vec<(String, Duration)> {
        self.unanswered.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reports for all that wait, with whatever engine is open then.
    pub(super) async fn serve(self: Arc<Self>, mut told: UnboundedReceiver<Waiting>, engine: OpenEngine) {
        while let Some(waiting) = told.recv().await {
            self.note(waiting, &engine);
        }
    }

    fn note(&self, Waiting { step, token, input }: Waiting, engine: &OpenEngine) {
        let mut scripts = self.scripts.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((lines, used)) = scripts.get_mut(&step) else {
            let mut unanswered = self.unanswered.lock().unwrap_or_else(PoisonError::into_inner);
            unanswered.push((step, self.recorder.elapsed()));
            return;
        };
        *used = true;
        let Some(reply) = lines.reply(token.as_str().to_owned(), &input) else {
            return self.recorder.fault(format!("no report for step `{step}` is meant for the input {input}"));
        };
        if reply.hangs() {
            return;
        }
        if reply.panic().is_some() {
            return self.recorder.fault(format!("the report for step `{step}` panics: only functions can"));
        }
        match reply.outcome(input) {
            Err(reason) => self.recorder.fault(format!("the report for step `{step}`: {reason}")),
            Ok(outcome) => {
                let what = format!("the report for step `{step}`");
                send(engine, reply.span(), what, Errand::Report { token, outcome }, &self.recorder);
            }
        }
    }
}

/// The engine that is open, if one is.
pub(super) type OpenEngine = watch::Receiver<Option<Arc<Engine>>>;

/// Something to do with the engine that is open.
#[derive(Debug)]
pub(super) enum Errand {
    /// Report a token.
    Report { token: TaskToken, outcome: Result<Value, StepError> },
    /// Stop an execution.
    Stop { flow: &'static str, execution: &'static str, error: StepError },
}

/// Has an errand run after so long, again and again until it is done, whatever engines crash meanwhile.
pub(super) fn send(engine: &OpenEngine, after: Duration, what: String, errand: Errand, recorder: &Arc<Recorder>) {
    let (mut engine, recorder) = (engine.clone(), Arc::clone(recorder));
    tokio::spawn(async move {
        if !after.is_zero() {
            tokio::time::sleep(after).await;
        }
        loop {
            let Some(now) = engine.borrow_and_update().clone() else {
                if engine.changed().await.is_err() {
                    return;
                }
                continue;
            };
            // From a store that has crashed no answer comes.
            let Ok(done) = race(errand.attempt(&now), engine.changed()).await else { continue };
            match done {
                Ok(()) => return,
                // The engine has crashed, or has not started the execution yet.
                Err(Error::Closed | Error::Store(_) | Error::ExecutionNotExists { .. }) => {
                    tokio::task::yield_now().await;
                }
                Err(error) => return recorder.fault(format!("{what} was refused: {error}")),
            }
        }
    });
}

impl Errand {
    async fn attempt(&self, engine: &Engine) -> Result<(), Error> {
        let done = match self {
            Self::Report { token, outcome: Ok(output) } => {
                engine.report_task_succeeded(token, &output.to_string()).await.map(drop)
            }
            Self::Report { token, outcome: Err(error) } => {
                engine.report_task_failed(token, error.clone()).await.map(drop)
            }
            Self::Stop { flow, execution, error } => {
                let execution = engine.execution(flow, execution).await?;
                execution.stop(error.clone()).await
            }
        };
        match done {
            // It came too late, or a crash has hidden that it was done.
            Err(Error::TaskAlreadyCompleted | Error::ExecutionAlreadyCompleted { .. }) => Ok(()),
            done => done,
        }
    }
}

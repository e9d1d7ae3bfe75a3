//! A function that reports the token that it is called with.

use std::{
    sync::{
        Arc, OnceLock, Weak,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{Answer, Engine, Invocation, Invoker, StepError, TaskToken, json};

/// Works for a second, reports, and works for another one.
#[derive(Clone, Default)]
pub(super) struct Reporter {
    engine: Arc<OnceLock<Weak<Engine>>>,
    /// How many calls have returned.
    pub(super) done: Arc<AtomicUsize>,
}

impl Reporter {
    pub(super) fn reports_to(&self, engine: &Arc<Engine>) {
        let _ = self.engine.set(Arc::downgrade(engine));
    }
}

impl Invoker for Reporter {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
        let token = TaskToken::new(invocation.input["token"].as_str().unwrap_or_default());
        let engine = self.engine.get().and_then(Weak::upgrade);
        Box::pin(async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            let engine = engine.ok_or_else(|| StepError::new("Nobody", "there is no engine"))?;
            let report = engine.report_task_succeeded(&token, r#"{"answer": "yes"}"#).await;
            report.map_err(|error| StepError::new("Refused", error.to_string()))?;
            drop(engine);
            tokio::time::sleep(Duration::from_secs(1)).await;
            self.done.fetch_add(1, SeqCst);
            Ok(json!({}))
        })
    }
}

//! What users rely on and no other test would miss. If this compiles, it holds.

use std::{error::Error as StdError, fmt::Debug, hash::Hash, time::Duration};

use flowsmith::{
    Call, Clock, Engine, EngineBuilder, Entropy, EntropyError, Error, EventKind, Execution, ExecutionDescription,
    ExecutionFilter, ExecutionId, ExecutionPage, ExecutionStatus, Failure, Flow, FunctionResponse, HistoryEvent,
    Invocation, Invoker, JobDescription, JobId, JobStatus, Limits, MemoryStore, StepError, Store, StoreError,
    SystemClock, SystemEntropy, TaskToken, Timestamp, TimestampError, TokioClock, Value,
    store::{
        Accepted, Batch, Created, ExecutionRow, NewExecution, NewJob, Orphan, Parent, Pending, Progress, StoreLock,
    },
};

const fn shared<T: Send + Sync + Debug>() {}
const fn data<T: Send + Sync + Debug + Clone + PartialEq>() {}
const fn key<T: Send + Sync + Debug + Copy + Eq + Hash>() {}
const fn error<T: Send + Sync + Clone + StdError + 'static>() {}
const fn options<T: Send + Sync + Debug + Clone + Default>() {}
fn sent<T: Send>(_: T) {}

#[test]
fn types_go_to_any_thread_and_can_be_shown() {
    shared::<Engine>();
    shared::<Execution>();
    shared::<Call<'_>>();
    shared::<StoreLock>();
    shared::<FunctionResponse<'_>>();
    shared::<TokioClock>();
    sent::<Option<EngineBuilder>>(None);
    sent::<Option<Invocation<'_>>>(None);
    sent::<Option<Pending<'_, ()>>>(None);
}

#[test]
fn data_is_compared_and_copied() {
    data::<StepError>();
    data::<Failure>();
    data::<HistoryEvent>();
    data::<ExecutionDescription>();
    data::<ExecutionPage>();
    data::<JobDescription>();
    data::<(NewExecution, Parent, Progress, Orphan, ExecutionRow, NewJob, Accepted, Created)>();
    key::<ExecutionId>();
    key::<JobId>();
    key::<ExecutionStatus>();
    key::<EventKind>();
    key::<Timestamp>();
    data::<JobStatus>();
    data::<TaskToken>();
    data::<Limits>();
}

#[test]
fn what_has_a_default_says_so() {
    options::<ExecutionFilter>();
    options::<Limits>();
    options::<Batch>();
    options::<MemoryStore>();
    options::<SystemClock>();
    options::<SystemEntropy>();
}

#[test]
fn errors_are_errors() {
    error::<Error>();
    error::<Failure>();
    error::<StepError>();
    error::<StoreError>();
    error::<EntropyError>();
    error::<TimestampError>();
    #[cfg(feature = "mns")]
    error::<flowsmith::MnsError>();
}

#[cfg(feature = "mns")]
#[test]
fn queues_and_topics_are_handles() {
    const fn handle<T: Send + Sync + Debug + Clone>() {}
    handle::<flowsmith::MemoryQueue>();
    handle::<flowsmith::MemoryTopic>();
    data::<flowsmith::Message>();
    data::<flowsmith::Peeked>();
}

#[cfg(feature = "testing")]
#[test]
fn the_kit_is_shared_too() {
    use flowsmith::testing::{Calls, Counting, CrashStore, ExecutionRecord, RecordedCall, Reply, Run, Script};

    shared::<(Run, Calls<'_>, Reply, Script, CrashStore, Counting)>();
    data::<RecordedCall>();
    data::<ExecutionRecord>();
}

#[test]
fn what_is_injected_can_be_boxed() {
    const fn boxed<T: ?Sized>() {}
    boxed::<dyn Store>();
    boxed::<dyn Clock>();
    boxed::<dyn Entropy>();
    boxed::<dyn Invoker>();
}

/// Servers hand such futures to other threads.
#[expect(dead_code, reason = "it has to compile")]
fn futures_go_to_any_thread<F: Flow<Input = Value>>(engine: &Engine, flow: &F, run: &Execution, token: &TaskToken) {
    sent(Engine::builder().build());
    sent(engine.start("order", "order-1", Value::Null));
    sent(engine.execution("order", "order-1"));
    sent(engine.executions("order", &ExecutionFilter::new()));
    sent(engine.run_express(flow, Value::Null));
    sent(engine.report_task_succeeded(token, "{}"));
    sent(engine.report_task_failed(token, StepError::new("Declined", "")));
    sent(engine.shutdown(Duration::ZERO));
    sent((run.wait(), run.describe(), run.history(), run.history_page(0, 1), run.jobs()));
    sent(run.stop(StepError::new("Withdrawn", "")));
}

#[test]
fn without_tokio_there_is_an_error_and_no_panic() {
    let mut building = Box::pin(Engine::builder().build());
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(engine) = building.as_mut().poll(&mut cx) else { panic!("it waits") };
    let error = engine.unwrap_err();
    assert!(matches!(error, Error::NoRuntime), "{error}");
}

//! Background jobs: kept before the flow goes on, performed at least once, whatever becomes of the execution.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Duration,
};

use flowsmith::{
    Call, Engine, Execution, JobDescription, JobStatus, MemoryStore, StepError, Store, Timestamp, TokioClock, Value,
    json,
};
use flowsmith_tests::cases::{async_background::flow as background, async_stateful::flow as stateful};
use tokio::sync::Notify;

use super::slow_store::SlowStore;

flowsmith::flow!("definitions/abroad.yaml");

/// A post office that sends nothing until it is opened.
#[derive(Clone, Default)]
struct Office {
    open: Arc<AtomicBool>,
    opens: Arc<Notify>,
    /// Whether each call was a repeat.
    calls: Arc<Mutex<Vec<bool>>>,
}

impl Office {
    fn open(&self) {
        self.open.store(true, SeqCst);
        self.opens.notify_waiters();
    }
}

impl background::Functions for Office {
    async fn mail(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        self.calls.lock().unwrap().push(call.is_repeat());
        while !self.open.load(SeqCst) {
            self.opens.notified().await;
        }
        match input["to"].as_str() {
            Some("nobody") => Err(StepError::new("NoSuchMailbox", "nobody lives here")),
            to => Ok(json!(format!("sent to {}", to.unwrap_or_default()))),
        }
    }

    async fn pack(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
        Ok(json!({"packed": true}))
    }
}

async fn engine(store: impl Store, office: &Office) -> Engine {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let builder = Engine::builder().store(store).clock(clock);
    builder.flow(background::Flow::new(office.clone())).build().await.unwrap()
}

/// The only job of an execution, once it has ended.
async fn ended(execution: &Execution) -> JobDescription {
    for _ in 0..1_000 {
        let job = execution.jobs().await.unwrap().remove(0);
        if job.status != JobStatus::Open {
            return job;
        }
        tokio::task::yield_now().await;
    }
    panic!("the job does not end");
}

#[tokio::test(start_paused = true)]
async fn a_job_outlives_its_execution_and_keeps_what_it_came_to() {
    let (store, office) = (MemoryStore::new(), Office::default());
    let engine = engine(store.clone(), &office).await;
    let good = engine.start("flow", "good", json!({"customer": "ada"})).await.unwrap();
    let bad = engine.start("flow", "bad", json!({"customer": "nobody"})).await.unwrap();
    for execution in [&good, &bad] {
        assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"packed": true}));
        let open = execution.jobs().await.unwrap();
        assert_eq!(open.iter().map(|job| job.status).collect::<Vec<_>>(), [JobStatus::Open]);
        assert_eq!(open[0].path, "mail@1#1");
    }
    office.open();
    let job = ended(&good).await;
    assert_eq!((job.status, job.output), (JobStatus::Succeeded, Some(json!("sent to ada"))));
    assert_eq!(job.resource, "acs:fc:::services/shop/functions/mail");
    let job = ended(&bad).await;
    assert_eq!(job.error, Some(StepError::new("NoSuchMailbox", "nobody lives here")));
    assert_eq!(job.status, JobStatus::Failed);
    assert_eq!(bad.describe().await.unwrap().error, None);
}

#[tokio::test(start_paused = true)]
async fn a_job_that_a_crash_cut_off_is_performed_again_even_if_its_execution_is_over() {
    let (store, office) = (MemoryStore::new(), Office::default());
    let first = engine(store.clone(), &office).await;
    first.start("flow", "one", json!({"customer": "ada"})).await.unwrap().wait().await.unwrap().unwrap();
    drop(first);
    let second = engine(store.clone(), &office).await;
    let execution = second.execution("flow", "one").await.unwrap();
    office.open();
    assert_eq!(ended(&execution).await.status, JobStatus::Succeeded);
    assert_eq!(*office.calls.lock().unwrap(), [false, true]);
    drop(second);
    let third = engine(store.clone(), &office).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(office.calls.lock().unwrap().len(), 2, "what has ended is not performed again");
    drop(third);
}

#[tokio::test(start_paused = true)]
async fn a_job_that_is_accepted_as_its_execution_is_stopped_is_performed_all_the_same() {
    let (store, office) = (SlowStore::default(), Office::default());
    store.late_jobs.store(1, SeqCst);
    office.open();
    let engine = engine(store, &office).await;
    let execution = engine.start("flow", "one", json!({"customer": "ada"})).await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    execution.stop(StepError::new("Enough", "")).await.unwrap();
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert_eq!(ended(&execution).await.status, JobStatus::Succeeded);
    assert_eq!(*office.calls.lock().unwrap(), [false]);
}

/// Sends mail in more boxes than can be read again.
struct Wrapper;

impl background::Functions for Wrapper {
    async fn mail(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
        Ok((0..300).fold(Value::Null, |inner, _| json!([inner])))
    }

    async fn pack(&self, _: Call<'_>, _: Value) -> Result<Value, StepError> {
        Ok(json!({}))
    }
}

#[tokio::test(start_paused = true)]
async fn a_job_fails_that_returns_what_is_nested_too_deep() {
    let engine = Engine::builder().flow(background::Flow::new(Wrapper)).build().await.unwrap();
    let execution = engine.start("flow", "one", json!({"customer": "ada"})).await.unwrap();
    execution.wait().await.unwrap().unwrap();
    let job = ended(&execution).await;
    assert_eq!((job.status, job.output), (JobStatus::Failed, None));
    assert_eq!(job.error.unwrap().code, "FnF.InvalidLocal");
}

/// Gives the ids that it was invoked with.
struct Renderer(Arc<Mutex<Vec<Option<String>>>>);

impl stateful::Functions for Renderer {
    async fn render(&self, call: Call<'_>, input: Value) -> Result<Value, StepError> {
        self.0.lock().unwrap().push(call.invocation_id().map(str::to_owned));
        Ok(input)
    }
}

#[tokio::test(start_paused = true)]
async fn a_function_sees_the_id_of_its_invocation_on_every_engine() {
    let ids = Arc::new(Mutex::new(Vec::new()));
    let flow = || stateful::Flow::new(Renderer(Arc::clone(&ids)));
    let engine = Engine::builder().flow(flow()).build().await.unwrap();
    let input = json!({"film": "one", "second": 2});
    engine.start("flow", None, &input).await.unwrap().wait().await.unwrap().unwrap();
    engine.run_express(&flow(), input).await.unwrap();
    let (one, two) = (Some("one".to_owned()), Some("2".to_owned()));
    assert_eq!(*ids.lock().unwrap(), [one.clone(), two.clone(), one, two]);
}

#[tokio::test(start_paused = true)]
async fn an_id_is_taken_in_all_executions_and_by_attempts_of_one_step_only_once() {
    let ids = Arc::new(Mutex::new(Vec::new()));
    let engine = Engine::builder().flow(stateful::Flow::new(Renderer(Arc::clone(&ids)))).build().await.unwrap();
    let run = async |film: &str| {
        let execution = engine.start("flow", None, json!({"film": film, "second": format!("{film} 2")})).await.unwrap();
        execution.wait().await.unwrap().map_err(|failure| failure.error.code.into_owned())
    };
    assert!(run("one").await.is_ok());
    assert_eq!(run("one").await, Err("FC.StatefulAsyncInvocationAlreadyExists".to_owned()));
    assert!(run("two").await.is_ok());
    assert_eq!(ids.lock().unwrap().len(), 4, "what is refused is not called");
}

#[tokio::test(start_paused = true)]
async fn an_id_is_taken_for_a_function_under_each_of_its_names() {
    let render = |input: Value| async move { Ok(input) };
    let builder = Engine::builder().flow(stateful::Flow::remote()).flow(abroad::Flow::remote());
    let engine = builder.function("acs:fc:::services/film/functions/render", render).build().await.unwrap();
    let home = engine.start("flow", "home", json!({"film": "one", "second": "two"})).await.unwrap();
    home.wait().await.unwrap().unwrap();
    let abroad = engine.start("abroad", "taken", json!({"film": "one"})).await.unwrap();
    let failure = abroad.wait().await.unwrap().unwrap_err();
    assert_eq!(failure.error.code, "FC.StatefulAsyncInvocationAlreadyExists");
    let abroad = engine.start("abroad", "free", json!({"film": "three"})).await.unwrap();
    abroad.wait().await.unwrap().unwrap();
}

//! Races about one attempt: one effect, and one truthful answer each.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use flowsmith::{
    Call, Engine, Error, EventKind, Execution, ExecutionStatus, MemoryStore, StepError, TaskToken, Timestamp,
    TokioClock, Value, json,
};
use tokio::sync::Notify;

flowsmith::flow!("definitions/ask.yaml");

/// A function that lets the test decide when it returns.
#[derive(Clone, Default)]
struct Host {
    tokens: Arc<Mutex<Vec<TaskToken>>>,
    called: Arc<Notify>,
    /// The function returns when this was notified; at once where there is none.
    gate: Option<Arc<Notify>>,
    /// What the function returns.
    fails: bool,
}

impl ask::Functions for Host {
    async fn ask(&self, _: Call<'_>, input: Value) -> Result<Value, StepError> {
        self.tokens.lock().unwrap().push(TaskToken::from(input["token"].as_str().unwrap()));
        self.called.notify_one();
        if let Some(gate) = &self.gate {
            gate.notified().await;
        }
        if self.fails { Err(StepError::new("Late", "it failed after all")) } else { Ok(json!({})) }
    }
}

struct Scene {
    engine: Engine,
    store: MemoryStore,
    clock: TokioClock,
    host: Host,
    execution: Execution,
}

/// An engine with an execution whose function was called.
async fn scene(host: Host) -> Scene {
    let store = MemoryStore::new();
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let engine = open(&store, clock, &host).await;
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    host.called.notified().await;
    Scene { engine, store, clock, host, execution }
}

async fn open(store: &MemoryStore, clock: TokioClock, host: &Host) -> Engine {
    Engine::builder().store(store.clone()).clock(clock).flow(ask::Flow::new(host.clone())).build().await.unwrap()
}

impl Scene {
    fn token(&self, index: usize) -> TaskToken {
        self.host.tokens.lock().unwrap()[index].clone()
    }

    async fn count(&self, kind: EventKind) -> usize {
        self.execution.history().await.unwrap().iter().filter(|event| event.kind == kind).count()
    }

    /// Waits until the execution has left memory.
    async fn suspended(&self) {
        while self.count(EventKind::TaskSubmitted).await == 0 {
            tokio::task::yield_now().await;
        }
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }
}

const YES: &str = r#"{"answer": "yes"}"#;

fn answered(answer: &str) -> Value {
    json!({ "answer": answer })
}

#[tokio::test(start_paused = true)]
async fn a_report_before_the_function_returns_is_final() {
    let gate = Arc::new(Notify::new());
    let scene = scene(Host { gate: Some(gate.clone()), fails: true, ..Host::default() }).await;
    scene.engine.report_task_succeeded(&scene.token(0), YES).await.unwrap();
    assert_eq!(scene.execution.wait().await.unwrap().unwrap(), answered("yes"));
    gate.notify_one();
    tokio::task::yield_now().await;
    assert_eq!(scene.count(EventKind::TaskSubmitFailed).await, 0);
    assert_eq!(scene.count(EventKind::TaskSucceeded).await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_report_before_suspension_is_taken_in() {
    let scene = scene(Host::default()).await;
    // The function has returned and nothing has been delivered yet.
    scene.engine.report_task_succeeded(&scene.token(0), YES).await.unwrap();
    assert_eq!(scene.execution.wait().await.unwrap().unwrap(), answered("yes"));
}

#[tokio::test(start_paused = true)]
async fn a_report_resumes_a_suspended_execution() {
    let scene = scene(Host::default()).await;
    scene.suspended().await;
    let event = scene.engine.report_task_succeeded(&scene.token(0), YES).await.unwrap();
    assert_eq!(scene.execution.wait().await.unwrap().unwrap(), answered("yes"));
    let history = scene.execution.history().await.unwrap();
    assert_eq!(history[usize::try_from(event).unwrap() - 1].kind, EventKind::TaskSucceeded);
}

#[tokio::test(start_paused = true)]
async fn reports_during_a_resume_have_one_winner() {
    let scene = scene(Host::default()).await;
    scene.suspended().await;
    let token = scene.token(0);
    let reports = (0..10).map(|number| {
        let (engine, token) = (&scene.engine, &token);
        Box::pin(async move { engine.report_task_succeeded(token, &json!({ "answer": number }).to_string()).await })
    });
    let mut winners = Vec::new();
    for (number, answer) in join(reports.collect()).await.into_iter().enumerate() {
        match answer {
            Ok(_) => winners.push(number),
            Err(error) => assert!(matches!(error, Error::TaskAlreadyCompleted), "{error}"),
        }
    }
    assert_eq!(winners.len(), 1);
    let output = scene.execution.wait().await.unwrap().unwrap();
    assert_eq!(output, json!({"answer": winners[0]}));
    assert_eq!(scene.count(EventKind::TaskSucceeded).await, 1);
}

/// Runs futures side by side.
async fn join<F: Future + Unpin>(futures: Vec<F>) -> Vec<F::Output> {
    let mut futures: Vec<_> = futures.into_iter().map(Some).collect();
    let mut results: Vec<_> = futures.iter().map(|_| None).collect();
    std::future::poll_fn(|cx| {
        for (future, result) in futures.iter_mut().zip(&mut results) {
            if let Some(running) = future
                && let std::task::Poll::Ready(ready) = std::pin::Pin::new(running).poll(cx)
            {
                (*future, *result) = (None, Some(ready));
            }
        }
        if futures.iter().all(Option::is_none) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    results.into_iter().flatten().collect()
}

#[tokio::test(start_paused = true)]
async fn two_reports_at_once_are_told_apart() {
    let scene = scene(Host::default()).await;
    let token = scene.token(0);
    let failure = StepError::new("No", "never");
    let (yes, no) = tokio::join!(
        scene.engine.report_task_succeeded(&token, YES),
        scene.engine.report_task_failed(&token, failure.clone())
    );
    match (yes, no, scene.execution.wait().await.unwrap()) {
        (Ok(_), Err(Error::TaskAlreadyCompleted), Ok(output)) => assert_eq!(output, answered("yes")),
        (Err(Error::TaskAlreadyCompleted), Ok(_), Err(ended)) => assert_eq!(ended.error, failure),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_report_after_the_deadline_is_refused_and_the_next_attempt_counts() {
    let scene = scene(Host::default()).await;
    tokio::time::sleep(Duration::from_secs(101)).await;
    let error = scene.engine.report_task_succeeded(&scene.token(0), YES).await.unwrap_err();
    assert!(matches!(error, Error::TaskAlreadyCompleted), "{error}");
    scene.host.called.notified().await; // the second attempt
    let error = scene.engine.report_task_succeeded(&scene.token(0), YES).await.unwrap_err();
    assert!(matches!(error, Error::TaskAlreadyCompleted), "an earlier attempt: {error}");
    scene.engine.report_task_succeeded(&scene.token(1), r#"{"answer": "late"}"#).await.unwrap();
    assert_eq!(scene.execution.wait().await.unwrap().unwrap(), answered("late"));
    assert_eq!(scene.count(EventKind::TaskTimedOut).await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_deadline_that_passed_while_no_engine_ran_wins_against_a_later_report() {
    let Scene { engine, store, clock, host, execution } = scene(Host::default()).await;
    drop((engine, execution));
    tokio::time::sleep(Duration::from_secs(150)).await;
    let engine = open(&store, clock, &host).await;
    let token = host.tokens.lock().unwrap()[0].clone();
    let error = engine.report_task_succeeded(&token, YES).await.unwrap_err();
    assert!(matches!(error, Error::TaskAlreadyCompleted), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_report_at_the_instant_of_the_deadline_wins() {
    let scene = scene(Host::default()).await;
    tokio::time::sleep(Duration::from_secs(100)).await;
    match scene.engine.report_task_succeeded(&scene.token(0), YES).await {
        Ok(_) => assert_eq!(scene.execution.wait().await.unwrap().unwrap(), answered("yes")),
        // The timer may have been delivered in the same instant, before there was a report.
        Err(error) => {
            assert!(matches!(error, Error::TaskAlreadyCompleted), "{error}");
            assert_eq!(scene.count(EventKind::TaskTimedOut).await, 1);
        }
    }
    assert_eq!(scene.count(EventKind::TaskSucceeded).await + scene.count(EventKind::TaskTimedOut).await, 1);
}

#[tokio::test(start_paused = true)]
async fn forged_tokens_are_refused() {
    let scene = scene(Host::default()).await;
    let token = scene.token(0).to_string();
    let (head, secret) = token.rsplit_once('-').unwrap();
    let other = if secret.ends_with('0') { '1' } else { '0' };
    let forged = [
        format!("{head}-{}{other}", &secret[..31]),
        format!("{head}-{}", "0".repeat(32)),
        token.replacen("1-", "2-", 1),
        format!("1-1-{secret}"),
        format!("1-ffffffffffffffff-{secret}"),
        String::new(),
        "not a token".to_owned(),
        format!("{token}0"),
        "é-ü-ß".to_owned(),
    ];
    for forged in forged {
        let error = scene.engine.report_task_succeeded(&TaskToken::new(&*forged), YES).await.unwrap_err();
        assert!(matches!(error, Error::InvalidArgument(_)), "{forged}: {error:?}");
    }
    scene.engine.report_task_succeeded(&scene.token(0), YES).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_report_that_is_no_json_object_is_refused_and_the_task_still_waits() {
    let scene = scene(Host::default()).await;
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(100), "]".repeat(100));
    for bad in [&*deep, "", "{", "[]", "5", "null", "{\"a\": }", "{} {}", "\u{0}", "{\"a\":\"\\ud800\"}"] {
        let error = scene.engine.report_task_succeeded(&scene.token(0), bad).await.unwrap_err();
        assert!(matches!(&error, Error::InvalidArgument(reason) if reason.contains("still waits")), "{bad}: {error}");
    }
    let error = scene.engine.report_task_failed(&scene.token(0), StepError::new("", "why")).await.unwrap_err();
    assert!(matches!(error, Error::InvalidArgument(_)), "{error}");
    assert_eq!(scene.execution.describe().await.unwrap().status, ExecutionStatus::Running);
    scene.engine.report_task_succeeded(&scene.token(0), " {\"answer\"\n: \"yes\"} ").await.unwrap();
    assert_eq!(scene.execution.wait().await.unwrap().unwrap(), answered("yes"));
}

#[tokio::test(start_paused = true)]
async fn stop_and_report_at_once_have_one_effect() {
    for stop_first in [true, false] {
        let scene = scene(Host::default()).await;
        scene.suspended().await;
        let token = scene.token(0);
        let stop = scene.execution.stop(StepError::new("Enough", ""));
        let report = scene.engine.report_task_succeeded(&token, YES);
        let (stopped, reported) = if stop_first {
            tokio::join!(biased; stop, report)
        } else {
            let (reported, stopped) = tokio::join!(biased; report, stop);
            (stopped, reported)
        };
        let ended = scene.execution.wait().await.unwrap();
        match (stopped, reported, ended) {
            (Ok(()), Err(Error::TaskAlreadyCompleted), Err(ended)) => {
                assert_eq!(ended.status, ExecutionStatus::Stopped);
            }
            (Err(Error::ExecutionAlreadyCompleted { status, .. }), Ok(_), Ok(output)) => {
                assert_eq!(status, ExecutionStatus::Succeeded);
                assert_eq!(output, answered("yes"));
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(
            scene.execution.stop(StepError::new("Again", "")).await,
            Err(Error::ExecutionAlreadyCompleted { .. })
        ));
        assert!(matches!(scene.engine.report_task_succeeded(&token, YES).await, Err(Error::TaskAlreadyCompleted)));
    }
}

#[tokio::test(start_paused = true)]
async fn names_start_once() {
    let scene = scene(Host::default()).await;
    let same = scene.engine.start("ask", "one", json!({"other": "input"})).await.unwrap();
    assert_eq!(same.id(), scene.execution.id());
    scene.engine.report_task_succeeded(&scene.token(0), YES).await.unwrap();
    scene.execution.wait().await.unwrap().unwrap();
    let error = scene.engine.start("ask", "one", json!({})).await.unwrap_err();
    assert!(matches!(error, Error::ExecutionAlreadyExists { .. }), "{error}");
    for name in ["", "1st", "a b", "ä", &"x".repeat(129)] {
        let error = scene.engine.start("ask", name, json!({})).await.unwrap_err();
        assert!(matches!(error, Error::InvalidArgument(_)), "{name}: {error}");
    }
    let error = scene.engine.start("asc", "one", json!({})).await.unwrap_err().to_string();
    assert!(error.contains("`asc`") && error.contains("`ask`"), "{error}");
}

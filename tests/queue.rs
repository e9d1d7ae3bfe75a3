//! Flows that send to queues in memory, and workers that receive, work, report and delete.

use std::{sync::Arc, time::Duration};

use flowsmith::{
    Clock as _, Engine, Error, EventKind, MemoryQueue, MemoryStore, MemoryTopic, Message, Store, TaskToken, Timestamp,
    TokioClock, Value, json,
    testing::{Counting, CrashStore},
};
use tokio::sync::watch;

flowsmith::flow!("definitions/handing_out.yaml");
flowsmith::flow!("definitions/handing_out_three.yaml");
flowsmith::flow!("definitions/telling.yaml");

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);

/// A queue, the queues of a topic, and the clock of all.
struct Scene {
    clock: TokioClock,
    start: Timestamp,
    jobs: MemoryQueue,
    news: MemoryTopic,
    readers: MemoryQueue,
}

impl Scene {
    fn new() -> Self {
        let start = Timestamp::from_millis(0);
        let clock = TokioClock::starting_at(start);
        let queue = |name: &str| MemoryQueue::builder(name).clock(clock).build();
        let (jobs, readers, news) = (queue("jobs"), queue("readers"), MemoryTopic::new("news"));
        news.subscribe_tagged(&readers, "urgent");
        Self { clock, start, jobs, news, readers }
    }

    async fn engine(&self, store: impl Store) -> Arc<Engine> {
        let builder = Engine::builder().store(store).clock(self.clock).entropy(Counting::default());
        let engine = builder
            .flow(handing_out::Flow::remote())
            .flow(handing_out_three::Flow::remote())
            .flow(telling::Flow::remote())
            .function("acs:mns:::/queues/jobs/messages", self.jobs.clone())
            .function("acs:mns:::/topics/news/messages", self.news.clone())
            .build();
        Arc::new(engine.await.unwrap())
    }

    fn seconds(&self) -> u64 {
        self.clock.now().since(self.start).as_secs()
    }
}

fn body(message: &Message) -> Value {
    serde_json::from_str(&message.body).unwrap()
}

fn token(message: &Message) -> TaskToken {
    TaskToken::from(body(message)["task_token"].as_str().unwrap())
}

/// What a worker reports for a job.
fn done(message: &Message) -> String {
    json!({"key": body(message)["job"]}).to_string()
}

/// A worker as it is published: receives messages, works for a while, reports, and deletes what needs no more work.
/// Ends when there is nothing to do for an hour; gives the jobs that it reported.
async fn work(jobs: MemoryQueue, engine: Arc<Engine>, takes: Duration) -> Vec<String> {
    let mut reported = Vec::new();
    while let Some(message) = jobs.receive(HOUR).await {
        tokio::time::sleep(takes).await;
        match engine.report_task_succeeded(&token(&message), &done(&message)).await {
            Ok(_) => reported.push(body(&message)["job"].as_str().unwrap().to_owned()),
            Err(Error::TaskAlreadyCompleted) => {}
            Err(error) => panic!("{error}"),
        }
        jobs.delete(&message.receipt_handle).unwrap();
    }
    reported
}

#[tokio::test(start_paused = true)]
async fn a_worker_receives_works_reports_and_deletes() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let worker = tokio::spawn(work(scene.jobs.clone(), Arc::clone(&engine), 5 * SECOND));
    for job in ["sweep", "mop"] {
        let execution = engine.start("handing_out", job, json!({"job": job})).await.unwrap();
        assert_eq!(execution.wait().await.unwrap(), Ok(json!({"key": job})));
    }
    assert_eq!(scene.seconds(), 10);
    assert_eq!(worker.await.unwrap(), ["sweep", "mop"]);
    assert!(scene.jobs.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_worker_that_dies_leaves_its_message_to_another() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let execution = engine.start("handing_out", "one", json!({"job": "sweep"})).await.unwrap();
    let lost = scene.jobs.receive(MINUTE).await.unwrap();
    assert_eq!((lost.priority, scene.jobs.receive(29 * SECOND).await), (1, None));
    let found = scene.jobs.receive(MINUTE).await.unwrap();
    assert_eq!((scene.seconds(), found.dequeue_count), (30, 2));
    assert_eq!((found.id.as_str(), &found.body), (lost.id.as_str(), &lost.body));
    engine.report_task_succeeded(&token(&found), &done(&found)).await.unwrap();
    scene.jobs.delete(&found.receipt_handle).unwrap();
    assert_eq!(execution.wait().await.unwrap(), Ok(json!({"key": "sweep"})));
}

#[tokio::test(start_paused = true)]
async fn a_worker_that_dies_after_its_report_has_done_the_job() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let execution = engine.start("handing_out", "one", json!({"job": "sweep"})).await.unwrap();
    let first = scene.jobs.receive(MINUTE).await.unwrap();
    engine.report_task_succeeded(&token(&first), &done(&first)).await.unwrap();
    assert_eq!(execution.wait().await.unwrap(), Ok(json!({"key": "sweep"})));

    let second = scene.jobs.receive(MINUTE).await.unwrap();
    assert_eq!((scene.seconds(), second.dequeue_count), (30, 2));
    let late = engine.report_task_succeeded(&token(&second), &done(&second)).await;
    assert!(matches!(late, Err(Error::TaskAlreadyCompleted)), "{late:?}");
    scene.jobs.delete(&second.receipt_handle).unwrap();
    assert!(scene.jobs.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_retry_sends_another_message_with_a_token_of_its_own() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let execution = engine.start("handing_out", "one", json!({"job": "sweep"})).await.unwrap();
    let slow = scene.jobs.receive(MINUTE).await.unwrap();
    let handle = scene.jobs.change_visibility(&slow.receipt_handle, HOUR).unwrap();
    let second = scene.jobs.receive(HOUR).await.unwrap();
    assert_eq!((scene.seconds(), second.id.as_str(), second.dequeue_count), (110, "jobs-2", 1));
    assert_ne!(token(&second), token(&slow));

    let late = engine.report_task_succeeded(&token(&slow), &done(&slow)).await;
    assert!(matches!(late, Err(Error::TaskAlreadyCompleted)), "{late:?}");
    scene.jobs.delete(&handle).unwrap();
    engine.report_task_succeeded(&token(&second), &done(&second)).await.unwrap();
    scene.jobs.delete(&second.receipt_handle).unwrap();
    assert_eq!(execution.wait().await.unwrap(), Ok(json!({"key": "sweep"})));
    let history = execution.history().await.unwrap();
    let count = |kind| history.iter().filter(|event| event.kind == kind).count();
    assert_eq!((count(EventKind::TaskScheduled), count(EventKind::TaskTimedOut)), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn branches_share_a_queue() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let execution = engine.start("handing_out_three", "one", json!({})).await.unwrap();
    let all_sent = async {
        while scene.jobs.active_len() < 3 {
            tokio::time::sleep(SECOND).await;
        }
    };
    all_sent.await;
    let since = scene.seconds();
    let worker = tokio::spawn(work(scene.jobs.clone(), Arc::clone(&engine), 5 * SECOND));
    let results = json!({"results": [{"done": "first"}, {"done": "second"}, {"done": "third"}]});
    assert_eq!(execution.wait().await.unwrap(), Ok(results));
    assert_eq!(scene.seconds() - since, 15);
    assert_eq!(worker.await.unwrap(), ["third", "first", "second"]);
}

#[tokio::test(start_paused = true)]
async fn workers_share_a_queue() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let workers: Vec<_> =
        (0..3).map(|_| tokio::spawn(work(scene.jobs.clone(), Arc::clone(&engine), 5 * SECOND))).collect();
    let execution = engine.start("handing_out_three", "one", json!({})).await.unwrap();
    execution.wait().await.unwrap().unwrap();
    assert_eq!(scene.seconds(), 5);
    for worker in workers {
        assert_eq!(worker.await.unwrap().len(), 1);
    }
    assert!(scene.jobs.is_empty());
}

#[tokio::test(start_paused = true)]
async fn in_memory_a_queue_serves_the_same_flow() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let worker = tokio::spawn(work(scene.jobs.clone(), Arc::clone(&engine), 5 * SECOND));
    let output = engine.run_express(&handing_out::Flow::remote(), json!({"job": "sweep"})).await;
    assert_eq!(output, Ok(json!({"key": "sweep"})));
    assert_eq!(worker.await.unwrap(), ["sweep"]);
}

#[tokio::test(start_paused = true)]
async fn who_only_tells_gets_what_the_service_answers() {
    let scene = Scene::new();
    let engine = scene.engine(MemoryStore::new()).await;
    let input = json!({"headline": "rain", "priority": 3});
    let output = engine.run_express(&telling::Flow::remote(), input).await.unwrap();
    let read = scene.readers.receive(Duration::ZERO).await.unwrap();
    assert_eq!(body(&read), json!({"headline": "rain"}));
    let sent = scene.jobs.receive(Duration::ZERO).await.unwrap();
    assert_eq!((body(&sent), sent.priority), (json!("news-1"), 3));
    let md5 = output["md5"].as_str().unwrap();
    assert!(md5.len() == 32 && md5.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F')), "{md5}");
    let expected = json!({"published": "news-1", "md5": md5, "sent": "jobs-1", "request": "jobs-request-1"});
    assert_eq!(output, expected);

    let input = json!({"headline": "rain", "priority": 17});
    let output = engine.run_express(&telling::Flow::remote(), input).await;
    assert_eq!(output.unwrap()["error"], "MNS.InvalidArgument");
    assert_eq!(scene.jobs.active_len(), 0);
}

#[tokio::test]
async fn what_nothing_is_registered_for_goes_to_the_fallback() {
    let input = json!({"headline": "rain", "priority": 3});
    let engine = Engine::builder().flow(telling::Flow::remote()).allow_missing_bindings().build().await.unwrap();
    let error = engine.run_express(&telling::Flow::remote(), input.clone()).await.unwrap_err();
    assert_eq!(error.code, "FnF.ResourceNotBound");

    let (news, jobs) = (MemoryTopic::new("news"), MemoryQueue::new("jobs"));
    let builder = Engine::builder().flow(telling::Flow::remote()).fallback(jobs.clone());
    let engine = builder.function("acs:mns:::/topics/news/messages", news).build().await.unwrap();
    let output = engine.run_express(&telling::Flow::remote(), input).await.unwrap();
    assert_eq!((&output["published"], &output["sent"]), (&json!("news-1"), &json!("jobs-1")));
    assert_eq!(jobs.len(), 1);
}

/// A worker that outlives engines. Gives the ids of the messages that it got.
async fn work_through_crashes(jobs: MemoryQueue, mut engine: watch::Receiver<Option<Arc<Engine>>>) -> Vec<String> {
    let mut ids = Vec::new();
    while let Some(message) = jobs.receive(HOUR).await {
        ids.push(message.id.clone());
        loop {
            let now = engine.wait_for(Option::is_some).await.unwrap().clone().unwrap();
            match now.report_task_succeeded(&token(&message), &done(&message)).await {
                Ok(_) | Err(Error::TaskAlreadyCompleted) => break,
                Err(_) => tokio::task::yield_now().await,
            }
        }
        jobs.delete(&message.receipt_handle).unwrap();
    }
    ids
}

/// Runs the three branches with a crash after so many transactions, the last of which may be lost. Gives the ids of the
/// messages, and whether there was a crash.
async fn crashing(turns: usize, loses: bool) -> (Vec<String>, bool) {
    let scene = Scene::new();
    let (sender, engines) = watch::channel(None);
    let worker = tokio::spawn(work_through_crashes(scene.jobs.clone(), engines));
    let store = MemoryStore::new();
    let crash_store = (if loses { CrashStore::losing } else { CrashStore::new })(store.clone(), turns);
    let engine = scene.engine(crash_store.clone()).await;
    sender.send_replace(Some(Arc::clone(&engine)));
    let life = async {
        let execution = engine.start("handing_out_three", "one", json!({})).await.unwrap();
        execution.wait().await.unwrap().unwrap();
    };
    let crashed = tokio::select! {
        biased;
        () = life => false,
        () = crash_store.crashed() => true,
    };
    if crashed {
        sender.send_replace(None);
        engine.close();
        drop(engine);
        let engine = scene.engine(store).await;
        sender.send_replace(Some(Arc::clone(&engine)));
        let execution = match engine.start("handing_out_three", "one", json!({})).await {
            Err(Error::ExecutionAlreadyExists { .. }) => engine.execution("handing_out_three", "one").await,
            started => started,
        };
        execution.unwrap().wait().await.unwrap().unwrap();
    }
    (worker.await.unwrap(), crashed)
}

#[tokio::test(start_paused = true)]
async fn a_crash_makes_no_second_message_of_an_attempt() {
    for loses in [false, true] {
        for turns in 1.. {
            let (ids, crashed) = crashing(turns, loses).await;
            assert_eq!(ids, ["jobs-3", "jobs-1", "jobs-2"], "after {turns} transactions, loses: {loses}");
            if !crashed {
                assert!(turns > 5, "the crashes came");
                break;
            }
        }
    }
}

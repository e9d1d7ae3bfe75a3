//! A store with bytes that the engine does not understand is an error that names execution and row.

use flowsmith::{
    Engine, EngineBuilder, Error, ExecutionStatus, MemoryStore, StepError, Store as _, TaskToken, json, store::Batch,
};

flowsmith::flow!("definitions/ask.yaml");

fn builder(store: &MemoryStore) -> EngineBuilder {
    let answer = |_| async { Ok::<_, StepError>(json!({})) };
    Engine::builder()
        .store(store.clone())
        .flow(ask::Flow::remote())
        .function("acs:fc:::services/s/functions/ask", answer)
}

async fn token(execution: &flowsmith::Execution) -> TaskToken {
    loop {
        for event in execution.history().await.unwrap() {
            if let Some(token) = event.detail["output"]["taskToken"].as_str() {
                return TaskToken::new(token);
            }
        }
        tokio::task::yield_now().await;
    }
}

/// Starts an execution that waits for a report, then spoils a row of it.
async fn spoiled(store: &MemoryStore, bytes: &[u8]) -> TaskToken {
    let engine = builder(store).build().await.unwrap();
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    let token = token(&execution).await;
    drop(engine);
    let put = vec![("ask@1#1!a".to_owned(), bytes.to_vec())];
    store.commit(execution.id(), Batch { put, ..Batch::default() }).await.unwrap();
    token
}

#[tokio::test(start_paused = true)]
async fn a_row_that_cannot_be_read_is_named() {
    for bytes in [&b""[..], b"\x01{", b"\x07{}", b"\x01{\"Attempt\":5}", b"\xff\xff"] {
        let store = MemoryStore::new();
        let token = spoiled(&store, bytes).await;
        let engine = builder(&store).build().await.unwrap();
        let error = engine.report_task_succeeded(&token, "{}").await.unwrap_err();
        assert!(matches!(&error, Error::Unreadable { row, .. } if row == "ask@1#1!a"), "{error:?}");
        let text = error.to_string();
        assert!(text.contains("execution 1") && text.contains("`ask@1#1!a`"), "{text}");
        // It is left as it is, and seen.
        assert_eq!(engine.quarantined().len(), 1);
        let execution = engine.execution("ask", "one").await.unwrap();
        assert_eq!(execution.describe().await.unwrap().status, ExecutionStatus::Running);
        assert!(execution.wait().await.is_err());
    }
}

#[tokio::test(start_paused = true)]
async fn a_checkpoint_that_does_not_fit_the_flow_is_named() {
    let store = MemoryStore::new();
    let engine = builder(&store).build().await.unwrap();
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    let token = token(&execution).await;
    drop(engine);
    let rows = store.rows(execution.id()).await.unwrap();
    let (key, bytes) = rows.into_iter().find(|(key, _)| key == "!c").unwrap();
    let changed = String::from_utf8(bytes).unwrap().replace("\"at\":\"ask\"", "\"at\":\"gone\"");
    let put = vec![(key, changed.into_bytes())];
    store.commit(execution.id(), Batch { put, ..Batch::default() }).await.unwrap();

    let engine = builder(&store).build().await.unwrap();
    let text = engine.report_task_succeeded(&token, "{}").await.unwrap_err().to_string();
    assert!(text.contains("execution 1") && text.contains("`!c`") && text.contains("`gone`"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn an_event_that_cannot_be_read_is_named() {
    let store = MemoryStore::new();
    let engine = builder(&store).build().await.unwrap();
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    let token = token(&execution).await;
    let events = (1..=4).map(|id| (id, b"\x02?".to_vec())).collect();
    store.commit(execution.id(), Batch { events, ..Batch::default() }).await.unwrap();
    assert!(execution.history().await.unwrap_err().to_string().contains("`event 1`"));
    assert!(engine.report_task_succeeded(&token, "{}").await.unwrap_err().to_string().contains("`event 4`"));
}

#[tokio::test(start_paused = true)]
async fn an_execution_whose_flow_is_not_registered_waits_and_can_be_stopped() {
    let store = MemoryStore::new();
    let engine = builder(&store).build().await.unwrap();
    let execution = engine.start("ask", "one", json!({})).await.unwrap();
    let token = token(&execution).await;
    drop(engine);
    let engine = Engine::builder().store(store.clone()).build().await.unwrap();
    let error = engine.report_task_succeeded(&token, "{}").await.unwrap_err();
    assert!(matches!(error, Error::FlowNotExists { .. }), "{error:?}");
    drop(engine);
    // Nothing was lost by that.
    let engine = builder(&store).build().await.unwrap();
    engine.report_task_succeeded(&token, r#"{"answer": 1}"#).await.unwrap();
    let execution = engine.execution("ask", "one").await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap(), json!({"answer": 1}));

    let engine_without = {
        let execution = engine.start("ask", "two", json!({})).await.unwrap();
        self::token(&execution).await;
        drop(engine);
        Engine::builder().store(store).build().await.unwrap()
    };
    let execution = engine_without.execution("ask", "two").await.unwrap();
    execution.stop(StepError::new("Gone", "")).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap_err().status, ExecutionStatus::Stopped);
}

#[tokio::test]
async fn two_engines_do_not_share_a_store() {
    let store = MemoryStore::new();
    let first = builder(&store).build().await.unwrap();
    let error = builder(&store).build().await.unwrap_err().to_string();
    assert!(error.contains("another engine"), "{error}");
    drop(first);
    assert!(builder(&store).build().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn an_execution_with_a_row_that_cannot_be_read_can_be_stopped() {
    let store = MemoryStore::new();
    spoiled(&store, b"?").await;
    let engine = builder(&store).build().await.unwrap();
    let execution = engine.execution("ask", "one").await.unwrap();
    execution.stop(StepError::new("Broken", "")).await.unwrap();
    assert_eq!(execution.wait().await.unwrap().unwrap_err().error.code, "Broken");
    assert!(store.rows(execution.id()).await.unwrap().is_empty());
}

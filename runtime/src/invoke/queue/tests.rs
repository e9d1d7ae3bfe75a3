//! Queues on virtual time: order, visibility, handles, waiting, repeats.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    task::Poll,
};

use serde_json::json;

use super::{super::mns::call, *};
use crate::clock::TokioClock;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

fn queue() -> MemoryQueue {
    MemoryQueue::builder("jobs").clock(TokioClock::starting_at(Timestamp::from_millis(0))).build()
}

async fn send(queue: &MemoryQueue, input: Value) -> Value {
    call(queue, "send@1#1", false, input).await.unwrap()
}

async fn received(queue: &MemoryQueue) -> Option<String> {
    queue.receive(Duration::ZERO).await.map(|message| message.body)
}

/// Polls once; whether it is over.
async fn is_ready<F: Future>(mut future: Pin<&mut F>) -> bool {
    poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_ready())).await
}

#[tokio::test(start_paused = true)]
async fn a_task_gets_the_result_of_the_service() {
    let queue = queue();
    let result = send(&queue, json!({"MessageBody": "hello", "Priority": 1})).await;
    let expected = json!({
        "MessageId": "jobs-1",
        "RequestId": "jobs-request-1",
        "MessageBodyMD5": "5D41402ABC4B2A76B9719D911017C592",
    });
    assert_eq!(result, expected);
}

#[tokio::test(start_paused = true)]
async fn parameters_that_do_not_fit_send_nothing() {
    let queue = MemoryQueue::builder("jobs").maximum_message_size(1024).build();
    for input in [
        json!({}),
        json!({"MessageBody": 1}),
        json!({"MessageBody": "x", "Priority": 0}),
        json!({"MessageBody": "x", "Priority": 17}),
        json!({"MessageBody": "x", "DelaySeconds": 604_801}),
        json!({"MessageBody": "x".repeat(1025)}),
    ] {
        let error = call(&queue, "send@1#1", false, input).await.unwrap_err();
        assert_eq!(error.code, "MNS.InvalidArgument", "{error}");
    }
    assert!(queue.is_empty());
    send(&queue, json!({"MessageBody": "x".repeat(1024), "Priority": 16, "DelaySeconds": 604_800})).await;
    assert_eq!((queue.len(), queue.delayed_len()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn the_best_priority_comes_first_and_the_oldest_of_it() {
    let queue = queue();
    for (body, priority) in [("low", json!(16)), ("usual", json!(null)), ("usual too", json!(8)), ("high", json!(1))] {
        send(&queue, json!({"MessageBody": body, "Priority": priority})).await;
    }
    assert_eq!(queue.peek().map(|message| message.body).as_deref(), Some("high"));
    for body in ["high", "usual", "usual too", "low"] {
        assert_eq!(received(&queue).await.as_deref(), Some(body));
    }
    assert_eq!(received(&queue).await, None);
}

#[tokio::test(start_paused = true)]
async fn a_message_that_is_not_deleted_appears_again() {
    let queue = queue();
    send(&queue, json!({"MessageBody": "work"})).await;
    let first = queue.receive(Duration::ZERO).await.unwrap();
    assert_eq!((first.id.as_str(), first.priority, first.dequeue_count), ("jobs-1", 8, 1));
    assert_eq!((first.enqueued.as_millis(), first.next_visible.as_millis()), (0, 30_000));
    assert_eq!((queue.active_len(), queue.inactive_len(), queue.delayed_len()), (0, 1, 0));
    assert_eq!(queue.peek(), None);
    // Nobody polls: it is there when its time has come, and not before.
    let second = queue.receive(MINUTE).await.unwrap();
    assert_eq!((queue.now().as_millis(), second.dequeue_count), (30_000, 2));
    assert_eq!((second.id, second.first_dequeued.as_millis()), (first.id, 0));
    assert_eq!(queue.delete(&first.receipt_handle), Err(MnsError::ReceiptHandle));
    assert_eq!(queue.delete(&second.receipt_handle), Ok(()));
    assert_eq!(queue.delete(&second.receipt_handle), Err(MnsError::ReceiptHandle));
    assert!(queue.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_receipt_handle_ends_when_the_message_is_visible() {
    let queue = queue();
    queue.send("work").unwrap();
    let message = queue.receive(Duration::ZERO).await.unwrap();
    tokio::time::advance(30 * SECOND).await;
    assert_eq!(queue.delete(&message.receipt_handle), Err(MnsError::ReceiptHandle));
    assert_eq!(queue.peek().map(|message| message.dequeue_count), Some(1));
    for handle in ["", "1", "1-", "-1", "1-0", "1-1", "2-1", "x-y", "99999999999999999999-1"] {
        assert_eq!(queue.delete(handle), Err(MnsError::ReceiptHandle), "{handle}");
    }
}

#[tokio::test(start_paused = true)]
async fn visibility_is_changed_with_a_new_handle() {
    let queue = queue();
    queue.send("work").unwrap();
    let message = queue.receive(Duration::ZERO).await.unwrap();
    let longer = queue.change_visibility(&message.receipt_handle, 10 * MINUTE).unwrap();
    assert_eq!(queue.delete(&message.receipt_handle), Err(MnsError::ReceiptHandle));
    assert_eq!(queue.receive(9 * MINUTE).await, None);
    assert_eq!(queue.change_visibility(&longer, 721 * MINUTE).unwrap_err().code(), "InvalidArgument");
    let given_up = queue.change_visibility(&longer, Duration::ZERO).unwrap();
    assert_eq!(queue.delete(&given_up), Err(MnsError::ReceiptHandle));
    assert_eq!(queue.receive(Duration::ZERO).await.map(|message| message.dequeue_count), Some(2));
}

#[tokio::test(start_paused = true)]
async fn a_waiting_receiver_gets_what_comes_later() {
    let queue = queue();
    let mut waiting = pin!(queue.receive(MINUTE));
    assert!(!is_ready(waiting.as_mut()).await);
    queue.send("now").unwrap();
    assert_eq!(waiting.await.map(|message| message.body).as_deref(), Some("now"));
    assert_eq!(queue.now().as_millis(), 0);

    send(&queue, json!({"MessageBody": "later", "DelaySeconds": 20})).await;
    let mut waiting = pin!(queue.receive(MINUTE));
    assert!(!is_ready(waiting.as_mut()).await);
    send(&queue, json!({"MessageBody": "sooner", "DelaySeconds": 10})).await;
    assert_eq!(waiting.await.map(|message| message.body).as_deref(), Some("sooner"));
    assert_eq!(queue.now().as_millis(), 10_000);

    // Exactly at the end of the wait is in time.
    assert_eq!(queue.receive(10 * SECOND).await.map(|message| message.body).as_deref(), Some("later"));
    assert_eq!(queue.receive(9 * SECOND).await, None);
    assert_eq!(queue.now().as_millis(), 29_000);
}

#[tokio::test(start_paused = true)]
async fn receivers_are_served_in_their_order_and_none_is_forgotten() {
    let queue = queue();
    let mut first = Box::pin(queue.receive(MINUTE));
    let mut second = Box::pin(queue.receive(MINUTE));
    let mut third = Box::pin(queue.receive(5 * SECOND));
    let mut fourth = Box::pin(queue.receive(MINUTE));
    for receiver in [&mut first, &mut second, &mut third, &mut fourth] {
        assert!(!is_ready(receiver.as_mut()).await);
    }
    queue.send("a").unwrap();
    queue.send("b").unwrap();
    // The one whose turn it is goes away with the wake-up.
    drop(first);
    assert_eq!(second.await.map(|message| message.body).as_deref(), Some("a"));
    assert_eq!(third.await.map(|message| message.body).as_deref(), Some("b"));
    assert!(!is_ready(fourth.as_mut()).await);
    let mut fifth = Box::pin(queue.receive(5 * SECOND));
    assert!(!is_ready(fifth.as_mut()).await);
    assert_eq!(fifth.await, None);
    assert_eq!(queue.now().as_millis(), 5_000);
    assert_eq!(fourth.await.map(|message| message.dequeue_count), Some(2));
    assert_eq!(queue.now().as_millis(), 30_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_message_reaches_one_receiver() {
    const RECEIVERS: usize = 8;
    const MESSAGES: usize = 2_000;
    let queue = MemoryQueue::new("jobs");
    let receivers: Vec<_> = (0..RECEIVERS)
        .map(|_| {
            let queue = queue.clone();
            tokio::spawn(async move {
                let mut bodies = Vec::new();
                loop {
                    let Some(message) = queue.receive(10 * MINUTE).await else { return bodies };
                    queue.delete(&message.receipt_handle).unwrap();
                    if message.body == "end" {
                        return bodies;
                    }
                    bodies.push(message.body.parse::<usize>().unwrap());
                }
            })
        })
        .collect();
    for number in 0..MESSAGES {
        queue.send(number.to_string()).unwrap();
        if number % 100 == 0 {
            tokio::task::yield_now().await;
        }
    }
    (0..RECEIVERS).for_each(|_| assert!(queue.send("end").is_ok()));
    let mut bodies = Vec::new();
    for receiver in receivers {
        bodies.extend(receiver.await.unwrap());
    }
    bodies.sort_unstable();
    assert_eq!(bodies, (0..MESSAGES).collect::<Vec<_>>());
    assert!(queue.is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_runs_again_sends_once() {
    let queue = queue();
    let input = || json!({"MessageBody": "work"});
    let first = call(&queue, "send@1#1", false, input()).await;
    assert_eq!(call(&queue, "send@1#1", true, input()).await, first);
    assert_eq!(queue.len(), 1);
    // A worker was faster than the crash.
    let message = queue.receive(Duration::ZERO).await.unwrap();
    queue.delete(&message.receipt_handle).unwrap();
    assert_eq!(call(&queue, "send@1#1", true, input()).await, first);
    assert!(queue.is_empty());
    // Another attempt; one that crashed before it sent; another execution of the name.
    for (number, (path, repeat)) in [("send@1#2", false), ("send@1#3", true), ("send@1#1", false)].iter().enumerate() {
        call(&queue, path, *repeat, input()).await.unwrap();
        assert_eq!(queue.len(), number + 1, "{path}");
    }
    // One attempt may send several.
    call(&queue, "send@1#1", true, json!({"MessageBody": "more work"})).await.unwrap();
    assert_eq!(queue.len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_queue_may_delay_all_messages() {
    let clock = TokioClock::starting_at(Timestamp::from_millis(0));
    let queue = MemoryQueue::builder("jobs").clock(clock).delay(5 * SECOND).build();
    send(&queue, json!({"MessageBody": "as the queue says"})).await;
    send(&queue, json!({"MessageBody": "as it says itself", "DelaySeconds": 0})).await;
    assert_eq!((queue.active_len(), queue.inactive_len(), queue.delayed_len()), (1, 0, 1));
    assert_eq!(received(&queue).await.as_deref(), Some("as it says itself"));
    assert_eq!(queue.receive(MINUTE).await.map(|message| message.body).as_deref(), Some("as the queue says"));
}

#[tokio::test(start_paused = true)]
async fn what_is_shown_for_debugging_has_no_bodies() {
    let queue = queue();
    queue.send("secret").unwrap();
    let shown = format!("{queue:?} {:?} {:?}", queue.peek(), queue.receive(Duration::ZERO).await);
    assert!(shown.contains("jobs-1") && !shown.contains("secret"), "{shown}");
}

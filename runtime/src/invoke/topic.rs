//! A topic of MNS in memory: flows publish to it, queues that are subscribed get each message.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use super::{
    Answer, Invocation, Invoker,
    mns::{self, MnsError, Sent, lock},
    queue::MemoryQueue,
};
use crate::{
    error::StepError,
    value::{Value, describe},
};

/// A topic of MNS in memory: what is published to it goes to all queues that are subscribed then. What stands here is
/// the handle: clones share one topic.
///
/// It stands for a task with `resourceArn: acs:mns:::/topics/{name}/messages` and takes its `serviceParams` ("MNS topics"
/// in the vendor's documentation of task steps):
///
/// | parameter | value |
/// |---|---|
/// | `MessageBody` | text, required; at most 65,536 bytes |
/// | `MessageTag` | text, optional: what [`subscribe_tagged`](Self::subscribe_tagged) filters by |
/// | `MessageAttributes` | JSON, an object or its text, optional; checked and not used: MNS has them for subscribers by mail and SMS |
///
/// Other parameters are not looked at. The result, `$local` in the pattern `requestResponse`, is
/// `{"MessageId": text, "RequestId": text, "MessageBodyMD5": 32 upper-case hexadecimal digits}`; ids are
/// `{name}-{number}` and `{name}-request-{number}`, counted from 1. A parameter that does not fit is the error
/// `MNS.InvalidArgument` (the name is inferred), and nothing is published.
///
/// Each queue gets a message of its own with an id of the queue, the priority 8 and the body as it was published: the
/// format that MNS calls `SIMPLIFIED`. A message that is longer than a queue allows does not reach that queue. An attempt
/// that runs again after a crash publishes nothing again, as it is with a [`MemoryQueue`]; the last 10,000 are known.
///
/// ```
/// use flowsmith::{Engine, MemoryQueue, MemoryTopic};
///
/// let (all, urgent) = (MemoryQueue::new("all"), MemoryQueue::new("urgent"));
/// let news = MemoryTopic::new("news");
/// news.subscribe(&all);
/// news.subscribe_tagged(&urgent, "urgent");
/// let engine = Engine::builder().function("acs:mns:::/topics/news/messages", news.clone());
///
/// news.publish("fire", "urgent")?;
/// news.publish("rain", None)?;
/// assert_eq!((all.len(), urgent.len()), (2, 1));
/// # Ok::<_, flowsmith::MnsError>(())
/// ```
#[derive(Clone)]
pub struct MemoryTopic(Arc<Shared>);

struct Shared {
    name: String,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    subscriptions: Vec<Subscription>,
    /// The number of the last message.
    last: u64,
    sent: Sent,
}

#[derive(Clone)]
struct Subscription {
    queue: MemoryQueue,
    tag: Option<String>,
}

impl fmt::Debug for MemoryTopic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subscriptions = lock(&self.0.state).subscriptions.len();
        f.debug_struct("MemoryTopic")
            .field("name", &self.0.name)
            .field("subscriptions", &subscriptions)
            .finish_non_exhaustive()
    }
}

impl MemoryTopic {
    /// A topic without subscriptions. The name is for ids; what flows publish to is what the topic is registered under.
    pub fn new(name: impl Into<String>) -> Self {
        Self(Arc::new(Shared { name: name.into(), state: Mutex::default() }))
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// From now on `queue` gets each message (`Subscribe`). Queues of any clock can be subscribed; one that is subscribed
    /// twice gets messages twice.
    pub fn subscribe(&self, queue: &MemoryQueue) {
        self.add(queue, None);
    }

    /// From now on `queue` gets each message whose `MessageTag` is `tag` (`Subscribe` with a `FilterTag`).
    pub fn subscribe_tagged(&self, queue: &MemoryQueue, tag: impl Into<String>) {
        self.add(queue, Some(tag.into()));
    }

    /// Publishes a message without a flow (`PublishMessage`). Gives its id.
    ///
    /// # Errors
    ///
    /// [`MnsError::InvalidArgument`], if the body is longer than 65,536 bytes.
    pub fn publish<'a>(&self, body: &str, tag: impl Into<Option<&'a str>>) -> Result<String, MnsError> {
        mns::check_length(body, mns::LONGEST)?;
        let number = {
            let mut state = lock(&self.0.state);
            state.last += 1;
            state.last
        };
        self.push(body, tag.into());
        Ok(mns::message_id(&self.0.name, number))
    }

    fn add(&self, queue: &MemoryQueue, tag: Option<String>) {
        lock(&self.0.state).subscriptions.push(Subscription { queue: queue.clone(), tag });
    }

    /// Gives a message to the queues.
    fn push(&self, body: &str, tag: Option<&str>) {
        let subscriptions = lock(&self.0.state).subscriptions.clone();
        for Subscription { queue, .. } in subscriptions.iter().filter(|it| it.tag.is_none() || it.tag.as_deref() == tag)
        {
            if let Err(error) = queue.send(body) {
                tracing::warn!(topic = self.0.name, queue = queue.name(), %error, "a subscribed queue refuses a message");
            }
        }
    }

    /// Publishes what a task asks for.
    fn publish_for(&self, invocation: &Invocation<'_>) -> Result<Value, MnsError> {
        let (input, call) = (&invocation.input, &invocation.call);
        let body = mns::body(input)?;
        mns::check_length(body, mns::LONGEST)?;
        let tag = mns::text(input, "MessageTag")?;
        check_attributes(input)?;
        let digest = mns::digest(body);
        let key = mns::key(call, digest);
        let (number, is_new) = {
            let mut state = lock(&self.0.state);
            match state.sent.before(call, &key) {
                Some(number) => (number, false),
                None => {
                    state.last += 1;
                    let number = state.last;
                    state.sent.insert(key.clone(), number);
                    state.sent.release(key, number);
                    (number, true)
                }
            }
        };
        if is_new {
            self.push(body, tag);
        }
        Ok(mns::result(&self.0.name, number, digest))
    }
}

fn check_attributes(input: &Value) -> Result<(), MnsError> {
    let wrong =
        |found| MnsError::InvalidArgument(format!("`MessageAttributes` must be a JSON object, this is {found}"));
    match input.get("MessageAttributes") {
        None | Some(Value::Null | Value::Object(_)) => Ok(()),
        Some(Value::String(text)) => match serde_json::from_str(text) {
            Ok(Value::Object(_)) => Ok(()),
            Ok(other) => Err(wrong(describe(&other))),
            Err(_) => Err(wrong("other text")),
        },
        Some(other) => Err(wrong(describe(other))),
    }
}

impl Invoker for MemoryTopic {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
        Box::pin(async move { self.publish_for(&invocation).map_err(StepError::from) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::mns::call, *};

    #[tokio::test]
    async fn a_topic_gives_each_message_to_its_queues() {
        let (all, urgent, later) = (MemoryQueue::new("all"), MemoryQueue::new("urgent"), MemoryQueue::new("later"));
        let topic = MemoryTopic::new("news");
        topic.subscribe(&all);
        topic.subscribe_tagged(&urgent, "urgent");
        let fire = json!({"MessageBody": "fire", "MessageTag": "urgent", "MessageAttributes": {"DirectMail": {}}});
        let result = call(&topic, "tell@1#1", false, fire.clone()).await.unwrap();
        assert_eq!(result["MessageId"], "news-1");
        assert_eq!(result["RequestId"], "news-request-1");
        assert_eq!(result["MessageBodyMD5"], format!("{:X}", md5::compute("fire")));
        assert_eq!(call(&topic, "tell@1#1", true, fire).await, Ok(result));
        topic.subscribe(&later);
        let rain = json!({"MessageBody": "rain", "MessageAttributes": "{}", "Priority": 3});
        call(&topic, "tell@1#2", false, rain).await.unwrap();
        assert_eq!((all.len(), urgent.len(), later.len()), (2, 1, 1));
        assert_eq!(all.peek().map(|message| message.body).as_deref(), Some("fire"));
        assert_eq!(urgent.peek().map(|message| message.body).as_deref(), Some("fire"));
        assert_eq!(later.peek().map(|message| message.body).as_deref(), Some("rain"));
    }

    #[tokio::test]
    async fn a_topic_refuses_what_does_not_fit() {
        let (small, large) =
            (MemoryQueue::builder("small").maximum_message_size(1024).build(), MemoryQueue::new("large"));
        let topic = MemoryTopic::new("news");
        topic.subscribe(&small);
        topic.subscribe(&large);
        for input in [
            json!({"MessageTag": "t"}),
            json!({"MessageBody": "x".repeat(65_537)}),
            json!({"MessageBody": "x", "MessageTag": 7}),
            json!({"MessageBody": "x", "MessageAttributes": "{"}),
            json!({"MessageBody": "x", "MessageAttributes": [1]}),
        ] {
            let error = call(&topic, "tell@1#1", false, input).await.unwrap_err();
            assert_eq!(error.code, "MNS.InvalidArgument", "{error}");
        }
        assert!(large.is_empty());
        call(&topic, "tell@1#1", false, json!({"MessageBody": "x".repeat(2000)})).await.unwrap();
        assert_eq!((small.len(), large.len()), (0, 1));
    }
}

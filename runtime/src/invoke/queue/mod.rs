//! A queue of MNS in memory: flows send to it, workers receive from it.

mod message;
mod state;
#[cfg(test)]
mod tests;

use std::{
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::sync::{Notify, Semaphore};

pub use self::message::{Message, Peeked};
use self::state::{Incoming, State};
use super::{
    Answer, Invocation, Invoker,
    mns::{self, MnsError, lock},
};
use crate::{
    clock::{Clock, SystemClock, Timestamp, before},
    error::StepError,
    value::Value,
};

/// The priority of a message that names none.
const USUAL_PRIORITY: u8 = 8;
/// The longest delay of a message: a week.
const LONGEST_DELAY: u64 = 604_800;
/// The longest visibility timeout: twelve hours.
const LONGEST_VISIBILITY: u64 = 43_200;

/// A queue of MNS (Message Service, later Simple Message Queue) in memory, for tests and for workers in the same
/// process. What stands here is the handle: clones share one queue.
///
/// It stands for a task with `resourceArn: acs:mns:::/queues/{name}/messages` and takes its `serviceParams` ("MNS queues"
/// in the vendor's documentation of task steps):
///
/// | parameter | value |
/// |---|---|
/// | `MessageBody` | text, required; at most [`maximum_message_size`](MemoryQueueBuilder::maximum_message_size) bytes. `MessageBody: $` is the mapped input as JSON text |
/// | `Priority` | 1, served first, to 16; 8 where there is none, although the vendor requires it |
/// | `DelaySeconds` | 0 to 604,800: so long it is not to be received; the queue's own [`delay`](MemoryQueueBuilder::delay) where there is none |
///
/// Other parameters are not looked at. The result, `$local` in the pattern `requestResponse`, is
/// `{"MessageId": text, "RequestId": text, "MessageBodyMD5": 32 upper-case hexadecimal digits}`; ids are
/// `{name}-{number}` and `{name}-request-{number}`, counted from 1. The shape is documented for topics and inferred for
/// queues. A parameter that does not fit is the error `MNS.InvalidArgument`, and nothing is sent.
///
/// A worker [receives](Self::receive) a message, which hides it for the visibility timeout, works, reports the task
/// token of its body and [deletes](Self::delete) it. When it dies before, the message appears again.
///
/// # Sent twice
///
/// A task may run again after a crash of its engine. The queue knows the attempt by its
/// [`idempotency_key`](crate::Call::idempotency_key) and gives the result of the first time, without a second message,
/// as long as the message is in the queue, and for the last 10,000 that were deleted from it. MNS itself does not
/// promise that: workers that are to run against it must get along with a second message of the same task. A retry is
/// another attempt and sends another message, with a task token of its own.
///
/// # Example
///
/// ```
/// use flowsmith::{Engine, MemoryQueue, TaskToken, Value};
///
/// let jobs = MemoryQueue::new("jobs");
/// let engine = Engine::builder().function("acs:mns:::/queues/jobs/messages", jobs.clone());
///
/// async fn work(jobs: &MemoryQueue, engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
///     while let Some(message) = jobs.receive(std::time::Duration::from_secs(10)).await {
///         let body: Value = serde_json::from_str(&message.body)?;
///         let token = TaskToken::new(body["task_token"].as_str().unwrap_or_default());
///         match engine.report_task_succeeded(&token, r#"{"key": "value"}"#).await {
///             Ok(_) | Err(flowsmith::Error::TaskAlreadyCompleted) => jobs.delete(&message.receipt_handle)?,
///             Err(error) => return Err(error.into()),
///         }
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone)]
pub struct MemoryQueue(Arc<Shared>);

struct Shared {
    name: String,
    visibility: Duration,
    delay: Duration,
    longest: usize,
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    /// Something may be visible earlier than the receiver that waits believes.
    changed: Notify,
    /// Whose turn it is to wait for messages. The others wait for their turn, so that a message wakes one of them.
    turn: Semaphore,
}

impl fmt::Debug for MemoryQueue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = lock(&self.0.state).len();
        f.debug_struct("MemoryQueue").field("name", &self.0.name).field("len", &length).finish_non_exhaustive()
    }
}

/// Builds a [`MemoryQueue`]. What is outside of the ranges of MNS is brought to the nearest that is inside.
///
/// ```
/// use std::time::Duration;
///
/// use flowsmith::MemoryQueue;
///
/// let jobs = MemoryQueue::builder("jobs").visibility_timeout(Duration::from_secs(300)).build();
/// ```
#[must_use = "a queue is there once `build` has returned"]
pub struct MemoryQueueBuilder {
    name: String,
    visibility: Duration,
    delay: Duration,
    longest: usize,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for MemoryQueueBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryQueueBuilder")
            .field("name", &self.name)
            .field("visibility_timeout", &self.visibility)
            .field("delay", &self.delay)
            .field("maximum_message_size", &self.longest)
            .field("clock", &self.clock)
            .finish()
    }
}

impl MemoryQueueBuilder {
    /// How long a received message is hidden from other receivers (`VisibilityTimeout`): 1 second to 12 hours; 30 seconds
    /// where nothing is said.
    pub fn visibility_timeout(mut self, span: Duration) -> Self {
        self.visibility = span.clamp(Duration::from_secs(1), Duration::from_secs(LONGEST_VISIBILITY));
        self
    }

    /// How long after its sending a message without `DelaySeconds` can be received (`DelaySeconds` of the queue): up to 7
    /// days; at once where nothing is said.
    pub fn delay(mut self, span: Duration) -> Self {
        self.delay = span.min(Duration::from_secs(LONGEST_DELAY));
        self
    }

    /// The longest message body in bytes of UTF-8 (`MaximumMessageSize`): 1,024 to 65,536, which holds where nothing is
    /// said.
    pub fn maximum_message_size(mut self, bytes: usize) -> Self {
        self.longest = bytes.clamp(1024, mns::LONGEST);
        self
    }

    /// Takes the time from this clock; from the machine's where none is named. It should be the engine's.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// An empty queue.
    #[must_use]
    pub fn build(self) -> MemoryQueue {
        MemoryQueue(Arc::new(Shared {
            state: Mutex::new(State::new(self.name.clone())),
            name: self.name,
            visibility: self.visibility,
            delay: self.delay,
            longest: self.longest,
            clock: self.clock,
            changed: Notify::new(),
            turn: Semaphore::new(1),
        }))
    }
}

impl MemoryQueue {
    /// An empty queue as MNS makes it: a visibility timeout of 30 seconds, no delay, bodies of up to 64 KiB. Messages
    /// are kept until they are deleted; MNS drops them after four days. The name is for ids and messages to people; what
    /// flows send to is what the queue is registered under.
    ///
    /// ```
    /// let jobs = flowsmith::MemoryQueue::new("jobs");
    /// assert!(jobs.is_empty());
    /// ```
    pub fn new(name: impl Into<String>) -> Self {
        Self::builder(name).build()
    }

    /// A queue to be completed.
    pub fn builder(name: impl Into<String>) -> MemoryQueueBuilder {
        MemoryQueueBuilder {
            name: name.into(),
            visibility: Duration::from_secs(30),
            delay: Duration::ZERO,
            longest: mns::LONGEST,
            clock: Arc::new(SystemClock),
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Sends a message without a flow, as a task without `Priority` and `DelaySeconds` does (`SendMessage`). Gives its id.
    ///
    /// ```
    /// use flowsmith::MemoryQueue;
    ///
    /// let jobs = MemoryQueue::new("jobs");
    /// assert_eq!(jobs.send("hello")?, "jobs-1");
    /// assert_eq!(jobs.peek().map(|message| message.body), Some("hello".to_owned()));
    /// # Ok::<_, flowsmith::MnsError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`MnsError::InvalidArgument`], if the body is too long.
    pub fn send(&self, body: impl Into<String>) -> Result<String, MnsError> {
        let body = body.into();
        mns::check_length(&body, self.0.longest)?;
        let message = Incoming { body, priority: USUAL_PRIORITY, delay: self.0.delay, key: None };
        let number = lock(&self.0.state).push(self.now(), message);
        self.0.changed.notify_one();
        Ok(mns::message_id(&self.0.name, number))
    }

    /// Takes a visible message – of those with the lowest number as priority the oldest – and hides it for the
    /// visibility timeout (`ReceiveMessage`). Where none is visible, waits for one up to `wait` (long polling; MNS allows
    /// 30 seconds, here it may be more); zero does not wait. None, where MNS answers `MessageNotExist`.
    ///
    /// May be dropped at any time: a message that it has not given stays visible. Receivers that wait are served in the
    /// order in which they came.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use flowsmith::MemoryQueue;
    ///
    /// # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
    /// let jobs = MemoryQueue::new("jobs");
    /// jobs.send("hello")?;
    /// let message = jobs.receive(Duration::from_secs(10)).await.unwrap();
    /// assert_eq!((message.body.as_str(), message.dequeue_count), ("hello", 1));
    /// assert_eq!(jobs.receive(Duration::ZERO).await, None);
    /// jobs.delete(&message.receipt_handle)
    /// # }).unwrap();
    /// ```
    pub async fn receive(&self, wait: Duration) -> Option<Message> {
        if let Some(message) = self.take() {
            return Some(message);
        }
        if wait.is_zero() {
            return None;
        }
        let clock = &*self.0.clock;
        let deadline = clock.now().after(wait);
        let Some(_turn) = before(clock, deadline, self.0.turn.acquire()).await else { return self.take() };
        loop {
            let now = clock.now();
            let next = {
                let mut state = lock(&self.0.state);
                if let Some(message) = state.take(now, self.0.visibility) {
                    return Some(message);
                }
                state.next_visible()
            };
            if now >= deadline {
                return None;
            }
            // What changes after the look above leaves a permit, so that this does not wait.
            let until = next.map_or(deadline, |next| next.min(deadline));
            before(clock, until, self.0.changed.notified()).await;
        }
    }

    /// Deletes a received message for ever (`DeleteMessage`).
    ///
    /// # Errors
    ///
    /// [`MnsError::ReceiptHandle`], if the handle is not, or not any more, valid: from
    /// [`next_visible`](Message::next_visible) on the message has to be received anew.
    pub fn delete(&self, receipt_handle: &str) -> Result<(), MnsError> {
        lock(&self.0.state).delete(self.now(), receipt_handle)
    }

    /// Hides a received message for `span` from now instead of what is left of its visibility timeout
    /// (`ChangeMessageVisibility`): longer for work that takes longer, zero to give it to others at once. Gives the
    /// receipt handle that is valid from now on.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use flowsmith::{MemoryQueue, Message, MnsError};
    ///
    /// fn go_on(jobs: &MemoryQueue, message: &mut Message) -> Result<(), MnsError> {
    ///     message.receipt_handle = jobs.change_visibility(&message.receipt_handle, Duration::from_secs(600))?;
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// [`MnsError::ReceiptHandle`] as for [`delete`](Self::delete); [`MnsError::InvalidArgument`], if it is longer than 12
    /// hours.
    pub fn change_visibility(&self, receipt_handle: &str, span: Duration) -> Result<String, MnsError> {
        if span > Duration::from_secs(LONGEST_VISIBILITY) {
            let reason = format!("a message can be hidden for up to {LONGEST_VISIBILITY} seconds");
            return Err(MnsError::InvalidArgument(reason));
        }
        let handle = lock(&self.0.state).change(self.now(), receipt_handle, span)?;
        self.0.changed.notify_one();
        Ok(handle)
    }

    /// The message that would be received next, left as it is (`PeekMessage`).
    #[must_use]
    pub fn peek(&self) -> Option<Peeked> {
        lock(&self.0.state).peek(self.now())
    }

    /// How many messages there are, visible or not.
    #[must_use]
    pub fn len(&self) -> usize {
        lock(&self.0.state).len()
    }

    /// Whether there is no message, visible or not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many messages can be received now (`ActiveMessages`).
    #[must_use]
    pub fn active_len(&self) -> usize {
        lock(&self.0.state).lengths(self.now()).0
    }

    /// How many messages are with a receiver and hidden (`InactiveMessages`).
    #[must_use]
    pub fn inactive_len(&self) -> usize {
        lock(&self.0.state).lengths(self.now()).1
    }

    /// How many messages cannot be received yet, because of their delay (`DelayMessages`).
    #[must_use]
    pub fn delayed_len(&self) -> usize {
        lock(&self.0.state).lengths(self.now()).2
    }

    fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    fn take(&self) -> Option<Message> {
        lock(&self.0.state).take(self.now(), self.0.visibility)
    }

    /// Sends what a task asks for.
    fn send_for(&self, invocation: &Invocation<'_>) -> Result<Value, MnsError> {
        let (input, call) = (&invocation.input, &invocation.call);
        let body = mns::body(input)?;
        mns::check_length(body, self.0.longest)?;
        let priority = mns::whole(input, "Priority", 1..=16)?.and_then(|number| u8::try_from(number).ok());
        let delay = mns::whole(input, "DelaySeconds", 0..=LONGEST_DELAY)?.map(Duration::from_secs);
        let digest = mns::digest(body);
        let key = mns::key(call, digest);
        let message = Incoming {
            body: body.to_owned(),
            priority: priority.unwrap_or(USUAL_PRIORITY),
            delay: delay.unwrap_or(self.0.delay),
            key: Some(key.clone()),
        };
        let number = {
            let mut state = lock(&self.0.state);
            match state.sent.before(call, &key) {
                Some(number) => number,
                None => state.push(self.now(), message),
            }
        };
        self.0.changed.notify_one();
        Ok(mns::result(&self.0.name, number, digest))
    }
}

impl Invoker for MemoryQueue {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
        Box::pin(async move { self.send_for(&invocation).map_err(StepError::from) })
    }
}

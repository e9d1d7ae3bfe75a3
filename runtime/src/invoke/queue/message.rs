//! Messages, as a worker sees them.

use std::fmt;

use crate::clock::Timestamp;

/// A message that [`MemoryQueue::receive`](super::MemoryQueue::receive) has given to a worker. Its `Debug` leaves the
/// body out: bodies carry task tokens.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// What the task that sent it has as `$local.MessageId`: `{queue}-{number}`.
    pub id: String,
    /// The text that was sent, as it was.
    pub body: String,
    /// What the message is deleted by, or hidden for longer. Another one each time that it is received.
    pub receipt_handle: String,
    /// From 1, served first, to 16.
    pub priority: u8,
    /// How often it was received, with this time: more than 1 after a worker did not delete it in time.
    pub dequeue_count: u32,
    /// When it was sent.
    pub enqueued: Timestamp,
    /// When it was received for the first time.
    pub first_dequeued: Timestamp,
    /// When it becomes visible again, unless it was deleted before. The receipt handle is valid before that time.
    pub next_visible: Timestamp,
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("id", &self.id)
            .field("receipt_handle", &self.receipt_handle)
            .field("priority", &self.priority)
            .field("dequeue_count", &self.dequeue_count)
            .field("enqueued", &self.enqueued)
            .field("first_dequeued", &self.first_dequeued)
            .field("next_visible", &self.next_visible)
            .finish_non_exhaustive()
    }
}

/// A message that [`MemoryQueue::peek`](super::MemoryQueue::peek) shows and leaves where it is. Its `Debug` leaves the
/// body out: bodies carry task tokens.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Peeked {
    /// As in [`Message`].
    pub id: String,
    /// The text that was sent, as it was.
    pub body: String,
    /// From 1, served first, to 16.
    pub priority: u8,
    /// How often it was received.
    pub dequeue_count: u32,
    /// When it was sent.
    pub enqueued: Timestamp,
    /// When it was received for the first time, if it was.
    pub first_dequeued: Option<Timestamp>,
}

impl fmt::Debug for Peeked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Peeked")
            .field("id", &self.id)
            .field("priority", &self.priority)
            .field("dequeue_count", &self.dequeue_count)
            .field("enqueued", &self.enqueued)
            .field("first_dequeued", &self.first_dequeued)
            .finish_non_exhaustive()
    }
}

//! The messages of a queue: visible, delayed, and with a receiver.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use super::{
    super::mns::{Key, MnsError, Sent, message_id},
    Message, Peeked,
};
use crate::clock::Timestamp;

/// What is in a queue. A message is in `messages` and in exactly one of `visible` and `hidden`.
pub(super) struct State {
    name: String,
    messages: BTreeMap<u64, Stored>,
    /// By priority, then oldest first.
    visible: BTreeSet<(u8, u64)>,
    /// By the time at which they become visible.
    hidden: BTreeSet<(Timestamp, u64)>,
    /// The number of the last message.
    last: u64,
    pub(super) sent: Sent,
}

struct Stored {
    body: String,
    priority: u8,
    enqueued: Timestamp,
    first_dequeued: Option<Timestamp>,
    dequeue_count: u32,
    /// The number of the receipt handle that is valid while the message is hidden; none was given while it is zero.
    receipt: u64,
    visible_at: Timestamp,
    key: Option<Key>,
}

/// A message to be put into a queue.
pub(super) struct Incoming {
    pub(super) body: String,
    pub(super) priority: u8,
    pub(super) delay: Duration,
    pub(super) key: Option<Key>,
}

impl State {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            messages: BTreeMap::new(),
            visible: BTreeSet::new(),
            hidden: BTreeSet::new(),
            last: 0,
            sent: Sent::default(),
        }
    }

    /// Puts a message into the queue and gives its number.
    pub(super) fn push(&mut self, now: Timestamp, message: Incoming) -> u64 {
        self.last += 1;
        let (number, visible_at) = (self.last, now.after(message.delay));
        if let Some(key) = &message.key {
            self.sent.insert(key.clone(), number);
        }
        let stored = Stored {
            body: message.body,
            priority: message.priority,
            enqueued: now,
            first_dequeued: None,
            dequeue_count: 0,
            receipt: 0,
            visible_at,
            key: message.key,
        };
        self.messages.insert(number, stored);
        self.hidden.insert((visible_at, number));
        number
    }

    /// Takes the first visible message and hides it.
    pub(super) fn take(&mut self, now: Timestamp, visibility: Duration) -> Option<Message> {
        self.settle(now);
        let (_, number) = self.visible.pop_first()?;
        let stored = self.messages.get_mut(&number)?;
        stored.dequeue_count = stored.dequeue_count.saturating_add(1);
        stored.receipt += 1;
        stored.visible_at = now.after(visibility);
        self.hidden.insert((stored.visible_at, number));
        Some(Message {
            id: message_id(&self.name, number),
            body: stored.body.clone(),
            receipt_handle: receipt_handle(number, stored.receipt),
            priority: stored.priority,
            dequeue_count: stored.dequeue_count,
            enqueued: stored.enqueued,
            first_dequeued: *stored.first_dequeued.get_or_insert(now),
            next_visible: stored.visible_at,
        })
    }

    pub(super) fn peek(&mut self, now: Timestamp) -> Option<Peeked> {
        self.settle(now);
        let (_, number) = self.visible.first()?;
        let stored = self.messages.get(number)?;
        Some(Peeked {
            id: message_id(&self.name, *number),
            body: stored.body.clone(),
            priority: stored.priority,
            dequeue_count: stored.dequeue_count,
            enqueued: stored.enqueued,
            first_dequeued: stored.first_dequeued,
        })
    }

    /// When the next message becomes visible that is not.
    pub(super) fn next_visible(&self) -> Option<Timestamp> {
        self.hidden.first().map(|(at, _)| *at)
    }

    pub(super) fn delete(&mut self, now: Timestamp, handle: &str) -> Result<(), MnsError> {
        let number = self.received(now, handle)?;
        let Some(stored) = self.messages.remove(&number) else { return Err(MnsError::ReceiptHandle) };
        self.hidden.remove(&(stored.visible_at, number));
        if let Some(key) = stored.key {
            self.sent.release(key, number);
        }
        Ok(())
    }

    /// Makes a received message visible after `span` from now; gives its new receipt handle.
    pub(super) fn change(&mut self, now: Timestamp, handle: &str, span: Duration) -> Result<String, MnsError> {
        let number = self.received(now, handle)?;
        let Some(stored) = self.messages.get_mut(&number) else { return Err(MnsError::ReceiptHandle) };
        self.hidden.remove(&(stored.visible_at, number));
        stored.visible_at = now.after(span);
        stored.receipt += 1;
        self.hidden.insert((stored.visible_at, number));
        Ok(receipt_handle(number, stored.receipt))
    }

    /// How many messages are visible, received and delayed.
    pub(super) fn lengths(&mut self, now: Timestamp) -> (usize, usize, usize) {
        self.settle(now);
        let is_delayed = |(_, number): &&(Timestamp, u64)| self.messages.get(number).is_some_and(|it| it.receipt == 0);
        let delayed = self.hidden.iter().filter(is_delayed).count();
        (self.visible.len(), self.hidden.len() - delayed, delayed)
    }

    pub(super) fn len(&self) -> usize {
        self.messages.len()
    }

    /// Makes visible what is to be by now.
    fn settle(&mut self, now: Timestamp) {
        while let Some(&(at, number)) = self.hidden.first()
            && at <= now
        {
            self.hidden.pop_first();
            if let Some(stored) = self.messages.get(&number) {
                self.visible.insert((stored.priority, number));
            }
        }
    }

    /// The message that a handle is valid for: the last one that was given for it, while it is hidden.
    fn received(&mut self, now: Timestamp, handle: &str) -> Result<u64, MnsError> {
        self.settle(now);
        let parts =
            handle.split_once('-').and_then(|(number, receipt)| Some((number.parse().ok()?, receipt.parse().ok()?)));
        let (number, receipt): (u64, u64) = parts.ok_or(MnsError::ReceiptHandle)?;
        let stored = self.messages.get(&number).filter(|stored| receipt != 0 && stored.receipt == receipt);
        let hidden = stored.filter(|stored| self.hidden.contains(&(stored.visible_at, number)));
        hidden.map(|_| number).ok_or(MnsError::ReceiptHandle)
    }
}

fn receipt_handle(number: u64, receipt: u64) -> String {
    format!("{number}-{receipt}")
}

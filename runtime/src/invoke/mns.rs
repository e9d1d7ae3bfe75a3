//! What queues and topics of MNS have in common: errors, parameters, results, and what was sent before.

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    ops::RangeInclusive,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{
    call::Call,
    error::StepError,
    value::{Value, describe},
};

/// The longest message body that MNS allows, in bytes.
pub(super) const LONGEST: usize = 64 * 1024;

/// So many sends are remembered after their message has gone.
const REMEMBERED: usize = 10_000;

/// Why a queue or a topic refuses. [`code`](MnsError::code) is the name that MNS has for it.
///
/// As the error of a task it is called `MNS.` and that name, which is inferred: the vendor documents no error of such a
/// task, and names those of Function Compute `FC.` and theirs.
///
/// ```
/// use flowsmith::{MnsError, StepError};
///
/// assert_eq!(MnsError::ReceiptHandle.code(), "ReceiptHandleError");
/// assert_eq!(StepError::from(MnsError::ReceiptHandle).code, "MNS.ReceiptHandleError");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MnsError {
    /// A parameter is missing, of the wrong type or out of its range: which, and what was expected.
    InvalidArgument(String),
    /// The receipt handle is none of this queue, or not valid any more: the message has become visible again, its
    /// visibility was changed, or it was deleted.
    ReceiptHandle,
}

impl MnsError {
    /// The error code of MNS.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidArgument(_) => "InvalidArgument",
            Self::ReceiptHandle => "ReceiptHandleError",
        }
    }
}

impl fmt::Display for MnsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidArgument(reason) => f.write_str(reason),
            Self::ReceiptHandle => f.write_str("the receipt handle is not valid, or not any more"),
        }
    }
}

impl std::error::Error for MnsError {}

impl From<MnsError> for StepError {
    fn from(error: MnsError) -> Self {
        Self::new(format!("MNS.{}", error.code()), error.to_string())
    }
}

/// The parameter `MessageBody`.
pub(super) fn body(input: &Value) -> Result<&str, MnsError> {
    text(input, "MessageBody")?.ok_or_else(|| MnsError::InvalidArgument("there is no `MessageBody`".to_owned()))
}

/// A parameter that is text; none where it is missing or null.
pub(super) fn text<'a>(input: &'a Value, key: &str) -> Result<Option<&'a str>, MnsError> {
    match input.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(MnsError::InvalidArgument(format!("`{key}` must be text, this is {}", describe(other)))),
    }
}

/// A parameter that is a whole number within a range; none where it is missing or null. Digits in quotes count: on the
/// wire to MNS they are the same.
pub(super) fn whole(input: &Value, key: &str, range: RangeInclusive<u64>) -> Result<Option<u64>, MnsError> {
    let number = match input.get(key) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Number(number)) => number.as_u64(),
        Some(Value::String(digits)) => digits.parse().ok(),
        Some(_) => None,
    };
    number.filter(|number| range.contains(number)).map(Some).ok_or_else(|| {
        let (least, most) = (range.start(), range.end());
        MnsError::InvalidArgument(format!("`{key}` must be a whole number from {least} to {most}"))
    })
}

/// Refuses a body of more bytes than are allowed. MNS has no code of its own for that.
pub(super) fn check_length(body: &str, longest: usize) -> Result<(), MnsError> {
    if body.len() <= longest {
        return Ok(());
    }
    let length = body.len();
    Err(MnsError::InvalidArgument(format!("`MessageBody` is {length} bytes long, at most {longest} are allowed")))
}

/// The MD5 of a message body.
pub(super) fn digest(body: &str) -> md5::Digest {
    md5::compute(body.as_bytes())
}

/// The result of a task that sends: number `number` of the queue or topic of that name.
pub(super) fn result(name: &str, number: u64, digest: md5::Digest) -> Value {
    serde_json::json!({
        "MessageId": message_id(name, number),
        "RequestId": format!("{name}-request-{number}"),
        "MessageBodyMD5": format!("{digest:X}"),
    })
}

pub(super) fn message_id(name: &str, number: u64) -> String {
    format!("{name}-{number}")
}

/// Locks what no panic can leave half done.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An attempt and the body that it sends. An attempt may send several.
pub(super) type Key = (String, [u8; 16]);

pub(super) fn key(call: &Call<'_>, digest: md5::Digest) -> Key {
    (call.idempotency_key(), digest.0)
}

/// What attempts have sent: an attempt that runs again after a crash sends nothing twice.
#[derive(Default)]
pub(super) struct Sent {
    numbers: HashMap<Key, u64>,
    /// Those whose message has gone, oldest first.
    gone: VecDeque<(Key, u64)>,
}

impl Sent {
    /// What this attempt sent the last time. One that cannot have run before has sent nothing, even if an execution had
    /// its name once.
    pub(super) fn before(&self, call: &Call<'_>, key: &Key) -> Option<u64> {
        call.is_repeat().then(|| self.numbers.get(key).copied()).flatten()
    }

    pub(super) fn insert(&mut self, key: Key, number: u64) {
        self.numbers.insert(key, number);
    }

    /// Lets go of a send whose message has gone, when enough others have.
    pub(super) fn release(&mut self, key: Key, number: u64) {
        self.gone.push_back((key, number));
        if self.gone.len() > REMEMBERED
            && let Some((key, number)) = self.gone.pop_front()
            && self.numbers.get(&key) == Some(&number)
        {
            self.numbers.remove(&key);
        }
    }
}

/// Calls an invoker as attempt `path` of an execution.
#[cfg(test)]
pub(super) async fn call(
    invoker: &impl super::Invoker,
    path: &str,
    repeat: bool,
    input: Value,
) -> Result<Value, StepError> {
    use crate::call::{ExecutionName, Place};

    let (execution, invokers) = (ExecutionName::Given("run".into()), super::Invokers::default());
    let call = Call {
        resource: "acs:mns:::/queues/q/messages",
        place: Place::Text(path),
        flow: "flow",
        execution: &execution,
        repeat,
        invocation: None,
        invokers: &invokers,
    };
    invoker.invoke(super::Invocation { resource: "acs:mns:::/queues/jobs/messages", input, call }).await
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn parameters_are_checked() {
        let input = json!({"MessageBody": "{}", "Priority": "3", "DelaySeconds": 7, "MessageTag": null});
        assert_eq!(body(&input), Ok("{}"));
        assert_eq!(whole(&input, "Priority", 1..=16), Ok(Some(3)));
        assert_eq!(whole(&input, "DelaySeconds", 0..=9), Ok(Some(7)));
        assert_eq!(text(&input, "MessageTag"), Ok(None));
        for bad in [json!(0), json!(17), json!(1.5), json!(-1), json!("one"), json!(true), json!([1])] {
            let error = whole(&json!({"Priority": bad}), "Priority", 1..=16).unwrap_err();
            assert_eq!(
                StepError::from(error).to_string(),
                "MNS.InvalidArgument: `Priority` must be a whole number from 1 to 16"
            );
        }
        for bad in [json!({}), json!({"MessageBody": null}), json!({"MessageBody": {"a": 1}}), json!("text")] {
            assert_eq!(body(&bad).unwrap_err().code(), "InvalidArgument");
        }
        assert!(check_length("four", 4).is_ok());
        assert!(check_length("fünf", 4).is_err());
    }

    #[test]
    fn what_has_gone_is_forgotten_in_the_end() {
        let mut sent = Sent::default();
        let number_of = |n: u64| ((n.to_string(), [0; 16]), n);
        let most = REMEMBERED as u64;
        for n in 0..2 * most {
            let (key, number) = number_of(n);
            sent.insert(key.clone(), number);
            sent.release(key, number);
        }
        assert_eq!((sent.numbers.len(), sent.gone.len()), (REMEMBERED, REMEMBERED));
        assert_eq!(sent.numbers.get(&number_of(most - 1).0), None);
        assert_eq!(sent.numbers.get(&number_of(most).0), Some(&most));
    }
}

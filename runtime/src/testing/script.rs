//! Scripts: what functions answer, and what is reported for tasks that wait.

use std::{collections::HashMap, fmt, sync::Arc, time::Duration};

use serde::{Serialize, de::DeserializeOwned};

use super::json::includes;
use crate::{
    error::StepError,
    value::{Object, Value},
};

/// What a function does when it is called, or what is reported for a task that waits: made by [`returns`], [`fails`],
/// [`echoes`], [`computes`], [`panics`] and [`hangs`].
///
/// ```
/// use flowsmith::{json, testing::{fails, hours, returns}};
///
/// let slow = returns(json!({"weight": 12})).after(hours(2));
/// let twice = fails("FC.ResourceThrottled", "busy").times(2);
/// let for_paris = returns(json!({"price": 30})).when(json!({"city": "Paris"}));
/// ```
#[derive(Debug, Clone)]
#[must_use = "a reply says something where a script has it"]
pub struct Reply {
    act: Act,
    after: Duration,
    times: usize,
    when: Option<Value>,
}

#[derive(Clone)]
enum Act {
    Return(Result<Value, StepError>),
    Compute(Arc<Compute>),
    Panic(String),
    Hang,
}

type Compute = dyn Fn(Value) -> Result<Result<Value, StepError>, String> + Send + Sync;

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Return(result) => f.debug_tuple("Return").field(result).finish(),
            Self::Compute(_) => f.write_str("Compute"),
            Self::Panic(text) => f.debug_tuple("Panic").field(text).finish(),
            Self::Hang => f.write_str("Hang"),
        }
    }
}

/// Returns this, at once.
///
/// # Panics
///
/// `output` is no JSON.
#[track_caller]
pub fn returns(output: impl Serialize) -> Reply {
    Reply::new(Act::Return(Ok(super::json::value(&output, "what a reply returns"))))
}

/// Fails with this error, at once.
pub fn fails(code: impl Into<String>, cause: impl Into<String>) -> Reply {
    Reply::new(Act::Return(Err(StepError::new(code.into(), cause))))
}

/// Returns the input.
pub fn echoes() -> Reply {
    computes(Ok::<Value, StepError>)
}

/// Returns what `function` makes of the input. Both may be typed; a run whose input does not fit fails.
///
/// It should give the same for the same input: a call that a crash cuts off is made again.
///
/// ```
/// use flowsmith::{StepError, Value, json, testing::computes};
///
/// let double = computes(|input: Value| Ok(json!({"n": input["n"].as_i64().map(|n| 2 * n)})));
/// let strict = computes(|input: Value| match input["city"].as_str() {
///     Some(city) => Ok(json!({"to": city})),
///     None => Err(StepError::new("BadAddress", "there is no city")),
/// });
/// ```
pub fn computes<I, O>(function: impl Fn(I) -> Result<O, StepError> + Send + Sync + 'static) -> Reply
where
    I: DeserializeOwned,
    O: Serialize,
{
    Reply::new(Act::Compute(Arc::new(move |input| {
        let input = serde_json::from_value(input).map_err(|error| format!("the input does not fit: {error}"))?;
        match function(input) {
            Ok(output) => {
                serde_json::to_value(output).map(Ok).map_err(|error| format!("the output is no JSON: {error}"))
            }
            Err(error) => Ok(Err(error)),
        }
    })))
}

/// Panics with this text.
pub fn panics(text: impl Into<String>) -> Reply {
    Reply::new(Act::Panic(text.into()))
}

/// Never returns, and reports nothing.
pub fn hangs() -> Reply {
    Reply::new(Act::Hang)
}

impl Reply {
    fn new(act: Act) -> Self {
        Self { act, after: Duration::ZERO, times: 1, when: None }
    }

    /// So long after the call; a report: so long after its task has begun to wait. A call that a crash cuts off is not
    /// longer for it.
    pub fn after(self, span: Duration) -> Self {
        Self { after: span, ..self }
    }

    /// So many times, before the next reply of the script has its turn.
    pub fn times(self, times: usize) -> Self {
        Self { times, ..self }
    }

    /// Only for inputs that have all of this; what it does not name may be anything. Calls that this is not meant for go on
    /// to the other replies, and do not count here.
    ///
    /// # Panics
    ///
    /// `part` is no JSON.
    #[track_caller]
    pub fn when(self, part: impl Serialize) -> Self {
        Self { when: Some(super::json::value(&part, "what a reply is meant for")), ..self }
    }

    pub(super) const fn span(&self) -> Duration {
        self.after
    }

    pub(super) const fn hangs(&self) -> bool {
        matches!(self.act, Act::Hang)
    }

    /// The text to panic with.
    pub(super) fn panic(&self) -> Option<&str> {
        match &self.act {
            Act::Panic(text) => Some(text),
            _ => None,
        }
    }

    /// What it comes to; the outer error is a mistake of the test.
    pub(super) fn outcome(&self, input: Value) -> Result<Result<Value, StepError>, String> {
        match &self.act {
            Act::Return(result) => Ok(result.clone()),
            Act::Compute(compute) => compute(input),
            Act::Panic(_) | Act::Hang => Ok(Ok(Value::Object(Object::new()))),
        }
    }
}

/// What a function does, call by call, or what is reported, attempt by attempt: one [`Reply`], or several in their order.
/// The last one serves all that follow.
///
/// An attempt that is made again after a crash gets the reply that it had.
#[derive(Debug, Clone)]
pub struct Script(Vec<Reply>);

impl From<Value> for Script {
    /// What is returned or reported each time: [`returns`].
    fn from(value: Value) -> Self {
        returns(value).into()
    }
}

impl From<Reply> for Script {
    fn from(reply: Reply) -> Self {
        Self::from(vec![reply])
    }
}

impl<const N: usize> From<[Reply; N]> for Script {
    fn from(replies: [Reply; N]) -> Self {
        Self::from(Vec::from(replies))
    }
}

impl From<Vec<Reply>> for Script {
    fn from(replies: Vec<Reply>) -> Self {
        Self(replies.into_iter().flat_map(|reply| std::iter::repeat_n(reply.clone(), reply.times)).collect())
    }
}

/// A script, and who had which of its replies.
#[derive(Debug)]
pub(super) struct Lines {
    script: Script,
    given: HashMap<String, usize>,
    /// How many attempts had each choice of replies.
    next: HashMap<Vec<usize>, usize>,
}

impl Lines {
    pub(super) fn new(script: Script) -> Self {
        Self { script, given: HashMap::new(), next: HashMap::new() }
    }

    /// The reply for an attempt; none where no reply is meant for its input.
    pub(super) fn reply(&mut self, attempt: String, input: &Value) -> Option<Reply> {
        let meant = |(index, reply): (usize, &Reply)| {
            reply.when.as_ref().is_none_or(|part| includes(input, part)).then_some(index)
        };
        let meant: Vec<_> = self.script.0.iter().enumerate().filter_map(meant).collect();
        let number = *self.given.entry(attempt).or_insert_with(|| {
            let next = self.next.entry(meant.clone()).or_default();
            *next += 1;
            *next - 1
        });
        let index = *meant.get(number).or(meant.last())?;
        self.script.0.get(index).cloned()
    }
}

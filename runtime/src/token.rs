//! Task tokens: what a worker reports a task with.

use std::fmt;

use crate::store::ExecutionId;

/// Identifies one waiting attempt of a task (`$context.task.token`): opaque, short, safe in URLs.
///
/// Whoever holds it can settle the attempt, so `Debug` does not show it; `Display` does.
///
/// ```
/// use flowsmith::TaskToken;
///
/// let token = TaskToken::new("1-5-0000000000000000000000000000002a"); // from a message, a link, a form
/// assert_eq!(token.to_string(), token.as_str());
/// assert_eq!(format!("{token:?}"), "TaskToken(…)");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TaskToken(String);

impl TaskToken {
    /// A token as it was handed out. Whether it is one shows when it is reported.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text to hand out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn mint(execution: ExecutionId, event_id: u64, secret: u128) -> Self {
        Self(format!("{:x}-{event_id:x}-{secret:032x}", execution.0))
    }

    /// The parts, if this looks like a token at all.
    pub(crate) fn parse(&self) -> Option<(ExecutionId, u64, u128)> {
        let mut parts = self.0.split('-');
        let execution = u64::from_str_radix(parts.next()?, 16).ok()?;
        let event_id = u64::from_str_radix(parts.next()?, 16).ok()?;
        let secret = parts.next().filter(|secret| secret.len() == 32)?;
        let secret = u128::from_str_radix(secret, 16).ok()?;
        parts.next().is_none().then_some((ExecutionId(execution), event_id, secret))
    }
}

/// Compares two secrets in the same time whatever they are.
pub(crate) fn same_secret(left: u128, right: u128) -> bool {
    std::hint::black_box(left ^ right) == 0
}

impl fmt::Display for TaskToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for TaskToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TaskToken(…)")
    }
}

impl From<&str> for TaskToken {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for TaskToken {
    fn from(text: String) -> Self {
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_gives_back_its_parts_and_nothing_else_does() {
        let token = TaskToken::mint(ExecutionId(300), 7, 5);
        assert_eq!(token.parse(), Some((ExecutionId(300), 7, 5)));
        assert_eq!(format!("{token:?}"), "TaskToken(…)");
        for text in ["", "-", "1-2", "1-2-3", "1-2-zz", "🦀-1-00000000000000000000000000000005"] {
            assert_eq!(TaskToken::new(text).parse(), None, "{text}");
        }
        let longer = format!("{token}-1");
        assert_eq!(TaskToken::new(longer).parse(), None);
    }
}

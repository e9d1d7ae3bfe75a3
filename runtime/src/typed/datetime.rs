//! Text that is a timestamp.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Misfit, Spot, Typed};
use crate::{
    clock::{Timestamp, TimestampError},
    value::Value,
};

/// A timestamp in RFC 3339 as it was written: `2026-01-31T09:00:00+01:00` (`format: date-time` of a declared type).
///
/// The text is kept, so that data comes out of a flow as it went in; [`timestamp`](DateTime::timestamp) is the instant.
///
/// ```
/// use flowsmith::DateTime;
///
/// let due: DateTime = "2026-01-31T09:00:00+01:00".parse()?;
/// assert_eq!(due.timestamp().to_string(), "2026-01-31T08:00:00Z");
/// assert_eq!(due.as_str(), "2026-01-31T09:00:00+01:00");
/// # Ok::<_, flowsmith::TimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DateTime {
    text: String,
    timestamp: Timestamp,
}

impl DateTime {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The instant, to the millisecond.
    #[must_use]
    pub const fn timestamp(&self) -> Timestamp {
        self.timestamp
    }
}

impl TryFrom<String> for DateTime {
    type Error = TimestampError;

    fn try_from(text: String) -> Result<Self, TimestampError> {
        let timestamp = text.parse()?;
        Ok(Self { text, timestamp })
    }
}

impl FromStr for DateTime {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        text.to_owned().try_into()
    }
}

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        Self { text: timestamp.to_string(), timestamp }
    }
}

impl From<DateTime> for String {
    fn from(it: DateTime) -> Self {
        it.text
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Typed for DateTime {
    fn from_json(value: Value, at: &Spot<'_>) -> Result<Self, Misfit> {
        let expected = "a timestamp in RFC 3339";
        match value {
            Value::String(text) => text.parse().map_err(|_| Misfit::new(at, expected, &Value::String(text))),
            other => Err(Misfit::new(at, expected, &other)),
        }
    }
}

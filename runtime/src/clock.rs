//! Time, injected.

use std::{
    fmt,
    future::poll_fn,
    pin::{Pin, pin},
    str::FromStr,
    task::Poll,
    time::Duration,
};

use serde::{Deserialize, Serialize};

/// An instant in UTC, to the millisecond. Displayed and parsed as RFC 3339: `2026-01-31T08:00:00.25Z`.
///
/// ```
/// use std::time::Duration;
///
/// use flowsmith::Timestamp;
///
/// let opened: Timestamp = "2026-01-31T09:00:00+01:00".parse()?;
/// let closed = opened.after(Duration::from_secs(3_600));
/// assert_eq!(closed.to_string(), "2026-01-31T09:00:00Z");
/// assert_eq!(closed.since(opened), Duration::from_secs(3_600));
/// # Ok::<_, flowsmith::TimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// So many milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// The instant so much later; the last one there is where that is too late.
    #[must_use]
    pub fn after(self, span: Duration) -> Self {
        // A part of a millisecond counts as a whole one: nothing ends too early.
        let millis = span.as_nanos().div_ceil(1_000_000);
        Self(self.0.saturating_add(i64::try_from(millis).unwrap_or(i64::MAX)))
    }

    /// How long it is from `earlier` to here; nothing where that is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(instant) => instant.fmt(f),
            Err(_) => write!(f, "{} ms", self.0),
        }
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let instant: jiff::Timestamp = text.parse().map_err(|error| TimestampError(format!("{error}")))?;
        Ok(Self(instant.as_millisecond()))
    }
}

/// A text is no RFC 3339 instant, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimestampError(String);

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TimestampError {}

/// A wait of a [`Clock`], boxed.
pub type Sleep<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Where an engine takes the time from: [`EngineBuilder::clock`](crate::EngineBuilder::clock).
///
/// ```
/// use flowsmith::{Clock, Sleep, SystemClock, Timestamp};
///
/// /// A clock that is a minute ahead.
/// #[derive(Debug)]
/// struct Ahead(SystemClock);
///
/// const MINUTE: std::time::Duration = std::time::Duration::from_secs(60);
///
/// impl Clock for Ahead {
///     fn now(&self) -> Timestamp {
///         self.0.now().after(MINUTE)
///     }
///
///     fn sleep_until(&self, instant: Timestamp) -> Sleep<'_> {
///         self.0.sleep_until(Timestamp::from_millis(instant.as_millis() - 60_000))
///     }
/// }
///
/// let builder = flowsmith::Engine::builder().clock(Ahead(SystemClock));
/// ```
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The time now. It may jump, as the machine's does when it is set.
    fn now(&self) -> Timestamp;
    /// Waits until `instant`, at once where that has passed. It may return early: who waits looks at the clock again.
    fn sleep_until(&self, instant: Timestamp) -> Sleep<'_>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Timestamp::default().after(since)
    }

    fn sleep_until(&self, instant: Timestamp) -> Sleep<'_> {
        // Not longer at once: the machine may sleep, and its clock may be set.
        Box::pin(tokio::time::sleep(instant.since(self.now()).min(Duration::from_secs(60))))
    }
}

/// A clock that starts at a given instant and goes on with tokio's: under `#[tokio::test(start_paused = true)]` a month
/// of waiting takes milliseconds.
///
/// ```
/// use flowsmith::{Engine, TokioClock};
///
/// let clock = TokioClock::starting_at("2026-01-31T08:00:00Z".parse()?);
/// let builder = Engine::builder().clock(clock);
/// # Ok::<_, flowsmith::TimestampError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct TokioClock {
    start: Timestamp,
    origin: tokio::time::Instant,
}

impl TokioClock {
    /// A clock that shows `start` now.
    #[must_use]
    pub fn starting_at(start: Timestamp) -> Self {
        Self { start, origin: tokio::time::Instant::now() }
    }
}

impl Clock for TokioClock {
    fn now(&self) -> Timestamp {
        self.start.after(self.origin.elapsed())
    }

    fn sleep_until(&self, instant: Timestamp) -> Sleep<'_> {
        match self.origin.checked_add(instant.since(self.start)) {
            Some(at) => Box::pin(tokio::time::sleep_until(at)),
            // Later than there are instants.
            None => Box::pin(std::future::pending()),
        }
    }
}

/// The result of `work`, if it is there before `deadline`, or at it.
pub(crate) async fn before<T>(clock: &dyn Clock, deadline: Timestamp, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut sleep) = (pin!(work), clock.sleep_until(deadline));
    poll_fn(|cx| {
        if let Poll::Ready(result) = work.as_mut().poll(cx) {
            return Poll::Ready(Some(result));
        }
        // A clock may wake early.
        while sleep.as_mut().poll(cx).is_ready() {
            if clock.now() >= deadline {
                return Poll::Ready(None);
            }
            sleep = clock.sleep_until(deadline);
        }
        Poll::Pending
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_read_and_write_rfc_3339() {
        let instant: Timestamp = "2026-01-31T09:00:00.250+01:00".parse().unwrap();
        assert_eq!(instant.to_string(), "2026-01-31T08:00:00.25Z");
        assert_eq!(instant.after(Duration::from_millis(750)).to_string(), "2026-01-31T08:00:01Z");
        assert!("tomorrow".parse::<Timestamp>().is_err());
    }
}

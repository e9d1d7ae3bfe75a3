//! Spans of time, written and shown; and a runtime whose time only waiting moves.

use std::time::Duration;

/// So many milliseconds.
#[must_use]
pub const fn millis(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// So many seconds.
#[must_use]
pub const fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// So many minutes.
#[must_use]
pub const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count.saturating_mul(60))
}

/// So many hours.
#[must_use]
pub const fn hours(count: u64) -> Duration {
    Duration::from_secs(count.saturating_mul(3_600))
}

/// So many days.
#[must_use]
pub const fn days(count: u64) -> Duration {
    Duration::from_secs(count.saturating_mul(86_400))
}

/// A span as people say it: `3d 1h 2.5s`.
pub(super) fn text(span: Duration) -> String {
    let seconds = span.as_secs();
    let mut parts = Vec::new();
    for (count, unit) in [(seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "m")] {
        if count > 0 {
            parts.push(format!("{count}{unit}"));
        }
    }
    let (seconds, millis) = (seconds % 60, span.subsec_millis());
    if millis > 0 {
        let fraction = format!("{millis:03}");
        parts.push(format!("{seconds}.{}s", fraction.trim_end_matches('0')));
    } else if seconds > 0 || parts.is_empty() {
        parts.push(format!("{seconds}s"));
    }
    parts.join(" ")
}

/// Runs something on a runtime of its own, in time that only waiting moves: as soon as all wait, it is when the first has
/// waited enough. Within another runtime it runs on a thread of its own.
pub(super) fn in_paused_time<F: Future>(work: impl FnOnce() -> F + Send) -> F::Output
where
    F::Output: Send,
{
    let run = || {
        let built = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
        let runtime = built.unwrap_or_else(|error| panic!("no runtime for a test can be built: {error}"));
        runtime.block_on(async { work().await })
    };
    if tokio::runtime::Handle::try_current().is_err() {
        return run();
    }
    let ended = std::thread::scope(|scope| scope.spawn(run).join());
    ended.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_people_say_them() {
        assert_eq!(text(Duration::ZERO), "0s");
        assert_eq!(text(millis(1_050)), "1.05s");
        assert_eq!(text(minutes(90)), "1h 30m");
        assert_eq!(text(days(3) + seconds(61) + millis(7)), "3d 1m 1.007s");
    }
}

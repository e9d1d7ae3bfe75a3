//! Retry policies: parsed once, valid from then on.

use std::time::Duration;

use crate::error::StepError;

/// When and how often a task is tried again (`retry`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetryPolicy {
    /// The codes that it answers for; `FnF.ALL` is any.
    pub errors: &'static [&'static str],
    /// The wait before the first retry, in seconds (`intervalSeconds`).
    pub interval: u64,
    /// No wait is longer, in seconds (`maxIntervalSeconds`).
    pub max_interval: u64,
    /// The number of retries (`maxAttempts`).
    pub max_attempts: u32,
    /// Each wait is this many times the one before (`multiplier`).
    pub multiplier: f64,
}

impl RetryPolicy {
    /// The wait before retry number `retry`, counted from 1; `None` to give up.
    #[must_use]
    pub fn delay(&self, retry: u32) -> Option<Duration> {
        if retry == 0 || retry > self.max_attempts {
            return None;
        }
        let exponent = i32::try_from(retry - 1).unwrap_or(i32::MAX);
        #[expect(clippy::cast_precision_loss, reason = "an interval is at most a day")]
        let (first, longest) = (self.interval as f64, self.max_interval as f64);
        let seconds = (first * self.multiplier.powi(exponent)).min(longest);
        Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_secs(self.max_interval)))
    }
}

/// The policies of a task.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Policy {
    /// The limit for one attempt (`timeoutSeconds`).
    pub timeout: Option<Duration>,
    /// The first policy that names the error decides; each has a count of its own.
    pub retry: &'static [RetryPolicy],
}

/// Counts the retries of one entry of a step, one count a policy.
#[derive(Debug)]
pub(crate) struct Retries {
    policies: &'static [RetryPolicy],
    counts: Vec<u32>,
}

impl Retries {
    pub(crate) const fn new(policies: &'static [RetryPolicy]) -> Self {
        Self { policies, counts: Vec::new() }
    }

    /// The wait before the task is tried again after `error`; `None` to give up.
    pub(crate) fn next(&mut self, error: &StepError) -> Option<Duration> {
        let at = self.policies.iter().position(|policy| error.is_any(policy.errors))?;
        if self.counts.is_empty() {
            self.counts.resize(self.policies.len(), 0);
        }
        self.counts[at] += 1;
        self.policies[at].delay(self.counts[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOW: RetryPolicy =
        RetryPolicy { errors: &["Slow"], interval: 10, max_interval: 35, max_attempts: 3, multiplier: 2.0 };
    const ANY: RetryPolicy =
        RetryPolicy { errors: &["FnF.ALL"], interval: 1, max_interval: 86_400, max_attempts: 1, multiplier: 1.0 };

    #[test]
    fn waits_grow_up_to_the_longest_and_end() {
        let waits: Vec<_> = (1..=4).map(|retry| SLOW.delay(retry).map(|wait| wait.as_secs())).collect();
        assert_eq!(waits, [Some(10), Some(20), Some(35), None]);
    }

    #[test]
    fn each_policy_has_a_count_of_its_own() {
        static BOTH: [RetryPolicy; 2] = [SLOW, ANY];
        let mut retries = Retries::new(&BOTH);
        let (slow, other) = (StepError::new("Slow", ""), StepError::new("Other", ""));
        assert_eq!(retries.next(&slow), Some(Duration::from_secs(10)));
        assert_eq!(retries.next(&other), Some(Duration::from_secs(1)));
        assert_eq!(retries.next(&slow), Some(Duration::from_secs(20)));
        assert_eq!(retries.next(&other), None);
    }

    #[test]
    fn a_huge_multiplier_is_capped() {
        let steep = RetryPolicy { multiplier: 1e300, max_attempts: u32::MAX, ..SLOW };
        assert_eq!(steep.delay(u32::MAX), Some(Duration::from_secs(35)));
    }
}

//! What an engine allows.

use std::time::Duration;

use crate::{
    clock::Timestamp,
    error::{StepError, codes},
    path::Step,
};

const DAY: Duration = Duration::from_secs(86_400);

/// What an engine allows. In memory (`run_express`) only [`wait`](Limits::wait) and [`iterations`](Limits::iterations)
/// hold: nothing is kept there that could grow. [`default`](Limits::default) is generous; [`cloudflow`](Limits::cloudflow)
/// is what the vendor documents for `type: flow`, [`state_machine`](Limits::state_machine) for `Type: StateMachine`.
///
/// ```
/// use flowsmith::{Engine, Limits};
///
/// let strict = Engine::builder().limits(Limits::cloudflow());
/// let mut limits = Limits::default();
/// limits.events = 100_000;
/// let ours = Engine::builder().limits(limits);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The longest input, output or local, in bytes of JSON, that an event of the history repeats; longer ones are left
    /// out of the history, not of the execution.
    pub event_detail: usize,
    /// The events of one execution, its last one included. An execution that needs more fails with
    /// `FnF.EventsLimitExceeded`, which nothing catches.
    pub events: u64,
    /// The longest datum, in bytes of JSON: the input and the output of an execution, the input, result or output of a
    /// step, the data of a scope. What is started or reported with more is refused; an execution that makes more fails with
    /// `FnF.DataLimitExceeded`, which nothing catches.
    pub data: usize,
    /// The input that a step maps, its result and its output together, in bytes of JSON; an execution with more fails as
    /// with [`data`](Limits::data).
    pub step_data: usize,
    /// The longest wait of a wait step, two days in the language; one that data makes longer fails with
    /// `FnF.RuntimeError`.
    pub wait: Duration,
    /// The longest key of what all scopes share (`$Global`), in bytes; a state that shares a longer one fails with
    /// `FnF.RuntimeError`.
    pub global_key: usize,
    /// All that scopes share, in bytes of JSON; a state that makes it longer fails with `FnF.RuntimeError`.
    pub global: usize,
    /// How long an execution may take, whatever its flow says; one that takes longer ends as `TimedOut`.
    pub duration: Duration,
    /// The longest code of an error that is reported, or that an execution is stopped with, in characters.
    pub error_code: usize,
    /// The longest cause of such an error, in characters.
    pub error_cause: usize,
    /// How many iterations of one foreach step run at once; `None` for as many as the definition says: 100 in
    /// `type: flow`, `MaxConcurrency` or 40 in `Type: StateMachine`.
    pub iterations: Option<usize>,
    /// How many executions are under way at once. Further ones wait for their turn, as `Starting`, or before they call a
    /// function or start a child. An execution that waits for tokens, timers or children is not under way.
    pub running: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            event_detail: 64 << 10,
            events: 10_000_000,
            data: 64 << 20,
            step_data: usize::MAX,
            wait: DAY * 2,
            global_key: usize::MAX,
            global: 64 << 20,
            duration: Duration::MAX,
            error_code: 1_024,
            error_cause: 64 << 10,
            iterations: None,
            running: 10_000,
        }
    }
}

impl Limits {
    /// The vendor's limits: 5,000 events, 32 KiB for a datum and for a step, two days for a wait, a year for an execution,
    /// 128 and 4,096 characters for an error. What the vendor counts by account (running executions, rates) is left to the
    /// default.
    #[must_use]
    pub fn cloudflow() -> Self {
        Self {
            events: 5_000,
            data: 32 << 10,
            step_data: 32 << 10,
            global_key: 128,
            global: 256 << 10,
            duration: DAY * 365,
            error_code: 128,
            error_cause: 4_096,
            ..Self::default()
        }
    }

    /// The vendor's limits for definitions of `Type: StateMachine`: 64 KiB for the input and the output of a state each,
    /// waits of at most 300 seconds, all else as [`cloudflow`](Limits::cloudflow).
    #[must_use]
    pub fn state_machine() -> Self {
        Self { data: 64 << 10, step_data: usize::MAX, wait: Duration::from_secs(300), ..Self::cloudflow() }
    }

    /// Why an execution ends that has too many events.
    pub(super) fn too_many_events(&self) -> StepError {
        let cause = format!("the execution needs more than {} events", self.events);
        StepError::new(codes::EVENTS_LIMIT_EXCEEDED, cause)
    }

    /// Why an execution ends that holds too much.
    pub(super) fn too_much_data(&self) -> StepError {
        let cause = format!("an input, a result, an output or the data of a scope is longer than {} bytes", self.data);
        StepError::new(codes::DATA_LIMIT_EXCEEDED, cause)
    }

    /// The same for all data of one step.
    pub(super) fn too_much_in_step(&self) -> StepError {
        let limit = self.step_data;
        let cause = format!("the input, the result and the output of a step together are longer than {limit} bytes");
        StepError::new(codes::DATA_LIMIT_EXCEEDED, cause)
    }

    /// What is wrong with a wait.
    pub(crate) fn check_wait(&self, step: &Step, now: Timestamp, due: Timestamp) -> Result<(), StepError> {
        if due <= now.after(self.wait) {
            return Ok(());
        }
        let Step { name, place } = step;
        let longest = if self.wait < DAY {
            format!("{} seconds", self.wait.as_secs_f64())
        } else {
            format!("{} days", self.wait.as_secs_f64() / DAY.as_secs_f64())
        };
        let cause =
            format!("step `{name}` ({place}): a wait until {due} is longer than the {longest} that are allowed");
        Err(StepError::new(codes::RUNTIME_ERROR, cause))
    }

    /// What is wrong with keys of what all scopes share.
    pub(super) fn check_keys<'k>(&self, mut keys: impl Iterator<Item = &'k String>) -> Result<(), StepError> {
        let Some(long) = keys.find(|key| key.len() > self.global_key) else { return Ok(()) };
        let shown: String = long.chars().take(20).collect();
        let cause = format!("the key `{shown}…` of `$Global` is longer than {} bytes", self.global_key);
        Err(StepError::new(codes::RUNTIME_ERROR, cause))
    }

    /// What is wrong with so many bytes that all scopes share.
    pub(super) fn check_global(&self, size: usize) -> Result<(), StepError> {
        if size <= self.global {
            return Ok(());
        }
        let cause = format!("`$Global` is longer than {} bytes", self.global);
        Err(StepError::new(codes::RUNTIME_ERROR, cause))
    }

    /// What is wrong with an error that somebody brings in.
    pub(super) fn check_error(&self, error: &StepError) -> Result<(), String> {
        for (what, text, limit) in
            [("code", error.code.as_ref(), self.error_code), ("cause", error.cause.as_str(), self.error_cause)]
        {
            let length = text.chars().count();
            if length > limit {
                return Err(format!("the {what} of an error has at most {limit} characters, this one has {length}"));
            }
        }
        Ok(())
    }
}

//! What a run came to, and what a test asserts of it.

use std::{fmt, time::Duration};

use serde::Serialize;

use super::{
    called::Calls,
    calls::RecordedCall,
    json::{self, difference},
    names::{self, Known, list},
    record::ExecutionRecord,
    table, time,
};
use crate::{
    engine::{Failure, JobDescription},
    error::StepError,
    history::{EventKind, HistoryEvent},
    store::ExecutionStatus,
    value::Value,
};

/// What a run came to. Its methods that are named for a fact assert it: where it does not hold, they panic with a message
/// that shows the calls and the history. Task tokens are `<token>` wherever they stand.
///
/// An execution that runs in memory has no history, and the methods about it panic.
pub struct Run(Ended);

pub(super) struct Ended {
    pub(super) flow: &'static str,
    /// What is particular about the run.
    pub(super) place: String,
    pub(super) known: Vec<Known>,
    /// Nothing where the run did not end.
    pub(super) result: Option<Result<Value, Failure>>,
    pub(super) elapsed: Duration,
    /// The transactions of its last life.
    pub(super) transactions: usize,
    pub(super) express: bool,
    pub(super) main: Option<ExecutionRecord>,
    pub(super) others: Vec<ExecutionRecord>,
    pub(super) calls: Vec<RecordedCall>,
    /// The steps that a report was meant for, and did not wait.
    pub(super) unused: Vec<String>,
    /// The steps that waited without a report, and since when.
    pub(super) unanswered: Vec<(String, Duration)>,
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run").field("flow", &self.0.flow).field("result", &self.0.result).finish_non_exhaustive()
    }
}

/// Shows how the run ended, the calls of functions, and the history: what messages of failures show.
///
/// ```no_run
/// # let run: flowsmith::testing::Run = unimplemented!();
/// println!("{run}");
/// ```
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ended { flow, place, result, elapsed, calls, main, others, .. } = &self.0;
        let elapsed = time::text(*elapsed);
        match result {
            None => writeln!(f, "flow `{flow}`{place}: not over after {elapsed}")?,
            Some(Ok(output)) => {
                writeln!(f, "flow `{flow}`{place}: Succeeded after {elapsed}")?;
                writeln!(f, "output  {output}")?;
            }
            Some(Err(Failure { status, error })) => {
                writeln!(f, "flow `{flow}`{place}: {status} after {elapsed}")?;
                writeln!(f, "error   {error}")?;
            }
        }
        self.notes().iter().try_for_each(|note| writeln!(f, "note    {note}"))?;
        table::calls(f, calls)?;
        if let Some(main) = main {
            table::jobs(f, &main.jobs)?;
            table::history(f, "history", &main.history)?;
        }
        others.iter().try_for_each(|other| {
            let about = &other.description;
            let title = format!("history of `{}`, an execution of flow `{}`: {}", about.name, about.flow, about.status);
            table::history(f, &title, &other.history)
        })
    }
}

impl Run {
    pub(super) fn new(ended: Ended) -> Self {
        Self(ended)
    }

    pub(super) fn ended(&self) -> &Ended {
        &self.0
    }

    /// Fails the test, with all that there is to see.
    #[track_caller]
    pub(super) fn fail(&self, message: &str) -> ! {
        panic!("{message}\n\n{self}")
    }

    /// What may be wrong with the reports of the test.
    fn notes(&self) -> Vec<String> {
        let Ended { unused, unanswered, .. } = &self.0;
        let waits = unanswered.iter().map(|(step, since)| {
            let since = time::text(*since);
            format!("step `{step}` waits for a report since {since}: add `.report({step:?}, returns(…))`")
        });
        let unused = unused.iter().filter_map(|step| {
            let waiting = unanswered.iter().map(|(step, _)| step.as_str());
            let entered = self.all_steps().any(|name| name == step);
            let near = names::nearest(step, waiting.chain(self.all_steps())).filter(|_| !entered);
            // Otherwise the run has just not come there.
            let told = entered || near.is_some() || !unanswered.is_empty();
            let near = near.map_or_else(String::new, |near| format!("; is it `{near}`?"));
            told.then(|| format!("there is a report for step `{step}`, and no task of that step waited for one{near}"))
        });
        waits.chain(unused).collect()
    }

    fn all_steps(&self) -> impl Iterator<Item = &str> {
        let records = self.0.main.iter().chain(&self.0.others);
        records.flat_map(|record| &record.history).map(|event| event.step_name.as_str()).filter(|name| !name.is_empty())
    }

    /// The output, or how it failed.
    pub fn result(&self) -> Result<&Value, &Failure> {
        // A run that is not over fails its test before anybody sees it.
        self.0.result.as_ref().map_or(Ok(&Value::Null), Result::as_ref)
    }

    /// Asserts that it succeeded, and gives the output.
    ///
    /// # Panics
    ///
    /// It did not succeed.
    #[track_caller]
    pub fn succeeded(&self) -> &Value {
        match self.result() {
            Ok(output) => output,
            Err(_) => self.fail("the run should have succeeded"),
        }
    }

    /// Asserts that it succeeded with this output.
    ///
    /// # Panics
    ///
    /// It did not succeed, or with another output.
    #[track_caller]
    pub fn succeeded_with(&self, output: impl Serialize) -> &Self {
        let expected = json::value(&output, "the expected output");
        match self.result() {
            Err(_) => self.fail(&format!("the run should have succeeded with {expected}")),
            Ok(found) => match difference(&expected, found) {
                Some(difference) => self.fail(&format!("the output is another one: {difference}")),
                None => self,
            },
        }
    }

    /// Asserts that it failed, and gives the error.
    ///
    /// # Panics
    ///
    /// It did not fail.
    #[track_caller]
    pub fn failed(&self) -> &StepError {
        self.ended_as(ExecutionStatus::Failed)
    }

    /// Asserts that it failed with an error of this code.
    ///
    /// # Panics
    ///
    /// It did not fail, or with another code.
    #[track_caller]
    pub fn failed_with(&self, code: &str) -> &Self {
        let error = self.failed();
        if error.code != code {
            self.fail(&format!("the run should have failed with `{code}`, not with `{}`", error.code));
        }
        self
    }

    /// Asserts that it ran longer than its flow allows. In memory it fails with `FnF.ExecutionTimedOut` instead.
    ///
    /// # Panics
    ///
    /// It did not.
    #[track_caller]
    pub fn timed_out(&self) -> &Self {
        self.ended_as(ExecutionStatus::TimedOut);
        self
    }

    /// Asserts that it was stopped, and gives the error that it was stopped with.
    ///
    /// # Panics
    ///
    /// It was not.
    #[track_caller]
    pub fn stopped(&self) -> &StepError {
        self.ended_as(ExecutionStatus::Stopped)
    }

    #[track_caller]
    fn ended_as(&self, expected: ExecutionStatus) -> &StepError {
        match self.result() {
            Err(Failure { status, error }) if *status == expected => error,
            _ => self.fail(&format!("the run should have ended as {expected}")),
        }
    }

    /// How long it took, in its own time.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// Asserts that it took so long, in its own time.
    ///
    /// # Panics
    ///
    /// It took another time.
    #[track_caller]
    pub fn took(&self, span: Duration) -> &Self {
        if self.0.elapsed != span {
            let (expected, found) = (time::text(span), time::text(self.0.elapsed));
            self.fail(&format!("the run should have taken {expected}, and took {found}"));
        }
        self
    }

    /// All calls of functions that scripts and invokers of the test answered, in the order in which they were first made.
    #[must_use]
    pub fn calls(&self) -> &[RecordedCall] {
        &self.0.calls
    }

    /// Asserts that a function was called, and gives its calls for more assertions.
    ///
    /// # Panics
    ///
    /// It was never called, the flow calls no function of this name, or the flow's own `Functions` implements it.
    #[track_caller]
    pub fn called(&self, function: &str) -> Calls<'_> {
        let calls = Calls::new(self, self.function(function));
        if calls.is_empty() {
            self.fail(&format!("function `{function}` should have been called"));
        }
        calls
    }

    /// Asserts that a function was not called.
    ///
    /// # Panics
    ///
    /// It was called, the flow calls no function of this name, or the flow's own `Functions` implements it.
    #[track_caller]
    pub fn never_called(&self, function: &str) -> &Self {
        if !Calls::new(self, self.function(function)).is_empty() {
            self.fail(&format!("function `{function}` should not have been called"));
        }
        self
    }

    /// Asserts which functions were called, in this order, and no others.
    ///
    /// # Panics
    ///
    /// The calls are others, the flow calls no function of one of the names, or its own `Functions` implements one.
    #[track_caller]
    pub fn called_in_order<'n>(&self, functions: impl IntoIterator<Item = &'n str>) -> &Self {
        let expected: Vec<_> = functions.into_iter().map(|name| self.function(name).method).collect();
        let found: Vec<_> = self.0.calls.iter().map(|call| call.function.as_str()).collect();
        self.same_names("the functions that are called", &expected, &found);
        self
    }

    #[track_caller]
    fn function(&self, name: &str) -> Known {
        match names::function(name, &self.0.known) {
            Ok(known) if known.scripted => known,
            Ok(Known { method, .. }) => {
                panic!("function `{method}` is implemented by the `Functions` of the flow: its calls are not seen")
            }
            Err(mistake) => panic!("{mistake}"),
        }
    }

    #[track_caller]
    fn same_names(&self, what: &str, expected: &[&str], found: &[&str]) {
        if expected != found {
            let at = expected.iter().zip(found).take_while(|(expected, found)| expected == found).count();
            let name = |names: &[&str]| names.get(at).map_or_else(|| "the end".to_owned(), |name| format!("`{name}`"));
            let (wanted, came) = (name(expected), name(found));
            let at = at + 1;
            self.fail(&format!(
                "{what} differ at number {at}: expected {wanted}, found {came}\nexpected  {}\nfound     {}",
                list(expected.iter().copied()),
                list(found.iter().copied())
            ));
        }
    }

    #[track_caller]
    fn record(&self) -> &ExecutionRecord {
        match &self.0.main {
            Some(main) => main,
            None if self.0.express => panic!("a run in memory has no history: leave `express` out"),
            None => self.fail("the run has no history"),
        }
    }

    /// The history.
    ///
    /// # Panics
    ///
    /// The flow ran in memory.
    #[track_caller]
    #[must_use]
    pub fn history(&self) -> &[HistoryEvent] {
        &self.record().history
    }

    /// The names of the steps in the order in which they were entered.
    ///
    /// # Panics
    ///
    /// The flow ran in memory.
    #[track_caller]
    #[must_use]
    pub fn steps(&self) -> Vec<&str> {
        let entered = self.history().iter().filter(|event| event.kind == EventKind::StepEntered);
        entered.map(|event| event.step_name.as_str()).collect()
    }

    /// Asserts which steps were entered, in this order, and no others.
    ///
    /// # Panics
    ///
    /// The steps are others, or the flow ran in memory.
    #[track_caller]
    pub fn entered<'n>(&self, steps: impl IntoIterator<Item = &'n str>) -> &Self {
        let expected: Vec<_> = steps.into_iter().collect();
        self.same_names("the steps that are entered", &expected, &self.steps());
        self
    }

    /// Asserts that the history has an event of this kind and step (an empty text for the execution's own events).
    ///
    /// # Panics
    ///
    /// It has none, or the flow ran in memory.
    #[track_caller]
    pub fn has_event(&self, kind: EventKind, step: &str) -> &Self {
        if !self.history().iter().any(|event| event.kind == kind && event.step_name == step) {
            let near = names::nearest(step, self.all_steps().filter(|name| *name != step));
            let near = near.map_or_else(String::new, |near| format!("; is the step `{near}`?"));
            self.fail(&format!("the history should have an event {kind} of step `{step}`{near}"));
        }
        self
    }

    /// The background jobs that the execution has handed over, as they stand at the end.
    ///
    /// # Panics
    ///
    /// The flow ran in memory.
    #[track_caller]
    #[must_use]
    pub fn jobs(&self) -> &[JobDescription] {
        &self.record().jobs
    }

    /// The other executions that there are at the end, in the order in which they were started.
    #[must_use]
    pub fn executions(&self) -> &[ExecutionRecord] {
        &self.0.others
    }
}

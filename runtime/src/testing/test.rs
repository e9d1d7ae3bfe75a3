//! A test of a flow: what the world around it does, and the input.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde::Serialize;

use super::{
    calls::Source,
    json,
    names::{self, Known},
    run::Run,
    script::{Lines, Script},
    time::{days, in_paused_time},
    world::{self, Crashes, Setup},
};
use crate::{
    clock::Timestamp,
    engine::{Limits, Registered},
    error::StepError,
    flow::Flow,
    invoke::Invoker,
};

/// 2026-01-01T00:00:00Z.
const START: Timestamp = Timestamp::from_millis(1_767_225_600_000);

/// The events that a run may have where the test says nothing else: a flow that never ends is told from a long one.
const EVENTS: u64 = 100_000;

/// A test of a flow: what functions answer, who reports which task, where it crashes. [`run`](Test::run) runs it.
///
/// Its functions are named by the method of `Functions`, by the name in the resource, or by the whole resource; steps by
/// their names in the definition.
///
/// ```
/// # #[cfg(feature = "macros")]
/// # fn main() {
/// use flowsmith::{flow, json, testing::{Test, days, fails, returns}};
///
/// flow!("src/testing/refund.yaml"); // pub mod refund { … }
///
/// let run = Test::new(refund::Flow::remote())
///     .function("pay", [fails("Busy", "come back later"), returns(json!({"paid": true}))])
///     .function("ask", returns(json!({})))
///     .report("approve", returns(json!({"by": "Ada"})).after(days(3)))
///     .run(json!({"amount": 40}));
/// run.succeeded_with(json!({"paid": true, "approved_by": "Ada"}));
/// run.called("pay").times(2).with(json!({"amount": 40}));
/// # }
/// # #[cfg(not(feature = "macros"))]
/// # fn main() {}
/// ```
#[must_use = "a test does nothing until it runs"]
pub struct Test {
    flow: &'static str,
    flows: BTreeMap<&'static str, Arc<dyn Registered>>,
    functions: Vec<(String, Source)>,
    reports: BTreeMap<String, Script>,
    stop: Option<(Duration, StepError)>,
    crashes: Crashes,
    express: bool,
    start: Timestamp,
    at_most: Duration,
    limits: Limits,
}

impl fmt::Debug for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Test")
            .field("flow", &self.flow)
            .field("functions", &self.functions.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("reports", &self.reports.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

impl Test {
    /// A test of a flow, on the durable engine and without crashes.
    ///
    /// With `Flow::remote()` scripts answer for all functions; with `Flow::new(…)` for those that the given `Functions`
    /// does not implement.
    pub fn new<F: Flow>(flow: F) -> Self {
        let limits = Limits { events: EVENTS, ..Limits::default() };
        let test = Self {
            flow: F::NAME,
            flows: BTreeMap::new(),
            functions: Vec::new(),
            reports: BTreeMap::new(),
            stop: None,
            crashes: Crashes::Never,
            express: false,
            start: START,
            at_most: days(365),
            limits,
        };
        test.flow(flow)
    }

    /// Registers a flow that the tested one starts. Its functions and its steps are named like those of the tested one.
    pub fn flow<F: Flow>(mut self, flow: F) -> Self {
        self.flows.insert(F::NAME, Arc::new(flow));
        self
    }

    /// Says what a function does, call by call: a [`Reply`](super::Reply) or an array of them. A later script of the same
    /// function takes its place. This holds for queues and topics, too: they get an object with `MessageBody`.
    ///
    /// A run that calls a function without a script fails.
    pub fn function(mut self, name: impl Into<String>, script: impl Into<Script>) -> Self {
        self.functions.push((name.into(), Source::Script(Arc::new(Mutex::new(Lines::new(script.into()))))));
        self
    }

    /// Lets code answer for a function: an [`Invoker`], such as an async closure or a queue in memory.
    pub fn invoker(mut self, name: impl Into<String>, invoker: impl Invoker) -> Self {
        self.functions.push((name.into(), Source::Invoker(Arc::new(invoker))));
        self
    }

    /// Reports the token whenever a task of the step has begun to wait for it, attempt by attempt: `returns` for success,
    /// `fails` for failure, [`after`](super::Reply::after) for the time that somebody takes; `computes` gets what the
    /// task's function was called with.
    pub fn report(mut self, step: impl Into<String>, script: impl Into<Script>) -> Self {
        self.reports.insert(step.into(), script.into());
        self
    }

    /// Stops the execution so long after the start. In memory an execution cannot be stopped.
    pub fn stop(mut self, after: Duration, code: impl Into<String>, cause: impl Into<String>) -> Self {
        self.stop = Some((after, StepError::new(code.into(), cause)));
        self
    }

    /// The engine crashes after each of its turns, and another one goes on.
    pub fn crash_after_every_turn(mut self) -> Self {
        self.crashes = Crashes::AfterEveryTurn;
        self
    }

    /// The engine crashes once, after so many turns, and another one goes on.
    pub fn crash_after(mut self, turns: usize) -> Self {
        self.crashes = Crashes::After(turns.max(1));
        self
    }

    /// The engine crashes once, before it has kept the turn of this number, from 1: what functions did in it has happened,
    /// and nobody knows.
    pub fn lose(mut self, turn: usize) -> Self {
        self.crashes = Crashes::Lose(turn.max(1));
        self
    }

    /// Runs in memory, without history and without crashes.
    pub fn express(mut self) -> Self {
        self.express = true;
        self
    }

    /// The time at which the run starts: `2026-03-01T08:00:00Z`. Otherwise it is 2026-01-01T00:00:00Z.
    ///
    /// # Panics
    ///
    /// `time` is none.
    #[track_caller]
    pub fn starting_at(mut self, time: &str) -> Self {
        self.start = time.parse().unwrap_or_else(|error| panic!("`{time}` is no time: {error}"));
        self
    }

    /// How long the run may take, in its own time: what has not ended then, never will. A year where nothing is said.
    pub fn at_most(mut self, span: Duration) -> Self {
        self.at_most = span;
        self
    }

    /// Sets what the engine allows, such as [`Limits::cloudflow`]. Where nothing is said, the events of an execution are
    /// 100,000 at most.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Runs the flow to its end, on a runtime of its own whose time only waiting moves. What it has started besides,
    /// executions and background jobs, comes to its end, too.
    ///
    /// This blocks. It may be called within `#[tokio::test]`, too, and then runs on a thread of its own.
    ///
    /// # Panics
    ///
    /// The test is wrong: it names a function that the flow does not call, says nothing of one that the flow calls, or
    /// reports what cannot be reported, or crashes after a turn that the run has not; the flow panics; or the run does not
    /// end.
    #[track_caller]
    #[must_use = "a run that nobody looks at may have failed"]
    pub fn run(self, input: impl Serialize) -> Run {
        let input = json::value(&input, "the input");
        let (run, fault) = match self.setup(input) {
            Ok(setup) => in_paused_time(move || world::run(setup)),
            Err(mistake) => panic!("{mistake}"),
        };
        if let Some(fault) = fault {
            run.fail(&fault);
        }
        run
    }

    fn setup(self, input: crate::value::Value) -> Result<Setup, String> {
        let needs: Vec<_> = self.flows.values().map(|flow| flow.needs()).collect();
        let known = names::known(&needs);
        for (flow, needs) in self.flows.keys().zip(&needs) {
            if let Some(child) = needs.flows.iter().find(|child| !self.flows.contains_key(*child)) {
                return Err(format!("flow `{flow}` starts flow `{child}`: add it with `Test::flow`"));
            }
        }
        let mut functions: Vec<(Known, Source)> = Vec::new();
        for (name, source) in self.functions {
            let function = names::function(&name, &known)?;
            if !function.scripted {
                return Err(format!(
                    "function `{name}` is implemented by the `Functions` of the flow, which is asked instead of a \
                     script: leave `{}` out there, or test `Flow::remote()`",
                    function.method
                ));
            }
            functions.push((function, source));
        }
        if self.express && (self.crashes != Crashes::Never || self.stop.is_some()) {
            return Err("a run in memory neither crashes nor is stopped: leave `express` out".to_owned());
        }
        Ok(Setup {
            flow: self.flow,
            flows: self.flows,
            known,
            functions,
            reports: self.reports,
            stop: self.stop,
            crashes: self.crashes,
            express: self.express,
            start: self.start,
            at_most: self.at_most,
            limits: self.limits,
            input,
        })
    }
}

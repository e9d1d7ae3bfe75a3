//! What functions are called with, and what they answer.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{sync::Notify, time::Instant};

use super::{
    json::hide_tokens,
    names::Known,
    script::{Lines, Reply},
};
use crate::{
    call::Place,
    error::{StepError, codes},
    invoke::{Answer, Invocation, Invoker},
    value::Value,
};

/// A call of a function: one attempt of a task, however often it was made again after a crash.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RecordedCall {
    /// The name of the function: the method of `Functions`.
    pub function: String,
    /// Its resource.
    pub resource: String,
    /// The flow that calls it.
    pub flow: String,
    /// The execution that calls it.
    pub execution: String,
    /// The step that calls it.
    pub step: String,
    /// The path of the attempt: `reserve@1#2` is attempt 2 of the first visit of `reserve`.
    pub path: String,
    /// What it was called with; task tokens are `<token>`.
    pub input: Value,
    /// What it came to; nothing while it runs, or if nobody waited for the end.
    pub outcome: Option<Result<Value, StepError>>,
    /// When, from the start of the run.
    pub time: Duration,
    /// How often it was made again after a crash.
    pub repeats: u32,
}

/// Remembers the calls of a run, and the first mistake of the test that shows meanwhile.
#[derive(Debug)]
pub(super) struct Recorder {
    start: Instant,
    state: Mutex<State>,
    faulted: Notify,
}

#[derive(Debug, Default)]
struct State {
    calls: Vec<RecordedCall>,
    /// Where the call of an attempt stands, when it began, and its input as it was.
    attempts: HashMap<String, (usize, Instant, Value)>,
    fault: Option<String>,
}

impl Recorder {
    /// Remembers what comes from now on.
    pub(super) fn new() -> Self {
        Self { start: Instant::now(), state: Mutex::default(), faulted: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long the run takes so far.
    pub(super) fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// The calls, in the order in which they were first made.
    pub(super) fn calls(&self) -> Vec<RecordedCall> {
        self.state().calls.clone()
    }

    /// Whether each call has come to something.
    pub(super) fn all_ended(&self) -> bool {
        self.state().calls.iter().all(|call| call.outcome.is_some())
    }

    /// The test is wrong in a way that only shows when it runs.
    pub(super) fn fault(&self, fault: String) {
        self.state().fault.get_or_insert(fault);
        self.faulted.notify_one();
    }

    /// Waits for a mistake.
    pub(super) async fn faulted(&self) -> String {
        loop {
            let fault = self.state().fault.clone();
            match fault {
                Some(fault) => return fault,
                None => self.faulted.notified().await,
            }
        }
    }

    /// Notes a call. Gives the key of the attempt, and when it was first made.
    fn begin(&self, function: &str, invocation: &Invocation<'_>) -> (String, Instant) {
        let Invocation { resource, input, call } = invocation;
        let key = format!("{resource} {}", call.idempotency_key());
        let mut state = self.state();
        if let Some((index, begun, first)) = state.attempts.get(&key) {
            let (index, begun, same) = (*index, *begun, first == input);
            if let Some(call) = state.calls.get_mut(index) {
                call.repeats += 1;
            }
            if !same {
                let path = call.path();
                state.fault.get_or_insert_with(|| {
                    format!(
                        "attempt `{path}` of function `{function}` was made again after a crash, with another input"
                    )
                });
                self.faulted.notify_one();
            }
            return (key, begun);
        }
        let now = Instant::now();
        let index = state.calls.len();
        state.attempts.insert(key.clone(), (index, now, input.clone()));
        let mut shown = input.clone();
        hide_tokens(&mut shown);
        state.calls.push(RecordedCall {
            function: function.to_owned(),
            resource: (*resource).to_owned(),
            flow: call.flow_name().to_owned(),
            execution: call.execution_name().to_owned(),
            step: step(&call.place),
            path: call.path(),
            input: shown,
            outcome: None,
            time: self.start.elapsed(),
            repeats: 0,
        });
        (key, now)
    }

    fn end(&self, attempt: &str, mut outcome: Result<Value, StepError>) {
        if let Ok(output) = &mut outcome {
            hide_tokens(output);
        }
        let mut state = self.state();
        let index = state.attempts.get(attempt).map(|(index, ..)| *index);
        if let Some(call) = index.and_then(|index| state.calls.get_mut(index)) {
            call.outcome = Some(outcome);
        }
    }
}

/// The name of the step that an attempt is one of.
fn step(place: &Place<'_>) -> String {
    let text = match place {
        Place::Path(path) => return path.step().map_or("", |step| step.name).to_owned(),
        Place::Text(text) => *text,
    };
    let last = text.rsplit_once('/').map_or(text, |(_, last)| last);
    let name = last.split_once('@').map_or(last, |(name, _)| name);
    // As `Path` writes it.
    ["/", "@", "#", "[", "]", "(", ")", "%"].iter().fold(name.to_owned(), |name, c| {
        let code = c.bytes().next().unwrap_or_default();
        name.replace(&format!("%{code:02X}"), c)
    })
}

/// What answers for a function.
#[derive(Clone)]
pub(super) enum Source {
    Script(Arc<Mutex<Lines>>),
    Invoker(Arc<dyn Invoker>),
}

/// Answers for a function, and has it remembered.
pub(super) struct Recorded {
    pub(super) function: Known,
    pub(super) source: Source,
    pub(super) recorder: Arc<Recorder>,
}

impl Invoker for Recorded {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
        let name = self.function.method;
        let (attempt, begun) = self.recorder.begin(name, &invocation);
        match &self.source {
            Source::Invoker(invoker) => Box::pin(async move {
                let outcome = invoker.invoke(invocation).await;
                self.recorder.end(&attempt, outcome.clone());
                outcome
            }),
            Source::Script(lines) => {
                let input = invocation.input;
                let reply = lines.lock().unwrap_or_else(PoisonError::into_inner).reply(attempt.clone(), &input);
                Box::pin(async move {
                    let Some(reply) = reply else {
                        let fault = format!("function `{name}` has no reply that is meant for {input}");
                        return self.give_up(fault).await;
                    };
                    let outcome = self.perform(&reply, begun, input).await;
                    self.recorder.end(&attempt, outcome.clone());
                    if let Some(text) = reply.panic() {
                        panic!("{text}");
                    }
                    outcome
                })
            }
        }
    }
}

impl Recorded {
    async fn perform(&self, reply: &Reply, begun: Instant, input: Value) -> Result<Value, StepError> {
        let over = begun.checked_add(reply.span()).unwrap_or(begun);
        // Not even a moment, where it takes no time.
        if Instant::now() < over {
            tokio::time::sleep_until(over).await;
        }
        if reply.hangs() {
            std::future::pending::<()>().await;
        }
        if let Some(text) = reply.panic() {
            return Err(StepError::new(codes::FUNCTION_PANICKED, format!("it panics: {text}")));
        }
        match reply.outcome(input) {
            Ok(outcome) => outcome,
            Err(reason) => self.give_up(format!("function `{}`: {reason}", self.function.method)).await,
        }
    }

    /// The test is wrong: the run is over.
    async fn give_up<T>(&self, fault: String) -> T {
        self.recorder.fault(fault);
        std::future::pending().await
    }
}

/// Answers for the functions that a test says nothing of.
pub(super) struct Unscripted {
    pub(super) known: Vec<Known>,
    pub(super) recorder: Arc<Recorder>,
}

impl Invoker for Unscripted {
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
        let resource = invocation.resource;
        let name = self.known.iter().find(|known| known.resource == resource).map_or(resource, |known| known.method);
        self.recorder.begin(name, &invocation);
        let mut input = invocation.input;
        hide_tokens(&mut input);
        self.recorder.fault(format!(
            "the flow calls function `{name}`, and the test does not say what it answers: add \
             `.function({name:?}, returns(…))`\nresource  {resource}\ninput     {input}"
        ));
        Box::pin(std::future::pending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_of_a_path_has_its_name() {
        for (path, name) in [("reserve@1#2", "reserve"), ("pick@1[3]/a%2Fb%402@1#1", "a/b@2"), ("选@2(0)/取@1#1", "取")]
        {
            assert_eq!(step(&Place::Text(path)), name, "{path}");
        }
    }
}

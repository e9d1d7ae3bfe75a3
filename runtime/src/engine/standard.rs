//! The context of a durable execution: reads and writes the rows of its turn.

use std::{
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context as Poller, Poll},
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use super::{
    Error,
    core::Core,
    mailbox::Outcome,
    turn::{Effect, Turn, detail, raw},
};
use crate::{
    call::{Call, ExecutionName, Place},
    context::{Attempt, Child, ChildMode, Context, Mark, Opened, Payload, Until},
    error::{Halt, Res, StepError, codes},
    flow::Function,
    guard::{self, guarded},
    history::EventKind,
    path::{Path, Segment},
    store::{
        NewExecution,
        rows::{self, Checkpoint, Phase, Row, RowKind, key},
    },
    token::TaskToken,
    value::{nested_too_deep, too_deep},
};

/// After so many steps without a wait, a flow lets others work, and what it did is committed.
const STEPS_A_TURN: u32 = 100;

/// An execution in memory.
pub(super) struct Live {
    pub(super) core: Arc<Core>,
    pub(super) start: Arc<NewExecution>,
    pub(super) name: ExecutionName<'static>,
    pub(super) turn: Mutex<Turn>,
}

/// The context of a flow that runs on the Standard engine.
#[derive(Clone)]
pub struct Standard(pub(super) Arc<Live>);

impl fmt::Debug for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Standard")
            .field("flow", &self.0.start.flow)
            .field("execution", &self.0.start.name)
            .finish_non_exhaustive()
    }
}

impl Live {
    pub(super) fn turn(&self) -> MutexGuard<'_, Turn> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What a function learns of the attempt at `path`.
    fn call<'a>(&'a self, path: &'a str, repeat: bool, invocation: Option<&'a str>) -> Call<'a> {
        Call {
            place: Place::Text(path),
            flow: &self.start.flow,
            execution: &self.name,
            repeat,
            invocation,
            invokers: &self.core.invokers,
        }
    }
}

/// Reads what a row holds.
fn decode<T: DeserializeOwned>(turn: &mut Turn, row: &str, json: &RawValue) -> Res<T> {
    serde_json::from_str(json.get()).map_err(|error| {
        let reason = error.to_string();
        turn.fatal = Some(Error::Unreadable { execution: turn.id, row: row.to_owned(), reason });
        Halt::Stopped
    })
}

/// JSON that can be read again; an error of this code where it is nested too deep.
fn shallow(json: Box<RawValue>, code: &'static str) -> Result<Box<RawValue>, StepError> {
    if too_deep(json.get()) {
        return Err(nested_too_deep(code));
    }
    Ok(json)
}

/// The key of the checkpoint of the scope around a step, and the step's name.
fn around(here: &Path<'_>) -> (String, &'static str) {
    let scope = here.above().copied().unwrap_or(Path::ROOT);
    (key(scope, RowKind::Checkpoint), here.step().map_or("", |step| step.name))
}

/// The step that an attempt belongs to.
fn of_attempt(attempt: &Attempt<'_>) -> (String, &'static str) {
    around(attempt.path.above().unwrap_or(&Path::ROOT))
}

/// The id of the last event of the step that a path beneath its scope belongs to.
fn last_event(turn: &Turn, checkpoint: &str) -> u64 {
    match turn.row(checkpoint) {
        Some(Row::Checkpoint(checkpoint)) => checkpoint.last,
        _ => 1,
    }
}

/// Waits until a row is settled.
struct Settled<'a, R, T>
where
    R: Fn(&mut Turn, &str) -> Option<Res<T>>,
{
    live: &'a Live,
    key: String,
    read: R,
}

impl<R, T> Unpin for Settled<'_, R, T> where R: Fn(&mut Turn, &str) -> Option<Res<T>> {}

impl<R, T> Future for Settled<'_, R, T>
where
    R: Fn(&mut Turn, &str) -> Option<Res<T>>,
{
    type Output = Res<T>;

    fn poll(self: Pin<&mut Self>, cx: &mut Poller<'_>) -> Poll<Res<T>> {
        let mut turn = self.live.turn();
        match (self.read)(&mut turn, &self.key) {
            Some(settled) => Poll::Ready(settled),
            None => {
                turn.listen(&self.key, cx.waker());
                Poll::Pending
            }
        }
    }
}

impl<R, T> Drop for Settled<'_, R, T>
where
    R: Fn(&mut Turn, &str) -> Option<Res<T>>,
{
    fn drop(&mut self) {
        self.live.turn().unlisten(&self.key);
    }
}

/// The outcome of a settled attempt; a result that does not fit its type is an error of the task.
fn outcome<T: DeserializeOwned>(turn: &mut Turn, key: &str) -> Option<Res<Result<T, StepError>>> {
    let attempt = turn.attempt(key)?;
    let Phase::Closed(outcome) = &attempt.phase else { return None };
    Some(Ok(match outcome {
        Err(error) => Err(error.clone()),
        Ok(json) => serde_json::from_str(json.get()).map_err(|error| {
            StepError::new(codes::INVALID_LOCAL, format!("the result of the task does not fit: {error}"))
        }),
    }))
}

impl Standard {
    /// Schedules an attempt that is not there yet, and gives its row's key.
    fn schedule(&self, attempt: &Attempt<'_>, with_token: bool) -> Res<String> {
        let row = key(attempt.path, RowKind::Attempt);
        let mut turn = self.0.turn();
        if turn.row(&row).is_some() {
            return Ok(row);
        }
        let secret = if with_token { Some(self.secret(&mut turn)?) } else { None };
        let (checkpoint, step) = of_attempt(attempt);
        let number = match attempt.path.segment() {
            Segment::Attempt(number) => number,
            _ => 1,
        };
        let deadline = attempt.timeout.map(|timeout| turn.now.after(timeout));
        let fixed = [("attempt", number.into())];
        let event = detail(usize::MAX, &fixed, "deadline", deadline.map(|at| at.to_string()).as_ref());
        let after = last_event(&turn, &checkpoint);
        let scheduled = turn.secret_event(EventKind::TaskScheduled, after, step, event, secret);
        turn.put(
            row.clone(),
            Row::Attempt(rows::Attempt {
                step: step.to_owned(),
                scheduled,
                started: 0,
                secret,
                deadline,
                child: None,
                phase: Phase::Scheduled,
            }),
        );
        Ok(row)
    }

    fn secret(&self, turn: &mut Turn) -> Res<u128> {
        self.0.core.entropy.bits().map_err(|reason| {
            turn.fatal = Some(Error::Quarantined { execution: turn.id, reason });
            Halt::Stopped
        })
    }

    /// Whether the effect of an attempt has to be started: it is neither under way in this process nor over.
    fn is_idle(&self, row: &str) -> bool {
        let turn = self.0.turn();
        turn.attempt(row).is_some_and(|attempt| matches!(attempt.phase, Phase::Scheduled))
            && !turn.running.contains_key(row)
    }

    /// Starts the effect of an attempt that is idle.
    fn start(&self, row: &str, resource: &str, input: &RawValue, effect: &mut dyn FnMut(bool) -> Effect) {
        let mut turn = self.0.turn();
        let Some(attempt) = turn.attempt(row) else { return };
        let repeat = attempt.started != 0;
        if !repeat {
            let (scheduled, step) = (attempt.scheduled, attempt.step.clone());
            let event = detail(turn.limits.event_detail, &[("resource", resource.into())], "input", Some(input));
            let started = turn.event(EventKind::TaskStarted, scheduled, &step, event);
            turn.change_attempt(row, |attempt| attempt.started = started);
        }
        turn.running.insert(row.to_owned(), None);
        turn.effects.push(effect(repeat));
    }

    /// Calls the function of an attempt unless that is under way or over.
    fn perform<F: Function<H>, H: Send + Sync + 'static>(
        &self,
        attempt: &Attempt<'_>,
        row: &str,
        host: &Arc<H>,
        input: F::In,
    ) {
        if !self.is_idle(row) {
            return;
        }
        let shown = raw(&input);
        let mut input = Some(input);
        self.start(row, F::RESOURCE, &shown, &mut |repeat| {
            let (live, host, path, input) =
                (Arc::clone(&self.0), Arc::clone(host), attempt.path.to_string(), input.take());
            let invocation = attempt.invocation.map(str::to_owned);
            let call = async move {
                let Some(input) = input else { return Err(guard::unfinished(F::RESOURCE)) };
                let execution = live.turn().id;
                live.core.claim(execution, &path, F::RESOURCE, invocation.as_deref()).await?;
                let _admitted = live.core.admit(F::RESOURCE).await;
                let call = live.call(&path, repeat, invocation.as_deref());
                let result = guarded(F::RESOURCE, async { F::call(&host, call, input).await }).await?;
                let result = serde_json::value::to_raw_value(&result).map_err(|error| {
                    StepError::new(codes::INVALID_LOCAL, format!("the result of the task is no JSON: {error}"))
                })?;
                shallow(result, codes::INVALID_LOCAL)
            };
            Effect::Call { row: row.to_owned(), call: Box::pin(call) }
        });
    }
}

impl Context for Standard {
    const DURABLE: bool = true;

    fn execution_name(&self) -> &str {
        &self.0.start.name
    }

    fn flow_name(&self) -> &str {
        &self.0.start.flow
    }

    fn open<S: Payload, O: Payload, I: Serialize>(&self, scope: &Path<'_>, added: &I) -> Res<Opened<S, O>> {
        let mut turn = self.0.turn();
        let turn = &mut *turn;
        let checkpoint = key(scope, RowKind::Checkpoint);
        if let Some(Row::Checkpoint(kept)) = turn.row(&checkpoint) {
            let (event_id, json) = (kept.entered, kept.state.clone());
            let state = decode(turn, &checkpoint, &json)?;
            return Ok(Opened::Resumed { state, event_id });
        }
        let kind = match scope.segment() {
            Segment::Item(_) => EventKind::IterationEntered,
            Segment::Branch(_) => EventKind::BranchEntered,
            _ => return Ok(Opened::New),
        };
        let done = key(scope, RowKind::Outcome);
        if let Some(Row::Outcome(json)) = turn.row(&done) {
            let json = json.clone();
            return Ok(Opened::Done(decode(turn, &done, &json)?));
        }
        let step = scope.above().copied().unwrap_or(Path::ROOT);
        let (around, name) = around(&step);
        let fixed = [("index", scope.segment().number().into())];
        let added = if kind == EventKind::IterationEntered { Some(added) } else { None };
        let event = detail(turn.limits.event_detail, &fixed, "input", added);
        let after = last_event(turn, &around);
        turn.event(kind, after, name, event);
        Ok(Opened::New)
    }

    async fn enter<S: Payload>(&self, scope: &Path<'_>, here: &Path<'_>, state: &S) -> Res<u64> {
        let state = shallow(raw(state), codes::RUNTIME_ERROR)?;
        let (entered, pause) = {
            let mut turn = self.0.turn();
            if state.get().len() > turn.limits.data {
                let error = turn.limits.too_much_data();
                turn.exceed(error);
            }
            let name = here.step().map_or("", |step| step.name);
            let checkpoint = key(scope, RowKind::Checkpoint);
            let after = match turn.row(&checkpoint) {
                Some(Row::Checkpoint(before)) => before.last,
                _ => turn.progress.next_event.saturating_sub(1),
            };
            let entered = turn.event(EventKind::StepEntered, after, name, raw(&serde_json::Map::new()));
            turn.put(
                checkpoint,
                Row::Checkpoint(Checkpoint { entered, last: entered, started: false, size: 0, state }),
            );
            if turn.exceeded.is_some() {
                return Err(Halt::Stopped);
            }
            turn.entries += 1;
            let pause = turn.entries >= STEPS_A_TURN;
            turn.yielded |= pause;
            (entered, pause)
        };
        if pause {
            crate::control::yield_once().await;
        }
        Ok(entered)
    }

    fn record<T: Serialize>(&self, here: &Path<'_>, mark: Mark, data: &T) -> Res<()> {
        let mut turn = self.0.turn();
        let (checkpoint, name) = around(here);
        let (started, after) = match turn.row(&checkpoint) {
            Some(Row::Checkpoint(kept)) => (kept.started, kept.last),
            _ => (false, 1),
        };
        let (kind, event) = match mark {
            Mark::Started if started => return Ok(()),
            Mark::Started => (EventKind::StepStarted, turn.weighed(&checkpoint, "input", data)),
            Mark::Succeeded => (EventKind::StepSucceeded, turn.weighed(&checkpoint, "output", data)),
            Mark::Failed => (EventKind::StepFailed, raw(data)),
            Mark::Exited => (EventKind::StepExited, turn.detail("local", data)),
        };
        let last = turn.event(kind, after, name, event);
        if let Some(kept) = turn.checkpoint(&checkpoint) {
            kept.last = last;
            kept.started |= mark == Mark::Started;
        }
        if matches!(mark, Mark::Failed | Mark::Exited) {
            turn.drop_beneath(&here.to_string());
        }
        Ok(())
    }

    fn close<O: Payload>(&self, scope: &Path<'_>, outcome: &O) -> Res<()> {
        let kind = match scope.segment() {
            Segment::Item(_) => Some(EventKind::IterationExited),
            Segment::Branch(_) => Some(EventKind::BranchExited),
            Segment::Entry(_) => None,
            _ => return Ok(()),
        };
        let outcome = shallow(raw(outcome), codes::RUNTIME_ERROR)?;
        let mut turn = self.0.turn();
        let path = scope.to_string();
        let after = last_event(&turn, &key(scope, RowKind::Checkpoint));
        turn.drop_beneath(&path);
        if let Some(kind) = kind {
            let step = scope.above().copied().unwrap_or(Path::ROOT);
            let fixed = [("index", scope.segment().number().into())];
            let event = detail::<()>(usize::MAX, &fixed, "", None);
            turn.event(kind, after, around(&step).1, event);
            turn.put(key(&path, RowKind::Outcome), Row::Outcome(outcome));
        }
        Ok(())
    }

    async fn invoke<'a, F: Function<H>, H: Send + Sync + 'static>(
        &'a self,
        attempt: &'a Attempt<'a>,
        host: &'a Arc<H>,
        input: F::In,
    ) -> Res<Result<F::Out, StepError>> {
        let row = self.schedule(attempt, false)?;
        self.perform::<F, H>(attempt, &row, host, input);
        Settled { live: &self.0, key: row, read: outcome::<F::Out> }.await
    }

    fn token(&self, attempt: &Attempt<'_>) -> Res<TaskToken> {
        let row = self.schedule(attempt, true)?;
        let turn = self.0.turn();
        let (event_id, secret) = match turn.attempt(&row) {
            Some(rows::Attempt { scheduled, secret: Some(secret), .. }) => (*scheduled, *secret),
            // The definition has changed under the execution: the attempt was made without a token.
            _ => (0, 0),
        };
        Ok(TaskToken::mint(turn.id, event_id, secret))
    }

    async fn callback<F: Function<H>, H: Send + Sync + 'static, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        _token: &TaskToken,
        host: &Arc<H>,
        input: F::In,
    ) -> Res<Result<O, StepError>> {
        let row = self.schedule(attempt, true)?;
        self.perform::<F, H>(attempt, &row, host, input);
        Settled { live: &self.0, key: row, read: outcome::<O> }.await
    }

    async fn submit<F: Function<H>, H: Send + Sync + 'static, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        token: Option<&TaskToken>,
        _host: &Arc<H>,
        input: F::In,
    ) -> Res<Result<O, StepError>> {
        let row = self.schedule(attempt, token.is_some())?;
        if self.is_idle(&row) {
            let input = raw(&input);
            self.start(&row, F::RESOURCE, &input, &mut |_| {
                let (core, execution, job) = (Arc::clone(&self.0.core), &self.0.start, attempt.path.step());
                let job = rows::Job {
                    flow: execution.flow.clone(),
                    execution: execution.name.clone(),
                    step: job.map_or("", |step| step.name).to_owned(),
                    path: attempt.path.to_string(),
                    resource: F::RESOURCE.to_owned(),
                    invocation: attempt.invocation.map(str::to_owned),
                    input: input.clone(),
                    accepted: core.clock.now(),
                    ended: None,
                };
                let live = Arc::clone(&self.0);
                let accept = async move {
                    let execution = live.turn().id;
                    core.accept(execution, job).await
                };
                Effect::Call { row: row.clone(), call: Box::pin(accept) }
            });
        }
        Settled { live: &self.0, key: row, read: outcome::<O> }.await
    }

    async fn child<I: Payload, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        child: Child<'_, I>,
    ) -> Res<Result<O, StepError>> {
        let row = self.schedule(attempt, child.mode == ChildMode::Callback)?;
        let resource = format!("acs:fnf:::flow/{}", child.flow);
        if self.is_idle(&row) {
            let input = raw(&child.input);
            let derived = {
                let turn = self.0.turn();
                format!("child-{}-{}", turn.id, turn.attempt(&row).map_or(0, |attempt| attempt.scheduled))
            };
            self.start(&row, &resource, &input, &mut |_| Effect::StartChild {
                row: row.clone(),
                flow: child.flow.to_owned(),
                execution: child.execution.unwrap_or(&derived).to_owned(),
                input: input.get().as_bytes().to_vec(),
                mode: child.mode,
            });
        }
        Settled { live: &self.0, key: row, read: outcome::<O> }.await
    }

    async fn sleep(&self, at: &Path<'_>, until: Until) -> Res<()> {
        let row = key(at, RowKind::Timer);
        {
            let mut turn = self.0.turn();
            if turn.row(&row).is_none() {
                let due = match until {
                    Until::After(span) => turn.now.after(span),
                    Until::At(instant) => instant,
                };
                if let Segment::Step(step, _) = at.segment() {
                    turn.limits.check_wait(step, turn.now, due)?;
                }
                let over = due <= turn.now;
                turn.put(row.clone(), Row::Timer(rows::Timer { due, over }));
            }
        }
        let rung = |turn: &mut Turn, key: &str| match turn.row(key) {
            Some(Row::Timer(timer)) if timer.over => Some(Ok(())),
            _ => None,
        };
        Settled { live: &self.0, key: row, read: rung }.await
    }
}

/// The outcome of an attempt as its row keeps it.
pub(super) fn outcome_of<T: Serialize>(result: Result<T, StepError>) -> Outcome {
    result.map(|value| raw(&value))
}

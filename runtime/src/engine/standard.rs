//! The context of a durable execution: reads and writes the rows of its turn.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use serde::Serialize;

use super::{
    attempt::outcome,
    detail::{detail, raw},
    effects::Effect,
    live::{Live, Settled, around, decode, last_event, shallow},
    mailbox::Outcome,
    turn::Turn,
};
use crate::{
    context::{Attempt, Child, ChildMode, Context, Mark, Opened, Payload, Until},
    error::{Halt, Res, StepError, codes},
    flow::Function,
    history::EventKind,
    path::{Path, Segment},
    store::rows::{self, Checkpoint, Row, RowKind, key},
    token::TaskToken,
    value::{Object, Value},
};

/// After so many steps without a wait, a flow lets others work, and what it did is committed.
const STEPS_A_TURN: u32 = 100;

/// The context of a flow that runs on the Standard engine.
#[derive(Clone)]
pub(crate) struct Standard(pub(super) Arc<Live>);

impl fmt::Debug for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Standard")
            .field("flow", &self.0.start.flow)
            .field("execution", &self.0.start.name)
            .finish_non_exhaustive()
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

    fn iterations(&self, documented: usize) -> usize {
        self.0.core.limits.iterations.unwrap_or(documented)
    }

    fn seed(&self) -> Result<u128, StepError> {
        Ok(self.0.start.seed)
    }

    fn execution_input(&self) -> &OnceLock<Value> {
        &self.0.input
    }

    fn global(&self, step: Option<&Path<'_>>) -> Res<Object> {
        let mut turn = self.0.turn();
        let own = step.map(|step| key(step, RowKind::Global));
        for row in own.iter().cloned().chain([key("", RowKind::Global)]) {
            if let Some(Row::Global(json)) = turn.row(&row) {
                let json = json.clone();
                let global = decode(&mut turn, &row, &json)?;
                if let Some(own) = own.filter(|own| *own != row) {
                    turn.put(own, Row::Global(json));
                }
                return Ok(global);
            }
        }
        if let Some(own) = own {
            turn.put(own, Row::Global(raw(&Object::new())));
        }
        Ok(Object::new())
    }

    fn share(&self, entries: Object) -> Res<()> {
        let mut global = self.global(None)?;
        let mut turn = self.0.turn();
        turn.limits.check_keys(entries.keys())?;
        global.extend(entries);
        let global = shallow(raw(&global), codes::RUNTIME_ERROR)?;
        turn.limits.check_global(global.get().len())?;
        turn.put(key("", RowKind::Global), Row::Global(global));
        Ok(())
    }

    fn failed_before(&self, attempt: &Path<'_>) -> Res<Option<StepError>> {
        Ok(match self.0.turn().row(&key(attempt, RowKind::Failed)) {
            Some(Row::Failed(error)) => Some(error.clone()),
            _ => None,
        })
    }

    fn fail(&self, attempt: &Path<'_>, error: &StepError) -> Res<()> {
        let mut turn = self.0.turn();
        let path = attempt.to_string();
        turn.lighten(&around(attempt).0, &path);
        turn.drop_beneath(&path);
        turn.put(key(&path, RowKind::Failed), Row::Failed(error.clone()));
        self.0.spans().cancel(&path);
        Ok(())
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
            self.0.spans().enter(here);
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
            self.0.spans().leave(here);
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
            let (checkpoint, name) = around(&step);
            turn.weigh(&checkpoint, outcome.get().len());
            let fixed = [("index", scope.segment().number().into())];
            let event = detail::<()>(usize::MAX, &fixed, "", None);
            turn.event(kind, after, name, event);
            turn.gather(key(&path, RowKind::Outcome), outcome);
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
        self.hand_over::<F, H>(attempt, &row, &input);
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
            let name = child.execution.unwrap_or(&derived).to_owned();
            if child.mode == ChildMode::Wait {
                let (known, mut turn) = ((child.flow.to_owned(), name.clone()), self.0.turn());
                if turn.attempt(&row).is_some_and(|attempt| attempt.child.is_none()) {
                    turn.change_attempt(&row, |attempt| attempt.child = Some(known));
                }
            }
            self.start(&row, &resource, &input, &mut |_| Effect::StartChild {
                row: row.clone(),
                flow: child.flow.to_owned(),
                execution: name.clone(),
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

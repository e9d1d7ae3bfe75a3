//! The Express context: in memory, inline, no history.

mod child; // executions within executions
mod tokens; // the tokens that can be reported

use std::{
    borrow::Cow,
    fmt,
    future::poll_fn,
    pin::{Pin, pin},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use tracing::{Instrument as _, Span};

pub(crate) use self::tokens::Tokens;
use crate::{
    call::{Call, ExecutionName, Place},
    clock::{Timestamp, before},
    context::{Attempt, Child, Context, Mark, Opened, Payload, Until},
    control::yield_once,
    engine::Core,
    error::{Res, StepError, codes},
    flow::Function,
    guard::{self, guarded},
    path::{Path, Segment},
    store::ExecutionId,
    token::TaskToken,
    value::{Object, Value, nested_too_deep, too_deep},
};

/// After so many steps a flow lets other tasks of its executor work.
const STEPS_A_TURN: u64 = 128;

/// The execution that the tokens of Express name; no store gives it out.
pub(crate) const EXPRESS: ExecutionId = ExecutionId(0);

/// The events that a step of the Standard engine has at least; Express counts its steps by it.
const EVENTS_A_STEP: u64 = 4;

/// The context of a flow that runs in memory.
pub struct Express<'e> {
    core: &'e Arc<Core>,
    flow: &'e str,
    name: ExecutionName<'e>,
    /// How many executions are around this one.
    depth: usize,
    span: Span,
    seed: OnceLock<u128>,
    input: OnceLock<Value>,
    /// What all scopes share; none where nothing was shared.
    global: OnceLock<Mutex<Object>>,
    /// The id of the last event that there would be. Only the task that polls the flow changes it.
    events: AtomicU64,
}

impl fmt::Debug for Express<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Express").field("flow", &self.flow).field("name", &self.name.get()).finish_non_exhaustive()
    }
}

/// The error of a task that a closed engine cannot perform.
#[cold]
fn closed() -> StepError {
    StepError::new(codes::EXECUTION_STOPPED, "the engine was closed")
}

impl<'e> Express<'e> {
    #[inline]
    pub(crate) fn new(core: &'e Arc<Core>, flow: &'e str, name: Option<Cow<'e, str>>) -> Self {
        let name = match name {
            Some(name) => ExecutionName::Given(name),
            None => ExecutionName::Later { core, text: OnceLock::new() },
        };
        let span = tracing::info_span!("execution", flow, express = true);
        Self {
            core,
            flow,
            name,
            depth: 0,
            span,
            seed: OnceLock::new(),
            input: OnceLock::new(),
            global: OnceLock::new(),
            events: AtomicU64::new(1),
        }
    }

    /// The output of an execution, or `FnF.ExecutionTimedOut` when it runs longer than its flow allows.
    ///
    /// The future of a flow is large, and one that goes through others by value has its size once for each of them.
    pub(crate) async fn limited<T>(
        &self,
        seconds: Option<u64>,
        run: Pin<&mut (impl Future<Output = Res<T>> + Send)>,
    ) -> Res<T> {
        let Some(seconds) = seconds else { return run.await };
        self.before(Duration::from_secs(seconds), run).await.unwrap_or_else(|| {
            let cause = "the execution ran longer than its flow allows";
            Err(StepError::new(codes::EXECUTION_TIMED_OUT, cause).into())
        })
    }

    /// The result of `work`, if it is there before so long a time has passed.
    async fn before<T>(&self, limit: Duration, work: impl Future<Output = T>) -> Option<T> {
        let clock = &*self.core.clock;
        before(clock, clock.now().after(limit), work).await
    }

    #[inline]
    fn call<'a>(&'a self, attempt: &'a Attempt<'a>, resource: &'a str) -> Call<'a> {
        Call {
            place: Place::Path(attempt.path),
            flow: self.flow,
            execution: &self.name,
            resource,
            repeat: false,
            invocation: attempt.invocation,
            invokers: &self.core.invokers,
        }
    }

    fn attempt_span(&self, attempt: &Attempt<'_>, resource: &str) -> Span {
        if self.span.is_disabled() {
            return Span::none();
        }
        let (step, number) = (attempt.path.step().map_or("", |step| step.name), attempt.path.segment().number());
        tracing::info_span!(parent: &self.span, "attempt", step, resource, number)
    }

    /// Calls a function on a task of its own: what it does after a report, or after the end, is not lost. `ended` is told
    /// whether it failed.
    fn detached<F: Function<H>, H: Send + Sync + 'static>(
        &self,
        attempt: &Attempt<'_>,
        host: &Arc<H>,
        input: F::In,
        ended: impl FnOnce(&Core, &Call<'_>, Result<(), StepError>) + Send + 'static,
    ) -> Result<(), StepError> {
        let (core, host, path) = (Arc::clone(self.core), Arc::clone(host), attempt.path.to_string());
        let (flow, execution) = (self.flow.to_owned(), ExecutionName::Given(self.name.get().to_owned().into()));
        let invocation = attempt.invocation.map(str::to_owned);
        let resource = attempt.resource_of::<F, H>().to_owned();
        let (span, under_way) = (self.attempt_span(attempt, &resource), self.core.call_begins());
        let work = async move {
            let _under_way = under_way;
            let call = Call {
                place: Place::Text(&path),
                flow: &flow,
                execution: &execution,
                resource: &resource,
                repeat: false,
                invocation: invocation.as_deref(),
                invokers: &core.invokers,
            };
            let _admitted = core.admit(&resource).await;
            let result = guarded(&resource, async { F::call(&host, call, input).await }).await;
            ended(&core, &call, result.map(drop));
        };
        self.core.spawn(work.instrument(span)).map(drop).ok_or_else(closed)
    }

    /// Waits until the token of an attempt is reported, after `begin` has called the function.
    async fn reported<O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        token: &TaskToken,
        begin: impl FnOnce() -> Result<(), StepError>,
    ) -> Result<O, StepError> {
        let (listed, report) = self.core.express.list(token);
        begin()?;
        let settled = async {
            let json = report.await.unwrap_or_else(|_| {
                Err(StepError::new(codes::EXECUTION_STOPPED, "nobody can report the task any more"))
            })?;
            fits(attempt, &json)
        };
        let settled = self.in_time(attempt, pin!(settled)).await.and_then(|settled| settled);
        drop(listed);
        settled
    }

    /// The result of `work`, or `FnF.TaskTimeout` when it is not there in time.
    async fn in_time<T>(
        &self,
        attempt: &Attempt<'_>,
        work: Pin<&mut (impl Future<Output = T> + Send)>,
    ) -> Result<T, StepError> {
        let Some(timeout) = attempt.timeout else { return Ok(work.await) };
        self.before(timeout, work).await.ok_or_else(|| {
            let step = attempt.path.step().map_or("", |step| step.name);
            StepError::new(codes::TASK_TIMEOUT, format!("step `{step}`: the task was not over in time"))
        })
    }
}

/// What a task gets whose call was handed over.
fn raw_object() -> Box<RawValue> {
    RawValue::from_string("{}".to_owned()).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

fn fits<T: DeserializeOwned>(attempt: &Attempt<'_>, json: &RawValue) -> Result<T, StepError> {
    serde_json::from_str(json.get()).map_err(|error| {
        let path = attempt.path;
        StepError::new(codes::INVALID_LOCAL, format!("`{path}`: the result of the task does not fit: {error}"))
    })
}

impl Context for Express<'_> {
    const DURABLE: bool = false;

    #[inline]
    fn execution_name(&self) -> &str {
        self.name.get()
    }

    #[inline]
    fn flow_name(&self) -> &str {
        self.flow
    }

    #[inline]
    fn iterations(&self, documented: usize) -> usize {
        self.core.limits.iterations.unwrap_or(documented)
    }

    fn seed(&self) -> Result<u128, StepError> {
        if let Some(seed) = self.seed.get() {
            return Ok(*seed);
        }
        let drawn =
            self.core.entropy.bits().map_err(|reason| StepError::new(codes::RUNTIME_ERROR, reason.to_string()))?;
        Ok(*self.seed.get_or_init(|| drawn))
    }

    fn execution_input(&self) -> &OnceLock<Value> {
        &self.input
    }

    fn global(&self, _: Option<&Path<'_>>) -> Res<Object> {
        let shared = self.global.get();
        Ok(shared.map_or_else(Object::new, |it| it.lock().unwrap_or_else(PoisonError::into_inner).clone()))
    }

    fn share(&self, entries: Object) -> Res<()> {
        if serde_json::to_string(&entries).is_ok_and(|json| too_deep(&json)) {
            return Err(nested_too_deep(codes::RUNTIME_ERROR).into());
        }
        let shared = self.global.get_or_init(Mutex::default);
        shared.lock().unwrap_or_else(PoisonError::into_inner).extend(entries);
        Ok(())
    }

    fn failed_before(&self, _: &Path<'_>) -> Res<Option<StepError>> {
        Ok(None)
    }

    fn fail(&self, _: &Path<'_>, _: &StepError) -> Res<()> {
        Ok(())
    }

    #[inline]
    fn open<S: Payload, O: Payload, I: Serialize>(&self, _: &Path<'_>, _: &I) -> Res<Opened<S, O>> {
        Ok(Opened::New)
    }

    #[inline]
    async fn enter<S: Payload>(&self, _: &Path<'_>, here: &Path<'_>, state: &S) -> Res<u64> {
        tracing::debug!(parent: &self.span, step = here.step().map_or("", |step| step.name), "entered");
        let event_id = self.events.load(Ordering::Relaxed) + EVENTS_A_STEP;
        self.events.store(event_id, Ordering::Relaxed);
        if (event_id / EVENTS_A_STEP).is_multiple_of(STEPS_A_TURN) {
            if serde_json::to_string(state).is_ok_and(|json| too_deep(&json)) {
                return Err(nested_too_deep(codes::RUNTIME_ERROR).into());
            }
            yield_once().await;
        }
        Ok(event_id)
    }

    #[inline]
    fn record<T: Serialize>(&self, _: &Path<'_>, _: Mark, _: &T) -> Res<()> {
        Ok(())
    }

    #[inline]
    fn close<O: Payload>(&self, _: &Path<'_>, _: &O) -> Res<()> {
        Ok(())
    }

    #[inline]
    async fn invoke<'a, F: Function<H>, H: Send + Sync + 'static>(
        &'a self,
        attempt: &'a Attempt<'a>,
        host: &'a Arc<H>,
        input: F::In,
    ) -> Res<Result<F::Out, StepError>> {
        let resource = attempt.resource_of::<F, H>();
        let _admitted = if self.core.limits_calls() { Box::pin(self.core.admit(resource)).await } else { None };
        let mut call = pin!(F::call(host, self.call(attempt, resource), input));
        let mut result = None;
        let span = self.attempt_span(attempt, resource);
        let guarded = poll_fn(|cx| span.in_scope(|| guard::poll(resource, call.as_mut(), cx, &mut result)));
        if attempt.timeout.is_none() {
            guarded.await;
        } else if let Err(late) = self.in_time(attempt, pin!(guarded)).await {
            return Ok(Err(late));
        }
        Ok(result.unwrap_or_else(|| Err(guard::unfinished(resource))))
    }

    fn token(&self, _: &Attempt<'_>) -> Res<TaskToken> {
        let bits = self.core.entropy.bits().map_err(|error| StepError::new(codes::RUNTIME_ERROR, error.to_string()))?;
        Ok(TaskToken::mint(EXPRESS, self.core.express.number(), bits))
    }

    async fn callback<F: Function<H>, H: Send + Sync + 'static, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        token: &TaskToken,
        host: &Arc<H>,
        input: F::In,
    ) -> Res<Result<O, StepError>> {
        let settling = token.clone();
        let waiting = self.core.express.watched.waiting(attempt, token, &input);
        let begin = || {
            self.detached::<F, H>(attempt, host, input, move |core, _, ended| match ended {
                Ok(()) => core.express.watched.tell(waiting),
                Err(error) => drop(core.express.report(&settling, Err(error))),
            })
        };
        Ok(self.reported(attempt, token, begin).await)
    }

    async fn submit<F: Function<H>, H: Send + Sync + 'static, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        token: Option<&TaskToken>,
        host: &Arc<H>,
        input: F::In,
    ) -> Res<Result<O, StepError>> {
        let watched = &self.core.express.watched;
        let waiting = token.map(|token| watched.waiting(attempt, token, &input));
        let begin = || {
            self.detached::<F, H>(attempt, host, input, |_, call, ended| {
                if let Err(error) = ended {
                    tracing::warn!(?call, %error, "a background job failed");
                }
            })?;
            if let Some(waiting) = waiting {
                watched.tell(waiting);
            }
            Ok(())
        };
        Ok(match token {
            Some(token) => self.reported(attempt, token, begin).await,
            None => begin().and_then(|()| fits(attempt, &raw_object())),
        })
    }

    async fn child<I: Payload, O: Payload>(
        &self,
        attempt: &Attempt<'_>,
        child: Child<'_, I>,
    ) -> Res<Result<O, StepError>> {
        Ok(self.run_child(attempt, child).await)
    }

    async fn sleep(&self, at: &Path<'_>, until: Until) -> Res<()> {
        let now = self.core.clock.now();
        let instant: Timestamp = match until {
            Until::After(span) => now.after(span),
            Until::At(instant) => instant,
        };
        if let Segment::Step(step, _) = at.segment() {
            self.core.limits.check_wait(step, now, instant)?;
        }
        while self.core.clock.now() < instant {
            self.core.clock.sleep_until(instant).await;
        }
        Ok(())
    }
}

//! Tasks: attempts in the order of their policies, above any context.

mod child; // child executions
mod request; // calls with a token, under an id, of a function that data names

use std::{sync::Arc, time::Duration};

pub(crate) use self::child::child_failure;
pub use self::{
    child::{ChildRequest, child, child_any, child_started},
    request::{Request, call_request, callback, callback_request, submit, submit_callback},
};
use crate::{
    context::{Attempt, Context, Until},
    error::{Halt, Res, StepError, codes},
    flow::Function,
    path::Path,
    policy::{Policy, Retries},
    scope::Here,
    value::{Object, Operand, Value, describe},
};

/// The attempts of one entry of a step.
#[derive(Debug)]
pub struct Attempts<'a> {
    here: &'a Here<'a>,
    retries: Retries,
    number: u32,
}

impl<'a> Attempts<'a> {
    /// None so far.
    pub fn new(here: &'a Here<'a>, policy: Policy) -> Self {
        Self { here, retries: Retries::new(policy.retry), number: 0 }
    }

    /// The path of the next attempt.
    pub fn begin(&mut self) -> Res<Path<'a>> {
        let next = self.number.checked_add(1);
        self.number = next.ok_or_else(|| self.here.error("there are no more numbers for attempts"))?;
        self.here.tries(self.number);
        Ok(self.here.attempt(self.number))
    }

    /// Whether an attempt of a step that holds others has failed before; if so, waits until the next one may begin.
    pub async fn failed_before<C: Context>(&mut self, cx: &C, path: &Path<'_>) -> Res<bool> {
        let Some(error) = cx.failed_before(path)? else { return Ok(false) };
        self.rest(cx, path, error).await?;
        Ok(true)
    }

    /// Ends an attempt of a step that holds others, and waits until the next one may begin, or gives up.
    pub async fn failed<C: Context>(&mut self, cx: &C, path: &Path<'_>, halt: Halt) -> Res<()> {
        let Halt::Failed(error) = halt else { return Err(halt) };
        cx.fail(path, &error)?;
        self.rest(cx, path, error).await
    }

    /// Waits until the task is tried again after `error`, or gives up.
    async fn rest<C: Context>(&mut self, cx: &C, path: &Path<'_>, error: StepError) -> Res<()> {
        match self.retries.next(&error) {
            Some(delay) => cx.sleep(path, Until::After(delay)).await,
            None => Err(error.into()),
        }
    }
}

/// Calls a function until it succeeds or its policies give up. `argument` is evaluated for each attempt.
pub async fn call<C, F, H>(
    cx: &C,
    here: &Here<'_>,
    host: &Arc<H>,
    policy: Policy,
    argument: &(dyn Fn() -> Result<F::In, StepError> + Send + Sync),
) -> Res<F::Out>
where
    C: Context,
    F: Function<H>,
    H: Send + Sync + 'static,
{
    let mut attempts = Attempts::new(here, policy);
    loop {
        let path = attempts.begin()?;
        let attempt = Attempt::new(&path, policy.timeout);
        match cx.invoke::<F, H>(&attempt, host, argument()?).await? {
            Ok(result) => return Ok(result),
            Err(error) => attempts.rest(cx, &path, error).await?,
        }
    }
}

/// The outcome of a call that is never tried again, for the clauses that may catch its error.
pub fn outcome_of<T>(outcome: Res<Result<T, StepError>>) -> Res<T> {
    Ok(outcome??)
}

/// The result of a task, which must be a JSON object.
///
/// # Errors
///
/// `FnF.InvalidLocal` for anything else.
pub fn object(result: Value) -> Result<Object, StepError> {
    match result {
        Value::Object(object) => Ok(object),
        other => Err(StepError::new(
            codes::INVALID_LOCAL,
            format!("the result of a task must be a JSON object, this one is {}", describe(&other)),
        )),
    }
}

/// The limit of an attempt, from data.
///
/// # Errors
///
/// `FnF.RuntimeError` for anything but a number of seconds.
pub fn timeout(here: &Here<'_>, seconds: Operand<'_>) -> Result<Option<Duration>, StepError> {
    let limit = seconds
        .seconds()
        .ok_or_else(|| here.error(format_args!("the timeout is {seconds}, not a number of seconds from 0 up")))?;
    Ok((!limit.is_zero()).then_some(limit))
}

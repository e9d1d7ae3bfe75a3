//! Tasks whose attempts have a token, go to the background, bear an id, or call what data names.

use std::sync::Arc;

use super::Attempts;
use crate::{
    context::{Attempt, Context, Payload},
    error::{Res, StepError},
    flow::Function,
    policy::Policy,
    scope::Here,
    token::TaskToken,
    value::{Object, Value, describe},
};

/// What a function is invoked with beside its input, where the definition says so.
#[derive(Debug)]
pub struct Request<I> {
    /// The input.
    pub input: I,
    /// The id of a stateful invocation (`StatefulAsyncInvocationID`): text, or null.
    pub id: Value,
    /// The resource that data names (`resourceArn.$`): text, or null.
    pub resource: Value,
}

/// Makes what an attempt invokes its function with.
type MakesRequest<'a, I> = dyn Fn() -> Result<Request<I>, StepError> + Send + Sync + 'a;

/// The same, for an attempt with a token.
type MakesTokenRequest<'a, I> = dyn Fn(&TaskToken) -> Result<Request<I>, StepError> + Send + Sync + 'a;

impl<I> Request<I> {
    /// The input, and the id and the resource as text.
    fn parts(self, here: &Here<'_>) -> Result<(I, Asked), StepError> {
        let resource = given(here, "the resource", self.resource)?;
        let id = match self.id {
            Value::Number(number) => Some(number.to_string()),
            id => given(here, "`StatefulAsyncInvocationID`", id)?,
        };
        Ok((self.input, Asked { id, resource }))
    }
}

/// A text, or null where there is none.
fn given(here: &Here<'_>, what: &str, value: Value) -> Result<Option<String>, StepError> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) if !text.is_empty() => Ok(Some(text)),
        other => {
            let found = if other.is_string() { "empty" } else { describe(&other) };
            Err(here.error(format_args!("{what} is {found}, not text")))
        }
    }
}

/// What an attempt asks for beside its input.
struct Asked {
    id: Option<String>,
    resource: Option<String>,
}

impl Asked {
    fn of<'a>(&'a self, attempt: Attempt<'a>) -> Attempt<'a> {
        Attempt { invocation: self.id.as_deref(), resource: self.resource.as_deref(), ..attempt }
    }
}

/// Calls a function until it succeeds or its policies give up: one that data names, or one under the id of a stateful
/// invocation, which all attempts of one entry of the step share.
pub async fn call_request<C, F, H>(
    cx: &C,
    here: &Here<'_>,
    host: &Arc<H>,
    policy: Policy,
    request: &MakesRequest<'_, F::In>,
) -> Res<F::Out>
where
    C: Context,
    F: Function<H>,
    H: Send + Sync + 'static,
{
    let mut attempts = Attempts::new(here, policy);
    loop {
        let path = attempts.begin()?;
        let (input, asked) = request()?.parts(here)?;
        let attempt = asked.of(Attempt::new(&path, policy.timeout));
        match cx.invoke::<F, H>(&attempt, host, input).await? {
            Ok(result) => return Ok(result),
            Err(error) => attempts.rest(cx, &path, error).await?,
        }
    }
}

/// Hands a call over to the background (`requestResponse` with `InvocationType: Async`) until that is accepted or the
/// policies give up. The result is empty: what the function returns or fails with stands in the job.
pub async fn submit<C, F, H>(
    cx: &C,
    here: &Here<'_>,
    host: &Arc<H>,
    policy: Policy,
    request: &MakesRequest<'_, F::In>,
) -> Res<Object>
where
    C: Context,
    F: Function<H>,
    H: Send + Sync + 'static,
{
    let mut attempts = Attempts::new(here, policy);
    loop {
        let path = attempts.begin()?;
        let (input, asked) = request()?.parts(here)?;
        let attempt = asked.of(Attempt::new(&path, policy.timeout));
        match cx.submit::<F, H, Object>(&attempt, None, host, input).await? {
            Ok(accepted) => return Ok(accepted),
            Err(error) => attempts.rest(cx, &path, error).await?,
        }
    }
}

/// Hands a call with a task token over to the background (`waitForCallback` with `InvocationType: Async`) until the token
/// is reported with success or the policies give up, as [`callback`] does.
pub async fn submit_callback<C, F, H, O>(
    cx: &C,
    here: &Here<'_>,
    host: &Arc<H>,
    policy: Policy,
    request: &MakesTokenRequest<'_, F::In>,
) -> Res<(TaskToken, O)>
where
    C: Context,
    F: Function<H>,
    H: Send + Sync + 'static,
    O: Payload,
{
    let mut attempts = Attempts::new(here, policy);
    loop {
        let path = attempts.begin()?;
        let attempt = Attempt::new(&path, policy.timeout);
        let token = cx.token(&attempt)?;
        let (input, asked) = request(&token)?.parts(here)?;
        let attempt = asked.of(attempt);
        match cx.submit::<F, H, O>(&attempt, Some(&token), host, input).await? {
            Ok(report) => return Ok((token, report)),
            Err(error) => attempts.rest(cx, &path, error).await?,
        }
    }
}

/// Calls a function with a task token until the token is reported with success or the policies give up. Each attempt
/// has a token of its own; the result is what was reported, and the token that it was reported with.
pub async fn callback<C, F, H, O>(
    cx: &C,
    here: &Here<'_>,
    host: &Arc<H>,
    policy: Policy,
    argument: &(dyn Fn(&TaskToken) -> Result<F::In, StepError> + Send + Sync),
) -> Res<(TaskToken, O)>
where
    C: Context,
    F: Function<H>,
    H: Send + Sync + 'static,
    O: Payload,
{
    let request = |token: &TaskToken| Ok(Request { input: argument(token)?, id: Value::Null, resource: Value::Null });
    callback_request::<C, F, H, O>(cx, here, host, policy, &request).await
}

/// The same for a function that data names.
pub async fn callback_request<C, F, H, O>(
    cx: &C,
    here: &Here<'_>,
    host: &Arc<H>,
    policy: Policy,
    request: &MakesTokenRequest<'_, F::In>,
) -> Res<(TaskToken, O)>
where
    C: Context,
    F: Function<H>,
    H: Send + Sync + 'static,
    O: Payload,
{
    let mut attempts = Attempts::new(here, policy);
    loop {
        let path = attempts.begin()?;
        let attempt = Attempt::new(&path, policy.timeout);
        let token = cx.token(&attempt)?;
        let (input, asked) = request(&token)?.parts(here)?;
        match cx.callback::<F, H, O>(&asked.of(attempt), &token, host, input).await? {
            Ok(report) => return Ok((token, report)),
            Err(error) => attempts.rest(cx, &path, error).await?,
        }
    }
}

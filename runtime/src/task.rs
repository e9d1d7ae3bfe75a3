//! Tasks: attempts in the order of their policies, above any context.

use std::{sync::Arc, time::Duration};

use crate::{
    builtin::uuid,
    context::{Attempt, Child, ChildMode, Context, Payload, Until},
    error::{Halt, Res, StepError, codes},
    flow::Function,
    path::Path,
    policy::{Policy, Retries},
    scope::Here,
    token::TaskToken,
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

/// What a task asks for that starts a child execution: the name of the flow, the name of the execution, the input.
#[derive(Debug)]
pub struct ChildRequest {
    /// The name of the flow.
    pub flow: Value,
    /// The name of the execution; null for a derived one.
    pub execution: Value,
    /// What it starts with.
    pub input: Value,
}

/// Makes what an attempt starts a child execution with.
type MakesChild<'a> = dyn Fn(Option<&TaskToken>) -> Result<ChildRequest, StepError> + Send + Sync + 'a;

/// Starts a child execution until it, or the start, succeeds or the policies give up. The result is its output, what was
/// started, or what was reported, and must be an object; the token is that of the attempt, where it had one.
pub async fn child<C: Context>(
    cx: &C,
    here: &Here<'_>,
    mode: ChildMode,
    policy: Policy,
    request: &MakesChild<'_>,
) -> Res<(Option<TaskToken>, Object)> {
    child_with(cx, here, mode, policy, request, object).await
}

/// The same; the result may be any JSON.
pub async fn child_any<C: Context>(
    cx: &C,
    here: &Here<'_>,
    mode: ChildMode,
    policy: Policy,
    request: &MakesChild<'_>,
) -> Res<(Option<TaskToken>, Value)> {
    child_with(cx, here, mode, policy, request, Ok).await
}

/// The same for a start; the result has an id of the request, which only this start has.
pub async fn child_started<C: Context>(
    cx: &C,
    here: &Here<'_>,
    mode: ChildMode,
    policy: Policy,
    request: &MakesChild<'_>,
) -> Res<(Option<TaskToken>, Object)> {
    let (token, mut started) = child_with(cx, here, mode, policy, request, object).await?;
    started.remove("Name");
    started.insert("RequestID".to_owned(), uuid(cx, here, u32::MAX)?);
    Ok((token, started))
}

async fn child_with<C: Context, T>(
    cx: &C,
    here: &Here<'_>,
    mode: ChildMode,
    policy: Policy,
    request: &MakesChild<'_>,
    read: fn(Value) -> Result<T, StepError>,
) -> Res<(Option<TaskToken>, T)> {
    let mut attempts = Attempts::new(here, policy);
    loop {
        let path = attempts.begin()?;
        let attempt = Attempt::new(&path, policy.timeout);
        let token = if mode == ChildMode::Callback { Some(cx.token(&attempt)?) } else { None };
        let request = request(token.as_ref())?;
        let flow = name(here, "the name of the flow", &request.flow)?;
        let execution = match &request.execution {
            Value::Null => None,
            given => Some(name(here, "the name of the execution", given)?),
        };
        let child = Child { flow, execution, input: request.input, mode };
        let result = cx.child::<Value, Value>(&attempt, child).await?;
        match result.and_then(read) {
            Ok(result) => return Ok((token, result)),
            Err(error) => attempts.rest(cx, &path, error).await?,
        }
    }
}

fn name<'a>(here: &Here<'_>, what: &str, value: &'a Value) -> Result<&'a str, StepError> {
    value.as_str().ok_or_else(|| here.error(format_args!("{what} is {}, not a string", describe(value))))
}

/// The error of a task whose child has failed; a child that does not say why has a name for it all the same.
pub(crate) fn child_failure(error: StepError) -> StepError {
    if !error.code.is_empty() {
        return error;
    }
    let silent = error.cause.is_empty();
    let cause = if silent { "the child execution has failed without saying why".to_owned() } else { error.cause };
    StepError::new(codes::RUNTIME_ERROR, cause)
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

/// Waits so many seconds (`duration`).
pub async fn wait_seconds<C: Context>(cx: &C, here: &Here<'_>, seconds: Operand<'_>) -> Res<()> {
    let duration = seconds
        .seconds()
        .ok_or_else(|| here.error(format_args!("the duration is {seconds}, not a number of seconds from 0 up")))?;
    cx.sleep(&here.path, Until::After(duration)).await
}

/// Waits until an instant (`timestamp`).
pub async fn wait_until<C: Context>(cx: &C, here: &Here<'_>, instant: Operand<'_>) -> Res<()> {
    let Operand::Text(text) = instant else {
        return Err(here.error(format_args!("the timestamp is {instant}, not an instant in RFC 3339")).into());
    };
    let instant = text
        .parse()
        .map_err(|reason| here.error(format_args!("the timestamp `{text}` is no instant in RFC 3339: {reason}")))?;
    cx.sleep(&here.path, Until::At(instant)).await
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

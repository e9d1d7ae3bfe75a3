//! Tasks that start a child execution.

use super::{Attempts, object};
use crate::{
    builtin::uuid,
    context::{Attempt, Child, ChildMode, Context},
    error::{Res, StepError, codes},
    policy::Policy,
    scope::Here,
    token::TaskToken,
    value::{Object, Value, describe},
};

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

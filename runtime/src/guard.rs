//! Functions that panic fail their task and nothing else.

use std::{
    any::Any,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::{Pin, pin},
    task::{Context as Poller, Poll},
};

use crate::error::{StepError, codes};

/// Polls the call of a function and puts its result into `result`; a panic is the error
/// [`FUNCTION_PANICKED`](codes::FUNCTION_PANICKED).
///
/// The result is not handed on but put where it stays: what goes through an async function is moved twice.
pub(crate) fn poll<T>(
    resource: &str,
    call: Pin<&mut impl Future<Output = Result<T, StepError>>>,
    cx: &mut Poller<'_>,
    result: &mut Option<Result<T, StepError>>,
) -> Poll<()> {
    let polled = catch_unwind(AssertUnwindSafe(|| match call.poll(cx) {
        Poll::Ready(ready) => {
            *result = Some(ready);
            Poll::Ready(())
        }
        Poll::Pending => Poll::Pending,
    }));
    polled.unwrap_or_else(|panic| {
        *result = Some(Err(panicked(resource, panic.as_ref())));
        Poll::Ready(())
    })
}

/// The answer of a function; a panic is the error [`FUNCTION_PANICKED`](codes::FUNCTION_PANICKED).
pub(crate) async fn guarded<T>(
    resource: &str,
    call: impl Future<Output = Result<T, StepError>>,
) -> Result<T, StepError> {
    let mut call = pin!(call);
    let mut result = None;
    poll_fn(|cx| poll(resource, call.as_mut(), cx, &mut result)).await;
    result.unwrap_or_else(|| Err(unfinished(resource)))
}

/// The error of a task whose function has panicked.
#[cold]
fn panicked(resource: &str, panic: &(dyn Any + Send)) -> StepError {
    let cause = format!("the function `{resource}` panicked: {}", message(panic));
    StepError::new(codes::FUNCTION_PANICKED, cause)
}

/// The error of a task whose function is over without a result, which does not happen.
#[cold]
pub(crate) fn unfinished(resource: &str) -> StepError {
    StepError::new(codes::FUNCTION_PANICKED, format!("the function `{resource}` has not given its result"))
}

/// What a panic says.
pub(crate) fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it does not say why")
}

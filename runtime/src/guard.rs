//! Functions that panic fail their task and nothing else.

use std::{
    any::Any,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    task::Poll,
};

use crate::error::{StepError, codes};

/// The answer of a function; a panic is the error [`FUNCTION_PANICKED`](codes::FUNCTION_PANICKED).
pub(crate) async fn guarded<T>(
    resource: &str,
    call: impl Future<Output = Result<T, StepError>>,
) -> Result<T, StepError> {
    let mut call = pin!(call);
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| call.as_mut().poll(cx))) {
        Ok(poll) => poll,
        Err(panic) => Poll::Ready(Err(StepError::new(
            codes::FUNCTION_PANICKED,
            format!("the function `{resource}` panicked: {}", message(panic.as_ref())),
        ))),
    })
    .await
}

/// What a panic says.
pub(crate) fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it does not say why")
}

//! Steps that wait, above any context.

use crate::{
    context::{Context, Until},
    error::Res,
    scope::Here,
    value::Operand,
};

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

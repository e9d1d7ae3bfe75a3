//! What generated code implements: flows and the functions that they call.

use crate::{call::Call, context::Context, context::Payload, error::Res, error::StepError};

/// A flow definition that was compiled to Rust; `flow!` writes the implementation.
pub trait Flow: Send + Sync + 'static {
    /// The name of the flow: `name` in the definition, or the stem of its file.
    const NAME: &'static str;
    /// A hash of the definition; executions keep the one that they started with.
    const DIGEST: &'static str;
    /// The limit for a whole execution in seconds (`timeoutSeconds` of the flow).
    const TIMEOUT_SECONDS: Option<u64>;
    /// What an execution starts with.
    type Input: Payload;
    /// What an execution ends with.
    type Output: Payload;

    /// Runs an execution from where `cx` says it stands to its end.
    fn run<C: Context>(&self, cx: &C, input: Self::Input) -> impl Future<Output = Res<Self::Output>> + Send;
}

/// A function that a flow calls, as generated code hands it to its context.
///
/// `H` is what the user registered, the implementation of the flow's `Functions`; it is shared, so that an engine may
/// run the call on its own.
pub trait Function<H>: 'static {
    /// The resource of the task (`resourceArn`).
    const RESOURCE: &'static str;
    /// What the function is called with.
    type In: Payload;
    /// What it returns.
    type Out: Payload;

    /// Calls the function.
    fn call(host: &H, call: Call<'_>, input: Self::In) -> impl Future<Output = Result<Self::Out, StepError>> + Send;
}

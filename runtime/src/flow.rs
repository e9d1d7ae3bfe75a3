//! What generated code implements: flows and the functions that they call.

use std::any::TypeId;

use crate::{
    call::Call,
    context::{Context, Payload},
    error::{Res, StepError},
    value::Value,
};

/// A flow definition that was compiled to Rust. `flow!` writes the implementation: what is not shown here is between
/// generated code and engines, and changes with them.
///
/// ```
/// use flowsmith::{Engine, Error, Flow};
///
/// /// Starts an execution of any flow.
/// async fn start<F: Flow>(engine: &Engine, input: F::Input) -> Result<(), Error> {
///     let execution = engine.start(F::NAME, None, input).await?;
///     println!("{} is execution {}", F::NAME, execution.id());
///     Ok(())
/// }
/// ```
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

    /// Says what has to be bound for the flow to run: the functions that it forwards, the flows that it starts.
    #[doc(hidden)]
    fn needs(needs: &mut Needs) {
        let _ = needs;
    }

    /// Performs a call that the flow has handed over to the background, in a process that may never have seen the
    /// execution.
    #[doc(hidden)]
    fn dispatch(
        &self,
        resource: &str,
        call: Call<'_>,
        input: Value,
    ) -> impl Future<Output = Result<Value, StepError>> + Send {
        call.remote(resource, input)
    }

    /// Runs an execution from where `cx` says it stands to its end.
    #[doc(hidden)]
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

/// What a flow needs beside itself.
#[derive(Debug, Default)]
pub struct Needs {
    /// The functions that it calls.
    pub(crate) functions: Vec<NeededFunction>,
    /// The flows that it starts as children.
    pub(crate) flows: Vec<&'static str>,
}

/// A function that a flow calls.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NeededFunction {
    /// The method of `Functions`.
    pub(crate) method: &'static str,
    pub(crate) resource: &'static str,
    /// Whether the method forwards to what is registered for the resource.
    pub(crate) forwards: bool,
}

impl Needs {
    /// The flow calls a method of `Functions`, which forwards to what is registered for `resource` if `forwards` holds.
    pub fn function(&mut self, method: &'static str, resource: &'static str, forwards: bool) {
        self.functions.push(NeededFunction { method, resource, forwards });
    }

    /// The flow starts a flow of this name.
    pub fn flow(&mut self, name: &'static str) {
        self.flows.push(name);
    }
}

/// What a method of `Functions` does by default: forwards to what is registered for `resource`.
pub async fn forward(call: Call<'_>, resource: &'static str, input: Value) -> Result<Value, StepError> {
    call.remote(resource, input).await
}

/// Whether a method of `Functions` is the default one. The future of an override has another type.
pub fn forwards<H: 'static, T: 'static>(_: fn(&'static H, Call<'static>, Value) -> T) -> bool {
    fn default<T: 'static>(_: fn(Call<'static>, &'static str, Value) -> T) -> TypeId {
        TypeId::of::<T>()
    }
    TypeId::of::<T>() == default(forward)
}

//! What a function learns of the attempt that it serves.

use std::{borrow::Cow, fmt, sync::OnceLock};

use crate::{
    engine::Core,
    error::{StepError, codes},
    invoke::{Invocation, Invokers},
    path::Path,
    value::Value,
};

/// The attempt that a function serves: who calls, and whether it may have been here before.
///
/// A function may run again after a crash, with [`is_repeat`](Call::is_repeat) set and the same
/// [`idempotency_key`](Call::idempotency_key).
///
/// ```
/// use flowsmith::{Call, StepError, Value, json};
///
/// /// A method of a flow's `Functions`.
/// async fn pay(call: Call<'_>, input: Value) -> Result<Value, StepError> {
///     // A bank that knows the key pays once, however often it is asked.
///     let key = call.idempotency_key();
///     println!("{} asks to pay {} under {key}", call.execution_name(), input["amount"]);
///     Ok(json!({"paid": true}))
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Call<'a> {
    pub(crate) place: Place<'a>,
    pub(crate) flow: &'a str,
    pub(crate) execution: &'a ExecutionName<'a>,
    pub(crate) resource: &'a str,
    pub(crate) repeat: bool,
    pub(crate) invocation: Option<&'a str>,
    pub(crate) invokers: &'a Invokers,
}

/// A path on the stack, or written out.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Path(&'a Path<'a>),
    Text(&'a str),
}

/// The name of an execution; one of Express is only written out when somebody asks for it.
pub(crate) enum ExecutionName<'a> {
    Given(Cow<'a, str>),
    Later { core: &'a Core, text: OnceLock<String> },
}

impl ExecutionName<'_> {
    pub(crate) fn get(&self) -> &str {
        match self {
            Self::Given(name) => name,
            Self::Later { core, text } => text.get_or_init(|| core.express.name(&*core.entropy)),
        }
    }
}

impl<'a> Call<'a> {
    /// The name of the flow.
    #[must_use]
    pub fn flow_name(&self) -> &'a str {
        self.flow
    }

    /// The name of the execution.
    #[must_use]
    pub fn execution_name(&self) -> &'a str {
        self.execution.get()
    }

    /// The resource that is called (`resourceArn`, or the action).
    #[must_use]
    pub fn resource(&self) -> &'a str {
        self.resource
    }

    /// Where in the execution this is: `reserve@1#2` is attempt 2 of the first visit of step `reserve`.
    #[must_use]
    pub fn path(&self) -> String {
        match self.place {
            Place::Path(path) => path.to_string(),
            Place::Text(text) => text.to_owned(),
        }
    }

    /// Whether this attempt may have run before a crash.
    #[must_use]
    pub fn is_repeat(&self) -> bool {
        self.repeat
    }

    /// The id of a stateful invocation (`StatefulAsyncInvocationID` of the task), which no other invocation of this
    /// function has.
    #[must_use]
    pub fn invocation_id(&self) -> Option<&'a str> {
        self.invocation
    }

    /// The same text each time that this attempt runs, and no other attempt of any execution of that name.
    #[must_use]
    pub fn idempotency_key(&self) -> String {
        format!("{}/{}/{}", self.flow, self.execution.get(), self.path())
    }

    /// Forwards to the invoker that is registered for `resource`.
    ///
    /// # Errors
    ///
    /// What the invoker answers; `FnF.ResourceNotBound` where none is registered.
    pub async fn remote(self, resource: &str, input: Value) -> Result<Value, StepError> {
        let Some(invoker) = self.invokers.find(resource) else {
            return Err(StepError::new(
                codes::RESOURCE_NOT_BOUND,
                format!(
                    "nothing answers for `{resource}`: implement its method of `Functions`, or register a function for \
                     it with `EngineBuilder::function`"
                ),
            ));
        };
        invoker.invoke(Invocation { resource, input, call: self }).await
    }
}

impl fmt::Debug for Call<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("flow", &self.flow)
            .field("execution", &self.execution.get())
            .field("path", &self.path())
            .field("resource", &self.resource)
            .field("repeat", &self.repeat)
            .finish_non_exhaustive()
    }
}

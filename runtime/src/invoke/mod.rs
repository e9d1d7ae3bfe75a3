//! How tasks are performed that no method of `Functions` overrides: by resource.

use std::{collections::BTreeMap, fmt, pin::Pin, sync::Arc};

use crate::{call::Call, error::StepError, value::Value};

/// A boxed future of an answer.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value, StepError>> + Send + 'a>>;

/// One attempt, handed to an invoker.
#[derive(Debug)]
pub struct Invocation<'a> {
    /// The resource of the task, as the definition writes it.
    pub resource: &'a str,
    /// What it is called with.
    pub input: Value,
    /// The attempt.
    pub call: Call<'a>,
}

/// Performs tasks: a function, a queue, a remote service.
pub trait Invoker: Send + Sync + 'static {
    /// Performs one attempt.
    ///
    /// # Errors
    ///
    /// The error of the task, for its `retry` and `catch` to match.
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a>;
}

impl<F, Fut> Invoker for F
where
    F: Fn(Value) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Value, StepError>> + Send + 'static,
{
    fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
        Box::pin(self(invocation.input))
    }
}

/// The invokers of an engine, by resource.
#[derive(Default)]
pub(crate) struct Invokers(BTreeMap<String, Arc<dyn Invoker>>);

impl Invokers {
    pub(crate) fn insert(&mut self, resource: String, invoker: Arc<dyn Invoker>) {
        self.0.insert(resource, invoker);
    }

    pub(crate) fn find(&self, resource: &str) -> Option<&Arc<dyn Invoker>> {
        self.0.get(resource)
    }
}

impl fmt::Debug for Invokers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

//! Building an engine.

use std::{collections::BTreeMap, fmt, sync::Arc};

use super::{Engine, Error, Limits, core::Core, registry::Registered, timers};
use crate::{
    clock::{Clock, SystemClock},
    entropy::{Entropy, SystemEntropy},
    flow::{Flow, NeededFunction},
    invoke::{Invoker, Invokers},
    redact::Redaction,
    store::{MemoryStore, Store, StoreLock},
};

/// Builds an [`Engine`]: [`Engine::builder`]. What is not said has a default, an engine in memory.
///
/// ```
/// use flowsmith::{Engine, Limits, MemoryStore, StepError, Value};
///
/// # async fn example() -> Result<(), flowsmith::Error> {
/// let engine = Engine::builder()
///     .store(MemoryStore::new())
///     .limits(Limits::cloudflow())
///     .function("acs:fc:::services/demo/functions/echo", |input: Value| async move { Ok::<_, StepError>(input) })
///     .build()
///     .await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "an engine is there once `build` has returned"]
pub struct EngineBuilder {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) entropy: Arc<dyn Entropy>,
    pub(super) invokers: Invokers,
    pub(super) flows: BTreeMap<&'static str, Arc<dyn Registered>>,
    pub(super) limits: Limits,
    pub(super) concurrency: BTreeMap<String, usize>,
    pub(super) tolerant: bool,
}

impl fmt::Debug for EngineBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EngineBuilder").field("flows", &self.flows.keys().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

impl EngineBuilder {
    /// Keeps executions in this store; in memory where none is named.
    pub fn store(mut self, store: impl Store) -> Self {
        self.store = Arc::new(store);
        self
    }

    /// Takes the time from this clock; from the machine's where none is named.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Takes randomness from here; from the operating system where nothing is named.
    pub fn entropy(mut self, entropy: impl Entropy) -> Self {
        self.entropy = Arc::new(entropy);
        self
    }

    /// Registers a flow, under its name; a later one of the same name takes its place.
    pub fn flow<F: Flow>(mut self, flow: F) -> Self {
        self.flows.insert(F::NAME, Arc::new(flow));
        self
    }

    /// Registers a flow that several engines have.
    #[cfg(feature = "testing")]
    pub(crate) fn registered(mut self, name: &'static str, flow: Arc<dyn Registered>) -> Self {
        self.flows.insert(name, flow);
        self
    }

    /// Lets `invoker` answer for a resource, where no method of a flow's `Functions` does.
    ///
    /// Where a definition names region and account (`acs:fc:cn-hangzhou:123:services/s/functions/f`), what is registered
    /// without (`acs:fc:::services/s/functions/f`) answers, too, unless something is registered for that very text.
    /// `services/s.LATEST/…` is `services/s/…`; any other version or alias is a resource of its own.
    ///
    /// ```
    /// use flowsmith::{Engine, StepError, Value};
    ///
    /// let engine = Engine::builder().function("acs:fc:::services/fnf-demo/functions/echo", |input: Value| async move {
    ///     Ok::<_, StepError>(input)
    /// });
    /// ```
    pub fn function(mut self, resource: impl Into<String>, invoker: impl Invoker) -> Self {
        self.invokers.insert(resource.into(), Arc::new(invoker));
        self
    }

    /// Lets `invoker` answer for all resources that nothing else answers for: no method of a flow's `Functions`, and
    /// nothing that is registered by [`function`](Self::function). It is told the resource, and may refuse it with
    /// `FnF.ResourceNotBound` ([`codes::RESOURCE_NOT_BOUND`](crate::codes::RESOURCE_NOT_BOUND)). A later one takes its
    /// place.
    ///
    /// ```
    /// use flowsmith::{Answer, Engine, Invocation, Invoker, json};
    ///
    /// struct Log;
    ///
    /// impl Invoker for Log {
    ///     fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
    ///         Box::pin(async move { Ok(json!({"called": invocation.resource})) })
    ///     }
    /// }
    ///
    /// let engine = Engine::builder().fallback(Log);
    /// ```
    pub fn fallback(mut self, invoker: impl Invoker) -> Self {
        self.invokers.set_fallback(Arc::new(invoker));
        self
    }

    /// Marks fields by name: their values, at any depth, are not shown in `Debug`, in traces and in histories that are
    /// read. What is kept, and what functions get, stays whole. Task tokens are never shown in `Debug` or in traces.
    ///
    /// ```
    /// let builder = flowsmith::Engine::builder().redact(["card_number", "password"]);
    /// ```
    pub fn redact<N: Into<String>>(mut self, fields: impl IntoIterator<Item = N>) -> Self {
        self.invokers.redaction = Redaction::new(fields.into_iter().map(Into::into));
        self
    }

    /// Sets what the engine allows; [`Limits::default`] where nothing is said.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Lets at most `calls` calls of the function at `resource` run at once, of all executions together; further ones wait,
    /// and their time limits run. At least one is let in.
    pub fn concurrency(mut self, resource: impl Into<String>, calls: usize) -> Self {
        self.concurrency.insert(resource.into(), calls);
        self
    }

    /// Builds the engine even if bindings are missing: a task that needs one fails with `FnF.ResourceNotBound` or
    /// `FnF.FlowNotExists` when it gets there.
    pub fn allow_missing_bindings(mut self) -> Self {
        self.tolerant = true;
        self
    }

    /// Opens the store and goes on with what was under way in it. The engine lives on the tokio runtime that this is awaited
    /// in, whose time must be enabled.
    ///
    /// # Errors
    ///
    /// [`Error::MissingBindings`]: a flow needs a function that neither its `Functions` nor the engine has, or starts a flow
    /// that is not registered; all that are missing are listed. [`Error::Store`]: the store fails, or another live engine
    /// holds it. [`Error::NoRuntime`]: this is not awaited within tokio.
    pub async fn build(self) -> Result<Engine, Error> {
        let missing = self.missing();
        if !missing.is_empty() && !self.tolerant {
            return Err(Error::MissingBindings { missing });
        }
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(Error::NoRuntime);
        }
        let lock = hold(&*self.store).await?;
        let core = Arc::new(Core::new(self, lock));
        core.take_up_jobs().await?;
        for id in core.store.active().await? {
            core.wake(id, |_| {});
        }
        core.tasks.spawn(timers::serve(Arc::clone(&core)));
        Ok(Engine { core })
    }
}

impl EngineBuilder {
    /// What the flows need and nobody provides, a sentence each.
    fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for (flow, registered) in &self.flows {
            let needs = registered.needs();
            for NeededFunction { method, resource, forwards } in needs.functions {
                if forwards && self.invokers.find(resource).is_none() {
                    missing.push(format!(
                        "flow `{flow}` calls `{resource}`: implement `Functions::{method}`, or register a function for \
                         the resource"
                    ));
                }
            }
            for child in needs.flows {
                if !self.flows.contains_key(child) {
                    missing.push(format!("flow `{flow}` starts flow `{child}`: register it"));
                }
            }
        }
        missing
    }
}

/// Takes the store. What an engine that was dropped has under way keeps it for a moment.
async fn hold(store: &dyn Store) -> Result<StoreLock, Error> {
    for _ in 0..100 {
        if let Ok(lock) = store.lock() {
            return Ok(lock);
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    Ok(store.lock()?)
}

impl Engine {
    /// An engine in memory without flows, to be completed.
    pub fn builder() -> EngineBuilder {
        EngineBuilder {
            store: Arc::new(MemoryStore::new()),
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            invokers: Invokers::default(),
            flows: BTreeMap::new(),
            limits: Limits::default(),
            concurrency: BTreeMap::new(),
            tolerant: false,
        }
    }
}

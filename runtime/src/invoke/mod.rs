//! How tasks are performed that no method of `Functions` overrides: by resource.

#[cfg(feature = "mns")]
mod mns;
mod outcome;
#[cfg(feature = "mns")]
mod queue;
#[cfg(feature = "mns")]
mod topic;

use std::{borrow::Cow, collections::BTreeMap, fmt, pin::Pin, sync::Arc};

pub use self::outcome::FunctionResponse;
#[cfg(feature = "mns")]
pub use self::{
    mns::MnsError,
    queue::{MemoryQueue, MemoryQueueBuilder, Message, Peeked},
    topic::MemoryTopic,
};

use crate::{call::Call, error::StepError, redact::Redaction, value::Value};

/// What an [`Invoker`] gives: the outcome of a task, boxed.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value, StepError>> + Send + 'a>>;

/// One attempt, handed to an invoker.
#[non_exhaustive]
pub struct Invocation<'a> {
    /// The resource of the task, as the definition writes it.
    pub resource: &'a str,
    /// What it is called with.
    pub input: Value,
    /// The attempt.
    pub call: Call<'a>,
}

impl fmt::Debug for Invocation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invocation")
            .field("resource", &self.resource)
            .field("input", &self.call.invokers.redaction.shown(&self.input))
            .field("call", &self.call)
            .finish()
    }
}

/// Performs tasks: a function, a queue, a remote service. An engine asks the one that is registered for the resource of a
/// task ([`EngineBuilder::function`](crate::EngineBuilder::function),
/// [`EngineBuilder::fallback`](crate::EngineBuilder::fallback)) where the flow's `Functions` does not implement it.
///
/// An async closure that takes the input is one. Whatever has to know the resource or the attempt implements the trait:
///
/// ```
/// use flowsmith::{Answer, Invocation, Invoker, StepError, json};
///
/// struct Mail;
///
/// impl Invoker for Mail {
///     fn invoke<'a>(&'a self, invocation: Invocation<'a>) -> Answer<'a> {
///         Box::pin(async move {
///             let Some(to) = invocation.input["to"].as_str() else {
///                 return Err(StepError::new("BadAddress", "there is no `to`"));
///             };
///             Ok(json!({"sent": to, "key": invocation.call.idempotency_key()}))
///         })
///     }
/// }
///
/// let builder = flowsmith::Engine::builder().function("acs:fc:::services/office/functions/mail", Mail);
/// ```
pub trait Invoker: Send + Sync + 'static {
    /// Performs one attempt. In the pattern `requestResponse` or `sync` the result has to be a JSON object; with
    /// `waitForCallback` it does not count. The future is dropped where the attempt times out or its execution ends.
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
pub(crate) struct Invokers {
    exact: BTreeMap<String, Arc<dyn Invoker>>,
    /// By the usual form of the resource, where it is written in another.
    usual: BTreeMap<String, Arc<dyn Invoker>>,
    fallback: Option<Arc<dyn Invoker>>,
    /// What is not shown of what they are called with.
    pub(crate) redaction: Redaction,
}

impl Invokers {
    pub(crate) fn insert(&mut self, resource: String, invoker: Arc<dyn Invoker>) {
        if let Cow::Owned(usual) = usual(&resource) {
            self.usual.insert(usual, Arc::clone(&invoker));
        }
        self.exact.insert(resource, invoker);
    }

    pub(crate) fn set_fallback(&mut self, invoker: Arc<dyn Invoker>) {
        self.fallback = Some(invoker);
    }

    /// What answers for a resource: what is registered under its text; under another form of it; under the form without
    /// region and account; and at last what answers for all.
    pub(crate) fn find(&self, resource: &str) -> Option<&Arc<dyn Invoker>> {
        self.exact.get(resource).or_else(|| self.find_form(resource)).or(self.fallback.as_ref())
    }

    #[cold]
    fn find_form(&self, resource: &str) -> Option<&Arc<dyn Invoker>> {
        let form = |resource: &str| self.exact.get(resource).or_else(|| self.usual.get(resource));
        let usual = usual(resource);
        form(&usual).or_else(|| form(&at_home(&usual)?))
    }
}

/// The one form of a resource that has several: without region, account and the version that it means anyway.
pub(crate) fn canonical(resource: &str) -> Cow<'_, str> {
    let usual = usual(resource);
    match at_home(&usual) {
        Some(home) => Cow::Owned(home),
        None => usual,
    }
}

/// The form of a resource in which the version of a service that it means anyway is not named: `services/s.LATEST/…` is
/// `services/s/…`.
fn usual(resource: &str) -> Cow<'_, str> {
    let latest = || {
        let (service, function) = resource.split_once(".LATEST/functions/")?;
        let rest = service.strip_prefix("acs:fc:")?;
        let (_, service) = rest.split_once(":services/")?;
        (!service.contains(['/', '.'])).then(|| format!("acs:fc:{rest}/functions/{function}"))
    };
    latest().map_or(Cow::Borrowed(resource), Cow::Owned)
}

/// The form of a resource that leaves region and account to be those of the flow: `acs:fc:cn-hangzhou:123:…` is
/// `acs:fc:::…`.
fn at_home(resource: &str) -> Option<String> {
    let (service, rest) = resource.strip_prefix("acs:")?.split_once(':')?;
    let (region, rest) = rest.split_once(':')?;
    let (account, rest) = rest.split_once(':')?;
    (!region.is_empty() || !account.is_empty()).then(|| format!("acs:{service}:::{rest}"))
}

impl fmt::Debug for Invokers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.exact.keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nothing;

    impl Invoker for Nothing {
        fn invoke<'a>(&'a self, _: Invocation<'a>) -> Answer<'a> {
            Box::pin(async { Ok(Value::Null) })
        }
    }

    /// What is registered under `registered` and answers for `resource`.
    fn found<'a>(registered: &[&'a str], resource: &str) -> Option<&'a str> {
        let mut invokers = Invokers::default();
        let all: Vec<Arc<dyn Invoker>> = registered.iter().map(|_| Arc::new(Nothing) as _).collect();
        for (resource, invoker) in registered.iter().zip(&all) {
            match *resource {
                "fallback" => invokers.set_fallback(Arc::clone(invoker)),
                resource => invokers.insert(resource.to_owned(), Arc::clone(invoker)),
            }
        }
        let found = invokers.find(resource)?;
        all.iter().position(|it| Arc::ptr_eq(it, found)).map(|index| registered[index])
    }

    #[test]
    fn region_and_account_may_be_left_empty_where_a_function_is_registered() {
        let here = "acs:fc:::services/s/functions/f";
        let there = "acs:fc:cn-hangzhou:123:services/s/functions/f";
        assert_eq!(found(&[here], here), Some(here));
        assert_eq!(found(&[here], there), Some(here));
        assert_eq!(found(&[here], "acs:fc:cn-hangzhou::services/s/functions/f"), Some(here));
        assert_eq!(found(&[here, there], there), Some(there));
        assert_eq!(found(&[there], here), None);
        assert_eq!(found(&[there], "acs:fc:cn-beijing:123:services/s/functions/f"), None);
        assert_eq!(found(&[here], "acs:fc:::services/s/functions/g"), None);
        let queue = "acs:mns:::/queues/jobs/messages";
        assert_eq!(found(&[queue], "acs:mns:cn-hangzhou:123:/queues/jobs/messages"), Some(queue));
        for odd in ["", "acs:", "acs:fc", "acs:fc:::", "services/s/functions/f", "acs:fc:x", "acs:fc:x:y"] {
            assert_eq!(found(&[here], odd), None, "{odd}");
        }
    }

    #[test]
    fn the_latest_version_of_a_service_need_not_be_named() {
        let plain = "acs:fc:::services/s/functions/f";
        let latest = "acs:fc:::services/s.LATEST/functions/f";
        let stable = "acs:fc:::services/s.stable/functions/f";
        assert_eq!(found(&[plain], latest), Some(plain));
        assert_eq!(found(&[latest], plain), Some(latest));
        assert_eq!(found(&[plain, latest], plain), Some(plain));
        assert_eq!(found(&[plain, latest], latest), Some(latest));
        assert_eq!(found(&[latest], "acs:fc:cn-hangzhou:123:services/s/functions/f"), Some(latest));
        assert_eq!(found(&[plain], "acs:fc:cn-hangzhou:123:services/s.LATEST/functions/f"), Some(plain));
        assert_eq!(found(&[plain, latest], stable), None);
        assert_eq!(found(&[stable], latest), None);
        assert_eq!(found(&[stable], "acs:fc:cn-hangzhou:123:services/s.stable/functions/f"), Some(stable));
        assert_eq!(found(&[plain], "acs:mns:::services/s.LATEST/functions/f"), None);
    }

    #[test]
    fn the_fallback_is_asked_last() {
        let here = "acs:fc:::services/s/functions/f";
        let there = "acs:fc:cn-hangzhou:123:services/s/functions/f";
        assert_eq!(found(&["fallback", here], here), Some(here));
        assert_eq!(found(&["fallback", here], there), Some(here));
        assert_eq!(found(&["fallback", here], "acs:fc:::services/s/functions/g"), Some("fallback"));
        assert_eq!(found(&["fallback"], "anything"), Some("fallback"));
    }
}

//! Listing executions.

use super::{Engine, Error, ExecutionDescription};
use crate::{
    clock::Timestamp,
    store::{ExecutionId, ExecutionStatus},
};

/// Which executions of a flow are listed (`ListExecutions`), newest first.
///
/// ```
/// use flowsmith::{ExecutionFilter, ExecutionStatus};
///
/// let failed_orders = ExecutionFilter::new().status(ExecutionStatus::Failed).name_prefix("order-").limit(100);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExecutionFilter {
    /// With this status.
    pub status: Option<ExecutionStatus>,
    /// With names that begin so.
    pub name_prefix: String,
    /// Started then or later.
    pub started_from: Option<Timestamp>,
    /// Started before then.
    pub started_until: Option<Timestamp>,
    /// Started before this one: where the page before has ended.
    pub after: Option<ExecutionId>,
    /// At most so many.
    pub limit: usize,
}

impl Default for ExecutionFilter {
    fn default() -> Self {
        Self {
            status: None,
            name_prefix: String::new(),
            started_from: None,
            started_until: None,
            after: None,
            limit: 60,
        }
    }
}

impl ExecutionFilter {
    /// All executions, 60 a page.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Only those with this status.
    #[must_use]
    pub fn status(self, status: ExecutionStatus) -> Self {
        Self { status: Some(status), ..self }
    }

    /// Only those with names that begin so.
    #[must_use]
    pub fn name_prefix(self, prefix: impl Into<String>) -> Self {
        Self { name_prefix: prefix.into(), ..self }
    }

    /// Only those that were started then or later.
    #[must_use]
    pub fn started_from(self, from: Timestamp) -> Self {
        Self { started_from: Some(from), ..self }
    }

    /// Only those that were started before then.
    #[must_use]
    pub fn started_until(self, until: Timestamp) -> Self {
        Self { started_until: Some(until), ..self }
    }

    /// The page after the one that has ended with [`ExecutionPage::next`].
    #[must_use]
    pub fn after(self, execution: ExecutionId) -> Self {
        Self { after: Some(execution), ..self }
    }

    /// At most so many, at least one.
    #[must_use]
    pub fn limit(self, limit: usize) -> Self {
        Self { limit: limit.max(1), ..self }
    }

    /// Whether an execution is one of these, wherever the page begins.
    #[must_use]
    pub fn holds(&self, name: &str, status: ExecutionStatus, started: Timestamp) -> bool {
        self.status.is_none_or(|wanted| wanted == status)
            && name.starts_with(&self.name_prefix)
            && self.started_from.is_none_or(|from| started >= from)
            && self.started_until.is_none_or(|until| started < until)
    }
}

/// A page of executions.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExecutionPage {
    /// How they stand, newest first.
    pub executions: Vec<ExecutionDescription>,
    /// Where the next page begins; none after the last one.
    pub next: Option<ExecutionId>,
}

impl Engine {
    /// The executions of a flow that a filter names, newest first, a page at a time (`ListExecutions`).
    ///
    /// # Errors
    ///
    /// The flow is not registered, the store fails, or it holds bytes that cannot be read.
    ///
    /// ```
    /// # async fn example(engine: flowsmith::Engine) -> Result<(), flowsmith::Error> {
    /// let mut filter = flowsmith::ExecutionFilter::new();
    /// loop {
    ///     let page = engine.executions("order", &filter).await?;
    ///     for execution in &page.executions {
    ///         println!("{} {}", execution.name, execution.status);
    ///     }
    ///     let Some(next) = page.next else { break };
    ///     filter = filter.after(next);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn executions(&self, flow: &str, filter: &ExecutionFilter) -> Result<ExecutionPage, Error> {
        self.core.flow(flow)?;
        let limit = filter.limit.max(1);
        let mut rows = self.core.store.list(flow, &filter.clone().limit(limit.saturating_add(1))).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().map(|row| row.id).filter(|_| more);
        let redaction = &self.core.invokers.redaction;
        let executions =
            rows.into_iter().map(|row| ExecutionDescription::read(row, redaction)).collect::<Result<_, _>>()?;
        Ok(ExecutionPage { executions, next })
    }
}

//! What a step is made of: where control goes from it, which scopes it holds, what it gives.

use std::borrow::Cow;

use super::{Constant, Output, ScopeId, Step, StepKind, Target, Template};

impl Step {
    /// Where control may go from here, within the step's scope.
    pub fn targets(&self) -> Vec<Target> {
        let mut targets: Vec<Target> = match &self.kind {
            StepKind::Choice { entries, default } => {
                entries.iter().map(|entry| entry.target).chain([default.target]).collect()
            }
            StepKind::Succeed | StepKind::Fail { .. } => Vec::new(),
            _ => vec![self.next],
        };
        targets.extend(self.catch.iter().map(|catch| catch.target));
        targets
    }

    /// What the step gives to its scope: its own output, then that of each clause.
    pub(crate) fn outputs(&self) -> impl Iterator<Item = &Output> {
        std::iter::once(&self.output).chain(self.catch.iter().map(|catch| &catch.output))
    }
}

impl Output {
    /// The template that makes it, where one does.
    pub(crate) fn template(&self) -> Option<&Template> {
        match self {
            Self::Template(template) => Some(template),
            Self::Result | Self::Input | Self::Empty => None,
        }
    }

    /// The keys that the output names with what stands under them; nothing where it may have others.
    pub(crate) fn entries(&self) -> Option<Vec<(&str, Cow<'_, Template>)>> {
        match self {
            Self::Empty => Some(Vec::new()),
            Self::Template(Template::Object(entries)) => {
                Some(entries.iter().map(|(key, entry)| (key.as_str(), Cow::Borrowed(entry))).collect())
            }
            Self::Template(Template::Constant(Constant::Object(entries))) => {
                let constant = |item: &Constant| Cow::Owned(Template::Constant(item.clone()));
                Some(entries.iter().map(|(key, item)| (key.as_str(), constant(item))).collect())
            }
            Self::Template(_) | Self::Result | Self::Input => None,
        }
    }
}

impl StepKind {
    /// The scopes that the step holds, in order.
    pub(crate) fn scopes(&self) -> Vec<ScopeId> {
        match self {
            Self::Choice { entries, default } => {
                entries.iter().map(|entry| entry.body).chain([default.body]).flatten().collect()
            }
            Self::Parallel { branches, .. } => branches.clone(),
            Self::Foreach(foreach) => vec![foreach.body],
            Self::Task(_) | Self::Pass | Self::Wait(_) | Self::Succeed | Self::Fail { .. } => Vec::new(),
        }
    }

    /// The name of the kind.
    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::Task(_) => "task",
            Self::Pass => "pass",
            Self::Wait(_) => "wait",
            Self::Choice { .. } => "choice",
            Self::Parallel { .. } => "parallel",
            Self::Foreach(_) => "foreach",
            Self::Succeed => "succeed",
            Self::Fail { .. } => "fail",
        }
    }
}

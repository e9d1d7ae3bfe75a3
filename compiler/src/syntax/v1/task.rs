//! `task`: calls a resource.

use super::super::read::Reader;
use super::super::{Resource, Spanned};
use super::{Catch, Mapping, Parameter, Retry};
use crate::diagnostics::Code;
use crate::source::Span;
use crate::yaml::{Cursor, Node, NodeKind};

/// What a task step has of its own.
#[derive(Debug)]
pub(crate) struct Task {
    /// None where it could not be read; the reason is reported.
    pub(crate) resource: Option<Resource>,
    pub(crate) pattern: Option<Spanned<Pattern>>,
    pub(crate) params: Option<Spanned<Vec<Parameter>>>,
    pub(crate) timeout: Option<Spanned<u64>>,
    pub(crate) retry: Vec<Retry>,
    pub(crate) catch: Vec<Catch>,
    pub(crate) errors: Option<Vec<Mapping>>,
    pub(crate) head: Span,
}

/// When the task is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    RequestResponse,
    Sync,
    WaitForCallback,
}

impl Reader<'_> {
    pub(super) fn task(&mut self, keys: &mut Cursor<'_>) -> Task {
        let patterns = [
            ("requestResponse", Pattern::RequestResponse),
            ("sync", Pattern::Sync),
            ("waitForCallback", Pattern::WaitForCallback),
        ];
        let task = Task {
            resource: self.resource(keys),
            pattern: keys.take("pattern").and_then(|node| self.word(node, "pattern", &patterns)),
            params: keys.take("serviceParams").and_then(|node| self.params(node)),
            timeout: keys.take("timeoutSeconds").and_then(|node| self.seconds(node)),
            retry: keys.take("retry").map(|node| self.retries(node)).unwrap_or_default(),
            catch: keys.take("catch").map(|node| self.catches(node)).unwrap_or_default(),
            errors: self.mappings(keys, "errorMappings"),
            head: keys.head(),
        };
        let needless = task.errors.is_some() && keys.take("catch").is_none();
        if let Some(errors) = keys.entry("errorMappings").filter(|_| needless) {
            self.diags
                .report(Code::NoEffect, errors.key_span, "`errorMappings` have no effect without `catch`")
                .help("add a `catch` that names the errors and a step to go to, or remove the mappings");
        }
        task
    }

    fn resource(&mut self, keys: &mut Cursor<'_>) -> Option<Resource> {
        let arn = keys.entry("resourceArn");
        let action = keys.entry("action");
        if let (Some(arn), Some(action)) = (arn, action) {
            self.diags
                .report(Code::ConflictingKeys, action.key_span, "a task has either `resourceArn` or `action`, not both")
                .also(arn.key_span, "the other one")
                .help("remove one of the two");
        }
        if let Some(entry) = arn {
            return self.arn(&entry.value);
        }
        if let Some(entry) = action {
            return self.text(&entry.value).map(Resource::Action);
        }
        if let Some(missing) = keys.miss_either(["resourceArn", "action"], self.diags) {
            missing.help("name a function as `resourceArn: acs:fc:::services/{service}/functions/{function}`");
        }
        None
    }

    fn params(&mut self, node: &Node) -> Option<Spanned<Vec<Parameter>>> {
        if node.is_null() {
            return None;
        }
        let NodeKind::Mapping(entries) = &node.kind else {
            self.wrong_type(node, "a mapping of parameters");
            return None;
        };
        let params = entries.iter().map(|entry| Parameter {
            key: Spanned { node: entry.key.clone(), span: entry.key_span },
            value: self.parameter(&entry.value),
        });
        Some(Spanned { node: params.collect(), span: node.span })
    }
}

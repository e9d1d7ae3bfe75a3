//! `Map` states.

use super::super::literal::literal;
use super::scene::Place;
use super::{Machine, Scene};
use crate::diagnostics::{Code, list};
use crate::ir::{Constant, DataRule, Foreach, Gather, Scope, ScopeId, ScopeKind, StepId, StepKind, Target, Ty};
use crate::syntax::statemachine::Map;

/// How many iterations run at once without another word, and at the most by the quota.
const CONCURRENCY: u32 = 40;
/// The quota of iterations that are executions of their own.
const DISTRIBUTED: u32 = 100;

impl Machine<'_> {
    /// Without the states that it holds.
    pub(super) fn map(&mut self, map: &Map, scene: Scene) -> StepKind {
        let collection = match &map.items {
            Some(items) => {
                let items = self.expression(items, scene);
                self.expect(&items, &[Ty::Array], "an array", "name the key that holds the array: `$Input.items`");
                items
            }
            None => literal(Constant::Array(Vec::new()), map.span),
        };
        if let Some(item) = &map.item {
            self.object(item, scene.at(Place::Item));
        }
        self.distributed(map);
        StepKind::Foreach(Foreach {
            collection,
            item: None,
            index: None,
            body: ScopeId(0), // until the states are lowered
            concurrency: self.concurrency(map),
            gather: Gather::Items,
        })
    }

    fn concurrency(&mut self, map: &Map) -> u32 {
        let Some(number) = &map.concurrency else { return CONCURRENCY };
        let quota = if map.config.is_some() { DISTRIBUTED } else { CONCURRENCY };
        if number.node > quota.into() {
            self.base
                .diags
                .report(
                    Code::BeyondQuota,
                    number.span,
                    format_args!("the service runs at most {quota} iterations at once"),
                )
                .help("the engines here run as many as is written");
        }
        u32::try_from(number.node).unwrap_or(u32::MAX)
    }

    /// Reports what asks for iterations that are executions of their own.
    fn distributed(&mut self, map: &Map) {
        if let Some(first) = map.distributed.first() {
            let keys = list(map.distributed.iter().map(|it| it.key));
            self.base
                .diags
                .report(
                    Code::NotSupported,
                    first.span,
                    format_args!("not supported yet: a distributed `Map`, for {keys}"),
                )
                .help("without these keys it runs over the array of `ItemsPath`, within the execution");
        } else if let Some(config) = map.config {
            self.base
                .diags
                .report(Code::RunsInline, config, "the iterations of this `Map` run within the execution")
                .help("remove `ProcessorConfig`, unless the service is to run them as executions of their own");
        }
    }

    pub(super) fn processor(&mut self, map: &Map, id: StepId) -> ScopeId {
        if let Some(processor) = &map.processor {
            return self.scope(processor, ScopeKind::Iteration, Some(id));
        }
        self.base.scopes.push(Scope {
            kind: ScopeKind::Iteration,
            parent: Some(id),
            entry: Target::End,
            steps: Vec::new(),
            data: DataRule::Replace,
            span: map.span,
        });
        ScopeId(self.base.scopes.len() - 1)
    }
}

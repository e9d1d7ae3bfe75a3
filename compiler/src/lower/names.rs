//! Names of steps: which there are, and what a `goto` means.

use std::collections::HashMap;

use super::{Lowering, Siblings};
use crate::diagnostics::{Code, Diagnostics, list, nearest};
use crate::ir::Target;
use crate::source::Span;
use crate::syntax::Spanned;
use crate::syntax::v1::{Step, StepKind};

/// How many lists of steps may be nested in one another. All that walks them later relies on it.
const MAX_LEVELS: usize = 100;

/// Where each name of a step stands first.
pub(super) struct Names<'a> {
    first: HashMap<&'a str, (Span, usize)>,
    lists: usize,
}

impl<'a> Names<'a> {
    /// Collects the names; reports those that stand twice.
    pub(super) fn new(steps: &'a [Step], diags: &mut Diagnostics) -> Self {
        let mut names = Self { first: HashMap::new(), lists: 0 };
        names.collect(steps, 0, diags);
        names
    }

    fn collect(&mut self, steps: &'a [Step], level: usize, diags: &mut Diagnostics) {
        let own = self.lists;
        let mut seen: HashMap<&str, Span> = HashMap::new();
        self.lists += 1;
        for step in steps {
            let Spanned { node: name, span } = &step.name;
            if !name.is_empty() {
                if let Some(first) = seen.get(name.as_str()) {
                    diags
                        .report(Code::DuplicateStep, *span, format_args!("two steps are named `{name}`"))
                        .label("again here")
                        .also(*first, "first here")
                        .help("give each step a name of its own");
                } else if let Some((first, _)) = self.first.get(name.as_str()) {
                    diags
                        .report(
                            Code::RepeatedStepName,
                            *span,
                            format_args!("another step of the flow is named `{name}` too"),
                        )
                        .also(*first, "first here")
                        .help("give each step of the flow a name of its own");
                }
                seen.entry(name).or_insert(*span);
                self.first.entry(name).or_insert((*span, own));
            }
            for nested in nested(step) {
                if level == MAX_LEVELS {
                    diags
                        .report(
                            Code::TooComplex,
                            *span,
                            format_args!("steps are nested deeper than {MAX_LEVELS} levels"),
                        )
                        .label("holds steps")
                        .help("move parts of it to a flow of their own");
                    break;
                }
                self.collect(nested, level + 1, diags);
            }
        }
    }
}

/// The lists of steps that a step holds, in the order of the definition.
fn nested(step: &Step) -> Vec<&[Step]> {
    match &step.kind {
        StepKind::Choice(choice) => {
            let entries = choice.entries.iter().filter_map(|entry| entry.jump.steps.as_deref());
            entries.chain(choice.default.iter().filter_map(|jump| jump.steps.as_deref())).collect()
        }
        StepKind::Parallel(parallel) => parallel.branches.iter().map(|branch| branch.steps.as_slice()).collect(),
        StepKind::Foreach(foreach) => vec![&foreach.steps],
        _ => Vec::new(),
    }
}

/// How many steps a step is, with those that it holds.
pub(super) fn size(step: &Step) -> usize {
    1 + nested(step).into_iter().flatten().map(size).sum::<usize>()
}

impl Lowering<'_> {
    /// What a `goto` of a step in this list leads to.
    pub(super) fn target(&mut self, goto: &Spanned<String>, siblings: &Siblings<'_>) -> Target {
        let name = goto.node.as_str();
        if let Some(id) = siblings.get(name) {
            return Target::Step(*id);
        }
        if let Some((span, _)) = self.names.first.get(name) {
            self.diags
                .report(
                    Code::TargetOutOfScope,
                    goto.span,
                    format_args!("the step `{name}` is in another list of steps"),
                )
                .label("cannot lead there")
                .also(*span, "the step is here")
                .help("a `goto` leads to a step of the same list: the one that the step with the `goto` is in");
            return Target::End;
        }
        let searches = self.diags.may_search(siblings.len());
        let mut known: Vec<_> = siblings.iter().filter(|(name, _)| searches && !name.is_empty()).collect();
        known.sort_by_key(|(_, id)| **id);
        let known = || known.iter().map(|(name, _)| **name);
        let found = self
            .diags
            .report(Code::UnknownTarget, goto.span, format_args!("unknown step `{name}`"))
            .label("no step has this name");
        match nearest(name, known()) {
            Some(near) => found.help(format_args!("did you mean `{near}`?")),
            None if (1..=12).contains(&known().count()) => {
                found.help(format_args!("the steps of this list are {}", list(known())))
            }
            None => found.help("a `goto` leads to a step of the same list"),
        };
        Target::End
    }
}

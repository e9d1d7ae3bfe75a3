//! Names of steps: which there are, and what a jump to one means.

use std::collections::HashMap;

use super::Lowering;
use crate::diagnostics::{Code, Diagnostics, guess, list};
use crate::ir::{StepId, Target, Words};
use crate::source::Span;
use crate::syntax::Spanned;

/// How many lists of steps may be nested in one another. All that walks them later relies on it.
const MAX_LEVELS: usize = 100;

/// A step as written, of either dialect.
pub(super) trait Tree: Sized {
    /// Its name; empty where it could not be read.
    fn name(&self) -> &Spanned<String>;

    /// The lists of steps that it holds, in the order of the definition.
    fn nested(&self) -> Vec<&[Self]>;

    /// How many steps it is, with those that it holds.
    fn size(&self) -> usize {
        1 + self.nested().into_iter().flatten().map(Self::size).sum::<usize>()
    }
}

/// The steps of one list, while it is lowered.
pub(super) struct Siblings<'a> {
    /// In the order of the definition.
    pub(super) ids: Vec<StepId>,
    by_name: HashMap<&'a str, StepId>,
}

/// Where each name of a step stands first.
pub(super) struct Names<'a> {
    first: HashMap<&'a str, First<'a>>,
}

struct First<'a> {
    span: Span,
    /// The name of the step that holds the list.
    holder: Option<&'a str>,
}

impl<'a> Names<'a> {
    /// Collects the names; reports those that stand twice.
    pub(super) fn new(steps: &'a [impl Tree], words: &Words, diags: &mut Diagnostics) -> Self {
        let mut names = Self { first: HashMap::new() };
        names.collect(steps, None, 0, words, diags);
        names
    }

    fn collect<S: Tree>(
        &mut self,
        steps: &'a [S],
        holder: Option<&'a str>,
        level: usize,
        words: &Words,
        diags: &mut Diagnostics,
    ) {
        let word = words.step;
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for step in steps {
            let Spanned { node: name, span } = step.name();
            if !name.is_empty() {
                if let Some(first) = seen.get(name.as_str()) {
                    diags
                        .report(Code::DuplicateStep, *span, format_args!("two {word}s are named `{name}`"))
                        .label("again here")
                        .also(*first, "first here")
                        .help(format_args!("give each {word} a name of its own"));
                } else if let Some(first) = self.first.get(name.as_str()) {
                    diags
                        .report(
                            Code::RepeatedStepName,
                            *span,
                            format_args!("another {word} of the flow is named `{name}` too"),
                        )
                        .also(first.span, "first here")
                        .help(format_args!("give each {word} of the flow a name of its own"));
                }
                seen.entry(name).or_insert(*span);
                self.first.entry(name).or_insert(First { span: *span, holder });
            }
            for nested in step.nested() {
                if level == MAX_LEVELS {
                    diags
                        .report(
                            Code::TooComplex,
                            *span,
                            format_args!("{word}s are nested deeper than {MAX_LEVELS} levels"),
                        )
                        .label(format_args!("holds {word}s"))
                        .help("move parts of it to a flow of their own");
                    break;
                }
                self.collect(nested, Some(name), level + 1, words, diags);
            }
        }
    }
}

impl Lowering<'_> {
    /// Gives the steps of a list their ids; the next step to be lowered is the first of them.
    pub(super) fn siblings<'s>(&self, steps: &'s [impl Tree]) -> Siblings<'s> {
        let mut next = self.steps.len();
        let mut siblings = Siblings { ids: Vec::with_capacity(steps.len()), by_name: HashMap::new() };
        for step in steps {
            siblings.ids.push(StepId(next));
            siblings.by_name.entry(step.name().node.as_str()).or_insert(StepId(next));
            next += step.size(); // a step comes before those that it holds
        }
        siblings
    }

    /// What the name under `key` leads to, in a list of steps.
    pub(super) fn target(&mut self, name: &Spanned<String>, key: &str, siblings: &Siblings<'_>) -> Target {
        let Spanned { node: name, span } = name;
        let word = self.words.step;
        if siblings.ids.is_empty() {
            return Target::End; // the list could not be read, which is reported
        }
        if let Some(id) = siblings.by_name.get(name.as_str()) {
            return Target::Step(*id);
        }
        if let Some(First { span: first, holder }) = self.names.first.get(name.as_str()) {
            let place =
                holder.map_or_else(|| "in the list of the flow".to_owned(), |holder| format!("within `{holder}`"));
            self.diags
                .report(
                    Code::TargetOutOfScope,
                    *span,
                    format_args!("the {word} `{name}` is in another list of {word}s"),
                )
                .label("cannot lead there")
                .also(*first, format_args!("the {word} is here, {place}"))
                .help(format_args!(
                    "a `{key}` leads to a {word} of the same list: the one that the {word} with the `{key}` is in"
                ));
            return Target::End;
        }
        if siblings.by_name.contains_key("") {
            return Target::End; // the name of a step could not be read, which is reported
        }
        let searches = self.diags.may_search(siblings.by_name.len());
        let known = searches.then_some(&siblings.by_name).into_iter().flatten();
        let mut known: Vec<_> = known.filter(|(name, _)| !name.is_empty()).collect();
        known.sort_by_key(|(_, id)| **id);
        let known = || known.iter().map(|(name, _)| **name);
        let found = self
            .diags
            .report(Code::UnknownTarget, *span, format_args!("unknown {word} `{name}`"))
            .label(format_args!("no {word} has this name"));
        match guess(name, known()) {
            Some(near) => found.meant_name(*span, name, &near),
            None if (1..=12).contains(&known().count()) => {
                found.help(format_args!("the {word}s of this list are {}", list(known())))
            }
            None => found.help(format_args!("a `{key}` leads to a {word} of the same list")),
        };
        Target::End
    }
}

//! Keys that a step gives to its list, but that nothing reads afterwards.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::walk;
use crate::diagnostics::{Code, Diagnostics, guess};
use crate::ir::{DataRule, Flow, Output, Root, Step, StepKind, Target, Template};
use crate::live::{Demand, Live};
use crate::source::Span;

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    let rule = Rule::new(flow);
    let mut places = BTreeMap::new();
    for (at, step) in flow.steps.iter().enumerate() {
        // What a fail step would give is a finding of its own.
        if rule.reached[at] && !matches!(step.kind, StepKind::Fail { .. }) {
            rule.output(step, &mut places, diags);
        }
    }
    for (span, unused) in places {
        if let Some(unused) = unused {
            rule.report(span, &unused, diags);
        }
    }
}

struct Rule<'a> {
    flow: &'a Flow,
    live: Live<'a>,
    /// The steps that control can come to.
    reached: Vec<bool>,
    /// What the other steps of each scope read of its data.
    elsewhere: Vec<Demand<'a>>,
}

/// A key that nothing reads.
struct Unused<'a> {
    key: &'a str,
    step: &'a Step,
}

/// What was found at a place; none where the key is read. An alias gives the same keys in several places, and the
/// clauses of a v1 task share their mappings.
type Places<'a> = BTreeMap<Span, Option<Unused<'a>>>;

impl<'a> Rule<'a> {
    fn new(flow: &'a Flow) -> Self {
        let live = Live::of(flow);
        let mut reached = vec![false; flow.steps.len()];
        let mut elsewhere = vec![Demand::none(); flow.scopes.len()];
        for (scope, elsewhere) in flow.scopes.iter().zip(&mut elsewhere) {
            // A scope comes after the step that holds it.
            if let Target::Step(entry) = scope.entry
                && scope.parent.is_none_or(|parent| reached[parent.0])
            {
                walk::reach(flow, entry, &mut reached);
            }
            for id in scope.steps.iter().filter(|id| !reached[id.0]) {
                *elsewhere = elsewhere.or(live.data(*id));
            }
        }
        Self { flow, live, reached, elsewhere }
    }

    /// What a step gives, when it has succeeded and when an error was caught.
    fn output(&self, step: &'a Step, places: &mut Places<'a>, diags: &mut Diagnostics) {
        self.keys(step, (&step.output, &step.output_keys), &self.live.after(step), places, diags);
        for clause in &step.catch {
            let read = self.live.at(clause.target, step.scope);
            self.keys(step, (&clause.output, &clause.output_keys), read, places, diags);
        }
    }

    fn keys(
        &self,
        step: &'a Step,
        (output, spans): (&'a Output, &[Span]),
        read: &Demand<'a>,
        places: &mut Places<'a>,
        diags: &mut Diagnostics,
    ) {
        let Output::Template(Template::Object(entries)) = output else { return };
        let own = |key: &str| entries.iter().any(|(known, _)| known == key);
        for ((key, value), span) in entries.iter().zip(spans) {
            let is_read = read.reads(key)
                || tells_of_error(value)
                || self.elsewhere[step.scope.0].reads(key)
                || no_path_reads(key)
                || self.is_misspelt(key, step, read, own, diags);
            let unused = (!is_read).then_some(Unused { key, step });
            let known = places.entry(*span).or_insert(unused);
            if is_read {
                *known = None;
            }
        }
    }

    /// Whether what is read is another key that nothing gives: that is a finding where it is read.
    fn is_misspelt(
        &self,
        key: &str,
        step: &Step,
        read: &Demand<'a>,
        own: impl Fn(&str) -> bool,
        diags: &mut Diagnostics,
    ) -> bool {
        let Demand::Keys(read) = read else { return false };
        let scope = self.flow.scope(step.scope);
        let begins = self.live.at(scope.entry, step.scope);
        let given = |name: &str| own(name) || (scope.data == DataRule::Accumulate && !begins.reads(name));
        let names = || read.iter().map(|(name, _)| name).filter(|name| !given(name));
        diags.may_search(read.iter().count()) && guess(key, names()).is_some()
    }

    fn report(&self, span: Span, Unused { key, step }: &Unused<'_>, diags: &mut Diagnostics) {
        let Self { flow, live, .. } = self;
        let name = &step.name;
        let scope = flow.scope(step.scope);
        let again = diags.may_search(scope.steps.len()).then(|| self.given_again(key, step)).flatten();
        let message = format_args!("nothing reads the key `{key}` that `{name}` gives");
        let found = diags.report(Code::UnusedOutput, span, message);
        found.label("never read");
        let lasts = scope.data == DataRule::Accumulate || step.targets().contains(&Target::End);
        let lost = lasts && live.at(Target::End, step.scope).is_none();
        let holder = scope.parent.map(|id| flow.step(id)).filter(|holder| lost && holder.output != Output::Result);
        match holder {
            _ if again.is_some() => {
                found.help("remove it, or give one of the two another name");
            }
            Some(holder) => {
                found.also(holder.name_span, "this hands on nothing of what is given in it");
                let (output, name) = (flow.words.output, &holder.name);
                found.help(format_args!("remove it, or hand it on by the `{output}` of `{name}`"));
            }
            None => {
                found.help("remove it, or read it where it is wanted");
            }
        }
        if let Some(again) = again {
            found.also(again, "here it is given again, before anything reads it");
        }
    }

    /// Where a key is given next that is in the data of a list.
    fn given_again(&self, key: &str, step: &Step) -> Option<Span> {
        if self.flow.scope(step.scope).data == DataRule::Replace {
            return None;
        }
        let mut seen = BTreeSet::new();
        let mut open: VecDeque<_> = walk::successors(step).collect();
        while let Some(id) = open.pop_front() {
            let next = self.flow.step(id);
            if let Output::Template(Template::Object(entries)) = &next.output
                && let Some(at) = entries.iter().position(|(known, _)| known == key)
            {
                return next.output_keys.get(at).copied();
            }
            if seen.insert(id) {
                open.extend(walk::successors(next));
            }
        }
        None
    }
}

/// Whether a value is made of a caught error: whoever looks at the history wants to see it.
fn tells_of_error(value: &Template) -> bool {
    let mut found = false;
    value.each_path(&mut |path, _| found |= path.root == Root::Caught);
    found
}

/// Whether the key has a name that is a finding of its own.
fn no_path_reads(key: &str) -> bool {
    key.starts_with('$') || key.contains(['.', '['])
}

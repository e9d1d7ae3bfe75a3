//! Keys that are read, but that no path can have given, where each step's output takes the place of the data.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::diagnostics::{Code, Diagnostics, list, nearest};
use crate::ir::{
    DataRule, Expr, Flow, Output, Path, ResultRule, Root, Scope, ScopeKind, Segment, Step, StepId, StepKind, Target,
    Template,
};

/// With more keys than this nobody asks which there are.
const MAX_KEYS: usize = 64;

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    if flow.scopes.iter().any(|scope| scope.data != DataRule::Replace) {
        return;
    }
    let mut given = Given { flow, before: vec![Keys::None; flow.steps.len()] };
    for scope in &flow.scopes {
        given.scope(scope); // a scope comes after the one that holds its step
    }
    for (at, step) in flow.steps.iter().enumerate() {
        given.reads(StepId(at), step, diags);
    }
}

/// The keys that data can have.
#[derive(Debug, Clone, PartialEq)]
enum Keys<'a> {
    /// No path leads here.
    None,
    /// No others than these.
    Only(Rc<BTreeSet<&'a str>>),
    /// Nobody knows.
    Any,
}

impl<'a> Keys<'a> {
    fn of(keys: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Only(Rc::new(keys.into_iter().collect()))
    }

    fn of_template(template: &'a Template) -> Self {
        match template {
            Template::Object(entries) => Self::of(entries.iter().map(|(key, _)| key.as_str())),
            _ => Self::Any,
        }
    }

    /// What either can have.
    fn or(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::None, keys) | (keys, Self::None) => keys.clone(),
            (Self::Only(own), Self::Only(others)) if own.is_superset(others) => self.clone(),
            (Self::Only(own), Self::Only(others)) if own.len() + others.len() <= MAX_KEYS => {
                Self::of(own.union(others).copied())
            }
            _ => Self::Any,
        }
    }
}

struct Given<'a> {
    flow: &'a Flow,
    /// What the data of the scope can have before each step.
    before: Vec<Keys<'a>>,
}

impl<'a> Given<'a> {
    /// Follows the data through a scope until nothing new is found.
    fn scope(&mut self, scope: &'a Scope) {
        let Target::Step(entry) = scope.entry else { return };
        let input = match (scope.kind, scope.parent) {
            (ScopeKind::Branch(_) | ScopeKind::Choice(_), Some(parent)) => self.input(parent),
            _ => Keys::Any,
        };
        self.before[entry.0] = input;
        let mut open = vec![entry];
        while let Some(id) = open.pop() {
            for (next, keys) in self.after(id) {
                let joined = self.before[next.0].or(&keys);
                if joined != self.before[next.0] {
                    self.before[next.0] = joined;
                    open.push(next);
                }
            }
        }
    }

    /// The input of a step.
    fn input(&self, id: StepId) -> Keys<'a> {
        match &self.flow.step(id).input {
            Some(template) => Keys::of_template(template),
            None => self.before[id.0].clone(),
        }
    }

    /// What each step after a step gets.
    fn after(&self, id: StepId) -> Vec<(StepId, Keys<'a>)> {
        let step = self.flow.step(id);
        let keys = |output: &'a Output| match output {
            Output::Template(template) => Keys::of_template(template),
            Output::Result => result(step),
            Output::Input => self.input(id),
            Output::Empty => Keys::of([]),
        };
        let output = keys(&step.output);
        let done = step.ways().into_iter().map(|target| (target, output.clone()));
        let caught = step.catch.iter().map(|clause| (clause.target, keys(&clause.output)));
        let within = |(target, keys)| match target {
            Target::Step(next) => Some((next, keys)),
            Target::End => None,
        };
        done.chain(caught).filter_map(within).collect()
    }

    fn reads(&self, id: StepId, step: &'a Step, diags: &mut Diagnostics) {
        let (input, result) = (self.input(id), result(step));
        step.each_path(&mut |path, expr| {
            let keys = match path.root {
                Root::ScopeData => &self.before[id.0],
                Root::StepInput => &input,
                Root::Result => &result,
                _ => return,
            };
            if let (Keys::Only(keys), Some(Segment::Key(key))) = (keys, path.segments.first())
                && !keys.contains(key.as_str())
            {
                self.never(step, path, expr, key, keys, diags);
            }
        });
    }

    fn never(&self, step: &Step, path: &Path, expr: &Expr, key: &str, keys: &BTreeSet<&str>, diags: &mut Diagnostics) {
        let words = self.flow.words;
        let result = path.root == Root::Result;
        let built = path.root == Root::StepInput && step.input.is_some();
        let what = if result { "result" } else { "input" };
        let found = diags
            .report(
                Code::NeverGiven,
                expr.span,
                format_args!("the {what} of `{}` never has the key `{key}`", step.name),
            )
            .label("fails when it is read");
        let names = || keys.iter().copied();
        let written = words.path(&Path { segments: Vec::new(), ..path.clone() });
        match nearest(key, names()).filter(|near| near.len() > 1) {
            Some(near) => found.help(format_args!("did you mean `{near}`?")),
            None if built => found.help(format_args!("its `{}` makes the input; add the key there", words.input)),
            None if keys.is_empty() => found.help("it has no keys at all"),
            None if result && keys.len() == 1 => {
                found.help(format_args!("it has only `{0}`: write `{written}.{0}.{key}`", first(keys)))
            }
            None if result => found.help(format_args!("it has only {}", list(names()))),
            None => found.help(format_args!(
                "it has only {}; what else is needed must be handed on by an `OutputConstructor`",
                list(names())
            )),
        };
    }
}

fn first<'k>(keys: &BTreeSet<&'k str>) -> &'k str {
    keys.first().copied().unwrap_or_default()
}

/// The keys of the result that a step has of its own.
fn result(step: &Step) -> Keys<'_> {
    const BRANCHES: [&str; 8] =
        ["Branch0", "Branch1", "Branch2", "Branch3", "Branch4", "Branch5", "Branch6", "Branch7"];
    match &step.kind {
        StepKind::Task(task) => match task.result {
            ResultRule::Body => Keys::of(["Body"]),
            ResultRule::Started => Keys::of(["FlowName", "ExecutionName", "RequestID"]),
            ResultRule::Object | ResultRule::Any => Keys::Any,
        },
        StepKind::Parallel { branches, .. } => match BRANCHES.get(..branches.len()) {
            Some(keys) => Keys::of(keys.iter().copied()),
            None => Keys::Any,
        },
        StepKind::Foreach(_) => Keys::of(["Items"]),
        _ => Keys::Any,
    }
}

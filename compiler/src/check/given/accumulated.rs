//! Flows whose steps add to the data of their list: which keys are there, by the ways that lead to a step, and, where these
//! are too many to be told apart, whatever way was taken.

use super::keys::Keys;
use super::{Place, deeper, each_path};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Guess, guess};
use crate::ir::{Expr, Flow, Path, Root, ScopeId, ScopeKind, Segment, Step, StepId, StepKind};
use crate::source::Span;
use crate::types::{Expanded, Found, Lost, Presence, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    let rule = Rule::new(flow, &types.names);
    for (at, step) in flow.steps.iter().enumerate() {
        let input = rule.input(step);
        each_path(flow, types, StepId(at), &mut |path, expr, roots, place| {
            rule.path(step, &input, &Read { path, expr, place, lost: lost(roots.find(path)) }, diags);
        });
    }
    if let Some(output) = &flow.output {
        let roots = types.roots_at_end(flow);
        output.each_path(&mut |path, expr| {
            let read = Read { path, expr, place: Place::Before, lost: lost(roots.find(path)) };
            if !rule.deeper(&read, diags)
                && let Some(key) = key(path)
            {
                rule.scope(flow.body(), None, &read, key, diags);
            }
        });
    }
}

/// Where a path is lost, whatever way was taken.
fn lost(found: Found) -> Option<Lost> {
    found.lost.filter(|lost| lost.presence == Presence::Never)
}

/// A path that is read.
struct Read<'e> {
    path: &'e Path,
    expr: &'e Expr,
    place: Place,
    lost: Option<Lost>,
}

impl Read<'_> {
    /// Whether no way that leads here gives what is read.
    fn never(&self) -> bool {
        self.lost.as_ref().is_some_and(|lost| lost.at == 0)
    }

    /// The keys that are known to be there.
    fn known<'s>(&'s self, names: &'s Expanded) -> Vec<&'s str> {
        let record = self.lost.as_ref().and_then(|lost| lost.of.fields(names));
        record.iter().flat_map(|record| record.fields.keys()).map(AsRef::as_ref).collect()
    }
}

/// The key that a path reads first.
fn key(path: &Path) -> Option<&str> {
    match path.segments.first()? {
        Segment::Key(key) => Some(key),
        _ => None,
    }
}

struct Rule<'a> {
    flow: &'a Flow,
    names: &'a Expanded,
    /// What the steps of each scope give.
    data: Vec<Keys<'a>>,
    /// The input of each scope.
    inputs: Vec<Keys<'a>>,
}

impl<'a> Rule<'a> {
    fn new(flow: &'a Flow, names: &'a Expanded) -> Self {
        let mut rule = Self { flow, names, data: vec![Keys::none(); flow.scopes.len()], inputs: Vec::new() };
        // A scope comes after the one that holds its step.
        for at in (0..flow.scopes.len()).rev() {
            rule.data[at] = Keys::union(flow.scopes[at].steps.iter().map(|id| rule.gives(flow.step(*id))));
        }
        for scope in &flow.scopes {
            let input = match scope.parent.map(|id| flow.step(id)) {
                None => flow.input.as_ref().map_or(Keys::Any, Keys::of_template),
                Some(step) => rule.input(step).with(&added(step)),
            };
            rule.inputs.push(input);
        }
        rule
    }

    /// What a step gives to its scope.
    fn gives(&self, step: &'a Step) -> Keys<'a> {
        let output = Keys::of_output(&step.output).unwrap_or_else(|| self.result(step));
        let caught = step.catch.iter().map(|catch| Keys::of_output(&catch.output).unwrap_or(Keys::Any));
        Keys::union(std::iter::once(output).chain(caught))
    }

    /// The result of a step that is an object.
    fn result(&self, step: &Step) -> Keys<'a> {
        match &step.kind {
            StepKind::Choice { entries, default } => {
                let bodies = entries.iter().map(|entry| entry.body).chain([default.body]).flatten();
                Keys::union(bodies.map(|body| self.data[body.0].clone()))
            }
            StepKind::Pass | StepKind::Wait(_) | StepKind::Succeed | StepKind::Fail { .. } => Keys::none(),
            StepKind::Task(_) | StepKind::Parallel { .. } | StepKind::Foreach(_) => Keys::Any,
        }
    }

    fn input(&self, step: &'a Step) -> Keys<'a> {
        match &step.input {
            Some(template) => Keys::of_template(template),
            None => self.inputs[step.scope.0].with(&self.data[step.scope.0]),
        }
    }

    /// Reports a path that is lost below its first key.
    fn deeper(&self, read: &Read<'_>, diags: &mut Diagnostics) -> bool {
        let Some(lost) = read.lost.as_ref().filter(|lost| lost.at > 0) else { return false };
        deeper::report(self.flow, (read.path, read.expr, read.place), lost, self.names, diags).is_some()
    }

    fn path(&self, step: &Step, input: &Keys<'_>, read: &Read<'_>, diags: &mut Diagnostics) {
        let (path, expr) = (read.path, read.expr);
        if self.deeper(read, diags) {
            return;
        }
        let Some(key) = key(path) else { return };
        match path.root {
            Root::ScopeInput | Root::ScopeData => self.scope(step.scope, Some(step), read, key, diags),
            Root::StepInput if read.never() || !input.may_have(key) => {
                let near = self.near(key, input, read, diags);
                let found = never(key, &format!("the input of `{}`", step.name), expr, diags);
                meant(found, expr.span, key, near.as_ref(), |found| {
                    found.help(if step.input.is_some() {
                        "its `inputMappings` make the input; add one for this key"
                    } else {
                        "the input is that of the steps around it, and what steps before it have given"
                    });
                });
            }
            Root::Result => self.own_result(step, input, read, key, diags),
            Root::Caught if !matches!(key, "error" | "cause") => {
                never(key, "a caught error", expr, diags).help("it has the keys `error` and `cause`");
            }
            _ => {}
        }
    }

    /// What a step reads of its scope, or the end of that.
    fn scope(&self, id: ScopeId, step: Option<&Step>, read: &Read<'_>, key: &str, diags: &mut Diagnostics) {
        let (input, data) = (&self.inputs[id.0], &self.data[id.0]);
        let local = read.path.root == Root::ScopeData;
        let (keys, others, other) = if local { (data, input, "$input") } else { (input, data, "$local") };
        let elsewhere = keys.may_have(key);
        // Published definitions read in the steps of a choice what steps around it have given.
        let in_choice = local && matches!(self.flow.scope(id).kind, ScopeKind::Choice(_));
        if elsewhere && (in_choice || !read.never()) {
            return;
        }
        let what = match step {
            Some(step) if local && elsewhere => format!("what the steps before `{}` give", step.name),
            _ if local => "what the steps of this list give".to_owned(),
            _ => "the input of this list of steps".to_owned(),
        };
        let near = self.near(key, keys, read, diags);
        let span = read.expr.span;
        let found = never(key, &what, read.expr, diags);
        if others.has(key) {
            found.help(format_args!("write `{other}.{key}`"));
            return;
        }
        meant(found, span, key, near.as_ref(), |found| {
            found.help(match (local, self.flow.scope(id).kind) {
                (true, _) if elsewhere => "a step gives it that does not lead here",
                (true, _) => "`$local` is what steps of the same list have given; all else is in `$input`",
                (false, ScopeKind::Flow) => "the `inputMappings` of the flow make its input; add one for this key",
                (false, _) => "it is the input of the step around them; map what is needed there",
            });
        });
    }

    /// What a step reads of its own result.
    fn own_result(&self, step: &Step, input: &Keys<'_>, read: &Read<'_>, key: &str, diags: &mut Diagnostics) {
        let keys = self.result(step);
        let expr = read.expr;
        let never_given = read.never() || !keys.may_have(key);
        match &step.kind {
            StepKind::Parallel { .. } | StepKind::Foreach(_) => {
                diags
                    .report(Code::NeverGiven, expr.span, "the result of this step is an array, so this is always null")
                    .help(format_args!("`$local[*].{key}` reads it of each element, `$local[0].{key}` of the first"));
            }
            StepKind::Choice { .. } if never_given => {
                let near = self.near(key, &keys, read, diags);
                let found = never(key, "what the steps of this choice give", expr, diags);
                meant(found, expr.span, key, near.as_ref(), |found| {
                    found.help("data from outside of it is in `$input`");
                });
            }
            StepKind::Task(_) if never_given => {
                let near = self.near(key, &keys, read, diags);
                let found = never(key, &format!("the result of `{}`", step.name), expr, diags);
                meant(found, expr.span, key, near.as_ref(), |found| {
                    found.help(deeper::has(&read.known(self.names)));
                });
            }
            _ if never_given => {
                let message = format!("`{}` has no result of its own, so this is always null", step.name);
                let found = diags.report(Code::NeverGiven, expr.span, message);
                found.help(if input.may_have(key) {
                    format!("what steps before it have given is in its input: `$input.{key}`")
                } else {
                    format!("bring the value in with `inputMappings` and write `$input.{key}`")
                });
            }
            _ => {}
        }
    }

    /// The key that may be meant, of those that are there by any way.
    fn near<'s>(
        &'s self,
        key: &str,
        keys: &Keys<'s>,
        read: &'s Read<'_>,
        diags: &mut Diagnostics,
    ) -> Option<Guess<'s>> {
        if read.never() {
            return deeper::near(key, &read.known(self.names), diags);
        }
        let searches = diags.may_search(keys.count());
        if searches { guess(key, keys.names()).filter(|near| near.name.len() > 1) } else { None }
    }
}

/// What the scopes of a step have in their input besides that of the step.
fn added(step: &Step) -> Keys<'_> {
    match &step.kind {
        StepKind::Foreach(foreach) if foreach.item.is_none() => Keys::Any,
        StepKind::Foreach(foreach) => Keys::of(foreach.item.iter().chain(&foreach.index).map(String::as_str)),
        _ => Keys::none(),
    }
}

fn never<'d>(key: &str, what: &str, expr: &Expr, diags: &'d mut Diagnostics) -> &'d mut Diagnostic {
    diags.report(Code::NeverGiven, expr.span, format_args!("{what} never has the key `{key}`")).label("always null")
}

/// Proposes a key that is near, or says something else.
fn meant(
    found: &mut Diagnostic,
    span: Span,
    key: &str,
    near: Option<&Guess<'_>>,
    otherwise: impl FnOnce(&mut Diagnostic),
) {
    match near {
        Some(near) => {
            found.meant_name(span, key, near);
        }
        None => otherwise(found),
    }
}

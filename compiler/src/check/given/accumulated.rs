//! Flows whose steps add to the data of their list: which keys are there, whatever way was taken.

use super::keys::Keys;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Guess, guess};
use crate::ir::{Expr, Flow, Path, Root, ScopeId, ScopeKind, Segment, Step, StepKind};
use crate::source::Span;

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    let rule = Rule::new(flow);
    for step in &flow.steps {
        let input = rule.input(step);
        step.each_path(&mut |path, expr| rule.path(step, &input, path, expr, diags));
    }
    let mut body = |path: &Path, expr: &Expr| {
        if let Some(key) = key(path) {
            rule.scope(flow.body(), path, key, expr, diags);
        }
    };
    if let Some(output) = &flow.output {
        output.each_path(&mut body);
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
    /// What the steps of each scope give.
    data: Vec<Keys<'a>>,
    /// The input of each scope.
    inputs: Vec<Keys<'a>>,
}

impl<'a> Rule<'a> {
    fn new(flow: &'a Flow) -> Self {
        let mut rule = Self { flow, data: vec![Keys::none(); flow.scopes.len()], inputs: Vec::new() };
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

    fn path(&self, step: &Step, input: &Keys<'_>, path: &Path, expr: &Expr, diags: &mut Diagnostics) {
        let Some(key) = key(path) else { return };
        match path.root {
            Root::ScopeInput | Root::ScopeData => self.scope(step.scope, path, key, expr, diags),
            Root::StepInput if !input.may_have(key) => {
                let near = near(key, input, diags);
                let found = never(key, &format!("the input of `{}`", step.name), expr, diags);
                meant(found, expr.span, key, near, |found| {
                    found.help(if step.input.is_some() {
                        "its `inputMappings` make the input; add one for this key"
                    } else {
                        "the input is that of the steps around it, and what steps before it have given"
                    });
                });
            }
            Root::Result => self.own_result(step, input, key, expr, diags),
            Root::Caught if !matches!(key, "error" | "cause") => {
                never(key, "a caught error", expr, diags).help("it has the keys `error` and `cause`");
            }
            _ => {}
        }
    }

    /// What a step reads of its scope.
    fn scope(&self, id: ScopeId, path: &Path, key: &str, expr: &Expr, diags: &mut Diagnostics) {
        let (input, data) = (&self.inputs[id.0], &self.data[id.0]);
        let local = path.root == Root::ScopeData;
        let (keys, others, other) = if local { (data, input, "$input") } else { (input, data, "$local") };
        if keys.may_have(key) {
            return;
        }
        let what = if local { "what the steps of this list give" } else { "the input of this list of steps" };
        let near = near(key, keys, diags);
        let found = never(key, what, expr, diags);
        if others.has(key) {
            found.help(format_args!("write `{other}.{key}`"));
            return;
        }
        meant(found, expr.span, key, near, |found| {
            found.help(match (local, self.flow.scope(id).kind) {
                (true, _) => "`$local` is what steps of the same list have given; all else is in `$input`",
                (false, ScopeKind::Flow) => "the `inputMappings` of the flow make its input; add one for this key",
                (false, _) => "it is the input of the step around them; map what is needed there",
            });
        });
    }

    /// What a step reads of its own result.
    fn own_result(&self, step: &Step, input: &Keys<'_>, key: &str, expr: &Expr, diags: &mut Diagnostics) {
        let keys = self.result(step);
        match &step.kind {
            StepKind::Parallel { .. } | StepKind::Foreach(_) => {
                diags
                    .report(Code::NeverGiven, expr.span, "the result of this step is an array, so this is always null")
                    .help(format_args!("`$local[*].{key}` reads it of each element, `$local[0].{key}` of the first"));
            }
            StepKind::Choice { .. } if !keys.may_have(key) => {
                let near = near(key, &keys, diags);
                let found = never(key, "what the steps of this choice give", expr, diags);
                meant(found, expr.span, key, near, |found| {
                    found.help("data from outside of it is in `$input`");
                });
            }
            _ if !keys.may_have(key) => {
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

/// The key that may be meant.
fn near<'a>(key: &str, keys: &Keys<'a>, diags: &mut Diagnostics) -> Option<Guess<'a>> {
    let searches = diags.may_search(keys.count());
    if searches { guess(key, keys.names()).filter(|near| near.name.len() > 1) } else { None }
}

/// Proposes a key that is near, or says something else.
fn meant(
    found: &mut Diagnostic,
    span: Span,
    key: &str,
    near: Option<Guess<'_>>,
    otherwise: impl FnOnce(&mut Diagnostic),
) {
    match near {
        Some(near) => {
            found.meant_name(span, key, &near);
        }
        None => otherwise(found),
    }
}

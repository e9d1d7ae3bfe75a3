//! Flows whose steps replace the data of their list: what each step gets by the ways that lead to it.

use super::{Place, deeper, each_path};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{ContextField, Expr, Flow, Path, Root, Segment, Step, StepId, StepKind};
use crate::types::{Kinds, Lost, Presence, Roots, Types};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    for at in 0..flow.steps.len() {
        let id = StepId(at);
        if types.step(id).data.is_never() {
            continue; // no way leads here
        }
        let rule = Rule { flow, types, step: flow.step(id) };
        each_path(flow, types, id, &mut |path, expr, roots, place| rule.path(path, expr, roots, place, diags));
    }
}

struct Rule<'a> {
    flow: &'a Flow,
    types: &'a Types,
    step: &'a Step,
}

impl Rule<'_> {
    fn path(&self, path: &Path, expr: &Expr, roots: &Roots<'_>, place: Place, diags: &mut Diagnostics) {
        let Some(lost) = roots.find(path).lost else { return };
        let Segment::Key(key) = &path.segments[lost.at] else { return };
        let names = &self.types.names;
        if lost.presence == Presence::Maybe {
            let own = path.root != Root::Global && place != Place::Caught;
            if own && !self.is_asked_before(path) {
                self.maybe(path, expr, &lost, key, diags);
            }
            return;
        }
        let keys = lost.of.alternatives().iter().find_map(|shape| shape.fields(names)).map(|record| &record.fields);
        let keys: Vec<&str> = keys.iter().flat_map(|fields| fields.keys()).map(AsRef::as_ref).collect();
        if lost.of.kinds(names).and(Kinds::OBJECT).is_none() {
            deeper::report(self.flow, (path, expr, place), &lost, names, diags);
            return;
        }
        let near = deeper::near(key, &keys, diags);
        let message = format!("{} never has the key `{key}`", self.holder(path, &lost));
        let found = diags.report(Code::NeverGiven, expr.span, message);
        found.label(deeper::label(path));
        let own = path.root == Root::StepInput && self.step.input.is_some();
        match near {
            Some(near) => found.meant_name(expr.span, key, &near),
            None => found.help(advice(self.flow, path, own, &keys)),
        };
    }

    /// A key that is there by some ways only, which fails by the others.
    fn maybe(&self, path: &Path, expr: &Expr, lost: &Lost, key: &str, diags: &mut Diagnostics) {
        let holder = self.holder(path, lost);
        let above = self.flow.words.path(&Path { segments: path.segments[..lost.at].to_vec(), ..path.clone() });
        diags
            .report(Code::SometimesGiven, expr.span, format_args!("{holder} does not always have the key `{key}`"))
            .label("may fail when it is evaluated")
            .help(format_args!(
                "hand it on by the `{}` of each {} that leads here, or ask a `{}` first: `\"{key}\" in {above}`",
                self.flow.words.output, self.flow.words.step, self.flow.words.choice
            ));
    }

    /// Whether a choice has the same data, and may have told the ways apart.
    fn is_asked_before(&self, path: &Path) -> bool {
        let scope = self.flow.scope(self.step.scope);
        let segments = &path.segments;
        scope.steps.iter().any(|id| {
            matches!(self.flow.step(*id).kind, StepKind::Choice { .. })
                && self.types.step(*id).input.find(segments, &self.types.names).presence == Presence::Maybe
        })
    }

    /// What a key is looked for in.
    fn holder(&self, path: &Path, lost: &Lost) -> String {
        match (path.root, lost.at) {
            (Root::Result, 0) => format!("the result of `{}`", self.step.name),
            (Root::StepInput | Root::ScopeData, 0) => format!("the input of `{}`", self.step.name),
            _ => {
                let above = Path { segments: path.segments[..lost.at].to_vec(), ..path.clone() };
                format!("`{}`", self.flow.words.path(&above))
            }
        }
    }
}

/// Where the keys come from, and where to add one.
fn advice(flow: &Flow, path: &Path, own: bool, keys: &[&str]) -> String {
    let words = flow.words;
    let has = deeper::has(keys);
    let bare = Path { segments: Vec::new(), ..path.clone() };
    let (written, variable) = (words.path(path), words.path(&bare));
    let rest = written.strip_prefix(&variable).unwrap_or_default();
    let is_body = keys == ["Body"];
    match path.root {
        Root::Result if is_body => format!("{has}: write `{}.Body{rest}`", words.result),
        Root::Result | Root::Context(_) => has,
        Root::Global => format!("{has}: add one by a `GlobalConstructor`"),
        _ if own => format!("{has}: its `{}` makes it", words.input),
        _ if is_body => format!(
            "it has what the task before it gives: `{variable}.Body{rest}` is in the body of that, `{}{rest}` in what \
             the execution has started with",
            words.context(ContextField::ExecutionInput),
        ),
        _ => format!("{has}: hand the key on by the `{}` of the states before it", words.output),
    }
}

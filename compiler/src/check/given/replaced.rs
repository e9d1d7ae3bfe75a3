//! Flows whose steps replace the data of their list: what each step gets by the ways that lead to it.

use super::shape::{Found, Keys, Shape};
use crate::diagnostics::{Code, Diagnostics, guess, list};
use crate::ir::{
    Call, Callee, ContextField, Expr, ExprKind, Flow, Mode, Output, Path, ResultRule, Root, ScopeId, Step, StepId,
    StepKind, Target, Task,
};

/// So often what a step gets may turn out to be more than was known; then nothing is known of it.
const PATIENCE: u32 = 8;

/// The resource whose result has a documented shape.
const HTTP: &str = "HTTP:Request";

pub(super) fn check(flow: &Flow, diags: &mut Diagnostics) {
    let mut ways = Ways {
        flow,
        inputs: vec![None; flow.steps.len()],
        changes: vec![0; flow.steps.len()],
        outputs: vec![None; flow.scopes.len()],
        open: Vec::new(),
    };
    ways.give(flow.scope(flow.body()).entry, flow.body(), &Shape::Any);
    while let Some(id) = ways.open.pop() {
        ways.follow(id);
    }
    for (at, step) in flow.steps.iter().enumerate() {
        if let Some(raw) = &ways.inputs[at] {
            ways.report(step, raw, diags);
        }
    }
}

/// What is known while the ways through a flow are followed.
struct Ways<'a> {
    flow: &'a Flow,
    /// What each step gets; none where no way was found yet.
    inputs: Vec<Option<Shape<'a>>>,
    /// How often that has changed.
    changes: Vec<u32>,
    /// What each scope ends with.
    outputs: Vec<Option<Shape<'a>>>,
    /// The steps to be followed.
    open: Vec<StepId>,
}

impl<'a> Ways<'a> {
    /// Control goes to a target of a scope with data of this shape.
    fn give(&mut self, target: Target, scope: ScopeId, shape: &Shape<'a>) {
        match target {
            Target::Step(id) => {
                let known = &mut self.inputs[id.0];
                let mut all = known.as_ref().map_or_else(|| shape.clone(), |known| known.or(shape));
                if known.as_ref() == Some(&all) {
                    return;
                }
                self.changes[id.0] += 1;
                if self.changes[id.0] > PATIENCE {
                    all = Shape::Any;
                }
                *known = Some(all);
                self.open.push(id);
            }
            Target::End => {
                let known = &mut self.outputs[scope.0];
                let all = known.as_ref().map_or_else(|| shape.clone(), |known| known.or(shape));
                if known.as_ref() != Some(&all) {
                    *known = Some(all);
                    self.open.extend(self.flow.scope(scope).parent);
                }
            }
        }
    }

    /// Goes on from a step.
    fn follow(&mut self, id: StepId) {
        let step = self.flow.step(id);
        let Some(raw) = self.inputs[id.0].clone() else { return };
        let input = Self::input(step, &raw);
        match &step.kind {
            StepKind::Parallel { branches, .. } => {
                for branch in branches {
                    self.give(self.flow.scope(*branch).entry, *branch, &input);
                }
            }
            StepKind::Foreach(foreach) => {
                self.give(self.flow.scope(foreach.body).entry, foreach.body, &Shape::Any);
            }
            _ => {}
        }
        for catch in &step.catch {
            // Where the input could not be made, a clause sees what it was to be made of.
            let seen = input.or(&raw);
            let shape = Self::output(&catch.output, &raw, &seen, &Shape::Any);
            self.give(catch.target, step.scope, &shape);
        }
        let Some(result) = self.result(step) else { return };
        let output = Self::output(&step.output, &raw, &input, &result);
        match &step.kind {
            StepKind::Choice { entries, default } => {
                for target in entries.iter().map(|entry| entry.target).chain([default.target]) {
                    self.give(target, step.scope, &output);
                }
            }
            StepKind::Fail { .. } => {}
            _ => self.give(step.next, step.scope, &output),
        }
    }

    /// The input of a step that gets data of this shape.
    fn input(step: &'a Step, raw: &Shape<'a>) -> Shape<'a> {
        let root = |root| if root == Root::ScopeData { raw.clone() } else { Shape::Any };
        step.input.as_ref().map_or_else(|| raw.clone(), |template| Shape::of_template(template, &root))
    }

    fn output(output: &'a Output, raw: &Shape<'a>, input: &Shape<'a>, result: &Shape<'a>) -> Shape<'a> {
        match output {
            Output::Template(template) => Shape::of_template(template, &|root| match root {
                Root::ScopeData => raw.clone(),
                Root::StepInput => input.clone(),
                Root::Result => result.clone(),
                _ => Shape::Any,
            }),
            Output::Result => result.clone(),
            Output::Input => input.clone(),
            Output::Empty => Shape::of::<&str>([]),
        }
    }

    /// The result of a step; none where no way was found yet that gives one.
    fn result(&self, step: &'a Step) -> Option<Shape<'a>> {
        let any = |key| (key, Shape::Any);
        Some(match &step.kind {
            StepKind::Task(task) => match task.result {
                ResultRule::Body => Shape::of([any("Body")]),
                ResultRule::Started => Shape::of(["FlowName", "ExecutionName", "RequestID"].map(any)),
                _ if self.is_request(task) => Shape::of(["Header", "Code", "Body"].map(any)),
                ResultRule::Object | ResultRule::Any => Shape::Any,
            },
            StepKind::Parallel { branches, .. } => {
                let mut entries = Vec::with_capacity(branches.len());
                for (number, branch) in branches.iter().enumerate() {
                    entries.push((format!("Branch{number}"), self.outputs[branch.0].clone()?));
                }
                Shape::of(entries)
            }
            StepKind::Foreach(_) => Shape::of([any("Items")]),
            _ => Shape::Any,
        })
    }

    /// Whether a task is an HTTP request that gives its answer.
    fn is_request(&self, task: &Task) -> bool {
        let Call::Function { function: Callee::Known(function), .. } = &task.call else { return false };
        task.mode == Mode::RequestResponse && self.flow.function(*function).resource == HTTP
    }

    fn report(&self, step: &'a Step, raw: &Shape<'a>, diags: &mut Diagnostics) {
        let input = Self::input(step, raw);
        let result = self.result(step).unwrap_or(Shape::Any);
        step.each_before(&mut |expr| self.path(step, expr, (raw, &input, &result), diags));
        let seen = if step.catch.is_empty() { input } else { input.or(raw) };
        step.each_after(&mut |expr| self.path(step, expr, (raw, &seen, &result), diags));
    }

    fn path(
        &self,
        step: &Step,
        expr: &Expr,
        (raw, input, result): (&Shape<'a>, &Shape<'a>, &Shape<'a>),
        diags: &mut Diagnostics,
    ) {
        let ExprKind::Path(path) = &expr.kind else { return };
        let (shape, own) = match path.root {
            Root::ScopeData => (raw, false),
            Root::StepInput => (input, step.input.is_some()),
            Root::Result => (result, false),
            _ => return,
        };
        let Found::Missing(keys, at) = shape.find(path) else { return };
        let what = match (path.root, at) {
            (Root::Result, 0) => format!("the result of `{}`", step.name),
            (_, 0) => format!("the input of `{}`", step.name),
            _ => {
                let above = Path { segments: path.segments[..at].to_vec(), ..path.clone() };
                format!("`{}`", self.flow.words.path(&above))
            }
        };
        let missing = Path { segments: path.segments[at..=at].to_vec(), ..path.clone() };
        let missing = self.flow.words.path(&missing);
        let key = missing.split_once('.').map_or(missing.as_str(), |(_, key)| key);
        let near = if diags.may_search(keys.len()) { guess(key, keys.keys().map(AsRef::as_ref)) } else { None };
        let found = diags.report(Code::NeverGiven, expr.span, format_args!("{what} never has the key `{key}`"));
        found.label("fails when it is evaluated");
        match near.filter(|near| near.name.len() > 1) {
            Some(near) => found.meant_name(expr.span, key, &near),
            None => found.help(advice(self.flow, path, own, keys)),
        };
    }
}

/// Where the keys come from, and where to add one.
fn advice(flow: &Flow, path: &Path, own: bool, keys: &Keys<'_>) -> String {
    let words = flow.words;
    let has = match keys.len() {
        0 => "it has no keys".to_owned(),
        1..=8 => format!("it has {}", list(keys.keys().map(AsRef::as_ref))),
        many => format!("it has {many} other keys"),
    };
    let bare = Path { segments: Vec::new(), ..path.clone() };
    let (written, variable) = (words.path(path), words.path(&bare));
    let rest = written.strip_prefix(&variable).unwrap_or_default();
    let is_body = keys.len() == 1 && keys.contains_key("Body");
    match path.root {
        Root::Result if is_body => format!("{has}: write `{}.Body{rest}`", words.result),
        Root::Result => has,
        _ if own => format!("{has}: its `{}` makes it", words.input),
        _ if is_body => format!(
            "it has what the task before it gives: `{variable}.Body{rest}` is in the body of that, `{}{rest}` in what \
             the execution has started with",
            words.context(ContextField::ExecutionInput),
        ),
        _ => format!("{has}: hand the key on by the `{}` of the states before it", words.output),
    }
}

//! What is known of a whole flow before the first item is written: names, and who calls functions.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{
    forgotten::Forgotten,
    names::{Names, ident},
    step,
    typed::{Forms, Made, TypeNames},
};
use crate::{
    ir::{self, Call, Callee, DataRule, Flow, Mode, ResultRule, ScopeId, ScopeKind, StepId, StepKind},
    source::{SourceFile, Span},
    types::{Declared, Ty},
};

/// What generated modules name without a path; no item of ours may hide it.
pub(super) const TYPES: &[&str] = &[
    "At",
    "C",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Err",
    "F",
    "Flow",
    "Fn",
    "From",
    "Functions",
    "Future",
    "Given",
    "Held",
    "Input",
    "Into",
    "IntoIterator",
    "Iterator",
    "Local",
    "None",
    "Ok",
    "Option",
    "Output",
    "Reads",
    "Remote",
    "Result",
    "Scope",
    "Send",
    "Some",
    "Sync",
];

/// The functions, variables and imports that step functions stand beside.
const VALUES: &[&str] =
    &["at", "cx", "functions", "here", "input", "left", "path", "resumed", "rt", "run", "scope", "types"];

/// The modules of every flow.
const MODULES: &[&str] = &["rt", "types"];

/// How many steps are one `match`. What rustc needs for a future grows with the square of its awaits, and so does its
/// stack, without optimisation, with their number.
pub(super) const PART: usize = 200;

/// How many levels of scopes are one future.
const UNBOXED: usize = 4;

/// A flow with the names that its items get.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The flow.
    pub(super) flow: &'a Flow,
    /// Its definition.
    pub(super) source: &'a SourceFile,
    /// The types that are declared beside it, then those that are made for the flow.
    pub(super) declared: Declared,
    /// The path of the runtime.
    pub(super) krate: TokenStream,
    /// The names of these types.
    pub(super) types: TypeNames,
    /// Which types are made.
    pub(super) made: Made,
    /// How data is held.
    pub(super) forms: Forms,
    /// The one step that takes the input of the body.
    pub(super) consumer: Option<StepId>,
    /// What becomes of no use on the way.
    pub(super) forgotten: Forgotten<'a>,
    /// The modules of the steps that declare what they are reported with, in their order.
    pub(super) reports: Vec<String>,
    /// Indexed by [`StepId`].
    pub(super) steps: Vec<StepNames>,
    /// Indexed by [`FunctionId`](ir::FunctionId).
    pub(super) functions: Vec<FunctionNames>,
    /// The marker for calls of functions that data names.
    pub(super) any: String,
    /// Indexed by [`ScopeId`].
    pub(super) scopes: Vec<ScopePlan>,
}

/// The names of a step.
#[derive(Debug, Clone, Default)]
pub(super) struct StepNames {
    /// Its function.
    pub(super) function: String,
    /// Its variant of `At`.
    pub(super) variant: String,
}

/// The names of a function.
#[derive(Debug)]
pub(super) struct FunctionNames {
    /// The method of `Functions`.
    pub(super) method: String,
    /// The marker for calls whose result must be an object.
    pub(super) object: Option<String>,
    /// The marker for calls whose result may be any JSON, or does not count.
    pub(super) value: Option<String>,
}

/// What is known of a scope.
#[derive(Debug, Clone, Default)]
pub(super) struct ScopePlan {
    /// The module, unless it is the body of the flow.
    pub(super) module: String,
    /// The functions that run a part of its steps each, where these are many.
    pub(super) parts: Vec<String>,
    /// In how many others it is nested.
    level: usize,
    /// Whether it, or a scope in it, calls functions.
    pub(super) calls: bool,
    /// The markers of the functions that are called there.
    pub(super) markers: BTreeSet<String>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(flow: &'a Flow, source: &'a SourceFile, declared: &Declared, krate: TokenStream) -> Self {
        // What users see is named first.
        let mut names = Names::reserving(TYPES.iter().copied());
        let types = TypeNames::new(declared, &mut names);
        let (functions, any) = functions(flow, names);
        let mut plan = Self {
            flow,
            source,
            declared: declared.clone(),
            krate,
            types,
            made: Made::default(),
            forms: Forms::default(),
            consumer: None,
            forgotten: Forgotten::of(flow),
            reports: reports(flow, declared),
            steps: vec![StepNames::default(); flow.steps.len()],
            functions,
            any,
            scopes: vec![ScopePlan::default(); flow.scopes.len()],
        };
        for (at, scope) in flow.scopes.iter().enumerate() {
            // A scope comes after the one that holds its step.
            plan.scopes[at].level = scope.parent.map_or(0, |step| plan.scopes[flow.step(step).scope.0].level + 1);
            plan.scopes[at].parts = plan.name_steps(scope);
        }
        plan.look_for_calls(flow.body());
        plan.consumer = step::consumer(&plan);
        Forms::find(&mut plan);
        plan
    }

    /// A type, as the modules of the flow name it.
    pub(super) fn rust(&self, ty: &Ty) -> TokenStream {
        self.types.rust(ty, &quote!(types::))
    }

    /// Names the steps of a scope, and what they hold; gives the names of its parts.
    fn name_steps(&mut self, scope: &ir::Scope) -> Vec<String> {
        let flow = self.flow;
        let markers = self.functions.iter().flat_map(|it| [&it.object, &it.value]).flatten().chain([&self.any]);
        let data = (scope.data == DataRule::Replace).then_some("data");
        let reserved = VALUES.iter().copied().chain(data).chain(markers.map(String::as_str));
        let mut values = Names::reserving(reserved);
        let mut variants = Names::default();
        let beside = if scope.parent.is_none() { self.reports.as_slice() } else { &[] };
        let mut modules = Names::reserving(MODULES.iter().copied().chain(beside.iter().map(String::as_str)));
        for id in &scope.steps {
            let step = flow.step(*id);
            let function = values.snake(&step.name, "step");
            for nested in step.kind.scopes() {
                let module = match flow.scope(nested).kind {
                    ScopeKind::Flow | ScopeKind::Iteration => format!("{function}_body"),
                    ScopeKind::Branch(number) => format!("{function}_branch_{number}"),
                    ScopeKind::Choice(number) if number < entries(&step.kind) => format!("{function}_entry_{number}"),
                    ScopeKind::Choice(_) => format!("{function}_default"),
                };
                self.scopes[nested.0].module = modules.snake(&module, "step");
            }
            self.steps[id.0] = StepNames { function, variant: variants.camel(&step.name, "step") };
        }
        let parts = if scope.steps.len() > PART { scope.steps.len().div_ceil(PART) } else { 0 };
        (1..=parts).map(|number| values.snake(&format!("part {number}"), "step")).collect()
    }

    /// Notes for a scope, and those in it, what they call.
    fn look_for_calls(&mut self, id: ScopeId) {
        let flow = self.flow;
        let mut found = ScopePlan::default();
        for step in flow.scope(id).steps.iter().map(|id| flow.step(*id)) {
            if let Some(marker) = self.marker_of(&step.kind) {
                found.calls = true;
                found.markers.insert(marker.to_owned());
            }
            for nested in step.kind.scopes() {
                self.look_for_calls(nested);
                let ScopePlan { calls, markers, .. } = &self.scopes[nested.0];
                found.calls |= calls;
                found.markers.extend(markers.iter().cloned());
            }
        }
        let plan = &mut self.scopes[id.0];
        plan.calls = found.calls;
        plan.markers = found.markers;
    }

    fn marker_of(&self, kind: &StepKind) -> Option<&str> {
        let StepKind::Task(task) = kind else { return None };
        let Call::Function { function, .. } = &task.call else { return None };
        Some(self.marker(function, task))
    }

    /// The marker that a task calls a function with.
    pub(super) fn marker(&self, function: &Callee, task: &ir::Task) -> &str {
        let Callee::Known(function) = function else { return &self.any };
        let FunctionNames { object, value, .. } = &self.functions[function.0];
        let marker = if result_counts(task) { object } else { value };
        marker.as_deref().unwrap_or_default()
    }

    /// The variant of `At` for a step.
    pub(super) fn variant(&self, step: StepId) -> Ident {
        ident(&self.steps[step.0].variant)
    }

    /// The function of a step.
    pub(super) fn function(&self, step: StepId) -> Ident {
        ident(&self.steps[step.0].function)
    }

    /// The module of a nested scope.
    pub(super) fn module(&self, scope: ScopeId) -> Ident {
        ident(&self.scopes[scope.0].module)
    }

    /// Whether the future of a scope is one of its own type. The futures of nested scopes are nested types; rustc gives
    /// up at 128 layers, and takes time that grows faster than their number. Flows are rarely as deep as this.
    pub(super) fn is_boxed(&self, scope: ScopeId) -> bool {
        let level = self.scopes[scope.0].level;
        level > 0 && level.is_multiple_of(UNBOXED)
    }

    /// `order.yaml:12`
    pub(super) fn place(&self, span: Span) -> String {
        format!("{}:{}", self.source.path(), self.source.line_column(span.start).0)
    }
}

fn entries(kind: &StepKind) -> usize {
    if let StepKind::Choice { entries, .. } = kind { entries.len() } else { 0 }
}

/// Whether a task hands its call over to the background and goes on.
pub(super) fn submits(task: &ir::Task) -> bool {
    task.mode == Mode::RequestResponse && matches!(task.call, Call::Function { invocation: ir::Invocation::Async, .. })
}

/// Whether what the function of a task returns must be an object.
fn result_counts(task: &ir::Task) -> bool {
    task.mode != Mode::WaitForCallback && task.result == ResultRule::Object && !submits(task)
}

/// The names of the modules that report. Users write them, so no module of a scope takes one of them.
fn reports(flow: &Flow, declared: &Declared) -> Vec<String> {
    let mut names = Names::reserving(MODULES.iter().copied());
    declared.reports.keys().map(|id| names.snake(&flow.step(*id).name, "step")).collect()
}

/// The names of the functions, and of the marker for those that data names. `markers` are the names of other items.
fn functions(flow: &Flow, mut markers: Names) -> (Vec<FunctionNames>, String) {
    let mut as_object = vec![false; flow.functions.len()];
    let mut as_value = as_object.clone();
    for step in &flow.steps {
        if let StepKind::Task(task) = &step.kind
            && let Call::Function { function: Callee::Known(function), .. } = task.call
        {
            let used = if result_counts(task) { &mut as_object } else { &mut as_value };
            used[function.0] = true;
        }
    }
    let mut methods = Names::default();
    let names = flow.functions.iter().enumerate().map(|(index, function)| FunctionNames {
        method: methods.snake(&function.name, "function"),
        object: as_object[index].then(|| markers.camel(&function.name, "function")),
        value: as_value[index].then(|| {
            let other = if as_object[index] { " with token" } else { "" };
            markers.camel(&format!("{}{other}", function.name), "function")
        }),
    });
    let names = names.collect();
    let any = markers.camel("any function", "function");
    (names, any)
}

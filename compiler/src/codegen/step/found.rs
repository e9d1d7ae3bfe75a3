//! What a step tells of the types of data: its input, what its scopes get, its result, what it gives.

use std::collections::HashSet;

use quote::quote;

use super::{Site, input::Form};
use crate::{
    codegen::{
        chain::Chain,
        env::{Env, Holder, Uses},
        plan::Plan,
        typed::{At, LocalKey, Place, Sketch, at_target, start},
    },
    ir::{DataRule, Expr, ExprKind, Gather, Missing, Output, Path, Root, Segment, StepId, StepKind, Target, Template},
    types::{Integer, Ty, TypeKind},
};

/// The input that a step makes, where it is held as a type that is made for it.
pub(in crate::codegen) fn made_input(plan: &Plan<'_>, id: StepId) -> Vec<(At, Sketch)> {
    let site = Site::new(plan, id);
    let (Some(template), true) = (&site.step.input, site.is_known() && site.makes_input()) else { return Vec::new() };
    let uses = Uses::default();
    let env = site.env(&uses);
    let env = match site.form {
        Form::PerToken(token) => Env { token, ..env },
        Form::Layers | Form::Mapped => env,
    };
    if reads_open(template, &env) { Vec::new() } else { vec![(At::Input(id), env.type_of(template))] }
}

/// What the scopes of a step get.
pub(in crate::codegen) fn handed(plan: &Plan<'_>, id: StepId) -> Vec<(At, Sketch)> {
    let site = Site::new(plan, id);
    if !site.nests() || !site.is_known() {
        return Vec::new();
    }
    let uses = Uses::default();
    let env = site.env(&uses);
    let scopes = site.step.kind.scopes();
    let mut all = Vec::new();
    if site.rule == DataRule::Replace {
        let given = match &site.step.kind {
            StepKind::Foreach(foreach) => Sketch::Of(env.item_type(&foreach.collection)),
            _ => env.type_of_root(Root::StepInput),
        };
        all.extend(scopes.into_iter().map(|scope| (start(plan.flow, scope), given.clone())));
        return all;
    }
    for scope in scopes {
        let Some(reads) = plan.reads_of_input(scope) else { continue };
        for key in &reads.keys {
            let sketch = match &site.step.kind {
                StepKind::Foreach(foreach) if foreach.item.as_deref() == Some(&key.key) => {
                    if env.is_open(&foreach.collection) {
                        continue;
                    }
                    Sketch::Of(env.item_type(&foreach.collection))
                }
                StepKind::Foreach(foreach) if foreach.index.as_deref() == Some(&key.key) => {
                    Sketch::Of(Ty::Integer(Integer::U64))
                }
                _ => {
                    let Some(step_input) = known_part(&env.step_input, &key.key) else { continue };
                    match (Env { step_input, ..env.clone() }).chain(&input_key(&key.key)) {
                        Chain::Typed(place) => Sketch::Of(place.ty),
                        _ => Sketch::ANY,
                    }
                }
            };
            all.push((At::Read(scope, key.key.clone()), sketch));
        }
    }
    all
}

/// The raw result of a step that gathers what its scopes end with.
pub(in crate::codegen) fn gathered(plan: &Plan<'_>, id: StepId) -> Vec<(At, Sketch)> {
    let step = plan.flow.step(id);
    let gather = match &step.kind {
        StepKind::Parallel { gather, .. } => *gather,
        StepKind::Foreach(foreach) => foreach.gather,
        _ => return Vec::new(),
    };
    let scopes = step.kind.scopes();
    let ends: Option<Vec<Ty>> = scopes.iter().map(|scope| plan.forms.at(&At::End(*scope)).cloned()).collect();
    let Some(ends) = ends else { return Vec::new() };
    let sketch = match (gather, ends.as_slice()) {
        (Gather::Branches, ends) => {
            let branches = ends.iter().enumerate();
            Sketch::object(branches.map(|(at, end)| (format!("Branch{at}"), Sketch::Of(end.clone()))))
        }
        (Gather::Items, [end]) => Sketch::object([("Items".to_owned(), Sketch::list(Sketch::Of(end.clone())))]),
        (Gather::Array, [end]) if *end != Ty::Any && matches!(step.kind, StepKind::Foreach(_)) => {
            Sketch::list(Sketch::Of(end.clone()))
        }
        // Each element has a type of its own.
        _ => Sketch::ANY,
    };
    vec![(At::Result(id), sketch)]
}

/// What a step gives to its scope, as far as the types can be told yet.
pub(in crate::codegen) fn given(plan: &Plan<'_>, id: StepId) -> Vec<(At, Sketch)> {
    let site = Site::new(plan, id);
    if !site.is_known() {
        return Vec::new();
    }
    let uses = Uses::default();
    let env = site.env(&uses);
    let results = match &site.step.kind {
        StepKind::Task(task) => vec![site.held(task)],
        StepKind::Choice { entries, default } => {
            let bodies = entries.iter().map(|entry| entry.body).chain([default.body]);
            bodies.map(|body| site.body_result(body)).collect()
        }
        StepKind::Parallel { .. } | StepKind::Foreach(_) => {
            if plan.forms.at(&At::Result(id)).is_none() {
                return Vec::new();
            }
            vec![site.gathered_result()]
        }
        StepKind::Fail { .. } => Vec::new(),
        StepKind::Pass | StepKind::Wait(_) | StepKind::Succeed => vec![Holder::Empty],
    };
    let mut all = Vec::new();
    for result in results {
        site.given_by(&site.step.output, None, &Env { result, ..env.clone() }, &mut all);
    }
    for (at, clause) in site.step.catch.iter().enumerate() {
        let caught = Holder::Object(quote!(caught));
        site.given_by(&clause.output, Some(at), &Env { caught, ..env.clone() }, &mut all);
    }
    all
}

/// The data that control goes on with (`Replace`).
pub(in crate::codegen) fn passed_on(plan: &Plan<'_>, id: StepId) -> Vec<(At, Sketch)> {
    let step = plan.flow.step(id);
    if plan.flow.scope(step.scope).data == DataRule::Accumulate {
        return Vec::new();
    }
    let arrival = |(clause, target)| Some((at_target(step.scope, target), plan.arrival(id, clause, target)?));
    plan.ways(id).into_iter().filter_map(arrival).collect()
}

impl Plan<'_> {
    /// The ways out of a step: by which clause, and where to.
    pub(in crate::codegen) fn ways(&self, id: StepId) -> Vec<(Option<usize>, Target)> {
        let step = self.flow.step(id);
        let own: Vec<Target> = match &step.kind {
            StepKind::Choice { entries, default } => {
                entries.iter().map(|entry| entry.target).chain([default.target]).collect()
            }
            StepKind::Fail { .. } => Vec::new(),
            _ => vec![step.next],
        };
        let mut ways: Vec<_> = own.into_iter().map(|target| (None, target)).collect();
        ways.extend(step.catch.iter().enumerate().map(|(at, clause)| (Some(at), clause.target)));
        let mut seen = HashSet::new();
        ways.retain(|way| seen.insert(*way));
        ways
    }

    /// What a step gives on one of its ways, without what nothing reads there.
    pub(in crate::codegen) fn arrival(&self, id: StepId, clause: Option<usize>, target: Target) -> Option<Sketch> {
        let given = self.forms.at(&At::Output(id, clause))?;
        Some(self.known().without(given, &self.forgotten_by(id, clause, target)))
    }

    /// The keys of what a step gives that nothing reads on one of its ways.
    pub(in crate::codegen) fn forgotten_by(&self, id: StepId, clause: Option<usize>, target: Target) -> Vec<&str> {
        let step = self.flow.step(id);
        self.forgotten(id, clause.map_or(&step.output, |at| &step.catch[at].output), target)
    }
}

impl Site<'_, '_> {
    /// Whether it is known what the step is entered with.
    fn is_known(&self) -> bool {
        self.rule == DataRule::Accumulate || self.plan.forms.at(&At::Data(self.id)).is_some()
    }

    /// What an output gives.
    fn given_by(&self, output: &Output, clause: Option<usize>, env: &Env<'_>, all: &mut Vec<(At, Sketch)>) {
        let scope = self.step.scope;
        if self.rule == DataRule::Replace {
            all.push((At::Output(self.id, clause), env.type_of_output(output)));
            return;
        }
        if self.plan.slots(scope).is_none() {
            return;
        }
        let key = |key: &str| At::Key(scope, key.to_owned());
        match (output, &env.result) {
            (Output::Result, Holder::Typed(Place { ty: Ty::Named(id), .. })) => {
                if let TypeKind::Struct { fields, .. } = &self.plan.declared.get(*id).kind {
                    all.extend(fields.iter().map(|field| (key(&field.key), Sketch::Of(field.ty.clone()))));
                }
            }
            (Output::Result, Holder::Slots(_, slots)) => {
                let keys = slots.keys.iter().filter(|slot| !slot.is_open());
                all.extend(keys.map(|slot| (key(&slot.key), Sketch::Of(slot.ty()))));
            }
            _ => {
                let entries = output.entries().unwrap_or_default().into_iter();
                let known = entries.filter(|(_, entry)| !reads_open(entry, env));
                let bare = self.without_token(env);
                all.extend(known.map(|(name, entry)| {
                    let lacks_token = clause.is_some() && self.reads_token_of_input(&entry);
                    (key(name), if lacks_token { bare.type_of(&entry) } else { env.type_of(&entry) })
                }));
            }
        }
    }

    /// Whether the step makes an input of a type that is made for it.
    fn makes_input(&self) -> bool {
        if self.plan.declared.is_empty() || self.declared_input().is_some() {
            return false;
        }
        match self.rule {
            DataRule::Accumulate => self.nests() && self.form == Form::Mapped,
            DataRule::Replace => !self.input_may_be_data(),
        }
    }
}

impl Env<'_> {
    /// The type of what an output gives.
    fn type_of_output(&self, output: &Output) -> Sketch {
        match output {
            Output::Template(template) => self.type_of(template),
            Output::Empty => Sketch::object([]),
            Output::Input => self.type_of_root(Root::StepInput),
            Output::Result => self.type_of_root(Root::Result),
        }
    }

    /// The type of all that a root stands for.
    pub(super) fn type_of_root(&self, root: Root) -> Sketch {
        Self::type_of_holder(self.holder(root))
    }

    /// The type of all that a holder holds.
    pub(in crate::codegen) fn type_of_holder(holder: &Holder) -> Sketch {
        match holder {
            Holder::Typed(place) => Sketch::Of(place.ty.clone()),
            Holder::TypedBody(place) => Sketch::object([("Body".to_owned(), Sketch::Of(place.ty.clone()))]),
            Holder::Body(_) => Sketch::object([("Body".to_owned(), Sketch::ANY)]),
            Holder::Empty => Sketch::object([]),
            _ => Sketch::ANY,
        }
    }

    /// The type of the elements of a collection.
    pub(super) fn item_type(&self, collection: &Expr) -> Ty {
        match &collection.kind {
            ExprKind::Path(path) => match self.chain(path) {
                Chain::Typed(Place { ty: Ty::List(item), .. }) => *item,
                _ => Ty::Any,
            },
            _ => Ty::Any,
        }
    }

    fn is_open(&self, expr: &Expr) -> bool {
        reads_open(&Template::Expr(expr.clone()), self)
    }
}

/// A key of the input of a step.
pub(super) fn input_key(key: &str) -> Path {
    Path { root: Root::StepInput, segments: vec![Segment::Key(key.to_owned())], missing: Missing::Null }
}

/// Whether a template reads a key whose type is still sought.
fn reads_open(template: &Template, env: &Env<'_>) -> bool {
    let mut reads = false;
    template.each_path(&mut |path, _| reads |= path_is_open(path, env));
    reads
}

fn path_is_open(path: &Path, env: &Env<'_>) -> bool {
    let Some(Segment::Key(key)) = path.segments.first() else { return false };
    is_open_in(env.holder(path.root), key)
}

/// What holds a key as far as it is known; what is sought may turn out to add nothing.
fn known_part(holder: &Holder, key: &str) -> Option<Holder> {
    match holder {
        Holder::Over(over, below) => match (known_part(over, key), known_part(below, key)) {
            (Some(_), Some(_)) => Some(holder.clone()),
            (Some(part), None) | (None, Some(part)) => Some(part),
            (None, None) => None,
        },
        holder => (!is_open_in(holder, key)).then(|| holder.clone()),
    }
}

fn is_open_in(holder: &Holder, key: &str) -> bool {
    match holder {
        Holder::Slots(_, slots) => slots.get(key).is_some_and(LocalKey::is_open),
        Holder::Over(over, below) => is_open_in(over, key) || is_open_in(below, key),
        _ => false,
    }
}

//! Finds how the scopes and the steps of a flow hold their data: once through all steps, again as long as there is news.

use std::{collections::HashMap, rc::Rc};

use super::{
    forms::{Forms, LocalKey, Slots, keys, outputs},
    made::{Made, Sketch},
    passing::passing,
};
use crate::{
    codegen::{names::Names, plan::Plan, step},
    ir::{DataRule, Flow, Root, ScopeId, Segment, StepId, StepKind, Target},
    live::Demand,
    types::{Half, Order, Ty},
};

/// Data whose type is sought.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::codegen) enum At {
    /// What stands under a key of the data of a scope (`Accumulate`).
    Key(ScopeId, String),
    /// What a scope reads under a key of its input (`Accumulate`).
    Read(ScopeId, String),
    /// The data that a step is entered with (`Replace`).
    Data(StepId),
    /// The input that a step makes.
    Input(StepId),
    /// The raw result of a step that gathers what its scopes end with.
    Result(StepId),
    /// What a step gives, or a clause of it (`Replace`).
    Output(StepId, Option<usize>),
    /// What a scope ends with.
    End(ScopeId),
}

/// So often a type may turn out to be another one; then it is `Any`.
const PATIENCE: u32 = 8;

impl Forms {
    /// Finds the keys, then the types.
    pub(in crate::codegen) fn find(plan: &mut Plan<'_>) {
        let flow = plan.flow;
        plan.forms = Self::unknown(flow);
        plan.made = Made::beside(plan.declared.types.len());
        if !plan.declared.is_empty() {
            // A scope comes after the one that holds its step.
            for at in (0..flow.scopes.len()).rev() {
                plan.forms.slots[at] = keys(plan, ScopeId(at)).map(Rc::new);
            }
            for at in 0..flow.scopes.len() {
                let outputs = outputs(plan, ScopeId(at));
                plan.forms.outputs.extend(outputs);
                plan.forms.reads[at] = reads(plan, ScopeId(at)).map(Rc::new);
            }
            let mut times = HashMap::new();
            loop {
                follow(plan, &mut times);
                if !plan.forms.give_up(flow) {
                    break;
                }
            }
        }
        plan.forms.passing = (0..flow.scopes.len()).map(|at| passing(plan, ScopeId(at))).collect();
        plan.name_made();
    }
}

/// Follows the data of a flow until nothing new turns up.
fn follow(plan: &mut Plan<'_>, times: &mut HashMap<At, u32>) {
    let order = Order::new(plan.flow);
    let mut search = Search { plan, times, news: false };
    search.begin();
    loop {
        search.news = false;
        for (id, half) in &order.items {
            let found = match half {
                Half::Enter => {
                    let input = step::made_input(search.plan, *id);
                    search.learn_all(input);
                    step::handed(search.plan, *id)
                }
                Half::Leave => {
                    search.end_scopes(*id);
                    let result = step::gathered(search.plan, *id);
                    search.learn_all(result);
                    let given = step::given(search.plan, *id);
                    search.learn_all(given);
                    step::passed_on(search.plan, *id)
                }
            };
            search.learn_all(found);
        }
        if !search.news {
            return;
        }
    }
}

struct Search<'p, 'a> {
    plan: &'p mut Plan<'a>,
    /// How often a type has turned out to be another one.
    times: &'p mut HashMap<At, u32>,
    news: bool,
}

impl Search<'_, '_> {
    /// What the flow starts with.
    fn begin(&mut self) {
        let (flow, body) = (self.plan.flow, self.plan.flow.body());
        if flow.scope(body).data == DataRule::Replace {
            let input = self.plan.declared.input.clone().filter(|ty| self.plan.known().is_object(ty));
            self.learn(&start(flow, body), Sketch::Of(input.unwrap_or(Ty::Any)));
        }
    }

    fn learn_all(&mut self, found: Vec<(At, Sketch)>) {
        for (at, sketch) in found {
            self.learn(&at, sketch);
        }
    }

    /// Adds to what is known.
    fn learn(&mut self, at: &At, sketch: Sketch) {
        let own = self.plan.forms.at(at).cloned();
        let sketch = match &own {
            None => sketch,
            Some(own) => self.plan.known().joined(&Sketch::Of(own.clone()), &sketch),
        };
        let name = self.plan.name_of(at);
        let mut ty = self.plan.settled(sketch, &name);
        if own.as_ref() == Some(&ty) {
            return;
        }
        let times = self.times.entry(at.clone()).or_default();
        *times += 1;
        if *times > PATIENCE {
            ty = Ty::Any;
        }
        self.news = true;
        self.plan.forms.set(at, ty);
    }

    /// What the scopes of a step end with that accumulate their data: all of it.
    fn end_scopes(&mut self, id: StepId) {
        let kind = &self.plan.flow.step(id).kind;
        if !matches!(kind, StepKind::Parallel { .. } | StepKind::Foreach(_)) {
            return;
        }
        for scope in kind.scopes() {
            if self.plan.flow.scope(scope).data == DataRule::Replace {
                continue;
            }
            let Some(slots) = self.plan.slots(scope) else {
                self.learn(&At::End(scope), Sketch::ANY);
                continue;
            };
            if slots.keys.iter().any(LocalKey::is_open) {
                continue;
            }
            let fields = slots.keys.iter().map(|slot| (slot.key.clone(), (Sketch::Of(slot.ty()), false)));
            let sketch = Sketch::Object(fields.collect());
            self.learn(&At::End(scope), sketch);
        }
    }
}

/// Where the input of a scope goes that replaces its data.
pub(in crate::codegen) fn start(flow: &Flow, scope: ScopeId) -> At {
    at_target(scope, flow.scope(scope).entry)
}

/// What data becomes that goes to a target in a scope.
pub(in crate::codegen) fn at_target(scope: ScopeId, target: Target) -> At {
    match target {
        Target::Step(id) => At::Data(id),
        Target::End => At::End(scope),
    }
}

/// The keys that a nested scope reads of its input, where these are known.
fn reads(plan: &Plan<'_>, id: ScopeId) -> Option<Slots> {
    let scope = plan.flow.scope(id);
    let parent = plan.flow.step(scope.parent?);
    if scope.data != DataRule::Accumulate || takes_whole_input(plan.flow, id) {
        return None;
    }
    let Demand::Keys(keys) = plan.forgotten.read_of_input(id) else { return None };
    let mut all: Vec<&str> = keys.iter().map(|(key, _)| key).collect();
    if let StepKind::Foreach(foreach) = &parent.kind {
        // These are in the history of the iteration, read or not.
        all.extend([&foreach.item, &foreach.index].into_iter().flatten().map(String::as_str));
    }
    all.sort_unstable();
    all.dedup();
    let mut names = Names::default();
    let keys = all.into_iter().map(|key| LocalKey::sought(key, names.snake(key, "key")));
    Some(Slots { keys: keys.collect(), borrowed: true })
}

/// Whether steps in a scope take all of its input, be it for something that nothing reads: the history has that, too.
fn takes_whole_input(flow: &Flow, id: ScopeId) -> bool {
    flow.scope(id).steps.iter().any(|id| {
        let step = flow.step(*id);
        let passes = step.input.is_none();
        let mut takes = false;
        step.each_path(&mut |path, _| {
            let is_input = path.root == Root::ScopeInput || (passes && path.root == Root::StepInput);
            takes |= is_input && !matches!(path.segments.first(), Some(Segment::Key(_)));
        });
        takes || (passes && step.kind.scopes().into_iter().any(|scope| takes_whole_input(flow, scope)))
    })
}

impl Plan<'_> {
    /// What a type is called that is made for data.
    fn name_of(&self, at: &At) -> String {
        let of = |id: StepId, what: &str| format!("{} {what}", self.flow.step(id).name);
        let of_scope = |id: ScopeId, what: &str| match self.flow.scope(id).parent {
            Some(step) => of(step, what),
            None => what.to_owned(),
        };
        match at {
            At::Key(scope, key) | At::Read(scope, key) => of_scope(*scope, key),
            At::Data(id) => of(*id, "data"),
            At::Input(id) => of(*id, "input"),
            At::Result(id) => of(*id, "result"),
            At::Output(id, _) => of(*id, "output"),
            At::End(scope) => of_scope(*scope, "end"),
        }
    }
}

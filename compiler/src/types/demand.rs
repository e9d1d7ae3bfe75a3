//! What a flow asks of the input that an execution starts with: which keys its steps read, and what they make of them.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::shape::{Field, Presence};
use super::{Shape, Types};
use crate::ir::{
    Builtin, Call, Callee, Constant, ContextField, DataRule, Expr, ExprKind, Flow, Output, Path, Relation, Root,
    ScopeId, Segment, StepId, StepKind, Target, Template, Ty, Wait,
};

/// What a flow asks of its input, as far as it shows. Keys that a function may give as well need not be there.
pub(super) fn demand(flow: &Flow, types: &Types) -> Shape {
    let mut demand = Demand {
        flow,
        types,
        nodes: vec![Node::default()],
        scopes: vec![Origin::Nothing; flow.scopes.len()],
        data: vec![None; flow.steps.len()],
    };
    demand.follow();
    demand.shape(START)
}

/// The place of the input itself among the nodes.
const START: usize = 0;

/// Data that an execution starts with.
#[derive(Default)]
struct Node {
    /// What it is used as.
    expects: Option<Shape>,
    /// The keys that are read, and whether they are surely those of the input.
    keys: BTreeMap<Rc<str>, (usize, bool)>,
    elements: Option<usize>,
}

/// Where data comes from.
#[derive(Clone, PartialEq)]
enum Origin {
    /// From elsewhere.
    Nothing,
    /// From the input; surely, or perhaps.
    Input(usize, bool),
    /// An object with keys of its own, over another one.
    Own(Rc<BTreeMap<String, Origin>>, Rc<Origin>),
    /// What a scope holds, over another one.
    Over(Shape, Rc<Origin>),
}

struct Demand<'a> {
    flow: &'a Flow,
    types: &'a Types,
    nodes: Vec<Node>,
    /// The input of each scope.
    scopes: Vec<Origin>,
    /// The data of each step, where steps replace it.
    data: Vec<Option<Origin>>,
}

impl<'a> Demand<'a> {
    fn follow(&mut self) {
        let body = self.flow.body();
        let start = Origin::Input(START, true);
        self.scopes[body.0] = start.clone();
        if let Some(template) = &self.flow.input {
            let made = self.template(template, &|root| match root {
                Root::ScopeInput => start.clone(),
                _ => Origin::Nothing,
            });
            self.scopes[body.0] = made;
        }
        let mut open = VecDeque::new();
        self.give(self.flow.scope(body).entry, &self.scopes[body.0].clone(), &mut open);
        if self.flow.scope(body).data == DataRule::Replace {
            while let Some(id) = open.pop_front() {
                self.replaced(id, &mut open);
            }
        }
        // A step comes after the one that holds it.
        for id in (0..self.flow.steps.len()).map(StepId) {
            if !self.types.step(id).data.is_never() {
                self.step(id);
            }
        }
        if let Some(template) = &self.flow.output {
            let input = self.scopes[body.0].clone();
            let roots = |root| if root == Root::ScopeInput { input.clone() } else { Origin::Nothing };
            self.template(template, &roots);
        }
    }

    /// A step gets data from somewhere; where it may come from elsewhere too, it is not followed.
    fn give(&mut self, target: Target, origin: &Origin, open: &mut VecDeque<StepId>) {
        let Target::Step(id) = target else { return };
        let all = match &self.data[id.0] {
            None => origin.clone(),
            Some(known) if known == origin => return,
            Some(Origin::Nothing) => return,
            Some(_) => Origin::Nothing,
        };
        self.data[id.0] = Some(all);
        open.push_back(id);
    }

    fn replaced(&mut self, id: StepId, open: &mut VecDeque<StepId>) {
        let step = self.flow.step(id);
        let roots = self.roots(id);
        let output = match &step.output {
            Output::Input => roots(Root::StepInput),
            Output::Template(template) => self.template(template, &roots),
            Output::Result | Output::Empty => Origin::Nothing,
        };
        for target in step.targets() {
            self.give(target, &output, open);
        }
        for catch in &step.catch {
            self.give(catch.target, &Origin::Nothing, open);
        }
        let input = roots(Root::StepInput);
        match &step.kind {
            StepKind::Parallel { branches, .. } => {
                for branch in branches {
                    self.give(self.flow.scope(*branch).entry, &input, open);
                }
            }
            StepKind::Foreach(foreach) => {
                let element = self.expr(&foreach.collection, &roots);
                let element = self.element(&element);
                self.give(self.flow.scope(foreach.body).entry, &element, open);
            }
            _ => {}
        }
    }

    /// What the roots of a step are.
    fn roots(&mut self, id: StepId) -> impl Fn(Root) -> Origin + use<> {
        let step = self.flow.step(id);
        let scope = self.flow.scope(step.scope);
        let scope_input = self.scopes[step.scope.0].clone();
        let (data, plain) = match scope.data {
            DataRule::Replace => {
                let data = self.data[id.0].clone().unwrap_or(Origin::Nothing);
                (data.clone(), data)
            }
            DataRule::Accumulate => {
                let over = Origin::Over(self.types.step(id).data.clone(), Rc::new(scope_input.clone()));
                (Origin::Nothing, over)
            }
        };
        let before = {
            let (scope_input, data) = (scope_input.clone(), data.clone());
            move |root| match root {
                Root::ScopeInput => scope_input.clone(),
                Root::ScopeData => data.clone(),
                Root::Context(ContextField::ExecutionInput) => Origin::Input(START, true),
                _ => Origin::Nothing,
            }
        };
        let input = match &step.input {
            Some(template) => self.template(template, &before),
            None => plain,
        };
        move |root| if root == Root::StepInput { input.clone() } else { before(root) }
    }

    fn step(&mut self, id: StepId) {
        let step = self.flow.step(id);
        let roots = self.roots(id);
        step.each(&mut |expr| self.uses(expr, &roots));
        match &step.kind {
            StepKind::Task(task) => {
                if let Some(timeout) = &task.timeout {
                    self.expect(timeout, &Shape::Number, &roots);
                }
                self.argument(&task.call, &roots);
            }
            StepKind::Wait(Wait::Seconds(expr)) => self.expect(expr, &Shape::Number, &roots),
            StepKind::Wait(Wait::Instant(expr)) => self.expect(expr, &Shape::Timestamp, &roots),
            StepKind::Foreach(foreach) => {
                let collection = self.expr(&foreach.collection, &roots);
                let element = self.element(&collection);
                let own = foreach.item.iter().map(|item| (item.clone(), element.clone()));
                let own = own.chain(foreach.index.iter().map(|index| (index.clone(), Origin::Nothing)));
                self.scopes[foreach.body.0] = Origin::Own(Rc::new(own.collect()), Rc::new(roots(Root::StepInput)));
            }
            StepKind::Parallel { branches, .. } => self.nested(branches.iter().copied(), &roots(Root::StepInput)),
            StepKind::Choice { entries, default } => {
                let bodies = entries.iter().map(|entry| entry.body).chain([default.body]).flatten();
                self.nested(bodies, &roots(Root::StepInput));
            }
            StepKind::Pass | StepKind::Succeed | StepKind::Fail { .. } => {}
        }
    }

    fn nested(&mut self, scopes: impl Iterator<Item = ScopeId>, input: &Origin) {
        for scope in scopes {
            self.scopes[scope.0] = input.clone();
        }
    }

    /// What a function or a flow with a declared input is called with.
    fn argument(&mut self, call: &Call, roots: &dyn Fn(Root) -> Origin) {
        let declared = &self.types.declared;
        let (input, argument) = match call {
            Call::Function { function: Callee::Known(function), argument, .. } => {
                (declared.functions.get(function).and_then(|it| it.input.as_ref()), argument)
            }
            Call::Child { flow, input, .. } => (declared.child(flow).and_then(|it| it.input.as_ref()), input),
            Call::Function { .. } => return,
        };
        if let Some(input) = input {
            let origin = self.template(argument, &roots);
            self.used_as(&origin, &Shape::of(input));
        }
    }

    /// What an expression makes of its operands.
    fn uses(&mut self, expr: &'a Expr, roots: &dyn Fn(Root) -> Origin) {
        match &expr.kind {
            ExprKind::Path(_) => {
                self.expr(expr, roots);
            }
            ExprKind::Bool(operand, _) => self.expect(operand, &Shape::Bool, roots),
            ExprKind::Negative(operand) => self.expect(operand, &Shape::Number, roots),
            ExprKind::FlowOf(operand) => self.expect(operand, &Shape::TEXT, roots),
            ExprKind::Compare(compare) => {
                for (side, other) in [(&compare.left, &compare.right), (&compare.right, &compare.left)] {
                    let shape = match (&other.kind, compare.relation) {
                        (ExprKind::Literal(Constant::Text(text)), Relation::Eq | Relation::Ne) => Shape::constant(text),
                        (ExprKind::Literal(constant), _) => of_type(constant.ty()),
                        _ => of_type(other.ty),
                    };
                    self.expect(side, &shape, roots);
                }
            }
            ExprKind::Call(call) => {
                for (at, arg) in call.args.iter().enumerate() {
                    let ty = call.function.param(at);
                    let whole = matches!(call.function, Builtin::IntAdd | Builtin::RandomInt);
                    let shape = if whole { Shape::Integer(i64::MIN.into(), i64::MAX.into()) } else { of_type(ty) };
                    self.expect(arg, &shape, roots);
                }
            }
            _ => {}
        }
    }

    fn expect(&mut self, expr: &Expr, shape: &Shape, roots: &dyn Fn(Root) -> Origin) {
        let origin = self.expr(expr, roots);
        self.used_as(&origin, shape);
    }

    fn used_as(&mut self, origin: &Origin, shape: &Shape) {
        if *shape == Shape::Any {
            return;
        }
        let names = &self.types.names;
        match origin {
            Origin::Nothing => {}
            Origin::Input(node, _) => {
                let expects = &mut self.nodes[*node].expects;
                *expects = Some(match expects.take() {
                    Some(known @ (Shape::Text(_) | Shape::Timestamp)) => known.join(shape, names),
                    Some(known) => known,
                    None => shape.clone(),
                });
            }
            Origin::Own(..) | Origin::Over(..) => {
                let Some(record) = shape.fields(names) else { return };
                for (key, field) in &record.fields {
                    let inner = self.key(origin, key);
                    self.used_as(&inner, &field.shape);
                }
            }
        }
    }

    fn template(&mut self, template: &Template, roots: &dyn Fn(Root) -> Origin) -> Origin {
        match template {
            Template::Constant(_) => Origin::Nothing,
            Template::Expr(expr) => self.expr(expr, roots),
            Template::Object(entries) => {
                let own = entries.iter().map(|(key, value)| (key.clone(), self.template(value, roots)));
                Origin::Own(Rc::new(own.collect()), Rc::new(Origin::Nothing))
            }
            Template::Array(items) => {
                for item in items {
                    self.template(item, roots);
                }
                Origin::Nothing
            }
        }
    }

    fn expr(&mut self, expr: &Expr, roots: &dyn Fn(Root) -> Origin) -> Origin {
        let ExprKind::Path(Path { root, segments, .. }) = &expr.kind else { return Origin::Nothing };
        segments.iter().fold(roots(*root), |origin, segment| match segment {
            Segment::Key(key) => self.key(&origin, key),
            Segment::Index(_) | Segment::Each => self.element(&origin),
        })
    }

    fn key(&mut self, origin: &Origin, key: &str) -> Origin {
        match origin {
            Origin::Nothing => Origin::Nothing,
            Origin::Input(node, sure) => {
                let next = self.nodes.len();
                let (inner, known) = self.nodes[*node].keys.entry(key.into()).or_insert((next, *sure));
                *known |= *sure;
                let inner = *inner;
                if inner == next {
                    self.nodes.push(Node::default());
                }
                Origin::Input(inner, true)
            }
            Origin::Own(own, below) => own.get(key).cloned().unwrap_or_else(|| self.key(below, key)),
            Origin::Over(data, below) => match data.key(key, &self.types.names).1 {
                Presence::Always => Origin::Nothing,
                Presence::Never => self.key(below, key),
                Presence::Maybe | Presence::Unknown => match &**below {
                    Origin::Input(node, _) => self.key(&Origin::Input(*node, false), key),
                    below => self.key(&below.clone(), key),
                },
            },
        }
    }

    fn element(&mut self, origin: &Origin) -> Origin {
        let Origin::Input(node, _) = origin else { return Origin::Nothing };
        let next = self.nodes.len();
        let inner = *self.nodes[*node].elements.get_or_insert(next);
        if inner == next {
            self.nodes.push(Node::default());
        }
        Origin::Input(inner, true)
    }

    fn shape(&self, node: usize) -> Shape {
        let Node { expects, keys, elements } = &self.nodes[node];
        if let Some(elements) = elements {
            return Shape::array(self.shape(*elements));
        }
        if keys.is_empty() {
            return match expects {
                Some(Shape::Array(_)) => Shape::array(Shape::Any),
                Some(shape) => shape.clone(),
                None => Shape::Any,
            };
        }
        let fields =
            keys.iter().map(|(key, (inner, sure))| (key.clone(), Field { shape: self.shape(*inner), always: *sure }));
        Shape::record(fields.collect(), Shape::Never)
    }
}

fn of_type(ty: Ty) -> Shape {
    match ty {
        Ty::Null | Ty::Any => Shape::Any,
        Ty::Bool => Shape::Bool,
        Ty::Number => Shape::Number,
        Ty::Text => Shape::TEXT,
        Ty::Array => Shape::array(Shape::Any),
        Ty::Object => Shape::open(),
    }
}

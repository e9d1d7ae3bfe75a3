//! IR -> model: each scope a group, each step a node, each way out of it an edge.

use super::{
    ids::Ids,
    model::{Edge, EdgeKind, Graph, Group, GroupId, Node, NodeId, NodeKind},
    text,
};
use crate::ir::{
    Call, Callee, ChildMode, Expr, Flow, Foreach, Gather, Invocation, Mode, Retry, ScopeId, ScopeKind, Step, StepKind,
    Target, Task, Wait,
};

/// The limit for iterations side by side that is not worth a word.
const MANY: u32 = 100;

/// How many errors of a retry policy a node names, when there are more by at least two.
const NAMED: usize = 1;

impl Graph {
    pub(super) fn new(flow: &Flow) -> Self {
        let graph =
            Graph { title: text::visible(&flow.name), groups: Vec::new(), nodes: Vec::new(), edges: Vec::new() };
        let mut builder = Builder {
            flow,
            ids: Ids::default(),
            groups: vec![None; flow.scopes.len()],
            steps: vec![None; flow.steps.len()],
            after: vec![None; flow.steps.len()],
            graph,
        };
        builder.group(flow.body(), String::new(), None);
        let start = builder.node(0, NodeKind::Start, "start");
        builder.steps(flow.body());
        let end = builder.node(0, NodeKind::End, "end");

        let ends = Ends { builder, end };
        ends.edges(start)
    }
}

/// Groups and nodes.
struct Builder<'a> {
    flow: &'a Flow,
    ids: Ids,
    graph: Graph,
    /// The group of each scope that has steps.
    groups: Vec<Option<GroupId>>,
    /// The node of each step.
    steps: Vec<Option<NodeId>>,
    /// The node that a step is left from, where it is not the node of the step.
    after: Vec<Option<NodeId>>,
}

impl Builder<'_> {
    fn group(&mut self, scope: ScopeId, title: String, parent: Option<GroupId>) {
        let id = match parent {
            None => "flow".to_owned(),
            Some(_) => self.ids.id("g", &title),
        };
        self.groups[scope.0] = Some(self.graph.groups.len());
        self.graph.groups.push(Group { id, title, parent });
    }

    fn node(&mut self, group: GroupId, kind: NodeKind, title: &str) -> NodeId {
        let id = match kind {
            NodeKind::Start => "start".to_owned(),
            NodeKind::End => "finish".to_owned(),
            NodeKind::Join => self.ids.id("join", title),
            _ => self.ids.id("s", title),
        };
        let title = if kind == NodeKind::Join { String::new() } else { text::visible(title) };
        self.graph.nodes.push(Node { id, group, kind, title, notes: Vec::new(), tooltip: String::new() });
        self.graph.nodes.len() - 1
    }

    /// The nodes of a scope's steps, and all groups within.
    fn steps(&mut self, scope: ScopeId) {
        let flow = self.flow;
        let Some(group) = self.groups[scope.0] else { return };
        for id in &flow.scope(scope).steps {
            let step = flow.step(*id);
            let node = self.node(group, kind(&step.kind), &step.name);
            self.graph.nodes[node].notes = notes(flow, step);
            self.graph.nodes[node].tooltip = tooltip(step);
            self.steps[id.0] = Some(node);
            for body in step.kind.scopes() {
                if !flow.scope(body).steps.is_empty() {
                    self.group(body, title(flow, step, body), Some(group));
                    self.steps(body);
                }
            }
            if matches!(step.kind, StepKind::Parallel { .. } | StepKind::Foreach(_)) {
                self.after[id.0] = Some(self.node(group, NodeKind::Join, &step.name));
            }
        }
    }
}

/// Edges, once all nodes are there.
struct Ends<'a> {
    builder: Builder<'a>,
    end: NodeId,
}

impl Ends<'_> {
    fn edges(mut self, start: NodeId) -> Graph {
        let flow = self.builder.flow;
        let body = flow.body();
        self.edge(start, self.node(body, flow.scope(body).entry), EdgeKind::Next, "");
        for (at, step) in flow.steps.iter().enumerate() {
            if let Some(node) = self.builder.steps[at] {
                self.step(step, node, self.builder.after[at]);
            }
        }
        let mut graph = self.builder.graph;
        if graph.edges.iter().all(|edge| edge.to != self.end) {
            graph.nodes.truncate(self.end); // it is the last one
        }
        graph.mark_back_edges();
        graph
    }

    fn step(&mut self, step: &Step, node: NodeId, after: Option<NodeId>) {
        let next = self.node(step.scope, step.next);
        match &step.kind {
            StepKind::Choice { entries, default } => {
                for entry in entries {
                    let to = self.through(entry.body, step.scope, entry.target);
                    self.edge(node, to, EdgeKind::When, &text::expr(&entry.condition, self.builder.flow.words));
                }
                let to = self.through(default.body, step.scope, default.target);
                self.edge(node, to, EdgeKind::Default, "default");
            }
            StepKind::Succeed => self.edge(node, self.node(step.scope, Target::End), EdgeKind::Next, ""),
            StepKind::Fail { .. } => {}
            kind => {
                let bodies = kind.scopes();
                for body in &bodies {
                    let to = self.node(*body, self.builder.flow.scope(*body).entry);
                    self.edge(node, to, EdgeKind::Next, "");
                }
                let last = after.unwrap_or(node);
                if bodies.is_empty() && last != node {
                    self.edge(node, last, EdgeKind::Next, "");
                }
                self.edge(last, next, EdgeKind::Next, "");
            }
        }
        for catch in &step.catch {
            let to = self.node(step.scope, catch.target);
            self.edge(node, to, EdgeKind::Catch, &catch.errors.join(", "));
        }
    }

    fn edge(&mut self, from: NodeId, to: NodeId, kind: EdgeKind, label: &str) {
        let label = text::visible(label);
        self.builder.graph.edges.push(Edge { from, to, kind, label, back: false });
    }

    /// Where control gets to by the body of an entry of a choice, or without one.
    fn through(&self, body: Option<ScopeId>, scope: ScopeId, target: Target) -> NodeId {
        match body {
            Some(body) => self.node(body, self.builder.flow.scope(body).entry),
            None => self.node(scope, target),
        }
    }

    /// The node that a target in a scope stands for: where the scope is over, control goes on after it.
    fn node(&self, scope: ScopeId, target: Target) -> NodeId {
        let (mut scope, mut target) = (scope, target);
        loop {
            if let Target::Step(id) = target {
                return self.builder.steps[id.0].unwrap_or(self.end);
            }
            let Some(parent) = self.builder.flow.scope(scope).parent else { return self.end };
            let step = self.builder.flow.step(parent);
            if let Some(join) = self.builder.after[parent.0] {
                return join;
            }
            target = entry_target(step, scope);
            scope = step.scope;
        }
    }
}

/// Where control goes after the body of an entry of a choice.
fn entry_target(step: &Step, body: ScopeId) -> Target {
    let StepKind::Choice { entries, default } = &step.kind else { return step.next };
    let entry = entries.iter().find(|entry| entry.body == Some(body));
    entry.map_or(default.target, |entry| entry.target)
}

fn kind(kind: &StepKind) -> NodeKind {
    match kind {
        StepKind::Task(Task { mode: Mode::WaitForCallback, .. }) => NodeKind::Callback,
        StepKind::Task(Task { call: Call::Child { .. }, .. }) => NodeKind::Child,
        StepKind::Task(_) => NodeKind::Task,
        StepKind::Pass => NodeKind::Pass,
        StepKind::Wait(_) => NodeKind::Wait,
        StepKind::Choice { .. } => NodeKind::Choice,
        StepKind::Parallel { .. } => NodeKind::Parallel,
        StepKind::Foreach(_) => NodeKind::Foreach,
        StepKind::Succeed => NodeKind::Succeed,
        StepKind::Fail { .. } => NodeKind::Fail,
    }
}

/// What a group is called; numbers are from 1.
fn title(flow: &Flow, step: &Step, body: ScopeId) -> String {
    let title = match (flow.scope(body).kind, &step.kind) {
        (ScopeKind::Choice(at), StepKind::Choice { entries, .. }) if at == entries.len() => "default".to_owned(),
        (ScopeKind::Choice(at), _) => format!("case {}", at + 1),
        (ScopeKind::Branch(at), StepKind::Parallel { gather: Gather::Branches, .. }) => format!("Branch{at}"),
        (ScopeKind::Branch(at), _) => format!("branch {}", at + 1),
        (_, StepKind::Foreach(Foreach { item: Some(item), .. })) => format!("each {item}"),
        _ => "each item".to_owned(),
    };
    text::visible(&title)
}

fn notes(flow: &Flow, step: &Step) -> Vec<String> {
    let mut notes = Vec::new();
    match &step.kind {
        StepKind::Task(task) => {
            notes.push(call(flow, &task.call));
            match task.mode {
                Mode::WaitForCallback => notes.push("waits for a report".to_owned()),
                Mode::WaitForSystemCallback if matches!(task.call, Call::Function { .. }) => {
                    notes.push("waits for the job".to_owned());
                }
                _ => {}
            }
            if let Some(timeout) = &task.timeout {
                notes.push(format!("at most {}", seconds(flow, timeout)));
            }
        }
        StepKind::Wait(Wait::Seconds(expr)) => notes.push(format!("waits {}", seconds(flow, expr))),
        StepKind::Wait(Wait::Instant(expr)) => notes.push(format!("waits until {}", words(flow, expr))),
        StepKind::Foreach(foreach) => {
            notes.push(format!("for each of {}", text::expr(&foreach.collection, flow.words)));
            match foreach.concurrency {
                1 => notes.push("one after another".to_owned()),
                limit if limit < MANY => notes.push(format!("{limit} at a time")),
                _ => {}
            }
        }
        StepKind::Fail { error, cause } => {
            notes.extend([error, cause].into_iter().flatten().filter(|it| !it.is_empty()).cloned());
        }
        StepKind::Pass | StepKind::Choice { .. } | StepKind::Parallel { .. } | StepKind::Succeed => {}
    }
    notes.extend(step.retry.iter().map(|policy| retry(policy, NAMED)));
    notes.iter().map(|note| text::visible(note)).collect()
}

/// Everything that a node may be too small for.
fn tooltip(step: &Step) -> String {
    let policies = step.retry.iter().map(|policy| retry(policy, usize::MAX));
    let lines: Vec<_> = std::iter::once(step.name.clone()).chain(policies).map(|line| text::visible(&line)).collect();
    lines.join("\n")
}

fn call(flow: &Flow, call: &Call) -> String {
    match call {
        Call::Function { function, invocation, .. } => {
            let background = match invocation {
                Invocation::Sync => "",
                Invocation::Async => " in the background",
            };
            let called = match function {
                Callee::Known(function) => flow.function(*function).name.clone(),
                Callee::Data(resource) => format!("what {} names", words(flow, resource)),
            };
            format!("calls {called}{background}")
        }
        Call::Child { flow: name, mode: ChildMode::Start, .. } => format!("starts flow {}", words(flow, name)),
        Call::Child { flow: name, mode: ChildMode::Wait, .. } => format!("runs flow {}", words(flow, name)),
    }
}

fn retry(retry: &Retry, named: usize) -> String {
    let Retry { errors, max_attempts, .. } = retry;
    let times = if *max_attempts == 1 { "once".to_owned() } else { format!("{max_attempts} times") };
    let errors = match errors.split_at_checked(named) {
        Some((some, more @ [_, _, ..])) => format!("{} and {} more", some.join(", "), more.len()),
        _ => errors.join(", "),
    };
    format!("↻ {times} on {errors}")
}

/// A duration: a number gets its unit.
fn seconds(flow: &Flow, expr: &Expr) -> String {
    format!("{} s", words(flow, expr))
}

/// An expression; a constant text stands without quotes.
fn words(flow: &Flow, expr: &Expr) -> String {
    text::plain(expr).unwrap_or_else(|| text::expr(expr, flow.words))
}

//! What is known of the data of a flow, for people.

use std::fmt::Write as _;

use super::demand::demand;
use super::shape::camel;
use super::{Shape, StepShapes, TypeId, Types};
use crate::ir::{DataRule, Flow, Output, ScopeId, ScopeKind, Step, StepId, StepKind, Target};

/// No line is longer, unless it has a longer name in it.
const WIDTH: usize = 100;

/// The data of a flow and of all its steps as text.
pub(crate) fn print(flow: &Flow, types: &Types) -> String {
    let mut printer = Printer { flow, types, text: String::new(), depth: 0 };
    printer.flow();
    printer.text
}

struct Printer<'a> {
    flow: &'a Flow,
    types: &'a Types,
    text: String,
    depth: usize,
}

impl Printer<'_> {
    fn flow(&mut self) {
        let Self { flow, types, .. } = *self;
        let _ = writeln!(self.text, "flow {}", flow.name);
        self.depth = 1;
        self.shape("input", &types.started);
        let reads = demand(flow, types);
        if reads != Shape::Any {
            self.shape("reads", &reads);
        }
        let body = types.scope(flow.body());
        let output = match &flow.output {
            Some(template) => types.roots_at_end(flow).template(template),
            None => body.outcome.clone(),
        };
        self.shape("output", &output);
        if types.global != Shape::empty() {
            self.shape("$Global", &types.global);
        }
        self.depth = 0;
        self.steps(flow.body());
        if !types.declared.types.is_empty() {
            self.text.push_str("\ntypes\n");
            self.depth = 1;
            for (at, def) in types.declared.types.iter().enumerate() {
                let shape = types.names.get(TypeId(at));
                self.line(&camel(&def.name), &shape.text(&types.declared));
            }
        }
    }

    fn steps(&mut self, scope: ScopeId) {
        for step in &self.flow.scope(scope).steps {
            self.step(*step);
        }
    }

    fn step(&mut self, id: StepId) {
        let (step, known) = (self.flow.step(id), self.types.step(id));
        let kind = step.kind.word();
        let _ = writeln!(self.text, "\n{:indent$}{} ({kind})", "", step.name, indent = self.depth * 2);
        self.depth += 1;
        if known.data.is_never() {
            let _ = writeln!(self.text, "{:indent$}nothing leads here", "", indent = self.depth * 2);
            self.depth -= 1;
            return;
        }
        self.shape("input", &known.input);
        self.nested(&step.kind, &known.input);
        let has_result = matches!(
            step.kind,
            StepKind::Task(_) | StepKind::Choice { .. } | StepKind::Parallel { .. } | StepKind::Foreach(_)
        );
        if has_result && known.result != Shape::empty() && known.result != known.output {
            self.shape("result", &known.result);
        }
        if !matches!(step.kind, StepKind::Fail { .. }) && !known.output.is_never() {
            self.gives(step, known);
        }
        for (catch, shape) in step.catch.iter().zip(&known.caught) {
            let errors = catch.errors.join(", ");
            let target = match catch.target {
                Target::Step(id) => self.flow.step(id).name.as_str(),
                Target::End => "end",
            };
            self.line("caught", &format!("{} on {errors}, to {target}", shape.text(&self.types.declared)));
        }
        self.depth -= 1;
    }

    /// What a step gives to its scope, and what that holds then.
    fn gives(&mut self, step: &Step, known: &StepShapes) {
        if self.flow.scope(step.scope).data == DataRule::Replace {
            if step.output == Output::Input {
                return self.line("gives", "its input");
            }
            return self.shape("gives", &known.output);
        }
        if known.output == Shape::empty() {
            return;
        }
        self.shape("gives", &known.output);
        let data = known.data.under(&known.output, &self.types.names);
        if data != known.output {
            self.shape("data", &data);
        }
    }

    fn nested(&mut self, kind: &StepKind, input: &Shape) {
        let scopes: Vec<_> = match kind {
            StepKind::Parallel { branches, .. } => branches.iter().map(|id| ("branch", *id)).collect(),
            StepKind::Foreach(foreach) => vec![("each iteration", foreach.body)],
            StepKind::Choice { entries, default } => {
                let bodies = entries.iter().filter_map(|entry| Some(("entry", entry.body?)));
                bodies.chain(default.body.map(|id| ("default", id))).collect()
            }
            _ => return,
        };
        for (what, id) in &scopes {
            self.scope(what, *id, input);
        }
        if !scopes.is_empty() {
            self.text.push('\n');
        }
    }

    fn scope(&mut self, what: &str, id: ScopeId, around: &Shape) {
        let known = self.types.scope(id);
        let number = match self.flow.scope(id).kind {
            ScopeKind::Branch(number) => format!(" {number}"),
            ScopeKind::Choice(number) if what == "entry" => format!(" {number}"),
            _ => String::new(),
        };
        let _ = writeln!(self.text, "\n{:indent$}{what}{number}", "", indent = self.depth * 2);
        self.depth += 1;
        if !known.input.is_never() {
            if known.input != *around {
                self.shape("input", &known.input);
            }
            self.shape("ends with", &known.outcome);
        }
        self.steps(id);
        self.depth -= 1;
    }

    fn shape(&mut self, what: &str, shape: &Shape) {
        self.line(what, &shape.text(&self.types.declared));
    }

    /// A line, broken after commas where it is too long.
    fn line(&mut self, what: &str, text: &str) {
        let start = format!("{:indent$}{what:<9} ", "", indent = self.depth * 2);
        let room = WIDTH.saturating_sub(start.chars().count()).max(30);
        let mut line = String::new();
        let mut lines = Vec::new();
        for part in text.split_inclusive(", ") {
            if !line.is_empty() && line.chars().count() + part.trim_end().chars().count() > room {
                lines.push(std::mem::take(&mut line));
                line.push(' ');
            }
            line.push_str(part);
        }
        lines.push(line);
        for (at, line) in lines.iter().enumerate() {
            let line = line.trim_end();
            let _ = match at {
                0 => writeln!(self.text, "{start}{line}"),
                _ => writeln!(self.text, "{:width$}{line}", "", width = start.chars().count()),
            };
        }
    }
}

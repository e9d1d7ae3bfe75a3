//! What a sidecar declares: the names in it to those of the definition.

use std::collections::{BTreeMap, BTreeSet};

use super::super::declared::{Declared, Signature, Ty, TypeKind};
use super::files::At;
use super::names::Name;
use super::read::Reader;
use crate::diagnostics::{Code, Diagnostic, guess, list};
use crate::ir::{Call, Constant, ExprKind, Flow, FunctionId, Mode, StepId, StepKind};
use crate::source::Span;
use crate::yaml::{Cursor, Entry, Node, NodeKind};

/// The number of the sidecar among its files.
const SIDECAR: usize = 1;

/// Reads the keys of a sidecar.
pub(super) struct Layout<'r, 'a> {
    pub(super) flow: &'r Flow,
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) declared: &'r mut Declared,
}

impl<'a> Layout<'_, 'a> {
    pub(super) fn read(&mut self, root: &'a Node) {
        let Some(mut cursor) = Cursor::new(root, "the types of a flow", self.reader.diags) else { return };
        cursor.rename("a sidecar");
        if let Some(node) = cursor.optional("input") {
            let ty = self.schema(node, "input");
            self.is_object(node, &ty);
            self.declared.input = Some(ty);
        }
        self.declared.output = cursor.optional("output").map(|node| self.schema(node, "output"));
        for entry in self.section(cursor.optional("functions"), "functions by their names") {
            self.function(entry);
        }
        for entry in self.section(cursor.optional("reports"), "steps by their names") {
            self.report(entry);
        }
        for entry in self.section(cursor.optional("flows"), "flows by their names") {
            self.child(entry);
        }
        self.section(cursor.optional("$defs"), "schemas by their names");
        if let Some(node) = cursor.take("additionalProperties") {
            self.reader.boolean(SIDECAR, node, "additionalProperties");
        }
        for annotation in ["title", "description", "$schema", "$id", "$comment"] {
            cursor.take(annotation);
        }
        cursor.ignore(|key| key.starts_with("x-"));
        cursor.finish_as(Code::UnknownKeyword, self.reader.diags);
    }

    fn schema(&mut self, node: &'a Node, name: &str) -> Ty {
        self.reader.schema(At { file: SIDECAR, node }, &Name::new(name))
    }

    /// Reports an input that is no object.
    fn is_object(&mut self, node: &Node, ty: &Ty) {
        let is_object = match ty {
            Ty::Any | Ty::Map(_) => true,
            Ty::Named(id) => !matches!(&self.reader.types[id.0].kind, TypeKind::Enum(texts) if !texts.is_empty()),
            _ => false,
        };
        if !is_object {
            self.finding(Code::InconsistentSchema, node.head(), "the input of a flow is an object")
                .help("write `type: object` and its `properties`");
        }
    }

    fn section(&mut self, node: Option<&'a Node>, what: &str) -> &'a [Entry] {
        match node.map(|node| (node, &node.kind)) {
            None => &[],
            Some((_, NodeKind::Mapping(entries))) => entries,
            Some((node, _)) => {
                let message = format!("expected {what}, found {}", node.describe());
                self.finding(Code::WrongType, node.head(), &message).label("expected a mapping");
                &[]
            }
        }
    }

    fn finding(&mut self, code: Code, span: Span, message: &str) -> &mut Diagnostic {
        self.reader.report(SIDECAR, code, span, message)
    }

    /// What a function or a flow takes and gives.
    fn signature(&mut self, entry: &'a Entry, what: &str, name: &str) -> Signature {
        let Some(mut cursor) = Cursor::new(&entry.value, what, self.reader.diags) else { return Signature::default() };
        cursor.rename(what);
        let input = cursor.optional("input").map(|node| self.schema(node, &format!("{name} input")));
        let output = cursor.optional("output").map(|node| self.schema(node, &format!("{name} output")));
        cursor.take("description");
        cursor.ignore(|key| key.starts_with("x-"));
        cursor.finish_as(Code::UnknownKeyword, self.reader.diags);
        Signature { input, output }
    }

    fn function(&mut self, entry: &'a Entry) {
        let functions = &self.flow.functions;
        let whole = functions.iter().position(|function| function.resource == entry.key);
        let fitting: Vec<usize> = match whole {
            Some(at) => vec![at],
            None => (0..functions.len()).filter(|at| functions[*at].name == entry.key).collect(),
        };
        let name = fitting.first().map_or(entry.key.as_str(), |at| functions[*at].name.as_str());
        let signature = self.signature(entry, "a function in a sidecar", name);
        match fitting[..] {
            [at] if self.declared.functions.contains_key(&FunctionId(at)) => {
                let message = format!("`{}` is declared twice", functions[at].resource);
                self.finding(Code::InconsistentSchema, entry.key_span, &message).help("keep one of the two");
            }
            [at] => {
                self.declared.functions.insert(FunctionId(at), signature);
            }
            [] => {
                let names = functions.iter().flat_map(|function| [function.name.as_str(), function.resource.as_str()]);
                self.unknown(entry, "no step calls a function", names, "functions");
            }
            _ => {
                let resources = list(fitting.iter().map(|at| functions[*at].resource.as_str()));
                let message = format!("`{}` is the name of {} functions", entry.key, fitting.len());
                self.finding(Code::SeveralFunctions, entry.key_span, &message)
                    .help(format_args!("write the whole resource of one: {resources}"));
            }
        }
    }

    fn report(&mut self, entry: &'a Entry) {
        let ty = self.schema(&entry.value, &format!("{} report", entry.key));
        let waits = |at: &usize| match &self.flow.steps[*at].kind {
            StepKind::Task(task) => task.mode == Mode::WaitForCallback,
            _ => false,
        };
        let named: Vec<usize> =
            (0..self.flow.steps.len()).filter(|at| self.flow.steps[*at].name == entry.key).collect();
        let waiting: Vec<usize> = named.iter().copied().filter(waits).collect();
        if named.is_empty() {
            let steps = self.flow.steps.iter().enumerate().filter(|(at, _)| waits(at));
            let those = steps.map(|(_, step)| step.name.as_str());
            let what = format!("there is no {}", self.flow.words.step);
            self.unknown(entry, &what, those, "those that wait for a report");
        } else if waiting.is_empty() {
            let words = self.flow.words;
            let message = format!("the {} `{}` waits for no report", words.step, entry.key);
            self.finding(Code::NotInFlow, entry.key_span, &message)
                .help(format_args!("what waits for one is a {} with `{}`", words.task, words.callback));
        }
        self.declared.reports.extend(waiting.into_iter().map(|at| (StepId(at), ty.clone())));
    }

    fn child(&mut self, entry: &'a Entry) {
        let signature = self.signature(entry, "a flow in a sidecar", &entry.key);
        let flows = self.flow.steps.iter().filter_map(|step| match &step.kind {
            StepKind::Task(task) => match &task.call {
                Call::Child { flow, .. } => Some(&flow.kind),
                Call::Function { .. } => None,
            },
            _ => None,
        });
        let mut names = Vec::new();
        let mut by_data = false;
        for flow in flows {
            match flow {
                ExprKind::Literal(Constant::Text(name)) => names.push(name.as_str()),
                _ => by_data = true, // it may be any
            }
        }
        if by_data || names.contains(&entry.key.as_str()) {
            self.declared.flows.insert(entry.key.clone(), signature);
        } else {
            self.unknown(entry, "no step starts a flow", names, "flows that are started");
        }
    }

    /// Reports a name that the definition does not have.
    fn unknown<'n>(&mut self, entry: &Entry, what: &str, names: impl IntoIterator<Item = &'n str>, those: &str) {
        let names: BTreeSet<&str> = if self.reader.diags.may_search(self.flow.steps.len()) {
            names.into_iter().collect()
        } else {
            BTreeSet::new()
        };
        let near = guess(&entry.key, names.iter().copied());
        let found = self.finding(Code::NotInFlow, entry.key_span, &format!("{what} `{}`", entry.key));
        match near {
            Some(near) => found.meant_name(entry.key_span, &entry.key, &near),
            None if (1..=12).contains(&names.len()) => found.help(format_args!("{those}: {}", list(names))),
            None => found,
        };
    }
}

impl Reader<'_> {
    /// Reads the schemas of the sidecar that nothing refers to, for what is wrong with them.
    pub(super) fn unused(&mut self) {
        let targets: BTreeMap<_, _> = self.reserved.clone();
        let files = self.files;
        for (target, name) in targets.into_iter().filter(|(target, _)| target.file == SIDECAR) {
            if !self.known.contains_key(&target)
                && let Some(at) = files.schema(&target)
            {
                self.known.insert(target.clone(), None);
                let ty = self.schema(at, &Name::own(name));
                self.known.insert(target, Some(ty));
            }
        }
        self.finish();
    }
}

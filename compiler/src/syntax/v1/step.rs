//! What all kinds of steps have. `pass` and `succeed` have nothing else.

use super::super::Spanned;
use super::super::read::Reader;
use super::{Choice, Fail, Foreach, Mapping, Parallel, Task, Wait, foreign};
use crate::diagnostics::{Code, guess, list};
use crate::source::Span;
use crate::yaml::{Cursor, Node};

/// A step.
#[derive(Debug)]
pub(crate) struct Step {
    /// Empty where it could not be read.
    pub(crate) name: Spanned<String>,
    pub(crate) kind: StepKind,
    pub(crate) end: bool,
    pub(crate) inputs: Option<Vec<Mapping>>,
    pub(crate) outputs: Option<Vec<Mapping>>,
    pub(crate) span: Span,
}

/// What a step does.
#[derive(Debug)]
pub(crate) enum StepKind {
    Task(Box<Task>),
    Pass,
    Wait(Wait),
    Choice(Choice),
    Parallel(Parallel),
    Foreach(Box<Foreach>),
    Succeed,
    Fail(Fail),
    /// It could not be read; the reason is reported.
    Invalid,
}

const KINDS: [&str; 8] = ["task", "pass", "wait", "choice", "parallel", "foreach", "succeed", "fail"];

impl Reader<'_> {
    pub(super) fn steps(&mut self, node: &Node) -> Vec<Step> {
        if node.is_null() {
            return Vec::new();
        }
        self.list(node, "steps").iter().filter_map(|item| self.step(item)).collect()
    }

    fn step(&mut self, node: &Node) -> Option<Step> {
        let mut keys = Cursor::new(node, "a step", self.diags)?;
        keys.foreign(foreign::STEP);
        let kind_node = keys.require_first("type", self.diags);
        let kind = kind_node.and_then(|node| self.text(node));
        let kind = kind.as_ref().map_or("", |kind| kind.node.as_str());
        let known = KINDS.contains(&kind);
        if known {
            keys.rename(format!("a `{kind}` step"));
        }
        keys.foreign(match kind {
            "task" => foreign::TASK,
            "wait" => foreign::WAIT,
            "choice" => foreign::CHOICE,
            "foreach" => foreign::FOREACH,
            "fail" => foreign::FAIL,
            _ => &[],
        });
        if kind != "task" {
            keys.foreign(foreign::NO_TASK);
        }
        let name = keys.require_alike("name", self.diags).and_then(|node| self.text(node));
        let name = name.unwrap_or(Spanned { node: String::new(), span: keys.head() });

        let inputs = self.mappings(&mut keys, "inputMappings");
        let kind = match kind {
            "task" => StepKind::Task(Box::new(self.task(&mut keys))),
            "pass" => StepKind::Pass,
            "wait" => StepKind::Wait(self.wait(&mut keys)),
            "choice" => StepKind::Choice(self.choice(&mut keys)),
            "parallel" => StepKind::Parallel(self.parallel(&mut keys)),
            "foreach" => StepKind::Foreach(Box::new(self.foreach(&mut keys))),
            "succeed" => StepKind::Succeed,
            "fail" => StepKind::Fail(self.fail(&mut keys)),
            other => {
                if let Some(node) = kind_node {
                    self.unknown_kind(other, node);
                }
                StepKind::Invalid
            }
        };
        let outputs = self.mappings(&mut keys, "outputMappings");
        let end = match kind {
            StepKind::Succeed | StepKind::Fail(_) => {
                self.needless_end(&mut keys);
                false
            }
            _ => keys.take("end").and_then(|node| self.boolean(node)).is_some_and(|end| end.node),
        };
        if known {
            self.misplaced(&mut keys, &kind);
            keys.finish(self.diags);
        }
        Some(Step { name, kind, end, inputs, outputs, span: node.span })
    }

    fn unknown_kind(&mut self, kind: &str, node: &Node) {
        if kind == "loop" {
            self.diags
                .report(Code::Reserved, node.span, "`loop` steps are reserved, and not supported")
                .help("jump back with `goto` in a `choice` step");
        } else if !kind.is_empty() {
            let found =
                self.diags.report(Code::UnknownValue, node.span, format_args!("there is no kind of step `{kind}`"));
            match guess(kind, KINDS) {
                Some(near) => found.meant(node.span, kind, &near),
                None => found.help(format_args!("the kinds are {}", list(KINDS))),
            };
        }
    }

    /// Keys that people look for at steps which do not have them.
    fn misplaced(&mut self, keys: &mut Cursor<'_>, kind: &StepKind) {
        let of_tasks = match kind {
            StepKind::Task(_) => &[][..],
            _ => &["retry", "catch", "errorMappings", "timeoutSeconds", "pattern", "resourceArn", "action"][..],
        };
        for key in of_tasks {
            let help = match *key {
                "retry" | "catch" | "errorMappings" | "timeoutSeconds" => {
                    "only `task` steps have it; put the steps into a flow of their own and call it by a task"
                }
                _ => "only `task` steps have it",
            };
            self.refuse(keys, key, help);
        }
        for key in ["goto", "next"] {
            self.refuse(keys, key, "`goto` stands in `choices`, `default` and `catch`; else steps follow one another");
        }
    }

    fn refuse(&mut self, keys: &mut Cursor<'_>, key: &'static str, help: &str) {
        if let Some(entry) = keys.refused(key) {
            self.diags
                .report(Code::UnknownKey, entry.key_span, format_args!("{} has no key `{key}`", keys.what()))
                .label("not known here")
                .help(help);
        }
    }

    /// `succeed` and `fail` end their list of steps anyway.
    fn needless_end(&mut self, keys: &mut Cursor<'_>) {
        if let Some(entry) = keys.refused("end") {
            self.diags
                .report(Code::UnknownKey, entry.key_span, "`succeed` and `fail` steps have no key `end`")
                .label("not known here")
                .help("remove it; the step ends its list of steps anyway");
        }
    }
}

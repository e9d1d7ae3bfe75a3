//! What all kinds of states have. `Pass` and `Succeed` have nothing else.

use super::super::Spanned;
use super::super::read::Reader;
use super::{Catch, Choice, Fail, Map, Member, Retry, Scope, Task, Value, foreign};
use crate::diagnostics::{Change, Code, guess, list};
use crate::source::Span;
use crate::yaml::{Cursor, Node};

/// A state.
#[derive(Debug)]
pub(crate) struct State {
    /// Empty where it could not be read.
    pub(crate) name: Spanned<String>,
    pub(crate) kind: StateKind,
    pub(crate) input: Option<Vec<Member>>,
    pub(crate) output: Option<Vec<Member>>,
    pub(crate) global: Option<Vec<Member>>,
    pub(crate) retry: Vec<Retry>,
    pub(crate) catch: Vec<Catch>,
    pub(crate) next: Next,
    pub(crate) span: Span,
}

/// What a state does.
#[derive(Debug)]
pub(crate) enum StateKind {
    Task(Box<Task>),
    Pass,
    /// For how many seconds.
    Wait(Option<Value>),
    Choice(Choice),
    Parallel(Vec<Scope>),
    Map(Box<Map>),
    Succeed,
    Fail(Fail),
    /// It could not be read; the reason is reported.
    Invalid,
}

/// Where control goes after a state.
#[derive(Debug)]
pub(crate) enum Next {
    /// `Next`
    State(Spanned<String>),
    /// `End: true`, or where the kind says it.
    End,
}

const KINDS: [&str; 8] = ["Task", "Pass", "Wait", "Choice", "Parallel", "Map", "Succeed", "Fail"];

impl Reader<'_> {
    pub(super) fn state(&mut self, node: &Node) -> Option<State> {
        let mut keys = Cursor::new(node, "a state", self.diags)?;
        keys.foreign(foreign::STATE);
        let kind_node = keys.require_first("Type", self.diags);
        let kind = kind_node.and_then(|node| self.text(node));
        let kind = kind.as_ref().map_or("", |kind| kind.node.as_str());
        let known = KINDS.contains(&kind);
        if known {
            keys.rename(format!("a `{kind}` state"));
        }
        keys.foreign(match kind {
            "Task" => foreign::TASK,
            "Wait" => foreign::WAIT,
            "Choice" => foreign::CHOICE,
            "Map" => foreign::MAP,
            "Fail" => foreign::FAIL,
            _ => &[],
        });
        if kind != "Task" {
            keys.foreign(foreign::NO_TASK);
        }
        if !matches!(kind, "Task" | "Parallel" | "Map") {
            keys.foreign(foreign::NO_RETRY);
        }
        let name = self.state_name(&mut keys);
        self.description(&mut keys);
        let input = self.constructor(&mut keys, "InputConstructor");
        let parts = match kind {
            "Task" => StateKind::Task(Box::new(self.task_state(&mut keys))),
            "Pass" => StateKind::Pass,
            "Wait" => StateKind::Wait(self.wait_state(&mut keys)),
            "Choice" => StateKind::Choice(self.choice_state(&mut keys)),
            "Parallel" => StateKind::Parallel(self.parallel_state(&mut keys)),
            "Map" => StateKind::Map(Box::new(self.map_state(&mut keys))),
            "Succeed" => StateKind::Succeed,
            "Fail" => StateKind::Fail(self.fail_state(&mut keys)),
            other => {
                if let Some(node) = kind_node {
                    self.unknown_state(other, node);
                }
                StateKind::Invalid
            }
        };
        let mut state = State {
            name,
            kind: parts,
            input,
            output: None,
            global: None,
            retry: Vec::new(),
            catch: Vec::new(),
            next: Next::End,
            span: node.span,
        };
        if known {
            self.rest(&mut state, &mut keys);
            self.finish(keys);
        }
        Some(state)
    }

    /// What only some of the kinds have.
    fn rest(&mut self, state: &mut State, keys: &mut Cursor<'_>) {
        if !matches!(state.kind, StateKind::Choice(_)) {
            state.output = self.constructor(keys, "OutputConstructor");
        }
        state.global = self.constructor(keys, "GlobalConstructor");
        if let StateKind::Fail(_) = state.kind {
            self.lost(keys);
        }
        if matches!(state.kind, StateKind::Task(_) | StateKind::Parallel(_) | StateKind::Map(_)) {
            state.retry = self.retry_rules(keys);
            state.catch = self.catch_rules(keys);
        }
        state.next = match &state.kind {
            StateKind::Choice(_) => {
                for key in ["Next", "End"] {
                    self.refuse_key(keys, key, "a choice goes on where its `Branches` and its `Default` say");
                }
                Next::End
            }
            StateKind::Succeed | StateKind::Fail(_) => {
                self.refuse_key(keys, "Next", "the state ends its list of states");
                self.last(keys);
                Next::End
            }
            _ => self.next(keys),
        };
    }

    /// A state that fails hands nothing on.
    fn lost(&mut self, keys: &mut Cursor<'_>) {
        for key in ["OutputConstructor", "GlobalConstructor"] {
            if let Some(entry) = keys.entry(key).filter(|entry| !entry.value.is_null()) {
                self.diags
                    .report(Code::NoEffect, entry.key_span, format_args!("`{key}` has no effect at a `Fail` state"))
                    .label("never used")
                    .help("remove it; what a rule of `Catch` gets is `Code` and `Detail`");
            }
        }
    }

    fn state_name(&mut self, keys: &mut Cursor<'_>) -> Spanned<String> {
        let name = keys.require_alike("Name", self.diags).and_then(|node| self.text(node));
        let name = name.unwrap_or(Spanned { node: String::new(), span: keys.head() });
        if name.node.trim() != name.node {
            self.diags
                .report(Code::DoubtfulName, name.span, "the name begins or ends with a blank")
                .help("remove the blank; each `Next` must spell the name exactly so");
        }
        name
    }

    /// `Next` or `End: true`.
    fn next(&mut self, keys: &mut Cursor<'_>) -> Next {
        let (next, end) = (keys.optional("Next"), keys.optional("End"));
        let target = next.and_then(|node| self.text(node));
        let last = end.and_then(|node| self.boolean(node));
        match (next, end, last) {
            (Some(next), Some(end), Some(Spanned { node: true, .. })) => {
                self.diags
                    .report(Code::ConflictingKeys, end.span, "a state has either `Next` or `End: true`, not both")
                    .also(next.span, "the other one")
                    .help("remove one of the two");
            }
            (None, Some(end), Some(Spanned { node: false, .. })) => {
                self.diags
                    .report(
                        Code::MissingKey,
                        end.span,
                        format_args!("{} that is not the end needs the key `Next`", keys.what()),
                    )
                    .help("write `Next` with the name of a state, or `End: true`");
            }
            (None, None, _) => {
                if let Some(missing) = keys.miss_either(["Next", "End"], self.diags) {
                    missing.help("write `Next` with the name of a state, or `End: true`");
                }
            }
            _ => {}
        }
        target.map_or(Next::End, Next::State)
    }

    /// `End: true` says what is so anyway.
    fn last(&mut self, keys: &mut Cursor<'_>) {
        let Some(node) = keys.optional("End") else { return };
        if self.boolean(node).is_some_and(|end| !end.node) {
            self.diags
                .report(Code::ConflictingKeys, node.span, format_args!("{} is always an end", keys.what()))
                .help("remove the key");
        }
    }

    fn refuse_key(&mut self, keys: &mut Cursor<'_>, key: &'static str, help: &str) {
        if let Some(entry) = keys.refused(key).filter(|entry| !entry.value.is_null()) {
            self.diags
                .report(Code::UnknownKey, entry.key_span, format_args!("{} has no key `{key}`", keys.what()))
                .label("not known here")
                .help(help);
        }
    }

    fn unknown_state(&mut self, kind: &str, node: &Node) {
        if kind.is_empty() {
            return;
        }
        let found =
            self.diags.report(Code::UnknownValue, node.span, format_args!("there is no kind of state `{kind}`"));
        match guess(kind, KINDS) {
            _ if kind == "foreach" => found.help("write `Map`").mend(Change::Word {
                span: node.span,
                from: kind.to_owned(),
                to: "Map".to_owned(),
            }),
            Some(near) => found.meant(node.span, kind, &near),
            None => found.help(format_args!("the kinds are {}", list(KINDS))),
        };
    }
}

//! The dialect of `Type: StateMachine`, one file a kind of state.

mod choice;
mod fail;
mod foreign;
mod literal;
mod map;
mod parallel;
mod policy;
mod scope;
mod state;
mod task;
mod value;
mod wait;

pub(crate) use choice::Choice;
pub(crate) use fail::Fail;
pub(crate) use map::Map;
pub(crate) use policy::{Catch, Retry};
pub(crate) use scope::Scope;
pub(crate) use state::{Next, State, StateKind};
pub(crate) use task::{Mode, Task};
pub(crate) use value::{Member, Value, ValueKind};

use super::Spanned;
use super::read::Reader;
use crate::diagnostics::{Change, Code, Diagnostics};
use crate::source::SourceFile;
use crate::yaml::{Cursor, Node};

/// A flow.
#[derive(Debug)]
pub(crate) struct Machine {
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) body: Scope,
}

/// Reads a flow; what cannot be read is reported and left out.
pub(super) fn read(node: &Node, source: &SourceFile, diags: &mut Diagnostics) -> Machine {
    let mut machine = Machine { name: None, body: Scope { start: None, states: Vec::new(), span: node.span } };
    let Some(mut keys) = Cursor::new(node, "a state machine", diags) else { return machine };
    keys.foreign(foreign::MACHINE);
    let mut reader = Reader { source, diags };
    keys.require_first("Type", reader.diags);
    machine.name = reader.flow_name(&mut keys);
    reader.spec_version(&mut keys);
    reader.description(&mut keys);
    machine.body = reader.scope(&mut keys, node);
    reader.finish(keys);
    machine
}

impl Reader<'_> {
    fn flow_name(&mut self, keys: &mut Cursor<'_>) -> Option<Spanned<String>> {
        let Some(node) = keys.optional("Name") else {
            self.incomplete(keys, "Name", "the flow is named after its file; write `Name: …`");
            return None;
        };
        let name = self.text(node)?;
        self.check_flow_name(&name);
        Some(name)
    }

    fn spec_version(&mut self, keys: &mut Cursor<'_>) {
        let Some(node) = keys.optional("SpecVersion") else {
            self.incomplete(keys, "SpecVersion", "write `SpecVersion: v1`");
            return;
        };
        if node.as_text() != Some("v1") {
            let message = format!("the version `{}` does not exist", self.shown(node));
            self.diags.report(Code::UnsupportedVersion, node.head(), message).help("write `SpecVersion: v1`");
        }
    }

    fn incomplete(&mut self, keys: &Cursor<'_>, key: &str, help: &str) {
        if keys.lacks([key]) {
            self.diags
                .report(Code::IncompleteHeader, keys.head(), format_args!("the header has no `{key}`"))
                .help(help);
        }
    }

    /// `Description` has no effect.
    fn description(&mut self, keys: &mut Cursor<'_>) {
        keys.optional("Description").and_then(|node| self.any_text(node));
    }

    /// Reports the keys that nobody asked for; some are taken for comments.
    fn finish(&mut self, mut keys: Cursor<'_>) {
        for entry in keys.ignore(|key| key == "Comment" || key.starts_with("x-")) {
            let found =
                self.diags.report(Code::IgnoredKey, entry.key_span, format_args!("`{}` has no effect here", entry.key));
            if entry.key == "Comment" {
                found.help("write `Description`, or a comment that begins with `#`");
            } else {
                found.help("write a comment that begins with `#`");
            }
        }
        keys.finish(self.diags);
    }

    /// The value of a key, or of the name for it that is not documented.
    fn aliased<'n>(&mut self, keys: &mut Cursor<'n>, key: &'static str, alias: &'static str) -> Option<&'n Node> {
        let known = keys.entry(key);
        let Some(other) = keys.refused(alias) else {
            return known.map(|entry| &entry.value).filter(|node| !node.is_null());
        };
        match known {
            Some(known) => {
                let what = keys.what();
                self.diags
                    .report(
                        Code::ConflictingKeys,
                        other.key_span,
                        format_args!("{what} has `{key}` and `{alias}`, which mean the same"),
                    )
                    .also(known.key_span, "the other one")
                    .help(format_args!("keep `{key}`"));
            }
            None => {
                self.diags
                    .report(Code::UndocumentedName, other.key_span, format_args!("`{alias}` is read as `{key}`"))
                    .help(format_args!("write `{key}`"))
                    .mend(Change::Word { span: other.key_span, from: alias.to_owned(), to: key.to_owned() });
            }
        }
        Some(&other.value).filter(|node| !node.is_null())
    }
}

//! The dialect of `type: flow`, one file a kind of step.

mod choice;
mod fail;
mod foreach;
mod foreign;
mod literal;
mod mapping;
mod parallel;
mod policy;
mod step;
mod task;
mod value;
mod wait;

pub(crate) use choice::{Choice, Jump};
pub(crate) use fail::Fail;
pub(crate) use foreach::Foreach;
pub(crate) use mapping::Mapping;
pub(crate) use parallel::Parallel;
pub(crate) use policy::{Catch, Retry};
pub(crate) use step::{Step, StepKind};
pub(crate) use task::{Pattern, Task};
pub(crate) use value::{Parameter, Value, ValueKind};
pub(crate) use wait::Wait;

use super::Spanned;
use super::read::Reader;
use crate::diagnostics::{Change, Code, Diagnostics};
use crate::source::{SourceFile, Span};
use crate::yaml::{Cursor, Node};

/// A flow.
#[derive(Debug)]
pub(crate) struct Flow {
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) timeout: Option<Spanned<u64>>,
    pub(crate) inputs: Option<Vec<Mapping>>,
    pub(crate) outputs: Option<Vec<Mapping>>,
    pub(crate) steps: Vec<Step>,
    pub(crate) span: Span,
}

/// Reads a flow; what cannot be read is reported and left out.
pub(super) fn read(node: &Node, source: &SourceFile, diags: &mut Diagnostics) -> Flow {
    let mut flow = Flow { name: None, timeout: None, inputs: None, outputs: None, steps: Vec::new(), span: node.span };
    let Some(mut keys) = Cursor::new(node, "a flow", diags) else { return flow };
    keys.foreign(foreign::FLOW);
    let mut reader = Reader { source, diags };
    reader.version(&mut keys);
    keys.require_first("type", reader.diags);
    flow.name = keys.take("name").and_then(|node| reader.text(node));
    if let Some(name) = &flow.name {
        reader.check_flow_name(name);
    }
    flow.timeout = keys.take("timeoutSeconds").and_then(|node| reader.seconds(node));
    flow.inputs = reader.mappings(&mut keys, "inputMappings");
    if let Some(node) = keys.require_first("steps", reader.diags) {
        flow.steps = reader.steps(node);
    }
    flow.outputs = reader.mappings(&mut keys, "outputMappings");
    keys.finish_as(Code::UnknownTopLevelKey, reader.diags);
    flow
}

impl Reader<'_> {
    fn version(&mut self, keys: &mut Cursor<'_>) {
        let Some(node) = keys.require_first("version", self.diags) else { return };
        match node.as_text() {
            Some("v1" | "v1beta1") => {}
            Some("v1.0") => {
                self.diags
                    .report(Code::VersionSpelling, node.span, "the version `v1.0` is read as `v1`")
                    .help("write `v1`")
                    .mend(Change::Word { span: node.span, from: "v1.0".to_owned(), to: "v1".to_owned() });
            }
            _ => {
                self.diags
                    .report(
                        Code::UnsupportedVersion,
                        node.head(),
                        format_args!("the version `{}` does not exist", self.shown(node)),
                    )
                    .help("write `v1`; `v1beta1` means the same");
            }
        }
    }
}

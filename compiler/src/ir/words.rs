//! What a definition calls things.

use super::{ContextField, Path, Root, Segment};

/// The names of keys and variables, as the dialect of a definition writes them. Messages speak with them.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Words {
    /// A unit of work: "step".
    pub step: &'static str,
    /// The key that says where control goes.
    pub goto: &'static str,
    /// What ends a list of steps.
    pub end: &'static str,
    /// The key of the limit of a task.
    pub timeout: &'static str,
    /// The key that makes the input of a step.
    pub input: &'static str,
    /// The variable of the input of a step.
    pub step_input: &'static str,
    /// The variable of the input of a list of steps.
    pub scope_input: &'static str,
    /// The variable of the data of a list of steps.
    pub scope_data: &'static str,
    /// The variable of a step's result.
    pub result: &'static str,
    /// The variable of a caught error.
    pub caught: &'static str,
    /// The members of the context object.
    pub context: &'static [(&'static str, ContextField)],
    /// How many seconds at most a wait step waits that says a number.
    pub longest_wait: u64,
}

impl Words {
    /// Of `type: flow`.
    pub const V1: Self = Self {
        step: "step",
        goto: "goto",
        end: "end: true",
        timeout: "timeoutSeconds",
        input: "inputMappings",
        step_input: "$",
        scope_input: "$input",
        scope_data: "$local",
        result: "$local",
        caught: "$local",
        context: &[
            ("$context.execution.name", ContextField::ExecutionName),
            ("$context.flow.name", ContextField::FlowName),
            ("$context.step.name", ContextField::StepName),
            ("$context.step.eventId", ContextField::StepEventId),
            ("$context.task.token", ContextField::TaskToken),
        ],
        longest_wait: 172_800,
    };

    /// Of `Type: StateMachine`.
    pub const STATE_MACHINE: Self = Self {
        step: "state",
        goto: "Next",
        end: "End: true",
        timeout: "Timeout",
        input: "InputConstructor",
        step_input: "$Input",
        scope_input: "$Input",
        scope_data: "$Input",
        result: "$Output",
        caught: "$Context.Current.Error",
        context: &[
            ("$Context.Execution.Name", ContextField::ExecutionName),
            ("$Context.Execution.Input", ContextField::ExecutionInput),
            ("$Context.Execution.RoleArn", ContextField::RoleArn),
            ("$Context.Current.Name", ContextField::StepName),
            ("$Context.Current.RetryCount", ContextField::RetryCount),
            ("$Context.Current.TaskToken", ContextField::TaskToken),
        ],
        longest_wait: 300,
    };
}

impl Words {
    /// A path as the definition writes it.
    pub fn path(&self, path: &Path) -> String {
        let mut text = match path.root {
            Root::StepInput => self.step_input,
            Root::ScopeInput => self.scope_input,
            Root::ScopeData => self.scope_data,
            Root::Result => self.result,
            Root::Caught => self.caught,
            Root::Global => "$Global",
            Root::Context(field) => self.context(field),
        }
        .to_owned();
        for segment in &path.segments {
            match segment {
                Segment::Key(key) => text.extend([".", key]),
                Segment::Index(index) => text.extend(["[", &index.to_string(), "]"]),
                Segment::Each => text.push_str("[*]"),
            }
        }
        text
    }

    fn context(&self, field: ContextField) -> &'static str {
        let find = |(name, known): &(&'static str, ContextField)| (*known == field).then_some(*name);
        self.context.iter().find_map(find).unwrap_or("$context")
    }
}

//! What a definition calls things.

use super::{ContextField, Path, Root, Segment};
use crate::diagnostics::Code;

/// The names of keys and variables, as the dialect of a definition writes them. Messages speak with them.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Words {
    /// A unit of work: "step".
    pub step: &'static str,
    /// The kind of step that calls something.
    pub task: &'static str,
    /// The kind of step that waits.
    pub wait: &'static str,
    /// The kind of step that looks at conditions.
    pub choice: &'static str,
    /// The key that says where a choice leads when no condition is true.
    pub default: &'static str,
    /// Whether control goes to the next step of a list where nothing else is said.
    pub in_order: bool,
    /// The key that says where control goes.
    pub goto: &'static str,
    /// What ends a list of steps.
    pub end: &'static str,
    /// An item of the list of retries.
    pub retry: &'static str,
    /// An item of the list of catches.
    pub catch: &'static str,
    /// The key of what a task hands over.
    pub params: &'static str,
    /// What makes a task wait for a callback.
    pub callback: &'static str,
    /// How a task hands over its task token.
    pub hand_over: &'static str,
    /// The code of a list of steps that cannot end.
    pub endless: Code,
    /// The key of the limit of a task.
    pub timeout: &'static str,
    /// The key that makes the input of a step.
    pub input: &'static str,
    /// The key that makes the output of a step.
    pub output: &'static str,
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
    /// How many seconds at least a wait step waits that says a number.
    pub shortest_wait: u64,
    /// How many seconds at most.
    pub longest_wait: u64,
    /// The same in words, where that says more; in brackets, after a blank.
    pub so_long: &'static str,
    /// How data says for how many seconds.
    pub wait_for: &'static str,
}

impl Words {
    /// Of `type: flow`.
    pub const V1: Self = Self {
        step: "step",
        task: "task",
        wait: "wait",
        choice: "choice",
        default: "default",
        in_order: true,
        goto: "goto",
        end: "end: true",
        retry: "retry policy",
        catch: "catch clause",
        params: "serviceParams",
        callback: "pattern: waitForCallback",
        hand_over: "add `- {target: taskToken, source: $context.task.token}` to its `inputMappings`",
        endless: Code::CannotEnd,
        timeout: "timeoutSeconds",
        input: "inputMappings",
        output: "outputMappings",
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
        shortest_wait: 0,
        longest_wait: 172_800,
        so_long: " (2 days)",
        wait_for: "$.name",
    };

    /// Of `Type: StateMachine`.
    pub const STATE_MACHINE: Self = Self {
        step: "state",
        task: "Task",
        wait: "Wait",
        choice: "Choice",
        default: "Default",
        in_order: false,
        goto: "Next",
        end: "End: true",
        retry: "rule of `Retry`",
        catch: "rule of `Catch`",
        params: "Parameters",
        callback: "TaskMode: WaitForCustomCallback",
        hand_over: "add `taskToken.$: $Context.Current.TaskToken` to what its `Parameters` hand over, as in their `body`",
        endless: Code::NeverEnds,
        timeout: "Timeout",
        input: "InputConstructor",
        output: "OutputConstructor",
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
        shortest_wait: 1,
        longest_wait: 300,
        so_long: "",
        wait_for: "Seconds.$: $Input.name",
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

    /// A member of the context object as the definition writes it.
    pub(crate) fn context(&self, field: ContextField) -> &'static str {
        let find = |(name, known): &(&'static str, ContextField)| (*known == field).then_some(*name);
        self.context.iter().find_map(find).unwrap_or("$context")
    }
}

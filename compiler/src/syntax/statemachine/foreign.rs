//! Keys that people bring along from Amazon States Language, from `type: flow` and from older forms of this dialect.

use crate::yaml::Foreign;

const CONSTRUCTORS: &str = "constructors stand at states: put it at the first or the last one";

/// At the top level.
pub(super) const MACHINE: &[Foreign] = &[
    Foreign::renamed("Version", "SpecVersion"),
    Foreign::renamed("version", "SpecVersion"),
    Foreign::renamed("steps", "States"),
    Foreign::elsewhere("InputConstructor", CONSTRUCTORS),
    Foreign::elsewhere("OutputConstructor", CONSTRUCTORS),
    Foreign::elsewhere("GlobalConstructor", CONSTRUCTORS),
    Foreign::elsewhere("inputMappings", CONSTRUCTORS),
    Foreign::elsewhere("outputMappings", CONSTRUCTORS),
    Foreign::elsewhere("Timeout", "`Timeout` stands at states of `Type: Task`"),
    Foreign::elsewhere("TimeoutSeconds", "`Timeout` stands at states of `Type: Task`"),
    Foreign::elsewhere("timeoutSeconds", "`Timeout` stands at states of `Type: Task`"),
    Foreign::elsewhere("Retry", "`Retry` stands at states of `Type: Task`, `Parallel` and `Map`"),
    Foreign::elsewhere("Catch", "`Catch` stands at states of `Type: Task`, `Parallel` and `Map`"),
];

/// At any state.
pub(super) const STATE: &[Foreign] = &[
    Foreign::renamed("inputMappings", "InputConstructor"),
    Foreign::renamed("InputPath", "InputConstructor"),
    Foreign::renamed("outputMappings", "OutputConstructor"),
    Foreign::renamed("ResultSelector", "OutputConstructor"),
    Foreign::renamed("ResultPath", "OutputConstructor"),
    Foreign::renamed("OutputPath", "OutputConstructor"),
    Foreign::renamed("Output", "OutputConstructor"),
    Foreign::renamed("Assign", "GlobalConstructor"),
    Foreign::renamed("goto", "Next"),
    Foreign::replaced("OnErrors", "Catch", ON_ERRORS),
    Foreign::replaced("OnError", "Catch", ON_ERRORS),
];

const ON_ERRORS: &str = "write `Retry` with `Errors`, `MaxAttempts` and `IntervalSeconds`, and `Catch` with `Errors` and \
                         `Next`";

/// At a state that is no task.
pub(super) const NO_TASK: &[Foreign] =
    &[Foreign::renamed("Parameters", "InputConstructor"), Foreign::renamed("Result", "InputConstructor")];

/// At a state that does nothing which could fail and be tried again.
pub(super) const NO_RETRY: &[Foreign] = &[
    Foreign::elsewhere("Retry", "only `Task`, `Parallel` and `Map` states have it"),
    Foreign::elsewhere("Catch", "only `Task`, `Parallel` and `Map` states have it"),
];

pub(super) const TASK: &[Foreign] = &[
    Foreign::replaced("Resource", "Action", ACTION),
    Foreign::replaced("resourceArn", "Action", ACTION),
    Foreign::renamed("serviceParams", "Parameters"),
    Foreign::renamed("Arguments", "Parameters"),
    Foreign::elsewhere("HeartbeatSeconds", "`Timeout` is the only limit of a task"),
    Foreign::renamed("action", "Action"),
    Foreign::renamed("timeoutSeconds", "Timeout"),
    Foreign::replaced(
        "pattern",
        "TaskMode",
        "write `TaskMode`: `RequestComplete` for `requestResponse`, `WaitForSystemCallback` for `sync`, \
         `WaitForCustomCallback` for `waitForCallback`",
    ),
    Foreign::replaced("errorMappings", "Catch", "write `OutputConstructor` in the rule of `Catch`"),
];

const ACTION: &str = "write `Action: FC:InvokeFunction`, and `resourceArn` under `Parameters`";

pub(super) const WAIT: &[Foreign] = &[
    Foreign::renamed("duration", "Seconds"),
    Foreign::renamed("Duration", "Seconds"),
    Foreign::renamed("SecondsPath", "Seconds"),
    Foreign::replaced("Timestamp", "Seconds", INSTANT),
    Foreign::replaced("timestamp", "Seconds", INSTANT),
    Foreign::replaced("TimestampPath", "Seconds", INSTANT),
    Foreign::replaced("Until", "Seconds", INSTANT),
];

const INSTANT: &str = "a wait takes a number of `Seconds`; no instant can be given";

pub(super) const CHOICE: &[Foreign] = &[
    Foreign::renamed("Choices", "Branches"),
    Foreign::renamed("choices", "Branches"),
    Foreign::replaced(
        "OutputConstructor",
        "InputConstructor",
        "a choice hands on its input: write `InputConstructor`, or put it at the states that it leads to",
    ),
];

/// In an entry of a choice.
pub(super) const BRANCH: &[Foreign] = &[
    Foreign::replaced("Variable", "Condition", "write a condition: `Condition: $Input.total >= 1000`"),
    Foreign::renamed("goto", "Next"),
    Foreign::replaced("steps", "Next", "put the states into the list of the choice and name the first one in `Next`"),
    Foreign::replaced("States", "Next", "put the states into the list of the choice and name the first one in `Next`"),
];

pub(super) const MAP: &[Foreign] = &[
    Foreign::renamed("Iterator", "Processor"),
    Foreign::renamed("steps", "Processor"),
    Foreign::renamed("ItemSelector", "ItemConstructor"),
    Foreign::renamed("Items", "ItemsPath"),
    Foreign::replaced("iterationMapping", "ItemsPath", "write `ItemsPath: $Input.items`"),
];

pub(super) const FAIL: &[Foreign] = &[
    Foreign::renamed("Error", "Code"),
    Foreign::renamed("error", "Code"),
    Foreign::renamed("Cause", "Detail"),
    Foreign::renamed("cause", "Detail"),
    Foreign::replaced("Code.$", "Code", CONSTANT),
    Foreign::replaced("Detail.$", "Detail", CONSTANT),
];

const CONSTANT: &str = "it is a constant; to fail with data, let a function fail";

pub(super) const RETRY: &[Foreign] = &[
    Foreign::renamed("ErrorEquals", "Errors"),
    Foreign::renamed("MaxDelaySeconds", "MaxBackoffSeconds"),
    Foreign::renamed("MaxIntervalSeconds", "MaxBackoffSeconds"),
    Foreign::renamed("maxIntervalSeconds", "MaxBackoffSeconds"),
    Foreign::renamed("Multiplier", "BackoffRate"),
    Foreign::renamed("multiplier", "BackoffRate"),
    Foreign::renamed("FixedBackoff", "IntervalSeconds"),
];

pub(super) const CATCH: &[Foreign] = &[
    Foreign::renamed("ErrorEquals", "Errors"),
    Foreign::renamed("ResultPath", "OutputConstructor"),
    Foreign::renamed("errorMappings", "OutputConstructor"),
    Foreign::renamed("goto", "Next"),
    Foreign::elsewhere("Retry", "`Retry` stands at the state, beside `Catch`"),
];

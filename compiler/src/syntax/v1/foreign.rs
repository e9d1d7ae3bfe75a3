//! Keys that people bring along from `Type: StateMachine` and from Amazon States Language.

use crate::yaml::Foreign;

/// At the top level.
pub(super) const FLOW: &[Foreign] = &[
    Foreign::elsewhere("StartAt", "a flow starts with the first of its steps"),
    Foreign::renamed("States", "steps"),
    Foreign::renamed("SpecVersion", "version"),
    Foreign::elsewhere("Description", COMMENT),
    Foreign::elsewhere("description", COMMENT),
    Foreign::elsewhere("Comment", COMMENT),
];

const COMMENT: &str = "write a comment that begins with `#`";

/// At any step.
pub(super) const STEP: &[Foreign] = &[
    Foreign::replaced("InputConstructor", "inputMappings", INPUT),
    Foreign::replaced("InputPath", "inputMappings", INPUT),
    Foreign::replaced("OutputConstructor", "outputMappings", OUTPUT),
    Foreign::replaced("ResultSelector", "outputMappings", OUTPUT),
    Foreign::replaced("ResultPath", "outputMappings", OUTPUT),
    Foreign::replaced("OutputPath", "outputMappings", OUTPUT),
    Foreign::elsewhere("GlobalConstructor", "there is no `$Global` here; hand data on by `outputMappings`"),
    Foreign::elsewhere("Next", NEXT),
    Foreign::elsewhere("Description", COMMENT),
    Foreign::elsewhere("description", COMMENT),
    Foreign::elsewhere("Comment", COMMENT),
];

const INPUT: &str = "write `inputMappings`, a list of `- {target: key, source: $input.key}`";
const OUTPUT: &str = "write `outputMappings`, a list of `- {target: key, source: $local.key}`";
const NEXT: &str = "steps follow one another; `goto` stands in `choices`, `default` and `catch`";

/// At a step that is no task.
pub(super) const NO_TASK: &[Foreign] = &[
    Foreign::replaced("Parameters", "inputMappings", INPUT),
    Foreign::elsewhere("Retry", ONLY_TASKS),
    Foreign::elsewhere("Catch", ONLY_TASKS),
];

const ONLY_TASKS: &str = "only `task` steps have it; put the steps into a flow of their own and call it by a task";

pub(super) const TASK: &[Foreign] = &[
    Foreign::renamed("Resource", "resourceArn"),
    Foreign::replaced(
        "TaskMode",
        "pattern",
        "write `pattern`: `requestResponse` for `RequestComplete`, `sync` for `WaitForSystemCallback`, `waitForCallback` \
         for `WaitForCustomCallback`",
    ),
    Foreign::renamed("Parameters", "serviceParams"),
    Foreign::renamed("Arguments", "serviceParams"),
    Foreign::renamed("Timeout", "timeoutSeconds"),
    Foreign::renamed("timeout", "timeoutSeconds"),
    Foreign::elsewhere("HeartbeatSeconds", "`timeoutSeconds` is the only limit of a task"),
];

pub(super) const WAIT: &[Foreign] = &[
    Foreign::renamed("Seconds", "duration"),
    Foreign::renamed("seconds", "duration"),
    Foreign::renamed("SecondsPath", "duration"),
    Foreign::renamed("TimestampPath", "timestamp"),
];

pub(super) const CHOICE: &[Foreign] = &[Foreign::renamed("Branches", "choices")];

/// In an entry of a choice.
pub(super) const ENTRY: &[Foreign] = &[
    Foreign::replaced("Variable", "condition", "write a condition: `condition: $.total >= 1000`"),
    Foreign::renamed("Next", "goto"),
    Foreign::renamed("next", "goto"),
];

pub(super) const FOREACH: &[Foreign] = &[
    Foreign::replaced("ItemsPath", "iterationMapping", ITERATION),
    Foreign::replaced("Items", "iterationMapping", ITERATION),
    Foreign::renamed("Iterator", "steps"),
    Foreign::renamed("Processor", "steps"),
    Foreign::renamed("ItemProcessor", "steps"),
    Foreign::elsewhere("MaxConcurrency", "100 iterations run at once; no other number can be given"),
];

const ITERATION: &str = "write `iterationMapping: {collection: $.items, item: item}`";

pub(super) const FAIL: &[Foreign] = &[
    Foreign::renamed("Code", "error"),
    Foreign::renamed("code", "error"),
    Foreign::renamed("Detail", "cause"),
    Foreign::renamed("detail", "cause"),
];

pub(super) const RETRY: &[Foreign] = &[
    Foreign::renamed("ErrorEquals", "errors"),
    Foreign::renamed("BackoffRate", "multiplier"),
    Foreign::renamed("MaxDelaySeconds", "maxIntervalSeconds"),
    Foreign::renamed("MaxBackoffSeconds", "maxIntervalSeconds"),
];

pub(super) const CATCH: &[Foreign] = &[
    Foreign::renamed("ErrorEquals", "errors"),
    Foreign::renamed("Next", "goto"),
    Foreign::renamed("next", "goto"),
    Foreign::elsewhere("ResultPath", "write `errorMappings` at the task, beside `catch`"),
    Foreign::elsewhere("OutputConstructor", "write `errorMappings` at the task, beside `catch`"),
    Foreign::elsewhere("outputMappings", "write `errorMappings` at the task, beside `catch`"),
];

//! What of `Type: StateMachine` is accepted as it is, accepted with a warning, and refused. How findings are shown stands
//! under `compiler/tests/ui/`.

use flowsmith_compiler::{Level, Severity, SourceFile, codegen, compile};

/// The header of a flow that begins with its state `a`.
const HEAD: &str = "Type: StateMachine\nName: flow\nSpecVersion: v1\nStartAt: a\nStates:\n";

/// The state that all others lead to.
const END: &str = "  - {Name: z, Type: Pass, End: true}\n";

/// The codes of the errors and warnings in a definition, each once, sorted; `strict` refuses what is not documented.
fn codes(text: &str, strict: bool) -> Vec<(&'static str, Severity)> {
    let mut options = codegen::Options::default();
    if strict {
        options.levels.set("undocumented", Level::Deny).unwrap();
    }
    let source = SourceFile::new("flow.yaml", text);
    let findings = compile(&source, &options).map_or_else(|findings| findings, |output| output.findings);
    let graver = findings.iter().filter(|it| it.severity != Severity::Note);
    let mut codes: Vec<_> = graver.map(|it| (it.code.id(), it.severity)).collect();
    codes.sort_by_key(|(code, _)| *code);
    codes.dedup();
    codes
}

#[track_caller]
fn check(text: &str, severity: Severity, expected: &[&'static str]) {
    let expected: Vec<_> = expected.iter().map(|code| (*code, severity)).collect();
    assert_eq!(codes(text, false), expected, "\n{text}");
}

fn states(states: &str) -> String {
    format!("{HEAD}{states}{END}")
}

/// The state `a` with these keys, which leads to `z`.
fn state(keys: &str) -> String {
    states(&format!("  - Name: a\n    Next: z\n{}", indented(keys)))
}

/// The same without `Next`.
fn last(keys: &str) -> String {
    format!("{HEAD}  - Name: a\n{}", indented(keys))
}

/// A task that calls a function, with these keys.
fn function(keys: &str) -> String {
    let parameters = "{resourceArn: 'acs:fc:::services/s/functions/f', invocationType: Sync}";
    state(&format!("Type: Task\nAction: FC:InvokeFunction\nParameters: {parameters}\n{keys}"))
}

/// A state that does nothing but make this under the key `it`.
fn makes(expression: &str) -> String {
    state(&format!("Type: Pass\nOutputConstructor:\n  it.$: {expression}"))
}

fn condition(condition: &str) -> String {
    states(&format!(
        "  - Name: a\n    Type: Choice\n    Default: z\n    Branches:\n      - Next: z\n        Condition: {condition}\n"
    ))
}

fn map(keys: &str) -> String {
    state(&format!(
        "Type: Map\nItemsPath: $Input.items\nProcessor: {{StartAt: b, States: [{{Name: b, Type: Pass, End: true}}]}}\n{keys}"
    ))
}

fn indented(text: &str) -> String {
    text.lines().flat_map(|line| ["    ", line, "\n"]).collect()
}

#[track_caller]
fn accepted(text: &str) {
    check(text, Severity::Warning, &[]);
}

#[track_caller]
fn warned(text: &str, expected: &[&'static str]) {
    check(text, Severity::Warning, expected);
}

/// Accepted with a warning, and refused by `--strict`.
#[track_caller]
fn undocumented(text: &str, code: &'static str) {
    warned(text, &[code]);
    assert_eq!(codes(text, true), [(code, Severity::Error)], "\n{text}");
}

#[track_caller]
fn refused(text: &str, expected: &[&'static str]) {
    check(text, Severity::Error, expected);
}

#[test]
fn an_action_with_two_colons_is_undocumented_and_any_other_form_is_refused() {
    undocumented(&function("").replace("FC:", "FC::"), "F0121");
    for other in ["FC.InvokeFunction", "InvokeFunction", "'FC:'", "':InvokeFunction'", "FC:Invoke:Function"] {
        refused(&function("").replace("FC:InvokeFunction", other), &["F0206"]);
    }
    accepted(&state("Type: Task\nAction: SLS:GetLogs"));
    warned(&state("Type: Task\nAction: FC:InvokeFunctions"), &["F0210"]);
}

#[test]
fn one_mode_has_a_second_name() {
    let token = "{resourceArn: 'acs:fc:::services/s/functions/f', invocationType: Sync, body: {t.$: $Context.Current.TaskToken}}";
    let task = |mode: &str| {
        state(&format!("Type: Task\nAction: FC:InvokeFunction\nTaskMode: {mode}\nTimeout: 9\nParameters: {token}"))
    };
    accepted(&task("WaitForCustomCallback"));
    undocumented(&task("WaitForUserCallback"), "F0121");
    refused(&task("waitForCallback"), &["F0114"]);
}

#[test]
fn a_variable_without_a_suffix_is_read_as_what_it_is() {
    let makes = |value: &str| state(&format!("Type: Pass\nOutputConstructor:\n  it: {value}"));
    undocumented(&makes("$Input.x"), "F0123");
    undocumented(&makes("[$Input.x, 1]"), "F0123");
    for text in ["costs $Input.x", "length($Input.x)", "'$Input.x '", "'\"$Input.x\"'", "$5"] {
        let found = codes(&makes(text), false);
        assert!(
            found.iter().all(|(code, severity)| *code == "F0409" && *severity == Severity::Warning),
            "{text}: {found:?}"
        );
    }
    accepted(&state("Type: Pass\nOutputConstructor:\n  it.$: '\"$Input.x\"'"));
}

#[test]
fn the_concurrency_of_a_map_has_two_spellings_and_a_quota() {
    accepted(&map("MaxConcurrency: 40"));
    refused(&map("MaxConcurrency: 3\nMaxConcuccency: 4"), &["F0115"]);
    refused(&map("MaxConcurrency: 0"), &["F0303"]);
    warned(&map("MaxConcurrency: 41"), &["F0317"]);
}

#[test]
fn a_distributed_map_is_refused_unless_it_can_run_inline() {
    undocumented(&map("ProcessorConfig: {ExecutionMode: Standard}"), "F0318");
    let within = map("").replace("{StartAt", "{ProcessorConfig: {ExecutionMode: Express}, StartAt");
    undocumented(&within, "F0318");
    undocumented(&map("ProcessorConfig: {ExecutionMode: Express}\nMaxConcurrency: 100"), "F0318");
    for keys in ["ItemReader: {}", "ItemBatcher: {}", "ResultWriter: {}", "MaxItems: 5", "ToleratedFailedCount: 1"] {
        refused(&map(keys), &["F0901"]);
    }
    refused(&map("ItemConstructor: {it.$: $Item}"), &["F0901"]);
    undocumented(&map("").replace("Processor", "ItemProcessor"), "F0121");
}

#[test]
fn fail_and_succeed_are_ends() {
    accepted(&last("Type: Fail\nCode: Bad\nDetail: why"));
    undocumented(&last("Type: Fail\nCode: Bad\nEnd: true"), "F0311");
    accepted(&last("Type: Succeed\nEnd: true"));
    for kind in ["Type: Succeed", "Type: Fail\nDetail: why"] {
        refused(&last(&format!("{kind}\nEnd: false")), &["F0115"]);
        refused(&state(kind), &["F0110"]);
    }
    for key in ["OutputConstructor", "GlobalConstructor"] {
        warned(&last(&format!("Type: Fail\nDetail: why\n{key}: {{a: 1}}")), &["F0310"]);
    }
    refused(&last("Type: Fail\nCode.$: $Input.code\nDetail: why"), &["F0110"]);
}

#[test]
fn a_choice_has_a_default_and_nothing_that_others_have() {
    refused(&condition("$Input.x == 1").replace("Default: z", "Description: z"), &["F0112"]);
    for key in ["Next: z", "End: true", "OutputConstructor: {}", "Retry: []", "Catch: []"] {
        refused(&condition("$Input.x == 1").replace("Default: z", &format!("Default: z\n    {key}")), &["F0110"]);
    }
}

#[test]
fn a_timeout_is_a_whole_number_of_seconds_up_to_a_week() {
    for limit in ["0", "604800", "'30'"] {
        accepted(&function(&format!("Timeout: {limit}")));
    }
    accepted(&function("Timeout.$: $Input.limit"));
    for limit in ["604801", "-1"] {
        refused(&function(&format!("Timeout: {limit}")), &["F0303"]);
    }
    for limit in ["1.5", "10s", "[1]"] {
        refused(&function(&format!("Timeout: {limit}")), &["F0113"]);
    }
    undocumented(&function("TimeoutSeconds: 5"), "F0121");
    refused(&function("Timeout: 5\nTimeout.$: $Input.limit"), &["F0115"]);
}

#[test]
fn rules_stand_in_lists() {
    let (retry, catch) = ("{Errors: [Bad], MaxAttempts: 1, IntervalSeconds: 1}", "{Errors: [Bad], Next: z}");
    accepted(&function(&format!("Retry: [{retry}]\nCatch: [{catch}]")));
    undocumented(&function(&format!("Retry: {retry}")), "F0122");
    undocumented(&function(&format!("Catch: {catch}")), "F0122");
    for key in ["Multiplier: 2", "MaxIntervalSeconds: 5", "FixedBackoff: 1"] {
        let retry = retry.replace('}', &format!(", {key}}}"));
        refused(&function(&format!("Retry: [{retry}]")), &["F0110"]);
    }
    refused(&function("OnErrors: []"), &["F0110"]);
}

#[test]
fn the_suffix_over_a_mapping_or_a_list_means_nothing() {
    for value in ["{x: 1}", "[1, 2]", "{x.$: $Input.x}"] {
        undocumented(&makes(value), "F0122");
    }
    refused(&state("Type: Pass\nOutputConstructor: {a: 1, a.$: $Input.a}"), &["F0103"]);
}

#[test]
fn slips_that_yaml_does_not_understand_are_refused() {
    refused(&state("Type: Pass").replace("- Name: a", "-Name: a"), &["F0101"]);
    refused(&state("Type: Pass").replace("    Type", "\tType"), &["F0102"]);
    refused(&condition("$Input.x").replace("Condition: ", "Condition:"), &["F0101"]);
    refused(&condition("\"a\" == $Input.x"), &["F0101"]);
}

#[test]
fn modes_and_invocations_are_refused_only_where_nothing_documents_them() {
    let task = |mode: &str, invocation: &str| {
        let token = "body: {t.$: $Context.Current.TaskToken}";
        let body = if mode == "WaitForCustomCallback" { token } else { "body: {}" };
        state(&format!(
            "Type: Task\nAction: FC:InvokeFunction\nTaskMode: {mode}\nTimeout: 9\nParameters:\n  \
             resourceArn: acs:fc:::services/s/functions/f\n  invocationType: {invocation}\n  {body}"
        ))
    };
    for mode in ["RequestComplete", "WaitForCustomCallback"] {
        accepted(&task(mode, "Sync"));
        accepted(&task(mode, "Async"));
    }
    accepted(&task("WaitForSystemCallback", "Async"));
    refused(&task("WaitForSystemCallback", "Sync"), &["F0308"]);
    refused(&task("RequestComplete", "Later"), &["F0114"]);
    refused(&task("RequestComplete", "Sync").replace("      invocationType: Sync\n", ""), &["F0112"]);
    refused(
        &task("RequestComplete", "Sync").replace("invocationType: Sync", "invocationType.$: $Input.how"),
        &["F0901"],
    );
    let queue = "Parameters: {resourceArn: 'acs:mns:::/queues/q/messages', message: m}";
    refused(
        &state(&format!("Type: Task\nAction: MNS:SendMessage\nTaskMode: WaitForSystemCallback\n{queue}")),
        &["F0308"],
    );
    refused(&state("Type: Task\nAction: OSS:GetObject\nTaskMode: WaitForSystemCallback"), &["F0308"]);
    undocumented(&state("Type: Task\nAction: ECS:StartInstance\nTaskMode: WaitForSystemCallback"), "F0309");
}

#[test]
fn only_documented_operators_are_read_and_parentheses() {
    for expression in ["$Input.a in [1]", "-$Input.a", "!($Input.a && $Input.b) || $Input.c", "($Input.a)"] {
        accepted(&makes(&format!("'{expression}'")));
    }
    for expression in
        ["$Input.a + 1", "$Input.a ? 1 : 2", "$Input.a ?? 1", "$Input.a =~ \"x\"", "not $Input.a", "$Input.a % 2"]
    {
        refused(&makes(&format!("'{expression}'")), &["F0402"]);
    }
    for path in ["$Input.a[*]", "$Input.a[1:2]", "$Input..a", "$Input.a[?(@.b)]", "$Input.a[-1]"] {
        refused(&makes(&format!("'{path}'")), &["F0405"]);
    }
    accepted(&makes("'$Input[\"a b\"][0].价格'"));
}

#[test]
fn there_are_five_variables_and_the_context_is_a_fixed_tree() {
    for name in ["$input.a", "$output", "$context.Execution", "$Flow.Name", "$.a", "$$.Execution"] {
        refused(&makes(name), &["F0407"]);
    }
    for member in ["$Context.Execution.Id", "$Context.State", "$Context.Current.Error.Cause"] {
        refused(&makes(member), &["F0408"]);
    }
    refused(&state("Type: Pass\ninputMappings: []"), &["F0110"]);
}

#[test]
fn parameters_are_those_of_the_action() {
    let http = |keys: &str| {
        state(&format!("Type: Task\nAction: HTTP:Request\nParameters: {{url: 'https://example.com', {keys}}}"))
    };
    for method in ["GET", "get", "Get"] {
        accepted(&http(&format!("method: {method}, headers: {{a: b}}")));
    }
    refused(&http("method: FETCH"), &["F0114"]);
    refused(&http("method: GET, header: {}"), &["F0110"]);
    accepted(&state("Type: Task\nAction: ECS:DescribeInstances\nParameters: {anything: [1]}"));
}

#[test]
fn variables_are_read_where_they_have_a_value() {
    refused(&state("Type: Pass\nInputConstructor: {a.$: $Output}"), &["F0407"]);
    refused(&state("Type: Wait\nSeconds.$: $Output.n"), &["F0407"]);
    refused(&condition("$Output.x == 1"), &["F0407"]);
    refused(&function("Catch: [{Errors: [Bad], OutputConstructor: {a.$: $Output}, Next: z}]"), &["F0407"]);
    refused(&makes("$Item"), &["F0407"]);
    warned(&makes("$Context.Current.TaskToken"), &["F0306"]);
    warned(&makes("$Context.Current.Error.Code"), &["F0421"]);
    warned(&function("TaskMode: WaitForCustomCallback\nTimeout: 5"), &["F0305"]);
    let http = "Action: HTTP:Request\nTaskMode: WaitForCustomCallback\nTimeout: 5\nParameters: {url: u, method: GET}";
    accepted(&state(&format!("Type: Task\n{http}")));
}

#[test]
fn a_constant_wait_is_from_1_to_300_seconds() {
    for seconds in ["1", "300"] {
        accepted(&state(&format!("Type: Wait\nSeconds: {seconds}")));
    }
    for seconds in ["0", "301", "1.5", "soon"] {
        refused(&state(&format!("Type: Wait\nSeconds: {seconds}")), &["F0304"]);
    }
    for key in ["Duration: 5", "Timestamp: '2026-01-01T00:00:00Z'"] {
        refused(&state(&format!("Type: Wait\n{key}")), &["F0110"]);
    }
}

#[test]
fn unknown_keys_are_refused_and_comments_warned_of() {
    for key in ["Nxet: z", "Timeout: 5", "Parameters: {}"] {
        refused(&state(&format!("Type: Pass\n{key}")), &["F0110"]);
    }
    for key in ["Comment: why", "x-owner: shop"] {
        undocumented(&state(&format!("Type: Pass\n{key}")), "F0125");
    }
}

#[test]
fn a_header_is_complete() {
    let text = state("Type: Pass");
    undocumented(&text.replace("Name: flow\n", ""), "F0124");
    undocumented(&text.replace("SpecVersion: v1\n", ""), "F0124");
    refused(&text.replace("SpecVersion: v1", "SpecVersion: v2"), &["F0108"]);
    refused(&text.replace("StartAt: a\n", ""), &["F0112"]);
    warned(&text.replace("Name: flow", "Name: my flow"), &["F0209"]);
}

#[test]
fn names_are_unique_in_a_list_of_states() {
    refused(&states("  - {Name: a, Type: Pass, Next: z}\n  - {Name: z, Type: Pass, End: true}\n"), &["F0203"]);
    warned(&map("").replace("Name: b", "Name: a").replace("StartAt: b", "StartAt: a"), &["F0204"]);
    warned(&state("Type: Pass").replace("Name: a", "Name: 'a '").replace("StartAt: a", "StartAt: 'a '"), &["F0209"]);
    refused(&state("Type: Pass").replace("Next: z", "Next: Z."), &["F0201"]);
}

#[test]
fn every_state_can_be_reached_and_can_come_to_an_end() {
    warned(&state("Type: Pass").replace("Next: z", "End: true"), &["F0301"]);
    let wait = "  - {Name: a, Type: Wait, Seconds: 5, Next: b}\n";
    refused(&format!("{HEAD}{wait}  - {{Name: b, Type: Wait, Seconds: 5, Next: a}}\n"), &["F0319"]);
    let way_out = "  - {Name: b, Type: Choice, Branches: [{Condition: $Input.done, Next: z}], Default: a}\n";
    accepted(&states(&format!("{wait}{way_out}")));
}

#[test]
fn a_state_says_once_where_it_leads() {
    refused(&state("Type: Pass\nEnd: true"), &["F0115"]);
    refused(&last("Type: Pass\nEnd: false"), &["F0112"]);
    refused(&last("Type: Pass"), &["F0112"]);
    accepted(&state("Type: Pass\nEnd: false"));
}

#[test]
fn constants_of_the_wrong_type_are_refused() {
    for expression in ["1", "'\"text\"'", "length($Input.a)"] {
        refused(&condition(expression), &["F0422"]);
    }
    refused(&map("").replace("$Input.items", "'{\"a\": 1}'"), &["F0422"]);
    for call in ["length()", "length(1)", "get($Input.a, -1)", "randomInt(2, 1)", "'hash($Input.a, \"CRC\")'"] {
        refused(&makes(call), &["F0414"]);
    }
    refused(&makes("size($Input.a)"), &["F0413"]);
    let nested = |depth: usize| format!("{}$Input.a{}", "toArray(".repeat(depth), ")".repeat(depth));
    accepted(&makes(&nested(10)));
    refused(&makes(&nested(11)), &["F0104"]);
    accepted(&makes("get($Input.a, intAdd(0, randomInt(1, 2)))"));
}

#[test]
fn placeholders_are_text() {
    accepted(&state("Type: Task\nAction: DashScope:QwenTextGeneration\nParameters: {api_key: '${KEY}'}"));
}

#[test]
fn constructors_and_limits_stand_at_states() {
    for key in ["InputConstructor: {}", "OutputConstructor: {}", "Timeout: 5", "Retry: []", "timeoutSeconds: 5"] {
        refused(&format!("{key}\n{}", state("Type: Pass")), &["F0110"]);
    }
}

#[test]
fn names_of_errors_are_an_open_set() {
    let catch = |errors: &str| function(&format!("Catch: [{{Errors: [{errors}], OutputConstructor: {{}}, Next: z}}]"));
    accepted(&catch("OutOfStock, FC.ResourceThrottled, HTTP.503"));
    for errors in ["FnF.Timeout", "FnF.All", "States.ALL", "States.Timeout"] {
        warned(&catch(errors), &["F0313"]);
    }
    let shadowed =
        "Catch: [{Errors: [FnF.ALL], OutputConstructor: {}, Next: z}, {Errors: [Bad], OutputConstructor: {}, Next: z}]";
    warned(&function(shadowed), &["F0302"]);
}

//! Definitions of `Type: StateMachine`: what is read as what, and the samples of the documentation where they are at hand.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests read their cases and say what they skip"
)]

use std::fs;
use std::path::Path;

use flowsmith_compiler::{Code, Diagnostics, SourceFile, analyze, ir};

const HEADER: &str = "Type: StateMachine\nName: order\nSpecVersion: v1\nStartAt: a\nStates:\n";

/// A definition with one state `a`, whose other keys are given.
fn state(keys: &str) -> String {
    let keys: Vec<_> = keys.trim_matches('\n').lines().map(|line| format!("    {line}")).collect();
    format!("{HEADER}  - Name: a\n{}\n  - {{Name: b, Type: Succeed}}\n", keys.join("\n"))
}

fn read(text: &str) -> Result<(ir::Flow, Diagnostics), Diagnostics> {
    analyze(&SourceFile::new("order.yaml", text))
}

/// The graph of a definition without errors.
fn graph(text: &str) -> String {
    match read(text) {
        Ok((flow, _)) => ir::print(&flow),
        Err(findings) => panic!("{text}\n{}", findings.render_full(&SourceFile::new("order.yaml", text))),
    }
}

/// The codes of all findings.
fn codes(text: &str) -> Vec<&'static str> {
    let findings = read(text).map_or_else(|findings| findings, |(_, findings)| findings);
    findings.iter().map(|it| it.code.id()).collect()
}

const CALL: &str = "
Type: Task
Action: FC:InvokeFunction
Parameters:
  resourceArn: acs:fc:::services/shop/functions/reserve
  invocationType: Sync
";

#[test]
fn what_is_not_documented_is_read_as_what_is() {
    let map = "Type: Map\nItemsPath: $Input.lines\nEnd: true\n";
    let body = "StartAt: c\n  States: [{Name: c, Type: Pass, End: true}]\n";
    for (undocumented, documented, code) in [
        (format!("{}End: true", CALL.replace("FC:", "FC::")), format!("{CALL}End: true"), "F0121"),
        (
            format!(
                "{CALL}  body: {{t.$: $Context.Current.TaskToken}}\nTimeout: 1\nTaskMode: WaitForUserCallback\nEnd: true"
            ),
            format!(
                "{CALL}  body: {{t.$: $Context.Current.TaskToken}}\nTimeout: 1\nTaskMode: WaitForCustomCallback\nEnd: true"
            ),
            "F0121",
        ),
        (format!("{CALL}TimeoutSeconds: 5\nEnd: true"), format!("{CALL}Timeout: \"5\"\nEnd: true"), "F0121"),
        (format!("{map}ItemProcessor:\n  {body}"), format!("{map}Processor:\n  {body}"), "F0121"),
        (
            format!("{CALL}Retry: {{Errors: [A], MaxAttempts: 1, IntervalSeconds: 1}}\nEnd: true"),
            format!("{CALL}Retry: [{{Errors: [A], MaxAttempts: 1, IntervalSeconds: 1, BackoffRate: 1}}]\nEnd: true"),
            "F0122",
        ),
        (
            format!("{CALL}Catch: {{Errors: [A], OutputConstructor: {{}}, Next: b}}\nEnd: true"),
            format!("{CALL}Catch: [{{Errors: [A], OutputConstructor: {{}}, Next: b}}]\nEnd: true"),
            "F0122",
        ),
        (
            format!("{CALL}  body.$: {{id.$: $Input.id}}\nEnd: true"),
            format!("{CALL}  body: {{id.$: $Input.id}}\nEnd: true"),
            "F0122",
        ),
        (format!("{CALL}  body: $Input.order\nEnd: true"), format!("{CALL}  body.$: $Input.order\nEnd: true"), "F0123"),
        (
            "Type: Wait\nSeconds: $Input.s\nEnd: true".into(),
            "Type: Wait\nSeconds.$: $Input.s\nEnd: true".into(),
            "F0123",
        ),
    ] {
        assert_eq!(graph(&state(&undocumented)), graph(&state(&documented)), "{undocumented}");
        let beyond: Vec<_> = codes(&state(&undocumented)).into_iter().filter(|it| *it != "F0301").collect();
        assert_eq!(beyond, [code], "{undocumented}");
        assert!(!codes(&state(&documented)).contains(&code), "{documented}");
    }
    for code in [Code::UndocumentedName, Code::UndocumentedForm, Code::MissingSuffix, Code::IncompleteHeader] {
        assert!(code.is_undocumented(), "{code}");
    }
}

#[test]
fn null_is_as_good_as_nothing() {
    let pass = "Type: Pass\nNext: b";
    for key in ["Description", "InputConstructor", "OutputConstructor", "GlobalConstructor", "End"] {
        let text = state(&format!("{pass}\n{key}: null"));
        assert_eq!(graph(&text), graph(&state(pass)), "{key}");
        assert_eq!(codes(&text), [""; 0], "{key}");
    }
    let task = format!("{CALL}Next: b");
    for key in ["TaskMode", "Timeout", "Retry", "Catch", "Timeout.$"] {
        let text = state(&format!("{task}\n{key}: ~"));
        assert_eq!(graph(&text), graph(&state(&task)), "{key}");
        assert_eq!(codes(&text), [""; 0], "{key}");
    }
    let map = "Type: Map\nItemsPath: $Input.x\nProcessor: {StartAt: c, States: [{Name: c, Type: Succeed}]}\nNext: b";
    for key in ["MaxConcurrency", "MaxConcuccency", "ProcessorConfig", "ItemReader", "ResultWriter", "ItemConstructor"]
    {
        assert_eq!(codes(&state(&format!("{map}\n{key}:"))), [""; 0], "{key}");
    }
}

#[test]
fn the_misspelt_key_of_the_documentation_is_taken() {
    let map = "Type: Map\nItemsPath: $Input.x\nProcessor: {StartAt: c, States: [{Name: c, Type: Succeed}]}\nNext: b\n";
    let one = state(&format!("{map}MaxConcuccency: 3"));
    let other = state(&format!("{map}MaxConcurrency: 3"));
    assert_eq!(graph(&one), graph(&other));
    assert_eq!(codes(&one), [""; 0]);
    assert!(graph(&one).contains("at most 3"));
    assert!(graph(&state(map)).contains("at most 40"));
    let both = |other: u32| codes(&state(&format!("{map}MaxConcurrency: 3\nMaxConcuccency: {other}")));
    assert_eq!(both(3), [""; 0]);
    assert_eq!(both(4), ["F0115"]);
}

#[test]
fn quotas_are_known() {
    let branches = |count: usize| {
        let branch = "  - {StartAt: c, States: [{Name: c, Type: Succeed}]}\n";
        let found = codes(&state(&format!("Type: Parallel\nNext: b\nBranches:\n{}", branch.repeat(count))));
        found.into_iter().filter(|code| *code != "F0204").collect::<Vec<_>>()
    };
    assert_eq!(branches(50), [""; 0]);
    assert_eq!(branches(51), ["F0303"]);
    let global = |length: usize| {
        let key = "k".repeat(length);
        let shares = format!("GlobalConstructor: {{{key}: 1}}\nOutputConstructor: {{all.$: $Global}}");
        codes(&state(&format!("Type: Pass\nNext: b\n{shares}")))
    };
    assert_eq!(global(128), [""; 0]);
    assert_eq!(global(129), ["F0317"]);
    let seconds = |seconds: i32| codes(&state(&format!("Type: Wait\nSeconds: {seconds}\nNext: b")));
    assert_eq!([seconds(0), seconds(1), seconds(300), seconds(301)], [vec!["F0304"], vec![], vec![], vec!["F0304"]]);
    let timeout = |timeout: &str| codes(&state(&format!("{CALL}Timeout: {timeout}\nNext: b")));
    for (text, found) in
        [("0", ""), ("604800", ""), ("\"60\"", ""), ("604801", "F0303"), ("1.5", "F0113"), ("-1", "F0303")]
    {
        assert_eq!(timeout(text).join(""), found, "{text}");
    }
    assert!(!graph(&state(&format!("{CALL}Timeout: 0\nNext: b"))).contains("timeout"), "it never comes");
}

#[test]
fn ends_are_told_once() {
    let pass = |rest: &str| codes(&state(&format!("Type: Pass\n{rest}")));
    assert_eq!(pass("Next: b"), [""; 0]);
    assert_eq!(pass("Next: b\nEnd: false"), [""; 0]);
    assert_eq!(pass("End: true"), ["F0301"]); // nothing leads to `b`
    assert_eq!(pass("Next: b\nEnd: true"), ["F0115"]);
    assert_eq!(pass("End: false"), ["F0112"]);
    assert_eq!(pass(""), ["F0112"]);
    for kind in ["Type: Succeed", "Type: Fail\nDetail: why"] {
        let end = |rest: &str| codes(&state(&format!("{kind}\n{rest}")));
        assert_eq!(end("End: true"), ["F0301"], "{kind}");
        assert_eq!(end("End: false"), ["F0115"], "{kind}");
        assert_eq!(end("Next: b"), ["F0110"], "{kind}");
    }
}

#[test]
fn each_action_has_its_modes() {
    let arn = |text: &str| format!("resourceArn: \"{text}\", token.$: $Context.Current.TaskToken");
    let any = "token.$: $Context.Current.TaskToken";
    for (action, params, system, custom) in [
        ("FC:InvokeFunction", "acs:fc:::services/s/functions/f", None, None),
        ("FNF:StartExecution", "acs:fnf:::flow/f", None, None),
        ("MNS:SendMessage", "acs:mns:::/queues/q/messages", Some("F0308"), None),
        ("HTTP:Request", "", Some("F0308"), None),
        ("EventBridge:PutEvents", "", Some("F0308"), None),
        ("SMS:SendSms", "", Some("F0308"), None),
        ("OSS:GetObject", "", Some("F0308"), Some("F0308")),
        ("ECS:RunInstances", "", Some("F0309"), Some("F0309")),
    ] {
        for (mode, expected) in
            [("RequestComplete", None), ("WaitForSystemCallback", system), ("WaitForCustomCallback", custom)]
        {
            let params = if params.is_empty() { any.to_owned() } else { arn(params) };
            let text =
                state(&format!("Type: Task\nAction: {action}\nTaskMode: {mode}\nParameters: {{{params}}}\nNext: b"));
            let found = codes(&text).into_iter().find(|code| matches!(*code, "F0308" | "F0309"));
            assert_eq!(found, expected, "{action} {mode}");
        }
    }
}

#[test]
fn only_a_synchronous_call_has_no_job_to_wait_for() {
    for mode in ["RequestComplete", "WaitForSystemCallback", "WaitForCustomCallback"] {
        for invocation in ["Sync", "Async"] {
            let call = CALL.replace("Sync", invocation);
            let text = state(&format!(
                "{call}  body: {{t.$: $Context.Current.TaskToken}}\nTaskMode: {mode}\nTimeout: 1\nNext: b"
            ));
            let wrong = mode == "WaitForSystemCallback" && invocation == "Sync";
            assert_eq!(codes(&text).contains(&"F0308"), wrong, "{mode} {invocation}");
        }
    }
}

#[test]
fn both_forms_of_a_function_and_placeholders_are_read() {
    let resource = |arn: &str| {
        let text = state(&format!(
            "Type: Task\nAction: FC:InvokeFunction\nParameters:\n  resourceArn: {arn}\n  invocationType: Sync\nNext: b"
        ));
        let function = graph(&text).lines().find(|line| line.starts_with("  function")).unwrap().trim().to_owned();
        (function, codes(&text))
    };
    let none: Vec<&str> = Vec::new();
    for (arn, function, found) in [
        ("acs:fc:::services/s.LATEST/functions/f", "f = acs:fc:::services/s.LATEST/functions/f", none.clone()),
        ("acs:fc:cn-x:1:functions/f/LATEST", "f = acs:fc:cn-x:1:functions/f/LATEST", none.clone()),
        ("!Ref s/f", "f = acs:fc:::services/s/functions/f", none.clone()),
        ("{Ref: s/f}", "f = acs:fc:::services/s/functions/f", none),
        ("!GetAtt f.Arn", "f = !GetAtt f.Arn", vec!["F0207"]),
        ("\"${FUNCTION}\"", "FUNCTION = ${FUNCTION}", vec!["F0207"]),
        (">-\n    acs:fc:cn-x:1:functions/${F}/LATEST", "F = acs:fc:cn-x:1:functions/${F}/LATEST", vec!["F0207"]),
    ] {
        assert_eq!(resource(arn), (format!("function {function}"), found), "{arn}");
    }
}

#[test]
fn the_header_tells_the_dialect() {
    assert_eq!(codes("StartAt: a\nStates: [{Name: a, Type: Succeed}]\nType: StateMachine"), ["F0124", "F0124"]);
    assert_eq!(codes("Name: x\nSpecVersion: v1\nStartAt: a\nStates: [{Name: a, Type: Succeed}]"), ["F0112"]);
    assert_eq!(codes("Type: flow\nsteps: []"), ["F0106"]);
    assert_eq!(codes("type: flow\nversion: v1\nsteps: []"), [""; 0]);
    let json = r#"{"Type": "StateMachine", "Name": "x", "SpecVersion": "v1", "StartAt": "a",
        "States": [{"Name": "a", "Type": "Pass", "OutputConstructor": {"b.$": "$Input.b"}, "End": true}]}"#;
    assert_eq!(codes(json), [""; 0]);
}

#[test]
fn variables_mean_what_their_place_says() {
    let task = |rest: &str| graph(&state(&format!("{CALL}{rest}\nNext: b")));
    let pass = |rest: &str| graph(&state(&format!("Type: Pass\n{rest}\nNext: b")));
    for (text, expected) in [
        (pass("InputConstructor: {x.$: $Input.a}"), "input {x: $scope.data.a!}"),
        (pass("InputConstructor: {x.$: $Context.Current.Input}"), "input {x: $scope.data!}"),
        (pass("OutputConstructor: {x.$: $Input.a, y.$: $Output.a}"), "output {x: $input.a!, y: $input.a!}"),
        (pass("GlobalConstructor: {x.$: $Global.n}"), "global {x: $global.n!}"),
        (
            task("OutputConstructor: {x.$: $Output, y.$: $Context.Current.Output.Body.z}"),
            "output {x: $result!, y: $result.Body.z!}",
        ),
        (task("GlobalConstructor: {x.$: $Output.Body}"), "global {x: $result.Body!}"),
        (
            task("Catch: [{Errors: [A], OutputConstructor: {x.$: $Context.Current}, Next: b}]"),
            "output {x: {Name: $context.step.name!, Input: $input!, Error: {Code: $caught.error, Detail: $caught.cause}, \
             RetryCount: $context.task.retries!}}",
        ),
        (task("Timeout.$: $Context.Current.RetryCount"), "timeout $context.task.retries!"),
        (pass("OutputConstructor: {x.$: $Context.Execution.Input.a}"), "output {x: $context.execution.input.a!}"),
        (pass("OutputConstructor: {x.$: uuid(), y.$: toArray(uuid())}"), "output {x: uuid#0(), y: toArray(uuid#2())}"),
        (
            pass("OutputConstructor: {x.$: '\"text\"', y.$: 5, z: [{a.$: $Input.a}, 1]}"),
            "output {x: \"text\", y: 5, z: [{a: $input.a!}, 1]}",
        ),
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

/// A sample of the documentation; none where it is not at hand.
fn sample(number: u32) -> Option<String> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/sources/flows"));
    let text = fs::read_to_string(folder.join(format!("cloudflow-{number}.yaml"))).ok();
    if text.is_none() {
        eprintln!("skipped: there is no sample {number} in {}", folder.display());
    }
    text
}

/// The codes of findings with the text of the line that they point at.
fn places(text: &str) -> Vec<(&'static str, String)> {
    let source = SourceFile::new("order.yaml", text);
    let findings = analyze(&source).map_or_else(|findings| findings, |(_, findings)| findings);
    let line = |at: usize| text.lines().nth(source.line_column(at).0 - 1).unwrap().trim().to_owned();
    findings.iter().map(|it| (it.code.id(), line(it.primary.span.start()))).collect()
}

/// What is written instead, by the help of the only finding with this code.
fn help(text: &str, code: &str) -> String {
    let findings = read(text).unwrap_err();
    let help = findings.iter().find(|it| it.code.id() == code).unwrap().help.clone().unwrap();
    help.split('`').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn the_first_sample_has_placeholders() {
    let Some(text) = sample(1) else { return };
    assert_eq!(places(&text), [("F0206", "resourceArn: xxx".into()), ("F0114", "invocationType: xxx".into())]);
    let text = text.replace("resourceArn: xxx", "resourceArn: acs:fc:::services/s/functions/f");
    assert_eq!(codes(&text.replace("invocationType: xxx", "invocationType: Sync")), [""; 0]);
}

#[test]
fn the_second_sample_lacks_a_blank() {
    let Some(text) = sample(2) else { return };
    let line = "-Name: an example of synchronous function invocation.";
    assert_eq!(places(&text), [("F0101", line.to_owned())]);
    assert_eq!(codes(&text.replace(line, &help(&text, "F0101"))), [""; 0]);
}

#[test]
fn the_third_sample_has_a_tab() {
    let Some(text) = sample(3) else { return };
    assert_eq!(places(&text), [("F0102", "payloadEvent: myEvent".into())]);
    let text = text.replace('\t', "  ");
    let token = "callbackToken: $Context.Current.TaskToken";
    assert_eq!(
        places(&text),
        [
            ("F0121", "Action: FC::InvokeFunction".into()),
            ("F0314", "- Name: an example of asynchronous function invocation.".into()),
            ("F0121", "TaskMode: WaitForUserCallback".into()),
            ("F0121", "Action: FC::InvokeFunction".into()),
            ("F0123", token.to_owned()),
        ]
    );
    assert!(graph(&text).contains("callbackToken: $context.task.token!"));
    let text = text.replace("FC::", "FC:").replace("User", "Custom").replace("Token: $", "Token.$: $");
    assert_eq!(codes(&text), ["F0314"]);
}

#[test]
fn the_fourth_sample_is_sound() {
    let Some(text) = sample(4) else { return };
    assert_eq!(codes(&text), [""; 0]);
}

#[test]
fn the_fifth_sample_leads_to_a_name_without_its_full_stop() {
    let Some(text) = sample(5) else { return };
    let line = "Next: Example 2 of function invocation";
    assert_eq!(places(&text), [("F0201", line.to_owned())]);
    let text = text.replace(&format!("{line}\n"), &format!("Next: {}\n", help(&text, "F0201")));
    // The choice reads what the task before it does not hand on.
    let condition = "- Condition: $Input.ObjectSize >= $Input.Threshold".to_owned();
    assert_eq!(
        places(&text),
        [
            ("F0412", condition.clone()),
            ("F0412", condition),
            ("F0412", "argument1.$: $Input.BucketName".into()),
            ("F0412", "argument2.$: $Input.TaskId".into()),
        ]
    );
}

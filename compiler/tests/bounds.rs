//! Definitions made to be slow: each is answered in time and memory that grow with its text, and hangs here otherwise.

use std::fmt::Write as _;

use flowsmith_compiler::{SourceFile, analyze, codegen, compile};

/// Compiles a text and shows the first of what is found; gives how many findings there are and whether it is accepted.
fn answered(text: String) -> (usize, bool) {
    let source = SourceFile::new("f.yaml", text);
    let (findings, accepted) = match compile(&source, &codegen::Options::default()) {
        Ok(output) => (output.findings, true),
        Err(findings) => (findings, false),
    };
    if let Some(finding) = findings.iter().next() {
        assert!(!finding.render_full(&source).is_empty());
    }
    assert_eq!(findings.render_short(&source).lines().count(), findings.len());
    (findings.len(), accepted)
}

const FLOW: &str = "version: v1\ntype: flow\nsteps:\n";
const MACHINE: &str = "Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: s0\nStates:\n";

#[test]
fn one_line_of_a_megabyte() {
    let long = "x".repeat(1 << 20);
    let words = "$.a && ".repeat(150_000);
    for text in [
        format!("{FLOW}  - {{type: pass, name: {long}}}\n"),
        format!("{FLOW}  - {{type: pass, name: a, goto: {long}}}\n"),
        format!("{FLOW}  - {{type: {long}, name: a}}\n"),
        format!("{FLOW}  - {{type: pass, name: a, {long}: 1}}\n"),
        format!("{FLOW}  - {{type: wait, name: a, timestamp: {long}}}\n"),
        format!("{FLOW}  - {{type: wait, name: a, duration: $.{long}}}\n"),
        format!("{FLOW}  - {{type: task, name: a, resourceArn: 'acs:fc:::services/{long}'}}\n"),
        format!("{FLOW}  - {{type: task, name: a, action: '{}'}}\n", ":".repeat(1 << 20)),
        format!("{FLOW}  - {{type: choice, name: a, choices: [{{condition: '{words} $.a', goto: a}}]}}\n"),
        format!("{FLOW}  - {{type: choice, name: a, choices: [{{condition: '\"{long}\" == $.a', goto: a}}]}}\n"),
        format!("{FLOW}  - {{type: choice, name: a, choices: [{{condition: '{}', goto: a}}]}}\n", "=".repeat(1 << 20)),
        format!(
            "{FLOW}  - {{type: pass, name: a, outputMappings: [{{target: t, source: '{}'}}]}}\n",
            "$".repeat(1 << 20)
        ),
        format!(
            "{FLOW}  - {{type: pass, name: a, outputMappings: [{{target: t, source: '{}'}}]}}\n",
            "$a.".repeat(300_000)
        ),
        format!(
            "{MACHINE}  - {{Name: s0, Type: Pass, OutputConstructor: {{k.$: 'toArray({}1)'}}, End: true}}\n",
            "1, ".repeat(300_000)
        ),
        format!(
            "{MACHINE}  - {{Name: s0, Type: Pass, OutputConstructor: {{k.$: 'format(\"{}\")'}}, End: true}}\n",
            "{}".repeat(500_000)
        ),
        format!(
            "{MACHINE}  - {{Name: s0, Type: Pass, OutputConstructor: {{k.$: '$Input{}'}}, End: true}}\n",
            ".a".repeat(500_000)
        ),
        format!("{MACHINE}  - {{Name: s0, Type: Fail, Code: {long}, Detail: '{}'}}\n", "\u{200b}".repeat(300_000)),
    ] {
        answered(text);
    }
}

#[test]
fn a_hundred_thousand_aliases() {
    let aliases = |of: &str| vec![of; 100_000].join(", ");
    for text in [
        format!(
            "{FLOW}  - {{type: pass, name: a, outputMappings: [{{target: t, source: [&v 1, {}]}}]}}\n",
            aliases("*v")
        ),
        format!(
            "{FLOW}  - {{type: pass, name: a, outputMappings: [{{target: t, source: [&v {{a: [1, 2]}}, {}]}}]}}\n",
            aliases("*v")
        ),
        format!("{FLOW}  - &s {{type: pass, name: a}}\n{}", "  - *s\n".repeat(100_000)),
        format!(
            "{FLOW}  - {{type: task, name: a, action: 'A:B', serviceParams: &p {{x: $.x}}, retry: [{}]}}\n",
            aliases("*p")
        ),
        format!("{MACHINE}  - &s {{Name: s0, Type: Succeed}}\n{}", "  - *s\n".repeat(100_000)),
    ] {
        answered(text);
    }
}

#[test]
fn fifty_thousand_states_in_one_list() {
    let mut chain = MACHINE.to_owned();
    for state in 0..50_000 {
        let _ = writeln!(
            chain,
            "  - {{Name: s{state}, Type: Pass, OutputConstructor: {{k{state}.$: $Input}}, Next: s{}}}",
            state + 1
        );
    }
    chain.push_str("  - {Name: s50000, Type: Succeed}\n");
    let (flow, findings) = analyze(&SourceFile::new("f.yaml", chain)).unwrap();
    assert_eq!((flow.steps.len(), findings.len()), (50_001, 0));

    // Each leads back to the first, and to one that does not exist.
    let mut wrong = MACHINE.to_owned();
    for state in 0..50_000 {
        let _ = writeln!(
            wrong,
            "  - {{Name: s{state}, Type: Choice, Branches: [{{Condition: $Input.a, Next: s0}}], Default: t{state}}}"
        );
    }
    let (findings, accepted) = answered(wrong);
    assert!(!accepted && findings >= 50_000, "{findings}");

    let mut same = FLOW.to_owned();
    same.push_str(&"  - {type: pass, name: a}\n".repeat(50_000));
    let (findings, accepted) = answered(same);
    assert!(!accepted && findings >= 49_999, "{findings}");
}

#[test]
fn five_thousand_clauses() {
    let clauses = |form: &dyn Fn(usize) -> String| (0..5_000).map(form).collect::<Vec<_>>().join(", ");
    let errors = clauses(&|n| format!("E{n}"));
    for text in [
        format!(
            "{MACHINE}  - {{Name: s0, Type: Task, Action: 'A:B', Retry: [{}], Catch: [{}], Next: s1}}\n  - {{Name: s1, Type: Succeed}}\n",
            clauses(&|n| format!("{{Errors: [E{n}], MaxAttempts: 3, IntervalSeconds: 1}}")),
            clauses(&|n| format!("{{Errors: [E{n}, X{n}], OutputConstructor: {{k{n}: 1}}, Next: s1}}")),
        ),
        // Each names all that the others name.
        format!(
            "{FLOW}  - type: task\n    name: a\n    action: A:B\n    catch: [&c {{errors: [{errors}], goto: a}}, {}]\n",
            ["*c"; 15].join(", ")
        ),
        format!(
            "{MACHINE}  - {{Name: s0, Type: Choice, Branches: [{}], Default: s0}}\n",
            clauses(&|n| { format!("{{Condition: '$Input.a == {n} && true', Next: s0}}") })
        ),
    ] {
        answered(text);
    }
}

/// Choices one after the other, each of which adds a key or not: as many sets of keys as there are paths.
#[test]
fn paths_that_double_with_each_choice() {
    for levels in [30, 3_000] {
        let mut machine = MACHINE.to_owned();
        let mut flow = FLOW.to_owned();
        for n in 0..levels {
            let next = n + 1;
            let _ = write!(
                machine,
                "  - {{Name: s{n}, Type: Choice, Branches: [{{Condition: $Input.a, Next: l{n}}}], Default: r{n}}}\n  \
                 - {{Name: l{n}, Type: Pass, OutputConstructor: {{a.$: $Input.a, l{n}.$: $Input}}, Next: s{next}}}\n  \
                 - {{Name: r{n}, Type: Pass, OutputConstructor: {{a.$: $Input.a, r{n}.$: $Input.l{n}}}, Next: s{next}}}\n"
            );
            let _ = write!(
                flow,
                "  - {{type: choice, name: s{n}, choices: [{{condition: $.a, goto: l{n}}}], default: {{goto: r{n}}}}}\n  \
                 - {{type: pass, name: l{n}, outputMappings: [{{target: l{n}, source: $local.r{n}}}]}}\n  \
                 - {{type: pass, name: r{n}, outputMappings: [{{target: r{n}, source: $local.l{n}}}]}}\n"
            );
        }
        let _ = writeln!(machine, "  - {{Name: s{levels}, Type: Succeed, OutputConstructor: {{z.$: $Input.z}}}}");
        answered(machine);
        answered(flow);
    }
}

/// Every step can go on at every other one.
#[test]
fn two_hundred_states_that_all_lead_to_each_other() {
    let mut machine = MACHINE.to_owned();
    let branches: Vec<_> =
        (0..200).map(|n| format!("{{Condition: '$Input.a == {n} && $Global.g{n} > 1', Next: s{n}}}")).collect();
    for n in 0..200 {
        let _ = write!(
            machine,
            "  - Name: s{n}\n    Type: Choice\n    InputConstructor: {{a.$: $Input.b{n}, b{n}.$: $Input}}\n    \
             GlobalConstructor: {{g{n}.$: $Input.a}}\n    Branches: [{}]\n    Default: end\n",
            branches.join(", ")
        );
    }
    machine.push_str("  - {Name: end, Type: Succeed}\n");
    answered(machine);
}

#[test]
fn lists_in_lists() {
    let level = |open: &str, close: &str, count: usize| format!("{}1{}", open.repeat(count), close.repeat(count));
    for count in [99, 101, 440, 100_000] {
        for value in [level("[", "]", count), level("{a: ", "}", count)] {
            answered(format!("{FLOW}  - {{type: pass, name: a, outputMappings: [{{target: t, source: {value}}}]}}\n"));
            answered(format!("{MACHINE}  - {{Name: s0, Type: Pass, OutputConstructor: {{a: {value}}}, End: true}}\n"));
        }
        let arrays = level("[", "]", count);
        answered(format!("{MACHINE}  - {{Name: s0, Type: Pass, OutputConstructor: {{a.$: '{arrays}'}}, End: true}}\n"));
        let brackets = level("(", ")", count);
        answered(format!("{FLOW}  - {{type: choice, name: a, choices: [{{condition: '{brackets}', goto: a}}]}}\n"));
    }
}

/// What steps have in common is written once, and stands for as many steps as there are ways through the aliases.
#[test]
fn aliases_of_aliases_of_steps() {
    let mut text = "version: v1\ntype: flow\nsteps:\n  - type: parallel\n    name: p0\n    branches:\n      - &b0 {steps: [{type: pass, name: a}]}\n".to_owned();
    for n in 1..40 {
        let last = n - 1;
        let _ = write!(
            text,
            "  - type: parallel\n    name: p{n}\n    branches:\n      - &b{n} {{steps: [{{type: parallel, name: q{n}, branches: [*b{last}, *b{last}]}}]}}\n"
        );
    }
    let (findings, accepted) = answered(text);
    assert!(findings > 0 && !accepted);
}

#[test]
fn ten_thousand_unlike_names() {
    let mut keys = format!("{FLOW}  - type: pass\n    name: a\n");
    let mut params = format!(
        "{FLOW}  - type: task\n    name: a\n    resourceArn: acs:mns:::/queues/q/messages\n    serviceParams:\n"
    );
    let mut mappings = format!("{FLOW}  - type: pass\n    name: a\n    outputMappings:\n");
    for n in 0..10_000 {
        let _ = writeln!(keys, "    inputMapping{n}: 1");
        let _ = writeln!(params, "      MessageBod{n}: 1");
        let _ = writeln!(mappings, "      - {{target: t{n}, source: $local.u{n}}}");
    }
    for text in [keys, params, mappings] {
        answered(text);
    }
    let steps: String = (0..10_000).fold(String::new(), |mut steps, n| {
        let _ = writeln!(steps, "  - {{type: choice, name: s{n}, choices: [{{condition: $.a, goto: s{n}x}}]}}");
        steps
    });
    let source = SourceFile::new("f.yaml", format!("{FLOW}{steps}"));
    assert!(analyze(&source).is_err_and(|findings| findings.len() == 10_000));
}

//! No text makes the compiler panic or hang, and everything that is found can be shown.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read their cases")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use flowsmith_compiler::{Sidecar, SourceFile, analyze, codegen, compile, graph, ir};

/// A small generator of numbers that look random, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).unwrap()
    }
}

fn survives(text: &str) {
    let source = SourceFile::new("f.yaml", text);
    let findings = match analyze(&source) {
        Ok((flow, findings)) => {
            assert!(!ir::print(&flow).is_empty());
            let _ = compile(&source, &codegen::Options::default());
            assert!(graph::dot(&flow).ends_with("}\n") && graph::svg(&flow).ends_with("</svg>\n"));
            findings
        }
        Err(findings) => {
            assert!(findings.has_errors());
            let stub = codegen::stub(&source, &codegen::Options::default());
            assert!(!stub.is_empty());
            findings
        }
    };
    // Drawing is slow without optimisation; a few tell as much as all.
    for finding in findings.iter().take(3) {
        assert!(finding.render_full(&source).contains("f.yaml:"), "{finding:?}");
        assert!(finding.render_short(&source).starts_with("f.yaml:"));
    }
}

fn mutant(text: &str, random: &mut Random) -> String {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let place = |random: &mut Random| places[random.below(places.len())];
    match random.below(5) {
        0 => text[..place(random)].to_owned(),
        1 => {
            let signs = [
                "\0", "\t", "\r", "[", "{", "\"", "'", ":", "-", "&a ", "*a ", "!x ", "价", "\u{feff}", "$", "|", "#",
                "\n",
            ];
            let at = place(random);
            format!("{}{}{}", &text[..at], signs[random.below(signs.len())], &text[at..])
        }
        2 => {
            let start = random.below(places.len());
            let end = (start + random.below(40)).min(places.len() - 1);
            format!("{}{}", &text[..places[start]], &text[places[end]..])
        }
        3 => {
            let mut lines: Vec<_> = text.lines().collect();
            let (a, b) = (random.below(lines.len()), random.below(lines.len()));
            lines.swap(a, b);
            lines.join("\n")
        }
        _ => {
            let lines: Vec<_> = text.lines().collect();
            let line = lines[random.below(lines.len())];
            let at = place(random);
            format!("{}{line}{}", &text[..at], &text[at..])
        }
    }
}

#[test]
fn mutants_of_definitions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut samples = vec![
        fs::read_to_string(folder.join("definitions/order.yaml")).unwrap(),
        fs::read_to_string(folder.join("definitions/loop.yaml")).unwrap(),
        fs::read_to_string(folder.join("definitions/crlf.yaml")).unwrap(),
        fs::read_to_string(folder.join("ui/several-at-once/flow.yaml")).unwrap(),
        fs::read_to_string(folder.join("ui/F0401-expression-syntax/flow.yaml")).unwrap(),
        fs::read_to_string(folder.join("definitions/statemachine-flow.yaml")).unwrap(),
        fs::read_to_string(folder.join("definitions/statemachine-actions.yaml")).unwrap(),
        fs::read_to_string(folder.join("ui/F0110-keys/flow.yaml")).unwrap(),
    ];
    samples.retain(|sample| !sample.is_empty());
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..3000 {
        let mut text = mutant(&samples[round % samples.len()], &mut random);
        if round % 3 == 0 && !text.trim().is_empty() {
            text = mutant(&text, &mut random);
        }
        survives(&text);
    }
}

/// Makes of a text the sidecar of a definition.
fn survives_beside(definition: &str, types: &str) {
    let other = SourceFile::new("other.yaml", types);
    let sidecar = Sidecar::new(SourceFile::new("f.types.yaml", types)).with_file("other.yaml", other);
    let source = SourceFile::new("f.yaml", definition).with_types(sidecar);
    let (Ok((_, findings)) | Err(findings)) = analyze(&source);
    for finding in findings.iter().take(3) {
        assert!(finding.render_full(&source).contains(".yaml:"), "{finding:?}");
        let file = finding.primary.source(&source);
        assert!(file.text().get(finding.primary.span.range()).is_some(), "{finding:?}");
    }
}

#[test]
fn mutants_of_sidecars() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let read = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let definition = read("F0501-not-in-flow/flow.yaml");
    let samples = [
        "F0501-not-in-flow",
        "F0504-unsupported-schema",
        "F0505-unchecked-keyword",
        "F0506-unknown-reference",
        "F0507-endless-type",
        "F0508-inconsistent-schema",
        "sidecar-shapes",
    ];
    let mut samples: Vec<_> = samples.map(|case| read(&format!("{case}/flow.types.yaml"))).to_vec();
    samples.push(samples.concat().replace("gone.yaml", "other.yaml"));
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for round in 0..3000 {
        let mut text = mutant(&samples[round % samples.len()], &mut random);
        if round % 3 == 0 && !text.trim().is_empty() {
            text = mutant(&text, &mut random);
        }
        survives_beside(&definition, &text);
    }
}

#[test]
fn hand_picked_sidecars() {
    let definition = "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: hello}\n";
    let nested = |open: &str, close: &str| format!("input: {}{{}}{}", open.repeat(140), close.repeat(140));
    let mut wide = "input: {$ref: '#/$defs/D0'}\n$defs:\n".to_owned();
    for at in 0..2_000 {
        let _ =
            writeln!(wide, "  D{at}: {{properties: {{a: {{$ref: '#/$defs/D{}'}}}}, required: [a]}}", (at + 1) % 2_000);
    }
    let mut lists = "$defs:\n  D00000: {type: string}\n".to_owned();
    for at in 1..10_000 {
        let _ = writeln!(lists, "  D{at:05}: {{items: {{$ref: '#/$defs/D{:05}'}}}}", at - 1);
    }
    let unknown: String =
        (0..5_000).fold("functions:\n".to_owned(), |text, at| text + &format!("  f{at}: {{k: {{}}}}\n"));
    let keywords: String = (0..5_000).fold("input:\n".to_owned(), |text, at| text + &format!("  k{at}: {{}}\n"));
    let union = |at: usize| {
        format!("  U{at}: {{discriminator: {{propertyName: k}}, oneOf: [{}]}}\n", "{$ref: '#/$defs/V'}, ".repeat(50))
    };
    let tags: Vec<_> = (0..300).map(|at| format!("t{at}")).collect();
    let unions = format!(
        "$defs:\n{}  V: {{properties: {{k: {{enum: [{}]}}, a: {{properties: {{b: {{properties: {{}}}}}}}}}}}}\n",
        (0..100).map(union).collect::<Vec<_>>().concat(),
        tags.join(", ")
    );
    let texts = [
        lists,
        unknown,
        keywords,
        unions,
        String::new(),
        "\u{feff}".to_owned(),
        "- a".to_owned(),
        "~".to_owned(),
        "input: &a {properties: {b: *a}}".to_owned(),
        "input: {$ref: ''}".to_owned(),
        "input: {$ref: '#'}\noutput: {$ref: '%'}\n$defs: {'': {}, '%': {$ref: '#/$defs/%25'}, 'a/b': {}}".to_owned(),
        "output: {$ref: other.yaml}\ninput: {$ref: 'other.yaml#/$defs/x'}\n$defs: {x: {$ref: 'f.types.yaml#/$defs/x'}}"
            .to_owned(),
        "$ref: other.yaml\ntype: object\noutput: {$ref: other.yaml}".to_owned(),
        "input: {type: []}".to_owned(),
        "input: {type: [[]]}".to_owned(),
        "input: {oneOf: {}, discriminator: []}".to_owned(),
        "input: {oneOf: [{}, []], discriminator: {propertyName: ''}}".to_owned(),
        "output: {type: integer, minimum: 1e400, maximum: -.inf, exclusiveMinimum: .nan}".to_owned(),
        format!("output: {{type: integer, minimum: {0}, exclusiveMinimum: {0}}}", i128::MAX),
        format!("output: {{type: integer, maximum: {0}, exclusiveMaximum: {0}}}", i128::MIN),
        format!("output: {{type: integer, minimum: {}}}", "9".repeat(200)),
        nested("{items: ", "}"),
        nested("{properties: {a: ", "}}"),
        nested("{oneOf: [{type: \"null\"}, ", "]}"),
        nested("{additionalProperties: ", "}"),
        wide,
    ];
    for text in &texts {
        survives_beside(definition, text);
    }
}

#[test]
fn hand_picked_texts() {
    let flow = |condition: &str| {
        format!(
            "version: v1\ntype: flow\nsteps:\n  - type: choice\n    name: a\n    choices:\n      - condition: {condition}\n        goto: a\n"
        )
    };
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let alias = vec![format!("*a{}", level - 1); 10].join(", ");
        let _ = writeln!(bomb, "a{level}: &a{level} [{alias}]");
    }
    let mut nested = "version: v1\ntype: flow\n".to_owned();
    for level in 0..200 {
        let indent = " ".repeat(level * 4);
        let _ = write!(nested, "{indent}steps:\n{indent}  - type: foreach\n{indent}    name: s{level}\n");
    }
    let texts = [
        String::new(),
        "\u{feff}".to_owned(),
        "\0".to_owned(),
        "a: \0\n".to_owned(),
        "\r\r\r".to_owned(),
        "\r\n".to_owned(),
        "--- ---".to_owned(),
        "...\n".to_owned(),
        "%YAML 9.9\n---\na".to_owned(),
        "[".repeat(10_000),
        "{a: ".repeat(10_000),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        "!".repeat(10_000),
        "\"".repeat(10_001),
        "a".repeat(100_000),
        "价".repeat(10_000),
        "a:\n".repeat(10_000),
        bomb,
        nested,
        flow(&"(".repeat(20_000)),
        flow(&format!("'{}'", "!".repeat(20_000))),
        flow(&format!("$.a{}", " && $.a".repeat(20_000))),
        flow(&format!("$.a{}", "[0]".repeat(20_000))),
        flow(&format!("'{}'", "= ".repeat(20_000))),
        flow("$.a == \"\\u{}\""),
        flow("\"\\ud83d\""),
        flow("$.a == 999999999999999999999999999999999999999999999999"),
        flow("\u{202e}$.a"),
        "version: v1\ntype: flow\nsteps: &s\n  - type: parallel\n    name: a\n    branches: [{steps: *s}]\n".to_owned(),
        "version: v1\ntype: flow\nsteps:\n  - &s {type: pass, name: a}\n  - *s\n  - *s\n".to_owned(),
        "version: v1\ntype: flow\n? [a, b]\n: c\nsteps: []\n".to_owned(),
        "version: v1\ntype: flow\nsteps:\n  - type: wait\n    name: a\n    duration: 99999999999999999999999999999999999999999\n".to_owned(),
    ];
    for text in &texts {
        survives(text);
    }
}

#[test]
fn hand_picked_machines() {
    const HEAD: &str = "Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\nStates:\n";
    let pass = |output: &str| {
        format!("{HEAD}  - Name: a\n    Type: Pass\n    OutputConstructor:\n      {output}\n    End: true\n")
    };
    let nested = |levels: usize, open: &str| {
        let mut text = HEAD[..HEAD.find("StartAt").unwrap()].to_owned();
        for level in 0..levels {
            let indent = " ".repeat(level * 4);
            let _ = write!(
                text,
                "{indent}StartAt: s{level}\n{indent}States:\n{indent}- Name: s{level}\n{indent}  End: true\n"
            );
            let _ = write!(text, "{}", open.replace('^', &indent));
        }
        let indent = " ".repeat(levels * 4);
        let _ = write!(text, "{indent}StartAt: last\n{indent}States: [{{Name: last, Type: Succeed}}]\n");
        text
    };
    let texts = [
        "Type: StateMachine".to_owned(),
        "States: []".to_owned(),
        "Type: StateMachine\nStates: {}\n".to_owned(),
        format!("{HEAD}  - &s {{Name: a, Type: Parallel, Branches: [{{StartAt: a, States: [*s]}}]}}\n"),
        format!("{HEAD}  - &s {{Name: a, Type: Succeed}}\n  - *s\n  - *s\n"),
        format!("{HEAD}  - {{Type: Task, Action: '::', Parameters: {{resourceArn: {{Ref: []}}}}}}\n"),
        format!("{HEAD}  - {{Type: Task, Action: ':', Parameters: {{resourceArn: {{'Fn::': [{{}}]}}}}}}\n"),
        format!(
            "{HEAD}  - {{Name: a, Type: Task, Action: 'FC:InvokeFunction', Timeout: 99999999999999999999999999999999999999999}}\n"
        ),
        pass("$: $Input"),
        pass(".$: $Input"),
        pass("a.$.$: $Input"),
        pass(&format!("a.$: {}$Input{}", "toArray(".repeat(20_000), ")".repeat(20_000))),
        pass(&format!("a.$: $Context{}", ".Current".repeat(20_000))),
        pass(&format!("a.$: $Context.Current.Input{}", "[0]".repeat(20_000))),
        pass(&format!("a: {}", "[".repeat(400))),
        pass(&format!("a: {}{}", "[".repeat(400), "]".repeat(400))),
        nested(90, "^  Type: Map\n^  ItemsPath: $Input.items\n^  Processor:\n"),
        nested(140, "^  Type: Map\n^  ItemsPath: $Input.items\n^  Processor:\n"),
        nested(200, "^  Type: Map\n^  ItemsPath: $Input.items\n^  Processor:\n"),
        nested(105, "^  Type: Parallel\n^  Branches:\n^  -\n"),
    ];
    for text in &texts {
        survives(text);
    }
}

#[test]
fn long_machines() {
    let mut text = "Type: StateMachine\nName: long\nSpecVersion: v1\nStartAt: s0\nStates:\n".to_owned();
    for state in 0..5_000 {
        let next = state + 1;
        let _ = write!(
            text,
            "  - Name: s{state}\n    Type: Task\n    Action: HTTP:Request\n    Parameters: {{url: u, method: GET, body.$: $Input}}\n    \
             OutputConstructor: {{k{state}.$: $Output, all.$: $Input, again.$: $Output.Body.again}}\n    \
             Catch: [{{Errors: [FnF.ALL], OutputConstructor: {{e{state}: 1}}, Next: s0}}]\n    Next: c{state}\n  \
             - Name: c{state}\n    Type: Choice\n    Branches: [{{Condition: $Input.again, Next: s0}}]\n    Default: s{next}\n"
        );
    }
    text.push_str("  - {Name: s5000, Type: Succeed}\n");
    let (flow, findings) = analyze(&SourceFile::new("f.yaml", text)).unwrap();
    assert_eq!(flow.steps.len(), 10_001);
    assert!(findings.is_empty(), "{}", findings.len());
}

#[test]
fn long_definitions() {
    let mut text = "version: v1\ntype: flow\nsteps:\n".to_owned();
    for step in 0..10_000 {
        let _ = write!(
            text,
            "  - type: task\n    name: s{step}\n    resourceArn: acs:fc:::services/s/functions/f\n    \
             catch: [{{errors: [FnF.ALL], goto: s0}}]\n"
        );
    }
    let (flow, findings) = analyze(&SourceFile::new("f.yaml", text)).unwrap();
    assert_eq!(flow.steps.len(), 10_000);
    assert!(findings.is_empty());
}

#[test]
fn long_texts() {
    const HEAD: &str = "version: v1\ntype: flow\nsteps:\n  - type: pass\n    name: a\n";
    let keys: String = (0..100_000).fold(String::new(), |mut keys, key| {
        let _ = writeln!(keys, "key{key}: {key}");
        keys
    });
    let anchors: String = (0..20_000).fold(String::new(), |mut anchors, number| {
        let _ = writeln!(anchors, "a{number}: &a{number} [*a{}]", number.max(1) - 1);
        anchors
    });
    let texts = [
        format!("{HEAD}# {}\n", "x".repeat(10 << 20)),
        format!("{HEAD}    description: {}\n", "x".repeat(10 << 20)),
        format!("{HEAD}    description: \"{}\"\n", "\\u0041".repeat(1 << 18)),
        format!("{HEAD}    description: |\n{}", "      line\n".repeat(100_000)),
        format!("{HEAD}    outputMappings: [{{target: t, source: [{}]}}]\n", "1, ".repeat(100_000)),
        "\n".repeat(10 << 20),
        keys,
        anchors,
        format!(
            "{HEAD}    outputMappings: &m [{{target: t, source: [{}]}}]\nx: [{}]\n",
            "1, ".repeat(1_000),
            "*m, ".repeat(1_000)
        ),
        "{a: ".repeat(100_000),
        "[".repeat(1 << 20),
        format!("{}{}", "[".repeat(449), "]".repeat(449)),
        format!("{HEAD}    name: {}\n", "*x ".repeat(100_000)),
    ];
    for text in &texts {
        survives(text);
    }
}

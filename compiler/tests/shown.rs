//! What findings say has one line each, and stands in the text that they are about.

use flowsmith_compiler::{SourceFile, analyze};

fn lines(text: &str) -> Vec<String> {
    let source = SourceFile::new("f.yaml", text);
    let findings = match analyze(&source) {
        Ok((_, findings)) | Err(findings) => findings,
    };
    for finding in &findings {
        for label in std::iter::once(&finding.primary).chain(&finding.secondary) {
            assert!(source.text().get(label.span.start()..label.span.end()).is_some(), "{finding:?}");
            assert!(!label.text.contains(char::is_control), "{finding:?}");
        }
        let help = finding.help.iter().flat_map(|help| help.lines());
        assert_eq!(help.filter(|line| line.contains(char::is_control)).count(), 0, "{finding:?}");
        let full = finding.render_full(&source);
        assert!(!full.contains(|char: char| char.is_control() && char != '\n'), "{full:?}");
    }
    findings.iter().map(|it| it.render_short(&source)).collect()
}

#[test]
fn the_end_of_a_text_is_in_it() {
    for text in ["\"", ": \"\n", "a: '", "a: [", "{", "a: &", "价: \""] {
        assert_eq!(lines(text).len(), 1, "{text:?}");
    }
}

#[test]
fn what_a_definition_says_ends_no_line_and_moves_no_cursor() {
    let step = |rest: &str| format!("version: v1\ntype: flow\nsteps:\n  - {{type: pass, name: a}}\n  - {rest}\n");
    for text in [
        step("{type: choice, name: \"b\\nc\", choices: [{condition: \"$[*\\n$]\", goto: \"\\e[31m\"}]}"),
        step("{type: choice, name: b, choices: [{condition: $.a, goto: \"gone\\u0085\\u2028\\r\\n\"}]}"),
        step("{type: \"pa\\nss\", name: b}"),
        step("{type: pass, name: b, \"key\\0\": 1}"),
        step("{type: pass, name: b, outputMappings: [{target: \"$\\n.x\", source: \"$.\\nx\"}]}"),
        "Type: StateMachine\nName: m\nSpecVersion: v1\nStartAt: a\nStates:\n  \
         - {Name: a, Type: Pass, OutputConstructor: {k: \"length(\\n)\"}, End: true}\n"
            .to_owned(),
    ] {
        let lines = lines(&text);
        assert!(!lines.is_empty(), "{text}");
        assert!(lines.iter().all(|line| !line.contains(char::is_control)), "{lines:?}");
    }
}

//! Whole definitions.

use flowsmith_compiler::{Code, Diagnostics, SourceFile, analyze, codegen, compile as compiled, graph, ir};

use crate::Seen;

/// How many findings of a text are drawn; drawing is slow, and a few tell as much as all.
const DRAWN: usize = 4;

/// Compiles any text: what is accepted is Rust and can be drawn, what is refused is said why; the same text, and a copy of
/// it with the ends of lines that Windows has, come to the same.
///
/// # Panics
///
/// One of these does not hold.
pub fn compile(text: &str) -> Seen {
    let source = SourceFile::new("flow.yaml", text);
    let first = outcome(&source);
    assert_eq!(first, outcome(&source), "the same text compiles to something else");
    if !text.contains('\r') {
        let copy = SourceFile::new("flow.yaml", text.replace('\n', "\r\n"));
        assert_eq!(first, outcome(&copy), "a copy with CRLF compiles to something else");
    }

    let (tokens, findings) = first;
    sound(&findings, &source);
    let mut seen: Seen = findings.iter().map(|it| it.code).map(Code::id).collect();
    if let Some(tokens) = tokens {
        parses(&tokens);
        drawn(&source);
        seen.push("accepted");
    } else {
        assert!(findings.has_errors(), "refused without an error");
        parses(&codegen::stub(&source, &codegen::Options::default()).to_string());
    }
    seen.sort_unstable();
    seen.dedup();
    seen
}

fn outcome(source: &SourceFile) -> (Option<String>, Diagnostics) {
    match compiled(source, &codegen::Options::default()) {
        Ok(output) => (Some(output.tokens.to_string()), output.findings),
        Err(findings) => (None, findings),
    }
}

fn parses(tokens: &str) {
    if let Err(error) = syn::parse_str::<syn::File>(tokens) {
        panic!("generated code is no Rust: {error}\n{tokens}");
    }
}

/// What can be done with a flow that was accepted.
fn drawn(source: &SourceFile) {
    let (flow, _) = analyze(source).expect("it has just been accepted");
    assert!(!ir::print(&flow).is_empty());
    assert!(graph::dot(&flow).ends_with("}\n"));
    assert!(graph::svg(&flow).ends_with("</svg>\n"));
    assert!(graph::mermaid(&flow).ends_with('\n'));
}

/// Findings are in the text, have one line each, and can be shown.
fn sound(findings: &Diagnostics, source: &SourceFile) {
    for finding in findings {
        let places = std::iter::once(&finding.primary).chain(&finding.secondary);
        for place in places {
            let (start, end) = (place.span.start(), place.span.end());
            assert!(source.text().get(start..end).is_some(), "no place in the text: {finding:?}");
            single_line(&place.text);
        }
        single_line(&finding.message);
        assert!(!finding.message.is_empty(), "{finding:?}");
        single_line(&finding.render_short(source));
    }
    for finding in findings.iter().take(DRAWN) {
        let shown = finding.render_full(source);
        let escape = shown.chars().find(|char| char.is_control() && *char != '\n');
        assert!(shown.contains("flow.yaml:") && escape.is_none(), "{escape:?} in {shown:?}");
        assert!(finding.render_colored(source).len() >= shown.trim_end().len());
    }
}

/// Neither other lines nor what a terminal obeys.
fn single_line(text: &str) {
    assert!(!text.contains(char::is_control), "a control character in {text:?}");
}

//! Pictures: as expected for our own definitions, whole for all, and well-formed for any name.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests read their cases and say what they skip"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use flowsmith_compiler::{
    SourceFile, analyze,
    graph::{self, Format},
    ir,
};

/// The files that end like this in a folder and, where asked, in the folders in it.
fn definitions(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        eprintln!("skipped: there is no folder {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { definitions(&path) } else { vec![path] })
        .filter(|file| file.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &Path) -> SourceFile {
    SourceFile::new(file.to_string_lossy(), fs::read_to_string(file).unwrap())
}

/// Every flow at hand that is accepted, with the path of its definition.
fn flows() -> Vec<(String, ir::Flow)> {
    let folders = ["tests/graph", "tests/definitions", "../tests/flows", "../../shared/corpus"];
    let files = folders.iter().flat_map(|folder| definitions(&root().join(folder)));
    let flows = files.filter_map(|file| Some((file.display().to_string(), analyze(&read(&file)).ok()?.0)));
    flows.collect()
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Mermaid => "mmd",
        Format::Dot => "dot",
        _ => "svg",
    }
}

#[test]
fn own_definitions_have_the_expected_pictures() {
    let mut failures = Vec::new();
    for file in definitions(&root().join("tests/graph")) {
        let source = read(&file);
        for &format in Format::ALL {
            let drawn = graph::draw(&source, format).unwrap_or_else(|it| panic!("{}", it.render_full(&source)));
            let golden = file.with_extension(ending(format));
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&golden, &drawn).unwrap();
            }
            if fs::read_to_string(&golden).ok().as_ref() != Some(&drawn) {
                failures.push(golden.display().to_string());
            }
        }
    }
    assert!(failures.is_empty(), "not as expected, see CONTRIBUTING.md for `UPDATE=1`:\n{}", failures.join("\n"));
}

#[test]
fn the_same_flow_gives_the_same_picture() {
    for (path, flow) in flows() {
        for &format in Format::ALL {
            assert_eq!(graph::render(&flow, format), graph::render(&flow, format), "{path}");
        }
    }
}

#[test]
fn published_definitions_are_drawn() {
    let mut drawn = 0;
    for file in definitions(&root().join("../../shared/corpus")) {
        let source = read(&file);
        for &format in Format::ALL {
            let text = graph::draw(&source, format).unwrap_or_else(|it| panic!("{}", it.render_full(&source)));
            assert!(text.ends_with('\n'));
        }
        drawn += 1;
    }
    eprintln!("{drawn} published definitions were drawn");
}

#[test]
fn what_is_wrong_with_a_definition_is_told() {
    let source = SourceFile::new("f.yaml", "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: a, goto: b}\n");
    assert!(graph::draw(&source, Format::Svg).unwrap_err().has_errors());
}

#[test]
fn formats_have_words() {
    for &format in Format::ALL {
        assert_eq!(format.word().parse(), Ok(format));
        assert_eq!(format.to_string(), format.word());
    }
    assert_eq!("png".parse::<Format>().unwrap_err().to_string(), "expected `mermaid`, `dot` or `svg`");
}

/// How many edges a flow has, counted over its scopes: catch clauses, and others.
fn edges(flow: &ir::Flow) -> (usize, usize) {
    let (mut catches, mut others) = (0, 1);
    for step in &flow.steps {
        catches += step.catch.len();
        others += match &step.kind {
            ir::StepKind::Choice { entries, .. } => entries.len() + 1,
            // To each branch or to the join, and from the join on.
            ir::StepKind::Parallel { branches, .. } => branches.len().max(1) + 1,
            ir::StepKind::Foreach(_) => 2,
            ir::StepKind::Fail { .. } => 0,
            _ => 1,
        };
    }
    (catches, others)
}

/// A line without the texts in it.
fn bare(line: &str) -> String {
    let (mut bare, mut quoted, mut escaped) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' if !escaped => quoted = !quoted,
            _ if quoted => escaped = c == '\\' && !escaped,
            _ => bare.push(c),
        }
    }
    assert!(!quoted, "{line}");
    bare.trim().to_owned()
}

#[test]
fn every_step_and_every_way_is_there_once() {
    for (path, flow) in flows() {
        let (catches, others) = edges(&flow);
        let gathers = |step: &&ir::Step| matches!(step.kind, ir::StepKind::Parallel { .. } | ir::StepKind::Foreach(_));
        let joins = flow.steps.iter().filter(gathers).count();

        let mermaid: Vec<_> = graph::mermaid(&flow).lines().map(bare).collect();
        let count = |what: &dyn Fn(&str) -> bool| mermaid.iter().filter(|line| what(line)).count();
        let is_edge = |line: &str| line.contains(" -->") || line.contains(" -.->");
        assert_eq!(count(&|line| line.starts_with("s_") && !is_edge(line)), flow.steps.len(), "{path}");
        assert_eq!(count(&|line| line.contains(" -.->")), catches, "{path}");
        assert_eq!(count(&|line| line.contains(" -->")), others, "{path}");

        let dot: Vec<_> = graph::dot(&flow).lines().map(bare).collect();
        let count = |what: &dyn Fn(&str) -> bool| dot.iter().filter(|line| what(line)).count();
        assert_eq!(count(&|line| line.starts_with("s_") && !line.contains(" -> ")), flow.steps.len(), "{path}");
        assert_eq!(count(&|line| line.contains(" -> ")), catches + others, "{path}");
        assert_eq!(count(&|line| line.ends_with('{')), count(&|line| line.ends_with('}')), "{path}");

        let svg = graph::svg(&flow);
        let ends = 1 + usize::from(mermaid.iter().any(|line| line.ends_with(" finish")));
        assert_eq!(svg.matches("<g>").count(), flow.steps.len() + joins + ends, "{path}");
        well_formed(&svg).unwrap_or_else(|what| panic!("{path}: {what}\n{svg}"));
    }
}

/// Whether a text is XML: elements close in order, attributes are quoted, `&` and `<` stand for nothing else.
fn well_formed(xml: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        text(&rest[..at])?;
        let end = rest[at..].find('>').ok_or("a tag without an end")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("`{name}` closes what is not open"));
            }
            continue;
        }
        let (inner, closed) = tag.strip_suffix('/').map_or((tag, false), |inner| (inner, true));
        let name = inner.split(' ').next().unwrap_or_default();
        let mut attributes = inner[name.len()..].trim_start();
        while !attributes.is_empty() {
            let (_, value) = attributes.split_once("=\"").ok_or_else(|| format!("no value: {attributes}"))?;
            let (value, next) = value.split_once('"').ok_or_else(|| format!("no end: {attributes}"))?;
            text(value)?;
            attributes = next.trim_start();
        }
        if !closed {
            open.push(name);
        }
    }
    text(rest)?;
    if open.is_empty() { Ok(()) } else { Err(format!("never closed: {open:?}")) }
}

/// Whether text in XML has only characters and entities that it may have.
fn text(text: &str) -> Result<(), String> {
    if let Some(c) = text.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}')) {
        return Err(format!("{c:?} is no character of XML"));
    }
    for after in text.split('&').skip(1) {
        if !["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| after.starts_with(entity)) {
            return Err(format!("no entity: &{after}"));
        }
    }
    Ok(())
}

#[test]
fn any_name_is_drawn() {
    // Latin-1 and what is special elsewhere, in pieces that meet each other in many orders.
    let strange = "\u{0}\u{7f}\u{85}\u{ad}\u{301}\u{200b}\u{200d}\u{202e}\u{2028}\u{d7ff}\u{e000}\u{feff}\u{fffe}\u{ffff}价😀\u{10ffff}";
    let mut chars: Vec<char> = (' '..='\u{ff}').chain(strange.chars()).collect();
    let source = SourceFile::new("f.yaml", "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: a}\n");
    let (mut flow, _) = analyze(&source).unwrap();
    for round in 0..40 {
        chars.rotate_left(7 + round);
        let (even, odd) = (chars.iter().step_by(2), chars.iter().skip(1).step_by(2));
        chars = even.chain(odd).copied().collect();
        for name in chars.chunks(9 + round) {
            let name: String = name.iter().collect();
            flow.steps[0].name.clone_from(&name);
            flow.name.clone_from(&name);
            well_formed(&graph::svg(&flow)).unwrap_or_else(|what| panic!("{name:?}: {what}"));
            for line in graph::dot(&flow).lines() {
                bare(line);
            }
            let mermaid = graph::mermaid(&flow);
            assert_eq!(mermaid.lines().count(), 6, "{mermaid}");
            for line in mermaid.lines() {
                assert!(matches!(line.matches('"').count(), 0 | 2), "{mermaid}");
                assert!(!line.contains(['`', '\\']) && !line.contains("%%"), "{mermaid}");
            }
        }
    }
}

#[test]
fn many_steps_are_drawn_in_time() {
    let mut text = "version: v1\ntype: flow\nsteps:\n".to_owned();
    for step in 0..1000 {
        let _ = writeln!(text, "  - type: task\n    name: s{step}\n    resourceArn: acs:fc:::services/s/functions/f");
        text.push_str("    catch: [{errors: [FnF.ALL], goto: failed}]\n");
    }
    text.push_str("  - {type: succeed, name: done}\n  - {type: fail, name: failed}\n");
    let svg = graph::draw(&SourceFile::new("f.yaml", text), Format::Svg).unwrap();
    assert!(svg.len() < 2_000_000, "{}", svg.len());
}

//! Long and deep definitions are compiled; definitions with many mistakes are answered.
#![expect(clippy::unwrap_used, reason = "tests")]

mod texts;

use std::fmt::Write as _;

use flowsmith_compiler::{Code, Diagnostics, SourceFile, analyze, codegen, compile};
use texts::{Finding, Shape, definition, findings};

/// The stack of the threads that tests and most runtimes have.
const STACK: usize = 2 << 20;

/// Runs something on a stack of its own.
fn on_a_small_stack<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).unwrap();
        thread.join().unwrap()
    })
}

fn found(text: &str) -> (SourceFile, Diagnostics) {
    let source = SourceFile::new("large.yaml", text);
    let found = match analyze(&source) {
        Ok((_, found)) | Err(found) => found,
    };
    (source, found)
}

#[test]
fn ten_thousand_steps_are_generated() {
    for shape in Shape::ALL {
        on_a_small_stack(|| {
            let source = SourceFile::new("large.yaml", definition(shape, 10_000));
            let output = compile(&source, &codegen::Options::default()).unwrap();
            assert!(output.tokens.into_iter().count() > 0, "{shape:?}");
        });
    }
}

#[test]
fn a_thousand_steps_are_formatted() {
    for shape in Shape::ALL {
        let text = on_a_small_stack(|| {
            let source = SourceFile::new("large.yaml", definition(shape, 1_000));
            codegen::format(compile(&source, &codegen::Options::default()).unwrap().tokens).unwrap()
        });
        let functions = text.matches("here: &rt::Here<'_>").count();
        assert!(functions >= 1_000, "{shape:?}: {functions}");
    }
}

#[test]
fn ten_thousand_findings_are_drawn() {
    for kind in Finding::ALL {
        let searches = matches!(kind, Finding::UnknownTarget | Finding::NeverGiven | Finding::OneLine);
        let count = if searches { 10_000 } else { 1_000 };
        on_a_small_stack(|| {
            let (source, found) = found(&findings(kind, count));
            assert!(found.len() >= count - 1, "{kind:?}: {}", found.len());
            assert_eq!(found.render_short(&source).lines().count(), found.len(), "{kind:?}");
            // Drawing is slow without optimisation; a part of them shows how much each takes.
            let drawn: usize = found.iter().step_by(100).map(|it| it.render_full(&source).len()).sum();
            assert!(drawn < count / 100 * 2_000, "{kind:?}: {drawn} bytes");
        });
    }
}

/// Steps in one another, and a wait in the midst of them.
fn nested(levels: usize, level: impl Fn(usize) -> (&'static str, &'static str)) -> String {
    let mut text = "version: v1\ntype: flow\n".to_owned();
    let mut indent = String::new();
    let mut line = "steps:".to_owned();
    for number in 0..levels {
        let (fields, list) = level(number);
        let _ = writeln!(text, "{indent}{line}\n{indent}  - name: s{number}");
        for field in fields.lines() {
            let _ = writeln!(text, "{indent}    {field}");
        }
        indent.push_str("    ");
        list.clone_into(&mut line);
        // What holds a list of lists stands a level deeper.
        if let Some((holder, list)) = list.split_once('/') {
            let _ = writeln!(text, "{indent}{holder}");
            indent.push_str("  ");
            list.clone_into(&mut line);
            if let Some(rest) = list.strip_prefix("- ") {
                let _ = writeln!(text, "{indent}- {rest}");
                indent.push_str("  ");
                "steps:".clone_into(&mut line);
            }
        }
    }
    let _ = writeln!(text, "{indent}{line}\n{indent}  - {{type: wait, name: last, duration: 1}}");
    text
}

#[test]
fn a_hundred_levels_are_generated() {
    let foreach = ("type: foreach\niterationMapping: {collection: $.items, item: items}", "steps:");
    let parallel = ("type: parallel", "branches:/- # one");
    let choice = ("type: choice", "choices:/- condition: 1 == 1");
    let shapes: [(&str, &dyn Fn(usize) -> _); 4] = [
        ("foreach", &|_| foreach),
        ("parallel", &|_| parallel),
        ("choice", &|_| choice),
        ("mixed", &|number| [foreach, parallel, choice][number % 3]),
    ];
    for (name, shape) in shapes {
        let text = nested(100, shape);
        on_a_small_stack(|| {
            let source = SourceFile::new("deep.yaml", &*text);
            let (flow, _) = analyze(&source).unwrap_or_else(|found| panic!("{name}: {}", found.render_full(&source)));
            assert_eq!(flow.steps.len(), 101, "{name}");
            let output = compile(&source, &codegen::Options::default()).unwrap();
            assert!(codegen::format(output.tokens).unwrap().contains("fn last<"), "{name}");
        });
    }
}

#[test]
fn what_is_nested_too_deeply_is_said_to_be() {
    let foreach = ("type: foreach\niterationMapping: {collection: $.items, item: items}", "steps:");
    for (levels, message) in [
        (101, "steps are nested deeper than 100 levels"),
        (220, "steps are nested deeper than 100 levels"),
        (1_000, "the definition is nested deeper than 450 levels"),
    ] {
        let (source, found) = on_a_small_stack(|| found(&nested(levels, |_| foreach)));
        let [only] = &found.iter().collect::<Vec<_>>()[..] else { panic!("{}", found.render_short(&source)) };
        assert_eq!((only.code, &*only.message), (Code::TooComplex, message), "{levels}");
        assert!(only.help.is_some());
    }
}
